"""Words and filters -> every article of a project that meets them, page by page; searches kept under a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline.errors import UsageError
from dateline.records import Article
from dateline.store import END, START, Hit
from dateline.store.columns import Bin
from dateline.store.saved import Saved

__all__ = ["END", "START", "Hit", "Saved", "Searched", "find", "keep", "like"]

if TYPE_CHECKING:
    from dateline.chronicle.pages import Found, Pages, Value

CHUNK = 200
RANKED = 20_000
"""Articles that are ranked by fit; where more hold the words, the newest come first, and `Searched.order` says so."""
Order = Literal["best", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Searched:
    """The articles that hold some words and meet some conditions, in one order; `total` of them."""

    pages: Pages
    words: str
    numbers: tuple[int, ...]
    scores: Mapping[int, float]
    found: Found
    order: Order = "best"

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.numbers)

    def page(self, number: int, size: int) -> list[Hit]:
        """The hits of page `number`, counted from 1; empty past the end."""
        return self.of(self.numbers[(number - 1) * size : number * size])

    def all(self) -> Iterator[Hit]:
        """Every hit, complete."""
        for start in range(0, self.total, CHUNK):
            yield from self.of(self.numbers[start : start + CHUNK])

    def facet(self, name: str, limit: int = 12) -> list[Value]:
        """The values of a column of articles with counts."""
        return self.found.facet(name, limit)

    def density(self) -> list[Bin]:
        """How many were published in each run of days."""
        return self.found.density()

    def of(self, numbers: Sequence[int]) -> list[Hit]:
        """The hits with these numbers, in this order."""
        store = self.pages.store
        snippets = store.snippets(self.words, numbers)
        held = zip(numbers, store.records("article", numbers), strict=False)
        return [
            Hit(
                article.id, article.title, article.outlet, article.published, snippets.get(number, ""),
                round(self.scores.get(number, 0.0), 6), article.teller,
            )
            for number, article in held
        ]  # fmt: skip


def find(
    pages: Pages,
    words: str,
    filters: Mapping[str, Sequence[str]],
    first: dt.date | None = None,
    last: dt.date | None = None,
    order: Order = "best",
) -> Searched:
    """Articles by words ("a phrase", A OR B, prefix*), outlet, story and days. Raises UsageError."""
    import numpy as np

    store = pages.store
    if order == "best" and store.matching(words) > RANKED:
        order = "newest"
    matched = store.matches(words, ranked=order == "best")
    found = pages.find("article", filters, first=first, last=last)
    held = np.fromiter((number for number, _ in matched), dtype=np.int64, count=len(matched))
    mask = found.mask & np.isin(found.columns.rows, held)
    found = replace(found, mask=mask)
    listed = [int(number) for number in found.columns.rows[mask]]
    if order == "best":
        kept = set(listed)
        listed = [number for number, _ in matched if number in kept]
    elif order == "newest":
        listed.reverse()
    return Searched(pages, words, tuple(listed), dict(matched) if order == "best" else {}, found, order)


def like(pages: Pages, article: Article) -> str:
    """The words by which articles like this one are found, as a search: any of its most telling words."""
    return " OR ".join(f'"{word}"' for word in pages.store.telling_words(article.id))


def keep(pages: Pages, name: str, query: str, today: dt.date) -> Saved:
    """Keep a search, given as the part of its address behind the question mark. Raises UsageError without a name."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("a saved search needs a name", remedy="Write a few words by which you know it again")
    one = Saved(Saved.make_id(query), name, query, today.isoformat())
    pages.store.save_search(one)
    return one
