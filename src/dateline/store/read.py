"""A filter -> the records that match it, in a fixed order; every filter is served by an index."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.corpus import Seen
from dateline.errors import NotFound, UsageError
from dateline.records import Actor, Article, Event, Mention, Quotation, Rejected, Story, Storyline
from dateline.store.codec import decode, merge
from dateline.store.facets import fold

CLASSES: dict[str, type] = {
    "articles": Article, "quotations": Quotation, "mentions": Mention, "events": Event,
    "stories": Story, "storylines": Storyline, "actors": Actor,
}  # fmt: skip
"""Tables that hold records with an id."""
TABLES: dict[type, str] = {cls: table for table, cls in CLASSES.items()}

_BY_DAY = "ORDER BY t.earliest IS NULL AND t.latest IS NULL, coalesce(t.earliest, t.latest), t.latest, t.id"
ORDERS = {
    "articles": _BY_DAY,
    "quotations": "ORDER BY t.article_id, t.start, t.id",
    "mentions": "ORDER BY t.article_id, t.start, t.id",
    "events": _BY_DAY,
    "stories": "ORDER BY t.earliest IS NULL, t.earliest, t.id",
    "storylines": "ORDER BY t.earliest IS NULL, t.earliest, t.id",
    "actors": "ORDER BY t.name, t.id",
}
_COLUMNS = {
    "articles": "t.record, t.linked, t.text", "quotations": "t.record, t.linked", "mentions": "t.record, t.linked",
}  # fmt: skip


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with their parameters."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def equal(self, column: str, value: str | None) -> Where:
        """`column` holds exactly that value; None asks for nothing."""
        if value is not None:
            self.add(f"{column} = ?", value)
        return self

    def facet(self, facet: str, value: str | None) -> Where:
        """One of the record's values of that facet is `value`."""
        if value is not None:
            self.add("t.n IN (SELECT owner FROM facets WHERE facet = ? AND value = ?)", facet, value)
        return self

    def days(self, first: dt.date | None, last: dt.date | None) -> Where:
        """Dated, and possibly within these days (an interval counts when it overlaps them)."""
        if first is not None or last is not None:
            self.add("(t.earliest IS NOT NULL OR t.latest IS NOT NULL)")
        if first is not None:
            self.add("(t.latest IS NULL OR t.latest >= ?)", first.isoformat())
        if last is not None:
            self.add("(t.earliest IS NULL OR t.earliest <= ?)", last.isoformat())
        return self

    def add(self, condition: str, *values: Any) -> Where:
        """Any condition."""
        self.conditions.append(condition)
        self.values.extend(values)
        return self

    @property
    def sql(self) -> str:
        """The clause, empty when nothing was asked."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def select(
    connection: sqlite3.Connection, table: str, where: Where, limit: int | None = None
) -> Iterator[Any]:
    """Records of a table that match, in its order."""
    cls = CLASSES[table]
    for record, linked, columns in _rows(connection, table, where, limit):
        yield decode(cls, record, linked, **columns)


def plain(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Every record of a table as plain JSON values, without making records of them; for exports."""
    if table == "rejected":
        for rejected in rejections(connection):
            yield {"source": rejected.source, "sha256": rejected.sha256, "stage": rejected.stage,
                   "code": rejected.code, "detail": rejected.detail}  # fmt: skip
        return
    for record, linked, columns in _rows(connection, table, Where(), None):
        yield merge(record, linked, **columns)


def _rows(
    connection: sqlite3.Connection, table: str, where: Where, limit: int | None
) -> Iterator[tuple[str, str | None, dict[str, str]]]:
    columns = _COLUMNS.get(table, "t.record, NULL")
    end = f" LIMIT {int(limit)}" if limit is not None else ""
    for row in connection.execute(
        f"SELECT {columns} FROM {table} t {where.sql} {ORDERS[table]}{end}", where.values
    ):
        yield row[0], row[1], ({"text": row[2]} if table == "articles" else {})


def seen(connection: sqlite3.Connection, article_id: str) -> tuple[Seen, ...]:
    """Whom one article speaks of, by id."""
    rows = connection.execute(
        "SELECT record FROM seen WHERE article_id = ? ORDER BY actor_id", (article_id,)
    ).fetchall()
    return tuple(decode(Seen, row[0]) for row in rows)


def rejections(connection: sqlite3.Connection) -> Iterator[Rejected]:
    """Inputs that gave no article, by source."""
    for row in connection.execute(
        "SELECT source, sha256, stage, code, detail FROM rejected ORDER BY source, sha256"
    ):
        yield Rejected(*row)


def full_id(connection: sqlite3.Connection, table: str, given: str) -> str:
    """The one id that is `given` or begins with it, with or without the letters before the underscore.

    Raises NotFound when there is none, UsageError when there are several.
    """
    wanted = given.strip().lower()
    if not wanted or not all(c.isalnum() or c == "_" for c in wanted):
        raise NotFound(f"'{given}' is no id", remedy=_REMEDY)
    if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (wanted,)).fetchone():
        return wanted
    found = [
        row[0]
        for row in connection.execute(
            f"SELECT id FROM {table} WHERE id GLOB ? OR id GLOB ? ORDER BY id LIMIT 4",
            (f"{wanted}*", f"*_{wanted}*"),
        )
    ]
    if not found:
        raise NotFound(f"no record in {table} has the id '{given}'", remedy=_REMEDY)
    if len(found) > 1:
        raise UsageError(
            f"'{given}' fits several ids: {', '.join(found[:3])} ..", remedy="Give more of the id"
        )
    return str(found[0])


_REMEDY = "Ids stand at the end of each line of a listing, and in its --json"


def actor_ids(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Actors that go by that id, by a beginning of it ("act_.."), by that name, or by that surname; perhaps none."""
    if name.startswith("act_"):
        try:
            return (full_id(connection, "actors", name),)
        except NotFound:
            return ()
    rows = connection.execute(
        "SELECT DISTINCT a.id FROM facets f JOIN actors a ON a.n = f.owner"
        " WHERE f.facet = 'actor.name' AND f.value = ? ORDER BY a.id",
        (fold(name),),
    ).fetchall()
    full = connection.execute("SELECT id FROM actors WHERE name = ? ORDER BY id", (name.strip(),)).fetchall()
    return tuple(row[0] for row in (full or rows))


def about_actor(connection: sqlite3.Connection, kind: str, where: Where, name: str | None) -> None:
    """Ask for records of `kind` in which the actor takes part; one that is known by no id goes by its name."""
    if name is None:
        return
    ids = actor_ids(connection, name)
    marks = ", ".join("?" * len(ids))
    where.add(
        f"t.n IN (SELECT owner FROM facets WHERE facet = ? AND value IN ({marks})"
        " UNION SELECT owner FROM facets WHERE facet = ? AND value = ?)",
        f"{kind}.actor", *ids, f"{kind}.name", fold(name),
    )  # fmt: skip


def state_code(connection: sqlite3.Connection, country: str) -> str | None:
    """The code of a state of the project by its name; None when no state here is called that."""
    for actor_id in actor_ids(connection, country):
        row = connection.execute(
            "SELECT country FROM actors WHERE id = ? AND kind = 'state'", (actor_id,)
        ).fetchone()
        if row and row[0]:
            return str(row[0])
    return None


def known_values(connection: sqlite3.Connection, sql: str) -> Sequence[str]:
    """The distinct values a query gives; for hints in error messages."""
    return [str(row[0]) for row in connection.execute(sql) if row[0] is not None]
