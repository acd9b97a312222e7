"""Builders for days and periods seen from the article's day or from a day just spoken of: Found, Moment in, Sense out."""

from __future__ import annotations

import datetime as dt

from dateline.when import days
from dateline.when.calendar_rules import month_day, part_meant
from dateline.when.length_rules import length_value
from dateline.when.sense import NOTHING, Found, Moment, Sense, TimexType, Unanchored, count, narrowed

Day = dt.date

_CLOCK_UNITS = ("second", "minute", "hour")
_AROUND_UNIT = frozenset(["for", "in", "during", "of", "throughout", "so", "earlier", "later", "over"])


def _single(day: Day, part: str | None, kind: str = "date") -> Sense:
    type_: TimexType = "TIME" if part else "DATE"
    return Sense(type_, day.isoformat() + (f"T{part}" if part else ""), (day, day), kind)


def deictic(found: Found, moment: Moment) -> Sense | None:
    """yesterday, tonight, this morning, last night, tomorrow evening."""
    part = found.value("p", "PARTDAY") or found.value("p", "TONIGHT")
    shift = found.value("d", "DEICTIC")
    if shift is None:
        shift = 0
        if found.value("s", "PREV") is not None:
            if found.words("s") != ["last"]:
                return None
            shift = -1
    return _single(days.add_days(moment.day, int(shift)), part)


def day_beside(found: Found, moment: Moment) -> Sense | None:
    """the day before yesterday, the day after tomorrow, the day before last Tuesday."""
    if found.unit() not in ("", "day") or found.words("b")[0] not in ("before", "after"):
        return None
    sign = 1 if found.words("b")[0] == "after" else -1
    shift = found.value("d", "DEICTIC")
    start = days.add_days(moment.day, int(shift)) if shift is not None else _weekday_day(found, moment)
    return _single(days.add_days(start, sign), None)


def _weekday_day(found: Found, moment: Moment) -> Day:
    number, day = int(found.value("w", "WEEKDAY")), moment.day
    back = (day.isoweekday() - number) % 7
    words = found.lexed.lower[found.start : found.end]
    if found.value("s", "PREV") is not None or "last" in words:
        return days.add_days(day, -(back or 7))
    if found.words("s") == ["following"]:
        return days.add_days(moment.spoken, (number - moment.spoken.isoweekday() - 1) % 7 + 1)
    if found.value("s", "NEXT") is not None or "coming" in words:
        return days.add_days(day, (number - day.isoweekday() - 1) % 7 + 1)
    if found.value("s", "THIS") is not None:
        return (
            days.add_days(day, number - day.isoweekday())
            if moment.ahead <= 0
            else days.add_days(day, -back % 7)
        )
    return days.add_days(day, -back) if moment.ahead <= 0 else days.add_days(day, (-back) % 7)


def weekday(found: Found, moment: Moment) -> Sense | None:
    number = int(found.value("w", "WEEKDAY"))
    part = found.value("p", "PARTDAY") or found.value("p", "CLOCKWORD")
    try:
        return _single(_weekday_day(found, moment), part, "weekday")
    except Unanchored:
        type_: TimexType = "TIME" if part else "DATE"
        return Sense(type_, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), kind="weekday")


def weekday_of_week(found: Found, moment: Moment) -> Sense | None:
    """Monday last week, next week's Tuesday."""
    if "week" not in found.lexed.lower[found.start : found.end]:
        return None
    shift = next(v for c in ("PREV", "NEXT", "THIS") if (v := found.value("s", c)) is not None)
    start, _ = days.period("week", days.add_days(moment.day, 7 * int(shift)))
    return _single(days.add_days(start, int(found.value("w", "WEEKDAY")) - 1), None, "weekday")


def this_unit(found: Found, moment: Moment) -> Sense | None:
    """last year, next month, this weekend, earlier in the day, the end of the year, year-end, the latest quarter."""
    unit, words = found.unit(), found.lexed.lower[found.start : found.end]
    if unit in _CLOCK_UNITS or (
        unit == "day" and found.value("s", "PREV") is not None and "past" not in words
    ):
        return None
    day = moment.day
    if found.value("s", "RECENT") is not None:
        return _latest(found, moment, unit)
    shift = next((v for c in ("PREV", "NEXT", "THIS") if (v := found.value("s", c)) is not None), 0)
    if unit == "day":
        if shift:
            return that_unit(found, moment)
        return _single(day, None, "day") if found.words("s") != ["current"] else None
    if "past" in words and shift:
        return Sense("DURATION", length_value(1, unit), (days.shift(unit, day, -1), day), "length", unit)
    if unit in ("decade", "century", "millennium") and shift and found.words("s") == ["last"]:
        edges = days.period(unit, days.shift(unit, day, -1))
        return Sense("DATE", days.name(unit, edges[0]), edges, "unit", unit)
    if unit == "weekend":
        edges = _weekend(found, moment, int(shift))
    else:
        edges = days.period(unit, days.shift(unit, day, int(shift)))
    mod, edge = part_meant(found)
    value = days.name(unit, edges[0])
    if edge and mod == "END" and unit == "year" and ("-" in words or "'s" in words):
        value = f"{edges[0].year:04d}-12-31" if "-" in words else value
    return Sense("DATE", value, narrowed(edges, mod, moment, found.lexicon, edge), "unit", unit)


