"""A project file -> what it holds and what is wrong with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

TABLES = ("articles", "rejected", "quotations", "mentions", "events", "stories", "storylines", "actors")


@dataclass(frozen=True, slots=True)
class Health:
    """Rows by table; articles by the (program, model, data) they were made with; faults in words."""

    counts: tuple[tuple[str, int], ...]
    stamps: tuple[tuple[str, str, str, int], ...]
    linked: bool
    faults: tuple[str, ...]


def examine(connection: sqlite3.Connection, linked: bool) -> Health:
    """Count rows, run SQLite's integrity check, compare the search index with the texts."""
    return Health(counts(connection), stamps(connection), linked, faults(connection, linked) or ())


def counts(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Rows by table."""
    return tuple((table, _number(connection, f"SELECT count(*) FROM {table}")) for table in TABLES)


def stamps(connection: sqlite3.Connection) -> tuple[tuple[str, str, str, int], ...]:
    """Articles by the (program, model, data) they were made with."""
    return tuple(
        connection.execute(
            "SELECT program, model, data, count(a.n) FROM stamps s JOIN articles a ON a.stamp = s.n"
            " GROUP BY s.n ORDER BY s.n"
        )
    )


def faults(connection: sqlite3.Connection, linked: bool) -> tuple[str, ...] | None:
    """What SQLite's integrity check finds, rows that belong nowhere, a search index that does not match its texts.

    None where another thread interrupted the connection meanwhile.
    """
    try:
        return _faults(connection, linked)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_INTERRUPT:
            raise
        return None


def _faults(connection: sqlite3.Connection, linked: bool) -> tuple[str, ...]:
    found = [
        f"integrity: {row[0]}" for row in connection.execute("PRAGMA integrity_check(10)") if row[0] != "ok"
    ]
    strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    if strays:
        found.append(f"{len(strays)} rows belong to an article that is not there")
    for index in ("article_words", "quotation_words"):
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code == sqlite3.SQLITE_READONLY:  # the check is written as an insertion
                continue
            if code != sqlite3.SQLITE_CORRUPT:
                raise
            found.append(
                f"the search index {index} does not match the texts; move the file away, build again"
            )
    if linked:
        orphans = _number(
            connection,
            "SELECT count(*) FROM mentions WHERE event_id IS NOT NULL AND event_id NOT IN (SELECT id FROM events)",
        )
        if orphans:
            found.append(f"{orphans} mentions name an event that is not there")
    return tuple(found)


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def engine_version() -> str:
    """The version of SQLite that this Python carries."""
    return sqlite3.sqlite_version


def engine_searches() -> bool:
    """Whether that SQLite has full-text search (FTS5), without which no project can be made."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return any("ENABLE_FTS5" in row[0] for row in connection.execute("PRAGMA compile_options"))
