"""A noun that names an act in, whether the words above it take the act for granted out: "would not disclose his talks with X".

Definite descriptions presuppose what they name (Strawson 1950); negation and will of a verb of telling leave that alone.
"""

from __future__ import annotations

from dateline.events.codebook import Codebook
from dateline.events.words import is_noun
from dateline.syntax import Text, Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OCCUR = frozenset({"take", "occur", "happen", "hold", "begin", "start", "proceed"})


def definite(text: Text, noun: int) -> bool:
    """Whether the noun is told as known: "the talks", "Chad's arrest", "the resignation of X", "talks between X and Y"."""
    if any(kid.lower in DEFINITE for kid in text.kids(noun, "det")) or text.kid(noun, "poss") is not None:
        return True
    return any(kid.lower == "between" for kid in text.kids(noun, "prep")) and text.kid(noun, "det") is None


def only_told_of(text: Text, book: Codebook, noun: int, current: Token) -> str | None:
    """The status of an act that is only what a verb of telling or thinking is about; None where it is not."""
    above = text.tokens[current.head]
    if above.lemma not in book.classes["telling"] or current.i != noun or not is_noun(current):
        return None
    return "happened" if definite(text, noun) else "hypothetical"


def goes_on(text: Text, noun: int, verb: int) -> bool:
    """Whether a verb only tells how the act went: "the meeting did not go well"."""
    return definite(text, noun) and text.tokens[verb].lemma not in OCCUR


def taken_for_granted(text: Text, noun: int, clause: Token) -> bool:
    """Whether the act is the subject of a clause that says something of it: "thinks the resignation is a mistake"."""
    token = text.tokens[noun]
    subject = is_noun(token) and token.head == clause.i and token.dep == "nsubj"
    return subject and goes_on(text, noun, clause.i)
