"""The words before a personal name -> the title that goes with it: "Russian foreign minister", "Secretary of State"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.syntax import Token
from dateline.text.gazetteer import Gazetteer
from dateline.text.known_names import part_of_a_name
from dateline.text.lexicon import Lexicon
from dateline.text.phrases import Phrases

_LEADING = frozenset(
    {"former", "ex", "then", "late", "acting", "deputy", "vice", "senior", "longtime", "fellow", "top"}
)
_FORMER = frozenset(
    {"former", "ex", "late", "ousted", "deposed", "onetime", "retired", "disgraced", "Former"}
)


_ON = frozenset({"counsel", "investigator", "prosecutor", "expert", "analyst", "hand", "specialist", "correspondent", "adviser",
                 "advisor", "envoy", "negotiator", "director", "watcher", "hawk", "scholar", "historian"})  # fmt: skip


class Titled(NamedTuple):
    """What stands before (or beside) a person's name: tokens `start` to `end`, its words and the country they tell."""

    start: int
    end: int
    words: str
    country: str | None
    heads: frozenset[str]
    office: bool
    gender: str | None
    former: bool


def title_before(phrases: Phrases, start: int, gazetteer: Gazetteer, lexicon: Lexicon) -> Titled | None:
    """The title that ends where a name starts: "Secretary of State", "Russian foreign minister", "Mr."."""
    tokens = phrases.tokens
    first, i = start, start - 1
    floor = phrases.text.sentence_of(start).start
    while i >= floor and start - i <= 9:
        token = tokens[i]
        if (
            token.text in lexicon.honorifics
            or token.lower in _LEADING
            or (token.lower in ("of", "for", "to") and i > floor and _office_of(tokens[i - 1].text, lexicon))
        ):
            first = i
        elif (
            token.text in ("-", "’s", "'s")
            and first == i + 1
            and i > floor
            and tokens[i - 1].text[0].isupper()
        ):
            pass
        elif _modifies(phrases, i, start, lexicon):
            first = i
        else:
            break
        i -= 1
    while first < start and (
        tokens[first].lower in ("of", "for", "to", "-", "and") or tokens[first].tag == "POS"
    ):
        first += 1
    if first == start:
        return None
    if first > floor and _of_a_state(phrases, first, lexicon, gazetteer):
        first -= 1
    return _titled(phrases, first, start, gazetteer, lexicon)


def _of_a_state(phrases: Phrases, first: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether the word before a title in capitals is whose it is: "A and Ruritanian President B", however it was parsed."""
    title, before = phrases.tokens[first], phrases.tokens[first - 1]
    noun = lexicon.noun(title.lower)
    if noun is None or noun.kind != "title" or not title.text[0].isupper() or before.ent != "NORP":
        return False
    known = gazetteer.find(before.text)
    return known is not None and known.kind == "demonym" and before.pos in ("ADJ", "PROPN")


def _modifies(phrases: Phrases, i: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a word before a name belongs to its title: it modifies the name, or the name stands beside it."""
    token = phrases.tokens[i]
    if token.pos not in ("PROPN", "ADJ", "NOUN"):
        return False
    noun = lexicon.noun(token.lower)
    if token.text[0].isupper() and noun is not None and noun.kind in ("title", "official"):
        return True
    if token.dep in ("compound", "amod", "nmod", "poss", "pobj", "appos"):
        return (token.head > i and token.head - start <= 4) or (
            token.dep == "pobj" and token.text[0].isupper()
        )
    below = [c for c in phrases.text.children[i] if c >= start and phrases.tokens[c].dep == "appos"]
    return bool(below) and noun is not None and noun.kind in ("title", "official", "person")


def _of_a_noun(phrases: Phrases, name: int) -> bool:
    """Whether a name only tells whose the noun after it is: "former Harrow aide" is no former Harrow."""
    token = phrases.tokens[name]
    while token.dep == "compound" and token.head > token.i:
        token = phrases.tokens[token.head]
    return token.pos == "NOUN"


def _on_a_matter(rest: Sequence[Token]) -> bool:
    """Whether a state named before a title is what its bearer deals with: "Iran envoy", "Russia special counsel"."""
    return any(token.lower in _ON for token in rest)


def _office_of(word: str, lexicon: Lexicon) -> bool:
    return word[0].isupper() and (word in lexicon.honorifics or lexicon.noun(word.lower()) is not None)


def _titled(phrases: Phrases, start: int, end: int, gazetteer: Gazetteer, lexicon: Lexicon) -> Titled | None:
    tokens = phrases.tokens
    heads: set[str] = set()
    gender, country, former, office = None, None, False, False
    for token in tokens[start:end]:
        kind = lexicon.honorifics.get(token.text, "")
        noun = lexicon.noun(token.lower)
        if kind.startswith("honorific"):
            gender = kind[-1] if kind[-2:-1] == "_" else gender
        elif noun and noun.kind in ("title", "official", "person"):
            heads.add(token.lower)
            office = office or noun.kind != "person"
            gender = noun.gender or gender
        elif kind == "rank":
            heads.add(token.lower.rstrip("."))
            office = True
        former = former or token.text in _FORMER
        matter = token.ent == "GPE" and _on_a_matter(tokens[token.i + 1 : end])
        if token.text[0].isupper() and not matter and not part_of_a_name(phrases.text, token.i, token.i + 1):
            new = token.i > start and tokens[token.i - 1].text == "New"
            country = country or gazetteer.country(f"New {token.text}" if new else token.text)
    former = former and (bool(heads) or not _of_a_noun(phrases, end))
    if not heads and gender is None and not former:
        return None
    return Titled(start, end, phrases.words(start, end), country, frozenset(heads), office, gender, former)
