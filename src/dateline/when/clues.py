"""What bounds the day of an undated article: the record of one clue, and the parts of a text that clues are read in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from dateline.records import Basis, DateRange, Removed
from dateline.when.datelines import day_of
from dateline.when.lexicon import Lexicon
from dateline.when.scan import scan
from dateline.when.sense import Found

Day = dt.date


class Bounder(Protocol):
    """What this room asks of `dateline.who.Who`."""

    def bounds(self, name: str, title_words: str = "") -> DateRange | None:
        """The days on which a person of that name can be spoken of with that title; None when nobody could."""
        ...


class Clue(NamedTuple):
    """The article lies on or after `low` and on or before `high` (None: says nothing); `words` say so."""

    low: Day | None
    high: Day | None
    words: str
    basis: Basis


class Seen(NamedTuple):
    """A time expression in its place: `day` when it fixes one, `head` the words of its sentence before it."""

    found: Found
    start: int
    end: int
    day: Day | None
    head: str
    tail: str


class Material(NamedTuple):
    """An article's title, body and removed pieces as one text; `body_end` is where the removed pieces start."""

    text: str
    body_end: int
    seen: tuple[Seen, ...]

    def words(self, seen: Seen) -> str:
        """The words of an expression."""
        return self.text[seen.start : seen.end]


def material(title: str | None, body: str, removed: Sequence[Removed], lexicon: Lexicon) -> Material:
    """Put the parts together and find the time expressions in them."""
    main = f"{title or ''}\n\n{body}"
    text = "\n\n".join([main, *(piece.text for piece in removed)])
    seen = []
    for found in scan(text, lexicon):
        start, end = found.lexed.starts[found.start], found.lexed.ends[found.end - 1]
        day, _ = day_of(found)
        first = max(text.rfind(". ", 0, start) + 1, text.rfind("\n", 0, start) + 1, start - 300)
        last = min(k for k in (text.find(". ", end), text.find("\n", end), end + 60, len(text)) if k >= 0)
        seen.append(Seen(found, start, end, day, text[first:start], text[end:last]))
    return Material(text, len(main), tuple(seen))
