"""A seed -> an invented world: people, states, places and words that exist nowhere, for corpora of any size.

Words of the filling are drawn as often as news uses them (stories/words.tsv), so that texts weigh as real ones do.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate, product

from dateline.records import Actor, ActorKind, ActorRef, Place, Span
from dateline.stories.background import background

ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "ae", "ia", "ou")
CODAS = ("", "l", "m", "n", "r", "s", "nd", "rk", "sh", "th")
STATES = 60
BODIES = ("government", "parliament", "army", "foreign ministry", "supreme court")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class World:
    """Everybody and everything that acts, where, and the words of which texts are made (with running weights)."""

    actors: tuple[Actor, ...]
    weights: tuple[float, ...]
    places: tuple[Place, ...]
    outlets: tuple[str, ...]
    words: tuple[str, ...]
    running: tuple[float, ...]


def world(seed: int, people: int) -> World:
    """The same world for the same numbers; a few actors act in much of the news, most in little of it."""
    chance = random.Random(f"world {seed}")
    codes = ["X" + a + b for a, b in product(LETTERS, LETTERS)][:STATES]
    states = [_actor("state", _name(chance, 2) + "ia", code) for code in codes]
    bodies = [
        _actor("government_body", f"{state.name} {body}", state.country)
        for state in states
        for body in BODIES
    ]
    persons = [
        _actor("person", f"{_name(chance, 1)} {_name(chance, 2)}", chance.choice(codes))
        for _ in range(people)
    ]
    cast = list({actor.id: actor for actor in (*states, *bodies, *persons)}.values())
    chance.shuffle(cast)
    places = tuple(
        Place(
            _name(chance, 2),
            chance.choice(codes),
            round(chance.uniform(-60, 70), 3),
            round(chance.uniform(-170, 175), 3),
        )
        for _ in range(40 + people // 10)
    )
    known = background()
    return World(
        actors=tuple(cast),
        weights=tuple(accumulate(1.0 / (rank + 20) for rank in range(len(cast)))),
        places=places,
        outlets=tuple(
            f"{_name(chance, 2)} {kind}" for kind in ("Post", "Times", "Wire", "Radio") for _ in range(15)
        ),
        words=tuple(known.counts),
        running=tuple(accumulate(float(count) for count in known.counts.values())),
    )


def reference(actor: Actor, at: int | None = None) -> ActorRef:
    """How a sentence names it, with its place where it starts at code point `at`."""
    span = None if at is None else Span(at, at + len(actor.name), actor.name)
    return ActorRef(actor.id, actor.name, actor.country, None, span, actor.kind)


def coined(chance: random.Random, count: int) -> list[str]:
    """Words that no other story is likely to have."""
    return [_name(chance, 3).lower() for _ in range(count)]


def _actor(kind: ActorKind, name: str, country: str | None) -> Actor:
    return Actor(Actor.make_id(kind, name, country), name, (), kind, country)


def _name(chance: random.Random, syllables: int) -> str:
    parts = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
    return ("".join(parts) + chance.choice(CODAS)).capitalize()
