"""Undated articles beside dated ones that tell of the same happening: the weekday they share settles the day."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.records import UNDATED, DateRange
from dateline.when import Companion, When

WHEN = When.load()
SEPTEMBER = DateRange(dt.date(2016, 9, 5), dt.date(2016, 9, 5), None, "dateline")  # a Monday
MONDAY = "The envoys met on Monday and parted without a deal."
TUESDAY = "The envoys met on Tuesday and parted without a deal."
LATE = "The envoys parted without a deal. " + "They had little to say of it. " * 25


def settled(body: str, *others: tuple[str, DateRange, float], known: DateRange = UNDATED) -> DateRange:
    companions = [Companion(days, WHEN.weekdays(None, text), likeness) for text, days, likeness in others]
    return WHEN.settled(known, WHEN.weekdays(None, body), companions)


@pytest.mark.parametrize(
    ("body", "other", "likeness", "first"),
    [
        (MONDAY, MONDAY, 0.9, dt.date(2016, 9, 5)),
        (TUESDAY, MONDAY, 0.5, dt.date(2016, 9, 6)),
        # less like, and of another weekday
        (TUESDAY, MONDAY, 0.35, None),
        (MONDAY, MONDAY, 0.35, dt.date(2016, 9, 5)),
        # no weekday in the lead: only the one the other opens with counts
        (LATE + "It was known on Monday.", MONDAY, 0.35, dt.date(2016, 9, 5)),
        (LATE + "It was known on Tuesday.", MONDAY, 0.9, None),
        ("The envoys met and parted without a deal.", MONDAY, 0.9, None),
        # a month named as another one than the article's
        (MONDAY + " They had met in September.", MONDAY, 0.9, None),
        (MONDAY + " They had met in August.", MONDAY, 0.9, dt.date(2016, 9, 5)),
    ],
)
def test_the_weekday_settles(body: str, other: str, likeness: float, first: dt.date | None) -> None:
    found = settled(body, (other, SEPTEMBER, likeness))
    assert found.earliest == first
    if first is not None:
        assert (found.latest, found.basis) == (first + dt.timedelta(6), "linked")


def test_companions_far_apart_settle_nothing() -> None:
    march = DateRange(dt.date(2016, 3, 7), dt.date(2016, 3, 7), None, "dateline")
    assert not settled(MONDAY, (MONDAY, SEPTEMBER, 0.9), (MONDAY, march, 0.9)).known


def test_what_is_known_stays() -> None:
    known = DateRange(dt.date(2016, 9, 7), None, "7 September 2016", "text")
    found = settled(MONDAY, (MONDAY, SEPTEMBER, 0.9), known=known)
    assert found.earliest == known.earliest
    later = DateRange(dt.date(2017, 1, 1), None, "2017", "text")
    assert settled(MONDAY, (MONDAY, SEPTEMBER, 0.9), known=later) == later


def test_an_undated_companion_settles_nothing() -> None:
    assert settled(MONDAY, (MONDAY, UNDATED, 0.9)) == UNDATED
