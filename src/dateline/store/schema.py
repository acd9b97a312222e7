"""A path -> an open SQLite connection to a project file of the present form, made or brought up to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from dateline.errors import ProjectError, UsageError
from dateline.store.faults import translated

APPLICATION_ID = 0x44544C4E
"""`DTLN`: how a project file is told from other SQLite databases."""
BUSY_SECONDS = 3.0


@cache
def migrations() -> tuple[str, ...]:
    """The scripts in order; number n brings a file from version n-1 to n."""
    folder = files("dateline.store") / "migrations"
    scripts = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name
    )
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


def connect(path: Path, *, create: bool = True, scripts: Sequence[str] | None = None) -> sqlite3.Connection:
    """Open the project at `path`; a file of an older version is migrated after a copy `NAME.vN.bak` was made.

    Raises UsageError when there is no file and `create` is off; ProjectError when the file is foreign, newer than
    this program, locked or damaged. A file that may only be read is opened for reading.
    """
    scripts = migrations() if scripts is None else scripts
    if not path.exists():
        if not create:
            raise UsageError("there is no such project file", where=str(path), remedy=_BUILD)
        if not path.parent.is_dir():
            raise UsageError(
                "the folder for the project file does not exist", where=str(path), remedy="Make it first"
            )
    elif path.is_dir():
        raise ProjectError("this is a folder, not a project file", where=str(path), remedy=_BUILD)
    elif not create and path.stat().st_size == 0:
        raise ProjectError("this file is empty, no project", where=str(path), remedy=_BUILD)
    with translated(path):
        connection = _connection(path)
        try:
            _prepare(connection, path, scripts)
        except BaseException:
            connection.close()
            raise
    return connection


_BUILD = "Make one with: dateline build SOURCE... --into PROJECT.db"


def _connection(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    if path.exists() and not _writable(path) and not path.with_name(f"{path.name}-wal").exists():
        address += "?immutable=1"  # SQLite would want to write beside the file even to read it
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _prepare(connection: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    version = _version(connection, path, len(scripts))
    if version == len(scripts):
        return
    if version:
        _back_up(connection, path.with_name(f"{path.name}.v{version}.bak"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection, path, len(scripts))  # another process may have been faster
        for number, script in enumerate(scripts[version:], start=version + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path, known: int) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        if version or application or connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise ProjectError(
                "this SQLite database belongs to another program",
                where=str(path),
                remedy="Name another file; this one was left as it is",
            )
        return 0
    if version > known:
        raise ProjectError(
            f"this project was made by a newer Dateline (form {version}; this one knows up to {known})",
            where=str(path),
            remedy="Upgrade with: pip install --upgrade dateline",
        )
    return version


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    with closing(sqlite3.connect(f"file:{quote(str(copy))}?mode=rwc", uri=True)) as target:
        connection.backup(target)


def _statements(script: str) -> list[str]:
    """The statements of a script; triggers hold semicolons of their own, so SQLite says where one ends."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        if line.lstrip().startswith("--"):
            continue
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        raise ValueError(f"a migration ends inside a statement: {pending.strip()[:60]}")
    return found
