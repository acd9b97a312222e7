"""One row of offices.tsv -> a Term: who held what, surely from when to when and possibly from when to when."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from dateline.records import DateRange, Day
from dateline.tables import COUNTRY, DATE, Row, Shape

HEADS = ("head_of_state", "head_of_government", "other:supreme_leader", "other:ruler")


@dataclass(frozen=True, slots=True)
class Term:
    """`possible`: the days on which the office may have been held; `sure`: those on which it was, None if no day is sure.

    A side of `possible` is open where the table gives no date; `sure` ends where the table's source ends.
    """

    office: str
    title: str
    country: str
    possible: DateRange
    sure: DateRange | None
    starts: DateRange | None
    ends: DateRange | None

    def held(self, on: DateRange) -> bool:
        """Whether the office was surely held on every day of `on` (never, where a side of `on` is open)."""
        if self.sure is None or on.earliest is None or on.latest is None:
            return False
        first, last = self.sure.earliest, self.sure.latest
        return (first is None or first <= on.earliest) and (last is None or on.latest <= last)


def make_term(row: Row) -> Term:
    """The term of one checked row; raises ValueError when a date is no day of the calendar or ends before it starts."""
    _, _, country, office, title, start, end, as_of, doubt, _ = row
    starts = days_of(start) if start else None
    ends = days_of(end) if end else None
    seen = days_of(as_of) if as_of else None
    possible = DateRange(
        starts.earliest if starts else None,
        (ends.latest if ends else None),
    )
    if starts and ends and (starts.earliest or Day.min) > (ends.latest or Day.max):
        raise ValueError(f"'{title}' of {row[0]} ends ({end}) before it starts ({start})")
    sure_from = starts.latest if starts else None
    if doubt:
        sure_to: Day | None = sure_from
    elif ends:
        sure_to = ends.earliest
    else:
        sure_to = seen.earliest if seen else None
    known = starts is not None or ends is not None
    backwards = sure_from is not None and sure_to is not None and sure_from > sure_to
    sure = DateRange(sure_from, sure_to) if known and starts is not None and not backwards else None
    return Term(office, title, country, possible, sure, starts, ends)


def days_of(text: str) -> DateRange:
    """ "2012" -> the year, "2012-05" -> the month, "2012-05-07" -> the day."""
    numbers = [int(part) for part in text.split("-")]
    year = numbers[0]
    if len(numbers) == 1:
        return DateRange(dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = numbers[1]
    if len(numbers) == 2:
        if not 1 <= month <= 12:
            raise ValueError(f"no month {month}")
        return DateRange(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    day = dt.date(year, month, numbers[2])
    return DateRange(day, day)


OFFICES = Shape(
    "offices.tsv",
    ("person", "also_known_as", "country", "office", "title", "start", "end", "as_of", "doubt", "home"),
    required=("person", "country", "office", "title"),
    key=("person", "country", "office", "start"),
    patterns={
        "country": COUNTRY,
        "home": COUNTRY,
        "start": DATE,
        "end": DATE,
        "as_of": DATE,
        "office": (r"[a-z_]+(:[a-z0-9_]+)?", "a key of office_keys.tsv, or other: and a word of your own"),
        "doubt": ("end", "'end', or nothing"),
    },
    verify=make_term,
)
