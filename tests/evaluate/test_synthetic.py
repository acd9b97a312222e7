"""Invented projects: consistent records, the same for the same numbers, stored as if they had been built."""

from __future__ import annotations

from pathlib import Path

from dateline.evaluate.growth import agreement, index
from dateline.evaluate.synthetic import corpus, pieces
from dateline.evaluate.synthetic_store import fill
from dateline.store import Store


def test_spans_slice_back_and_ids_are_unique() -> None:
    found = [piece for line, _ in pieces(40, seed=2) for piece in line]
    assert sum(len(piece.articles) for piece in found) == 40
    ids = set()
    for piece in found:
        texts = {article.id: article.text for article in piece.articles}
        for mention in piece.mentions:
            spans = [
                mention.trigger,
                mention.evidence,
                *(ref.span for ref in (*mention.source, *mention.target)),
            ]
            for span in spans:
                assert span and texts[mention.article_id][span.start : span.end] == span.text
            assert mention.when.text and mention.when.text in mention.evidence.text
        for quotation in piece.quotations:
            for span in (quotation.content, quotation.cue, quotation.source):
                assert span and texts[quotation.article_id][span.start : span.end] == span.text
        ids |= {record.id for record in (*piece.articles, *piece.mentions, *piece.quotations, *piece.events)}
        assert {m for event in piece.events for m in event.mentions} == {m.id for m in piece.mentions}
    total = sum(len(p.articles) + len(p.mentions) + len(p.quotations) + len(p.events) for p in found)
    assert len(ids) == total


def test_an_article_has_as_many_records_as_are_asked_for() -> None:
    made = corpus(12, mentions=2, quotations=5)
    assert (len(made.mentions), len(made.quotations)) == (24, 60)


def test_the_same_for_the_same_numbers() -> None:
    assert corpus(15, seed=5) == corpus(15, seed=5)
    assert corpus(15, seed=5) != corpus(15, seed=6)


def test_a_project_is_whole_and_can_be_keyed(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    assert list(fill(path, pieces(30, mentions=2, quotations=2)))[-1] == 30
    with Store(path) as store:
        assert store.linked()
        assert store.examine().faults == ()
        assert store.count("articles") == 30
        assert {a.story_id for a in store.everything("articles")} == {
            s.id for s in store.everything("stories")
        }
    assert index(path) == 30
    with Store(path) as store, store.near() as near:
        assert near.keyed() == 30


def test_nothing_to_join_agrees_with_itself() -> None:
    assert agreement(corpus(12, mentions=2, quotations=2), 0.0) == {
        "stories": 1.0,
        "events": 1.0,
        "storylines": 1.0,
    }
