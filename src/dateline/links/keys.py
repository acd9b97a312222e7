"""A mention or a quotation -> the keys under which a project finds others that may tell of the same, without looking at all.

They follow blocks.py and same_words.py: whatever those compare in a whole project shares one of these keys, short
quotations inside long ones apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.corpus import Known
from dateline.links.blocks import marks, parties
from dateline.links.events import THRESHOLD
from dateline.links.evidence import score
from dateline.links.report import Report, near_trigger, reports
from dateline.links.same_words import fingerprints
from dateline.links.vetoes import contradiction
from dateline.records import Article, Mention, Quotation

RARE = 10
NEARLY = 0.1
"""How far below the threshold of a link a mention may lie and yet draw its event in."""


def of_mention(
    mention: Mention, article: Article, quoted: frozenset[str], words: Mapping[str, int]
) -> frozenset[str]:
    """Type with side and stretch of days, place or quoted words; type with each of the rarest words.

    quoted: `same_as` ids of what the article quotes; words: how many mentions have a word near their trigger.
    """
    known = Known(near=words)
    (report,) = reports([mention], {article.id: replace(article, text="")}, {article.id: quoted}, known)
    return _sides(report) | _words(report)


def plausible(
    own: Sequence[Mention], others: Sequence[Mention], articles: Mapping[str, Article],
    quoted: Mapping[str, frozenset[str]], known: Known,
) -> frozenset[str]:  # fmt: skip
    """The ids of those of `others` that nothing forbids to be one happening with one of `own`, and that are nearly alike enough."""
    taken = reports([*own, *others], articles, quoted, known)
    left, right = taken[: len(own)], taken[len(own) :]
    return frozenset(
        other.mention.id
        for other in right
        if any(contradiction(one, other) is None and score(one, other) >= THRESHOLD - NEARLY for one in left)
    )


def of_quotation(quotation: Quotation) -> frozenset[str]:
    """Runs of its words."""
    return fingerprints(quotation)


def words_of(mention: Mention) -> frozenset[str]:
    """Roots of the words near the trigger, as they are counted."""
    return near_trigger(mention)


def _sides(report: Report) -> frozenset[str]:
    type_, stretches = report.mention.type, [_flat(mark) for mark in marks(report)]
    return frozenset(f"{type_}|{_flat(side)}|{mark}" for side in parties(report) for mark in stretches)


def _words(report: Report) -> frozenset[str]:
    rarest = sorted(report.words, key=lambda word: (-report.words[word], word))[:RARE]
    return frozenset(f"{report.mention.type}|{word}" for word in rarest)


def _flat(key: tuple[object, ...]) -> str:
    return "\x1f".join(map(str, key))
