"""A story's articles, events and quotations -> who reported and who omitted what, and what only one outlet has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from dateline.records import Article, Comparison, Event, Loaded, Mention, OnlyIn, Quotation

Colour = Callable[[Article, Sequence[Quotation]], Sequence[Loaded]]


def outlet_of(article: Article) -> str:
    """The outlet's name, else the input it came from: two unknown outlets are not one."""
    return article.outlet or article.source


def compare(
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
    mentions: Mapping[str, Mention],
    colour: Colour,
) -> Comparison:
    """Omission is said only between outlets that covered the story; a story of one outlet compares nothing."""
    outlets = sorted({outlet_of(article) for article in articles})
    by_article = {article.id: outlet_of(article) for article in articles}
    said: dict[str, list[Quotation]] = defaultdict(list)
    own: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        own[quotation.article_id].append(quotation)
        if quotation.same_as:
            said[quotation.same_as].append(quotation)
    loaded = tuple(mark for article in articles for mark in colour(article, own[article.id]))
    if len(outlets) < 2:
        return Comparison(loaded=loaded)
    event_rows = {
        event.id: {
            by_article[mentions[m].article_id] for m in event.mentions if mentions[m].article_id in by_article
        }
        for event in events
    }
    quote_rows = {key: {by_article[q.article_id] for q in group} for key, group in said.items()}
    only = []
    for event in events:
        reporting = event_rows[event.id]
        if len(reporting) == 1:
            mention = next(mentions[m] for m in event.mentions if mentions[m].article_id in by_article)
            only.append(OnlyIn(next(iter(reporting)), mention.evidence, mention.article_id))
    only.sort(key=lambda item: (item.outlet, item.article_id, item.span.start))
    return Comparison(
        events=_rows(event_rows, outlets),
        quotations=_rows(quote_rows, outlets),
        only_in=tuple(only),
        loaded=loaded,
    )


def _rows(
    reporting: Mapping[str, set[str]], outlets: Sequence[str]
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return tuple(
        (key, tuple((outlet, "reported" if outlet in reporting[key] else "omitted") for outlet in outlets))
        for key in sorted(reporting)
        if reporting[key]
    )
