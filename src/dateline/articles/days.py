"""A date that metadata or a date line spells out -> one day; never a guess at a missing year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from dateline.records import DateRange, Day

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<m>\d\d)(?P<day>\d\d)(?:\d{4,6})?$")
_MONTH_FIRST = re.compile(_MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+" + _MONTH + r",?[\s-]+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
_SHORT_YEAR = re.compile(r"^(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d\d)$")
_NO_DAY = re.compile(r"^(?P<year>(?:19|20)\d\d)(?:-(?P<m>\d\d))?$")
_FORMS = (_ISO, _MONTH_FIRST, _DAY_FIRST, _SLASHED)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in words: from `start` to `end` of the string, and the day or days it can mean."""

    start: int
    end: int
    days: DateRange


def find_date(text: str) -> Found | None:
    """The first date with day, month and year in the text, or None."""
    for form in _FORMS:
        for match in form.finditer(text):
            days = _days(match)
            if days is not None:
                return Found(match.start(), match.end(), DateRange(*days, text=match[0], basis="dateline"))
    return None


def parse_metadata(value: str) -> DateRange | None:
    """A metadata field as days, basis "metadata": ISO first, then other full forms, then what dateparser makes of it.

    None for what names no year. "2016-09" is the whole month. "3/4/2016" may be two days and is taken as the American one only when the other
    cannot be; else as the interval that holds both.
    """
    value = value.strip()
    whole = _COMPACT.match(value) or _SHORT_YEAR.match(value)
    partial = _NO_DAY.match(value)
    days = _days(whole) if whole else _whole_unit(partial) if partial else None
    if days is None and re.fullmatch(r"1[0-9]{9}(?:\d{3})?(?:\.\d+)?", value):
        days = _epoch(value)
    if days is None:
        found = find_date(value)
        days = (found.days.earliest, found.days.latest) if found else None  # type: ignore[assignment]
    if days is None:
        days = _by_dateparser(value)
    return DateRange(*days, text=value, basis="metadata") if days else None


def _days(match: re.Match[str]) -> tuple[Day, Day] | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if year < 100:
        year += 2000 if year < 69 else 1900
    if "a" in parts:
        readings = {
            _day(year, int(parts["a"]), int(parts["b"])),
            _day(year, int(parts["b"]), int(parts["a"])),
        }
        possible = sorted(day for day in readings if day)
        return (possible[0], possible[-1]) if possible else None
    month = _MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["m"])
    day = _day(year, month, int(parts["day"]))
    return (day, day) if day else None


def _whole_unit(match: re.Match[str]) -> tuple[Day, Day] | None:
    year, month = int(match["year"]), int(match["m"] or 0)
    if not match["m"]:
        return (dt.date(year, 1, 1), dt.date(year, 12, 31))
    if not 1 <= month <= 12:
        return None
    return (dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _epoch(value: str) -> tuple[Day, Day]:
    seconds = float(value[:10])
    day = dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    return (day, day)


def _by_dateparser(value: str) -> tuple[Day, Day] | None:
    if not re.search(r"\d", value) or not re.search(r"(?:19|20)\d\d", value) or len(value) > 80:
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    parsed = dateparser.parse(value, languages=["en"], settings=settings)
    return (parsed.date(), parsed.date()) if parsed else None
