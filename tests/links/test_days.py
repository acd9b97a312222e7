"""The days of an event that several reports date in several ways."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from dateline.links.days import settled
from dateline.records import UNDATED, Article, DateRange, Mention

Row = tuple[str, str]
"""Status and days, `..` where a side is open."""

DAYS: list[tuple[list[Row], str]] = [
    ([("happened", "2020-03-04")], "2020-03-04..2020-03-04"),
    # an open interval of a plan outranks no day
    ([("planned", "2020-03-04..None"), ("cancelled", "2020-04-09..2020-04-09")], "2020-04-09..2020-04-09"),
    ([("planned", "2020-03-04..None"), ("happened", "2020-04-09..2020-04-09")], "2020-04-09..2020-04-09"),
    (
        [
            ("planned", "2020-03-04..None"),
            ("cancelled", "2020-04-09..2020-04-09"),
            ("cancelled", "2020-04-01..2020-04-30"),
        ],
        "2020-04-09..2020-04-09",
    ),
    (
        [
            ("planned", "2020-03-04..None"),
            ("planned", "2020-04-11..2020-04-12"),
            ("cancelled", "2020-04-09..2020-04-09"),
        ],
        "2020-04-11..2020-04-12",
    ),
    # the day of calling off is not the day planned, but it does narrow a wide plan
    ([("planned", "2020-04-11..2020-04-12"), ("cancelled", "2020-04-09..2020-04-09")], "2020-04-11..2020-04-12"),
    ([("planned", "2020-01-01..2020-12-31"), ("cancelled", "2020-04-09..2020-04-09")], "2020-04-09..2020-04-09"),
    ([("planned", "2020-05-01..2020-08-31"), ("cancelled", "2020-04-09..2020-04-09")], "2020-05-01..2020-08-31"),
    # that it was held says more than that it was planned, however many said so
    (
        [
            ("planned", "2020-03-20..2020-03-20"),
            ("planned", "2020-03-20..2020-03-21"),
            ("happened", "2020-03-22..2020-03-22"),
        ],
        "2020-03-22..2020-03-22",
    ),
    ([("planned", "2020-03-20..2020-03-20"), ("happened", "2020-03-01..2020-03-31")], "2020-03-01..2020-03-31"),
    ([("planned", "2020-03-20..2020-03-20"), ("happened", "2020-01-01..2020-12-31")], "2020-03-20..2020-03-20"),
    # intervals that agree are cut down to what they share
    ([("happened", "None..2020-03-05"), ("happened", "2020-03-02..2020-03-08")], "2020-03-02..2020-03-05"),
    ([("happened", "2020-03-01..2020-03-07"), ("happened", "2020-03-05..2020-03-12")], "2020-03-05..2020-03-07"),
    ([("happened", "None..2020-02-18"), ("happened", "None..2020-12-08")], "None..2020-02-18"),
    ([("happened", "2020-02-10..None"), ("happened", "None..2020-02-18")], "2020-02-10..2020-02-18"),
    # where they contradict each other most accounts count
    (
        [
            ("happened", "2020-03-03..2020-03-03"),
            ("happened", "2020-03-04..2020-03-04"),
            ("happened", "2020-03-02..2020-03-03"),
        ],
        "2020-03-03..2020-03-03",
    ),
    ([("denied", "2020-03-04..2020-03-04"), ("happened", "2020-03-01..2020-03-31")], "2020-03-04..2020-03-04"),
    ([("cancelled", "None..2020-03-04")], "None..2020-03-04"),
    ([("planned", "2020-03-05..None"), ("cancelled", "None..2020-03-09")], "2020-03-05..None"),
    # nothing is held before it was announced
    ([("planned", "2020-03-05..None"), ("happened", "None..2020-03-05")], "2020-03-05..2020-03-05"),
    ([("planned", "2020-03-05..None"), ("happened", "2020-03-01..2020-03-31")], "2020-03-05..2020-03-31"),
]  # fmt: skip


def _range(days: str) -> DateRange:
    first, _, last = days.partition("..")
    one, other = (None if d == "None" else dt.date.fromisoformat(d) for d in (first, last or first))
    return DateRange(one, other, None, "text")


@pytest.fixture
def told(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention]
) -> Callable[..., list[Mention]]:
    def build(rows: Sequence[Row]) -> list[Mention]:
        return [
            dataclasses.replace(
                make_mention(make_article(f"article {n}"), "Vellan", "Kastria", status=status),
                when=_range(days),
            )
            for n, (status, days) in enumerate(rows)
        ]

    return build


@pytest.mark.parametrize(("rows", "wanted"), DAYS)
def test_the_days_of_an_event(rows: list[Row], wanted: str, told: Callable[..., list[Mention]]) -> None:
    first, _, last = wanted.partition("..")
    for order in permutations(told(rows)):
        found = settled(order)
        assert (str(found.earliest), str(found.latest)) == (first, last or first)


def test_nothing_is_known_of_the_days(told: Callable[..., list[Mention]]) -> None:
    assert (
        settled([dataclasses.replace(m, when=UNDATED) for m in told([("happened", "2020-03-04")])]) == UNDATED
    )
    words = DateRange(None, None, "one fine day")
    assert settled([dataclasses.replace(m, when=words) for m in told([("happened", "2020-03-04")])]) == words


def test_two_contradicting_days_one_of_them_told_in_words(told: Callable[..., list[Mention]]) -> None:
    one, other = told([("happened", "2020-03-03"), ("happened", "2020-03-04")])
    loose = dataclasses.replace(other, when=dataclasses.replace(other.when, basis="metadata"))
    assert settled([loose, one]) == one.when
