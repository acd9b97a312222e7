"""The project file when a command is given an id only: the one .db file of the current folder."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import UsageError


def only_project() -> str:
    """The single .db file here; raises UsageError when there is none, or more than one."""
    found = sorted(Path().glob("*.db"))
    if len(found) == 1:
        return str(found[0])
    what = "no .db file is here" if not found else "several .db files are here: " + ", ".join(map(str, found))
    raise UsageError(what, remedy="Name one with --project FILE")
