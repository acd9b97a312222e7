"""Articles and their events -> groups of articles that cover one happening or one run of days.

Time-aware TF-IDF (weights.py) plus typed slots (events and quoted words that two articles share), joined by average
linkage at a fixed threshold. The weight of days: full within `NEAR` days, then falling to `HALF`; past `FAR` days
`LATER`, so that only a follow-up in much the same words still joins (`OTHER_DEEDS` where both tell of dated events and
share none); past `YEAR` days `YEARS_LATER`: next to nothing but a
copy does. Where both are undated days say little; where one is, it must be the more alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from dateline.corpus import Known
from dateline.linkage import average_linkage
from dateline.records import Article, DateRange, Event, Quotation
from dateline.stories.pairs import alike
from dateline.stories.weights import counted, vectors

THRESHOLD = 0.115
FLOOR = 0.05
NEAR, FALL, FAR, YEAR = 3, 14.0, 21, 300
HALF, LATER, OTHER_DEEDS, YEARS_LATER, UNKNOWN = 0.7, 0.55, 0.25, 0.1, 0.8
VAGUE = 45
SHARED_EVENT, SHARED_WORDS, COPY = 0.12, 0.08, 0.5
CROWD = 50


def cluster(
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
    known: Known | None = None,
) -> list[list[Article]]:
    """Every article in exactly one group; groups and members in order of article id.

    known: how common words are in the whole project, where these are only a part of it.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    weighted = likeness(ordered, events, quotations, known)
    return [[ordered[i] for i in group] for group in average_linkage(len(ordered), weighted, THRESHOLD)]


def likeness(
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
    known: Known | None = None,
) -> dict[tuple[int, int], float]:
    """How surely two articles (by their numbers, i < j) belong to one story; pairs with next to nothing are left out."""
    number = {article.id: i for i, article in enumerate(articles)}
    pairs = alike(
        vectors([counted(a) for a in articles], known), FLOOR, [_day(a.published) for a in articles]
    )
    slots = _slots(number, articles, events, quotations)
    for (i, j), bonus in slots.items():
        pairs[i, j] = pairs.get((i, j), 0.0) + bonus
    dated = {number[a] for event in events if _dated(event) for a in event.articles if a in number}
    days = [_sharp(article.published) for article in articles]
    return {
        (i, j): value * _nearness(days[i], days[j], i in dated and j in dated and (i, j) not in slots)
        for (i, j), value in pairs.items()
    }


def _is_news(event: Event, article: Article) -> bool:
    """Whether an article can tell a dated event as its news, and not as background or as what is far ahead."""
    when, day = article.published, event.when.earliest
    if when.days is None or when.days > VAGUE or day is None or not (when.earliest and when.latest):
        return True
    return max((when.earliest - day).days, (day - when.latest).days) <= FAR


def _dated(event: Event) -> bool:
    return event.when.days is not None and event.when.days <= NEAR


def _day(published: DateRange) -> int | None:
    vague = published.days is None or published.days > VAGUE
    return None if vague or published.earliest is None else published.earliest.toordinal()


def nearness(left: DateRange, right: DateRange, *, apart_in_deed: bool = False) -> float:
    """How much the days of publication let two articles tell of one happening: 0.1..1.

    apart_in_deed: both tell of dated events and share none, so that weeks later the same words tell of another one.
    """
    return _nearness(_sharp(left), _sharp(right), apart_in_deed)


def _sharp(when: DateRange) -> tuple[int, int] | None:
    """The ordinals of the first and last day, where the interval is narrow."""
    if when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    return (first, last) if last - first < VAGUE else None


def _nearness(left: tuple[int, int] | None, right: tuple[int, int] | None, apart_in_deed: bool) -> float:
    if left is None or right is None:
        return UNKNOWN if left is right else HALF
    apart = max(left[0] - right[1], right[0] - left[1], 0)
    if apart > FAR:
        return YEARS_LATER if apart > YEAR else OTHER_DEEDS if apart_in_deed else LATER
    return HALF + (1 - HALF) * math.exp(-max(0, apart - NEAR) / FALL)


def _slots(
    number: Mapping[str, int],
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
) -> dict[tuple[int, int], float]:
    bonus: dict[tuple[int, int], float] = defaultdict(float)
    for event in events:
        if _dated(event):
            news = [a for a in event.articles if a in number and _is_news(event, articles[number[a]])]
            _add(bonus, number, news, SHARED_EVENT)
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
