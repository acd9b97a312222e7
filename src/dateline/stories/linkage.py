"""Similar pairs -> clusters by average linkage over a sparse graph, the same whatever the order of the pairs.

Average linkage (UPGMA): two clusters join while the mean similarity of all pairs across them, absent pairs counting
nothing, reaches the threshold; the most similar two first.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_linkage(size: int, pairs: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Clusters of 0..size-1, each sorted, in order of their first member."""
    members = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (i, j), value in pairs.items():
        sums[i][j] = sums[j][i] = value
    heap = [(-value, i, j) for (i, j), value in pairs.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        if -negative != _mean(sums[i].get(j, 0.0), members, i, j):
            continue
        members[i] = sorted(members[i] + members.pop(j))
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


def _mean(total: float, members: Mapping[int, list[int]], i: int, j: int) -> float:
    return total / (len(members[i]) * len(members[j]))