def _weekend(found: Found, moment: Moment, shift: int) -> tuple[Day, Day]:
    """Without a word that says which: the last one begun, looking back; the next to end, looking ahead."""
    day = moment.day
    edges = days.period("weekend", day)
    if found.has("s") and shift:
        return days.period("weekend", days.add_days(day, 7 * shift))
    if moment.ahead <= 0 and edges[0] > day and not found.has("s"):
        return days.period("weekend", days.add_days(day, -7))
    if found.has("s") and moment.ahead < 0 and edges[0] > day:
        return days.period("weekend", days.add_days(day, -7))
    return edges


def _latest(found: Found, moment: Moment, unit: str) -> Sense | None:
    if unit == "quarter":
        return _last_quarter(moment)
    if unit not in ("year", "month", "week"):
        return None
    ref = (
        moment.ref if moment.ref is not None and moment.ref_unit == unit else days.shift(unit, moment.day, -1)
    )
    edges = days.period(unit, ref)
    return Sense("DATE", days.name(unit, edges[0]), edges, "unit", unit)


def that_unit(found: Found, moment: Moment) -> Sense | None:
    """that year, the same day, the following week: counted from the day last spoken of."""
    unit = found.unit()
    if unit in _CLOCK_UNITS:
        return None
    shift = 1 if found.value("s", "NEXT") is not None else 0
    if found.value("s", "PREV") is not None:
        shift = -1
    try:
        if found.words("s") == ["next"] and unit != "day":
            return this_unit(found, moment)
        edges = days.period(unit, days.shift(unit, moment.spoken, shift))
    except Unanchored:
        return Sense("DATE", "XXXX-XX-XX", kind="referred", unit=unit)
    return Sense("DATE", days.name(unit, edges[0]), edges, "referred", unit)


def the_unit(found: Found, moment: Moment) -> Sense | None:
    """ "the quarter", "the year", "the week" on their own: what was last spoken of, else the article's."""
    unit = found.unit()
    if unit not in ("quarter", "week", "month", "year") or found.after in (
        "of",
        "when",
        "that",
        "before",
        "after",
    ):
        return None
    if found.after in ("ended", "ending") and unit == "year":
        return Sense("DURATION", "P1Y", kind="length", unit=unit)
    if unit != "quarter" and found.before not in _AROUND_UNIT:
        return None
    if unit == "quarter":
        return _last_quarter(moment)
    if moment.ref is not None and moment.ref_unit == unit:
        edges = days.period(unit, moment.ref)
    else:
        edges = days.period(unit, moment.day)
    return Sense("DATE", days.name(unit, edges[0]), edges, "unit", unit)


def _last_quarter(moment: Moment) -> Sense:
    """The quarter last spoken of, else the last one that is over."""
    day = moment.quarter if moment.quarter is not None else days.add_months(moment.day, -3)
    edges = days.period("quarter", day)
    return Sense("DATE", days.name("quarter", edges[0]), edges, "unit", "quarter")


def the_period(found: Found, moment: Moment) -> Sense | None:
    """ "the latest period" of a company's report: the quarter last spoken of."""
    return _last_quarter(moment)


def year_unit(found: Found, moment: Moment) -> Sense | None:
    """ "the 1988 quarter": the quarter last spoken of, in that year."""
    number = found.integer("y")
    if found.unit() != "quarter" or number is None:
        return None
    quarter = _last_quarter(moment).days[0]
    if quarter is None:
        return None
    edges = days.period("quarter", quarter.replace(year=number))
    return Sense("DATE", days.name("quarter", edges[0]), edges, "unit", "quarter")


def unit_of_day(found: Found, moment: Moment) -> Sense | None:
    """the week of March 6."""
    unit, inner = found.unit(), month_day(found, moment)
    if unit != "week" or inner is None or inner.days[0] is None:
        return None
    edges = days.period("week", inner.days[0])
    return Sense("DATE", days.name("week", edges[0]), edges, "unit", "week")


