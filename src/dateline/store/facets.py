"""Records -> the (facet, value) pairs by which they are found; names folded so that case and accents do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from dateline.records import Actor, ActorRef, Event, Mention, Quotation, Story

Pairs = set[tuple[str, str]]


def fold(name: str) -> str:
    """Lower case without accents, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def of_quotation(quotation: Quotation) -> Pairs:
    """By speaker, each member of a group that speaks, whom the words speak of, and issue."""
    speakers = [ref for ref in (quotation.speaker, *quotation.speakers) if ref is not None]
    pairs = _refs("quotation", speakers) | _values("quotation.issue", quotation.issues)
    return pairs | _values("quotation.about", (ref.actor_id or "" for ref in quotation.about))


def of_mention(mention: Mention) -> Pairs:
    """By who acts or is acted on, their countries and that of the place, and issue."""
    pairs = _refs("mention", (*mention.source, *mention.target)) | _values("mention.issue", mention.issues)
    return pairs | _place("mention", mention)


def of_event(event: Event) -> Pairs:
    """As a mention, and by outlet, article, each side alone, and the pair of countries as `SOURCE>TARGET`."""
    pairs = _refs("event", (*event.source, *event.target)) | _values("event.issue", event.issues)
    pairs |= _values("event.source", (ref.actor_id or "" for ref in event.source))
    pairs |= _values("event.target", (ref.actor_id or "" for ref in event.target))
    countries = [(one.country, other.country) for one in event.source for other in event.target]
    pairs |= {("event.pair", f"{one}>{other}") for one, other in countries if one and other and one != other}
    pairs |= _values("event.outlet", map(fold, event.outlets)) | _values("event.article", event.articles)
    return pairs | _place("event", event)


def of_story(story: Story) -> Pairs:
    """By actor, outlet and article."""
    pairs = _values("story.actor", story.actors) | _values("story.article", story.articles)
    return pairs | _values("story.outlet", map(fold, story.outlets))


def of_actor(actor: Actor) -> Pairs:
    """By every name, and by surname for people."""
    names = {fold(name) for name in (actor.name, *actor.also_known_as)}
    if actor.kind == "person":
        names |= {name.split()[-1] for name in names if name}
    return _values("actor.name", names)


def of(record: Any) -> Pairs:
    """The pairs of any record; none where its kind is found by nothing else than its columns."""
    make: dict[type, Callable[[Any], Pairs]] = {
        Quotation: of_quotation, Mention: of_mention, Event: of_event, Story: of_story, Actor: of_actor,
    }  # fmt: skip
    return make[type(record)](record) if type(record) in make else set()


def _refs(kind: str, refs: Iterable[ActorRef]) -> Pairs:
    pairs: Pairs = set()
    for ref in refs:
        if ref.actor_id:
            pairs.add((f"{kind}.actor", ref.actor_id))
        else:
            pairs.add((f"{kind}.name", fold(ref.name)))
        if ref.country:
            pairs.add((f"{kind}.country", ref.country))
    return pairs


def _place(kind: str, record: Mention | Event) -> Pairs:
    country = record.where.country if record.where else None
    return {(f"{kind}.country", country)} if country else set()


def _values(facet: str, values: Iterable[str]) -> Pairs:
    return {(facet, value) for value in values if value}
