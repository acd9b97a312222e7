"""What is known of an article's day, its weekdays, and the days of articles on the same happening -> a narrower interval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from dateline.records import DateRange
from dateline.when import days
from dateline.when.clues import material
from dateline.when.cues import Cues
from dateline.when.day_clues import in_other_months, other_months, past_weekdays
from dateline.when.lexicon import Lexicon

Day = dt.date


class Weekdays(NamedTuple):
    """The weekdays an article speaks of as just past, 1 (Monday) to 7, with their words, in order; `lead`: how many of
    them stand in its lead; `months`: months it names as other ones than its own."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]
    lead: int
    months: frozenset[int] = frozenset()

    @property
    def first(self) -> int | None:
        """The first weekday of the lead."""
        return self.numbers[0] if self.lead else None


class Companion(NamedTuple):
    """What another article in like words says: its days, its weekdays, and the cosine of the two (0 to 1)."""

    published: DateRange
    weekdays: Weekdays
    likeness: float


def weekdays(title: str | None, body: str, lexicon: Lexicon, cues: Cues) -> Weekdays:
    """The weekdays without a date that the narration speaks of as just past."""
    words = material(title, body, (), lexicon)
    spoken = past_weekdays(words, cues)
    return Weekdays(
        tuple(int(seen.found.value("w", "WEEKDAY")) for seen in spoken),
        tuple(words.words(seen) for seen in spoken),
        sum(seen.start < cues.limits["lead"] for seen in spoken),
        other_months(words),
    )


def settled(known: DateRange, own: Weekdays, others: Sequence[Companion], cues: Cues) -> DateRange:
    """The article's weekday on the day it can only be, seen from the others; `known` when they do not settle it.

    Only others known to the week count; when they lie further apart than `companions_apart` days the happening has run on
    and settles nothing. The weekday is the first of the lead, where another one is very like or names it too; without a
    weekday in the lead it is one of the body with which another article opens. Basis: "linked".
    """
    limits = cues.limits
    week = limits["companions_known"]
    if known.days is not None and known.days <= week:
        return known
    dated = [o for o in others if o.published.days is not None and o.published.days <= week]
    if not dated:
        return known
    first = min(o.published.earliest or Day.max for o in dated)
    last = max(o.published.latest or Day.min for o in dated)
    if (last - first).days > limits["companions_apart"]:
        return known
    number = _shared(own, dated, limits["companions_sure"] / 100)
    if number is None:
        return known
    middle = days.add_days(first, (last - first).days // 2)
    nearest = min(
        (days.add_days(middle, n) for n in range(-3, 4)), key=lambda day: day.isoweekday() != number
    )
    low = max(nearest, known.earliest or Day.min)
    high = min(days.add_days(nearest, limits["after_companion"]), known.latest or Day.max)
    if low > high or in_other_months(low, high, own.months):
        return known
    return DateRange(low, high, own.words[own.numbers.index(number)], "linked")


def _shared(own: Weekdays, dated: Sequence[Companion], sure: float) -> int | None:
    if own.first is not None:
        named = any(o.likeness >= sure or own.first in o.weekdays.numbers for o in dated)
        return own.first if named else None
    nearest_first = sorted(dated, key=lambda o: -o.likeness)
    return next((o.weekdays.first for o in nearest_first if o.weekdays.first in own.numbers), None)
