"""A cluster of mentions -> one Event: sides, days, place, status with its history, and where accounts differ."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.links.alike import MUTUAL_TYPES
from dateline.links.days import settled
from dateline.links.deeds import Country, no_country
from dateline.links.discrepancies import discrepancies
from dateline.links.events import Cluster
from dateline.links.life import history, told_on
from dateline.links.origins import Basis, origins
from dateline.links.titles import shown, title
from dateline.links.towns import spot
from dateline.links.wordings import wordings
from dateline.records import ActorRef, Article, Event, Mention, Place, Quotation, content_id


def merge(
    cluster: Cluster,
    articles: Mapping[str, Article],
    bases: Mapping[str, Basis],
    shared: Mapping[str, Sequence[Quotation]],
    country_of: Country = no_country,
) -> Event:
    """The event all those mentions tell of; its id is that of its smallest mention.

    bases: article id -> what it quotes that shows whom it rests on; shared: article id -> its quotations whose words
    others have too; country_of: a word -> the code of the country it stands for.
    """
    mentions = sorted(
        cluster.mentions, key=lambda m: (told_on(m, articles) or dt.date.max, m.article_id, m.trigger.start)
    )
    place = {m.id: -number for number, m in enumerate(mentions)}
    lead = max(mentions, key=lambda m: (_completeness(m), m.confidence, place[m.id]))
    steps = history(mentions, articles)
    status = steps[-1].status
    carrying = [m for m in mentions if m.status == status] or mentions
    when, where = settled(mentions), _where(mentions)
    source, target = _sides(mentions, lead)
    last = max(carrying, key=lambda m: (m.confidence, place[m.id]))
    confidence = 1.0
    for article_id in {m.article_id for m in mentions}:
        confidence *= 1.0 - max(m.confidence for m in mentions if m.article_id == article_id)
    mutual = any(m.mutual for m in mentions)
    behind = origins(mentions, articles, bases)
    modes = Counter(m.mode for m in mentions if m.mode)
    mode = max(sorted(modes), key=modes.__getitem__) if modes else None
    return Event(
        id=content_id("evt", min(m.id for m in mentions)),
        story_id=None,
        type=lead.type,
        title=title(lead.type, shown(status, steps), source, target, mutual, where, mode),
        status=status,
        status_history=steps,
        when=when,
        where=where,
        source=source,
        target=target,
        mentions=tuple(m.id for m in mentions),
        articles=tuple(dict.fromkeys(m.article_id for m in mentions)),
        outlets=tuple(sorted({articles[m.article_id].teller for m in mentions})),
        independent_sources=behind.count,
        discrepancies=discrepancies(mentions, articles, wordings(mentions, shared), country_of),
        confidence=round(1.0 - confidence, 3),
        mode=mode,
        plover_type=last.plover_type,
        mutual=mutual,
        issues=tuple(sorted({issue for m in mentions for issue in m.issues})),
        links=tuple((link.left, link.right, f"{link.score:.2f}: {link.reason}") for link in cluster.links),
        origins=behind.rows,
        origin_tree=behind.tree,
        circular=behind.circular,
    )


def _completeness(mention: Mention) -> tuple[int, int, int]:
    named = sum(a.kind == "person" for a in (*mention.source, *mention.target))
    return bool(mention.source) + bool(mention.target), named, -(mention.when.days or 10_000)


def _where(mentions: Sequence[Mention]) -> Place | None:
    """The place that most reports give; a town counts for its country as well, and says more."""
    found = Counter(m.where for m in mentions if m.where)
    if not found:
        return None
    lands = Counter(m.where.country or "" for m in mentions if m.where)
    widest = max(found, key=lambda p: (lands[p.country or ""], found[p], p.lat is not None, p.name))
    return max(
        (p for p in found if p.country == widest.country),
        key=lambda p: (spot(p), found[p], p.name),
    )


def _sides(mentions: Sequence[Mention], lead: Mention) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    source, target = lead.source, lead.target
    if not target:
        other = next((m for m in mentions if m.target), None)
        target = other.target if other else ()
    if not source:
        other = next((m for m in mentions if m.source), None)
        source = other.source if other else ()
    if lead.mutual or lead.type in MUTUAL_TYPES:
        ids = {a.actor_id or a.name for a in source}
        target = tuple(a for a in target if (a.actor_id or a.name) not in ids)
    return source, target
