"""ECB+ and MEANTIME: predictions in the gold's own form, with and without gold answers, and scores by hand."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.config import Config
from dateline.evaluate import BENCHMARKS, ecb, ecb_own, meantime_score
from dateline.evaluate.frame import run

FIRE = "A fire destroyed the old mill in Sandvoe on Monday.\nThe blaze killed two workers of the mill in Sandvoe."
AGAIN = "Two mill workers of Sandvoe were killed.\nThe old mill in Sandvoe was destroyed by a fire."
TALKS = "The minister met her colleague on 4 May 2019. She will sign the treaty next week."

EXPELLED = "France expelled two Russian diplomats on Friday."


def words(text: str, *found: str) -> list[dict[str, Any]]:
    return [{"start": (at := text.index(word)), "end": at + len(word), "content": word} for word in found]


def ecb_records(*, gold: bool) -> list[dict[str, Any]]:
    rows = []
    chains = {"destroyed": "A", "fire": "B", "blaze": "B", "killed": "C"}
    for name, text in (("x", FIRE), ("y", AGAIN)):
        mentions = [
            {**mention, "type": "ACTION_OCCURRENCE", "validated": True}
            for mention in words(text, *(word for word in chains if word in text))
        ]
        if gold:
            mentions = [{**mention, "chain": chains[mention["content"]]} for mention in mentions]
        rows.append({"id": name, "text": text, "mentions": mentions})
    return rows


@pytest.fixture(scope="module")
def chained() -> tuple[list[dict[str, Any]], dict[str, float]]:
    predictions, figures = run(BENCHMARKS.load("ecb")(Config()), ecb_records(gold=True))
    return predictions, {figure.label: figure.value for figure in figures}


def test_chains_on_the_given_mentions(chained: tuple[list[dict[str, Any]], dict[str, float]]) -> None:
    predictions, figures = chained
    chain = {(p["id"], m["content"]): m["chain"] for p in predictions for m in p["mentions"]}
    assert chain["x", "destroyed"] == chain["y", "destroyed"]
    assert chain["x", "killed"] == chain["y", "killed"]
    assert chain["x", "killed"] != chain["x", "destroyed"]
    assert 0.5 < figures["CoNLL F1"] <= 1


def test_without_gold_chains_the_same_is_predicted_and_nothing_scored(
    chained: tuple[list[dict[str, Any]], dict[str, float]],
) -> None:
    predictions, figures = run(BENCHMARKS.load("ecb")(Config()), ecb_records(gold=False))
    assert predictions == chained[0]
    assert figures == []


def test_only_validated_actions_are_scored() -> None:
    def row(*mentions: tuple[str, str, bool]) -> dict[str, Any]:
        return {"id": "x", "mentions": [{"type": t, "chain": c, "validated": v} for t, c, v in mentions]}

    gold = row(
        ("ACTION_STATE", "a", True),
        ("ACTION_STATE", "a", True),
        ("LOC_GEO", "l", True),
        ("ACTION_STATE", "b", False),
    )
    found = row(("ACTION_STATE", "1", True), ("ACTION_STATE", "1", True), ("LOC_GEO", "1", True), ("ACTION_STATE", "1", False))  # fmt: skip
    figures = {figure.label: figure for figure in ecb.score([gold], [found])}
    assert figures["CoNLL F1"].value == 1.0
    assert dict(figures["CoNLL F1"].counts)["mentions"] == 2


def test_own_mentions_come_along_with_their_events() -> None:
    told = "France expelled two Russian diplomats on Friday 3 May 2019. It rained in the evening."
    again = "Two Russian diplomats were expelled by France on 3 May 2019."
    records = [
        {
            "id": name,
            "text": text,
            "sentences": [[0, text.index(".") + 1]],
            "validated_sentences": [0],
            "mentions": [
                {**mention, "type": "ACTION_OCCURRENCE", "validated": True, "chain": "A"}
                for mention in words(text, "expelled")
            ],
        }
        for name, text in (("x", told), ("y", again))
    ]
    predictions, figures = run(BENCHMARKS.load("ecb")(Config()), records)
    (one,), (other,) = (p["own"] for p in predictions)
    assert (one["content"], other["content"]) == ("expelled", "expelled")
    assert one["event"] == other["event"]
    values = {figure.label: figure.value for figure in figures}
    assert values["own mentions: found F1"] == 1.0
    assert values["own mentions: CoNLL F1"] == 1.0


def test_own_mentions_by_hand() -> None:
    def row(own: list[tuple[int, int, str]]) -> tuple[dict[str, Any], dict[str, Any]]:
        places = ((0, 5, "a", True), (10, 15, "a", True), (20, 25, "b", True), (90, 95, "b", False))
        gold = {
            "id": "x",
            "sentences": [[0, 50], [50, 100]],
            "validated_sentences": [0],
            "mentions": [
                {"start": s, "end": e, "type": "ACTION_STATE", "chain": c, "validated": v}
                for s, e, c, v in places
            ],
        }
        return gold, {"own": [{"start": s, "end": e, "event": c} for s, e, c in own]}

    gold, found = row([(0, 10, "1"), (11, 13, "1"), (30, 34, "2"), (90, 95, "2")])
    chains, events = ecb_own.aligned(gold, found["own"])
    assert chains == {("x", "gold", 0): "a", ("x", "gold", 1): "a", ("x", "gold", 2): "b"}
    assert events == {("x", "gold", 0): "1", ("x", "gold", 1): "1", ("x", "own", 2): "2"}
    values = {figure.label: figure.value for figure in ecb_own.figures([gold], [found])}
    assert values["own mentions: found precision"] == pytest.approx(2 / 3)
    assert values["own mentions: MUC F1"] == 1.0
    assert values["own mentions: B-cubed F1"] == pytest.approx(2 / 3)
    assert values["own mentions: CEAF-e F1"] == pytest.approx(1 / 2)
    assert values["own mentions that are gold: CoNLL F1"] == 1.0


def test_a_gold_action_is_one_own_mention_at_most() -> None:
    gold = {"id": "x", "mentions": [{"start": 0, "end": 12, "type": "ACTION_STATE", "chain": "a"}]}
    own = [{"start": 0, "end": 4, "event": "1"}, {"start": 5, "end": 12, "event": "1"}]
    _, events = ecb_own.aligned(gold, own)
    assert set(events) == {("x", "gold", 0), ("x", "own", 0)}


def test_days_and_participants_of_given_words() -> None:
    record = {
        "id": "t",
        "title": None,
        "dct": "2019-05-06",
        "text": TALKS,
        "events": words(TALKS, "met", "sign"),
    }
    bare = {"id": "u", "title": None, "dct": "2019-05-06", "text": EXPELLED}
    predictions, figures = run(BENCHMARKS.load("meantime")(Config()), [record, bare])
    met, sign = predictions[0]["events"]
    assert met["day"] == "2019-05-04"
    assert met["day_rule"].startswith("clause")
    assert "day" not in sign
    assert {(p["role"], p["content"]) for p in met["participants"]} >= {
        ("Arg0", "The minister"),
        ("Arg1", "her colleague"),
    }
    assert figures == []
    assert all(p["text"][e["start"] : e["end"]] == e["content"] for p in predictions for e in p["events"])
    (expelled,) = predictions[1]["events"]
    assert (expelled["content"], expelled["day"]) == ("expelled", "2019-05-03")


def test_meantime_by_hand() -> None:
    def event(start: int, **more: Any) -> dict[str, Any]:
        return {"start": start, "end": start + 3, "instance": f"i{start}", "participants": [], **more}

    gold = {
        "id": "a",
        "events": [
            event(
                0,
                day="2019-05-04",
                certainty="CERTAIN",
                participants=[{"role": "Arg0", "start": 10, "end": 15}],
            ),
            event(20, day="2019-05-XX"),
            event(40, day="2019-05-05"),
        ],
    }
    found = {
        "id": "a",
        "mentions": [],
        "events": [
            event(0, day="2019-05-04", day_rule="clause:x", participants=[{"role": "Arg1", "start": 8, "end": 12, "head": 11}]),
            event(20, day="2019-05", day_rule="told-as-news"),
            event(40, participants=[{"role": "Arg0", "start": 1, "end": 2, "head": 1}]),
        ],
    }  # fmt: skip
    figures = {figure.label: figure for figure in meantime_score.score([gold], [found])}
    assert figures["day right"].value == pytest.approx(2 / 3)
    assert figures["day right, of whole days"].value == 0.5
    assert figures["day right, where the parse dates it"].value == 1.0
    assert figures["participants: F1"].value == 1.0
    assert figures["participants with role: F1"].value == 0.0
    assert figures["CoNLL F1"].value == pytest.approx(2 / 3)
