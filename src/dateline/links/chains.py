"""Bare mentions of all documents -> chains that tell of one happening: given acts linked as found ones are.

As in evidence.py, a table of documented features, each 0..1 or None where it has nothing to say, and their weights;
average linkage over the weighted means. Documents of different topics are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from dateline.linkage import average_linkage
from dateline.links.bare import BareMention

SAME_DOCUMENT = 0.9
THRESHOLD = 0.65

Levels = Mapping[str, Sequence[int]]
"""Document -> the numbers of the topics that hold it, from the widest to the narrowest."""
Feature = Callable[[BareMention, BareMention, Levels], float | None]


def same_act(left: BareMention, right: BareMention, topics: Levels) -> float | None:
    """The acts are called by words of one root, share a word, or are called by words of one kind of act."""
    if left.words[0] == right.words[0]:
        return 1.0
    if set(left.words) & set(right.words):
        return 0.7
    return 0.6 if left.kinds & right.kinds else 0.0


def same_topic(left: BareMention, right: BareMention, topics: Levels) -> float | None:
    """The documents are one, or so alike in their words that few topics part them."""
    if left.document == right.document:
        return SAME_DOCUMENT
    return close(topics[left.document], topics[right.document])


def same_patients(left: BareMention, right: BareMention, topics: Levels) -> float | None:
    """The act is done to the same."""
    return _shared(left.patients, right.patients)


def same_sides(left: BareMention, right: BareMention, topics: Levels) -> float | None:
    """The same take part in it in whatever way."""
    return _shared(left.sides, right.sides)


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_act, 4.0),
    (same_topic, 4.0),
    (same_patients, 1.0),
    (same_sides, 1.0),
)


def chains(mentions: Sequence[BareMention], topics: Levels) -> list[list[str]]:
    """Ids of mentions that tell of one happening, every id in one chain, in order of the first."""
    pairs = {}
    for i, j in _candidates(mentions, topics):
        value = score(mentions[i], mentions[j], topics)
        if value is not None:
            pairs[i, j] = value
    return [[mentions[i].id for i in group] for group in average_linkage(len(mentions), pairs, THRESHOLD)]


def score(left: BareMention, right: BareMention, topics: Levels) -> float:
    """The weighted mean of the features that speak."""
    total = weights = 0.0
    for feature, weight in FEATURES:
        value = feature(left, right, topics)
        if value is not None:
            total += value * weight
            weights += weight
    return total / weights


def close(one: Sequence[int], other: Sequence[int]) -> float:
    """How far down two documents stay together, 0..1."""
    together = 0
    for a, b in zip(one, other, strict=True):
        if a != b:
            break
        together += 1
    return together / len(one)


def _candidates(mentions: Sequence[BareMention], topics: Levels) -> Iterator[tuple[int, int]]:
    """Pairs of one wide topic whose acts have a word or a kind in common."""
    blocks: dict[tuple[int, str | int], list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        wide = topics[mention.document][0]
        keys: list[str | int] = [*mention.words, *mention.kinds]
        for key in keys:
            blocks[wide, key].append(i)
    seen: set[tuple[int, int]] = set()
    for numbers in blocks.values():
        for at, i in enumerate(numbers):
            for j in numbers[at + 1 :]:
                if (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j


def _shared(one: frozenset[str], other: frozenset[str]) -> float | None:
    if not one or not other:
        return None
    return len(one & other) / min(len(one), len(other))
