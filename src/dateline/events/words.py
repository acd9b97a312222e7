"""A token in, what kind of word it is and what group it heads out: verb or noun, passive, conjuncts, antecedent."""

from __future__ import annotations

import re

from dateline.syntax import Text, Token

PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
SHORT = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprstvz]")

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
LOCATIVE = frozenset({"across", "in", "on", "around", "throughout", "at", "from"})


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb form."""
    return token.tag.startswith("VB")


def lemma_of(token: Token) -> str:
    """The lemma in small letters, its final e put back: spelling doubles the consonant of "hop", so "hoped" is "hope"."""
    lemma = token.lemma.lower()
    if (
        token.tag == "VBZ"
        and token.lower == f"{lemma}es"
        and SHORT.fullmatch(lemma)
        and lemma[-1] not in "sz"
    ):
        return f"{lemma}e"
    if token.tag in PARTICIPLES and token.lower in (f"{lemma}ed", f"{lemma}ing") and SHORT.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def is_gerund(text: Text, i: int) -> bool:
    """Whether a word tagged as a noun acts as a verb: "denied meeting the minister"."""
    token = text.tokens[i]
    return token.tag == "NN" and token.lower.endswith("ing") and text.kid(i, "dobj") is not None


def gerund_stems(word: str) -> set[str]:
    """What verb an -ing word may come from: "meeting" -> meet, "making" -> make, "hitting" -> hit."""
    stem = word.removesuffix("ing")
    doubled = {stem[:-1]} if len(stem) > 3 and stem[-1] == stem[-2] else set()
    return {stem, stem + "e"} | doubled


def is_noun(token: Token) -> bool:
    """Whether the token is tagged as a noun."""
    return token.tag.startswith("NN")


def stranded(text: Text, i: int) -> int | None:
    """The first verb of a pair whose second the parser took for an adjective: "expelled envoys and banned imports"."""
    token = text.tokens[i]
    noun = text.tokens[token.head]
    if (
        token.dep != "amod"
        or token.tag not in ("VBN", "VBD")
        or noun.dep != "conj"
        or text.edges(noun.i)[0] != i
    ):
        return None
    first = text.tokens[noun.head]
    return first.i if is_verb(first) and first.i < i else None


def passive(text: Text, verb: int) -> bool:
    """Whether the verb stands in the passive, reduced ("troops sent by ..") or full."""
    token = text.tokens[verb]
    if (
        token.tag == "VBD"
        and token.dep == "conj"
        and text.kid(verb, "nsubj", "dobj", "ccomp", "xcomp") is None
    ):
        first = text.tokens[token.head]
        return first.tag == "VBN" and text.kid(verb, "prep", "agent") is not None and passive(text, first.i)
    if token.tag != "VBN" or stranded(text, verb) is not None:
        return False
    if text.kid(verb, "nsubjpass", "auxpass", "csubjpass", "agent") is not None:
        return True
    if token.dep == "acl":
        return not _mistagged_past(text, token)
    if token.dep == "conj":
        head = text.tokens[token.head]
        if text.kid(verb, "nsubj", "aux", "dobj") is None and is_verb(head):
            return passive(text, head.i)
    has_aux = any(kid.lemma in ("have", "'ve", "'s") for kid in text.kids(verb, "aux"))
    if token.dep in ("advcl", "oprd", "xcomp", "ccomp") and not has_aux:
        return text.kid(verb, "dobj", "nsubj") is None
    return False


def _mistagged_past(text: Text, token: Token) -> bool:
    """Whether a "participle" on the noun at the root is the sentence's only verb: "Hundreds marched on the square"."""
    head = text.tokens[token.head]
    if head.head != head.i or not is_noun(head):
        return False
    sentence = text.sentence_of(token.i)
    return not any(
        is_verb(other) and other.i != token.i for other in text.tokens[sentence.start : sentence.end]
    )


def with_conjuncts(text: Text, heads: list[int]) -> list[int]:
    """The heads and what "and", "or" or a comma joins to them, in order, each once."""
    found: list[int] = []
    for head in heads:
        joined = text.conjuncts(head)
        for token in joined + [one for mate in joined for one in _listed(text, mate.i)]:
            if token.i not in found:
                found.append(token.i)
    return sorted(found) if len(heads) == 1 else found


def _listed(text: Text, head: int) -> list[Token]:
    """A second name of a list that the parser took for an apposition: "Chad, Mali, and Niger"."""
    label = text.tokens[head].ent
    return [
        one for kid in text.kids(head, "appos")
        if label and kid.ent == label and text.kid(kid.i, "cc", "conj") is not None
        for one in text.conjuncts(kid.i)
    ]  # fmt: skip


def antecedent(text: Text, pronoun: int) -> int | None:
    """The noun a relative pronoun stands for, None for any other word."""
    token = text.tokens[pronoun]
    if token.lower not in RELATIVE or token.tag not in ("WDT", "WP", "IN", "DT"):
        return None
    for above in text.ancestors(pronoun):
        if above.dep == "relcl":
            friend = _friend_of(text, above.head) if token.lower == "who" else None
            if friend is not None:
                return friend
            return _people_of(text, above.head) if token.lower == "who" else above.head
    return None


def _people_of(text: Text, noun: int) -> int:
    """Places do nothing: "who" after "people across the nation" stands for the people."""
    token = text.tokens[noun]
    prep = text.tokens[token.head]
    if token.dep == "pobj" and prep.lower in LOCATIVE and token.tag in ("NN", "NNS"):
        above = text.tokens[prep.head]
        if is_noun(above):
            return above.i
    return noun


def _friend_of(text: Text, noun: int) -> int | None:
    """ "Clara Duarte, an ally of the president who ..": it is she of whom more is told."""
    token = text.tokens[noun]
    prep = text.tokens[token.head]
    described = text.tokens[prep.head]
    if token.dep == "pobj" and prep.lower == "of" and described.dep == "appos":
        name = text.tokens[described.head]
        return name.i if name.ent == "PERSON" else None
    return None


def real(text: Text, heads: list[int]) -> list[int]:
    """Relative pronouns replaced by what they stand for."""
    found = []
    for head in heads:
        noun = antecedent(text, head)
        found.append(head if noun is None else noun)
    return found
