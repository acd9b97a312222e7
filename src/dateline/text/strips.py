"""A paragraph -> its words without strips of links that a page's scraper glued into a sentence, and where they stood.

Some sites print after a politician's name a list of related headlines, closed by the word MORE: surname, full name, glued
to it the headlines, MORE. What is left out is never parsed; positions lead back to the article.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSING = "MORE"
_GLUE = r"(?=[^\W_a-z]|[‘'\"“(])"
_STRIP = re.compile(
    r"\b(?:(?P<given>[A-Z][\w.’'-]*) )?(?P<last>[A-Z][\w’'-]*[^\W\d_A-Z])(?: [JS]r\.)?"
    r"(?P<strip>"
    rf"(?: \S+){{0,5}}? (?P=last){_GLUE}(?:[^\n]{{3,1200}}? )?{_CLOSING}"
    rf"| (?P=given)(?: \S+){{0,4}}? (?P=last) [^\n]{{3,1200}}? {_CLOSING}"
    r")(?!\w)"
)


class Piece(NamedTuple):
    """Words to parse, from code point `start` of the article on; `gaps` are (position in the words, code points left out
    there), in order."""

    words: str
    start: int
    gaps: tuple[tuple[int, int], ...] = ()

    def opens(self, at: int) -> int:
        """Where in the article the word stands that begins at `at`."""
        return self.start + at + sum(length for place, length in self.gaps if place <= at)

    def closes(self, at: int) -> int:
        """Where in the article the word ends that ends at `at`."""
        return self.start + at + sum(length for place, length in self.gaps if place < at)

    @property
    def left_out(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the article that are not among the words, half open."""
        return tuple((self.closes(place), self.closes(place) + length) for place, length in self.gaps)


def without_strips(words: str, start: int) -> Piece:
    """The paragraph that begins at `start` without its strips."""
    if _CLOSING not in words:
        return Piece(words, start)
    kept: list[str] = []
    gaps: list[tuple[int, int]] = []
    at = length = 0
    for match in _STRIP.finditer(words):
        low, high = match.span("strip")
        kept.append(words[at:low])
        length += low - at
        gaps.append((length, high - low))
        at = high
    return Piece("".join((*kept, words[at:])), start, tuple(gaps))
