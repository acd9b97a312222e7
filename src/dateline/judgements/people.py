"""Judgements about actors -> references and actors renamed, merged and split; and how often each now takes part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from dateline.judgements.bench import Bench, Tools
from dateline.judgements.forms import DONE, Judgement, Target
from dateline.judgements.match import mention_at, quotation_at
from dateline.records import Actor, ActorRef, Event, Mention, Quotation, Story, Storyline, content_id

Turn = Callable[[ActorRef], ActorRef]
HOLDERS = ("mention", "quotation", "event")


class People:
    """What became of actors so far; judgements are laid one after the other."""

    def __init__(self, bench: Bench, tools: Tools) -> None:
        self._bench, self._tools = bench, tools
        self._moved: dict[str, str] = {}
        self._renamed: set[str] = set()

    def lay(self, one: Judgement) -> list[str] | None:
        """Carry out a rename, merge or split of actors; ids of the actors it is about, None when none is found."""
        found = [self.find(target) for target in one.targets if target.about == "actor"]
        first = found[0]
        if first is None:
            return None
        if one.kind == "rename":
            self._rename(first, one)
            return [first]
        if one.kind == "merge":
            others = [other for other in found[1:] if other is not None and other != first]
            for other in others:
                self._join(first, other, one)
            return [first] if others else None
        return self._part(first, one)

    def recast(self, ref: ActorRef) -> ActorRef:
        """A reference as it is after all of these."""
        actor_id = self._at(ref.actor_id)
        if actor_id is None or (actor_id == ref.actor_id and actor_id not in self._renamed):
            return ref
        return _as(self._bench.of("actor")[actor_id], ref)

    def find(self, target: Target) -> str | None:
        """The actor's id now: as it was judged, or where its passages speak of somebody."""
        actor_id = self._at(target.id)
        if actor_id is not None and self._known(actor_id):
            return actor_id
        votes: Counter[str] = Counter()
        for anchor in target.passages:
            where = self._bench.where(anchor)
            if where is None:
                continue
            for holder in self._bench.of(anchor.about).values():
                if holder.article_id == where[0]:
                    votes.update(
                        ref.actor_id
                        for ref in refs(holder)
                        if ref.actor_id
                        and ref.span
                        and ref.span.start < where[1][1]
                        and ref.span.end > where[1][0]
                    )
        found = min(votes, key=lambda one: (-votes[one], one), default=None)
        return found if found is not None and self._known(found) else None

    def _at(self, actor_id: str | None) -> str | None:
        seen: set[str] = set()
        while actor_id in self._moved and actor_id not in seen:
            seen.add(actor_id)
            actor_id = self._moved[actor_id]
        return actor_id

    def _known(self, actor_id: str) -> bool:
        self._bench.load_actor(actor_id)
        actors = self._bench.of("actor")
        if actor_id not in actors:
            ref = next((r for r in self._all_refs() if r.actor_id == actor_id), None)
            if ref is None:
                return False
            self._bench.add("actor", actor_of(ref, self._tools))
        return True

    def _all_refs(self) -> Iterator[ActorRef]:
        for kind in HOLDERS:
            for holder in self._bench.of(kind).values():
                yield from refs(holder)

    def _rename(self, actor_id: str, one: Judgement) -> None:
        actors = self._bench.of("actor")
        actor: Actor = actors[actor_id]
        name = one.values["name"]
        names = {actor.name, *actor.also_known_as} - {name}
        actors[actor_id] = _marked(replace(actor, name=name, also_known_as=tuple(sorted(names))), one)
        self._renamed.add(actor_id)
        self._turn({actor_id})

    def _join(self, first: str, other: str, one: Judgement) -> None:
        actors = self._bench.of("actor")
        keeper, gone = actors[first], actors.pop(other)
        names = {keeper.name, *keeper.also_known_as, gone.name, *gone.also_known_as} - {keeper.name}
        actors[first] = _marked(replace(keeper, also_known_as=tuple(sorted(names))), one)
        self._moved[other] = first
        self._turn({other})
        for kind in ("story", "storyline"):
            lists = self._bench.of(kind)
            for id_, teller in list(lists.items()):
                if other in teller.actors:
                    lists[id_] = _told(teller, other, first)

    def _part(self, first: str, one: Judgement) -> list[str] | None:
        bench = self._bench
        actor: Actor = bench.of("actor")[first]
        name = one.values.get("name") or f"{actor.name} (2)"
        new = Actor(content_id("act", "analyst", one.id), name, (), actor.kind, actor.country)
        parted = False
        for target in one.targets[1:]:
            for anchor in target.passages:
                where = bench.where(anchor)
                if where is None or anchor.about not in ("mention", "quotation"):
                    continue
                here = [r for r in bench.of(anchor.about).values() if r.article_id == where[0]]
                found: Any = mention_at(anchor, where[1], here) if anchor.about == "mention" else quotation_at(anchor, where[1], here)  # fmt: skip
                if found is not None and any(ref.actor_id == first for ref in refs(found)):
                    bench.of(anchor.about)[found.id] = turned(
                        found, lambda ref: _as(new, ref) if ref.actor_id == first else ref
                    )
                    parted = True
        if not parted:
            return None
        bench.add("actor", _marked(new, one))
        bench.of("actor")[first] = _marked(actor, one)
        return [first, new.id]

    def _turn(self, ids: set[str]) -> None:
        for kind in HOLDERS:
            holders = self._bench.of(kind)
            for id_, holder in list(holders.items()):
                if any(ref.actor_id in ids for ref in refs(holder)):
                    holders[id_] = turned(holder, self.recast)


