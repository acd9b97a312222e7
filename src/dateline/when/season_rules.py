"""Builders for seasons and holidays: Found and Moment in, Sense out (None: the words mean no time after all)."""

from __future__ import annotations

import datetime as dt

from dateline.when import days
from dateline.when.calendar_rules import dated, year_of
from dateline.when.sense import Found, Moment, Sense, Unanchored, choose

Day = dt.date


def season(found: Found, moment: Moment) -> Sense | None:
    code = found.value("n", "SEASON")
    if found.has("y"):
        year_ = year_of(found)
        if year_ is None:
            return None
        return dated(f"{year_:04d}-{code}", days.season_days(code, year_), found, moment, "season", True)
    if found.words("n") == ["fall"] and not found.has("s"):
        return None
    if found.keys.get("bare") and found.before not in (
        "in",
        "by",
        "since",
        "until",
        "during",
        "the",
        "every",
        "each",
        "through",
    ):
        return None
    if found.words("n") == ["spring"] and found.after in ("water", "training", "break"):
        return None
    try:
        day = moment.day
    except Unanchored:
        return Sense("DATE", f"XXXX-{code}", kind="season", unit="season")
    options = {y: days.season_days(code, y) for y in range(day.year - 3, day.year + 4)}
    if found.value("s", "PREV") is not None:
        year_ = max(y for y, (_, end) in options.items() if end < day)
        if "this" in found.lexed.lower[found.start : found.end]:
            year_ = max(y for y, (start, _) in options.items() if start <= day)
    elif found.value("s", "NEXT") is not None:
        year_ = min(y for y, (start, _) in options.items() if start > day)
    elif found.value("s", "THIS") is not None:
        year_ = day.year
        if code == "WI" and day.month < 7 and moment.ahead <= 0:
            year_ -= 1
    else:
        year_ = choose(options, moment)
    return dated(f"{year_:04d}-{code}", options[year_], found, moment, "season", False)


def holiday_day(rule: tuple[object, ...], year_: int) -> Day:
    """The day of a holiday in a year, by its rule (see grammar.toml)."""
    if rule[0] == "easter":
        return days.add_days(days.easter(year_), int(str(rule[1])))
    month_ = int(str(rule[0]))
    if rule[1] == "election":
        first_monday = next(d for d in (Day(year_, month_, n) for n in range(1, 8)) if d.isoweekday() == 1)
        return days.add_days(first_monday, 1)
    numbers = [int(str(n)) for n in rule[1:]]
    if len(numbers) == 1:
        return Day(year_, month_, numbers[0])
    start, end = days.month_days(year_, month_)
    fitting = [
        d for n in range((end - start).days + 1) if (d := days.add_days(start, n)).isoweekday() == numbers[0]
    ]
    chosen = fitting[numbers[1] - 1 if numbers[1] > 0 else -1]
    return days.add_days(chosen, numbers[2] if len(numbers) > 2 else 0)


def holiday(found: Found, moment: Moment) -> Sense | None:
    name = found.words("h")[0]
    rule = found.lexicon.holidays.get(name)
    if rule is None:
        return None
    year_ = year_of(found)
    if year_ is None:
        try:
            day = moment.day
        except Unanchored:
            return Sense("DATE", "XXXX-XX-XX", kind="holiday")
        options = {y: (d, d) for y in range(day.year - 2, day.year + 3) for d in [holiday_day(rule, y)]}
        if found.value("s", "PREV") is not None:
            year_ = max(y for y, (start, _) in options.items() if start < day)
        elif found.value("s", "NEXT") is not None:
            year_ = min(y for y, (start, _) in options.items() if start > day)
        elif found.value("s", "THIS") is not None:
            year_ = day.year
        else:
            year_ = choose(options, moment)
    date = holiday_day(rule, year_)
    return Sense("DATE", date.isoformat(), (date, date), "holiday", "day", found.has("y"))
