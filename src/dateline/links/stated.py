"""A sentence -> where durations, shares, sums, amounts and counts are stated in it, with the words of each part.

Patterns over the words in lower case, which are searched several times as fast as words in any case; what is found is given as it
stands. A search for one of a few words goes before each pattern.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

MARK = '[“”"‘’]'
LONGEST = 4
CURRENCIES = ("dollars", "euros", "pounds", "crowns", "rubles", "roubles", "yuan", "yen", "francs")


class Stated:
    """One match of a pattern, its parts by name as they stand in the sentence."""

    __slots__ = ("_match", "_sentence")

    def __init__(self, match: re.Match[str], sentence: str) -> None:
        self._match, self._sentence = match, sentence

    def __getitem__(self, part: str) -> str:
        """The words of a part; an empty text where the pattern has no such part or nothing stands there."""
        if part not in self._match.re.groupindex:
            return ""
        start, end = self._match.span(part)
        return self._sentence[start:end] if start >= 0 else ""

    def group(self) -> str:
        """All its words."""
        return self._sentence[self._match.start() : self._match.end()]

    def start(self) -> int:
        """Its first code point."""
        return self._match.start()

    def end(self) -> int:
        """The code point after its last."""
        return self._match.end()

    def span(self) -> tuple[int, int]:
        """Both."""
        return self._match.span()


@functools.cache
def lexicon() -> dict[str, Any]:
    """The tables of facts.toml."""
    raw = resources.files("dateline.links").joinpath("facts.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def lowered(sentence: str) -> str:
    """The sentence in lower case, code point by code point."""
    return sentence.replace("İ", "i").lower()


def counts(lower: str) -> bool:
    """Whether a figure or a word for a number stands in a sentence in lower case."""
    return _numbers().search(lower) is not None


def stated(kind: str, sentence: str, lower: str) -> Iterator[Stated]:
    """In order of position. kind: "duration", "percent", "sum", "amount", "count", "fate" or "after"; lower: `lowered` of it."""
    if any(word in lower for word in _hints()[kind]):
        yield from (Stated(match, sentence) for match in _patterns()[kind].finditer(lower))


def _either(words: Any) -> str:
    return "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = lexicon()
    spelled = _either(table["numbers"])
    number = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{spelled})(?:-(?:{spelled}))?)(?:\s(?:and\sa\shalf\s)?(?:{_either(table['multiples'])}))?"
    hedge = rf"(?:(?P<hedge>{_either(w for group in table['hedges'].values() for w in group)})\s)?"
    upto = rf"(?:(?P<from>{number})(?:\s(?:to|or)\s|\s?[–-]\s?(?=\d))|between\s(?P<low>{number})\sand\s)?"
    units = _either(table["units"])
    fates = _either(word for group in table["fates"].values() for word in group)
    noun = rf"(?:{MARK}?[^\W\d_][\w’'-]*{MARK}?\s){{0,{LONGEST - 1}}}?{MARK}?(?:[^\W\d_][\w’'-]*s|people|men|women|children|troops|police)"
    found = {
        "duration": rf"\b{hedge}{upto}(?:a\s)?(?P<number>half|(?:three-)?quarters?\sof|{number})(?P<and>\sand\sa\shalf)?(?:\s|-)(?:an\s)?(?P<unit>{units})s?\b"
        rf"(?P<half>\sand\s(?:a\shalf|half))?(?:\s(?:and\s)?(?P<more>{number})\s(?P<small>minute|hour)s?\b)?",
        "percent": rf"\b{hedge}{upto}(?P<number>{number})\s?(?:percent\b|per\scent\b|%)",
        "sum": rf"(?:\b{hedge})?(?:(?P<sign>[$€£])(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>million|billion|thousand|[mb]n?\b)?"
        rf"|\b(?P<number>{number})\s(?:[a-z][a-z]+\s)?(?P<money>{_either(CURRENCIES)}))",
        "amount": rf"\b{hedge}{upto}(?P<number>{number})\s(?:metric\s)?(?P<measure>{_either(table['measures'])})\sof\s(?P<stuff>[^\W\d_][\w’'-]+)",
        "count": rf"\b(?:(?P<part>{_either(table['parts'])}|{number})\sof\s(?:the|its|his|her|their|those|these)\s)?{hedge}{upto}(?:(?P<vague>{_either(table['ranges'])})(?:\sof)?|(?P<number>{number}))\s(?:more\s)?(?P<counted>{noun})\b",
        "fate": rf"\b{hedge}(?P<number>{number}|(?P<vague>dozens|scores|hundreds|thousands))\s(?:(?:were|was|are|is|had|have|has|been|others?)\s){{0,3}}(?P<fate>{fates})\b",
        "after": rf"\b(?P<fate>{fates})\s(?:of\s|to\s|at\s)?{hedge}(?P<number>{number})(?=[\s,.;]|$)(?!\s(?:{_either(table['uncounted']['nouns'])}))",
    }
    return {name: re.compile(pattern) for name, pattern in found.items()}


@functools.cache
def _numbers() -> re.Pattern[str]:
    table = lexicon()
    return re.compile(rf"\d|\b(?:{_either([*table['numbers'], *table['ranges'], *table['multiples']])})\b")


@functools.cache
def _hints() -> dict[str, tuple[str, ...]]:
    """Of which one must stand somewhere in a sentence, in lower case, that states such a fact."""
    table = lexicon()
    fates = tuple(word for group in table["fates"].values() for word in group)
    return {
        "duration": tuple(table["units"]),
        "amount": tuple(table["measures"]),
        "percent": ("%", "cent"),
        "sum": ("$", "€", "£", *CURRENCIES),
        "count": ("",),
        "fate": fates,
        "after": fates,
    }
