"""Paths as the user named them -> the files behind them, in the order of their names."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.records import Day, Rejected
from dateline.sources.codes import rejected
from dateline.sources.entry import Entry


def list_entries(paths: Iterable[str]) -> list[Entry | Rejected]:
    """Every file named or lying in a named folder, once, sorted by name; faults as rejections.

    Hidden files and folders (a leading dot) are passed over unless named. Links to folders are not followed.
    """
    found: dict[str, Entry | Rejected] = {}
    for path in sorted(set(paths)):
        for name, outcome in _below(path):
            found.setdefault(os.path.realpath(name), outcome)
    return sorted(found.values(), key=lambda one: one.source if isinstance(one, Rejected) else one.name)


def _below(path: str) -> Iterator[tuple[str, Entry | Rejected]]:
    if not Path(path).is_dir():
        yield path, _entry(path)
        return
    any_file = False
    faults: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                any_file = True
                yield str(Path(folder) / name), _entry(str(Path(folder) / name))
    for fault in faults:
        where = str(fault.filename or path)
        yield where, rejected("unreadable", _named(where), f"the folder cannot be listed ({fault.strerror})")
    if not any_file and not faults:
        yield path, rejected("empty", _named(path), "the folder holds no file")


def _entry(path: str) -> Entry | Rejected:
    name = _named(path)
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        fault = error.strerror if isinstance(error, OSError) else str(error)
        return rejected("unreadable", name, f"it cannot be read ({fault})")
    if not stat.S_ISREG(status.st_mode):
        return rejected("unreadable", name, "it is no regular file")
    return Entry(name, lambda: Path(path).open("rb"), status.st_size, _day(status.st_mtime))


def _named(path: str) -> str:
    return path.replace(os.sep, "/").removeprefix("./")


def _day(seconds: float) -> Day | None:
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