def counted(bench: Bench, tools: Tools) -> None:
    """Set `mentions` and `quotations` of every actor whose part in changed records is another than it was."""
    steps: dict[str, Counter[str]] = {"mentions": Counter(), "quotations": Counter()}
    told: dict[str, ActorRef] = {}
    for kind, step in (("mention", steps["mentions"]), ("quotation", steps["quotations"])):
        changed = set(bench.changed(kind)) | {one for one in bench.hidden if one in bench.of(kind)}
        for id_ in changed:
            before, after = bench.base[kind].get(id_), bench.of(kind).get(id_)
            if before is not None:
                step.subtract(_parts(before).keys())
            if after is not None and id_ not in bench.hidden:
                step.update(_parts(after).keys())
                told.update(_parts(after))
    actors = bench.of("actor")
    ids = sorted({one for step in steps.values() for one, by in step.items() if by})
    bench.load("actor", ids)
    for id_ in ids:
        actor = actors.get(id_)
        if actor is None and id_ not in told:
            continue  # it was merged into another, which takes its part
        actor = actor or actor_of(told[id_], tools)
        actors[id_] = replace(
            actor,
            mentions=actor.mentions + steps["mentions"][id_],
            quotations=actor.quotations + steps["quotations"][id_],
        )


def actor_of(ref: ActorRef, tools: Tools) -> Actor:
    """The actor that a reference names, where the project has none of that id yet."""
    known = tools.known(ref.actor_id or "")
    if known is not None:
        return replace(known, mentions=0, quotations=0)
    return Actor(ref.actor_id or "", ref.name, (), ref.kind or "group", ref.country)


def refs(record: Mention | Quotation | Event) -> Iterator[ActorRef]:
    """Every reference to an actor in a record."""
    if isinstance(record, Quotation):
        yield from (ref for ref in (record.speaker, record.addressee) if ref is not None)
        yield from (*record.speakers, *record.via, *record.about)
        return
    yield from (*record.source, *record.target)
    if isinstance(record, Mention):
        yield from record.reported_by


def turned(record: Any, turn: Turn) -> Any:
    """The record with each of its references turned."""
    if isinstance(record, Quotation):
        return replace(
            record,
            speaker=turn(record.speaker) if record.speaker else None,
            addressee=turn(record.addressee) if record.addressee else None,
            speakers=_unique(map(turn, record.speakers)),
            via=_unique(map(turn, record.via)),
            about=_unique(map(turn, record.about)),
        )
    record = replace(
        record, source=_unique(map(turn, record.source)), target=_unique(map(turn, record.target))
    )
    if isinstance(record, Mention):
        record = replace(record, reported_by=_unique(map(turn, record.reported_by)))
    return record


def _as(actor: Actor, ref: ActorRef) -> ActorRef:
    return replace(ref, actor_id=actor.id, name=actor.name, kind=actor.kind, country=actor.country)


def _unique(found: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    kept: dict[str, ActorRef] = {}
    for ref in found:
        kept.setdefault(ref.actor_id or f" {ref.name} {ref.span}", ref)
    return tuple(kept.values())


def _parts(record: Mention | Quotation) -> dict[str, ActorRef]:
    """Actors that count as taking part, by id."""
    if isinstance(record, Quotation):
        taking = [ref for ref in (record.speaker, *record.speakers) if ref is not None]
    else:
        taking = [*record.source, *record.target]
    return {ref.actor_id: ref for ref in taking if ref.actor_id}


def _told(teller: Story | Storyline, other: str, first: str) -> Story | Storyline:
    return replace(
        teller, actors=tuple(dict.fromkeys(first if one == other else one for one in teller.actors))
    )


def _marked(actor: Actor, one: Judgement) -> Actor:
    marks = [mark for mark in (actor.judgement or "").split("; ") if mark]
    people = [name for name in (actor.judged_by or "").split("; ") if name]
    return replace(
        actor,
        judgement="; ".join(dict.fromkeys([*marks, DONE[one.kind]])),
        judged_by="; ".join(dict.fromkeys([*people, one.by])),
    )
