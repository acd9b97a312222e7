"""A new article's quotations and mentions -> the same words and the same events among those near it, linked anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.corpus import Corpus, Known, Room
from dateline.links.keys import plausible, words_of
from dateline.links.same_words import same_words
from dateline.pipeline import keys
from dateline.pipeline.around import A_KEY, EVENTS, MENTIONS, Found, Near
from dateline.records import Article, Event, Mention, Quotation


def shared_words(article: Article, own: Sequence[Quotation], near: Near) -> dict[str, Quotation]:
    """The article's quotations and all that share words with them, `same_as` filled in anew."""
    runs = {key for quotation in own for _, key, _, _ in keys.of_quotation(quotation)}
    hits = near.find(Room.SAID, runs, None, A_KEY)
    others = near.records(Quotation, hits)
    groups = {q.same_as for q in others.values() if q.same_as}
    others.update((q.id, q) for q in near.where(Quotation, "same_as", groups))
    papers = near.records(Article, {q.article_id for q in others.values()})
    papers[article.id] = article
    everything = sorted((*own, *others.values()), key=lambda q: q.id)
    return {q.id: q for q in same_words(everything, papers)}


def events(
    article: Article,
    own: Sequence[Mention],
    quotations: dict[str, Quotation],
    known: Known,
    near: Near,
    link: Any,
) -> Found:
    """The new mentions linked with the events near them."""
    said = frozenset(q.same_as for q in quotations.values() if q.article_id == article.id and q.same_as)
    hits: Counter[str] = Counter()
    for mention in own:
        rows = list(keys.of_mention(mention, article, said, known.near))
        for id_, shared in near.find(
            Room.ACTS, {row[1] for row in rows}, rows[0][2] if rows else None, A_KEY
        ).items():
            hits[id_] += len(shared)
    stored = near.records(Mention, sorted(hits, key=lambda id_: (-hits[id_], id_))[:MENTIONS])
    beside = near.records(Article, {m.article_id for m in stored.values()}) | {article.id: article}
    likely = plausible(own, list(stored.values()), beside, {article.id: said}, known)
    score: Counter[str] = Counter()
    for id_ in likely:
        event_id = stored[id_].event_id
        if event_id:
            score[event_id] = max(score[event_id], hits[id_])
    chosen = sorted(score, key=lambda id_: (-score[id_], id_))[:EVENTS]
    others = near.where(Mention, "event_id", chosen)
    articles = {id_: beside[id_] for id_ in {m.article_id for m in others} & beside.keys()} | {
        article.id: article
    }
    articles |= near.records(Article, {m.article_id for m in others} - articles.keys())
    for quotation in near.telling({m.article_id for m in others}):
        quotations.setdefault(quotation.id, quotation)
    articles.update(near.records(Article, {q.article_id for q in quotations.values()} - articles.keys()))
    mentions = sorted((*own, *others), key=lambda m: m.id)
    around = near.counts(Room.ACTS, {word for m in others for word in words_of(m)})
    part = Corpus(
        tuple(articles[id_] for id_ in sorted(articles)),
        tuple(quotations[id_] for id_ in sorted(quotations)),
        tuple(mentions),
    )
    before = near.records(Event, chosen)
    settled = {frozenset(event.mentions): event.id for event in before.values()}
    linked = link(part, known=replace(known, near={**around, **known.near}), settled=settled.keys())
    built = {event.id: event for event in linked.events}
    grouped = {m for event in built.values() for m in event.mentions}
    same = {id_ for id_, event in before.items() if not grouped.intersection(event.mentions)}
    return Found(
        {a.id: a for a in linked.corpus.articles},
        {q.id: q for q in linked.corpus.quotations},
        {m.id: m for m in linked.corpus.mentions},
        built | {id_: before[id_] for id_ in same},
        {id_: event for id_, event in before.items() if id_ not in built and id_ not in same},
        set(built),
    )
