"""The mentions of one article in, what the rest of the article says for each out: names of `article` grounds in doubts.tsv.

An act that is told twice with the same sides was hardly misread twice, and whom an article speaks of again and again is
more likely meant than who is named once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.records import ActorRef, Mention
from dateline.syntax import Text

Telling = tuple[str, frozenset[frozenset[str]]]
"""A type with the one side it is done to, or no type with the two sides it is between."""
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


def tellings_of(mentions: Sequence[Mention]) -> Counter[Telling]:
    """How many mentions tell each thing that one of them tells: what is done to whom, and between which two sides."""
    return Counter(one for mention in mentions for one in _tellings(mention))


def around(mention: Mention, tellings: Counter[Telling], counted: Counter[str]) -> Iterator[str]:
    """What the article says for the mention outside of its own sentence; `tellings`: of all its mentions."""
    if mention.target and any(tellings[one] > 1 for one in _tellings(mention)):
        yield "told again"
    if mention.target and max(counted[_key(one)] for one in mention.target) >= OFTEN:
        yield "target spoken of often"


def _tellings(mention: Mention) -> set[Telling]:
    source, target = _side(mention.source), _side(mention.target)
    between: Telling = ("", frozenset({source, target}))
    return {between, (mention.type, frozenset({target}))} if target else {between}


def _side(side: Sequence[ActorRef]) -> frozenset[str]:
    return frozenset(_key(one) for one in side)


def _key(one: ActorRef) -> str:
    return one.actor_id or one.name
