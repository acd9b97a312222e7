"""Whole or not at all: articles, duplicates, links, a full disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import ProjectError
from dateline.pipeline import Outcome
from dateline.records import Article, Rejected
from dateline.store import Store

Add = Callable[[Store, str], Outcome | Rejected]
TEXT = 'Wire|2016-09-05|Talks\nAda met Bert. "We agree," said Ada.'


def test_an_article_comes_back_as_it_went_in(tmp_path: Path, add: Add) -> None:
    with Store(tmp_path / "p.db") as store:
        outcome = add(store, TEXT)
        assert isinstance(outcome, Outcome)
        corpus, generation = store.corpus()
        assert corpus.articles == (outcome.article,)
        assert corpus.quotations == outcome.quotations
        assert corpus.mentions == outcome.mentions
        assert corpus.seen == outcome.seen
        assert corpus.digests == ((outcome.article.id, outcome.digest),)
        assert generation == 1
        assert not store.linked()


def test_adding_twice_changes_nothing(tmp_path: Path, add: Add) -> None:
    with Store(tmp_path / "p.db") as store:
        add(store, TEXT)
        once = store.corpus()
        add(store, TEXT)
        assert store.corpus() == once


def test_links_are_laid_over_and_replaced(store: Store, add: Add, link: Callable[[Store], None]) -> None:
    assert store.linked()
    bare, _ = store.corpus()
    assert {mention.event_id for mention in bare.mentions} == {None}, (
        "the corpus must stay as the articles gave it"
    )
    events = store.everything("events")
    assert {m.event_id for m in store.everything("mentions")} == {event.id for event in events}
    assert all(article.story_id for article in store.everything("articles"))
    add(store, "Post|2016-09-07|New\nDora met Emil.")
    assert not store.linked()
    link(store)
    assert store.linked()
    assert len(store.everything("events")) == len(events) + 1
    assert store.examine().faults == ()


def test_a_fault_inside_an_article_writes_none_of_it(tmp_path: Path, add: Add) -> None:
    with Store(tmp_path / "p.db") as store:
        outcome = add(store, TEXT)
        assert isinstance(outcome, Outcome)
        twin = replace(outcome.article, id="art_other", sha256="other")
        with pytest.raises(Exception, match="UNIQUE"):
            store.add(twin, (), outcome.mentions, (), b"", 1)
        assert [article.id for article in store.everything("articles")] == [outcome.article.id]
        assert store.generation() == 1


@pytest.mark.parametrize("order", [("b", "a", "c"), ("c", "b", "a"), ("a", "b", "c")])
def test_inputs_of_the_same_bytes_are_one_article_by_its_first_name(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    with Store(tmp_path / "p.db") as store:
        stamp = store.stamp("p", "m", "d")
        first = Article.make_id("same")
        store.add(_article(first, order[0]), (), (), (), b"", stamp)
        for name in order[1:]:
            store.also(name, "same")
        store.also(order[0], "same")
        assert [article.source for article in store.everything("articles")] == ["a"]
        assert [(r.source, r.code, r.detail) for r in store.everything("rejected")] == [
            ("b", "duplicate", "the same bytes as a"), ("c", "duplicate", "the same bytes as a"),
        ]  # fmt: skip


def _article(article_id: str, source: str) -> Article:
    from dateline.records import UNDATED

    return Article(article_id, source, "same", None, None, None, (), None, UNDATED, None, "words")


def test_known_inputs(tmp_path: Path, add: Add) -> None:
    with Store(tmp_path / "p.db") as store:
        outcome = add(store, TEXT)
        assert isinstance(outcome, Outcome)
        store.reject(Rejected("b.txt", "sha b", "articles", "language", "French"))
        assert store.known("elsewhere.txt", outcome.article.sha256) == "article"
        assert store.known("b.txt", "sha b") == "rejected"
        assert store.known("c.txt", "sha b") is None
        assert store.known("b.txt", "sha c") is None


def test_an_input_that_was_mended_is_rejected_no_longer(tmp_path: Path, add: Add) -> None:
    with Store(tmp_path / "p.db") as store:
        name = f"{TEXT[:12]}.txt"
        store.reject(Rejected(name, "sha of what it was", "sources", "empty", "nothing in it"))
        store.reject(Rejected(name, "sha of the next try", "articles", "language", "in French"))
        assert [one.code for one in store.everything("rejected")] == ["language"]
        add(store, TEXT)
        assert store.everything("rejected") == []


def test_a_full_disk_is_said_and_the_file_stays_sound(tmp_path: Path, add: Add) -> None:
    path = tmp_path / "p.db"
    with Store(path) as store:
        add(store, TEXT)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(ProjectError, match="the disk is full") as caught:
            add(store, "Wire|2016-09-05|Long\n" + "Ada met Bert. " * 3000)
        assert caught.value.exit_code == 5
    with Store(path) as store:
        assert store.count("articles") == 1
        assert store.examine().faults == ()
        add(store, "Wire|2016-09-05|Long\n" + "Ada met Bert. " * 30)
        assert store.count("articles") == 2


def test_examine_finds_an_index_that_is_out_of_step(store: Store) -> None:
    assert store.examine().faults == ()
    store._connection.execute("DROP TRIGGER articles_changed")
    store._connection.execute("UPDATE articles SET text = 'other words'")
    (fault,) = store.examine().faults
    assert "article_words" in fault
