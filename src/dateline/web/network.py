"""Counts of who stands in one event with whom -> places for a drawing of an actor and those around it.

The actor stands in the middle, the others on a ring in the order given, so that the drawing of the same counts is
always the same; thickness goes by the square root of the count, so that one large pair does not hide the rest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 460
RING = (235.0, 170.0)
"""Half axes of the ring."""
MOST = 24
"""Nodes around the middle: more cannot be read."""
LARGEST, SMALLEST, THICKEST = 16.0, 4.0, 7.0


@dataclass(frozen=True, slots=True)
class Node:
    """One actor: its place, its size, where its name is written and on which side it is anchored."""

    id: str
    name: str
    count: int
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors that stand in `count` events together, as a line."""

    one: str
    other: str
    count: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    inner: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A drawing `WIDTH` by `HEIGHT`; the first node is the actor in the middle."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    height: int = HEIGHT


def network(
    middle: tuple[str, str, int],
    around: Sequence[tuple[str, str, int]],
    together: Mapping[tuple[str, str], int],
) -> Network:
    """middle, around: id, name and count of events; together: events of two of those around, by their ids."""
    around = around[:MOST]
    most = max((count for _, _, count in around), default=1)
    x, y = WIDTH / 2, HEIGHT / 2
    nodes = [Node(middle[0], middle[1], middle[2], x, y, LARGEST + 2, x, y + LARGEST + 16, "middle")]
    for position, (id_, name, count) in enumerate(around):
        angle = 2 * math.pi * position / len(around)
        right, down = math.cos(angle), math.sin(angle)
        x, y = WIDTH / 2 + RING[0] * right, HEIGHT / 2 + RING[1] * down
        radius = SMALLEST + (LARGEST - SMALLEST) * math.sqrt(count / most)
        anchor = "middle" if abs(right) < 0.2 else "start" if right > 0 else "end"
        label_x = x + (0 if anchor == "middle" else math.copysign(radius + 5, right))
        label_y = y + 4 + (math.copysign(radius + 10, down) if anchor == "middle" else 0)
        x, y, radius, label_x, label_y = (round(n, 1) for n in (x, y, radius, label_x, label_y))
        nodes.append(Node(id_, name, count, x, y, radius, label_x, label_y, anchor))
    place = {node.id: node for node in nodes}
    pairs = [(middle[0], id_, count, False) for id_, _, count in around]
    pairs += [
        (one, other, count, True) for (one, other), count in together.items() if {one, other} <= set(place)
    ]
    thickest = max((count for _, _, count, _ in pairs), default=1)
    edges = tuple(
        Edge(
            one, other, count, place[one].x, place[one].y, place[other].x, place[other].y,
            round(max(0.6, THICKEST * math.sqrt(count / thickest)), 2), inner,
        )
        for one, other, count, inner in sorted(pairs, key=lambda pair: (not pair[3], pair[2]))
    )  # fmt: skip
    return Network(tuple(nodes), edges)
