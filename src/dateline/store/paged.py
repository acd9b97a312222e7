"""The part of a Store that pages ask: columns, single records, full text page by page, saved searches."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.corpus import Seen
from dateline.records import Rejected
from dateline.store import health, listed, read, rejections, saved
from dateline.store import search as texts
from dateline.store.columns import Columns
from dateline.store.faults import translated
from dateline.store.saved import Saved
from dateline.store.write import transaction


class Paged:
    """One project file, as far as its pages read it; each method is one question."""

    path: Path
    _connection: sqlite3.Connection

    def columns(self, kind: str) -> Columns:
        """All columns of a kind (KINDS in `listed`), to be held in memory and asked again and again."""
        with translated(self.path):
            return listed.load(self._connection, kind)

    def records(self, kind: str, numbers: Sequence[int]) -> list[Any]:
        """The records of a kind with these numbers, in this order."""
        with translated(self.path):
            return listed.records(self._connection, kind, numbers)

    def by_ids(self, table: str, ids: Sequence[str]) -> dict[str, Any]:
        """The records of a table with these ids, by id."""
        with translated(self.path):
            return listed.by_ids(self._connection, table, ids)

    def titles(self, table: str, ids: Sequence[str]) -> dict[str, str]:
        """Ids of stories, storylines or actors -> title or name."""
        with translated(self.path):
            return listed.titles(self._connection, table, ids)

    def outlets(self) -> dict[str, str]:
        """Outlets as they are filed -> as an article names them."""
        with translated(self.path):
            return listed.outlets(self._connection)

    def states(self) -> dict[str, str]:
        """Country codes -> names of the states of the project."""
        with translated(self.path):
            return listed.states(self._connection)

    def told_mark(self) -> tuple[int, ...]:
        """What changes whenever events and stories were made anew or articles were added."""
        with translated(self.path):
            return listed.told_mark(self._connection)

    def seen(self, article_id: str) -> tuple[Seen, ...]:
        """Whom one article speaks of, with the names they go by there."""
        with translated(self.path):
            return read.seen(self._connection, article_id)

    def matching(self, words: str) -> int:
        """How many articles hold the words."""
        with translated(self.path):
            return texts.matching(self._connection, words)

    def matches(self, words: str, *, ranked: bool) -> list[tuple[int, float]]:
        """Every article that holds the words: its number and, where `ranked`, its score (lower is better; else 0)."""
        with translated(self.path):
            return texts.matches(self._connection, words, ranked=ranked)

    def snippets(self, words: str, numbers: Sequence[int]) -> dict[int, str]:
        """The best passage of each of these articles, found words between START and END."""
        with translated(self.path):
            return texts.snippets(self._connection, words, numbers)

    def telling_words(self, article_id: str) -> list[str]:
        """The words that tell an article from the rest of the project, the most telling first."""
        with translated(self.path):
            return texts.telling_words(self._connection, article_id)

    def rejection_counts(self, under: str = "") -> list[tuple[str, str, int]]:
        """Stage, code and number of inputs that gave no article, most first; `under`: what their names begin with."""
        with translated(self.path):
            return rejections.counts(self._connection, under)

    def rejections(
        self, codes: Sequence[str] = (), under: str = "", *, after: tuple[str, str] | None = None, skip: int = 0,
        limit: int = 100,
    ) -> list[Rejected]:  # fmt: skip
        """Some of the inputs that gave no article, by name."""
        with translated(self.path):
            return rejections.some(self._connection, codes, under, after=after, skip=skip, limit=limit)

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Rows by table."""
        with translated(self.path):
            return health.counts(self._connection)

    def stamps(self) -> tuple[tuple[str, str, str, int], ...]:
        """Articles by the (program, model, data) they were made with, the first first."""
        with translated(self.path):
            return health.stamps(self._connection)

    def faults(self, linked: bool) -> tuple[str, ...] | None:
        """What is wrong with the file, in words; reads all of it. None where it was interrupted."""
        with translated(self.path):
            return health.faults(self._connection, linked)

    def interrupt(self) -> None:
        """Break off what another thread has this very store read."""
        self._connection.interrupt()

    def searches(self) -> list[Saved]:
        """Saved searches, by name."""
        with translated(self.path):
            return saved.listed(self._connection)

    def save_search(self, one: Saved) -> None:
        """Keep a search; the same question keeps its id and takes the new name."""
        with translated(self.path), transaction(self._connection):
            saved.keep(self._connection, one)

    def forget_search(self, id: str) -> bool:
        """Let a saved search go; False where there was none."""
        with translated(self.path), transaction(self._connection):
            return saved.forget(self._connection, id)
