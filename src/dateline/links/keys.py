"""A mention or a quotation -> the keys under which a project finds others that may tell of the same, without looking at all.

They follow blocks.py and same_words.py: whatever those compare in a whole project shares one of these keys, short
quotations inside long ones apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.corpus import Known
from dateline.links.blocks import marks, parties
from dateline.links.report import Report, near_trigger, reports
from dateline.links.same_words import fingerprints
from dateline.records import Article, Mention, Quotation

RARE = 10


def of_mention(
    mention: Mention, article: Article, quoted: frozenset[str], words: Mapping[str, int]
) -> frozenset[str]:
    """Type with side and stretch of days, place or quoted words; type with each of the rarest words.

    quoted: `same_as` ids of what the article quotes; words: how many mentions have a word near their trigger.
    """
    known = Known(near=words)
    (report,) = reports([mention], {article.id: replace(article, text="")}, {article.id: quoted}, known)
    return _sides(report) | _words(report)


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
