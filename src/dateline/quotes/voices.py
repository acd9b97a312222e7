"""Text, Attributions -> who speaks each: the resolved source, or for a pronoun nobody resolved the speaker before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.quotes.attributions import Attribution
from dateline.quotes.speaker import actors
from dateline.records import ActorRef
from dateline.syntax import Text

_PRONOUNS = frozenset({"he", "she"})
_PARAGRAPHS = 2


class Voice(NamedTuple):
    """The actors of one attribution; `carried` tells that a pronoun took over the speaker before."""

    actors: tuple[ActorRef, ...]
    carried: bool = False


def voices(text: Text, attributions: Sequence[Attribution]) -> list[Voice]:
    """One voice for each attribution, in the order given.

    "He" that coreference left open is whoever spoke last, no more than two paragraphs above: reports go on with
    their speaker until they name another.
    """
    found = [Voice(()) for _ in attributions]
    last: tuple[int, ActorRef] | None = None
    for number in sorted(range(len(attributions)), key=lambda n: position(attributions[n])):
        one = attributions[number]
        source = one.frame.source
        if source is None:
            continue
        who = actors(text, source)
        paragraph = text.sentence_of(position(one)).paragraph
        if who:
            found[number] = Voice(who)
        elif (
            last is not None and text.tokens[source].lower in _PRONOUNS and paragraph - last[0] <= _PARAGRAPHS
        ):
            found[number] = Voice((last[1],), True)
        now = found[number].actors
        if not one.nested and len(now) == 1 and now[0].kind in (None, "person", "anonymous"):
            last = paragraph, now[0]
    return found


def position(one: Attribution) -> int:
    """The token that stands for an attribution in the order of the text: its cue, else its content."""
    return one.frame.head if one.frame.head is not None else one.content[0][0]
