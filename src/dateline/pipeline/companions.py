"""Articles and mentions -> the same, vague days narrowed by articles that tell of the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.records import Article, DateRange, Mention
from dateline.resolvers import Resolvers
from dateline.when import Companion, Tense, When

ALIKE = 0.3
"""Cosine of two articles' words above which they may tell of one happening."""
VAGUE = 7
AHEAD = frozenset({"planned", "cancelled", "hypothetical"})


def alike(articles: Sequence[Article]) -> list[list[tuple[int, float]]]:
    """For each vague article the numbers of the dated ones that may tell of the same happening, by their words alone,
    with the cosine. One outlet does not tell of a happening twice: what it says in like words is a later article."""
    from dateline.stories.pairs import between
    from dateline.stories.vectors import vectors

    vague = [number for number, article in enumerate(articles) if _vague(article.published)]
    dated = [number for number, article in enumerate(articles) if not _vague(article.published)]
    beside: list[list[tuple[int, float]]] = [[] for _ in articles]
    for (i, j), cosine in sorted(between(vectors(articles), vague, dated, ALIKE).items()):
        one, other = articles[i].outlet, articles[j].outlet
        if one is None or one != other:
            number, companion = (i, j) if _vague(articles[i].published) else (j, i)
            beside[number].append((companion, cosine))
    return beside


def settle(articles: Sequence[Article], when: When) -> list[DateRange]:
    """The days of each article, vague ones narrowed by companions (`When.settled`)."""
    weekdays = cache(lambda number: when.weekdays(articles[number].title, articles[number].text))
    days: list[DateRange] = []
    for number, (article, others) in enumerate(zip(articles, alike(articles), strict=True)):
        if not _vague(article.published):
            days.append(article.published)
            continue
        known = [Companion(articles[n].published, weekdays(n), cosine) for n, cosine in others]
        days.append(when.settled(article.published, weekdays(number), known) if known else article.published)
    return days


def narrowed(
    articles: tuple[Article, ...], mentions: tuple[Mention, ...], resolvers: Resolvers
) -> tuple[tuple[Article, ...], tuple[Mention, ...]]:
    """Undated articles settled by their companions, and their mentions' days read again from there."""
    if not any(_vague(article.published) for article in articles):
        return articles, mentions
    when = resolvers.when
    settled = {
        article.id: replace(article, published=days)
        for article, days in zip(articles, settle(articles, when), strict=True)
        if days != article.published
    }
    return (
        tuple(settled.get(article.id, article) for article in articles),
        tuple(
            _read_again(m, settled[m.article_id], when) if m.article_id in settled else m for m in mentions
        ),
    )


def _read_again(mention: Mention, article: Article, when: When) -> Mention:
    if not mention.when.text:
        return mention
    tense: Tense = "future" if mention.status in AHEAD else "past"
    read = when.resolve(mention.when.text, article.published, tense)
    if not read.known or not read.overlaps(mention.when):
        return mention
    first = max((d for d in (read.earliest, mention.when.earliest) if d), default=None)
    last = min((d for d in (read.latest, mention.when.latest) if d), default=None)
    return replace(mention, when=DateRange(first, last, mention.when.text, "linked"))


def _vague(published: DateRange) -> bool:
    return published.days is None or published.days > VAGUE
