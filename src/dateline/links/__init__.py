"""Mentions and quotations across articles -> same event, same words, narrowed dates."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.corpus import Corpus, Known, Linked
from dateline.records import Quotation

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.links.deeds import Country
    from dateline.links.origins import Basis
    from dateline.resolvers import Resolvers

__all__ = ["make", "ready"]


def make(config: Config, resolvers: Resolvers) -> Callable[[Corpus], Linked]:
    """The linker; it needs no settings, and gives the same answer whatever the order of records."""
    from dateline.links.deeds import countries

    return functools.partial(link, country_of=countries(resolvers.who))


def ready() -> None:
    """Read all tables and patterns now, which else the first article that needs them would wait for (a third of a second)."""
    from dateline.links.doers import doings, reason
    from dateline.links.facts import facts

    told = "The Velenian side refused to meet because of the 12 killed and 30 percent of 40 tons of grain, 2 hours, $5."
    facts(told)
    doings(told)
    reason(told)


def link(
    corpus: Corpus,
    country_of: Country | None = None,
    known: Known | None = None,
    settled: Collection[frozenset[str]] = (),
) -> Linked:
    """Fill in `same_as` and `event_id`, narrow dates of undated articles, and build every event.

    country_of: a word -> the code of the country it stands for; without it sides are told apart by names alone. known: how common words are in
    the project of which these records are a part; `same_as` is filled in already then. settled: the
    mentions of events that are known; such an event is not built again where it comes out the same.
    """
    from dateline.links.answers import answered
    from dateline.links.deeds import no_country
    from dateline.links.discrepancies import each_once
    from dateline.links.events import cluster
    from dateline.links.merge import merge
    from dateline.links.narrow import dated, narrowed
    from dateline.links.same_words import same_words
    from dateline.links.wordings import shared_quotations

    articles = {article.id: article for article in corpus.articles}
    quotations = corpus.quotations if known else same_words(corpus.quotations, articles)
    clusters = cluster(corpus.mentions, articles, _words(quotations), known)
    if settled:
        clusters = tuple(c for c in clusters if frozenset(m.id for m in c.mentions) not in settled)
    told = dated(clusters, articles)
    articles.update(narrowed(clusters, articles))
    bases, shared = _bases(quotations), shared_quotations(quotations)
    merged = [merge(group, articles, bases, shared, country_of or no_country) for group in clusters]
    events = each_once(sorted(merged, key=lambda event: event.id), corpus.mentions)
    events = answered(events, {mention.id: mention for mention in corpus.mentions}, articles)
    event_of = {m.id: m.event_id for m in corpus.mentions} if settled else {}
    event_of |= {mention_id: event.id for event in events for mention_id in event.mentions}
    linked = Corpus(
        articles=tuple(articles[article.id] for article in corpus.articles),
        quotations=quotations,
        mentions=tuple(
            replace(mention, event_id=event_of[mention.id], when=told.get(mention.id, mention.when))
            for mention in corpus.mentions
        ),
        digests=corpus.digests,
    )
    return Linked(linked, tuple(events))


def _bases(quotations: Sequence[Quotation]) -> dict[str, Basis]:
    """Article id -> the words of unnamed sources it shares with others, and what it took over from other outlets."""
    from dateline.links.origins import Basis

    words: dict[str, set[tuple[str, int, str, str | None]]] = defaultdict(set)
    via: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for quotation in quotations:
        who, start = quotation.speaker, quotation.content.start
        if quotation.same_as and who and who.anonymous:
            words[quotation.article_id].add((quotation.same_as, start, who.name, who.country))
        via[quotation.article_id].update((start, ref.name) for ref in quotation.via if ref.kind == "media")
    return {
        article_id: Basis(tuple(sorted(via[article_id])), tuple(sorted(words[article_id], key=str)))
        for article_id in sorted(words.keys() | via.keys())
        if words[article_id] or via[article_id]
    }


def _words(quotations: Iterable[Quotation]) -> dict[str, frozenset[str]]:
    """Article id -> the `same_as` ids of those quotations."""
    shared: dict[str, set[str]] = defaultdict(set)
    for quotation in quotations:
        if quotation.same_as:
            shared[quotation.article_id].add(quotation.same_as)
    return {article_id: frozenset(ids) for article_id, ids in shared.items()}
