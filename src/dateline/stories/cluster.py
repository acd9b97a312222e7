"""Articles and their events -> groups of articles that cover one happening or one run of days.

Time-aware TF-IDF (vectors.py) plus typed slots (events and quoted words that two articles share), joined by average
linkage at a fixed threshold. The weight of days: full within `NEAR` days, then falling to half; past `FAR` days a
quarter, so that only a follow-up in nearly the same words still joins; past `YEAR` days only a copy does. Where both
are undated days say nothing; where one is, it must be the more alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from dateline.linkage import average_linkage
from dateline.records import Article, DateRange, Event, Quotation
from dateline.stories.vectors import neighbours, vectors

THRESHOLD = 0.10
FLOOR = 0.03
NEAR, FALL, FAR, YEAR = 3, 7.0, 21, 300
HALF, QUARTER, TENTH, UNKNOWN = 0.5, 0.25, 0.1, 0.75
VAGUE = 45
SHARED_EVENT, SHARED_WORDS, COPY = 0.12, 0.08, 0.5
CROWD = 50


def cluster(
    articles: Sequence[Article], events: Sequence[Event], quotations: Sequence[Quotation]
) -> list[list[Article]]:
    """Every article in exactly one group; groups and members in order of article id."""
    ordered = sorted(articles, key=lambda article: article.id)
    number = {article.id: i for i, article in enumerate(ordered)}
    pairs = neighbours(vectors(ordered), FLOOR)
    for (i, j), bonus in _slots(number, ordered, events, quotations).items():
        pairs[i, j] = pairs.get((i, j), 0.0) + bonus
    weighted = {
        (i, j): value * nearness(ordered[i].published, ordered[j].published)
        for (i, j), value in pairs.items()
    }
    return [[ordered[i] for i in group] for group in average_linkage(len(ordered), weighted, THRESHOLD)]


def nearness(left: DateRange, right: DateRange) -> float:
    """How much the days of publication let two articles tell of one happening: 0.1..1."""
    vague = [when.days is None or when.days > VAGUE for when in (left, right)]
    if any(vague) or not (left.earliest and left.latest and right.earliest and right.latest):
        return UNKNOWN if all(vague) else HALF
    apart = max((left.earliest - right.latest).days, (right.earliest - left.latest).days, 0)
    if apart > FAR:
        return QUARTER if apart <= YEAR else TENTH
    return HALF + (1 - HALF) * math.exp(-max(0, apart - NEAR) / FALL)


def _slots(
    number: Mapping[str, int],
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
) -> dict[tuple[int, int], float]:
    bonus: dict[tuple[int, int], float] = defaultdict(float)
    for event in events:
        if event.when.days is not None and event.when.days <= NEAR:
            _add(bonus, number, event.articles, SHARED_EVENT)
    said: dict[str, set[str]] = defaultdict(set)
    for quotation in quotations:
        if quotation.same_as:
            said[quotation.same_as].add(quotation.article_id)
    for sharing in said.values():
        _add(bonus, number, sorted(sharing), SHARED_WORDS)
    for article in articles:
        if article.copy_of and article.copy_of in number:
            _add(bonus, number, (article.id, article.copy_of), COPY)
    return {pair: min(value, COPY) for pair, value in bonus.items()}


def _add(
    bonus: dict[tuple[int, int], float], number: Mapping[str, int], ids: Sequence[str], value: float
) -> None:
    known = sorted({number[i] for i in ids if i in number})
    for pair in combinations(known[:CROWD], 2):
        bonus[pair] += value
