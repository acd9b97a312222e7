"""Store: one open project file; every fault of the file comes out as ProjectError."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeVar

from dateline.corpus import Corpus, Seen, Told
from dateline.records import Actor, Article, Mention, Quotation, Rejected
from dateline.store import read, write
from dateline.store.codec import decode
from dateline.store.facets import fold
from dateline.store.faults import translated
from dateline.store.health import Health, examine
from dateline.store.judged import Shelf
from dateline.store.near import Near
from dateline.store.paged import Paged
from dateline.store.read import Where
from dateline.store.schema import connect
from dateline.store.search import Hit, search

Record = TypeVar("Record")
Known = Literal["article", "rejected"]


class Store(Paged):
    """One project file. Not for use by several threads at once; several processes may read while one writes."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._connection = connect(path, create=create)

    def close(self) -> None:
        """Let go of the file; SQLite folds its log back in."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---------------------------------------------------------------- writing

    def stamp(self, program: str, model: str, data: str) -> int:
        """The number under which what was made by this program, model and data is kept."""
        with translated(self.path):
            one = (program, model, data)
            sql = "SELECT n FROM stamps WHERE program = ? AND model = ? AND data = ?"
            row = self._connection.execute(sql, one).fetchone()
            if row is None:
                with write.transaction(self._connection):
                    self._connection.execute(
                        "INSERT OR IGNORE INTO stamps (program, model, data) VALUES (?, ?, ?)", one
                    )
                row = self._connection.execute(sql, one).fetchone()
            return int(row[0])

    def known(self, source: str, sha256: str) -> Known | None:
        """What is known of an input: its bytes are an article, or this very input was rejected, or nothing."""
        with translated(self.path):
            if self._connection.execute("SELECT 1 FROM articles WHERE sha256 = ?", (sha256,)).fetchone():
                return "article"
            row = self._connection.execute(
                "SELECT 1 FROM rejected WHERE sha256 = ? AND source = ?", (sha256, source)
            ).fetchone()
            return "rejected" if row else None

    def add(
        self, article: Article, quotations: Iterable[Quotation], mentions: Iterable[Mention],
        seen: Iterable[Seen], digest: bytes, stamp: int, *, mended: bool = True,
    ) -> bool:  # fmt: skip
        """Keep one article with all that came of it, whole or not at all; False when it was there already.

        mended: forget what was rejected under that name before (not where several inputs share one name).
        """
        with translated(self.path):
            return write.write_article(
                self._connection, article, quotations, mentions, seen, digest, stamp, mended=mended
            )

    def reject(self, rejected: Rejected, *, mended: bool = True) -> None:
        """Keep why an input gave no article; `mended` as in `add`."""
        with translated(self.path):
            write.write_rejected(self._connection, rejected, mended=mended)

    def also(self, source: str, sha256: str) -> None:
        """Note another input that has the bytes of an article."""
        with translated(self.path):
            write.write_duplicate(self._connection, source, sha256)

    def put(self, before: Corpus, told: Told, actors: Sequence[Actor], generation: int, stamp: int) -> None:
        """Replace events, stories, storylines and actors, and what links changed, in one transaction."""
        with translated(self.path):
            write.write_told(self._connection, before, told, actors, generation, stamp)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything written inside is one transaction: fast for many records, and all of it or nothing is kept."""
        with translated(self.path), write.transaction(self._connection):
            yield

    def lay(self, before: Corpus, told: Told, actors: Sequence[Actor]) -> None:
        """Add events, stories, storylines and actors that are new, and what `told` changed in the records of `before`."""
        with translated(self.path), write.transaction(self._connection):
            write.write_changes(self._connection, before, told.linked.corpus)
            write.write_found(self._connection, told, actors)

    def settle(self, stamp: int) -> None:
        """Say that events and stories cover every article there is, as made under that stamp."""
        with translated(self.path), write.transaction(self._connection):
            write.settle(self._connection, self.generation(), stamp)

    @contextmanager
    def judging(self) -> Iterator[Shelf]:
        """The shelf on which judgements are laid, in one transaction; nobody else writes meanwhile."""
        with translated(self.path), write.transaction(self._connection):
            yield Shelf(self._connection)

    def shelf(self) -> Shelf:
        """The same to read from."""
        return Shelf(self._connection)

    @contextmanager
    def near(self) -> Iterator[Near]:
        """The neighbourhood of new articles, in one transaction; nobody else writes meanwhile."""
        with translated(self.path), write.transaction(self._connection):
            yield Near(self._connection)

    # ---------------------------------------------------------------- reading everything

    def generation(self) -> int:
        """How many articles were ever added; grows with each."""
        return self._meta("generation")

    def linked(self, stamp: int | None = None) -> bool:
        """Whether events and stories cover every article (and were made under that stamp, when one is named)."""
        same = self._meta("linked_generation") == self.generation()
        return same and (stamp is None or self._meta("linked_stamp") == stamp or self.generation() == 0)

    def linked_but(self, fresh: int, stamp: int) -> bool:
        """Whether events and stories cover all but the last `fresh` articles, made under that stamp."""
        covered = self._meta("linked_generation")
        return covered + fresh == self.generation() and self._meta("linked_stamp") == stamp

    def corpus(self) -> tuple[Corpus, int]:
        """All that articles gave, as they gave it, sorted by id; and the generation it is of."""
        with translated(self.path):
            execute = self._connection.execute
            execute("BEGIN")
            try:
                articles = tuple(
                    decode(Article, record, text=text)
                    for record, text in execute("SELECT record, text FROM articles ORDER BY id")
                )
                corpus = Corpus(
                    articles=articles,
                    quotations=tuple(self._bare(Quotation, "quotation")),
                    mentions=tuple(self._bare(Mention, "mention")),
                    digests=tuple(execute("SELECT id, digest FROM articles ORDER BY id")),
                    seen=tuple(
                        decode(Seen, row[0])
                        for row in execute("SELECT record FROM seen ORDER BY article_id, actor_id")
                    ),
                )
                return corpus, self._meta("generation")
            finally:
                execute("ROLLBACK")

    def plain(self, table: str) -> Iterator[dict[str, Any]]:
        """Every record of a table as plain JSON values, one at a time, in the order of listings."""
        with translated(self.path):
            yield from read.plain(self._connection, table)

    def count(self, table: str) -> int:
        """How many rows a table holds."""
        with translated(self.path):
            return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def examine(self) -> Health:
        """Counts and faults."""
        with translated(self.path):
            return examine(self._connection, self.linked())

    # ---------------------------------------------------------------- asking

    def events(
        self, *, actor: str | None = None, country: str | None = None, type_: str | None = None,
        status: str | None = None, outlet: str | None = None, issue: str | None = None, story: str | None = None,
        article: str | None = None, first: dt.date | None = None, last: dt.date | None = None,
    ) -> list[Any]:  # fmt: skip
        """Events by any of these at once, by day."""
        with translated(self.path):
            where = Where().equal("t.type", type_).equal("t.status", status).days(first, last)
            where.facet("event.country", country)
            where.facet("event.outlet", fold(outlet) if outlet else None).facet("event.issue", issue)
            where.equal("t.story_id", self.full_id("stories", story) if story else None)
            where.facet("event.article", self.full_id("articles", article) if article else None)
            read.about_actor(self._connection, "event", where, actor)
            return list(read.select(self._connection, "events", where))

    def mentions(
        self, *, actor: str | None = None, country: str | None = None, type_: str | None = None,
        status: str | None = None, outlet: str | None = None, issue: str | None = None, article: str | None = None,
        event: str | None = None, first: dt.date | None = None, last: dt.date | None = None,
    ) -> list[Any]:  # fmt: skip
        """Mentions by any of these at once, by article and place in it."""
        with translated(self.path):
            where = Where().equal("t.type", type_).equal("t.status", status).days(first, last)
            where.facet("mention.country", country).facet("mention.issue", issue)
            where.equal("t.event_id", self.full_id("events", event) if event else None)
            self._of_article(where, article, outlet)
            read.about_actor(self._connection, "mention", where, actor)
            return list(read.select(self._connection, "mentions", where))

    def quotations(
        self, *, speaker: str | None = None, issue: str | None = None, kind: str | None = None,
        cue_class: str | None = None, same_as: str | None = None, country: str | None = None,
        outlet: str | None = None, article: str | None = None,
    ) -> list[Any]:  # fmt: skip
        """Quotations by any of these at once, by article and place in it."""
        with translated(self.path):
            where = Where().equal("t.kind", kind).equal("t.cue_class", cue_class).equal("t.same_as", same_as)
            where.facet("quotation.issue", issue)
            where.facet("quotation.country", country)
            self._of_article(where, article, outlet)
            read.about_actor(self._connection, "quotation", where, speaker)
            return list(read.select(self._connection, "quotations", where))

    def articles(
        self, *, outlet: str | None = None, story: str | None = None, first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> list[Any]:  # fmt: skip
        """Articles by outlet, story and days of publication, by day."""
        with translated(self.path):
            where = Where().equal("t.outlet", fold(outlet) if outlet else None).days(first, last)
            where.equal("t.story_id", self.full_id("stories", story) if story else None)
            return list(read.select(self._connection, "articles", where))

    def stories(
        self, *, actor: str | None = None, outlet: str | None = None, storyline: str | None = None
    ) -> list[Any]:
        """Stories by day."""
        with translated(self.path):
            where = Where().facet("story.outlet", fold(outlet) if outlet else None)
            where.equal("t.storyline_id", self.full_id("storylines", storyline) if storyline else None)
            read.about_actor(self._connection, "story", where, actor)
            return list(read.select(self._connection, "stories", where))

    def everything(self, table: str) -> list[Any]:
        """All records of a table."""
        with translated(self.path):
            if table == "rejected":
                return list(read.rejections(self._connection))
            return list(read.select(self._connection, table, Where()))

    def one(self, cls: type[Record], given: str) -> Record:
        """The record of that class whose id is `given` or begins with it; raises NotFound and UsageError."""
        with translated(self.path):
            table = read.TABLES[cls]
            where = Where().equal("t.id", self.full_id(table, given))
            record: Record = next(read.select(self._connection, table, where))
            return record

    def full_id(self, table: str, given: str) -> str:
        """The id that `given` stands for; raises NotFound and UsageError."""
        return read.full_id(self._connection, table, given)

    def actor_ids(self, name: str) -> tuple[str, ...]:
        """Actors by id, name or surname."""
        with translated(self.path):
            return read.actor_ids(self._connection, name)

    def state_code(self, country: str) -> str | None:
        """The code of a state of the project by its name."""
        with translated(self.path):
            return read.state_code(self._connection, country)

    def actor_names(self) -> list[str]:
        """The names of all actors, for hints."""
        with translated(self.path):
            return [
                row[0] for row in self._connection.execute("SELECT DISTINCT name FROM actors ORDER BY name")
            ]

    def search(self, words: str, limit: int | None = None) -> list[Hit]:
        """Articles that hold the words, best first; raises UsageError on a query that cannot be read."""
        with translated(self.path):
            return list(search(self._connection, words, limit))

    def _of_article(self, where: Where, article: str | None, outlet: str | None) -> None:
        where.equal("t.article_id", self.full_id("articles", article) if article else None)
        if outlet:
            where.add("t.article_id IN (SELECT id FROM articles WHERE outlet = ?)", fold(outlet))

    def _bare(self, cls: type[Record], kind: str) -> Iterator[Record]:
        """As the articles gave them, whatever an analyst made of them."""
        sql = (
            f"SELECT id, record FROM {kind}s WHERE id NOT IN (SELECT id FROM unjudged WHERE kind = ?1)"
            " UNION ALL SELECT id, json_extract(base, '$.record') FROM unjudged WHERE kind = ?1 AND base IS NOT NULL"
            " ORDER BY id"
        )
        for _, record in self._connection.execute(sql, (kind,)):
            yield decode(cls, record)

    def _meta(self, key: str) -> int:
        with translated(self.path):
            row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return int(row[0]) if row else 0
