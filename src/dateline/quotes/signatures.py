"""Words behind or below marked words -> the frame of whoever signs them: "..." — X, or a line "X, The Paper" below."""

from __future__ import annotations

from dateline.quotes.frames import Frame, Range
from dateline.quotes.stretches import same_paragraph
from dateline.syntax import Text

_DASHES = frozenset({"―", "—", "–", "--", "-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST = 14


def signed(text: Text, low: int, high: int) -> Frame | None:
    """ "..." — X at the end of a paragraph: the name behind a dash signs the words."""
    tokens = text.tokens
    if high < len(tokens) and tokens[high - 1].text[-1:] in _DASHES and same_paragraph(text, low, high):
        high -= 1  # a dash glued to the closing mark
    if high >= len(tokens) or tokens[high].text[-1:] not in _DASHES or not same_paragraph(text, low, high):
        return None
    name = _name(text, high + 1)
    if name is None:
        return None
    return Frame(high, (high, high + 1), None, name[0], name[1], ((low, high),), "name behind a dash")


def signed_below(text: Text, low: int, high: int) -> Frame | None:
    """A paragraph of marked words, and below it a line with nothing but a name (and whom the person writes for)."""
    tokens = text.tokens
    if high >= len(tokens) or same_paragraph(text, low, high) or (low and same_paragraph(text, low, low - 1)):
        return None
    name = _name(text, high)
    if name is None or not any(t.ent == "PERSON" for t in tokens[name[1][0] : name[0] + 1]):
        return None
    return Frame(None, None, None, name[0], name[1], ((low, high),), "name below")


def _name(text: Text, low: int) -> tuple[int, Range] | None:
    """The head of a name that fills the rest of its paragraph, and its words."""
    tokens = text.tokens
    end = low
    while end < len(tokens) and same_paragraph(text, low, end) and end - low < _LONGEST:
        end += 1
    if end == low or (end < len(tokens) and same_paragraph(text, low, end)):
        return None
    names = tokens[low:end]
    while names and names[-1].pos == "PUNCT":
        names = names[:-1]
    if not names or names[0].pos != "PROPN" or any(t.tag in _FINITE for t in names):
        return None
    comma = next((t.i for t in names if t.text == ","), names[-1].i + 1)
    return comma - 1, (names[0].i, names[-1].i + 1)
