"""Events with days -> places for a drawing of a story in time: a lane for words and deeds of cooperation and conflict.

The four lanes are PLOVER's quad classes (Open Event Data Alliance, PLOVER codebook 2022). Events of the same days in
one lane are stacked, so that every mark can be hit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Event

LANES = (
    ("words of cooperation", ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")),
    ("deeds of cooperation", ("COOPERATE", "AID", "RETREAT")),
    ("words of conflict", ("REQUEST", "ACCUSE", "REJECT", "THREATEN")),
    ("deeds of conflict", ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")),
)
WIDTH, LEFT, STEP, TOP = 1000, 150, 16, 22
RADIUS, GROWTH, LARGEST = 4.0, 1.5, 9.0
NARROW = 12.0
"""A mark closer than this to the one before it in its lane is put below it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One event: its mark and, for a turning point, its number in the list; `open`: only its first or last day is known."""

    event: Event
    x: float
    y: float
    radius: float
    length: float
    number: int | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name and the height at which it begins."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day written under the drawing."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """A drawing `width` by `height`."""

    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    height: float
    width: int = WIDTH


def lanes(events: Sequence[Event], turning: Sequence[str] = ()) -> Lanes | None:
    """None where fewer than two events have a day; one of which only the first or last is known stands there.
    turning: ids of turning points, in order."""
    dated = [
        (event.when.earliest or event.when.latest, event.when.latest or event.when.earliest, event)
        for event in events
    ]
    known = [(first, last, event) for first, last, event in dated if first and last]
    if len(known) < 2:
        return None
    begin, end = min(first for first, _, _ in known), max(last for _, last, _ in known)
    days = max(1, (end - begin).days)
    numbers = {one: i for i, one in enumerate(turning, 1)}

    def at(day: dt.date) -> float:
        return LEFT + 12 + (WIDTH - LEFT - 24) * (day - begin).days / days

    made: list[Lane] = []
    points: list[Point] = []
    y = float(TOP)
    for name, types in LANES:
        rows: list[float] = []
        for first, last, event in sorted(known, key=lambda one: (one[0], one[2].id)):
            if event.type not in types:
                continue
            x, right = at(first), at(last)
            row = next((i for i, reach in enumerate(rows) if x - reach >= NARROW), len(rows))
            rows[row : row + 1] = [right]
            radius = min(LARGEST, RADIUS + GROWTH * (len(event.outlets) - 1))
            points.append(
                Point(event, round(x, 1), y + STEP * (row + 0.5), round(radius, 1), round(right - x, 1), numbers.get(event.id),
                      event.when.earliest is None or event.when.latest is None)
            )  # fmt: skip
        if rows:
            made.append(Lane(name, y, STEP * len(rows)))
            y += STEP * len(rows) + 6
    ticks = [
        Tick(round(at(day), 1), day.isoformat()) for day in sorted({begin, begin + (end - begin) / 2, end})
    ]
    return Lanes(tuple(made), tuple(points), tuple(ticks), y + TOP)
