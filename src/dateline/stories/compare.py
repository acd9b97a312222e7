"""A story's articles, events and quotations -> who reported and who omitted what, and what only one outlet has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.records import Article, Comparison, Event, Loaded, Mention, OnlyIn, Quotation, Span
from dateline.stories.coverage import TOLD, Row, event_rows, outlet_of, quotation_rows
from dateline.stories.neutral import with_neutral
from dateline.stories.passages import merged, within
from dateline.stories.unique import passages_only_in

__all__ = ["Colour", "compare", "outlet_of"]

Colour = Callable[[Article, Sequence[Quotation]], Sequence[Loaded]]


def compare(
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Sequence[Quotation],
    mentions: Mapping[str, Mention],
    colour: Colour,
) -> Comparison:
    """The record's form: "reported" or "omitted"; an outlet that cannot be compared has no entry in a row.

    A story of one outlet compares nothing; its coloured words are marked all the same.
    """
    own: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        own[quotation.article_id].append(quotation)
    loaded = tuple(mark for article in articles for mark in colour(article, own[article.id]))
    if len({outlet_of(article) for article in articles}) < 2:
        return Comparison(loaded=loaded)
    rows = event_rows(articles, events, mentions)
    words = quotation_rows(articles, quotations)
    return Comparison(
        events=_plain(rows),
        quotations=_plain(words),
        only_in=only_in(articles, (*rows, *words), events, mentions, own),
        loaded=with_neutral(loaded, articles, events, mentions, own),
    )


def only_in(
    articles: Sequence[Article],
    rows: Sequence[Row],
    events: Sequence[Event],
    mentions: Mapping[str, Mention],
    own: Mapping[str, Sequence[Quotation]],
) -> tuple[OnlyIn, ...]:
    """Passages that report an event only one outlet has, and sentences of which no other outlet has the particulars.

    Where a sentence also tells what others tell, the passage is the clause of the event alone.
    """
    shared = _shared(rows)
    outlets = {article.id: outlet_of(article) for article in articles}
    own_event = {row.key: row.only_in for row in rows if row.only_in}
    found: set[OnlyIn] = set()
    taken: dict[str, list[tuple[int, int]]] = {key: list(places) for key, places in shared.items()}
    for event in events:
        for mention in (mentions[one] for one in event.mentions if event.id in own_event):
            outlet = outlets.get(mention.article_id)
            if outlet is None or outlet != own_event[event.id]:
                continue
            span = mention.evidence
            if within(shared.get(mention.article_id, ()), span.start, span.end):
                span = _clause(mention)
            found.add(OnlyIn(outlet, span, mention.article_id))
            taken.setdefault(mention.article_id, []).append((span.start, span.end))
    places = {key: merged(sorted(stretches)) for key, stretches in taken.items()}
    found.update(passages_only_in(articles, own, places))
    return tuple(
        sorted(found, key=lambda item: (item.outlet, item.article_id, item.span.start, item.span.end))
    )


def _shared(rows: Iterable[Row]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        if len(row.told_by) > 1:
            for cell in row.cells:
                places[cell.article_id or ""].extend((span.start, span.end) for span in cell.spans)
    return {article_id: merged(sorted(found)) for article_id, found in places.items()}


def _clause(mention: Mention) -> Span:
    """From the words that name the act to the end of their clause."""
    start = mention.trigger.start
    rest = mention.evidence.text[start - mention.evidence.start :]
    end = re.search(r"[,;:.!?—–\n]|$", rest[len(mention.trigger.text) :])
    length = len(mention.trigger.text) + (end.start() if end else 0)
    return Span(start, start + length, rest[:length])


def _plain(rows: Iterable[Row]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return tuple(
        (
            row.key,
            tuple(
                (cell.outlet, "reported" if cell.state in TOLD else "omitted")
                for cell in row.cells
                if cell.state != "not comparable"
            ),
        )
        for row in sorted(rows, key=lambda row: row.key)
    )
