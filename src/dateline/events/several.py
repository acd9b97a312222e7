"""A word that stands for two or more states at once in, the states out: "U.S.-Russian", "the three nations of Chad, Mali .."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import ActorRef
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

COUNTED = frozenset({"state", "nation", "country", "republic", "government", "province", "kingdom"})


def several_in_one(text: Text, i: int, resolvers: Resolvers) -> tuple[ActorRef, ...]:
    """Two states in one word: "U.S.-Russian"."""
    parts = [part for part in text.tokens[i].text.split("-") if part]
    states = [resolvers.who.demonym(part) or resolvers.who.state(part) for part in parts]
    if len(parts) != 2 or not all(states):
        return ()
    span = text.span(i, i + 1)
    return tuple(ActorRef(one.id, one.name, one.country, None, span, one.kind) for one in states if one)


def several_before(text: Text, i: int) -> tuple[ActorRef, ...]:
    """Two states before one plural nobody has named: "the Turkish and Greek sides", "Thai and Lao ministers"."""
    if text.tokens[i].tag != "NNS":
        return ()
    for kid in text.kids(i, "amod", "nmod", "compound"):
        mates = text.conjuncts(kid.i)
        states = [one for mate in mates for one in text.refer(mate.i) if one.kind == "state"]
        if len(states) > 1 and len(states) == len(mates):
            return tuple(states)
    return ()


def several_after(text: Text, i: int) -> tuple[ActorRef, ...]:
    """States a plural counts and then names: "the three nations of Chad, Mali and Niger"."""
    token = text.tokens[i]
    if token.tag != "NNS" or token.lemma.lower() not in COUNTED:
        return ()
    for prep in text.kids(i, "prep"):
        noun = text.kid(prep.i, "pobj") if prep.lower == "of" else None
        mates = text.conjuncts(noun.i) if noun is not None else []
        named = [one for mate in mates for one in text.refer(mate.i)]
        if len(mates) > 1 and len(named) == len(mates) and all(one.country for one in named):
            return tuple(named)
    return ()
