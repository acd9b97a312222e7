"""A parsed text and a stretch of tokens in; whether what is said there looks back (-1), ahead (1) or neither (0) out."""

from __future__ import annotations

from dateline.syntax import Text, Token
from dateline.when.lexicon import Lexicon

_MODALS = frozenset(
    {
        "will",
        "'ll",
        "’ll",
        "wo",
        "shall",
        "would",
        "'d",
        "’d",
        "may",
        "might",
        "could",
        "can",
        "ca",
        "should",
        "must",
    }
)
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m", "be"})
_NEAREST_STEPS = 12


def direction(text: Text, start: int, end: int, lexicon: Lexicon) -> int:
    """The tense of the verb that governs tokens `start` to `end`, through control and planning verbs."""
    head = next((i for i in range(end - 1, start - 1, -1) if not start <= text.tokens[i].head < end), end - 1)
    token = text.tokens[head]
    if token.dep == "pobj" and text.tokens[token.head].lower in ("until", "till", "by"):
        return -1 if _had(text, text.tokens[token.head]) else 1
    modifies = token.dep in ("poss", "compound", "nmod", "amod", "nummod")
    for _ in range(_NEAREST_STEPS):
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            found = _of_verb(text, token, lexicon)
            if found is not None:
                infinitive = (
                    found > 0
                    and token.tag == "VB"
                    and any(a.lower == "to" for a in text.kids(token.i, "aux"))
                )
                return 0 if modifies and infinitive else found
        elif token.lemma.lower() in lexicon.participles and token.pos in ("ADJ", "NOUN", "ADV"):
            return 1
        if token.head == token.i:
            return 0
        token = text.tokens[token.head]
    return 0


def _had(text: Text, preposition: Token) -> bool:
    """Whether the verb above is in the pluperfect."""
    above = text.tokens[preposition.head]
    return any(a.lower in ("had", "'d", "’d") for a in text.kids(above.i, "aux"))


def _of_verb(text: Text, verb: Token, lexicon: Lexicon) -> int | None:
    """What one verb says; None sends the question up to its head."""
    auxiliaries = text.kids(verb.i, "aux", "auxpass")
    words = {a.lower for a in auxiliaries}
    perfect = any(a.lemma == "have" for a in auxiliaries)
    if words & _MODALS:
        return -1 if perfect and not words & {"will", "'ll", "’ll"} else 1
    if "to" in words:
        return _of_infinitive(text, verb, perfect, lexicon)
    lemma = verb.lemma.lower()
    if perfect and lemma in lexicon.participles:
        return 1
    if verb.tag == "VBD" or perfect:
        return -1
    if verb.tag == "VBN":
        if words & {"was", "were", "got"}:
            return 1 if lemma in lexicon.participles else -1
        if auxiliaries:
            return 1 if lemma in lexicon.participles else 0
        return (
            1
            if lemma in lexicon.participles
            else (-1 if verb.dep in ("acl", "amod", "ROOT", "advcl") else None)
        )
    if verb.tag == "VBG":
        if words & _PRESENT_BE:
            return 1
        if words:
            return -1
        return None if verb.dep != "ROOT" else 0
    if verb.tag in ("VBZ", "VBP"):
        return 1 if lemma in lexicon.participles else 0
    if verb.tag == "VB" and verb.dep in ("conj", "ccomp", "xcomp"):
        return None
    return 0


def _of_infinitive(text: Text, verb: Token, perfect: bool, lexicon: Lexicon) -> int | None:
    if perfect:
        return -1
    if verb.head == verb.i:
        return 1
    head = text.tokens[verb.head]
    if head.lemma.lower() in lexicon.forward or head.lemma == "be" or head.lower == "going":
        return 1
    return None
