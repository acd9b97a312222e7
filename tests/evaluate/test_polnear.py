"""The PolNeAR frame on invented records: form of predictions, exact and overlap scores, kinds and modes."""

from __future__ import annotations

import pytest

from dateline.config import Config
from dateline.evaluate.frame import run
from dateline.evaluate.polnear import make
from dateline.evaluate.polnear_score import Modes, forms, kind_of, pairs, score
from dateline.quotes.cues import load_lexicon


def _one(
    words: str, content: str, cue: str = "said", source: str = "Odell"
) -> dict[str, list[dict[str, object]]]:
    def pieces(part: str) -> list[dict[str, object]]:
        start = words.index(part)
        return [{"start": start, "end": start + len(part), "content": part}]

    return {"source": pieces(source), "cue": pieces(cue), "content": pieces(content)}


WORDS = "Odell said that the harbour was closed."
GOLD = [{"id": "a", "text": WORDS, "attributions": [_one(WORDS, "that the harbour was closed")]}]


def test_predictions_are_in_the_golds_form_and_need_no_gold() -> None:
    (prediction,), figures = run(make(Config()), [{"id": "a", "text": WORDS}])
    assert figures == []
    (found,) = prediction["attributions"]
    assert set(found) == {"source", "cue", "content"}
    for role in found.values():
        for piece in role:
            assert WORDS[piece["start"] : piece["end"]] == piece["content"]
    assert found["content"][0]["content"] == "that the harbour was closed"


def test_a_perfect_answer_scores_one_and_none_scores_zero() -> None:
    right = score(GOLD, GOLD, lambda _: True)
    assert right["exact"]["content"]["f1"] == right["overlap"]["source"]["f1"] == 1.0
    wrong = score(GOLD, [{"id": "a", "attributions": []}], lambda _: True)
    assert wrong["exact"]["content"]["f1"] == 0.0


def test_overlap_pairs_one_to_one_by_falling_f1() -> None:
    found = list(pairs("aaaa bbbb", {(0, 9)}, {(0, 4), (5, 9), (0, 9)}))
    assert found == [(1.0, (0, 9), (0, 9))]
    ((value, _, _),) = pairs("aaaa bbbb", {(0, 9)}, {(0, 4)})
    assert value == pytest.approx(2 * 4 / 12)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“the harbour is closed”", "direct"),
        ('"the harbour is closed"', "direct"),
        ("''the harbour is closed''", "direct"),
        ("that the harbour “is closed”", "mixed"),
        ("that the sailors' harbour is closed", "indirect"),
    ],
)
def test_kinds(content: str, kind: str) -> None:
    assert kind_of({"content": [{"content": content}]}) == kind


@pytest.mark.parametrize(
    ("cue", "mode"), [("said", "speech"), ("has long thought", "belief"), ("is", "speech")]
)
def test_modes(cue: str, mode: str) -> None:
    assert Modes(load_lexicon()).of({"cue": [{"content": cue}]}) == mode


def test_forms() -> None:
    assert {"believe", "believes", "believed", "believing"} <= forms("believe")
    assert {"worries", "worried"} <= forms("worry")
