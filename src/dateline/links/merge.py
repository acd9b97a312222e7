"""A cluster of mentions -> one Event: sides, days, place, status with its history, and where accounts differ."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.links.alike import MUTUAL_TYPES
from dateline.links.deeds import Country, no_country
from dateline.links.discrepancies import discrepancies
from dateline.links.events import Cluster
from dateline.links.life import as_of, history
from dateline.links.origins import Basis, origins
from dateline.links.titles import title
from dateline.links.wordings import wordings
from dateline.records import (
    UNDATED,
    ActorRef,
    Article,
    DateRange,
    Event,
    Mention,
    Place,
    Quotation,
    content_id,
)

PLANNED = frozenset({"planned", "happened", "ongoing"})
"""Statuses whose day is that of the act itself."""


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
        cluster.mentions, key=lambda m: (as_of(m, articles) or dt.date.max, m.article_id, m.trigger.start)
    )
    place = {m.id: -number for number, m in enumerate(mentions)}
    lead = max(mentions, key=lambda m: (_completeness(m), m.confidence, place[m.id]))
    steps = history(mentions, articles)
    status = steps[-1].status
    carrying = [m for m in mentions if m.status == status] or mentions
    when, where = _when(mentions), _where(mentions)
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
        title=title(lead.type, status, source, target, mutual, where, mode),
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


def _when(mentions: Sequence[Mention]) -> DateRange:
    """The narrowest interval among those that agree with the most mentions; open ones count only where none is closed.

    The day on which something was called off is not the day for which it was planned: where a plan is dated, it counts.
    """
    told = [m for m in mentions if m.when.known]
    if any(m.status in PLANNED for m in told):
        told = [m for m in told if m.status != "cancelled"]
    dated = [m.when for m in told if m.when.days is not None] or [m.when for m in told]
    if not dated:
        return next((m.when for m in mentions if m.when.text), UNDATED)
    return max(
        dated, key=lambda w: (sum(w.overlaps(o) for o in dated), -(w.days or 100_000), str(w.earliest))
    )


def _where(mentions: Sequence[Mention]) -> Place | None:
    found = Counter(m.where for m in mentions if m.where)
    if not found:
        return None
    return max(found, key=lambda p: (found[p], p.name != p.country, p.lat is not None, p.name))


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
