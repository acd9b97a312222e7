"""Builders for dates of the calendar: Found and Moment in, Sense out (None: the words mean no time after all)."""

from __future__ import annotations

import datetime as dt

from dateline.when import days
from dateline.when.sense import (
    Found,
    Moment,
    Sense,
    Unanchored,
    choose,
    full_year,
    narrowed,
    spelled_year,
)

Day = dt.date

_YEAR_BEFORE = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "through",
        "during",
        "before",
        "after",
        "around",
        "about",
        "for",
        "to",
        "and",
        "or",
        "between",
        "early",
        "late",
        "mid",
        "(",
        "late",
        "than",
        "circa",
        "year",
        "years",
        "fiscal",
        "election",
        "both",
    ]
)
_YEAR_AFTER_NOUN = frozenset(
    [
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "homes",
        "jobs",
        "miles",
        "dollars",
        "euros",
        "feet",
        "points",
        "units",
    ]
)


def _safe(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def part_meant(found: Found) -> tuple[str | None, bool]:
    """The part of a period that is meant, and whether its edge is ("the end of")."""
    edge = found.value("x", "EDGE")
    part = found.value("x", "PART") or found.value("x2", "PART")
    if edge and (not part or "of" in found.words("x") or "of" in found.lexed.lower[found.start : found.end]):
        return edge, True
    return part or found.value("x", "WITHIN"), False


def dated(value: str, edges: tuple[Day, Day], found: Found, moment: Moment, unit: str, fixed: bool) -> Sense:
    mod, edge = part_meant(found)
    kind = "early" if mod else "date"
    return Sense("DATE", value, narrowed(edges, mod, moment, found.lexicon, edge), kind, unit, fixed)


def iso_date(found: Found, moment: Moment) -> Sense | None:
    year, month, day = (int(n) for n in found.words("d")[0].split("-"))
    date = _safe(year, month, day)
    return Sense("DATE", date.isoformat(), (date, date), fixed=True) if date else None


def slash_date(found: Found, moment: Moment) -> Sense | None:
    """Month first, as in the United States, unless only the other order is a date; both when nothing tells."""
    first, second, year = (int(n) for n in found.words("d")[0].split("/"))
    us, eu = _safe(full_year(year), first, second), _safe(full_year(year), second, first)
    date = us or eu
    if date is None:
        return None
    low, high = (min(us, eu), max(us, eu)) if us and eu else (date, date)
    return Sense("DATE", date.isoformat(), (low, high), fixed=True)


def year_of(found: Found) -> int | None:
    if not found.has("y"):
        return None
    year = found.integer("y")
    return year if year is not None else spelled_year(found.words("y"), found.lexicon)


def _shifted_year(found: Found, moment: Moment) -> int | None:
    """The year that "last year" or "this year" beside the date names."""
    if not found.has("s"):
        return None
    shift = next(v for c in ("PREV", "THIS", "NEXT") if (v := found.value("s", c)) is not None)
    return moment.day.year + int(shift)


def month_day(found: Found, moment: Moment) -> Sense | None:
    month, number = found.value("m", "MONTH"), found.integer("d")
    if number is None or not 1 <= number <= 31:
        return None
    if found.has("u") and found.unit() not in ("year", "month"):
        return None
    year = year_of(found) or (_shifted_year(found, moment) if found.has("u") else None)
    part = found.value("p", "PARTDAY")
    if year is None:
        try:
            options = {
                y: (d, d)
                for y in range(moment.day.year - 4, moment.day.year + 5)
                if (d := _safe(y, month, number))
            }
            weekday = found.value("w", "WEEKDAY")
            fitting = {y: d for y, d in options.items() if d[0].isoweekday() == weekday}
            year = choose(fitting if weekday and fitting else options, moment)
        except Unanchored:
            return Sense("DATE", f"XXXX-{month:02d}-{number:02d}", kind="month_day")
    date = _safe(year, month, number)
    if date is None:
        return None
    value = date.isoformat() + (f"T{part}" if part else "")
    return Sense("TIME" if part else "DATE", value, (date, date), "date", "day", found.has("y"))


def month_day_range(found: Found, moment: Moment) -> Sense | None:
    month, first, last = found.value("m", "MONTH"), found.integer("d"), found.integer("e")
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    year = year_of(found)
    if year is None:
        try:
            options = {
                y: (a, b)
                for y in range(moment.day.year - 4, moment.day.year + 5)
                if (a := _safe(y, month, first)) and (b := _safe(y, month, last))
            }
            year = choose(options, moment)
        except Unanchored:
            return Sense("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}", kind="range")
    start, end = _safe(year, month, first), _safe(year, month, last)
    if start is None or end is None:
        return None
    return Sense(
        "DATE", f"{start.isoformat()}/{end.isoformat()}", (start, end), "range", "day", found.has("y")
    )


def month(found: Found, moment: Moment) -> Sense | None:
    number = found.value("m", "MONTH")
    year = year_of(found)
    if year is None:
        if found.has("u") and found.unit() != "year":
            return None
        try:
            year = _month_year(found, moment, number)
        except Unanchored:
            return Sense("DATE", f"XXXX-{number:02d}", kind="month", unit="month")
    else:
        year = full_year(year)
    edges = days.month_days(year, number)
    return dated(days.name("month", edges[0]), edges, found, moment, "month", found.has("y"))


def _month_year(found: Found, moment: Moment, number: int) -> int:
    day = moment.day
    if found.has("u"):
        return _shifted_year(found, moment) or day.year
    options = {y: days.month_days(y, number) for y in range(day.year - 3, day.year + 4)}
    if found.has("s"):
        if found.value("s", "PREV") is not None:
            return max(y for y, (start, _) in options.items() if start < day.replace(day=1))
        if found.value("s", "NEXT") is not None:
            return min(y for y, (start, _) in options.items() if start > day)
        return day.year if moment.ahead <= 0 or options[day.year][1] >= day else day.year + 1
    return choose(options, moment)


def year(found: Found, moment: Moment) -> Sense | None:
    number = found.integer("y")
    if number is None or not 1000 <= number <= 2100:
        return None
    alone = found.end - found.start == 1
    if alone:
        if found.after in _YEAR_AFTER_NOUN or found.before in ("$", "#", "-", "–", ".", "no", "rs"):
            return None
        clear = found.before in _YEAR_BEFORE or found.before in ",(:'’" or not found.before
        if not clear and not 1900 <= number <= 2059:
            return None
        if (
            not clear
            and found.before != "the"
            and found.after.isalpha()
            and found.after.endswith("s")
            and len(found.after) > 4
        ):
            return None
        if not number >= 1500 and found.before not in ("in", "since", "of", "year"):
            return None
    return dated(f"{number:04d}", days.year_days(number), found, moment, "year", True)


def spelled(found: Found, moment: Moment) -> Sense | None:
    number = spelled_year(found.words("y"), found.lexicon)
    return Sense("DATE", f"{number:04d}", days.year_days(number), unit="year", fixed=True) if number else None


def year_pair(found: Found, moment: Moment) -> Sense | None:
    first, last = found.integer("y"), found.integer("z")
    if first is None or last is None or (first + 1) % 100 != last:
        return None
    return Sense(
        "DATE", f"{first:04d}/{first + 1:04d}", days.year_days(first, first + 1), "range", "year", True
    )


def decade(found: Found, moment: Moment) -> Sense | None:
    word = found.words("c")[0]
    number = found.lexicon.value(word, "DECADE")
    if number is None:
        number = int("".join(c for c in word if c.isdigit()))
    elif found.before in ("his", "her", "their", "my", "your", "our", "its"):
        return None
    if (
        "the" not in found.lexed.lower[found.start : found.end]
        and found.before != "the"
        and not found.has("x")
        and number < 100
    ):
        return None
    first = number if number > 99 else number + (2000 if number < 30 else 1900)
    return dated(f"{first // 10:03d}", days.year_days(first, first + 9), found, moment, "decade", True)


def ordinal_unit(found: Found, moment: Moment) -> Sense | None:
    """ "the third quarter (of 1989)", "the 20th century", "this year's third quarter"; other ordinals are no dates."""
    number = found.integer("o") or 0
    unit = found.unit("c") or found.unit("u")
    if unit == "century" and 1 <= number <= 21:
        edges = days.year_days((number - 1) * 100, (number - 1) * 100 + 99)
        return dated(f"{number - 1:02d}", edges, found, moment, "century", True)
    if unit != "quarter" or not 1 <= number <= 4:
        return None
    return _quarter(found, moment, number)


def _quarter(found: Found, moment: Moment, number: int) -> Sense | None:
    month_ = number * 3 - 2
    year_ = year_of(found) or (_shifted_year(found, moment) if found.has("s") else None)
    if year_ is None:
        try:
            day = moment.day
        except Unanchored:
            return Sense("DATE", f"XXXX-Q{number}", kind="quarter", unit="quarter")
        options = {y: days.period("quarter", Day(y, month_, 1)) for y in range(day.year - 2, day.year + 3)}
        year_ = choose(options, moment._replace(ahead=0))
    edges = days.period("quarter", Day(year_, month_, 1))
    return dated(f"{year_:04d}-Q{number}", edges, found, moment, "quarter", found.has("y"))


def quarter_name(found: Found, moment: Moment) -> Sense | None:
    return _quarter(found, moment, int(found.words("q")[0][1]))


def half(found: Found, moment: Moment) -> Sense | None:
    """ "the first half (of 1989)"; without a year only where one was just spoken of."""
    if (
        found.end - found.start < 3
        and found.before != "the"
        and "the" not in found.lexed.lower[found.start : found.end]
    ):
        return None
    number = found.integer("o") or 2
    tail = found.lexed.lower[found.start : found.end]
    if not (found.has("y") or "year" in tail) or number > 2:
        return None
    year_ = year_of(found) or (_shifted_year(found, moment) if found.has("s") else None) or moment.day.year
    edges = (Day(year_, 1, 1), Day(year_, 6, 30)) if number == 1 else (Day(year_, 7, 1), Day(year_, 12, 31))
    return Sense("DATE", f"{year_:04d}-H{number}", edges, "date", "half", found.has("y"))
