"""A project file -> the inputs that gave no article, some at a time, and how many by stage and code."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.records import Rejected

LAST = "\U0010ffff"


def counts(connection: sqlite3.Connection, under: str = "") -> list[tuple[str, str, int]]:
    """Stage, code and number, most first; `under`: what the names of the inputs begin with."""
    where, values = _where((), under)
    return connection.execute(
        f"SELECT stage, code, count(*) FROM rejected {where} GROUP BY stage, code ORDER BY 3 DESC, 2, 1",
        values,
    ).fetchall()


def some(
    connection: sqlite3.Connection, codes: Sequence[str], under: str, *, after: tuple[str, str] | None = None,
    skip: int = 0, limit: int = 100,
) -> list[Rejected]:  # fmt: skip
    """At most `limit` of those with one of these codes (all where none is named), by name; those after a name and
    digest, or past the first `skip`."""
    where, values = _where(codes, under)
    if after is not None:
        where += f" {'AND' if where else 'WHERE'} (source, sha256) > (?, ?)"
        values += after
    rows = connection.execute(
        f"SELECT source, sha256, stage, code, detail FROM rejected {where} ORDER BY source, sha256 LIMIT ? OFFSET ?",
        (*values, limit, skip),
    )
    return [Rejected(*row) for row in rows]


def _where(codes: Sequence[str], under: str) -> tuple[str, tuple[str, ...]]:
    parts: list[str] = []
    values: tuple[str, ...] = ()
    if codes:
        parts.append(f"code IN ({', '.join('?' * len(codes))})")
        values += tuple(codes)
    if under:
        parts.append("source >= ? AND source < ?")
        values += (under, under + LAST)
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), values
