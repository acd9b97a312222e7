"""Articles and mentions -> the same, vague days narrowed by articles that tell of the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Article, DateRange, Mention
from dateline.resolvers import Resolvers
from dateline.when import Tense, When

ALIKE = 0.4
"""Cosine of two articles' words above which they tell of one happening."""
VAGUE = 31
AHEAD = frozenset({"planned", "cancelled", "hypothetical"})


def alike(articles: Sequence[Article]) -> list[list[int]]:
    """For each article the numbers of the others that surely tell of the same happening, by their words alone."""
    from dateline.stories.vectors import neighbours, vectors

    beside: list[list[int]] = [[] for _ in articles]
    for i, j in sorted(neighbours(vectors(articles), ALIKE)):
        beside[i].append(j)
        beside[j].append(i)
    return beside


def narrowed(
    articles: tuple[Article, ...], mentions: tuple[Mention, ...], resolvers: Resolvers
) -> tuple[tuple[Article, ...], tuple[Mention, ...]]:
    """Undated articles settled by their companions (`When.settled`), and their mentions' days read again from there."""
    if not any(_vague(article.published) for article in articles):
        return articles, mentions
    when = resolvers.when
    beside = alike(articles)
    settled: dict[str, Article] = {}
    for article, others in zip(articles, beside, strict=True):
        if others and _vague(article.published):
            days = [articles[number].published for number in others]
            found = when.settled(article.published, article.title, article.text, days)
            if found != article.published:
                settled[article.id] = replace(article, published=found)
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
