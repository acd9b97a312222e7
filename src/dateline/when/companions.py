"""What is known of an article's day, its weekdays, and the days of articles on the same happening -> a narrower interval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.records import DateRange
from dateline.when import days
from dateline.when.clues import material
from dateline.when.cues import Cues
from dateline.when.day_clues import past_weekdays
from dateline.when.lexicon import Lexicon

Day = dt.date


def settled(
    known: DateRange, title: str | None, body: str, others: Sequence[DateRange], lexicon: Lexicon, cues: Cues
) -> DateRange:
    """The article's weekday on the day it can only be, seen from the others; `known` when they do not settle it.

    Only others known to the week count; when they lie further apart than `companions_apart` days the happening has run on
    and settles nothing. Basis: "linked".
    """
    limits = cues.limits
    week = limits["companions_known"]
    if known.days is not None and known.days <= week:
        return known
    dated = [
        (o.earliest, o.latest)
        for o in others
        if o.days is not None and o.days <= week and o.earliest and o.latest
    ]
    if not dated:
        return known
    first, last = min(low for low, _ in dated), max(high for _, high in dated)
    if (last - first).days > limits["companions_apart"]:
        return known
    spoken = [s for s in past_weekdays(material(title, body, (), lexicon), cues) if s.start < limits["lead"]]
    for seen in spoken[:1]:
        number = int(seen.found.value("w", "WEEKDAY"))
        middle = days.add_days(first, (last - first).days // 2)
        nearest = min(
            (days.add_days(middle, n) for n in range(-3, 4)), key=lambda day: day.isoweekday() != number
        )
        low = max(nearest, known.earliest or Day.min)
        high = min(days.add_days(nearest, limits["after_weekday"]), known.latest or Day.max)
        if low <= high:
            return DateRange(low, high, seen.found.lexed.text[seen.start : seen.end], "linked")
    return known
