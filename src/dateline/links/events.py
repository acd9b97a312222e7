"""Mentions of all articles -> groups that tell of one happening, with the reasons for each link.

Mentions are blocked (blocks.py), scored pairwise (evidence.py) and merged from the strongest pair down; two groups join
only when no pair across them contradicts each other (vetoes.py) and they are alike on average, so that one wrong link cannot join
two stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.corpus import Known
from dateline.links.blocks import candidates
from dateline.links.evidence import explain, later, score
from dateline.links.report import Report, reports
from dateline.links.vetoes import OTHER_DAYS, contradiction, too_little
from dateline.records import Article, Mention

THRESHOLD = 0.6
MEAN = 0.5
"""Two groups join only when the pairs across them reach this on average."""
LITTLE = 0.8
"""What the score of a pair counts that could not have been linked directly."""
COMPARED = 24
"""Members of a group that speak for it when another is compared with it, so that a large event stays cheap."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one event, how strongly, and why in words."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one event in order of id, and the links that hold them together."""

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]


def cluster(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    quoted: Mapping[str, frozenset[str]],
    common: Known | None = None,
) -> tuple[Cluster, ...]:
    """Every mention in exactly one cluster; clusters in order of their smallest mention id.

    quoted: article id -> the `same_as` ids of the words it quotes. common: how common words are in the whole project,
    where these mentions are only a part of it.
    """
    known = reports(sorted(mentions, key=lambda m: m.id), articles, quoted, common)
    judged = _Judged(known)
    pairs = sorted(_linked(known, judged))
    group: dict[int, list[int]] = {i: [i] for i in range(len(known))}
    at = list(range(len(known)))
    links: dict[int, list[Link]] = defaultdict(list)
    for negative, i, j in pairs:
        low, high = sorted((at[i], at[j]))
        if low == high or not _may_join(group[low], group[high], judged):
            continue
        for member in group.pop(high):
            group[low].append(member)
            at[member] = low
        links[low].extend(links.pop(high, ()))
        reason = explain(known[i], known[j])
        links[low].append(Link(known[i].mention.id, known[j].mention.id, -negative, reason))
    return tuple(
        Cluster(tuple(known[m].mention for m in sorted(members)), tuple(links.get(key, ())))
        for key, members in sorted(group.items())
    )


class _Judged:
    """What is found of each pair, by their numbers: a large event asks for the same ones again with each member it gains."""

    def __init__(self, known: Sequence[Report]) -> None:
        self.known = known
        self.postponed = frozenset(n for n, one in enumerate(known) if one.postponed)
        self._against: dict[tuple[int, int], str | None] = {}
        self._score: dict[tuple[int, int], float] = {}
        self._little: dict[tuple[int, int], bool] = {}

    def against(self, i: int, j: int) -> str | None:
        """Why they cannot be one happening."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._against:
            self._against[pair] = contradiction(self.known[pair[0]], self.known[pair[1]])
        return self._against[pair]

    def score(self, i: int, j: int) -> float:
        """How surely they are."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._score:
            self._score[pair] = score(self.known[pair[0]], self.known[pair[1]])
        return self._score[pair]

    def little(self, i: int, j: int) -> bool:
        """Whether too little says so to link them directly."""
        pair = (i, j) if i < j else (j, i)
        if pair not in self._little:
            self._little[pair] = too_little(self.known[pair[0]], self.known[pair[1]]) is not None
        return self._little[pair]


def _linked(known: Sequence[Report], judged: _Judged) -> Iterator[tuple[float, int, int]]:
    """Pairs that nothing forbids and whose score is high enough, the score negative so that the strongest sort first."""
    for i, j in candidates(known):
        if judged.against(i, j) is None:
            value = judged.score(i, j)
            if value >= THRESHOLD and not judged.little(i, j):
                yield -value, i, j


def _may_join(left: Sequence[int], right: Sequence[int], judged: _Judged) -> bool:
    """Whether no pair across contradicts each other, and they are alike enough on average.

    Where one of them tells that it was put off, a plan and what was held some days later do not contradict each other.
    """
    total = 0.0
    known = judged.known
    put_off = not judged.postponed.isdisjoint((*left, *right))
    ones, others = _speakers(left), _speakers(right)
    for i in ones:
        for j in others:
            against = judged.against(i, j)
            if against is not None and not (against == OTHER_DAYS and put_off and later(known[i], known[j])):
                return False
            total += judged.score(i, j) * (LITTLE if judged.little(i, j) else 1.0)
    return total >= MEAN * len(ones) * len(others)


def _speakers(members: Sequence[int]) -> Sequence[int]:
    """All members of a small group; of a large one every so many, in order of id."""
    if len(members) <= COMPARED:
        return members
    step = len(members) / COMPARED
    ordered = sorted(members)
    return [ordered[int(n * step)] for n in range(COMPARED)]
