"""Unit vectors -> the pairs that are alike, without comparing each with each once there are many.

Up to `ALL` vectors every pair is looked at. Beyond, candidates are those that share words few others have: within a window
of days words of at most `COMMON` vectors of that window, and anywhere words of at most `COMMON` vectors of all; each
candidate is then compared exactly, and of a vector's pairs the `MOST` strongest are kept. So the work grows with the
number of vectors, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.stories.vectors import Vector

ALL = 3000
COMMON = 80
MOST = 48
WINDOW = 45
"""Days."""
ROWS = 500

Pairs = dict[tuple[int, int], float]


def alike(found: Sequence[Vector], floor: float, days: Sequence[int | None] | None = None) -> Pairs:
    """Pairs (i < j) whose cosine is at least `floor`. days: the ordinal day of each, None where it is not known."""
    import numpy as np

    if len(found) < 2:
        return {}
    matrix = _matrix(found)
    if len(found) <= ALL:
        parts = list(_every(matrix, floor))
    else:
        candidates = np.unique(np.concatenate(list(_candidates(matrix, floor, days))))
        parts = [_exact(matrix, candidates, floor)]
    left, right, value = (np.concatenate(column) for column in zip(*parts, strict=True))
    if len(found) > ALL:
        kept = _strongest(left, right, value)
        left, right, value = left[kept], right[kept], value[kept]
    return dict(zip(zip(left.tolist(), right.tolist(), strict=True), value.tolist(), strict=True))


def between(found: Sequence[Vector], some: Sequence[int], others: Sequence[int], floor: float) -> Pairs:
    """Pairs (i < j) of one of `some` with one of `others`, numbers that differ, whose cosine is at least `floor`."""
    import numpy as np

    if not (len(some) and len(others)):
        return {}
    matrix, rows, columns = _matrix(found), np.array(some), np.array(others)
    if len(found) <= ALL:
        turned = matrix[columns].T.tocsr()
        starts = range(0, len(rows), ROWS)
        parts = [_near(matrix, rows[at : at + ROWS], turned, columns, floor) for at in starts]
        candidates = np.unique(np.concatenate(parts))
    else:
        candidates = np.unique(_sharing(matrix, rows, columns, len(found), floor))
    left, right, value = _exact(matrix, candidates, floor)
    return dict(zip(zip(left.tolist(), right.tolist(), strict=True), value.tolist(), strict=True))


def _near(matrix: Any, rows: Any, turned: Any, columns: Any, floor: float) -> Any:
    """Pairs that reach about `floor`, as numbers i * size + j."""
    import numpy as np

    product = (matrix[rows] @ turned).tocoo()
    kept = product.data >= floor * 0.999
    left, right = rows[product.row[kept]], columns[product.col[kept]]
    return np.minimum(left, right) * matrix.shape[0] + np.maximum(left, right)


def _matrix(found: Sequence[Vector]) -> Any:
    """Rows are vectors, columns words in order of the alphabet."""
    import numpy as np
    from scipy.sparse import csr_matrix

    column = {word: n for n, word in enumerate(sorted({word for vector in found for word in vector}))}
    size = sum(map(len, found))
    matrix = csr_matrix(
        (
            np.fromiter((value for vector in found for value in vector.values()), np.float64, size),
            np.fromiter((column[word] for vector in found for word in vector), np.int32, size),
            np.cumsum([0, *map(len, found)]),
        ),
        shape=(len(found), len(column)),
    )
    matrix.sort_indices()
    return matrix


def _every(matrix: Any, floor: float) -> Iterator[tuple[Any, Any, Any]]:
    turned = matrix.T.tocsr()
    for start in range(0, matrix.shape[0], ROWS):
        product = (matrix[start : start + ROWS] @ turned).tocoo()
        left, right, value = product.row + start, product.col, product.data
        kept = (left < right) & (value >= floor)
        yield left[kept], right[kept], value[kept]


def _candidates(matrix: Any, floor: float, days: Sequence[int | None] | None) -> Iterator[Any]:
    """Pairs as numbers i * size + j."""
    import numpy as np

    size = matrix.shape[0]
    yield _sharing(matrix, np.arange(size), np.arange(size), size, floor)
    if days is None:
        return
    dated = np.array([number for number, day in enumerate(days) if day is not None], dtype=np.int64)
    when = np.array([days[number] for number in dated.tolist()], dtype=np.int64)
    order = np.argsort(when, kind="stable")
    dated, when = dated[order], when[order]
    start = 0
    while start < len(dated):
        end = min(len(dated), start + ROWS)
        first = int(np.searchsorted(when, when[start] - WINDOW))
        yield _sharing(matrix, dated[start:end], dated[first:end], size, floor)
        start = end


def _sharing(matrix: Any, rows: Any, others: Any, size: int, floor: float) -> Any:
    """Pairs of `rows` and `others` that agree by half of `floor` in words that few of `others` have."""
    import numpy as np

    part = matrix[others]
    frequency = np.bincount(part.indices, minlength=matrix.shape[1])
    rare = np.flatnonzero((frequency > 1) & (frequency <= COMMON))
    turned = part[:, rare].T.tocsr()
    narrow = matrix[:, rare].tocsr() if len(rows) == size else matrix[rows][:, rare].tocsr()
    found = []
    for start in range(0, len(rows), ROWS):
        product = (narrow[start : start + ROWS] @ turned).tocoo()
        left, right = rows[product.row + start], others[product.col]
        kept = (left != right) & (product.data >= floor / 2)
        low, high = np.minimum(left[kept], right[kept]), np.maximum(left[kept], right[kept])
        found.append(np.unique(low * size + high))
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _exact(matrix: Any, candidates: Any, floor: float) -> tuple[Any, Any, Any]:
    import numpy as np

    size = matrix.shape[0]
    left, right = candidates // size, candidates % size
    step = 100_000
    values = [
        np.asarray(matrix[left[at : at + step]].multiply(matrix[right[at : at + step]]).sum(axis=1)).ravel()
        for at in range(0, len(left), step)
    ]
    value = np.concatenate(values) if values else np.empty(0)
    kept = value >= floor
    return left[kept], right[kept], value[kept]


def _strongest(left: Any, right: Any, value: Any) -> Any:
    """Which pairs are among the `MOST` strongest of either of their two."""
    import numpy as np

    both = np.concatenate((left, right))
    number = np.concatenate((np.arange(len(value)),) * 2)
    order = np.lexsort((number, -value[number], both))
    ranked = both[order]
    starts = np.concatenate(([0], np.flatnonzero(np.diff(ranked)) + 1))
    rank = np.arange(len(ranked)) - np.repeat(starts, np.diff(np.concatenate((starts, [len(ranked)]))))
    return np.unique(number[order[rank < MOST]])
