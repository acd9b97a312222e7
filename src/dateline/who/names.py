"""A name as written -> keys that are equal for spellings of one name (accents, particles, nicknames, transliteration)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from dateline.folding import fold
from dateline.tables import Shape, load_table

VARIANTS = Shape("variants.tsv", ("kind", "form", "canon"), ("kind", "form"), ("kind", "form"))
_FOLDER = Path(__file__).parent
_PARTS = re.compile(r"[^\W_]+")
_ROMAN = frozenset({"ii", "iii", "iv"})


@functools.cache
def _variants() -> tuple[frozenset[str], frozenset[str], dict[str, str], list[tuple[re.Pattern[str], str]]]:
    rows = load_table(_FOLDER, VARIANTS)
    particles = frozenset(form for kind, form, _ in rows if kind == "particle")
    suffixes = frozenset(form for kind, form, _ in rows if kind == "suffix")
    given = {form: canon for kind, form, canon in rows if kind in {"given", "short"}}
    spelling = [(re.compile(form), canon) for kind, form, canon in rows if kind == "spelling"]
    return particles, suffixes, given, spelling


def phrase(text: str) -> str:
    """A key for names that are no persons': folded, without `the`, dots and possessive `'s`; dashes count as spaces."""
    text = fold(text).strip()
    if text.endswith("'s"):
        text = text[:-2]
    text = text.replace(".", "").replace("'", "").replace("-", " ").replace(",", " ")
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def split_name(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded, without particles ("al-"), suffixes ("Jr.") and apostrophes."""
    text = fold(name)
    if text.endswith("'s"):
        text = text[:-2]
    if "'" in text:
        text = text.replace("'", "")
    words = _PARTS.findall(text)
    if len(words) > 1:
        particles, suffixes, _, _ = _variants()
        kept = [word for word in words if word not in particles and word not in suffixes]
        words = kept or words
        if len(words) > 2 and words[-1] in _ROMAN:
            words.pop()
    return tuple(words)


def is_junior(name: str) -> bool:
    """Whether a name ends in "Jr.", which tells a son from a father of one name."""
    return name.rstrip(".,’'s ").endswith((" Jr", " jr", " JR", " Junior"))


@functools.cache
def _sounds_alike() -> dict[str, str]:
    return {form: canon for kind, form, canon in load_table(_FOLDER, VARIANTS) if kind == "given"}


def surname_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """As `canonical`, for family names: transliterations are made equal, short forms ("Nick") are not."""
    variants = _sounds_alike()
    return tuple([variants.get(word, word) for word in words])


def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each word in the spelling the table of variants prefers ("sergei" -> "sergey", "bill" -> "william")."""
    given = _variants()[2]
    return tuple([given.get(word, word) for word in words])


@functools.lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """What is left of a word when the ways of writing one sound in Latin letters are made equal."""
    for pattern, by in _variants()[3]:
        word = pattern.sub(by, word)
    return word


def initials_fit(written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the middle names of two names do not contradict each other ("h w" against "walker" does)."""
    ours, theirs = written[1:-1], known[1:-1]
    return all(not theirs or any(_same_start(a, b) for b in theirs) for a in ours)


def _same_start(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other
