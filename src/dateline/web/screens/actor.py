"""One actor: names and offices, events as source and as target, counterparts, words, days; merge, split, rename."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.chronicle.pages import Found, Pages
from dateline.records import Actor, Event, to_json
from dateline.web.ask import Ask
from dateline.web.identity import meant, namesakes, places
from dateline.web.judging import about, judge
from dateline.web.network import MOST, Network, network
from dateline.web.screen import Answer, Extra, Page, Redirect, Rows, Screen
from dateline.web.screens.quotations import by_speaker, whole
from dateline.web.strips import strip

SIDES = ("source", "target")
SHOWN, SAID = 15, 12


@dataclass(frozen=True, slots=True)
class Side:
    """The newest events in which the actor stands on one side, and the types of them all."""

    name: str
    total: int
    events: tuple[Event, ...]
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another actor of the same events: in how many, and how many of them each begins or ends with."""

    id: str
    name: str
    together: int
    acts_on: int
    acted_on_by: int


def show(ask: Ask) -> Answer:
    """The page of one actor. Raises NotFound."""
    actor = ask.pages.chronicle.actor(ask.id)
    events = ask.pages.find("event", {"actor": [actor.id]}, newest=True)
    others = counterparts(ask.pages, actor, events)
    said = ask.pages.find("quotation", {"speaker": [actor.id]}, newest=True)
    told = ask.pages.find("quotation", {"about": [actor.id]}, newest=True)
    return Page(
        actor.name,
        {
            "actor": actor,
            "events": events.total,
            "sides": [_side(ask.pages, actor, name) for name in SIDES],
            "counterparts": others,
            "network": drawn(actor, events, others) if others else None,
            "bars": strip(ask, events.density(), path="/chronicle", actor=actor.id),
            "issues": said.facet("issue", 8),
            "said": by_speaker(whole(ask.pages, said.page(1, SAID))),
            "said_total": said.total,
            "told": by_speaker(whole(ask.pages, told.page(1, SAID))),
            "told_total": told.total,
            "judged": about(ask.pages, actor.id),
            "namesakes": namesakes(ask.pages, actor),
            "places": places(ask.pages, actor) if ask.one("apart") == "1" else [],
            "apart": ask.one("apart") == "1",
        },
    )


def counterparts(pages: Pages, actor: Actor, events: Found) -> list[Counterpart]:
    """Who stands in the same events, most first."""
    shared = [(id_, count) for id_, count in events.values("actor") if id_ != actor.id][:MOST]
    names = pages.labels("actor", [id_ for id_, _ in shared])
    on = dict(pages.find("event", {"source": [actor.id]}).values("target"))
    by = dict(pages.find("event", {"target": [actor.id]}).values("source"))
    return [
        Counterpart(id_, names.get(id_, id_), count, on.get(id_, 0), by.get(id_, 0)) for id_, count in shared
    ]


def drawn(actor: Actor, events: Found, others: Sequence[Counterpart]) -> Network:
    """The counterparts around the actor; lines between two of them count this actor's events only."""
    return network(
        (actor.id, actor.name, events.total),
        [(one.id, one.name, one.together) for one in others],
        events.together("actor", [one.id for one in others]),
    )


def _side(pages: Pages, actor: Actor, name: str) -> Side:
    events = pages.find("event", {name: [actor.id]}, newest=True)
    types = tuple((one.value, one.count) for one in events.facet("type", 6))
    return Side(name, events.total, tuple(events.page(1, SHOWN)), types)


def rows(ask: Ask) -> Rows:
    """Its events."""
    actor = ask.pages.chronicle.actor(ask.id)
    return Rows(ask.pages.find("event", {"actor": [actor.id]}).all(), Event)


def data(ask: Ask) -> Any:
    """The actor with its counterparts and all of its events, as the command `actor --json` gives them."""
    actor = ask.pages.chronicle.actor(ask.id)
    events = ask.pages.find("event", {"actor": [actor.id]})
    said = ask.pages.find("quotation", {"speaker": [actor.id]})
    return {
        **to_json(actor),
        "counterparts": [to_json(one) for one in counterparts(ask.pages, actor, events)],
        "events": [to_json(one) for one in events.all()],
        "said": [to_json(one) for one in said.all()],
    }


def change(ask: Ask) -> Redirect:
    """What the analyst decides about the actor."""
    asked = meant(ask) if ask.form.get("do") == "merge" else ask
    return judge(asked, ask.pages.chronicle.actor(ask.id).id, home="/actors")


def examples(pages: Pages) -> Sequence[str]:
    """The two most active, one of each kind, and the last."""
    actors = pages.find("actor")
    chosen: list[Actor] = list(actors.page(1, 2))
    for kind in actors.facet("kind", 8):
        chosen += pages.find("actor", {"kind": [kind.value]}).page(1, 1)
    made = list(dict.fromkeys(f"/actor/{one.id}" for one in chosen))
    return [*made, *(f"{one}?apart=1" for one in made[:1])]


SCREEN = Screen(
    name="actor",
    paths=("/actor/{id}",),
    show=show,
    rows=rows,
    data=data,
    examples=examples,
    extra=(Extra("POST", "/judge/actor/{id}", change),),
)
