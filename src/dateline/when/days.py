"""Calendar arithmetic: a unit and a day in, the first and last day of that period and its ISO 8601 name out."""

from __future__ import annotations

import calendar
import datetime as dt

Day = dt.date
Days = tuple[dt.date, dt.date]

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def add_months(day: Day, months: int) -> Day:
    """The same day so many months on; the month's last day where it is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9999)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: Day, days: int) -> Day:
    """The day so many days on, held inside the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), Day.max.toordinal())
    return Day.fromordinal(ordinal)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def year_days(first: int, last: int | None = None) -> Days:
    """First day of one year to last day of another (the same when None), held inside the calendar."""
    last = first if last is None else last
    return Day(min(max(first, 1), 9999), 1, 1), Day(min(max(last, 1), 9999), 12, 31)


def season_days(season: str, year: int) -> Days:
    """Meteorological season of the northern half; the winter of a year starts in its December."""
    start = Day(year, SEASON_STARTS[season], 1)
    return start, add_days(add_months(start, 3), -1)


def easter(year: int) -> Day:
    """Western Easter Sunday (the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


def period(unit: str, day: Day) -> Days:
    """First and last day of the unit that holds the day. Weeks start on Monday, a weekend is Saturday and Sunday."""
    match unit:
        case "week":
            start = add_days(day, -day.weekday())
            return start, add_days(start, 6)
        case "fortnight":
            start = add_days(day, -day.weekday())
            return start, add_days(start, 13)
        case "weekend":
            start = add_days(day, 5 - day.weekday())
            return start, add_days(start, 1)
        case "month":
            return month_days(day.year, day.month)
        case "quarter":
            start = Day(day.year, (day.month - 1) // 3 * 3 + 1, 1)
            return start, add_days(add_months(start, 3), -1)
        case "year":
            return year_days(day.year)
        case "decade":
            return year_days(day.year // 10 * 10, day.year // 10 * 10 + 9)
        case "century":
            return year_days(day.year // 100 * 100, day.year // 100 * 100 + 99)
        case "millennium":
            return year_days(day.year // 1000 * 1000, day.year // 1000 * 1000 + 999)
    return day, day


def shift(unit: str, day: Day, count: float) -> Day:
    """The day so many units on (hours and shorter: whole days, rounded towards the day itself)."""
    match unit:
        case "week" | "weekend":
            return add_days(day, round(7 * count))
        case "fortnight":
            return add_days(day, round(14 * count))
        case "month":
            return add_months(day, int(count)) if count == int(count) else add_days(day, round(30.44 * count))
        case "quarter":
            return add_months(day, round(3 * count))
        case "year":
            return add_months(day, round(12 * count))
        case "decade":
            return add_months(day, round(120 * count))
        case "century":
            return add_months(day, round(1200 * count))
        case "millennium":
            return add_months(day, round(12000 * count))
        case "day" | "night":
            return add_days(day, round(count))
        case "hour":
            return add_days(day, int(count / 24))
    return day


def name(unit: str, day: Day) -> str:
    """The TIMEX3 value of the unit that holds the day."""
    match unit:
        case "week" | "fortnight" | "weekend":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            return f"{day.year:04d}-{day.month:02d}"
        case "quarter":
            return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"
        case "year":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10:03d}"
        case "century":
            return f"{day.year // 100:02d}"
        case "millennium":
            return f"{day.year // 1000:01d}"
    return day.isoformat()


def part(days: Days, share: tuple[float, float]) -> Days:
    """The stretch of an interval between two shares of its length (0 to 1)."""
    length = (days[1] - days[0]).days
    return add_days(days[0], int(length * share[0])), add_days(days[0], round(length * share[1] + 0.49))
