"""Votes an undated article opens with -> clues: the day of the vote, where the weekday of the lead is that of the vote."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.tables import DATE, Row, Shape, alternatives, load_table
from dateline.when import days
from dateline.when.clues import Clue, Material
from dateline.when.cues import Cues
from dateline.when.day_clues import past_weekdays

Day = dt.date

_NEAR = 60
_NEXT_DAY = re.compile(r"(?<![\w’'-])(?:yesterday|today)(?![\w’'-])", re.I)


@dataclass(frozen=True, slots=True)
class Vote:
    """One day of voting, and how it is named."""

    contest: str
    day: Day
    named: re.Pattern[str]


SHAPE = Shape(
    "elections.tsv",
    ("contest", "places", "words", "day"),
    required=("contest", "words", "day"),
    key=("contest",),
    patterns={"day": DATE},
    verify=lambda row: _vote(row),
)


def load_votes(overlay: Sequence[Path] = ()) -> tuple[Vote, ...]:
    """Built-in rows with those of the overlay folders laid over them. Raises ConfigError for a row that is no row."""
    return tuple(_vote(row) for row in load_table(Path(__file__).parent, SHAPE, overlay))


def _vote(row: Row) -> Vote:
    contest, places, words, day = row
    called = _any(alternatives(words))
    if places:
        place = _any(alternatives(places))
        between = rf"[^.!?\n]{{0,{_NEAR}}}?"
        called = rf"{place}{between}{called}|{called}{between}{place}"
    return Vote(contest, Day.fromisoformat(day), re.compile(called))


def _any(words: Sequence[str]) -> str:
    return r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")\b"


def narrow(
    material: Material, votes: Sequence[Vote], cues: Cues, low: Day | None, high: Day | None
) -> list[Clue]:
    """The one vote named in the title or the lead, within the bounds and of a year named there, whose weekday is the first
    of the lead, where the lead tells of its outcome; or on the day or the day after, where the lead says "today" or "yesterday"."""
    lead = material.text[: cues.limits["lead"]]
    if not cues.decided.search(lead) or cues.undecided.search(lead[: len(lead) // 2]):
        return []
    first, last = low or Day.min, high or Day.max
    named = [vote for vote in votes if first <= vote.day <= last and vote.named.search(lead)]
    if len({vote.day for vote in named}) > 1:
        named = [vote for vote in named if re.search(rf"\b{vote.day.year}\b", lead)]
    if not named:
        return []
    spoken = [s for s in past_weekdays(material, cues) if s.start < len(lead)][:1]
    for seen in spoken:
        number = seen.found.value("w", "WEEKDAY")
        fitting = {vote.day: vote for vote in named if vote.day.isoweekday() == number}
        if len(fitting) == 1:
            (day, vote), *_ = fitting.items()
            words = f"{material.words(seen)}; {vote.contest}"
            return [Clue(day, days.add_days(day, cues.limits["after_weekday"]), words, "reference")]
    beside = None if spoken else _NEXT_DAY.search(lead)
    if beside and len({vote.day for vote in named}) == 1:
        vote = named[0]
        return [Clue(vote.day, days.add_days(vote.day, 1), f"{beside[0]}; {vote.contest}", "reference")]
    return []
