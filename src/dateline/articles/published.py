"""Metadata, date line, dateline and the `when` resolver -> the day or days on which an article can have appeared."""

from __future__ import annotations

import datetime as dt
import re

from dateline.articles import days
from dateline.articles.draft import Draft
from dateline.records import DateRange, Day
from dateline.resolvers import Resolvers

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_MOST_YEARS = 30


def published(given: str | None, draft: Draft, body: str, resolvers: Resolvers) -> DateRange:
    """In this order: the metadata field `given`, a line that spells the day out, a dateline, what `when` can tell.

    The resolver is shown the body with its dateline in place. A dateline that leaves out its year ("MARR, March 4")
    then narrows the resolver's interval: see `narrowed`.
    """
    known = days.parse_metadata(given) if given else None
    if known is not None:
        return known
    if draft.published is not None:
        return draft.published
    opening = draft.opening
    full = days.find_date(opening.day) if opening and opening.day else None
    if full is not None:
        return full.days
    shown = f"{opening.words} {body}" if opening else body
    told = resolvers.when.published(draft.title, shown, draft.removed(), resolvers.who)
    if opening and opening.day:
        return narrowed(told, opening.day, body.split("\n\n", 1)[0])
    return told


def narrowed(told: DateRange, day_words: str, lead: str) -> DateRange:
    """The one day of the interval `told` that has this day and month; `told` itself when none or several are left.

    day_words: "March 4"; lead: the first paragraph. Where several years are possible, a weekday that the lead names
    must be that of the day or of the day before, as in a report of what happened "on Monday".
    """
    if told.earliest is None or told.latest is None or told.latest.year - told.earliest.year > _MOST_YEARS:
        return told
    possible = [
        day
        for year in range(told.earliest.year, told.latest.year + 1)
        if (day := _in_year(day_words, year)) and told.earliest <= day <= told.latest
    ]
    weekday = _WEEKDAY.search(lead)
    if len(possible) > 1 and weekday:
        named = _WEEKDAYS.index(weekday[1].lower())
        possible = [day for day in possible if named in (day.weekday(), (day.weekday() - 1) % 7)]
    if len(possible) != 1:
        return told
    words = "; ".join(filter(None, (day_words, weekday[1] if weekday else None, told.text)))
    return DateRange(possible[0], possible[0], words, "dateline")


def _in_year(day_words: str, year: int) -> Day | None:
    found = days.find_date(f"{day_words}, {year}") or days.find_date(f"{day_words} {year}")
    return found.days.earliest if found and isinstance(found.days.earliest, dt.date) else None
