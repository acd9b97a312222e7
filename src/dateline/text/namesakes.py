"""A bare name that is a state's or capital's and a person's of the article -> which of the two stands there, or neither.

Only where the article names a person of that surname in full. After "in" or "from" it is the place; after a title, before
"who" it is the person; as a subject or owner it is the person where nothing else tells of the place, else nobody knows.
"""

from __future__ import annotations

from dateline.syntax import Name, Text, Token
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.personal import SUFFIXES, surname

_PLACE = frozenset({
    "in", "at", "near", "from", "into", "inside", "outside", "across", "throughout", "around", "through", "within", "toward",
    "towards", "to", "between", "of", "on",
})  # fmt: skip
_SURELY = _PLACE - {"to", "of", "on", "from", "between"}
_SPOKEN = frozenset({"nsubj", "nsubjpass", "poss", "agent"})


def namesakes(text: Text, names: list[Name], gazetteer: Gazetteer, lexicon: Lexicon) -> list[Name]:
    """The names, those that are a person's surname relabelled, those that cannot be told left out."""
    borne = _borne(text, names, lexicon)
    both: dict[str, list[Name]] = {}
    for name in names:
        word = text.tokens[name.start].text
        if name.end - name.start == 1 and word in borne and name.label in ("GPE", "LOC"):
            known = gazetteer.find(word)
            if known is not None and known.kind in ("state", "seat"):
                both.setdefault(word, []).append(name)
    if not both:
        return names
    changed: dict[Name, Name | None] = {}
    for word, places in both.items():
        told = _told_of(text, names, word, places, gazetteer)
        for name in places:
            changed[name] = _decided(text, name, told, lexicon)
    found = (changed.get(name, name) for name in names)
    return [name for name in found if name is not None]


def _borne(text: Text, names: list[Name], lexicon: Lexicon) -> set[str]:
    """Surnames of those whom the article names in full, by a known given name or after a title."""
    found = set()
    for name in names:
        first = text.tokens[name.start]
        parts = [t for t in text.tokens[name.start : name.end] if t.text not in SUFFIXES]
        titled = name.start > 0 and text.tokens[name.start - 1].text in lexicon.honorifics
        if name.label == "PERSON" and len(parts) > 1 and (titled or first.lower in lexicon.given):
            found.add(surname(text.tokens, name))
    return found


def _told_of(text: Text, names: list[Name], word: str, places: list[Name], gazetteer: Gazetteer) -> bool:
    """Whether the article tells of the place too: "in Jordan", "Jordanian", "Jordan and Egypt"."""
    actor = known.actor if (known := gazetteer.find(word)) is not None else None
    for name in names:
        other = gazetteer.find(text.tokens[name.start].text) if name.label == "NORP" else None
        if other is not None and other.kind == "demonym" and other.actor == actor:
            return True
    return any(_stands_as_place(text, name, _PLACE) for name in places)


def _stands_as_place(text: Text, name: Name, prepositions: frozenset[str]) -> bool:
    token = text.tokens[name.start]
    above = text.tokens[token.head]
    if token.dep == "pobj" and above.lower in prepositions:
        return True
    mates = [mate for mate in text.conjuncts(token.i) if mate.i != token.i]
    joined = above if token.dep == "conj" else None
    return any(mate.ent == "GPE" for mate in (*mates, *([joined] if joined else ())))


def _decided(text: Text, name: Name, told: bool, lexicon: Lexicon) -> Name | None:
    token = text.tokens[name.start]
    if _personal(text, token, lexicon):
        return name._replace(label="PERSON")
    if _stands_as_place(text, name, _PLACE if told else _SURELY) or token.dep in (
        "compound",
        "nmod",
        "npadvmod",
    ):
        return name
    if not told:
        return name._replace(label="PERSON")
    return None if token.dep in _SPOKEN else name


def _personal(text: Text, token: Token, lexicon: Lexicon) -> bool:
    """Whether a title stands before the word or "who" after it."""
    before = text.tokens[token.i - 1] if token.i else None
    if before is not None and before.sent == token.sent and before.text in lexicon.honorifics:
        return True
    clause = text.kid(token.i, "relcl")
    return clause is not None and any(kid.lower in ("who", "whom", "whose") for kid in text.kids(clause.i))
