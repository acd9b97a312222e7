"""A project file -> the columns of its events, quotations, articles, stories and actors, and the records of one page.

What each kind can be filtered and counted by is the table KINDS: a value of the record's own, or the pairs in `facets`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.store.codec import decode
from dateline.store.columns import NEVER, Column, Columns, coded
from dateline.store.read import CLASSES, ORDERS

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `single`: column -> SQL of its one value (t: the table, a: its article, where `article`).
    `several`: column -> facet that holds its values. `days`: SQL of first and last day."""

    table: str
    single: Mapping[str, str] = field(default_factory=dict)
    several: Mapping[str, str] = field(default_factory=dict)
    days: tuple[str, str] = ("NULL", "NULL")
    article: bool = False
    order: str = ""


KINDS: dict[str, Kind] = {
    "event": Kind(
        "events",
        single={"type": "t.type", "status": "t.status", "story": "t.story_id"},
        several={
            "actor": "event.actor", "name": "event.name", "country": "event.country", "outlet": "event.outlet",
            "issue": "event.issue", "source": "event.source", "target": "event.target", "pair": "event.pair",
        },
        days=("t.earliest", "t.latest"),
    ),
    "quotation": Kind(
        "quotations",
        single={"kind": "t.kind", "cue_class": "t.cue_class", "same_as": "t.same_as", "outlet": "a.outlet"},
        several={
            "speaker": "quotation.actor", "name": "quotation.name", "country": "quotation.country",
            "issue": "quotation.issue", "about": "quotation.about",
        },
        days=("a.earliest", "a.latest"),
        article=True,
        order="ORDER BY a.earliest IS NULL AND a.latest IS NULL, coalesce(a.earliest, a.latest), a.id, t.start, t.id",
    ),
    "article": Kind(
        "articles", single={"outlet": "t.outlet", "story": "t.story_id"}, days=("t.earliest", "t.latest")
    ),
    "story": Kind(
        "stories", single={"storyline": "t.storyline_id"},
        several={"actor": "story.actor", "outlet": "story.outlet"}, days=("t.earliest", "t.earliest"),
    ),
    "actor": Kind(
        "actors", single={"kind": "t.kind", "country": "t.country"},
        order="ORDER BY json_extract(t.record, '$.mentions') + json_extract(t.record, '$.quotations') DESC, t.name, t.id",
    ),
}  # fmt: skip


def load(connection: sqlite3.Connection, kind: str) -> Columns:
    """All columns of one kind, in the order of its listing."""
    import numpy as np

    spec = KINDS[kind]
    join = " JOIN articles a ON a.id = t.article_id" if spec.article else ""
    values = "".join(f", {sql}" for sql in spec.single.values())
    rows: list[int] = []
    first: list[int] = []
    last: list[int] = []
    singles: list[tuple[list[str], list[int]]] = [([], []) for _ in spec.single]
    known: dict[str | None, int] = {}
    for position, row in enumerate(
        connection.execute(
            f"SELECT t.n, {spec.days[0]}, {spec.days[1]}{values} FROM {spec.table} t{join}"
            f" {spec.order or ORDERS[spec.table]}"
        )
    ):
        rows.append(row[0])
        first.append(_number(known, row[1], 0))
        last.append(_number(known, row[2], NEVER))
        for (held, owners), value in zip(singles, row[3:], strict=True):
            if value is not None:
                held.append(value)
                owners.append(position)
    numbers = np.asarray(rows, dtype=np.int32)
    place = np.full(int(numbers.max()) + 1 if rows else 1, -1, dtype=np.int32)
    place[numbers] = np.arange(len(rows), dtype=np.int32)
    columns = {
        name: coded(held, owners, several=False)
        for name, (held, owners) in zip(spec.single, singles, strict=True)
    }
    for name, facet in spec.several.items():
        columns[name] = _several(connection, facet, place)
    starts, ends = np.asarray(first, dtype=np.int32), np.asarray(last, dtype=np.int32)
    return Columns(numbers, starts, ends, (starts > 0) | (ends < NEVER), columns)


