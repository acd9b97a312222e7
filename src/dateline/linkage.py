"""Similar pairs -> clusters by average linkage over a sparse graph, the same whatever the order of the pairs.

Average linkage (UPGMA, Sokal and Michener 1958): two clusters join while the mean similarity of all pairs across them,
absent pairs counting nothing, reaches the threshold; the most similar two first.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Set

Pair = tuple[int, int]


def average_linkage(
    size: int, pairs: Mapping[Pair, float], threshold: float, apart: Set[Pair] = frozenset()
) -> list[list[int]]:
    """Clusters of 0..size-1, each sorted, in order of their first member.

    `pairs` and `apart` hold (lower, higher); no cluster will hold both members of a pair that is `apart`.
    """
    members = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    foes: dict[int, set[int]] = {i: set() for i in range(size)}
    for (i, j), value in pairs.items():
        sums[i][j] = sums[j][i] = value
    for i, j in apart:
        foes[i].add(j)
        foes[j].add(i)
    heap = [(-value, i, j) for (i, j), value in pairs.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or j in foes[i]:
            continue
        if -negative != _mean(sums[i].get(j, 0.0), members, i, j):
            continue
        members[i] = sorted(members[i] + members.pop(j))
        _inherit(foes, i, j)
        for other, value in sums.pop(j).items():
            if other == i:
                sums[i].pop(j, None)
                continue
            sums[other].pop(j, None)
            sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + value
        for other, value in sums[i].items():
            mean = _mean(value, members, i, other)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(i, other), max(i, other)))
    return [members[i] for i in sorted(members)]


def _inherit(foes: dict[int, set[int]], i: int, j: int) -> None:
    """Whoever must not be with j must not be with i, which takes j in."""
    for foe in foes.pop(j):
        foes[foe].discard(j)
        foes[foe].add(i)
        foes[i].add(foe)


def _mean(total: float, members: Mapping[int, list[int]], i: int, j: int) -> float:
    return total / (len(members[i]) * len(members[j]))
