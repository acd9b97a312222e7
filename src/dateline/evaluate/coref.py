"""Gold and found clusters of mentions -> MUC, B-cubed, CEAF-e and their mean, the CoNLL F1.

Pure functions over clusterings given as one chain name a mention. Sources: MUC, Vilain et al. 1995; B-cubed, Bagga and
Baldwin 1998; CEAF with the entity-based similarity phi-4, Luo 2005; the mean of the three, CoNLL-2012 shared task
(Pradhan et al. 2012). Mentions on one side only are counted as that paper's scorer does: missed or made up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Chains = Mapping[Item, Hashable]
"""Mention -> the name of its chain."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Conll:
    """The three measures of one comparison."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score

    @property
    def f1(self) -> float:
        """Mean of the three F1 values."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def conll(gold: Chains[Item], found: Chains[Item], *, singletons: bool = True) -> Conll:
    """All three; without `singletons`, chains of one mention are left out on both sides first."""
    if not singletons:
        gold, found = without_singletons(gold), without_singletons(found)
    return Conll(muc(gold, found), b_cubed(gold, found), ceaf_e(gold, found))


def without_singletons(chains: Chains[Item]) -> dict[Item, Hashable]:
    """Only the mentions whose chain holds another mention."""
    sizes = Counter(chains.values())
    return {item: name for item, name in chains.items() if sizes[name] > 1}


def muc(gold: Chains[Item], found: Chains[Item]) -> Score:
    """Links: how many of those that hold each chain together are there on the other side."""
    return Score(_kept_links(found, gold), _kept_links(gold, found))


def b_cubed(gold: Chains[Item], found: Chains[Item]) -> Score:
    """Mentions: the share of a mention's chain that is with it on the other side, averaged."""
    return Score(_shared(found, gold), _shared(gold, found))


def ceaf_e(gold: Chains[Item], found: Chains[Item]) -> Score:
    """Chains: each matched to one of the other side at most, so that the sum of their Dice overlaps is the largest."""
    total = _best_matching(_clusters(gold), _clusters(found))
    wanted, got = len(set(gold.values())), len(set(found.values()))
    return Score(total / got if got else 0.0, total / wanted if wanted else 0.0)


def _clusters(chains: Chains[Item]) -> list[set[Item]]:
    found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, name in chains.items():
        found[name].add(item)
    return list(found.values())


def _kept_links(whole: Chains[Item], other: Chains[Item]) -> float:
    """Share of the links of `whole` that remain when `other` cuts its chains."""
    kept = total = 0
    for cluster in _clusters(whole):
        parts = len({other[item] for item in cluster if item in other}) + sum(
            item not in other for item in cluster
        )
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept / total if total else 0.0


def _shared(whole: Chains[Item], other: Chains[Item]) -> float:
    """Mean over the mentions of `whole` of the share of their chain that is with them in `other`."""
    if not whole:
        return 0.0
    total = 0.0
    for cluster in _clusters(whole):
        together = Counter(other[item] for item in cluster if item in other)
        total += sum(count * count for count in together.values()) / len(cluster)
    return total / len(whole)


def _best_matching(left: Sequence[set[Item]], right: Sequence[set[Item]]) -> float:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    at = {item: j for j, cluster in enumerate(right) for item in cluster}
    worth = np.zeros((len(left), len(right)))
    for i, cluster in enumerate(left):
        for j, count in Counter(at[item] for item in cluster if item in at).items():
            worth[i, j] = 2 * count / (len(cluster) + len(right[j]))
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return float(worth[rows, columns].sum())
