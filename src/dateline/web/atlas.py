"""Counts by country -> the marks of a map: an outline or a dot for each country that has any, each with its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.records import Place
from dateline.web.outlines import WIDTH, drawing
from dateline.web.shades import Shades

RADIUS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """One country in a listing and, where it has an outline (`path`) or a place (`x`, `y`), on the map."""

    code: str
    name: str
    count: int
    shade: int
    url: str
    path: str = ""
    x: int = 0
    y: int = 0

    @property
    def drawn(self) -> bool:
        """Whether the map shows it."""
        return bool(self.path or self.x or self.y)


@dataclass(frozen=True, slots=True)
class Map:
    """A map `width` by `height`: `land` has no events; marks of outlines come before dots, all by count."""

    part: str
    height: int
    land: str
    marks: tuple[Mark, ...]
    legend: tuple[tuple[int, str], ...]
    width: int = WIDTH
    radius: int = RADIUS

    @property
    def drawn(self) -> list[Mark]:
        """What the map shows; dots last, so that they lie on top."""
        return sorted((one for one in self.marks if one.drawn), key=lambda one: not one.path)

    @property
    def elsewhere(self) -> list[Mark]:
        """What it cannot show, or shows in another part."""
        return [one for one in self.marks if not one.drawn]


@cache
def places(overlay: tuple[Path, ...]) -> dict[str, Place]:
    """Where each country of the tables lies, by code."""
    from dateline.where.gazetteer import Gazetteer

    return {code: entry.place for code, entry in Gazetteer(overlay).countries.items()}


def atlas(
    part: str, counts: Sequence[tuple[str, int]], names: Mapping[str, str], known: Mapping[str, Place],
    url: Callable[[str], str],
) -> Map:  # fmt: skip
    """counts: code and number of events, most first; names: code -> name; known: places of countries by code."""
    plan = drawing(part)
    shades = Shades(counts[0][1] if counts else 1)
    marks = []
    for code, count in counts:
        path, x, y = plan.paths.get(code, ""), 0, 0
        where = known.get(code)
        if not path and where is not None and where.lat is not None and where.lon is not None:
            x, y = plan.place(where.lon, where.lat) or (0, 0)
        marks.append(Mark(code, names.get(code, code), count, shades.of(count), url(code), path, x, y))
    shown = {one.code for one in marks if one.path}
    land = plan.rest + "".join(path for code, path in plan.paths.items() if code not in shown)
    return Map(part, plan.height, land, tuple(marks), tuple(shades.legend()) if counts else ())
