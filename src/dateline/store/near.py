"""A project file -> the records near a new article, found by keys; and the way back for what joining changed."""

from __future__ import annotations

import functools
import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from dateline.corpus import Corpus, Indexed, Joined, Profile, Room, Seen
from dateline.records import Actor, Article, Event, Mention, Quotation, Story, Storyline
from dateline.store import facets, write
from dateline.store.codec import decode, encode
from dateline.store.listed import by_ids
from dateline.store.read import TABLES

Record = TypeVar("Record")

UNDATED = "SELECT ref FROM keys WHERE room = ? AND key = ? LIMIT ?"
NEAREST = (
    "SELECT ref FROM (SELECT ref FROM keys WHERE room = ?1 AND key = ?2 AND day >= ?3 ORDER BY day LIMIT ?4)"
    " UNION ALL"
    " SELECT ref FROM (SELECT ref FROM keys WHERE room = ?1 AND key = ?2 AND day < ?3 ORDER BY day DESC LIMIT ?4)"
)
CHUNK = 500
SIGN = 1 << 63


class Near:
    """The neighbourhood of new articles in one project file. Use inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[str, dict[str, Any]] = defaultdict(dict)
        """Records read since the last writing, by table and id: the steps of a join ask for the same ones."""
        self._given: dict[str, Any] = {}
        """What articles gave, by id, as they gave it."""
        self._counted: dict[Room, dict[str, int]] = defaultdict(dict)
        """Counts that were read, kept up with what is added; 0 for words in no record."""

    # ---------------------------------------------------------------- finding

    def fresh(self) -> list[str]:
        """Articles that are in no story yet, by day and id."""
        sql = "SELECT id FROM articles WHERE story_id IS NULL ORDER BY earliest IS NULL, earliest, id"
        return [row[0] for row in self._connection.execute(sql)]

    def keyed(self) -> int:
        """How many articles the keys held when they were last written whole; 0: never."""
        return int(self._connection.execute("SELECT value FROM meta WHERE key = 'keyed'").fetchone()[0])

    def find(self, room: Room, keys: Collection[str], day: int | None, most: int) -> dict[str, set[str]]:
        """Id of a record -> those of the keys it is found under; of each key the `most` nearest to the day."""
        found: dict[int, set[str]] = defaultdict(set)
        for key in sorted(keys):
            given: tuple[int, ...] = (room.number, _number(key), most)
            if day is not None:
                given = (room.number, _number(key), day, most // 2)
            rows = self._connection.execute(UNDATED if day is None else NEAREST, given)
            for (ref,) in rows:
                found[ref].add(key)
        return {_id(room, ref): shared for ref, shared in found.items()}

    def counts(self, room: Room, words: Iterable[str]) -> dict[str, int]:
        """In how many records of the room each word stands; words in none are left out, "" is the number of records."""
        held, wanted = self._counted[room], {*words, ""}
        asked = wanted - held.keys()
        if asked:
            held.update(dict.fromkeys(asked, 0))
            held.update(
                self._in("SELECT word, n FROM counts WHERE room = ? AND word IN ({})", asked, room.number)
            )
        return {word: held[word] for word in wanted if held[word]}

    # ---------------------------------------------------------------- reading

    def bare(self, article_id: str) -> Corpus:
        """One article with all it gave, as it gave it."""
        record, text, digest = self._connection.execute(
            "SELECT record, text, digest FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        article = self._given[article_id] = decode(Article, record, text=text)
        return Corpus(
            (article,),
            tuple(self._gave(Quotation, article_id)),
            tuple(self._gave(Mention, article_id)),
            ((article_id, digest),),
            tuple(
                decode(Seen, row[0])
                for row in self._connection.execute(
                    "SELECT record FROM seen WHERE article_id = ? ORDER BY actor_id", (article_id,)
                )
            ),
        )

    def records(self, cls: type[Record], ids: Iterable[str]) -> dict[str, Record]:
        """The records with these ids, as they stand, in order of id."""
        held, wanted = self._held[TABLES[cls]], sorted(set(ids))
        held.update(by_ids(self._connection, TABLES[cls], [id_ for id_ in wanted if id_ not in held]))
        return {id_: held[id_] for id_ in wanted if id_ in held}

    def outlines(self, stories: Iterable[str]) -> dict[str, Story]:
        """These stories without their comparisons, by id."""
        rows = self._in(
            "SELECT id, json_remove(record, '$.comparison') FROM stories WHERE id IN ({})", set(stories)
        )
        return {row[0]: decode(Story, row[1]) for row in rows}

    def digests(self, ids: Iterable[str]) -> list[tuple[str, bytes]]:
        """The digests of these articles."""
        return [
            (row[0], row[1]) for row in self._in("SELECT id, digest FROM articles WHERE id IN ({})", set(ids))
        ]

    def where(self, cls: type[Record], column: str, values: Iterable[str]) -> list[Record]:
        """Articles, quotations or mentions by a column, by id."""
        table = TABLES[cls]
        text = ", text" if cls is Article else ""
        rows = self._in(
            f"SELECT id, record, linked{text} FROM {table} WHERE {column} IN ({{}}) ORDER BY id", set(values)
        )
        return self._kept(cls, rows)

    def events_of(self, stories: Iterable[str]) -> list[Event]:
        """Events of these stories."""
        rows = self._in("SELECT record FROM events WHERE story_id IN ({}) ORDER BY id", set(stories))
        return [decode(Event, row[0]) for row in rows]

    def telling(self, articles: Iterable[str]) -> list[Quotation]:
        """Quotations of these articles that show whom the article rests on: shared words, and what came through others."""
        rows = self._in(
            "SELECT id, record, linked FROM quotations WHERE article_id IN ({})"
            " AND (same_as IS NOT NULL OR instr(record, '\"via\":[{{') > 0) ORDER BY id",
            set(articles),
        )
        return self._kept(Quotation, rows)

    def story_of(self, articles: Iterable[str]) -> dict[str, str]:
        """Article id -> the id of its story, where it has one."""
        rows = self._in(
            "SELECT id, story_id FROM articles WHERE id IN ({}) AND story_id IS NOT NULL", set(articles)
        )
        return {row[0]: row[1] for row in rows}

    def profiles(self, stories: Iterable[str]) -> dict[str, Profile]:
        """What is compared of these stories."""
        rows = self._in("SELECT id, record FROM profiles WHERE id IN ({})", set(stories))
        return {row[0]: decode(Profile, row[1]) for row in rows}

    # ---------------------------------------------------------------- writing

    def write(self, joined: Joined) -> None:
        """Lay what joining one article gave over what was there."""
        self._changes(joined.corpus)
        self._remove(Event, joined.gone_events)
        self._remove(Story, joined.gone_stories)
        self._remove(Storyline, joined.gone_lines)
        fresh: tuple[tuple[type, tuple[Any, ...]], ...] = (
            (Event, joined.events), (Story, joined.stories), (Storyline, joined.storylines), (Actor, joined.actors),
        )  # fmt: skip
        for cls, records in fresh:
            self._remove(cls, [record.id for record in records])
            for record in records:
                write.add(self._connection, record)
        self.add(joined.indexed)
        self._held.clear()
        self._given.clear()

    def index(self, indexed: Iterable[Indexed], articles: int) -> None:
        """Replace all keys, counts and profiles; they hold that many articles.

        Keys are gathered aside and written in their order: written as they come, each would touch a page of its own.
        """
        for table in ("keys", "counts", "profiles"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("CREATE TEMP TABLE gathered (room, key, day, ref)")
        for part in indexed:
            self._connection.executemany("INSERT INTO gathered VALUES (?, ?, ?, ?)", _rows(part))
            self.add(replace(part, keys=()))
        self._counted.clear()
        self._connection.execute(
            "INSERT INTO keys (room, key, day, ref) SELECT DISTINCT room, key, day, ref FROM gathered ORDER BY 1, 2, 3, 4"
        )
        self._connection.execute("DROP TABLE gathered")
        self._connection.execute("UPDATE meta SET value = ? WHERE key = 'keyed'", (str(articles),))

    def add(self, indexed: Indexed) -> None:
        """Add keys, counts and profiles; keys that are there already stay."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO keys (room, key, day, ref) VALUES (?, ?, ?, ?)", sorted(_rows(indexed))
        )
        self._connection.executemany(
            "INSERT INTO counts (room, word, n) VALUES (?, ?, ?)"
            " ON CONFLICT (room, word) DO UPDATE SET n = n + excluded.n",
            sorted((room.number, word, n) for (room, word), n in indexed.counts.items()),
        )
        for (room, word), n in indexed.counts.items():
            if word in self._counted[room]:
                self._counted[room][word] += n
        self._connection.executemany("DELETE FROM profiles WHERE id = ?", [(id_,) for id_ in indexed.gone])
        self._connection.executemany(
            "INSERT OR REPLACE INTO profiles (id, record) VALUES (?, ?)",
            [(id_, encode(profile)) for id_, profile in sorted(indexed.profiles.items())],
        )

    def _changes(self, after: Corpus) -> None:
        kinds: tuple[tuple[type, tuple[Any, ...]], ...] = (
            (Article, after.articles), (Quotation, after.quotations), (Mention, after.mentions),
        )  # fmt: skip
        bare = [tuple(self._bare(cls, [record.id for record in records])) for cls, records in kinds]
        write.write_changes(self._connection, Corpus(*bare), after)

    def _bare(self, cls: type, ids: Collection[str]) -> Iterator[Any]:
        text = ", text" if cls is Article else ""
        yield from (self._given[id_] for id_ in ids if id_ in self._given)
        others = {id_ for id_ in ids if id_ not in self._given}
        for row in self._in(f"SELECT record{text} FROM {TABLES[cls]} WHERE id IN ({{}})", others):
            yield decode(cls, row[0], **({"text": row[1]} if text else {}))

    def _remove(self, cls: type, ids: Iterable[str]) -> None:
        rows = list(self._in(f"SELECT id, n FROM {TABLES[cls]} WHERE id IN ({{}})", set(ids)))
        if cls is not Storyline:
            stored: dict[str, Any] = self.records(cls, [row[0] for row in rows])
            self._connection.executemany(
                "DELETE FROM facets WHERE facet = ? AND value = ? AND owner = ?",
                [(*pair, n) for id_, n in rows for pair in facets.of(stored[id_])],
            )
        self._connection.executemany(f"DELETE FROM {TABLES[cls]} WHERE n = ?", [(n,) for _, n in rows])

    def _gave(self, cls: type[Record], article_id: str) -> Iterator[Record]:
        """Records of an article as it gave them; kept where they stand so."""
        held = self._held[TABLES[cls]]
        for id_, record, linked in self._connection.execute(
            f"SELECT id, record, linked FROM {TABLES[cls]} WHERE article_id = ? ORDER BY id", (article_id,)
        ):
            given = self._given[id_] = decode(cls, record)
            if linked is None:
                held[id_] = given
            yield given

    def _kept(self, cls: type[Record], rows: Iterable[tuple[Any, ...]]) -> list[Record]:
        """Rows of id, record, linked and, for articles, text, as records; those that are held are not read again."""
        held, found = self._held[TABLES[cls]], []
        for id_, record, linked, *text in rows:
            if id_ not in held:
                held[id_] = decode(cls, record, linked, **({"text": text[0]} if text else {}))
            found.append(held[id_])
        return found

    def _in(self, sql: str, values: Collection[str], *before: Any) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(values)
        for start in range(0, len(wanted), CHUNK):
            part = wanted[start : start + CHUNK]
            marks = ", ".join("?" * len(part))
            yield from self._connection.execute(sql.format(marks), (*before, *part)).fetchall()


def _rows(indexed: Indexed) -> Iterator[tuple[int, int, int, int]]:
    return ((room.number, _number(key), day or 0, _ref(id_)) for room, key, day, id_ in indexed.keys)


@functools.lru_cache(maxsize=16_384)
def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8"), digest_size=8).digest(), "big", signed=True)


def _ref(id_: str) -> int:
    value = int(id_.partition("_")[2], 16)
    return value - 2 * SIGN if value >= SIGN else value


def _id(room: Room, ref: int) -> str:
    return f"{room.prefix}_{ref + 2 * SIGN if ref < 0 else ref:016x}"