def _several(connection: sqlite3.Connection, facet: str, place: Any) -> Column:
    """Pairs come by value from the index, so that codes need no sorting."""
    import numpy as np

    names: list[str] = []
    codes: list[int] = []
    owners: list[int] = []
    for value, owner in connection.execute(
        "SELECT value, owner FROM facets WHERE facet = ? ORDER BY value, owner", (facet,)
    ):
        if not names or names[-1] != value:
            names.append(value)
        codes.append(len(names) - 1)
        owners.append(owner)
    held = np.asarray(owners, dtype=np.int32)
    code = np.asarray(codes, dtype=np.int32)
    inside = held < len(place)
    held, code = held[inside], code[inside]
    held = place[held]
    alive = held >= 0
    return Column(names, code[alive], held[alive], True, {name: i for i, name in enumerate(names)})


def _number(known: dict[str | None, int], day: str | None, missing: int) -> int:
    if day is None:
        return missing
    number = known.get(day)
    if number is None:
        number = known[day] = dt.date.fromisoformat(day).toordinal()
    return number


def records(connection: sqlite3.Connection, kind: str, numbers: Sequence[int]) -> list[Any]:
    """The records of a kind with these numbers, in this order; those that are gone are left out."""
    table = KINDS[kind].table
    linked = "t.linked" if table in ("articles", "quotations", "mentions") else "NULL"
    text = "t.text" if table == "articles" else "NULL"
    found: dict[int, Any] = {}
    for start in range(0, len(numbers), CHUNK):
        part = [int(number) for number in numbers[start : start + CHUNK]]
        marks = ", ".join("?" * len(part))
        for n, record, changed, body in connection.execute(
            f"SELECT t.n, t.record, {linked}, {text} FROM {table} t WHERE t.n IN ({marks})", part
        ):
            columns = {"text": body} if table == "articles" else {}
            found[n] = decode(CLASSES[table], record, changed, **columns)
    return [found[int(number)] for number in numbers if int(number) in found]


def by_ids(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, Any]:
    """The records of a table with these ids, by id; unknown ids are left out."""
    linked = "t.linked" if table in ("articles", "quotations", "mentions") else "NULL"
    text = "t.text" if table == "articles" else "NULL"
    found: dict[str, Any] = {}
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        marks = ", ".join("?" * len(part))
        for id_, record, changed, body in connection.execute(
            f"SELECT t.id, t.record, {linked}, {text} FROM {table} t WHERE t.id IN ({marks})", part
        ):
            columns = {"text": body} if table == "articles" else {}
            found[id_] = decode(CLASSES[table], record, changed, **columns)
    return found


def outlets(connection: sqlite3.Connection) -> dict[str, str]:
    """Outlets as they are filed -> as an article names them."""
    return dict(
        connection.execute(
            "SELECT outlet, min(coalesce(json_extract(linked, '$.outlet'), json_extract(record, '$.outlet'))) FROM articles"
            " WHERE outlet IS NOT NULL GROUP BY outlet"
        ).fetchall()
    )


def titles(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, str]:
    """Ids of stories, storylines or actors -> their title or name."""
    key = "name" if table == "actors" else "title"
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT id, json_extract(record, '$.{key}') FROM {table} WHERE id IN ({marks})"
    return dict(connection.execute(sql, list(ids)).fetchall())


def states(connection: sqlite3.Connection) -> dict[str, str]:
    """Country codes -> the names of the states of the project."""
    return dict(
        connection.execute(
            "SELECT country, name FROM actors WHERE kind = 'state' AND country IS NOT NULL ORDER BY name DESC"
        ).fetchall()
    )


def told_mark(connection: sqlite3.Connection) -> tuple[int, ...]:
    """How many articles were added and linked, then what changes whenever events and stories were made anew."""
    rows = dict(connection.execute("SELECT key, CAST(value AS INTEGER) FROM meta").fetchall())
    return tuple(int(rows.get(key, 0)) for key in ("generation", "linked_generation", "linked_stamp", "told"))
