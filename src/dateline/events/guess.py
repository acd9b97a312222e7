"""The words of a sentence and the codebook in, the type they speak for most out: a guess where the parse ties nothing.

A multinomial Bayes model whose only training text is the codebook itself: the heads of its entries, the words its
conditions ask for, and its own exemplar sentences. It is named `guess` wherever it decides and never codes articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from dateline.events.codebook import Codebook, Entry
from dateline.syntax import Text

SMOOTHING = 0.05
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


class Guess(NamedTuple):
    """The entry's type that the words speak for, and by how much more than for the next (log odds)."""

    type: str
    margin: float


class Guesser:
    """One model of one codebook."""

    def __init__(self, book: Codebook) -> None:
        counts: dict[str, dict[str, float]] = {name: {} for name in book.definitions}
        for entry in book.entries:
            for word, weight in _words(entry):
                row = counts[entry.plover or entry.type]
                row[word] = row.get(word, 0.0) + weight
        self._vocabulary = frozenset(word for row in counts.values() for word in row)
        self._log: dict[str, dict[str, float]] = {}
        self._default: dict[str, float] = {}
        for name, row in counts.items():
            total = sum(row.values()) + SMOOTHING * len(self._vocabulary)
            self._log[name] = {word: math.log((value + SMOOTHING) / total) for word, value in row.items()}
            self._default[name] = math.log(SMOOTHING / total)

    def guess(self, text: Text) -> Guess | None:
        """The likeliest type of a one-sentence text; None when it holds no word of the codebook."""
        words = [token.lemma.lower() for token in text.tokens if token.pos in CONTENT]
        known = [word for word in words if word in self._vocabulary]
        if not known:
            return None
        ranked = sorted(((self._score(name, known), name) for name in self._log), reverse=True)
        return Guess(ranked[0][1], ranked[0][0] - ranked[1][0])

    def _score(self, name: str, words: Iterable[str]) -> float:
        row, default = self._log[name], self._default[name]
        return sum(row.get(word, default) for word in words)


def _words(entry: Entry) -> Iterable[tuple[str, float]]:
    for word in entry.pattern.head.split():
        yield word, 1.0
    for condition in entry.pattern.conditions:
        share = 1.0 / max(4, len(condition.values))
        for value in condition.values:
            if not condition.negated and not condition.human and not value.startswith("@"):
                yield value, share
