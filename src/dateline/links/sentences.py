"""The text of an article -> its sentences with what they count, for articles that are no longer there as parsed texts.

Linking takes stored articles, days or years after they were parsed; a sentence ends at a full stop, question or
exclamation mark before a capital, but not after an abbreviation or an initial, and always at a blank line.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dateline.links.facts import Fact, facts
from dateline.links.families import root
from dateline.links.stated import lexicon
from dateline.wording import common_words

_END = re.compile(r"[.!?\n](?:(?<!\n)[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÀ-Þ0-9])|(?<=\n)\s*\n)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*\d|\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that states quantities."""

    start: int
    end: int
    text: str
    facts: tuple[Fact, ...]

    @property
    def words(self) -> frozenset[str]:
        """The roots of its telling words."""
        return roots(self.text)

    @property
    def names(self) -> frozenset[str]:
        """Its capitalised words."""
        return capitals(self.text)

    @property
    def years(self) -> frozenset[int]:
        """The years that it names."""
        return frozenset(int(year) for year in _YEAR.findall(self.text))


@functools.lru_cache(maxsize=20_000)
def bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence starts and ends, in order."""
    found = []
    start = 0
    for match in _END.finditer(text):
        if _abbreviated(text[start : match.start()]) and text[match.start()] == ".":
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    trimmed = ((a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in found)
    return tuple((a, b) for a, b in trimmed if a < b)


def _abbreviated(before: str) -> bool:
    last = re.split(r"[\s(“\"]", before)[-1].lower()
    return last in lexicon()["abbreviated"]["words"] or len(last) == 1 or "." in last


@functools.lru_cache(maxsize=20_000)
def counting(text: str) -> tuple[Sentence, ...]:
    """The sentences that state a duration, a share, a sum or a count."""
    found = []
    for start, end in bounds(text):
        words = text[start:end]
        if told := facts(words):
            found.append(Sentence(start, end, words, told))
    return tuple(found)


@functools.lru_cache(maxsize=50_000)
def roots(words: str) -> frozenset[str]:
    """The roots of the telling words."""
    return frozenset(
        root(word)
        for word in (
            match.group().lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(words)
        )
        if word not in common_words() and not word[0].isdigit()
    )


@functools.lru_cache(maxsize=50_000)
def capitals(words: str) -> frozenset[str]:
    """The words with a capital, the first of the sentence left out, in lower case."""
    found = [m for m in _WORD.finditer(words) if m.group()[0].isupper() and m.start() > 1]
    return frozenset(m.group().lower().replace("’", "'").removesuffix("'s") for m in found)
