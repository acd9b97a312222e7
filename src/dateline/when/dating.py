"""An article's own words in, the days on which it can have been published out, and what decided that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.records import UNDATED, DateRange, Removed
from dateline.when.clues import Bounder, Clue, clues
from dateline.when.datelines import DatedLine, dated_lines
from dateline.when.lexicon import Lexicon
from dateline.when.summits import SummitTable

Day = dt.date


def published(
    title: str | None,
    body: str,
    removed: Sequence[Removed],
    who: Bounder,
    lexicon: Lexicon,
    table: SummitTable,
) -> DateRange:
    """A date line decides; else what the text names bounds the day from both sides; else the interval is open."""
    lines = [*(title or "").split("\n"), *body.split("\n"), *(piece.text for piece in removed)]
    lines = [line for line in lines if line.strip()]
    stated = dated_lines(lines, lexicon)
    exact = _stated(stated)
    if exact is not None:
        return exact
    found = clues(title or "", body, removed, who, lexicon, table)
    return _combined(found)


def _stated(lines: list[DatedLine]) -> DateRange | None:
    for kind in ("published", "bare", "dateline", "updated"):
        for line in lines:
            if line.kind == kind and line.day is not None:
                return DateRange(line.day, line.day, line.words, "dateline")
    return None


def _combined(found: list[Clue]) -> DateRange:
    """The days that all clues allow; a clue that contradicts stronger ones is left out."""
    low: Day | None = None
    high: Day | None = None
    words: list[str] = []
    basis = UNDATED.basis
    for clue in sorted(found, key=lambda c: -c.weight):
        new_low = clue.low if low is None or (clue.low is not None and clue.low > low) else low
        new_high = clue.high if high is None or (clue.high is not None and clue.high < high) else high
        if new_low is not None and new_high is not None and new_low > new_high:
            continue
        if (new_low, new_high) != (low, high):
            words.append(clue.words)
            basis = clue.basis
        low, high = new_low, new_high
    if low is None and high is None:
        return UNDATED
    return DateRange(low, high, "; ".join(dict.fromkeys(words)), basis)
