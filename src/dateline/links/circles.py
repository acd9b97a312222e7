"""Who cites whom -> the rings of outlets each of which cites the next, so that none of them is an origin."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping


def rings(cites: Mapping[str, Collection[str]]) -> tuple[tuple[str, ...], ...]:
    """The shortest ring through every node that is on one, each once, starting from its smallest member, in order.

    cites: node -> the nodes it cites; a node that cites itself is no ring. Time and memory grow with nodes times edges.
    """
    found = set()
    for start in cites:
        ring = _shortest(start, cites)
        if ring:
            at = ring.index(min(ring))
            found.add((*ring[at:], *ring[:at]))
    return tuple(sorted(found))


def _shortest(start: str, cites: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The first way back to `start`, by breadth; empty where there is none."""
    before: dict[str, str] = {}
    ahead = deque([start])
    while ahead:
        node = ahead.popleft()
        for other in sorted(cites.get(node, ())):
            if other == start and node != start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if other not in before and other != start:
                before[other] = node
                ahead.append(other)
    return ()
