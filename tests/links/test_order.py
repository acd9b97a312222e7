"""The order of what comes in changes nothing, and one wrong link cannot join two stories."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.links import link
from dateline.records import Article, Mention, to_json

Make = Callable[..., Mention]
ACTS = [
    ("met", "happened", "Ana Brandt", "Piet Oss", "2020-03-04"),
    ("met", "happened", "Vellan", "Kastria", "2020-03-04"),
    ("met", "planned", "Ana Brandt", "Piet Oss", "2020-03-06"),
    ("called off", "cancelled", "Ana Brandt", "Piet Oss", "2020-03-05"),
    ("spoke", "happened", "Piet Oss", "Ana Brandt", "2020-03-01..2020-03-31"),
    ("talks", "failed", "Ana Brandt", "Morran", "2020-03-04"),
    ("met", "happened", "Ana Brandt", "Piet Oss", "2020-03-20"),
]


@pytest.fixture(scope="module")
def build(
    make_article: Callable[..., Article], make_mention: Make, days: Callable[..., object]
) -> Callable[[Sequence[int]], tuple[list[Article], list[Mention]]]:
    def make(picked: Sequence[int]) -> tuple[list[Article], list[Mention]]:
        articles, mentions = [], []
        for number, act in enumerate(picked):
            trigger, status, one, other, when = ACTS[act]
            text = f"{one} {trigger} {other} for {number + 1} hours about the harbour of Lenn."
            article = make_article(
                f"{text} Nothing else, paper {number}.",
                outlet=f"P{number}",
                published=days(f"2020-03-0{1 + number % 9}"),
            )
            articles.append(article)
            mentions.append(
                make_mention(
                    article,
                    one,
                    other,
                    when,
                    status=status,
                    trigger=trigger,
                    at=len(one) + 1,
                    mutual=True,
                    sentence=text,
                )
            )
        return articles, mentions

    return make


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picked=st.lists(st.integers(0, len(ACTS) - 1), min_size=1, max_size=9), seed=st.integers(0, 99))
def test_any_order_gives_the_same_events(
    picked: list[int], seed: int, build: Callable[[Sequence[int]], tuple[list[Article], list[Mention]]]
) -> None:
    articles, mentions = build(picked)
    straight = link(Corpus(tuple(articles), (), tuple(mentions))).events
    order = random.Random(seed)
    order.shuffle(articles)
    order.shuffle(mentions)
    shuffled = link(Corpus(tuple(articles), (), tuple(mentions))).events
    assert [to_json(event) for event in straight] == [to_json(event) for event in shuffled]
    assert sorted(m for event in straight for m in event.mentions) == sorted(m.id for m in mentions)


@pytest.mark.parametrize("bridges", [1, 2, 3])
def test_a_vague_report_between_two_stories_joins_only_one(
    bridges: int, build: Callable[[Sequence[int]], tuple[list[Article], list[Mention]]]
) -> None:
    articles, mentions = build([0, 0, 0, 6, 6, 6, *([4] * bridges)])
    events = link(Corpus(tuple(articles), (), tuple(mentions))).events
    first, second = {m.id for m in mentions[:3]}, {m.id for m in mentions[3:6]}
    assert not any(first & set(event.mentions) and second & set(event.mentions) for event in events)
    assert any(first <= set(event.mentions) for event in events)
    assert any(second <= set(event.mentions) for event in events)


def test_met_and_refused_to_meet_are_two(
    build: Callable[[Sequence[int]], tuple[list[Article], list[Mention]]], make_mention: Make
) -> None:
    articles, mentions = build([0, 0])
    refused = make_mention(
        articles[1],
        "Ana Brandt",
        "Piet Oss",
        "2020-03-04",
        type_="REJECT",
        status="refused",
        trigger="refused",
        at=60,
    )
    events = link(Corpus(tuple(articles), (), (*mentions, refused))).events
    assert {frozenset(event.mentions) for event in events} == {
        frozenset(m.id for m in mentions),
        frozenset({refused.id}),
    }
