"""What a matched rule is read in (Found, Moment) and what it is read as (Sense); the reading of numbers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from dateline.when import days
from dateline.when.lexer import Lexed
from dateline.when.lexicon import Lexicon

Day = dt.date
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Edges = tuple[Day | None, Day | None]


class Unanchored(Exception):
    """The expression needs a day to count from and there is none."""


class Moment(NamedTuple):
    """`at`: the article's day; `ref`: the day last spoken of, and the unit it was named by; `quarter`: the quarter last
    spoken of; `ahead`: -1 past, 0, 1 future."""

    at: Day | None = None
    ref: Day | None = None
    ref_unit: str | None = None
    ahead: int = 0
    quarter: Day | None = None

    @property
    def day(self) -> Day:
        """The article's day. Raises Unanchored."""
        if self.at is None:
            raise Unanchored
        return self.at

    @property
    def spoken(self) -> Day:
        """The day last spoken of, else the article's. Raises Unanchored."""
        return self.ref if self.ref is not None else self.day


class Sense(NamedTuple):
    """TIMEX3 type and value, the days it covers (None: open or no day at all), the unit it is named by."""

    type: TimexType
    value: str
    days: Edges = (None, None)
    kind: str = "date"
    unit: str = "day"
    fixed: bool = False


NOTHING = Sense("DATE", "", kind="nothing")


class Found(NamedTuple):
    """Words `start` to `end` of a lexed text match rule number `rule`; `groups` are the named stretches."""

    lexed: Lexed
    lexicon: Lexicon
    start: int
    end: int
    rule: int
    groups: Mapping[str, tuple[int, int]]

    def words(self, name: str) -> list[str]:
        """The words of a named stretch; empty when it did not match."""
        start, end = self.groups.get(name, (0, 0))
        return self.lexed.lower[start:end]

    def has(self, name: str) -> bool:
        """Whether the named stretch matched."""
        return name in self.groups

    def value(self, name: str, class_: str) -> Any:
        """What the first word of the stretch that is of the class stands for in it; None when there is none."""
        found = (self.lexicon.value(word, class_) for word in self.words(name))
        return next((value for value in found if value is not None), None)

    def integer(self, name: str) -> int | None:
        """The first number written in digits or as an ordinal in the stretch."""
        for word in self.words(name):
            digits = "".join(c for c in word if c.isdigit())
            if digits:
                return int(digits)
            ordinal = self.lexicon.value(word, "ORD")
            if ordinal is not None:
                return int(ordinal)
        return None

    def unit(self, name: str = "u") -> str:
        """The unit a stretch names ("" when none)."""
        for class_ in ("UNIT", "UNITS", "WEEKEND"):
            unit = self.value(name, class_)
            if unit:
                return str(unit)
        return ""

    @property
    def before(self) -> str:
        """The word before the expression, in lower case."""
        return self.lexed.lower[self.start - 1] if self.start else ""

    @property
    def after(self) -> str:
        """The word after the expression, in lower case."""
        return self.lexed.lower[self.end] if self.end < len(self.lexed.lower) else ""

    @property
    def keys(self) -> Mapping[str, str]:
        """The fixed arguments of the rule."""
        return self.lexicon.rules[self.rule].keys


def count(words: list[str], lexicon: Lexicon) -> float | None:
    """A number in digits or words: "twenty-four", "2 1/2", "a couple of"; None where it is vague or no number."""
    total, group, seen = 0.0, 0.0, False
    for word in words:
        number = _number(word, lexicon)
        if number is not None:
            if (
                (seen and 20 <= group % 100 < 100 and group % 10 == 0 and number < 10)
                or word in ("½", "¼", "¾")
                or "/" in word
                or number == 0.5
            ):
                group += number
            else:
                group = group + number if seen and group % 100 == 0 else number
            seen = True
        elif (big := lexicon.value(word, "BIG")) is not None:
            group = max(group, 1) * int(big)
            if big >= 1000:
                total, group = total + group, 0.0
            seen = True
        elif lexicon.value(word, "FEW") == "X":
            return None
        elif lexicon.value(word, "A") and not seen:
            group, seen = 1.0, True
    if len(words) > 1 and words[0] in ("a", "an") and words[-1] in ("few", "several"):
        return None
    return total + group if seen else None


def _number(word: str, lexicon: Lexicon) -> float | None:
    if word in ("½", "¼", "¾"):
        return {"½": 0.5, "¼": 0.25, "¾": 0.75}[word]
    if word[0].isdigit():
        if "/" in word:
            above, below = word.split("/")
            return int(above) / int(below)
        return float(word.replace(",", "")) if word.replace(",", "").replace(".", "", 1).isdigit() else None
    for class_ in ("NUM", "HALF"):
        value = lexicon.value(word, class_)
        if value is not None:
            return float(value)
    couple = lexicon.value(word, "FEW")
    return float(couple) if isinstance(couple, int) else None


def spelled_year(words: list[str], lexicon: Lexicon) -> int | None:
    """ "nineteen ninety-six" and "two thousand" as a year from 1700 to 2100; None for anything else."""
    numbers = [n for n in (lexicon.value(word, "NUM") for word in words) if n is not None]
    if any(lexicon.value(word, "BIG") for word in words):
        value = count(words, lexicon)
        year = int(value) if value is not None else 0
    elif 2 <= len(numbers) <= 3 and numbers[0] in (17, 18, 19, 20):
        year = numbers[0] * 100 + sum(numbers[1:])
    else:
        return None
    return year if 1700 <= year <= 2100 else None


def full_year(number: int) -> int:
    """A year of two digits in the century that makes it nearest to now-written news (1950 to 2049)."""
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def choose(options: Mapping[int, tuple[Day, Day]], moment: Moment, default: int = 0) -> int:
    """Which of several candidate periods (by year) is meant: the last begun, or the next to end when looking ahead.

    Without a tense the nearest one is, with a leaning to the past.
    """
    day = moment.day
    past = max((y for y, (start, _) in options.items() if start <= day), default=None)
    future = min((y for y, (_, end) in options.items() if end >= day), default=None)
    if past is None or future is None:
        return past if past is not None else (future if future is not None else default)
    if moment.ahead > 0:
        return future
    since = (day - options[past][1]).days
    until = (options[future][0] - day).days
    if moment.ahead == 0 and until < since and until < 150:
        return future
    if moment.ahead < 0 and since > 270 and until < 60:
        return future
    return past


def narrowed(
    edges: tuple[Day, Day], mod: str | None, moment: Moment, lexicon: Lexicon, edge: bool = False
) -> Edges:
    """The part of a period that "early", "the end of" or "later in" leaves of it."""
    if not mod:
        return edges
    if mod == "BEFORE" and moment.at is not None and edges[0] <= moment.at:
        return edges[0], min(edges[1], moment.at)
    if mod == "AFTER" and moment.at is not None and edges[1] >= moment.at:
        return max(edges[0], moment.at), edges[1]
    share = lexicon.parts.get(("EDGE_" if edge else "") + mod)
    return days.part(edges, share) if share else edges