def referred_part(found: Found, moment: Moment) -> Sense | None:
    """ "the next morning", "that evening", "the afternoon", "mid-afternoon"."""
    part = str(found.value("p", "PARTDAY"))
    words = found.lexed.lower[found.start : found.end]
    if words[-1] == "overnight" or (
        found.words("s") == [] and words[0] == "the" and found.before not in ("in", "during", "of", "through")
    ):
        return None
    shift = 1 if found.value("s", "NEXT") is not None else (-1 if found.value("s", "PREV") is not None else 0)
    try:
        day = days.add_days(moment.spoken, shift)
    except Unanchored:
        return Sense("TIME", f"XXXX-XX-XXT{part}", kind="referred")
    return _single(day, part, "referred")


def _steps(found: Found) -> tuple[str, float | None, float | None]:
    """Unit, least and most count of it ("a few" by the table, "two or three" by both)."""
    unit = found.unit()
    if not found.has("n"):
        return unit, None, None
    low = count(found.words("n"), found.lexicon)
    high = count(found.words("n2"), found.lexicon) if found.has("n2") else low
    return unit, low, high


def offset(found: Found, moment: Moment) -> Sense | None:
    """two years ago, several days ago, a week from now."""
    unit, low, high = _steps(found)
    if unit == "second" and found.words("n") in (["a"], ["the"]):
        return None
    sign = int(found.keys.get("sign", -1))
    if unit == "year" and low == high == 1.0 and sign < 0 and moment.quarter is not None:
        return _quarter_beside(moment.quarter, -1)
    return _offset(found, moment.day, unit, low, high, sign)


def _offset(
    found: Found, day: Day, unit: str, low: float | None, high: float | None, sign: int
) -> Sense | None:
    words = found.lexed.lower[found.start : found.end]
    if low is None or high is None:
        least, most = found.lexicon.few if "few" in words or "several" in words else (1, found.lexicon.few[1])
        vague = sorted((days.shift(unit, day, sign * least), days.shift(unit, day, sign * most)))
        ref = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Sense("DATE", ref, (vague[0], vague[1]), "offset", unit)
    target = days.shift(unit, day, sign * low)
    if unit in _CLOCK_UNITS:
        return Sense("TIME", target.isoformat(), (target, target), "offset", unit)
    far = days.shift(unit, day, sign * high)
    rough = any(
        word in words
        for word in ("about", "around", "nearly", "almost", "roughly", "some", "over", "than", "least")
    )
    slack = {
        "week": 3,
        "fortnight": 6,
        "month": 15,
        "quarter": 45,
        "year": 183,
        "decade": 1826,
        "century": 18262,
    }.get(unit, 0)
    slack = slack or (1 if rough else 0)
    edges = (days.add_days(min(target, far), -slack), days.add_days(max(target, far), slack))
    if unit == "year" and low <= 2 and not rough:
        edges = days.period("year", target)
    if sign < 0:
        edges = (edges[0], min(edges[1], day))
    elif edges[0] < day:
        edges = (day, max(edges[1], day))
    value = days.name("day" if unit == "night" else unit, target)
    return Sense("DATE", value, edges, "offset", unit)


def offset_from_reference(found: Found, moment: Moment) -> Sense | None:
    """a year earlier, two days later, three weeks before: counted from the day last spoken of.

    "after" and "before" followed by more words count from what those words name; the caller knows that day and asks
    again with it as the anchor.
    """
    unit, low, high = _steps(found)
    words = found.lexed.lower[found.start : found.end]
    word = found.words("b")[0]
    if not found.has("n"):
        low = high = 1.0
        if "-" not in words and word in ("before", "after") and "the" not in words:
            return None
        if word in ("hence", "ahead") or unit in ("second",):
            return None
    sign = int(found.value("b", "BACK") or found.value("b", "BEFOREAFTER") or -1)
    if word in ("before", "after") and (found.after.isalpha() or found.after in "'\"‘“"):
        return Sense("DURATION", length_value(low, unit), kind="beside", unit=unit)
    if unit == "year" and low == 1.0 and moment.quarter is not None:
        return _quarter_beside(moment.quarter, sign)
    try:
        start = moment.spoken if word != "ago" else moment.day
    except Unanchored:
        return Sense("DATE", "XXXX", kind="referred", unit=unit)
    if unit == "year" and low == 1.0 and moment.ref_unit in ("half", "month") and word != "ago":
        edges = days.period(moment.ref_unit, days.shift("year", start, sign))
        return Sense("DATE", days.name(moment.ref_unit, edges[0]), edges, "offset", moment.ref_unit)
    return _offset(found, start, unit, low, high, sign)


def _quarter_beside(quarter: Day, years: int) -> Sense:
    """In a company's report "a year earlier" is the same quarter of the other year."""
    edges = days.period("quarter", days.shift("year", quarter, years))
    return Sense("DATE", days.name("quarter", edges[0]), edges, "offset", "quarter")


def nothing(found: Found, moment: Moment) -> Sense | None:
    """An age: words that would read as a length of time and are none."""
    return NOTHING
