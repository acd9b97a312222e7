"""The columns of one kind of record, held in memory -> which records match, how many by value, how many by day.

A project of a million mentions is filtered and counted in milliseconds because nothing is read from the file: a
value is a number, a filter is a mask over all records, a facet is one count over the pairs of record and value
(the inverted lists of any search engine, with NumPy's arrays for lists).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]
    Mask = NDArray[np.bool_]

Filters = Mapping[str, Sequence[str]]
"""Name of a column -> the values asked for: any of them where a record has one value, all of them where several."""
NEVER = 3_700_000
"""A day number after the last one that Python knows: an open end."""
BINS = 120


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `values` by their code; `owners[i]` (a position in the listing) has the value `codes[i]`."""

    values: list[str]
    codes: Numbers
    owners: Numbers
    several: bool
    known: dict[str, int] = field(default_factory=dict)

    def having(self, value: str, size: int) -> Mask:
        """Which records have that value."""
        import numpy as np

        mask = np.zeros(size, dtype=np.bool_)
        code = self.known.get(value)
        if code is not None:
            first, last = np.searchsorted(self.codes, (code, code + 1))
            mask[self.owners[first:last]] = True
        return mask

    def count(self, value: str) -> int:
        """How many records have that value."""
        import numpy as np

        code = self.known.get(value)
        if code is None:
            return 0
        first, last = np.searchsorted(self.codes, (code, code + 1))
        return int(last - first)


@dataclass(frozen=True, slots=True)
class Bin:
    """A run of days and how many of the records begin in it."""

    first: dt.date
    last: dt.date
    count: int


