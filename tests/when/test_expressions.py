"""Sentences in, time expressions out: extent, TIMEX3 type and value, tense, relation and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.records import UNDATED, Article, DateRange
from dateline.text.adapter import SpacyParser
from dateline.when import TimeExpression, When

WHEN = When.load()
DAY = dt.date(2016, 9, 7)  # a Wednesday
TODAY = DateRange(DAY, DAY)
Find = Callable[..., tuple[TimeExpression, ...]]


@pytest.fixture(scope="module")
def find(parser: SpacyParser, make_article: Callable[..., Article]) -> Find:
    def expressions(words: str, published: DateRange = TODAY) -> tuple[TimeExpression, ...]:
        (text,) = parser.parse([make_article(words, published=published)])
        found = WHEN.expressions(text)
        for one in found:
            assert text.text[one.span.start : one.span.end] == one.span.text
            assert text.span(one.start, one.end) == one.span
        return found

    return expressions


@pytest.mark.parametrize(
    ("sentence", "words", "type_", "value"),
    [
        ("The envoys met on Monday.", "Monday", "DATE", "2016-09-05"),
        ("The envoys will meet on Friday.", "Friday", "DATE", "2016-09-09"),
        ("They plan to meet on Friday.", "Friday", "DATE", "2016-09-09"),
        ("The court is to rule on Friday.", "Friday", "DATE", "2016-09-09"),
        ("He said the premier would travel to Arvia on Friday.", "Friday", "DATE", "2016-09-09"),
        ("Talks scheduled for Friday may fail.", "Friday", "DATE", "2016-09-09"),
        ("The truce was signed in September.", "September", "DATE", "2016-09"),
        ("He resigned in late 2015.", "late 2015", "DATE", "2015"),
        ("The meeting lasted more than two hours.", "more than two hours", "DURATION", "PT2H"),
        ("After a 90-minute talk they left.", "90-minute", "DURATION", "PT90M"),
        ("The council meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4"),
        ("He arrived at 10 a.m. Tuesday.", "10 a.m. Tuesday", "TIME", "2016-09-06T10:00"),
        ("Shells fell on Monday night.", "Monday night", "TIME", "2016-09-05TNI"),
        ("It is now the largest party.", "now", "DATE", "PRESENT_REF"),
        ("They fought for years.", "years", "DURATION", "PXY"),
        ("The siege has gone on for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("Prices rose in the third quarter of 2014.", "the third quarter of 2014", "DATE", "2014-Q3"),
        ("He ruled in the 1990s.", "the 1990s", "DATE", "199"),
        ("They met over the weekend.", "the weekend", "DATE", "2016-W35-WE"),
        ("The army left last week.", "last week", "DATE", "2016-W35"),
    ],
)
def test_one_expression(find: Find, sentence: str, words: str, type_: str, value: str) -> None:
    (one,) = find(sentence)
    assert (one.span.text, one.type, one.value) == (words, type_, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 34-year-old minister resigned.",
        "Mr. May may march on.",
        "Prime Minister May said so.",
        "It cost $1990 or 12 percent.",
    ],
)
def test_no_expression(find: Find, sentence: str) -> None:
    assert find(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "relation", "first", "last"),
    [
        ("The war has gone on since 2011.", "since", "2011-01-01", "2016-09-07"),
        ("They will stay until Friday.", "until", "2016-09-07", "2016-09-09"),
        ("The deal must be signed by Friday.", "by", "2016-09-07", "2016-09-09"),
        ("They left on Monday.", "on", "2016-09-05", "2016-09-05"),
    ],
)
def test_a_preposition_moves_the_days(
    find: Find, sentence: str, relation: str, first: str, last: str
) -> None:
    (one,) = find(sentence)
    assert one.relation == relation
    assert one.interval == DateRange(
        dt.date.fromisoformat(first), dt.date.fromisoformat(last), one.span.text, "text"
    )


def test_two_days_after_leaves_the_day_to_the_caller(find: Find) -> None:
    (one,) = find("He resigned two days after the attack.")
    assert (one.kind, one.relation, one.interval.known) == ("beside", "after", False)
    attack = DateRange(dt.date(2016, 9, 1), dt.date(2016, 9, 1))
    assert WHEN.resolve(f"{one.span.text} {one.relation}", attack).earliest == dt.date(2016, 9, 3)


def test_the_following_day_counts_from_the_day_last_spoken_of(find: Find) -> None:
    first, second = find("The army attacked on May 3, 2014. The following day the premier resigned.")
    assert first.days.earliest == dt.date(2014, 5, 3)
    assert second.days.earliest == dt.date(2014, 5, 4)


def test_ends_of_a_span_of_days_share_it(find: Find) -> None:
    first, second = find("The envoys met from Monday to Wednesday.")
    assert first.interval.earliest == second.interval.earliest == dt.date(2016, 9, 5)
    assert first.interval.latest == second.interval.latest == dt.date(2016, 9, 7)


def test_the_eve_is_the_day_before(find: Find) -> None:
    (one,) = find("They fled on the eve of Easter 2015.")
    assert one.days.earliest == one.days.latest == dt.date(2015, 4, 4)


def test_without_a_day_of_publication_relative_words_have_no_days(find: Find) -> None:
    monday, year = find("They met on Monday after the talks of 2014.", UNDATED)
    assert (monday.value, monday.interval.known) == ("XXXX-WXX-1", False)
    assert year.days.earliest == dt.date(2014, 1, 1)
