"""Searches that were saved: rows in, rows out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dateline.records import content_id


@dataclass(frozen=True, slots=True)
class Saved:
    """A search by name. `query`: the part of its address behind the question mark; `created`: the day, as text."""

    id: str
    name: str
    query: str
    created: str

    @staticmethod
    def make_id(query: str) -> str:
        """The same question is the same search."""
        return content_id("sea", query)


def listed(connection: sqlite3.Connection) -> list[Saved]:
    """All, by name."""
    rows = connection.execute("SELECT id, name, query, created FROM searches ORDER BY name, id").fetchall()
    return [Saved(*row) for row in rows]


def keep(connection: sqlite3.Connection, one: Saved) -> None:
    """Written anew, or under its new name."""
    connection.execute(
        "INSERT INTO searches (id, name, query, created) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        (one.id, one.name, one.query, one.created),
    )


def forget(connection: sqlite3.Connection, id: str) -> bool:
    """Whether there was one."""
    return connection.execute("DELETE FROM searches WHERE id = ?", (id,)).rowcount > 0
