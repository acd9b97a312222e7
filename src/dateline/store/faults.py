"""What SQLite and the file system raise -> ProjectError in words, with what to do next."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import ProjectError, UsageError

FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_NOTADB: (
        "this file is no Dateline project (it is not an SQLite database)",
        "Name another file with --into; this one was left as it is",
    ),
    sqlite3.SQLITE_BUSY: (
        "another process holds this project file",
        "Wait until the other build or program is done, or end it, and run the command again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "another process holds this project file",
        "Wait until the other build or program is done, or end it, and run the command again",
    ),
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "Make room and run the same command again: everything written so far is kept and the build goes on from there",
    ),
    sqlite3.SQLITE_READONLY: (
        "this project file cannot be written to",
        "Give yourself the right to write to the file and its folder, or copy the file elsewhere",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "this project file cannot be opened",
        "Check that the folder exists and that you may read and write in it",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "this project file is damaged",
        "Move it away and build again from the articles, or restore a copy",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk could not be read or written",
        "Check the disk and its free space, and run the same command again",
    ),
}
"""SQLite's primary result codes -> what is wrong, what to do."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn faults of the project file at `path` into ProjectError, use after closing into UsageError; programming mistakes pass through as they are."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        if "closed database" not in str(error):
            raise
        raise UsageError("this project is closed", where=str(path), remedy="Open it again") from error
    except (sqlite3.IntegrityError, sqlite3.NotSupportedError):
        raise
    except sqlite3.Error as error:
        what, remedy = FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, ("", ""))
        if not what:
            raise
        raise ProjectError(what, where=str(path), remedy=remedy) from error
    except OSError as error:
        code = sqlite3.SQLITE_FULL if error.errno == errno.ENOSPC else sqlite3.SQLITE_IOERR
        what, remedy = FAULTS[code]
        raise ProjectError(f"{what} ({error.strerror})", where=str(path), remedy=remedy) from error
