"""A source's head token -> actors: by coreference where it knows the phrase, else the phrase itself, honestly."""

from __future__ import annotations

from dateline.quotes.phrases import antecedent, phrase
from dateline.records import ActorRef, Span
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
    labelled = _labelled(text, head)
    if labelled is not None:
        return labelled
    for other in text.kids(head, "appos"):
        if other.pos == "PROPN" and text.tokens[text.edges(other.i)[0] - 1].text != ",":
            return actors(text, other.i)
    span = name_of(text, head)
    return (ActorRef(actor_id=None, name=" ".join(span.text.split()), span=span),)


def _labelled(text: Text, head: int) -> tuple[ActorRef, ...] | None:
    """The person whose last name a label in capitals is ("REED: ..."), where the article names one."""
    word = text.tokens[head].text
    if not word.isupper() or len(word) < 3:
        return None
    for entity in text.entities:
        if entity.kind == "person" and entity.name.split()[-1:] == [word.title()]:
            return (text.entity_ref(entity.i, name_of(text, head)),)
    return None


def name_of(text: Text, head: int) -> Span:
    """The words of a noun phrase without its determiner and what follows its head loosely."""
    low, high = core(text, head)
    while low < high - 1 and text.tokens[low].lower in _DETERMINERS:
        low += 1
    if high - low > 1 and text.tokens[high - 1].tag == "POS":
        high -= 1
    return text.span(low, high)


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
