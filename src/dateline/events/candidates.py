"""A coded act that names nobody as its other side in, whether somebody who could be that side stands in its sentence out.

For doubt only: who it is stays untold.
"""

from __future__ import annotations

from dateline.events.casting import Roles, among
from dateline.events.triggers import Hit
from dateline.events.words import is_verb
from dateline.records import ActorRef
from dateline.syntax import Text, Token

GROUNDS = frozenset(
    {"in", "at", "near", "across", "outside", "inside", "around", "from", "throughout", "since", "during"}
)
PARTIES = frozenset({"person", "state", "government_body", "organisation", "armed_group"})
SAYING = frozenset({
    "say", "tell", "report", "add", "write", "note", "tweet", "announce", "argue", "explain", "according", "recall", "state",
    "quote", "cite",
})  # fmt: skip


def candidate(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether another named person, body or state stands there: not the doer, nor who only told it, nor a mere place."""
    if roles.target:
        return False
    sentence = text.sentence_of(hit.i)
    return any(
        _could_be(text, text.tokens[reference.head], one, roles)
        for reference in text.references
        if sentence.start <= reference.head < sentence.end
        for one in text.refer(reference.head)
    )


def _could_be(text: Text, token: Token, one: ActorRef, roles: Roles) -> bool:
    """Whether one of those spoken of in the sentence is a party of its own there."""
    if one.kind not in PARTIES or not (one.actor_id or one.name[:1].isupper()) or among(one, roles.source):
        return False
    if one.kind == "state" and one.country in {source.country for source in roles.source}:
        return False
    return not (_tells(text, token) or _ground(text, token) or _of_a_doer(text, token, roles))


def _tells(text: Text, token: Token) -> bool:
    """Whether he only tells it: "X said", "according to X"."""
    above = text.tokens[token.head]
    return (token.dep == "nsubj" and is_verb(above) and above.lemma in SAYING) or (
        token.dep == "pobj" and text.tokens[above.head].lower == "according"
    )


def _ground(text: Text, token: Token) -> bool:
    """Whether the word says only where it was."""
    above = text.tokens[token.head]
    return token.ent in ("GPE", "LOC", "FAC") and token.dep == "pobj" and above.lower in GROUNDS


def _of_a_doer(text: Text, token: Token, roles: Roles) -> bool:
    """Whether the word only says who the doer is: "Senator Roe of Chad", "the president's lawyer"."""
    above = {one.i for one in text.ancestors(token.i)}
    ends = {text.token_at(one.span.end - 1) for one in roles.source if one.span is not None}
    return bool(above & ends)
