"""What an article names that bounds its own day: dates, summits, office holders. Words in, clues out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from dateline.records import Basis, DateRange, Removed
from dateline.when import days
from dateline.when.datelines import day_of
from dateline.when.lexicon import Lexicon
from dateline.when.scan import scan
from dateline.when.sense import Found
from dateline.when.summits import SummitTable

Day = dt.date


class Bounder(Protocol):
    """What this room asks of `dateline.who.Who`."""

    def bounds(self, name: str, title_words: str = "") -> DateRange | None:
        """The days on which a person of that name can be spoken of with that title; None when unknown."""
        ...


class Clue(NamedTuple):
    """The article lies on or after `low`, on or before `high`; the heavier clue is believed where two contradict."""

    low: Day | None
    high: Day | None
    words: str
    basis: Basis
    weight: float


_TITLED = re.compile(
    r"\b(?P<title>(?:(?:[Ff]ormer|[Ee]x-|[Tt]hen-?)\s*)?(?:(?:U\.S\.|US|[A-Z][a-z]+(?:ese|ish|ian|an|ch|i))\s)?(?:Vice\s|Prime\s|Foreign\s|Defen[cs]e\s|Deputy\s|Press\s)?"
    r"(?:President|Chancellor|Premier|Minister|Secretary(?:\sof\s(?:State|Defense)|[\s-]General)?|Spokes(?:man|woman)|spokes(?:man|woman)))\s"
    r"(?P<name>[A-Z][\w'’-]+(?:\s(?:[A-Z]\.\s)?[A-Z][\w'’-]+){0,2})"
)


def clues(
    title: str, body: str, removed: Sequence[Removed], who: Bounder, lexicon: Lexicon, table: SummitTable
) -> list[Clue]:
    """Everything in the title, the body and what was taken out of it that bounds the day."""
    text = "\n\n".join([title, body, *(piece.text for piece in removed)])
    return [*_dates(text, lexicon), *_holders(text, who)]


def _dates(text: str, lexicon: Lexicon) -> list[Clue]:
    found: list[Clue] = []
    for expression in scan(text, lexicon):
        day, _ = day_of(expression)
        if day is not None and day.year >= 1950:
            found.append(Clue(day, None, _words(text, expression), "text", 1.0))
    past = [clue for clue in found if not _ahead(text, clue.words)]
    return sorted(past, key=lambda c: c.low or Day.min)[-1:]


def _words(text: str, expression: Found) -> str:
    return text[expression.lexed.starts[expression.start] : expression.lexed.ends[expression.end - 1]]


def _ahead(text: str, words: str) -> bool:
    at = text.find(words)
    before = text[max(0, at - 80) : at]
    return bool(
        re.search(
            r"\b(?:will|would|until|by|scheduled|planned|due|plans|expected|expires?|deadline)\b", before
        )
    )


def _holders(text: str, who: Bounder) -> list[Clue]:
    found: list[Clue] = []
    for match in _TITLED.finditer(text):
        bounds = who.bounds(match["name"], match["title"])
        if bounds is not None and bounds.known:
            high = days.add_days(bounds.latest, 1) if bounds.latest else None
            found.append(Clue(bounds.earliest, high, match.group(), "reference", 2.0))
    return found
