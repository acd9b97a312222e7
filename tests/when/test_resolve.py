"""Plain words and an anchor in, days out: the table of the grammar, and what must hold of any words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import UNDATED, DateRange
from dateline.when import Tense, When

WHEN = When.load()
DAY = dt.date(2016, 9, 7)  # a Wednesday
ANCHOR = DateRange(DAY, DAY, None, "metadata")


def days(first: str | None, last: str | None = None) -> tuple[dt.date | None, dt.date | None]:
    low = dt.date.fromisoformat(first) if first else None
    return low, (dt.date.fromisoformat(last) if last else low if last is None and first else None)


CASES: list[tuple[str, Tense, str, str]] = [
    ("Monday", "past", "2016-09-05", "2016-09-05"),
    ("Wednesday", "past", "2016-09-07", "2016-09-07"),
    ("Wednesday", "future", "2016-09-07", "2016-09-07"),
    ("Thursday", "past", "2016-09-01", "2016-09-01"),
    ("Thursday", "future", "2016-09-08", "2016-09-08"),
    ("last Wednesday", "past", "2016-08-31", "2016-08-31"),
    ("next Monday", "past", "2016-09-12", "2016-09-12"),
    ("Monday night", "past", "2016-09-05", "2016-09-05"),
    ("Monday last week", "past", "2016-08-29", "2016-08-29"),
    ("yesterday", "past", "2016-09-06", "2016-09-06"),
    ("the day before yesterday", "past", "2016-09-05", "2016-09-05"),
    ("tomorrow morning", "future", "2016-09-08", "2016-09-08"),
    ("last night", "past", "2016-09-06", "2016-09-06"),
    ("last year", "past", "2015-01-01", "2015-12-31"),
    ("next month", "future", "2016-10-01", "2016-10-31"),
    ("this week", "past", "2016-09-05", "2016-09-11"),
    ("last week", "past", "2016-08-29", "2016-09-04"),
    ("later this week", "future", "2016-09-07", "2016-09-11"),
    ("earlier this week", "past", "2016-09-05", "2016-09-07"),
    ("earlier in the day", "past", "2016-09-07", "2016-09-07"),
    ("the weekend", "past", "2016-09-03", "2016-09-04"),
    ("this weekend", "future", "2016-09-10", "2016-09-11"),
    ("September 3-4", "past", "2016-09-03", "2016-09-04"),
    ("Sept. 3 and 4", "past", "2016-09-03", "2016-09-04"),
    ("between 3 and 5 May", "past", "2016-05-03", "2016-05-05"),
    ("from Monday to Wednesday", "past", "2016-09-05", "2016-09-07"),
    ("between April and June 2015", "past", "2015-04-01", "2015-06-30"),
    ("Aug. 30-Sept. 2", "past", "2016-08-30", "2016-09-02"),
    ("December 12", "past", "2015-12-12", "2015-12-12"),
    ("December 12", "future", "2016-12-12", "2016-12-12"),
    ("5 September 2016", "past", "2016-09-05", "2016-09-05"),
    ("Monday, September 5, 2016", "past", "2016-09-05", "2016-09-05"),
    ("the 5th of September, 2016", "past", "2016-09-05", "2016-09-05"),
    ("2016-09-05", "past", "2016-09-05", "2016-09-05"),
    ("09/25/2016", "past", "2016-09-25", "2016-09-25"),
    ("09/05/2016", "past", "2016-05-09", "2016-09-05"),
    ("early September", "past", "2016-09-01", "2016-09-13"),
    ("mid-June", "past", "2016-06-08", "2016-06-23"),
    ("late 2015", "past", "2015-08-07", "2015-12-31"),
    ("the third quarter of 2014", "past", "2014-07-01", "2014-09-30"),
    ("Q1 2015", "past", "2015-01-01", "2015-03-31"),
    ("the summer of 2012", "past", "2012-06-01", "2012-08-31"),
    ("last spring", "past", "2016-03-01", "2016-05-31"),
    ("the 1990s", "past", "1990-01-01", "1999-12-31"),
    ("the Eighties", "past", "1980-01-01", "1989-12-31"),
    ("the 20th century", "past", "1900-01-01", "1999-12-31"),
    ("two days ago", "past", "2016-09-05", "2016-09-05"),
    ("three weeks ago", "past", "2016-08-14", "2016-08-20"),
    ("two years ago", "past", "2014-01-01", "2014-12-31"),
    ("two days after", "past", "2016-09-09", "2016-09-09"),
    ("three months before", "past", "2016-06-07", "2016-06-07"),
    ("in two weeks", "future", "2016-09-18", "2016-09-24"),
    ("within a month", "future", "2016-09-07", "2016-10-07"),
    ("the past two years", "past", "2014-09-07", "2016-09-07"),
    ("in recent days", "past", "2016-08-31", "2016-09-07"),
    ("since 2011", "past", "2011-01-01", "2016-09-07"),
    ("until Friday", "future", "2016-09-07", "2016-09-09"),
    ("by the end of the year", "future", "2016-09-07", "2016-12-31"),
    ("Christmas", "past", "2015-12-25", "2015-12-25"),
    ("Christmas", "future", "2016-12-25", "2016-12-25"),
    ("Thanksgiving 2016", "past", "2016-11-24", "2016-11-24"),
    ("Easter 2016", "past", "2016-03-27", "2016-03-27"),
    ("Election Day 2016", "past", "2016-11-08", "2016-11-08"),
    ("Memorial Day", "past", "2016-05-30", "2016-05-30"),
    ("nineteen ninety-six", "past", "1996-01-01", "1996-12-31"),
]


@pytest.mark.parametrize(("words", "tense", "first", "last"), CASES, ids=[f"{c[0]}|{c[1]}" for c in CASES])
def test_words_mean_these_days(words: str, tense: Tense, first: str, last: str) -> None:
    found = WHEN.resolve(words, ANCHOR, tense)
    assert (found.earliest, found.latest) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert found.basis == "text"


@pytest.mark.parametrize(
    "words",
    [
        "a 90-minute talk",
        "the 34-year-old",
        "aged 34",
        "a march through the city",
        "they may meet",
        "the $1990 fee",
        "12 percent",
    ],
)
def test_words_that_name_no_day(words: str) -> None:
    found = WHEN.resolve(words, ANCHOR)
    assert (found.earliest, found.latest) == (None, None)


def test_a_wide_anchor_gives_the_days_that_any_of_its_days_would() -> None:
    wide = DateRange(dt.date(2016, 9, 5), dt.date(2016, 9, 11), None, "linked")
    monday = WHEN.resolve("Monday", wide)
    assert (monday.earliest, monday.latest) == (dt.date(2016, 9, 5), dt.date(2016, 9, 5))
    tuesday = WHEN.resolve("Tuesday", wide)
    assert (tuesday.earliest, tuesday.latest) == (dt.date(2016, 8, 30), dt.date(2016, 9, 6))


def test_an_open_anchor_leaves_relative_words_open_and_full_dates_exact() -> None:
    assert WHEN.resolve("last year", UNDATED).known is False
    assert WHEN.resolve("5 May 2014", UNDATED).earliest == dt.date(2014, 5, 5)
    since = WHEN.resolve("Monday", DateRange(dt.date(2016, 9, 7), None))
    assert (since.earliest, since.latest) == (dt.date(2016, 9, 5), None)


@given(st.dates(dt.date(1980, 1, 1), dt.date(2040, 1, 1)), st.sampled_from([c[0] for c in CASES]))
def test_widening_the_anchor_never_loses_a_day(day: dt.date, words: str) -> None:
    single = WHEN.resolve(words, DateRange(day, day))
    wide = WHEN.resolve(words, DateRange(day - dt.timedelta(days=2), day + dt.timedelta(days=3)))
    assert wide.earliest is None or (single.earliest is not None and wide.earliest <= single.earliest)
    assert wide.latest is None or (single.latest is not None and wide.latest >= single.latest)


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
    st.dates(dt.date(1900, 1, 1), dt.date(2090, 1, 1)),
)
def test_no_words_break_it(words: str, day: dt.date) -> None:
    WHEN.resolve(words, DateRange(day, day))
    WHEN.resolve(words, UNDATED)


WORDS = [
    "in",
    "the",
    "last",
    "next",
    "two",
    "3",
    "May",
    "2014",
    "Monday",
    "early",
    "week",
    "ago",
    "of",
    "year",
    "'s",
    "-",
    ",",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_no_order_of_time_words_breaks_it(words: list[str], day: dt.date) -> None:
    WHEN.resolve(" ".join(words), DateRange(day, day))
