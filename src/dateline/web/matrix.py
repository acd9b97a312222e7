"""Counts of pairs of countries, as `A>B` -> a table of those that act most by those that are acted on most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.web.shades import Shades


@dataclass(frozen=True, slots=True)
class Cell:
    """How many events a row's country directs at a column's; `url` leads to them."""

    target: str
    count: int
    shade: int
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One country that acts, with a cell for each column."""

    code: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`columns`: code and name of each target; sources and targets: how many there are in all."""

    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    legend: tuple[tuple[int, str], ...]
    sources: int
    targets: int


def matrix(
    pairs: Sequence[tuple[str, int]], names: Mapping[str, str], most: int, url: Callable[[str], str]
) -> Matrix:
    """pairs: `A>B` and its number of events; most: rows and columns shown at most, those of most events first."""
    counts = {tuple(pair.split(">", 1)): count for pair, count in pairs}
    acting: Counter[str] = Counter()
    acted_on: Counter[str] = Counter()
    for (source, target), count in counts.items():
        acting[source] += count
        acted_on[target] += count
    rows, columns = _first(acting, most), _first(acted_on, most)
    shades = Shades(max((counts.get((row, column), 0) for row in rows for column in columns), default=1) or 1)

    def cell(row: str, column: str) -> Cell:
        count = counts.get((row, column), 0)
        return Cell(column, count, shades.of(count), url(f"{row}>{column}") if count else "")

    lines = tuple(
        Line(row, names.get(row, row), tuple(cell(row, column) for column in columns)) for row in rows
    )
    return Matrix(
        tuple((column, names.get(column, column)) for column in columns), lines, tuple(shades.legend()),
        len(acting), len(acted_on),
    )  # fmt: skip


def _first(counts: Counter[str], most: int) -> list[str]:
    return sorted(counts, key=lambda code: (-counts[code], code))[:most]
