"""Vectors and pairs: what weighs, what is found without looking at all, and what a part of a project sees of the whole."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from dateline.corpus import Known
from dateline.records import Article
from dateline.stories import pairs, weights
from dateline.stories.background import background
from dateline.stories.cluster import cluster, nearness


def test_news_at_large_is_counted() -> None:
    news = background()
    assert news.counts["said"] > news.articles / 3
    assert all(2 <= count <= news.articles for count in news.counts.values())


@pytest.mark.parametrize(
    ("rare", "common", "known"),
    [
        ("zibelor", "said", Known(1000, {"zibelor": 3, "said": 3})),
        ("zibelor", "vellan", Known(30, {"zibelor": 2, "vellan": 28})),
    ],
)
def test_a_word_is_telling_only_where_it_is_rare_here_and_at_large(
    rare: str, common: str, known: Known
) -> None:
    found = weights.rarities((rare, common), known)
    assert found[rare] > 1.5 * found[common]


def test_a_part_of_a_project_gives_the_vectors_of_the_whole(make_article: Callable[..., Article]) -> None:
    chance = random.Random(3)
    words = [f"w{letter}ord" for letter in "abcdefghijklmnopqrstuvwxyz"]
    counts = [weights.counted(make_article(" ".join(chance.choices(words, k=12)))) for _ in range(50)]
    known = Known(len(counts), weights.spread(counts))
    assert weights.vectors(counts[:5], known) == weights.vectors(counts)[:5]


def test_many_vectors_give_the_pairs_that_comparing_all_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    made = [
        {f"s{story}w{chance.randrange(12)}": 1.0 for _ in range(6)} | {f"c{chance.randrange(40)}": 0.2}
        for story in range(30)
        for _ in range(4)
    ]
    vectors = [weights.unit(vector) for vector in made]
    days = [chance.choice([None, 730_000 + n // 4]) for n in range(len(vectors))]
    exact = pairs.alike(vectors, 0.2, days)
    monkeypatch.setattr(pairs, "ALL", 0)
    found = pairs.alike(vectors, 0.2, days)
    assert found.keys() == exact.keys()
    assert all(found[key] == pytest.approx(exact[key]) for key in exact)


def test_the_strongest_pairs_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "ALL", 0)
    monkeypatch.setattr(pairs, "MOST", 1)
    vectors = [weights.unit(v) for v in ({"a": 1.0}, {"a": 1.0, "b": 0.1}, {"a": 1.0, "b": 3.0}, {"b": 1.0})]
    assert set(pairs.alike(vectors, 0.05)) == {(0, 1), (2, 3)}


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("2020-03-01", "2020-03-03", 1.0, 1.0),
        ("2020-03-01", "2020-03-15", 0.7, 0.99),
        ("2020-03-01", "2020-05-15", 0.5, 0.6),
        ("2020-03-01", "2022-03-01", 0.0, 0.11),
        ("", "2020-03-01", 0.6, 0.75),
        ("", "", 0.75, 0.85),
    ],
)
def test_nearness(left: str, right: str, least: float, most: float, days: Callable[..., object]) -> None:
    assert least <= nearness(days(left), days(right)) <= most
    assert nearness(days(left), days(right)) == nearness(days(right), days(left))


def test_one_article_is_one_story(make_article: Callable[..., Article]) -> None:
    one = make_article("A quiet day in Aldmoor.")
    assert cluster([one], (), ()) == [[one]]
    assert cluster([], (), ()) == []
