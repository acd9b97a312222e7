"""A project file -> the columns of its events, quotations, articles, stories and actors, and the records of one page.

What each kind can be filtered and counted by is the table KINDS: a value of the record's own, or the pairs in `facets`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.store.codec import decode
from dateline.store.columns import NEVER, Column, Columns
from dateline.store.read import CLASSES

CHUNK = 500
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `single`: column -> SQL of its one value (t: the table, a: its article, where `article`).
    `several`: column -> facet that holds its values. `days`: SQL of first and last day, by which records are listed, undated
    ones last (`intervals`: among those of one first day the shorter come first), then what has no first day, then by `scan`."""

    table: str
    single: Mapping[str, str] = field(default_factory=dict)
    several: Mapping[str, str] = field(default_factory=dict)
    days: tuple[str, str] = ("NULL", "NULL")
    article: bool = False
    scan: str = "t.id"
    intervals: bool = True


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
        scan="t.article_id, t.start, t.id", intervals=False,
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
        scan="json_extract(t.record, '$.mentions') + json_extract(t.record, '$.quotations') DESC, t.name, t.id",
    ),
}  # fmt: skip


def load(connection: sqlite3.Connection, kind: str) -> Columns:
    """All columns of one kind, in the order of its listing."""
    import numpy as np

    spec = KINDS[kind]
    join = " JOIN articles a ON a.id = t.article_id" if spec.article else ""
    values = "".join(f", {sql}" for sql in spec.single.values())
    rows, first, last = array("i"), array("i"), array("i")
    known: list[dict[str | None, int]] = [{None: -1} for _ in spec.single]
    codes = [array("i") for _ in spec.single]
    opening: dict[str | None, int] = {None: 0}
    closing: dict[str | None, int] = {None: NEVER}
    scanned = connection.execute(
        f"SELECT t.n, {spec.days[0]}, {spec.days[1]}{values} FROM {spec.table} t{join} ORDER BY {spec.scan}"
    )
    while several := scanned.fetchmany(BATCH):
        n, earliest, latest, *held = zip(*several, strict=True)
        rows.extend(n)
        for column, into, given in ((earliest, first, opening), (latest, last, closing)):
            for day in set(column) - given.keys():
                given[day] = dt.date.fromisoformat(day).toordinal()
            into.extend(map(given.__getitem__, column))
        for column, into, given in zip(held, codes, known, strict=True):
            for value in set(column) - given.keys():
                given[value] = len(given) - 1
            into.extend(map(given.__getitem__, column))
    numbers, starts, ends = (np.frombuffer(one, dtype=np.int32) for one in (rows, first, last))
    dated = (starts > 0) | (ends < NEVER)
    order = np.arange(len(numbers))
    if spec.days[0] != "NULL":
        begins = np.where(starts > 0, starts, ends)
        until = np.where(ends < NEVER, ends, 0) if spec.intervals else starts
        order = np.lexsort((starts == 0, until, begins))
    place = np.full(int(numbers.max()) + 1 if len(numbers) else 1, -1, dtype=np.int32)
    place[numbers[order]] = np.arange(len(numbers), dtype=np.int32)
    columns = {
        name: _single(given, np.frombuffer(code, dtype=np.int32)[order])
        for name, given, code in zip(spec.single, known, codes, strict=True)
    }
    for name, facet in spec.several.items():
        columns[name] = _several(connection, facet, place)
    return Columns(numbers[order], starts[order], ends[order], dated[order], columns)


def _single(known: dict[str | None, int], codes: Any) -> Column:
    """Codes in the order of first sight -> a column whose values are sorted."""
    import numpy as np

    names = sorted(name for name in known if name is not None)
    rank = np.full(len(known), -1, dtype=np.int32)
    for code, name in enumerate(names):
        rank[known[name]] = code
    owners = np.flatnonzero(codes >= 0).astype(np.int32)
    held = rank[codes[owners]]
    order = np.argsort(held, kind="stable")
    return Column(names, held[order], owners[order], False, {name: i for i, name in enumerate(names)})


def _several(connection: sqlite3.Connection, facet: str, place: Any) -> Column:
    """Pairs come by value from the index, so that codes need no sorting."""
    import numpy as np

    names: list[str] = []
    owners: list[Any] = []
    for value, numbers in connection.execute(
        "SELECT value, group_concat(owner) FROM facets WHERE facet = ? GROUP BY value ORDER BY value",
        (facet,),
    ):
        names.append(value)
        held = np.fromstring(numbers, dtype=np.int64, sep=",")
        held = place[held[held < len(place)]]
        owners.append(held[held >= 0])
    sizes = [len(one) for one in owners]
    codes = np.repeat(np.arange(len(names), dtype=np.int32), sizes)
    joined = np.concatenate(owners) if owners else np.zeros(0, dtype=np.int32)
    return Column(names, codes, joined, True, {name: i for i, name in enumerate(names)})


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
