"""Summits an undated article names -> clues: the day a weekday of the lead falls on at the summit; "next month's summit"."""

from __future__ import annotations

import datetime as dt
import re

from dateline.when import days
from dateline.when.clues import Clue, Material
from dateline.when.cues import Cues
from dateline.when.day_clues import past_weekdays
from dateline.when.summits import Summit, SummitTable

Day = dt.date

_AROUND = 120
_BEFORE = re.compile(
    r"\b(?P<side>next|last|this)\s+(?P<unit>week|month|year)(?:['’]s)?\s+(?:[\w.'’-]+\s+){0,2}$", re.I
)
_AFTER = re.compile(
    r"^(?:\s+[\w.'’,-]+){0,6}?\s+(?P<side>next|last|this)\s+(?P<unit>week|month|year)\b", re.I
)


def narrow(
    material: Material, table: SummitTable, cues: Cues, low: Day | None, high: Day | None
) -> list[Clue]:
    """The one summit that the places named, the years named and the bounds known so far leave, and what is said of it."""
    mentions = table.mentions(material.text)
    clues = []
    for summit in _named(material, mentions, low, high):
        places = [start for start, end, rows in mentions if summit in rows]
        ends = [end for start, end, rows in mentions if summit in rows]
        clues.extend(_relative(material.text, summit, places, ends))
        clues.extend(_on_weekday(material, summit, places, cues))
    return clues


def _named(
    material: Material, mentions: list[tuple[int, int, tuple[Summit, ...]]], low: Day | None, high: Day | None
) -> list[Summit]:
    """Summits that stand alone among those a mention may mean, within the bounds (a year of grace on both sides)."""
    first = days.add_days(low, -366) if low else Day.min
    last = days.add_days(high, 366) if high else Day.max
    alone: dict[Summit, None] = {}
    for start, end, rows in mentions:
        possible = [row for row in rows if first <= row.start <= last]
        if len(possible) > 1:
            window = material.text[max(0, start - _AROUND) : end + _AROUND]
            placed = [row for row in possible if row.stands_in(window)] or [
                row for row in possible if row.stands_in(material.text)
            ]
            possible = placed or possible
        if len(possible) == 1:
            alone[possible[0]] = None
    return list(alone)


def _relative(text: str, summit: Summit, starts: list[int], ends: list[int]) -> list[Clue]:
    """ "next month's G20 meeting", "the G20 summit in St. Petersburg next month": the article's month is the one before."""
    for start, end in zip(starts, ends, strict=True):
        before, after = text[max(0, start - 60) : start], text[end : end + 60].split("\n")[0]
        match = _BEFORE.search(before) or _AFTER.match(re.split(r"[.;!?]", after)[0])
        if match is None:
            continue
        edges = _seen_from(match["side"].lower(), match["unit"].lower(), summit)
        return [Clue(edges[0], edges[1], f"{match.group().strip()} {summit.name}", "reference")]
    return []


def _seen_from(side: str, unit: str, summit: Summit) -> tuple[Day, Day]:
    """The days from which a summit is "next month's" or "last week's"; some count a week from its Sunday."""
    if unit == "week":
        ranges = {
            "next": (days.add_days(summit.start, -10), days.add_days(summit.start, -1)),
            "this": (days.add_days(summit.start, -6), days.add_days(summit.end, 6)),
            "last": (days.add_days(summit.end, 1), days.add_days(summit.end, 10)),
        }
        return ranges[side]
    return days.period(unit, days.shift(unit, summit.start, {"next": -1, "this": 0, "last": 1}[side]))


def _on_weekday(material: Material, summit: Summit, places: list[int], cues: Cues) -> list[Clue]:
    """A weekday of the lead that falls on exactly one day of the summit or beside it."""
    lead, after = cues.limits["lead"], cues.limits["after_weekday"]
    if len(places) < 2 and not any(place < lead for place in places):
        return []
    for seen in past_weekdays(material, cues):
        if seen.start > lead:
            break
        number = seen.found.value("w", "WEEKDAY")
        window = [days.add_days(summit.start, n) for n in range(-1, (summit.end - summit.start).days + 2)]
        fitting = [day for day in window if day.isoweekday() == number]
        if len(fitting) == 1:
            words = f"{material.words(seen)}; {summit.name}"
            return [Clue(fitting[0], days.add_days(fitting[0], after), words, "reference")]
    return []
