"""What is expressed, ending in words behind its last marks -> the same without the writer's words behind them."""

from __future__ import annotations

from dateline.quotes.frames import Range
from dateline.quotes.stretches import Stretches
from dateline.syntax import Text

_DASHES = frozenset({"-", "–", "—", "--", "―"})


def without_tail(text: Text, stretches: Stretches, piece: Range) -> Range:
    """A piece cut behind its last marked words where a writer's aside begins: a participle, a relative clause or
    anything behind a dash."""
    low, high = piece
    numbers = [stretches.of[i] for i in range(low, high) if stretches.of[i] >= 0]
    if not numbers:
        return piece
    last = stretches.ranges[numbers[-1]][1]
    tokens = text.tokens
    for i in range(last, high):
        if _aside(text, i, last):
            while i > last and tokens[i - 1].text == ",":
                i -= 1
            return low, i
    return piece


def _aside(text: Text, i: int, last: int) -> bool:
    token = text.tokens[i]
    if token.text in _DASHES and text.text[token.start - 1].isspace():
        return True
    before = text.tokens[i - 1]
    comma = before.text == "," or (i == last and text.text[: before.start].endswith(","))
    return comma and (token.tag == "VBG" or token.lower in ("which", "who"))
