"""A source's head token -> actors: by coreference where it knows the phrase, else the phrase itself, honestly."""

from __future__ import annotations

from dateline.quotes.phrases import antecedent, phrase
from dateline.records import ActorRef
from dateline.syntax import Text

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "another", "some"})


def actors(text: Text, head: int) -> tuple[ActorRef, ...]:
    """Who the noun phrase at `head` speaks of; () for a pronoun that nothing resolves."""
    head = antecedent(text, head)
    known = text.refer(head)
    if known:
        return known
    token = text.tokens[head]
    if token.pos == "PRON" or token.tag in ("PRP", "WP", "WDT", "DT", "EX"):
        return ()
    low, high = core(text, head)
    while low < high - 1 and text.tokens[low].lower in _DETERMINERS:
        low += 1
    span = text.span(low, high)
    return (ActorRef(actor_id=None, name=span.text, span=span),)


def core(text: Text, head: int) -> tuple[int, int]:
    """The noun phrase without relative clauses, appositions and participles behind its head."""
    low, high = phrase(text, head)
    for child in text.children[head]:
        token = text.tokens[child]
        if child > head and (
            token.dep in ("relcl", "acl", "appos", "punct", "advcl", "cc", "conj", "npadvmod")
        ):
            high = min(high, text.edges(child)[0])
    return (low, max(high, head + 1))
