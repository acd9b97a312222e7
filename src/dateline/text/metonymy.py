"""A capital, a palace, a town in its sentence -> whether it acts or speaks there, or is only a place."""

from __future__ import annotations

from dateline.text.lexicon import Lexicon
from dateline.text.phrases import Phrases

_JOINT = frozenset({"with", "between", "against", "toward", "towards", "among", "via"})
_PLACE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "through",
        "throughout",
        "into",
        "over",
        "within",
        "above",
        "down",
        "along",
        "past",
        "behind",
        "under",
    }
)
_EITHER = frozenset({"to", "from", "on", "for", "of"})


def acts(phrases: Phrases, head: int, lexicon: Lexicon, *, seat: bool) -> bool:
    """Whether the place headed by token `head` stands for those who sit there.

    `seat` is true for buildings that are always somebody's (palaces, ministries): these act unless a
    preposition of place says otherwise. Decided by grammar: subjects of acts, agents, owners of acts, and
    objects of what is done with or to somebody.
    """
    text, tokens = phrases.text, phrases.tokens
    first = phrases.first_conjunct(head)
    token = tokens[first]
    above = tokens[token.head]
    around = lexicon.around_places
    role = phrases.role(first)
    if token.dep == "appos":
        return False
    if role == "subj":
        return _subject_acts(phrases, above.i, lexicon, seat)
    if role == "agent":
        return True
    if role == "poss":
        return above.lemma not in around["noun_place"]
    if role == "obj":
        return above.lemma not in around["verb_place"]
    if role == "pobj":
        preposition, governor = above.lower, tokens[above.head]
        if preposition in _JOINT:
            return governor.lemma not in around["noun_place"]
        if preposition in _PLACE:
            return False
        if preposition in _EITHER:
            if governor.pos in ("VERB", "AUX"):
                return governor.lemma in around["verb_exchange"]
            if governor.lemma in around["noun_motion"] or governor.lemma in around["noun_place"]:
                return False
            return governor.lemma in around["noun_exchange"]
        return preposition in ("by", "according", "than", "as") or (
            seat and preposition not in ("past", "by")
        )
    if role == "mod":
        return seat and above.pos == "NOUN" and above.lemma not in around["noun_place"]
    return seat and text.kid(first, "prep") is None


def governs(phrases: Phrases, head: int, lexicon: Lexicon) -> bool:
    """Whether a town or region is the subject of what only its authorities can do."""
    first = phrases.first_conjunct(head)
    token = phrases.tokens[first]
    verb = phrases.tokens[token.head].lemma
    wilful = lexicon.speech(verb) or verb in lexicon.verbs["will"] or verb in lexicon.verbs["govern"]
    return token.dep == "nsubj" and wilful


def _subject_acts(phrases: Phrases, verb: int, lexicon: Lexicon, seat: bool) -> bool:
    text, token = phrases.text, phrases.tokens[verb]
    if token.dep == "relcl" and text.kid(verb, "relcl") is None and token.tag == "VBN":
        return seat
    if token.lemma == "be" and token.pos == "AUX":
        said = text.kid(verb, "acomp", "attr", "prep")
        if said is None:
            return seat
        return seat or said.lemma in lexicon.around_places["attitude"]
    if text.kid(verb, "nsubjpass") is not None:
        return (
            seat
            or text.kid(verb, "xcomp", "ccomp") is not None
            or token.lemma not in lexicon.around_places["verb_place"]
        )
    return seat or token.lemma not in lexicon.around_places["verb_place_subject"]
