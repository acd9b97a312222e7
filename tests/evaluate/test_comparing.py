"""Invented records in the form of NewsWCL50, BABE and BASIL -> predictions in that form, and figures that can be checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dateline.config import Config
from dateline.evaluate import BENCHMARKS, babe, basil, newswcl
from dateline.evaluate.frame import run
from dateline.stories.things import Spoken, left_out

Row = dict[str, Any]


def values(figures: Sequence[Any]) -> dict[str, float]:
    return {figure.label: round(figure.value, 3) for figure in figures}


BABE_ROWS: list[Row] = [
    {"id": "1", "text": "The spineless council shamelessly caved to its cronies.", "label_bias": "Biased",
     "biased_words": ["spineless", "caved"]},
    {"id": "2", "text": "The council met on Tuesday, officials said.", "label_bias": "Non-biased", "biased_words": []},
    {"id": "3", "text": "The ferry sailed at noon.", "label_bias": "Biased", "biased_words": ["noon"]},
    {"id": "4", "text": "A stupid, idiotic, vile rule!", "label_bias": "No agreement", "biased_words": []},
]  # fmt: skip


def test_babe_predicts_without_gold_and_scores_what_was_agreed_on() -> None:
    benchmark = BENCHMARKS.load("babe")(Config())
    predictions, figures = run(benchmark, BABE_ROWS)
    assert [p["label_bias"] for p in predictions] == ["Biased", "Non-biased", "Non-biased", "Biased"]
    assert predictions[0]["biased_words"] == ["spineless", "shamelessly", "caved", "cronies"]
    assert predictions[1]["biased_words"] == []
    found = values(figures)
    # two of three right; Biased: precision 1, recall 1/2; Non-biased: precision 1/2, recall 1
    assert found["macro F1"] == 0.667
    assert found["words: precision"] == 0.5 and found["words: recall"] == 0.667
    bare = [{"id": row["id"], "text": row["text"]} for row in BABE_ROWS]
    again, none = run(benchmark, bare)
    assert [p["label_bias"] for p in again] == [p["label_bias"] for p in predictions]
    assert not none


def test_basil_spans_slice_back_and_are_scored_by_sentence_and_character() -> None:
    text = "The council met. Its ludicrous, spineless chairman shamelessly begged for votes."
    start = text.index("ludicrous")
    gold = {"sentence": 1, "start": start, "end": start + 9, "kind": "lex", "content": "ludicrous"}
    row = {
        "id": "a", "text": text, "title": "t", "published": "2014-01-01", "event": "e", "spans": [gold],
        "sentences": [[0, 16], [17, len(text)]],
    }  # fmt: skip
    predictions, figures = run(BENCHMARKS.load("basil")(Config()), [row])
    spans = predictions[0]["spans"]
    assert spans and all(text[s["start"] : s["end"]] == s["content"] for s in spans)
    assert {s["sentence"] for s in spans} == {1}
    assert {"ludicrous", "spineless", "shamelessly"} <= {s["content"] for s in spans if s["kind"] == "lex"}
    found = values(figures)
    assert found["lex by sentence: F1"] == 1.0
    assert found["lex by characters: recall"] == 1.0 > found["lex by characters: precision"]
    assert found["B-cubed F1"] == 1.0


def test_basil_finds_sentences_where_none_are_given() -> None:
    row = {"id": "a", "text": "It rained. The vile, stupid and shameless plan failed.", "title": "t"}
    (prediction,) = basil.predict([row])
    assert {span["sentence"] for span in prediction["spans"]} == {1}


def coding(text: str, words: str, code: str, type_: str = "ACTOR") -> Row:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "content": words, "code_type": type_, "code": code}


@pytest.mark.parametrize(
    ("ours", "wanted", "found"),
    [
        ({"L": ["brandt"], "R": []}, {("B", "R")}, {("B", "R")}),
        ({"L": ["brandt"], "R": ["brandt"]}, {("B", "R")}, set()),  # we see it where the coders did not
        ({"L": [], "R": []}, {("B", "R")}, set()),  # what we find nowhere is never said to be omitted
        ({"L": ["brandt", "she"], "R": ["she"]}, {("B", "R")}, {("B", "R")}),
    ],
)
def test_omissions_are_pairs_of_code_and_outlet(ours: Any, wanted: Any, found: Any) -> None:
    text = "Ana Brandt spoke and she left"
    places = {"brandt": "Ana Brandt", "she": "she"}
    rows = [
        (
            {"outlet": outlet, "codings": [coding(text, "Ana Brandt", "B")] if outlet == "L" else []},
            {"codings": [coding(text, places[key], key) for key in keys]},
        )
        for outlet, keys in ours.items()
    ]
    assert newswcl.omissions(rows, frames=False) == (wanted, found, 2)


def test_frames_are_scored_apart() -> None:
    text = "a poor show"
    rows = [
        ({"outlet": "L", "codings": [coding(text, "poor", "Poor quality", "PROPERTY")]},
         {"codings": [coding(text, "poor", "poor")]}),
        ({"outlet": "R", "codings": []}, {"codings": []}),
    ]  # fmt: skip
    assert newswcl.omissions(rows, frames=False) == (set(), set(), 0)
    assert newswcl.omissions(rows, frames=True) == ({("Poor quality", "R")}, {("Poor quality", "R")}, 2)


def test_newswcl_reads_text_event_and_outlet_alone() -> None:
    first = "President Ana Brandt met Piet Oss in Paris. The harbour treaty was signed."
    second = "Ana Brandt flew to Paris on Monday."
    rows = [
        {
            "id": "0_L",
            "outlet": "L",
            "event": "e0",
            "text": first,
            "codings": [coding(first, "Piet Oss", "OSS")],
        },
        {"id": "0_R", "outlet": "R", "event": "e0", "text": second, "codings": []},
    ]
    predictions, figures = run(BENCHMARKS.load("newswcl")(Config()), rows)
    for row, prediction in zip(rows, predictions, strict=True):
        assert prediction["codings"]
        assert all(row["text"][c["start"] : c["end"]] == c["content"] for c in prediction["codings"])
    assert {"treaty", "harbour", "sign"} & set(predictions[1]["omitted"])
    assert not {"treaty"} & set(predictions[0]["omitted"])
    found = values(figures)
    assert found["omissions: precision"] == found["omissions: recall"] == 1.0
    bare = [{key: row[key] for key in ("id", "outlet", "event", "text")} for row in rows]
    again, none = run(BENCHMARKS.load("newswcl")(Config()), bare)
    assert [p["codings"] for p in again] == [p["codings"] for p in predictions]
    assert not none


def test_left_out_is_what_others_speak_of() -> None:
    spoken = {
        "A": [Spoken(0, 1, "oss", "actor"), Spoken(2, 3, "treaty", "thing")],
        "B": [Spoken(0, 1, "oss", "actor")],
    }
    assert left_out(spoken) == {"A": set(), "B": {"treaty"}}
    assert left_out({}) == {}


def test_babe_undecided_is_never_predicted() -> None:
    assert {p["label_bias"] for p in babe.predict(BABE_ROWS)} == {"Biased", "Non-biased"}
