"""Plain words and an anchor -> where they speak of time, with the days that hold whichever way the verbs look."""

from __future__ import annotations

from dateline.records import DateRange
from dateline.when.expressions import read_words
from dateline.when.lexicon import Lexicon
from dateline.when.scan import scan


def spoken(words: str, anchor: DateRange, lexicon: Lexicon) -> tuple[tuple[int, int, DateRange], ...]:
    """Start and end in code points, in order; the days are open where they would be others if the words looked ahead."""
    made = []
    for found in scan(words, lexicon):
        start, end = found.lexed.starts[found.start], found.lexed.ends[found.end - 1]
        back, ahead = (read_words(words[start:end], anchor, way, lexicon) for way in (-1, 1))
        made.append((start, end, back if back == ahead else DateRange(text=words[start:end])))
    return tuple(made)
