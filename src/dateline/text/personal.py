"""What a tagger takes for a person -> the tokens of the personal name proper, and its surname."""

from __future__ import annotations

import re
import unicodedata

from dateline.syntax import Name, Token
from dateline.text.gazetteer import Known
from dateline.text.lexicon import Lexicon

PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "la",
        "le",
        "-",
        "dos",
        "dela",
        "ben",
        "ul",
        "abu",
    }
)
_ARTICLE = re.compile(r"^(?:al|el|ul)-(?=.)", re.IGNORECASE)
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "X"})


def splits(
    tokens: tuple[Token, ...], prefix: Name, inside: list[tuple[int, int, Known]], lexicon: Lexicon
) -> bool:
    """Whether a known name at the front of a person's is no part of it: a demonym, or a rank follows."""
    kind = inside[0][2].kind
    return kind == "demonym" or prefix.end - prefix.start > 1 or tokens[prefix.end].text in lexicon.honorifics


def cut_person(tokens: tuple[Token, ...], start: int, end: int, lexicon: Lexicon) -> Name | None:
    """The tokens of a personal name proper: no rank before it, no verb or common word after it."""
    core = end
    while core - 1 > start and tokens[core - 1].text in SUFFIXES:
        core -= 1
    for i in range(core - 2, start - 1, -1):
        if tokens[i].text in lexicon.honorifics or (
            tokens[i].lower in lexicon.nouns and tokens[i].pos != "PROPN"
        ):
            start = i + 1
            break
    while start < end and not tokens[start].text[0].isupper() and tokens[start].lower not in PARTICLES:
        start += 1
    stop = start
    while stop < end:
        token = tokens[stop]
        good = token.text[0].isupper() and not any(c.isdigit() for c in token.text)
        if stop == start:
            good = good and (token.pos in _NAMELIKE or token.lower in lexicon.given)
        if not (good or token.lower in PARTICLES or token.text in SUFFIXES or token.text in ("[", "]")):
            break
        stop += 1
    while stop > start and (tokens[stop - 1].lower in PARTICLES or tokens[stop - 1].text in ("[", "]")):
        stop -= 1
    if stop == start or all(token.text in lexicon.honorifics for token in tokens[start:stop]):
        return None
    return Name(start, stop, "PERSON")


def plain(word: str) -> str:
    """A word without accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def surname(tokens: tuple[Token, ...], name: Name) -> str:
    """The last part of a person's name, suffixes and the Arabic article left out."""
    end = name.end
    while end - 1 > name.start and tokens[end - 1].text in (*SUFFIXES, "]"):
        end -= 1
    return tokens[end - 1].text


def fold(word: str) -> str:
    """A word of a name as tables of names are keyed: without accents, article and capitals."""
    return _ARTICLE.sub("", plain(word)).lower()
