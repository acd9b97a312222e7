"""A project file -> the shelf that judgements are laid on: the machine's rows, kept aside where hers take their place."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dateline.errors import NotFound, UsageError
from dateline.judgements import Judgement, Laid, Passage, Standing
from dateline.records import Actor, Article, Event, Mention, Quotation, Story, Storyline
from dateline.store import facets
from dateline.store.codec import changes, decode, dump, encode
from dateline.store.listed import by_ids
from dateline.store.write import add, day, folded

TABLE = {
    "article": "articles", "mention": "mentions", "quotation": "quotations", "event": "events", "story": "stories",
    "storyline": "storylines", "actor": "actors",
}  # fmt: skip
CLASS: dict[str, type] = {
    "article": Article, "mention": Mention, "quotation": Quotation, "event": Event, "story": Story,
    "storyline": Storyline, "actor": Actor,
}  # fmt: skip
FROM_ARTICLES = ("mention", "quotation")
JUDGED = {
    "mention": "men_", "quotation": "quo_", "event": "evt_", "article": "art_", "actor": "act_", "story": "sto_",
}  # fmt: skip
"""Kinds that can be judged, with the beginning of their ids."""
CHUNK = 500
REMEDY = "Ids stand at the end of each line of a listing, and in its --json"


class Part(NamedTuple):
    """Judgements that were laid together, by id, and all that was looked at for them."""

    judgements: frozenset[str]
    reach: frozenset[str]


class Shelf:
    """The records of one project file as `dateline.judgements` asks for them. Use inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # ---------------------------------------------------------------- the judgements themselves

    def judgements(self) -> list[Judgement]:
        """All of them, undone ones too, in the order in which they came."""
        rows = self._connection.execute("SELECT record FROM judgements ORDER BY n")
        return [decode(Judgement, row[0]) for row in rows]

    def append(self, judgements: Iterable[Judgement]) -> int:
        """Keep those that are new; how many were."""
        count = 0
        for one in judgements:
            count += self._connection.execute(
                "INSERT OR IGNORE INTO judgements (id, at, record) VALUES (?, ?, ?)",
                (one.id, one.at, encode(one)),
            ).rowcount
        return count

    def standings(self) -> list[Standing]:
        """What became of the judgements in force when they were last laid."""
        rows = self._connection.execute(
            "SELECT j.record, s.state, s.note, s.record FROM standings s JOIN judgements j ON j.id = s.id ORDER BY j.n"
        )
        return [
            Standing(decode(Judgement, r[0]), r[1], tuple(json.loads(r[3])["targets"]), r[2]) for r in rows
        ]

    def withdrawn(self, kind: str) -> list[Any]:
        """Rejected mentions, quotations or events, by id."""
        rows = self._connection.execute("SELECT record FROM withdrawn WHERE kind = ? ORDER BY id", (kind,))
        return [_read(kind, row[0]) for row in rows]

    def machine(self, kind: str, id_: str) -> Any:
        """A record as the machine made it, None where it made none."""
        row = self._connection.execute(
            "SELECT base FROM unjudged WHERE kind = ? AND id = ?", (kind, id_)
        ).fetchone()
        if row is None or kind == "article":
            return by_ids(self._connection, TABLE[kind], [id_]).get(id_)
        data = json.loads(row[0]) if row[0] is not None else None
        return _read(kind, data["record"], data.get("linked")) if data else None

    def find(self, given: str) -> tuple[str, Any]:
        """Kind and record, rejected ones too, of the id that is `given` or begins with it, with or without the letters
        before the underscore. Raises NotFound and UsageError."""
        wanted = given.strip().lower()
        if not wanted.replace("_", "").isalnum():
            raise NotFound(f"'{given}' is no id", remedy=REMEDY)
        found: dict[str, str] = {}
        for kind, prefix in JUDGED.items():
            pattern = (wanted if wanted.startswith(prefix) else f"{prefix}{wanted}") + "*"
            for sql in (f"{TABLE[kind]} WHERE", f"withdrawn WHERE kind = '{kind}' AND"):
                rows = self._connection.execute(
                    f"SELECT id FROM {sql} id GLOB ? ORDER BY id LIMIT 4", (pattern,)
                )
                found.update({row[0]: kind for row in rows})
        if wanted in found:
            found = {wanted: found[wanted]}
        if not found:
            raise NotFound(f"no record has the id '{given}'", remedy=REMEDY)
        if len(found) > 1:
            raise UsageError(
                f"'{given}' fits several ids: {', '.join(sorted(found)[:3])} ..", remedy="Give more of the id"
            )
        ((id_, kind),) = found.items()
        return kind, self.record(kind, id_)

    def record(self, kind: str, id_: str) -> Any:
        """A record as it stands, also a rejected one; None where there is none of that id."""
        found = by_ids(self._connection, TABLE[kind], [id_]).get(id_)
        if found is not None:
            return found
        sql = "SELECT record FROM withdrawn WHERE kind = ? AND id = ?"
        row = self._connection.execute(sql, (kind, id_)).fetchone()
        return _read(kind, row[0]) if row else None

    # ---------------------------------------------------------------- lifting and laying

    def parts(self) -> list[Part]:
        """What is laid, in parts that have nothing in common."""
        rows = self._connection.execute("SELECT id, record FROM standings ORDER BY id").fetchall()
        members: dict[str, set[str]] = defaultdict(set)
        reaches: dict[str, frozenset[str]] = {}
        for id_, record in rows:
            data = json.loads(record)
            members[data["part"]].add(id_)
            if data["reach"]:
                reaches[data["part"]] = frozenset(data["reach"])
        return [Part(frozenset(ids), reaches.get(part, frozenset())) for part, ids in members.items()]

    def lift(self, part: Part | None = None) -> None:
        """Put every record, or those of one part, back as the machine made it."""
        rows = self._connection.execute("SELECT kind, id, base FROM unjudged").fetchall()
        for kind, id_, base in rows:
            if part is not None and f"{kind} {id_}" not in part.reach:
                continue
            self._connection.execute("DELETE FROM unjudged WHERE kind = ? AND id = ?", (kind, id_))
            self._connection.execute("DELETE FROM withdrawn WHERE kind = ? AND id = ?", (kind, id_))
            data = json.loads(base) if base is not None else {}
            linked = data.get("linked")
            if kind == "article":
                self._article(id_, decode(Article, self._bare(id_), linked, text=""), linked)
                continue
            self._remove(kind, id_)
            if data:
                self._put(kind, _read(kind, data["record"]), _read(kind, data["record"], linked), linked)
        if part is None:
            self._connection.execute("DELETE FROM standings")
        else:
            self._connection.executemany(
                "DELETE FROM standings WHERE id = ?", [(one,) for one in part.judgements]
            )

    def lay(self, laid: Laid) -> None:
        """Put hers in the place of the machine's, which are kept aside. Nothing in its reach may be laid already."""
        for kind, records in laid.changed.items():
            for id_, record in sorted(records.items()):
                self._replace(kind, id_, record, id_ in laid.hidden)
        for kind in ("mention", "quotation", "event"):
            left = laid.hidden - laid.changed[kind].keys()
            for id_, record in sorted(by_ids(self._connection, TABLE[kind], sorted(left)).items()):
                self._replace(kind, id_, record, True)
        part = min((one.judgement.id for one in laid.standings), default="")
        for one in laid.standings:
            id_ = one.judgement.id
            record = {
                "targets": one.targets,
                "part": part,
                "reach": sorted(laid.reach) if id_ == part else [],
            }
            self._connection.execute(
                "INSERT INTO standings (id, state, note, record) VALUES (?, ?, ?, ?)",
                (id_, one.state, one.note, dump(record)),
            )
        self._connection.execute(
            "INSERT INTO meta (key, value) VALUES ('told', '1')"
            " ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
        )

    def _replace(self, kind: str, id_: str, record: Any, hidden: bool) -> None:
        base, bare = self._keep_aside(kind, id_)
        if kind == "article":
            self._article(id_, record, changes(bare, record))
            return
        self._remove(kind, id_)
        if record is None:
            return
        if hidden:
            self._connection.execute(
                "INSERT INTO withdrawn (kind, id, article_id, event_id, record) VALUES (?, ?, ?, ?, ?)",
                (
                    kind,
                    id_,
                    getattr(record, "article_id", None),
                    getattr(record, "event_id", None),
                    encode(record),
                ),
            )
        elif kind in FROM_ARTICLES and base is not None:
            self._put(kind, bare, record, changes(bare, record), judged=True)
        else:
            self._put(kind, record, record, None)

    def _keep_aside(self, kind: str, id_: str) -> tuple[str | None, Any]:
        linked = "linked" if kind in FROM_ARTICLES or kind == "article" else "NULL"
        text = "text" if kind == "article" else "NULL"
        row = self._connection.execute(
            f"SELECT record, {linked}, {text} FROM {TABLE[kind]} WHERE id = ?", (id_,)
        ).fetchone()
        base = bare = None
        if row is not None:
            base = dump({"linked": row[1]} if kind == "article" else {"record": row[0], "linked": row[1]})
            bare = _read(kind, row[0], **({"text": row[2]} if kind == "article" else {}))
        self._connection.execute("INSERT INTO unjudged (kind, id, base) VALUES (?, ?, ?)", (kind, id_, base))
        return base, bare

    def _put(self, kind: str, bare: Any, record: Any, linked: str | None, *, judged: bool = False) -> None:
        """Insert `bare` as its row, with what differs in `record`; found by what `record` says where she changed it."""
        owner = add(self._connection, bare, found_by=record if judged else bare)
        if kind == "mention":
            self._connection.execute(
                "UPDATE mentions SET linked = ?, event_id = ?, type = ?, status = ?, earliest = ?, latest = ? WHERE n = ?",
                (linked, record.event_id, record.type, record.status, day(record.when.earliest),
                 day(record.when.latest), owner),
            )  # fmt: skip
        elif kind == "quotation":
            self._connection.execute(
                "UPDATE quotations SET linked = ?, same_as = ?, kind = ? WHERE n = ?",
                (linked, record.same_as, record.kind, owner),
            )

    def _article(self, id_: str, record: Article, linked: str | None) -> None:
        self._connection.execute(
            "UPDATE articles SET linked = ?, story_id = ?, outlet = ?, earliest = ?, latest = ?, title = ? WHERE id = ?",
            (linked, record.story_id, folded(record.outlet), day(record.published.earliest),
             day(record.published.latest), record.title, id_),
        )  # fmt: skip

    def _bare(self, id_: str) -> str:
        return str(self._connection.execute("SELECT record FROM articles WHERE id = ?", (id_,)).fetchone()[0])

    def _remove(self, kind: str, id_: str) -> None:
        table = TABLE[kind]
        linked = "linked" if kind in FROM_ARTICLES else "NULL"
        row = self._connection.execute(
            f"SELECT n, record, {linked} FROM {table} WHERE id = ?", (id_,)
        ).fetchone()
        if row is None:
            return
        if kind != "storyline":
            pairs: facets.Pairs = set()
            for record in (_read(kind, row[1]), _read(kind, row[1], row[2])):
                pairs |= facets.of(record)
            self._connection.executemany(
                "DELETE FROM facets WHERE facet = ? AND value = ? AND owner = ?",
                [(*pair, row[0]) for pair in pairs],
            )
        self._connection.execute(f"DELETE FROM {table} WHERE n = ?", (row[0],))

    # ---------------------------------------------------------------- reading

    def anchored(self, passages: Collection[Passage]) -> Sequence[Article]:
        """Articles with one of the anchors' bytes, sources, or headlines."""
        found: dict[str, Article] = {}
        for column, values in (
            ("sha256", {one.sha256 for one in passages}),
            ("source", {one.source for one in passages}),
            ("title", {one.title for one in passages if one.title}),
        ):
            for record, linked, text in self._where("record, linked, text", "articles", column, values):
                article = decode(Article, record, linked, text=text)
                found[article.id] = article
        return [found[id_] for id_ in sorted(found)]

    def articles(self, ids: Collection[str]) -> Sequence[Article]:
        return self._records("article", ids)

    def stories(self, ids: Collection[str]) -> Sequence[Story]:
        return self._records("story", ids)

    def storylines(self, ids: Collection[str]) -> Sequence[Storyline]:
        return self._records("storyline", ids)

    def actors(self, ids: Collection[str]) -> Sequence[Actor]:
        return self._records("actor", ids)

    def events(self, ids: Collection[str]) -> Sequence[Event]:
        return self._records("event", ids)

    def mentions(self, ids: Collection[str]) -> Sequence[Mention]:
        return self._records("mention", ids)

    def quotations(self, ids: Collection[str]) -> Sequence[Quotation]:
        return self._records("quotation", ids)

    def of_articles(self, ids: Collection[str]) -> tuple[Sequence[Mention], Sequence[Quotation]]:
        """All mentions and all quotations of these articles, by id."""
        mentions = self._where("record, linked", "mentions", "article_id", ids)
        quotations = self._where("record, linked", "quotations", "article_id", ids)
        return [decode(Mention, *row) for row in mentions], [decode(Quotation, *row) for row in quotations]

    def of_story(self, id: str) -> Sequence[Article]:
        """The articles of a story, by id."""
        rows = self._where("record, linked, text", "articles", "story_id", [id])
        return [decode(Article, record, linked, text=text) for record, linked, text in rows]

    def about(self, actor_id: str) -> tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]:
        """Mentions and quotations that name the actor in whatever part; events and stories in which it takes part."""

        def naming(table: str) -> list[str]:
            sql = f"SELECT id FROM {table} WHERE instr(record, ?) > 0 ORDER BY id"
            return [row[0] for row in self._connection.execute(sql, (f'"{actor_id}"',))]

        def taking(table: str, facet: str) -> list[str]:
            sql = f"SELECT t.id FROM facets f JOIN {table} t ON t.n = f.owner WHERE f.facet = ? AND f.value = ? ORDER BY t.id"
            return [row[0] for row in self._connection.execute(sql, (facet, actor_id))]

        return (
            naming("mentions"), naming("quotations"), taking("events", "event.actor"), taking("stories", "story.actor"),
        )  # fmt: skip

    def _records(self, kind: str, ids: Collection[str]) -> list[Any]:
        found = by_ids(self._connection, TABLE[kind], sorted(ids))
        return [found[id_] for id_ in sorted(found)]

    def _where(
        self, columns: str, table: str, column: str, values: Collection[str]
    ) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(set(values))
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ", ".join("?" * len(part))
            yield from self._connection.execute(
                f"SELECT {columns} FROM {table} WHERE {column} IN ({marks}) ORDER BY id", part
            ).fetchall()


def _read(kind: str, record: str, linked: str | None = None, **columns: Any) -> Any:
    cls: Any = CLASS[kind]
    return decode(cls, record, linked, **columns)
