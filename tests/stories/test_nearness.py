"""How days hold articles together, and when the same words tell of another deed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.records import ActorRef, Article, DateRange, Event
from dateline.stories.cluster import cluster, likeness, nearness

A, B = ActorRef("a", "Arden", "ARD"), ActorRef("b", "Borland", "BOR")
WORDS = (
    "President Veller of Arden and President Orsk of Borland spoke of the missiles in the Tarn valley. "
    "The missiles in the Tarn valley divide Arden and Borland, whose presidents spoke for two hours."
)


def day(text: str) -> DateRange:
    one = dt.date.fromisoformat(text)
    return DateRange(one, one, None, "metadata")


def event(name: str, when: str, *articles: str) -> Event:
    return Event(
        id=name, story_id=None, type="CONSULT", title=name, status="happened", status_history=(), when=day(when),
        where=None, source=(A,), target=(B,), mentions=(name,), articles=articles, outlets=("x",),
        independent_sources=1, discrepancies=(), confidence=0.9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "apart", "least", "most"),
    [
        ("2013-06-17", "2013-06-18", False, 1.0, 1.0),
        ("2013-06-17", "2013-06-30", False, 0.8, 0.9),
        ("2013-06-17", "2013-08-07", False, 0.5, 0.6),
        ("2013-06-17", "2013-08-07", True, 0.2, 0.3),
        ("2013-06-17", "2015-08-07", False, 0.0, 0.15),
        ("2013-06-17", "2013-06-18", True, 1.0, 1.0),
    ],
)
def test_weeks_later_other_deeds_weigh_against_the_same_words(
    left: str, right: str, apart: bool, least: float, most: float
) -> None:
    assert least <= nearness(day(left), day(right), apart_in_deed=apart) <= most
    assert nearness(day(left), day(right), apart_in_deed=apart) == nearness(
        day(right), day(left), apart_in_deed=apart
    )


@pytest.fixture
def two(make_article: Callable[..., Article]) -> list[Article]:
    return [
        make_article(WORDS, outlet="Ledger", title="Veller and Orsk speak", published=day("2013-06-17")),
        make_article(
            WORDS + " Veller called off his visit.", outlet="Wire", title="Veller calls off visit to Orsk",
            published=day("2013-08-07"),
        ),
    ]  # fmt: skip


def stories(articles: list[Article], *events: Event) -> int:
    return len(cluster(articles, events, ()))


def test_an_event_far_ahead_in_one_article_does_not_make_it_the_story_of_the_other(
    two: list[Article],
) -> None:
    first, second = (article.id for article in two)
    assert stories(two) == 1, "words so alike hold without events"
    held = (event("talk", "2013-06-17", first), event("visit", "2013-09-03", first, second))
    ordered = sorted(two, key=lambda article: article.id)
    without = likeness(ordered, (), ())
    apart = likeness(ordered, held, ())
    assert apart[0, 1] < without[0, 1]


def test_a_shared_event_that_is_news_in_both_holds_them(two: list[Article]) -> None:
    close = [two[0], replace(two[1], published=day("2013-06-27"))]
    ordered = sorted(close, key=lambda article: article.id)
    shared = event("talk", "2013-06-20", *(article.id for article in close))
    assert likeness(ordered, (shared,), ())[0, 1] > likeness(ordered, (), ())[0, 1]
