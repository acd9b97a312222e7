"""The two benchmarks of this room: scores worked out by hand, and predictions without gold fields."""

from __future__ import annotations

from dateline.config import Config
from dateline.evaluate import dating, timex
from dateline.evaluate.frame import run

GOLD = {
    "timexes": [
        {"start": 0, "end": 6, "type": "DATE", "value": "2016-09-05"},
        {"start": 10, "end": 20, "type": "DURATION", "value": "P2D"},
    ]
}


def test_timex_scores_extent_type_and_value_apart() -> None:
    found = {
        "timexes": [
            {"start": 0, "end": 6, "type": "DATE", "value": "2016-09-05"},
            {"start": 12, "end": 20, "type": "DATE", "value": "P2D"},
            {"start": 30, "end": 33, "type": "DATE", "value": "PRESENT_REF"},
        ]
    }
    figures = {f.label: round(f.value, 3) for f in timex.score([GOLD], [found])}
    assert figures == {"strict F1": 0.4, "relaxed F1": 0.8, "value F1": 0.8, "type F1": 0.4}


def test_timex_predicts_without_gold_fields() -> None:
    record = {"id": "a", "dct": "2016-09-07", "text": "The envoys met on Monday."}
    predictions, figures = run(timex.make(Config()), [record])
    assert predictions == [
        {
            "id": "a",
            "timexes": [{"start": 18, "end": 24, "content": "Monday", "type": "DATE", "value": "2016-09-05"}],
        }
    ]
    assert figures == []


def test_dating_scores_holding_and_width() -> None:
    gold = [
        {"published": "2016-09-05T10:00:00", "title": "On Monday", "text": ""},
        {"published": "2016-09-05", "title": "On Monday", "text": ""},
        {"published": "0000", "title": "On Monday", "text": ""},
        {"published": "2016-09-05", "title": "No day", "text": ""},
    ]
    found = [
        {"published": {"earliest": "2016-09-05", "latest": "2016-09-11"}},
        {"published": {"earliest": "2016-09-06", "latest": "2016-09-07"}},
        {"published": {"earliest": None, "latest": None}},
        {"published": {"earliest": None, "latest": None}},
    ]
    figures = {f.label: (f.value, dict(f.counts)) for f in dating.score(gold, found)}
    assert figures["true day held"] == (2 / 3, {"held": 2, "articles": 3})
    assert figures["a week or less, of those that name a day"] == (1.0, {"narrow": 2, "name a day": 2})
    assert figures["true day held, where a week or less"] == (0.5, {"held": 1, "narrow": 2})


def test_dating_reads_no_gold_day() -> None:
    record = {
        "id": "a",
        "title": None,
        "text": "Monday, September 5, 2016\n\nThe envoys met.",
        "published": "1999-01-01",
    }
    predictions, _ = run(dating.make(Config()), [record])
    assert predictions[0]["published"]["earliest"] == predictions[0]["published"]["latest"] == "2016-09-05"


def test_dating_reads_a_file_as_one_collection_and_needs_no_published_field() -> None:
    story = "The Orrin trawlers returned to Aldmoor harbour on Wednesday after the Kastrian navy let their crews go home."
    records = [
        {"id": "a", "outlet": "one", "title": "Trawlers return", "text": story},
        {
            "id": "b",
            "outlet": "two",
            "title": "Trawlers return",
            "text": f"Thursday, March 5, 2020\n\n{story}",
        },
        {"id": "c", "outlet": "two", "title": "Trawlers return", "text": f"{story} It was noted."},
    ]
    predictions, figures = run(dating.make(Config()), records)
    days = [(p["id"], p["published"]["earliest"], p["published"]["basis"]) for p in predictions]
    # the second outlet does not tell of one happening twice
    assert days == [("a", "2020-03-04", "linked"), ("b", "2020-03-05", "dateline"), ("c", None, "unknown")]
    assert figures == []
