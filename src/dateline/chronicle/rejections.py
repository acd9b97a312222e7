"""Inputs that gave no article: how many there are of which code, page by page, complete; what a code means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.chronicle.pages import Value
from dateline.records import Rejected

if TYPE_CHECKING:
    from dateline.chronicle.pages import Pages

CHUNK = 500


@dataclass(frozen=True)
class Rejections:
    """Those with one of `codes` (all where none is named) whose input's name begins with `under`."""

    pages: Pages
    codes: tuple[str, ...] = ()
    under: str = ""

    @cached_property
    def _counts(self) -> Counter[str]:
        counted: Counter[str] = Counter()
        for _, code, number in self.pages.store.rejection_counts(self.under):
            counted[code] += number
        return counted

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(number for code, number in self._counts.items() if not self.codes or code in self.codes)

    def page(self, number: int, size: int) -> list[Rejected]:
        """Those of page `number`, counted from 1, by the names of the inputs."""
        return self.pages.store.rejections(self.codes, self.under, skip=(number - 1) * size, limit=size)

    def all(self) -> Iterator[Rejected]:
        """All of them; may be walked from several threads in turn."""
        after: tuple[str, str] | None = None
        while found := self.pages.store.rejections(self.codes, self.under, after=after, limit=CHUNK):
            yield from found
            after = (found[-1].source, found[-1].sha256)

    def facet(self, name: str, limit: int = 12) -> list[Value]:
        """Codes with counts, most first."""
        found = self._counts.most_common(limit)
        found += [(code, self._counts[code]) for code in self.codes if code not in dict(found)]
        return [Value(code, code, count, code in self.codes) for code, count in found]


def meanings(codes: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Code -> what it means and what to do, of those that a table explains."""
    from dateline.articles.codes import codes as of_articles
    from dateline.sources import codes as of_sources

    known = {code: (one.meaning, one.remedy) for code, one in of_sources().items()}
    known.update({code: (one[0], one[1]) for code, one in of_articles().items()})
    return {code: known[code] for code in codes if code in known}
