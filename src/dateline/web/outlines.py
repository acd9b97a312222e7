"""The vendored outlines of countries -> SVG paths by country code, projected and clipped to a part of the world.

The file is TopoJSON (its specification: arcs in whole steps, each from the last, shared by neighbours). The world is
drawn in the Natural Earth projection (Patterson; polynomial of Savric, Jenny, Patterson, Petrovic and Hurni, 2011), a
part of it with true proportions along its middle parallel, from the finer file. Antarctica is left out.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WIDTH = 2000
"""Units of a drawing from its left to its right."""
COARSE, FINE = "countries-110m.json", "countries-50m.json"
WORLD, ANTARCTICA = "world", "ATA"
NEAR = 1
"""Units that a point must lie from the one before to be drawn."""

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the world between four edges, in degrees."""

    key: str
    name: str
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """`paths`: the outline of each country by alpha-3 code, `WIDTH` by `height`; `rest`: those that have no code."""

    part: Part
    height: int
    paths: dict[str, str]
    rest: str
    project: Callable[[float, float], Point]

    def place(self, longitude: float, latitude: float) -> tuple[int, int] | None:
        """Where a point lies in the drawing; None outside of it."""
        part = self.part
        if not (part.west <= longitude <= part.east and part.south <= latitude <= part.north):
            return None
        x, y = self.project(longitude, latitude)
        return round(x), round(y)


@cache
def parts() -> dict[str, Part]:
    """The parts of the world by key, the whole first."""
    return {row[0]: Part(row[0], row[1], *map(float, row[2:])) for row in _table("map_parts.tsv")}


@cache
def codes() -> dict[str, str]:
    """Numeric code (a name where there is none) -> alpha-3 code."""
    return {row[0]: row[1] for row in _table("iso_numeric.tsv")}


@cache
def drawing(key: str) -> Drawing:
    """The countries of one part of the world; made once."""
    part = parts()[key]
    project, height = _natural_earth(part) if key == WORLD else _true_in_the_middle(part)
    paths: dict[str, str] = {}
    rest = ""
    for code, rings in _countries(COARSE if key == WORLD else FINE):
        path = "".join(_path(project(*point) for point in ring) for ring in _within(rings, part))
        if path and code:
            paths[code] = paths.get(code, "") + path
        else:
            rest += path
    return Drawing(part, height, paths, rest, project)


def _table(name: str) -> list[list[str]]:
    lines = (files("dateline.web") / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


# ---------------------------------------------------------------- the file


@cache
def _countries(name: str) -> tuple[tuple[str | None, list[Ring]], ...]:
    """Code, if any, and rings in degrees of each country, those across the 180th meridian laid out whole."""
    return tuple(_read(name))


def _read(name: str) -> Iterator[tuple[str | None, list[Ring]]]:
    path = files("dateline.web") / "static" / "vendor" / name
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes().get(shape.get("id") or shape["properties"]["name"])
        if code == ANTARCTICA:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        yield code, [_unwrapped(_ring(numbers, arcs)) for polygon in polygons for numbers in polygon]


def _arc(steps: Sequence[Sequence[int]], transform: Any) -> Ring:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x * wide + left, y * high + low))
    return points


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs one after the other, a negative number (~n) backwards; the end of each is the beginning of the next."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


# ---------------------------------------------------------------- cutting


def _within(rings: Iterable[Ring], part: Part) -> Iterator[Ring]:
    """What of the rings lies inside; one across the 180th meridian comes in at both ends."""
    for ring in rings:
        left, right = min(ring)[0], max(ring)[0]
        for turn in (-360.0, 0.0, 360.0):
            if right + turn <= part.west or left + turn >= part.east:
                continue
            cut = [(x + turn, y) for x, y in ring] if turn else ring
            for axis, edge, sign in (
                (0, part.west, 1),
                (0, part.east, -1),
                (1, part.south, 1),
                (1, part.north, -1),
            ):
                cut = _cut(cut, axis, edge, sign)
            if len(cut) > 2:
                yield cut


def _unwrapped(ring: Ring) -> Ring:
    turned, turn = [ring[0]], 0.0
    for (before, _), (x, y) in itertools.pairwise(ring):
        if abs(x - before) > 180:
            turn -= math.copysign(360.0, x - before)
        turned.append((x + turn, y))
    return turned


def _cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    """The part of a polygon on one side of a line (Sutherland and Hodgman, 1974)."""
    kept: Ring = []
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside, was = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]))
            )
        if inside:
            kept.append(point)
    return kept


# ---------------------------------------------------------------- drawing


def _natural_earth(part: Part) -> tuple[Callable[[float, float], Point], int]:
    def raw(longitude: float, latitude: float) -> Point:
        turn, phi = math.radians(longitude), math.radians(latitude)
        p2 = phi * phi
        p4 = p2 * p2
        wide = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
        high = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
        return turn * wide, phi * high

    left, right = raw(part.west, 0)[0], raw(part.east, 0)[0]
    top, bottom = raw(0, part.north)[1], raw(0, part.south)[1]
    scale = WIDTH / (right - left)

    def project(longitude: float, latitude: float) -> Point:
        x, y = raw(longitude, latitude)
        return (x - left) * scale, (top - y) * scale

    return project, round((top - bottom) * scale)


def _true_in_the_middle(part: Part) -> tuple[Callable[[float, float], Point], int]:
    narrow = math.cos(math.radians((part.south + part.north) / 2))
    scale = WIDTH / ((part.east - part.west) * narrow)

    def project(longitude: float, latitude: float) -> Point:
        return (longitude - part.west) * narrow * scale, (part.north - latitude) * scale

    return project, round((part.north - part.south) * scale)


def _path(points: Iterable[Point]) -> str:
    """Whole units, each point from the last; what is smaller than a unit is left away."""
    made: list[str] = []
    x = y = 0
    for px, py in points:
        right, down = round(px) - x, round(py) - y
        if not made:
            made.append(f"M{right},{down}l")
        elif max(abs(right), abs(down)) < NEAR:
            continue
        else:
            made.append(f"{right},{down} ")
        x, y = x + right, y + down
    return "".join(made).rstrip() + "z" if len(made) > 2 else ""
