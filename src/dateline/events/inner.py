"""A trigger in, the act that its complement or object names out: "threatened to ATTACK", "demanded the WITHDRAWAL of"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.events.grammar import complement, objects, prepositions
from dateline.events.triggers import Hit
from dateline.events.words import is_verb
from dateline.syntax import Text

STOPPING = frozenset({
    "stop", "cease", "end", "quit", "halt", "drop", "abandon", "withdraw", "return", "refuse", "reject", "cut", "suspend", "block",
    "oppose", "deny", "withhold", "cancel", "rescind", "revoke", "freeze",
})  # fmt: skip


def complement_hit(text: Text, hit: Hit, hits: Mapping[int, Hit]) -> Hit | None:
    """The first act under the trigger: in the clause it takes, as its object, or after its preposition."""
    inner = complement(text, hit.i)
    places = [] if inner is None else [inner, *(kid.i for kid in text.kids(inner, "xcomp", "dobj"))]
    if hit.entry.kind == "verbs":
        for head in objects(text, hit.i)[0]:
            deeper = complement(text, head)
            places += [head] if deeper is None else [head, deeper]
    places += [
        noun
        for word, _, noun in prepositions(text, hit.i)
        if word in ("for", "with", "of", "to", "on", "against")
    ]
    for i in places:
        found = hits.get(i)
        if found is not None and i != hit.i and (is_verb(text.tokens[i]) or found.entry.kind == "nouns"):
            return found
    return None


def given_up(text: Text, hit: Hit, inner: Hit | None) -> bool:
    """Whether what is asked is that the act be stopped or taken back: "asked him to stop supporting it"."""
    verb = complement(text, hit.i)
    return inner is not None and verb is not None and verb != inner.i and text.tokens[verb].lemma in STOPPING
