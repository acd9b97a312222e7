"""Frame: one attribution as grammar shows it (cue words, source phrase, what is expressed), before actors are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.quotes.cues import Cue

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """Token numbers and token ranges (half open) of one attribution.

    `head` is the cue's main token (None where no word says it), `words` the whole cue, `source` the head token
    of who expresses it, `source_words` its phrase, `content` what is expressed in order, `addressee` a head token.
    """

    head: int | None
    words: Range | None
    entry: Cue | None
    source: int | None
    source_words: Range | None
    content: tuple[Range, ...]
    rule: str
    addressee: int | None = None
    passive: bool = False
    negated: bool = False

    @property
    def start(self) -> int:
        """The first token of what is expressed."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """One past the last token of what is expressed."""
        return self.content[-1][1]

    def holds(self, i: int) -> bool:
        """Whether token i is part of what is expressed."""
        return any(low <= i < high for low, high in self.content)
