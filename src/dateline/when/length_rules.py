"""Builders for lengths, sets, clock times and vague references: Found and Moment in, Sense out."""

from __future__ import annotations

import datetime as dt

from dateline.when import days
from dateline.when.sense import Edges, Found, Moment, Sense, Unanchored, count

Day = dt.date

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "MIL",
}  # fmt: skip
_MANY = {
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "millennium": ("Y", 1000),
    "fortnight": ("W", 2),
    "quarter": ("M", 3),
}
_RATE_BEFORE = frozenset(["times", "once", "twice", "percent", "%", "cents", "dollars", "people"])


def length_value(number: float | None, unit: str) -> str:
    """The ISO 8601 length of so many units: (90, "minute") gives PT90M; None gives PXM."""
    letter = _LETTERS[unit]
    if unit in _MANY and number is not None:
        letter, factor = _MANY[unit]
        number *= factor
    elif unit in _MANY:
        letter = {"quarter": "Q", "fortnight": "W"}.get(unit, "Y")
    time = letter.startswith("T")
    letter = letter.removeprefix("T")
    lead = "PT" if time else "P"
    if number is None:
        return f"{lead}X{letter}"
    if number == int(number):
        return f"{lead}{int(number)}{letter}"
    whole, rest = int(number), number - int(number)
    finer = {
        "Y": ("M", 12),
        "H": ("M", 60),
        "M": ("S", 60) if time else ("D", 30),
        "W": ("D", 7),
        "D": ("TH", 24),
    }
    if letter in finer:
        small, factor = finer[letter]
        head = f"{whole}{letter}" if whole else ""
        return (
            f"{lead}{head}{round(rest * factor)}{small}".replace("TH", "H")
            if "T" not in small
            else f"{lead}{head}T{round(rest * factor)}H"
        )
    return f"{lead}{number:g}{letter}"


def length(found: Found, moment: Moment) -> Sense | None:
    """two weeks, a 90-minute (meeting), more than four decades, years."""
    unit, words = found.unit(), found.lexed.lower[found.start : found.end]
    plural = found.value("u", "UNITS") is not None
    if not found.has("n") and not found.keys.get("extra"):
        if (
            words[0] == "the"
            and len(words) == 2
            and found.before not in ("in", "over", "during", "for", "of", "through")
        ):
            return None
        if len(words) == 1 and (
            unit in ("night", "second")
            or found.before in ("his", "her", "their", "my", "these", "those", "other")
        ):
            return None
        if len(words) == 1 and found.before.isdigit():
            return None
        return Sense("DURATION", length_value(None, unit), kind="length", unit=unit)
    number = count(found.words("n"), found.lexicon)
    if found.keys.get("extra") == "half":
        number = 1.5
    article = found.words("n")[:1] in (["a"], ["an"]) or found.keys.get("extra") is not None
    if article and len(found.words("n")) == 1:
        if unit in ("second", "minute") or found.before in _RATE_BEFORE or _money_before(found):
            return None
        if unit in ("quarter", "night") or found.before in ("such", "quite", "what"):
            return None
    if (
        not plural
        and not article
        and "-" not in words
        and number not in (1, 0.5, None)
        and not _hyphen_like(found)
    ):
        return None
    if unit == "second" and not plural:
        return None
    if unit == "quarter" and number in (1, 3) and "-" in words:
        return None
    edges = _ahead(found, moment, unit, number)
    return Sense("DURATION", length_value(number, unit), edges, "ahead" if edges[0] else "length", unit)


def _hyphen_like(found: Found) -> bool:
    return found.after.isalpha()


def _money_before(found: Found) -> bool:
    before = found.before
    return (
        before.startswith(("$", "€", "£"))
        or before.endswith("%")
        or before in ("million", "billion", "trillion", "share")
        or before.replace(",", "").replace(".", "").isdigit()
    )


def _ahead(found: Found, moment: Moment, unit: str, number: float | None) -> Edges:
    """ "in two weeks", "within a month", looking ahead: from the article's day (almost) to that long after it."""
    if found.before not in ("in", "within") or moment.ahead <= 0 or moment.at is None or number is None:
        return (None, None)
    target = days.shift(unit, moment.at, number)
    if found.before == "within":
        return (moment.at, target)
    slack = {"week": 3, "month": 15, "year": 183, "decade": 1826}.get(unit, 0)
    return (max(moment.at, days.add_days(target, -slack)), days.add_days(target, slack))


def recent_length(found: Found, moment: Moment) -> Sense | None:
    """the past two years, the next few days, recent weeks, the days ahead."""
    unit = found.unit()
    if unit == "second":
        return None
    number = count(found.words("n2") or found.words("n"), found.lexicon) if found.has("n") else None
    side = next((v for c in ("PREV", "RECENT", "NEXT") if (v := found.value("s", c)) is not None), None)
    if side is None:
        side = int(found.keys.get("side", 1))
    if found.words("s") == ["previous"] or found.words("s") == ["preceding"]:
        base = moment.ref or moment.at
    else:
        base = moment.at
    edges: Edges = (None, None)
    if base is not None:
        far = (
            days.shift(unit, base, side * number)
            if number is not None
            else days.add_days(base, int(side) * found.lexicon.recent[unit])
        )
        edges = (min(far, base), max(far, base))
    value = length_value(number, unit)
    if not found.has("n") and found.value("s", "RECENT") is not None and unit in ("day", "year"):
        return Sense("DATE", "PAST_REF", edges, "recent", unit)
    return Sense("DURATION", value, edges, "recent", unit)


