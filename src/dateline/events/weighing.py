"""How a mention's sides and status were found in, how much doubt that adds up to out, and the confidence that is left.

Each single way of knowing is right more often than not; two weak ones together are not. `doubts.tsv` holds the points
and the limit from which on a mention is left out; a project may lay its own over it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.tense import Standing
from dateline.tables import NUMBER, Shape, load_table

OF = ("source", "target", "path", "alone", "side", "status", "outcome", "type", "grammar", "article", "limit")
SHAPE = Shape(
    "doubts.tsv",
    ("of", "value", "points"),
    required=("of", "value", "points"),
    key=("of", "value"),
    patterns={"of": ("|".join(OF), f"one of {', '.join(OF)}"), "points": NUMBER},
)
OTHER = "*"
"""Stands for every value of a kind that has no row of its own."""

Ground = tuple[str, str]


class Weighed(NamedTuple):
    """The points of doubt, the confidence that goes with them (0 to 1), and whether they are too many."""

    points: float
    confidence: float
    too_doubtful: bool


class Doubts:
    """Points by what they are of and its value."""

    def __init__(self, points: dict[Ground, float]) -> None:
        self._points = points

    @classmethod
    def load(cls, overlay: Sequence[Path] = ()) -> Doubts:
        """The built-in table with those of the overlay folders laid over it. Raises ConfigError."""
        rows = load_table(Path(__file__).parent, SHAPE, overlay)
        return cls({(of, value): float(points) for of, value, points in rows})

    def weigh(self, grounds: Iterable[Ground]) -> Weighed:
        """The doubt about one mention, from the rows of the table that speak of it.

        The confidence is the share of mentions with so many points that readers of whole articles found right.
        """
        points = sum(self._of(ground) for ground in grounds)
        sure, steep = self._points["limit", "sure"], self._points["limit", "steep"]
        confidence = 1 / (1 + math.exp(steep * points - sure))
        return Weighed(points, round(confidence, 2), points >= self._points["limit", "mention"])

    def _of(self, ground: Ground) -> float:
        of, value = ground
        found = self._points.get(ground)
        while found is None and value != OTHER:  # "group: PROTEST", then "group", then any
            value = value.rpartition(":")[0] or OTHER
            found = self._points.get((of, value))
        return found or 0.0


def grounds(
    act: Act, standing: Standing, roles: Roles, grammar: Iterable[str] = (), *, another: bool = False
) -> Iterator[Ground]:
    """What the doubt about a mention is made of, as rows of `doubts.tsv` name it; `grammar`: what makes its sentence hard
    to read (`distance.py`); `another`: somebody stands there who could be its target (`candidates.py`)."""
    source = roles.source_rule.partition(":")[2]
    if source == "head-noun" and any(one.country for one in roles.source):
        source = "head-noun of a state"
    yield "source", f"{source}: {act.type}"
    path, _, target = roles.target_rule.partition(":")
    if roles.target:
        yield "target", target
        yield "path", path
    else:
        yield "alone", f"{act.type}: another there" if another else act.type
    if any(one.actor_id is None for one in roles.source):
        yield "side", "source in words"
    if any(one.actor_id is None for one in roles.target):
        yield "side", "target in words"
    if len(roles.target) > 1:
        yield "side", "several targets"
    homes, theirs = ({one.country for one in side if one.country} for side in (roles.source, roles.target))
    if homes and theirs:
        yield "side", "within a state" if homes & theirs else "two states"
    yield "status", standing.rule.partition("+")[0]
    yield "outcome", act.status
    yield "type", act.type
    for one in grammar:
        yield "grammar", one
