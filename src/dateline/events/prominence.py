"""The mentions of one article in, what the rest of the article says for each out: names of `article` grounds in doubts.tsv.

An act that is told twice with the same sides was hardly misread twice, and whom an article speaks of again and again is
more likely meant than who is named once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.records import ActorRef, Mention
from dateline.syntax import Text

OFTEN = 3
"""Times from which on somebody is spoken of often."""


def spoken_of(text: Text) -> Counter[str]:
    """How many phrases of the article stand for each actor, by id or name; members of a group count with it."""
    counted: Counter[str] = Counter()
    for reference in text.references:
        for number in reference.entities:
            for member in text.entities[number].members or (number,):
                entity = text.entities[member]
                counted[entity.actor_id or entity.name] += 1
    return counted


def around(mention: Mention, told: Sequence[Mention], counted: Counter[str]) -> Iterator[str]:
    """What the article says for the mention outside of its own sentence."""
    if any(other is not mention and _again(mention, other) for other in told):
        yield "told again"
    if mention.target and max(counted[_key(one)] for one in mention.target) >= OFTEN:
        yield "target spoken of often"


def _again(mention: Mention, other: Mention) -> bool:
    """Whether both are done to the same target, or between the same two sides."""
    if not mention.target:
        return False
    source, target = _side(mention.source), _side(mention.target)
    there, here = _side(other.source), _side(other.target)
    return (mention.type == other.type and target == here) or {source, target} == {there, here}


def _side(side: Sequence[ActorRef]) -> frozenset[str]:
    return frozenset(_key(one) for one in side)


def _key(one: ActorRef) -> str:
    return one.actor_id or one.name
