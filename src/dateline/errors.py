"""Everything Dateline raises on purpose: each error says what was wrong, where, and how to mend it."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of the tree. `code` is stable and machine-readable; `str(error)` is for people.

    what: the fault in one clause; where: file, entry, line or setting; remedy: what to do next.
    """

    code = "error"
    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        text = f"{where}: {what}" if where else what
        super().__init__(f"{text}. {remedy}" if remedy else text)


class UsageError(DatelineError):
    """The command, setting or call makes no sense as given."""

    code = "usage"
    exit_code = 2


class ConfigError(UsageError):
    """A setting or an overlay file cannot be read as what it should be."""

    code = "config"


class UnknownName(UsageError):
    """A registry was asked for a name it does not hold."""

    code = "unknown-name"


class InputError(DatelineError):
    """One input gives no article; the batch goes on. `code` becomes the rejection's code."""

    exit_code = 3

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.code = code


class ProjectError(DatelineError):
    """The project file is locked, corrupt, foreign or newer than this program."""

    code = "project"
    exit_code = 5


class NotFound(DatelineError):
    """No record carries the id that was asked for."""

    code = "not-found"
