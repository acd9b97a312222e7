"""Filters, ids and search."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotFound, UsageError
from dateline.store import END, START, Store
from dateline.store.facets import fold
from dateline.store.search import fts_query

DAY = dt.date(2016, 9, 5)


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({}, ["CONSULT", "REJECT"]),
        ({"actor": "Ada"}, ["CONSULT"]),
        ({"actor": "ÁDA"}, ["CONSULT"]),
        ({"actor": "Carl"}, ["REJECT"]),
        ({"actor": "officials"}, ["REJECT"]),
        ({"actor": "nobody at all"}, []),
        ({"actor": "Ada", "outlet": "herald"}, ["CONSULT"]),
        ({"outlet": "Wire"}, ["CONSULT"]),
        ({"outlet": "Times"}, []),
        ({"country": "ARC"}, ["CONSULT", "REJECT"]),
        ({"country": "XXX"}, []),
        ({"type_": "REJECT"}, ["REJECT"]),
        ({"status": "refused"}, ["REJECT"]),
        ({"issue": "summitry"}, ["CONSULT", "REJECT"]),
        ({"issue": "fish"}, []),
        ({"first": dt.date(2016, 9, 6)}, ["REJECT"]),
        ({"last": dt.date(2013, 6, 17)}, ["CONSULT"]),
        ({"first": dt.date(2013, 6, 18), "last": dt.date(2016, 9, 5)}, []),
    ],
)
def test_events(store: Store, filters: dict[str, Any], types: list[str]) -> None:
    assert [event.type for event in store.events(**filters)] == types


def test_events_by_story_article_and_id(store: Store) -> None:
    (story,) = store.everything("stories")
    assert len(store.events(story=story.id[:8])) == 2
    with pytest.raises(NotFound):
        store.events(story="sto_ffff")
    article = next(a for a in store.everything("articles") if a.title == "A cold answer")
    assert [event.type for event in store.events(article=article.id)] == ["REJECT"]
    actor = store.actor_ids("Ada")[0]
    assert [event.type for event in store.events(actor=actor)] == ["CONSULT"]
    assert [event.type for event in store.events(actor=actor[:9])] == ["CONSULT"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [({}, 3), ({"speaker": "Ada"}, 1), ({"outlet": "Herald"}, 2), ({"issue": "trade"}, 3), ({"issue": "war"}, 0),
     ({"cue_class": "say"}, 3), ({"cue_class": "deny"}, 0), ({"kind": "direct"}, 3), ({"country": "ARC"}, 3)],
)  # fmt: skip
def test_quotations(store: Store, filters: dict[str, Any], count: int) -> None:
    assert len(store.quotations(**filters)) == count


def test_the_same_words_are_found_by_their_id(store: Store) -> None:
    same = next(q.same_as for q in store.everything("quotations") if "fish" in q.content.text)
    assert len(store.quotations(same_as=same)) == 2


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 3),
        ({"actor": "Bert"}, 2),
        ({"status": "refused"}, 1),
        ({"outlet": "Wire"}, 1),
        ({"first": DAY}, 2),
    ],
)
def test_mentions(store: Store, filters: dict[str, Any], count: int) -> None:
    assert len(store.mentions(**filters)) == count


def test_mentions_of_an_event(store: Store) -> None:
    for event in store.everything("events"):
        assert sorted(m.id for m in store.mentions(event=event.id)) == sorted(event.mentions)


def test_articles_and_stories(store: Store) -> None:
    assert [a.outlet for a in store.articles()] == ["Herald", "Wire", "Herald"], "by day"
    assert len(store.articles(outlet="HERALD")) == 2
    assert len(store.articles(first=DAY, last=DAY)) == 1
    assert len(store.stories(actor="Ada")) == 1
    assert store.stories(outlet="Times") == []


def test_shortened_ids(store: Store) -> None:
    ids = sorted(article.id for article in store.everything("articles"))
    assert store.full_id("articles", ids[0][:10]) == ids[0]
    assert store.full_id("articles", ids[0].partition("_")[2][:8]) == ids[0]
    with pytest.raises(UsageError, match="fits several"):
        store.full_id("articles", "art_")
    for wrong in ("art_zzz", "", "*", "' OR 1=1 --"):
        with pytest.raises(NotFound):
            store.full_id("articles", wrong)


def test_every_filter_has_an_index(store: Store) -> None:
    plans = {
        "SELECT 1 FROM events t WHERE t.type = 'x' AND t.status = 'y'": "events_by_type",
        "SELECT 1 FROM events t WHERE t.story_id = 'x'": "events_by_story",
        "SELECT 1 FROM mentions t WHERE t.event_id = 'x'": "mentions_by_event",
        "SELECT 1 FROM quotations t WHERE t.same_as = 'x'": "quotations_by_words",
        "SELECT 1 FROM quotations t WHERE t.article_id = 'x'": "quotations_listed",
        "SELECT 1 FROM articles t WHERE t.outlet = 'x'": "articles_by_outlet",
        "SELECT owner FROM facets WHERE facet = 'event.actor' AND value = 'x'": "PRIMARY KEY",
    }
    for sql, index in plans.items():
        plan = " ".join(row[3] for row in store._connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert index in plan, plan


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("summit", ["Talks by the sea"]),
        ("Ada Bert", ["Talks by the sea", "An older meeting"]),
        ('"agree on fish"', ["Talks by the sea", "An older meeting"]),
        ('"fish on agree"', []),
        ("summit OR refused", ["Talks by the sea", "A cold answer"]),
        ("Ada NOT summit", ["An older meeting"]),
        ("refus*", ["A cold answer"]),
        ("(sea OR cold) fish", ["Talks by the sea"]),
        ("It's over", ["A cold answer"]),
        ("U.S.", ["A cold answer"]),
        ("cold", ["A cold answer"]),
    ],
)
def test_search(store: Store, words: str, titles: list[str]) -> None:
    hits = store.search(words)
    assert sorted(hit.title or "" for hit in hits) == sorted(titles)
    assert all(START in hit.snippet and END in hit.snippet for hit in hits)
    assert len(store.search(words, 1)) == min(1, len(titles))


@pytest.mark.parametrize(
    "words", ["summit", '"agree on fish"', "refus*", "Ada NOT summit", "(sea OR cold) fish"]
)
def test_a_passage_asked_for_by_number_is_the_one_the_search_gives(store: Store, words: str) -> None:
    numbers = [number for number, _ in store.matches(words, ranked=False)]
    expected = {hit.snippet for hit in store.search(words)}
    assert set(store.snippets(words, numbers).values()) == expected
    assert set(store.snippets(words, numbers)) == set(numbers)
    assert store.snippets(words, []) == {}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"open',
        'a "',
        "OR",
        "a OR",
        "AND b",
        "(a",
        "a)",
        "()",
        "NOT a",
        "a OR OR b",
        "***",
        "a*",
        "Ada OR b*",
        '""',
        "--",
    ],
)
def test_a_search_that_cannot_be_read_says_so(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="cannot be read") as caught:
        store.search(words)
    assert caught.value.remedy


@given(
    st.text(
        alphabet=st.sampled_from("ab \"*()ORANDT.'-:^{}+\x00é") | st.characters(codec="utf-8"), max_size=30
    )
)
def test_whatever_is_typed_is_searched_or_refused(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        query = fts_query(words)
        connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (query,)).fetchall()
    except UsageError:
        pass
    finally:
        connection.close()


@given(st.text(max_size=20))
def test_fold_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)