def every(found: Found, moment: Moment) -> Sense | None:
    """daily, every two weeks, each Thursday, Mondays."""
    if found.has("f"):
        if found.before in ("the", "a") and found.words("f")[0] in (
            "quarterly",
            "monthly",
            "weekly",
            "nightly",
        ):
            return None
        return Sense("SET", str(found.value("f", "FREQ")), kind="set")
    if found.has("u"):
        number = count(found.words("n"), found.lexicon) if found.has("n") else 1
        return Sense("SET", length_value(number or 1, found.unit()), kind="set", unit=found.unit())
    if found.has("w"):
        number = found.value("w", "WEEKDAYS") or found.value("w", "WEEKDAY")
        part = found.value("p", "PARTDAYS")
        return Sense("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), kind="set")
    if found.has("m"):
        return Sense("SET", f"XXXX-{found.value('m', 'MONTH'):02d}", kind="set", unit="month")
    if found.has("t"):
        return Sense("SET", f"XXXX-{found.value('t', 'SEASON')}", kind="set", unit="season")
    if found.has("e"):
        return Sense("SET", "XXXX-WXX-WE", kind="set", unit="weekend")
    return Sense("SET", f"XXXX-XX-XXT{found.value('p', 'PARTDAY')}", kind="set")


def clock(found: Found, moment: Moment) -> Sense | None:
    """10:35 a.m., 6 p.m. EST, 1400 GMT, 4 in the morning, noon: on the day last spoken of."""
    time = _clock_time(found)
    if time is None:
        return None
    try:
        day = moment.spoken if moment.ref_unit == "day" else moment.day
    except Unanchored:
        return Sense("TIME", f"XXXX-XX-XXT{time}", kind="clock")
    return Sense("TIME", f"{day.isoformat()}T{time}", (day, day), "clock")


def _clock_time(found: Found) -> str | None:
    word = found.value("p", "CLOCKWORD")
    if word:
        return str(word)
    shift = found.value("a", "AMPM")
    if found.has("c"):
        hour, minute = (int(n) for n in found.words("c")[0].replace(".", ":").split(":")[:2])
        if shift is not None and hour <= 12:
            hour = hour % 12 + int(shift)
        return f"{hour:02d}:{minute:02d}" if hour < 24 else None
    if found.has("z") and not found.has("a"):
        digits = found.words("h")[0]
        if len(digits) != 4 or int(digits[:2]) > 23 or int(digits[2:]) > 59:
            return None
        return f"{digits[:2]}:{digits[2:]}"
    number = count(found.words("h"), found.lexicon)
    if number is None or not 1 <= number <= 12:
        return None
    hour = int(number)
    if shift is not None:
        hour = hour % 12 + int(shift)
    elif found.value("p", "PARTDAY") in ("AF", "EV", "NI"):
        hour = hour % 12 + 12
    return f"{hour:02d}:00"


def reference(found: Found, moment: Moment) -> Sense | None:
    """now, recently, soon: before, at or after the article's day, no telling when."""
    word, value = found.words("r")[0], str(found.value("r", "REF"))
    if word == "shortly" and found.after in ("before", "after"):
        return None
    if word == "soon" and (found.before in ("as", "too", "how") or found.after == "as"):
        return None
    return _vague(value, moment, found)


def vague_this(found: Found, moment: Moment) -> Sense | None:
    """ "current" and "recent" beside a noun."""
    if found.words("r") == ["current"]:
        return (
            _vague("PRESENT_REF", moment, found)
            if found.after not in ("account", "affairs", "events")
            else None
        )
    if found.words("r") == ["recent"] and found.before not in ("most", "more"):
        return _vague("PAST_REF", moment, found)
    return None


def vague(found: Found, moment: Moment) -> Sense | None:
    """the past, the future, at present."""
    if (
        found.before not in ("in", "of", "for", "from", "about", "at", "near", "into", "on")
        and "future" not in found.lexed.lower[found.start : found.end]
    ):
        return None
    if found.after.isalpha() and found.after not in (
        "and",
        "or",
        "but",
        "to",
        "for",
        "is",
        "was",
        "that",
        "by",
        "with",
        "as",
        "he",
        "she",
        "they",
        "in",
    ):
        return None
    return _vague(found.keys["value"], moment, found)


def _vague(value: str, moment: Moment, found: Found) -> Sense:
    edges: Edges = (None, None)
    if moment.at is not None:
        if value == "PRESENT_REF":
            edges = (moment.at, moment.at)
        elif value == "PAST_REF":
            recent = found.lexicon.value(found.lexed.lower[found.start], "RECENT") or found.lexed.lower[
                found.start
            ] in ("recently", "lately")
            edges = (days.add_days(moment.at, -found.lexicon.recent["month"]) if recent else None, moment.at)
        else:
            edges = (moment.at, None)
    return Sense("DATE", value, edges, "vague", "")
