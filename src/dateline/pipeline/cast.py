"""Texts -> the actors each speaks of; all of a project's -> its table of actors with names, offices and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from dateline.corpus import Seen
from dateline.records import Actor, ActorKind, ActorRef, Mention, Quotation
from dateline.syntax import Text

_Value = TypeVar("_Value", bound=str)


class Knows(Protocol):
    """The part of `Who` that is needed here."""

    def actor(self, actor_id: str) -> Actor | None: ...


@dataclass(slots=True)
class _Notes:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    mentions: int = 0
    quotations: int = 0

    def note(self, name: str, kind: ActorKind | None, country: str | None) -> None:
        self.names[name] += 1
        if kind:
            self.kinds[kind] += 1
        if country:
            self.countries[country] += 1


def seen_in(text: Text) -> tuple[Seen, ...]:
    """The identified actors of one article, by id, each with the proper names that refer to it alone."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in text.names:
        if name.actor_id:
            forms[name.actor_id].add(" ".join(text.span(name.start, name.end).text.split()))
    found = {
        entity.actor_id: Seen(
            entity.actor_id, entity.name, entity.kind, entity.country, tuple(sorted(forms[entity.actor_id]))
        )
        for entity in text.entities
        if entity.actor_id
    }
    return tuple(found[actor_id] for actor_id in sorted(found))


def actors(
    seen: Iterable[Seen], quotations: Iterable[Quotation], mentions: Iterable[Mention], who: Knows
) -> tuple[Actor, ...]:
    """Every identified actor that an article speaks of or a record names, sorted by id.

    Name, kind, country and offices come from the reference tables where they know the actor; else from what the
    articles call it most often. `mentions` counts reports in which it acts or is acted on, `quotations` those in
    which it speaks.
    """
    notes: dict[str, _Notes] = defaultdict(_Notes)
    for one in seen:
        notes[one.actor_id].note(one.name, one.kind, one.country)
        notes[one.actor_id].forms.update(one.forms)
    for quotation in quotations:
        for ref in _refs(quotation.speaker, *quotation.speakers, quotation.addressee, *quotation.via):
            notes[ref.actor_id or ""].note(ref.name, ref.kind, ref.country)
        for actor_id in {
            ref.actor_id for ref in _refs(quotation.speaker, *quotation.speakers) if ref.actor_id
        }:
            notes[actor_id].quotations += 1
    for mention in mentions:
        for ref in _refs(*mention.source, *mention.target, *mention.reported_by):
            notes[ref.actor_id or ""].note(ref.name, ref.kind, ref.country)
        for actor_id in {ref.actor_id for ref in (*mention.source, *mention.target) if ref.actor_id}:
            notes[actor_id].mentions += 1
    return tuple(_actor(actor_id, notes[actor_id], who.actor(actor_id)) for actor_id in sorted(notes))


def grown(
    stored: Callable[[Collection[str]], Mapping[str, Actor]],
    seen: Sequence[Seen],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    who: Knows,
) -> tuple[Actor, ...]:
    """The actors that one more article names, with its names and counts added to what is stored of them.

    Where the tables do not know an actor, it keeps the name, kind and country that it has.
    """
    found = {actor.id: actor for actor in actors(seen, quotations, mentions, who)}
    before = stored(found)
    return tuple(
        _added(before[id_], actor) if id_ in before else actor for id_, actor in sorted(found.items())
    )


def _added(old: Actor, new: Actor) -> Actor:
    names = {*old.also_known_as, *new.also_known_as, new.name} - {old.name}
    return replace(
        old,
        also_known_as=tuple(sorted(names)),
        mentions=old.mentions + new.mentions,
        quotations=old.quotations + new.quotations,
    )


def _refs(*refs: ActorRef | None) -> Iterator[ActorRef]:
    return (ref for ref in refs if ref is not None and ref.actor_id)


def _actor(actor_id: str, notes: _Notes, known: Actor | None) -> Actor:
    names = notes.forms | set(notes.names)
    if known is not None:
        aliases = tuple(sorted((names | set(known.also_known_as)) - {known.name}))
        return replace(known, also_known_as=aliases, mentions=notes.mentions, quotations=notes.quotations)
    name = _most(notes.names)
    return Actor(
        id=actor_id,
        name=name,
        also_known_as=tuple(sorted(names - {name})),
        kind=_most(notes.kinds) if notes.kinds else "group",
        country=_most(notes.countries) if notes.countries else None,
        mentions=notes.mentions,
        quotations=notes.quotations,
    )


def _most(counts: Counter[_Value]) -> _Value:
    return min(counts, key=lambda value: (-counts[value], value))
