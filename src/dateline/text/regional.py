"""A title in -> whether it is an office of a part of a state, and which: "the Ohio governor", "the state attorney general".

Such an office is nobody's who holds the one of the whole state; who is said or known to hold it elsewhere is another.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from dateline.syntax import Token
from dateline.text.reading import Reading

OFFICES = frozenset({
    "governor", "general", "treasurer", "auditor", "comptroller", "commissioner", "speaker", "secretary", "superintendent",
})  # fmt: skip
"""Titles borne both in a whole state and in its parts, or only in its parts."""
_PARTS = frozenset({"state", "county", "city", "town", "province", "provincial", "local", "municipal"})
_STATES = frozenset({"State"})


class Region(NamedTuple):
    """The words for the part of a state, in small letters; empty where it is only called a part."""

    words: str


def region_of(reading: Reading, token: Token, start: int, end: int) -> Region | None:
    """The part of a state that the words of the title, or "of" after it, tell."""
    if token.lemma.lower() not in OFFICES:
        return None
    inside = [*range(start, token.i), *_after(reading, token, end)]
    for i in inside:
        word = reading.tokens[i]
        if word.lower in _PARTS and not word.text[0].isupper() and not _of_state(reading, i):
            return Region("")
        if not word.text[0].isupper() or word.pos == "DET":
            continue
        for size in (2, 1):
            words = reading.phrases.words(i, i + size)
            if size == 1 and word.ent == "PERSON":
                continue
            if reading.gazetteer.find(words) is None and reading.gazetteer.country(words) is not None:
                return Region(words.lower())
        following = reading.tokens[i + 1] if i + 1 < token.i else None
        if word.ent == "ORG" and following is not None and following.text in _STATES:
            return Region(reading.phrases.words(i, i + 2).lower())
    return None


def fits_region(
    reading: Reading, number: int, region: Region, office: str | None, country: str | None, *, alone: bool
) -> bool:
    """Whether a bearer of the title can be the one of that part; `alone`: nobody else bears it in the article."""
    draft = reading.book[number]
    told = _told_of(reading, number) | draft.epithets
    if region.words and set(region.words.split()) <= told:
        return True
    holder = reading.who.holder(country, office, reading.text.published) if office and country else None
    if holder is not None and holder.id == draft.actor_id:
        return False
    elsewhere = any(
        reading.gazetteer.find(word.title()) is None and reading.gazetteer.country(word.title()) is not None
        for word in told
    )
    return alone and not elsewhere


def _told_of(reading: Reading, number: int) -> set[str]:
    """Words of "Ann Roe of Ohio", "Ann Roe, the Ohio Democrat": places close after the name, in small letters."""
    found: set[str] = set()
    for meant in reading.named.values():
        if meant.entities == (number,) and meant.end < len(reading.tokens):
            opening = reading.tokens[meant.end].lower in ("of", "(")
            after = reading.tokens[meant.end + 1 : meant.end + 4] if opening else ()
            found |= {token.lower for token in takewhile(lambda token: token.ent == "GPE", after)}
    return found


def _after(reading: Reading, token: Token, end: int) -> range:
    """The words of "of Ohio", "of the Ohio House" after the title."""
    for prep in reading.text.kids(token.i, "prep"):
        noun = reading.text.kid(prep.i, "pobj") if prep.lower in ("of", "for") else None
        if noun is not None and prep.i <= end and noun.i - prep.i <= 4:
            return range(prep.i + 1, noun.i + 1)
    return range(0)


def _of_state(reading: Reading, i: int) -> bool:
    """Whether "state" belongs to "secretary of state"."""
    return bool(i) and reading.tokens[i - 1].lower == "of"