@dataclass(frozen=True, slots=True)
class Columns:
    """All of one kind in the order of its listing: `rows` are their numbers in the file, `first` and `last` their days
    (0 and NEVER where a side is open; `dated` is False where both are)."""

    rows: Numbers
    first: Numbers
    last: Numbers
    dated: Mask
    columns: Mapping[str, Column]

    @property
    def size(self) -> int:
        """How many records there are."""
        return len(self.rows)

    def mask(self, filters: Filters, first: dt.date | None = None, last: dt.date | None = None) -> Mask:
        """Which records meet every condition; an interval of days counts when it overlaps the days asked for."""
        import numpy as np

        mask = np.ones(self.size, dtype=np.bool_)
        for name, values in filters.items():
            column = self.columns[name]
            found = [column.having(value, self.size) for value in values]
            if found:
                mask &= np.logical_and.reduce(found) if column.several else np.logical_or.reduce(found)
        if first is not None or last is not None:
            mask &= self.dated
        if first is not None:
            mask &= self.last >= first.toordinal()
        if last is not None:
            mask &= self.first <= last.toordinal()
        return mask

    def counts(self, name: str, mask: Mask, limit: int | None = None) -> list[tuple[str, int]]:
        """How many of the records in `mask` have each value, most first; at most `limit` values."""
        import numpy as np

        column = self.columns[name]
        codes = column.codes if mask.all() else column.codes[mask[column.owners]]
        totals = np.bincount(codes, minlength=len(column.values))
        present = np.flatnonzero(totals)
        if limit is not None and len(present) > 4 * limit:
            floor = np.partition(totals[present], -limit)[-limit]
            present = present[totals[present] >= floor]
        found = [(column.values[code], int(totals[code])) for code in present]
        found.sort(key=lambda one: (-one[1], one[0]))
        return found[:limit]

    def crossed(self, name: str, other: str, mask: Mask) -> list[tuple[tuple[str, str], int]]:
        """How many of the records in `mask` have one value of column `name`, which has one for a record, and one of
        `other`; by the first value, then most first; none with 0."""
        import numpy as np

        column, second = self.columns[name], self.columns[other]
        assert not column.several, name
        own = np.full(self.size, -1, dtype=np.int64)
        own[column.owners] = column.codes
        keep = mask[second.owners] & (own[second.owners] >= 0)
        width = len(second.values)
        joint, totals = np.unique(own[second.owners[keep]] * width + second.codes[keep], return_counts=True)
        found = [
            ((column.values[key // width], second.values[key % width]), int(total))
            for key, total in zip(joint.tolist(), totals.tolist(), strict=True)
        ]
        return sorted(found, key=lambda one: (one[0][0], -one[1], one[0][1]))

    def together(self, name: str, mask: Mask, values: Sequence[str]) -> dict[tuple[str, str], int]:
        """How many of the records in `mask` have both of two of these values; pairs in the order given, none with 0."""
        import numpy as np

        column = self.columns[name]
        wanted = [value for value in values if value in column.known]
        slot = np.full(len(column.values), -1, dtype=np.int32)
        slot[[column.known[value] for value in wanted]] = np.arange(len(wanted), dtype=np.int32)
        keep = mask[column.owners] & (slot[column.codes] >= 0)
        records, rows = np.unique(column.owners[keep], return_inverse=True)
        held = np.zeros((len(records), len(wanted)), dtype=np.float32)
        held[rows, slot[column.codes[keep]]] = 1
        table = held.T @ held
        return {
            (one, other): int(table[i, j])
            for i, one in enumerate(wanted)
            for j, other in enumerate(wanted)
            if i < j and table[i, j]
        }

    def density(self, mask: Mask, bins: int = BINS) -> list[Bin]:
        """The records in `mask` by the day on which they begin, over the whole of their period in at most `bins` runs
        of days, weeks, months or years; empty when none is dated."""
        import numpy as np

        begins = self._begins(mask)
        if not len(begins):
            return []
        edges = _edges(int(begins.min()), int(begins.max()), bins)
        totals = np.histogram(begins, bins=edges)[0]
        return [
            Bin(dt.date.fromordinal(int(a)), dt.date.fromordinal(int(b) - 1), int(n))
            for a, b, n in zip(edges, edges[1:], totals, strict=False)
        ]

    def density_by(self, name: str, mask: Mask, bins: int = BINS) -> dict[str, list[Bin]]:
        """The same for each value of a column, all over the same runs of days."""
        import numpy as np

        begins = self._begins(mask)
        if not len(begins):
            return {}
        edges = _edges(int(begins.min()), int(begins.max()), bins)
        column = self.columns[name]
        keep = mask[column.owners] & self.dated[column.owners]
        codes, owners = column.codes[keep], column.owners[keep]
        starts = np.where(self.first[owners] > 0, self.first[owners], self.last[owners])
        slots = np.searchsorted(edges, starts, side="right") - 1
        width = len(edges) - 1
        table = np.bincount(codes * width + slots, minlength=len(column.values) * width)
        days = [dt.date.fromordinal(int(edge)) for edge in edges]
        found: dict[str, list[Bin]] = {}
        for code in np.unique(codes):
            row = table[code * width : (code + 1) * width]
            found[column.values[code]] = [
                Bin(days[i], days[i + 1] - dt.timedelta(1), int(n)) for i, n in enumerate(row)
            ]
        return found

    def _begins(self, mask: Mask) -> Numbers:
        import numpy as np

        chosen = mask & self.dated
        return np.where(self.first[chosen] > 0, self.first[chosen], self.last[chosen])


def _edges(first: int, last: int, bins: int) -> list[int]:
    """Day numbers at which runs begin, the last one past the end: days, weeks, months, years, tens of years .."""
    span = last - first + 1
    if span <= bins:
        return list(range(first, last + 2))
    if span <= 7 * bins:
        monday = first - (first - 1) % 7
        return list(range(monday, last + 8, 7))
    start = dt.date.fromordinal(first)
    for months in (1, 3, 12, 60, 120, 600, 1200):
        if span <= months * 30 * bins:
            break
    year, month = start.year - start.year % max(1, months // 12), (start.month - 1) // months * months + 1
    if months >= 12:
        month = 1
    edges: list[int] = []
    while True:
        if year < 1:
            edges.append(1)
        elif year > 9999:
            edges.append(dt.date.max.toordinal())
        else:
            edges.append(dt.date(year, month, 1).toordinal())
        if edges[-1] > last or year > 9999:
            return edges
        month += months
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
