"""The reading test judges findings as a patient teacher would: right stays right in other words, wrong is named."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import InputError, UsageError
from dateline.evaluate.reading import file_of, judged, read
from dateline.evaluate.reading_match import overlap, place_of, same_name, same_words, within

Data = dict[str, Any]
TEXT = (
    "The president of Kastria met Ana Brandt in Veld on Monday. “We are far apart,” she told Radio Ost. "
    "Kastria turned down her offer."
)
MEETING = {
    "types": ["CONSULT"], "source": ["Piet Oss", "Kastria"], "target": ["Ana Brandt"], "earliest": "2020-03-02",
    "latest": "2020-03-02", "place": ["Veld"], "status": ["happened"], "evidence": "met Ana Brandt in Veld",
    "must": True, "mutual": True,
}  # fmt: skip
REFUSAL = {
    "types": ["REJECT"], "source": ["Kastria"], "target": [], "earliest": None, "latest": "2020-03-03", "place": None,
    "status": ["refused"], "evidence": "turned down her offer", "must": True, "mutual": False,
}  # fmt: skip
GOLD: Data = {
    "articles": {
        "a.txt": {
            "outlet": "The Veld Post", "title": "Far apart", "author": "Lea Ström", "published": ["2020-03-03", "2020-03-03"],
            "dateline_place": None, "boilerplate": ["Sign up"], "body_has": ["far apart"], "not_quotes": ["so-called offer"],
            "quotes": [{"content": "We are far apart", "speaker": ["Ana Brandt"], "via": ["Radio Ost"]}],
            "events": [MEETING, REFUSAL],
        },
        "b.txt": {"published": ["2020-03-04", "2020-03-05"], "quotes": [], "events": [MEETING]},
    },
    "links": {
        "copies": [{"copy": "b.txt", "of": "a.txt"}],
        "same_words": [{"words": "We are far apart", "articles": ["a.txt", "b.txt"]}],
        "one_event": [
            {"what": "the meeting", "type": "CONSULT", "articles": ["a.txt", "b.txt"], "statuses": ["planned", "happened"]}
        ],
        "discrepancies": [{"what": "how long", "values": {"two hours": ["a.txt"], "90 minutes": ["b.txt"]}}],
    },
    "stories": {"veld": ["a.txt", "b.txt"]},
    "storylines": {"border": {"title": "the border", "stories": ["veld"]}},
}  # fmt: skip


def mention(type_: str, words: str, **changes: Any) -> Data:
    start = TEXT.index(words)
    found = {
        "types": [type_], "source": [], "target": [], "earliest": None, "latest": "2020-03-03", "place": None,
        "status": ["happened"], "evidence": words, "mutual": False, "trigger": [start, start + 3],
        "sentence": [start, start + len(words)], "event": "e1",
    }  # fmt: skip
    return {**found, **changes}


def perfect() -> Data:
    """Everything as expected, in other words where that is allowed; the sides of the meeting the other way round."""
    met = mention(
        "CONSULT", "met Ana Brandt", source=["Brandt"], target=["the president of Kastria", "Piet Oss"],
        earliest="2020-03-01", place=["Veld"], mutual=True,
    )  # fmt: skip
    refused = mention("REJECT", "turned down", source=["Kastria"], status=["refused"])
    quote = {
        "content": "“We are far apart,”",
        "speaker": ["Brandt"],
        "kind": "direct",
        "via": ["Radio Ost"],
        "rule": "r",
    }
    both = ["a.txt", "b.txt"]
    return {
        "articles": {
            "a.txt": {
                "outlet": "The Veld Post", "title": "Far apart", "author": ["Lea Ström"], "dateline_place": None,
                "published": ["2020-03-03", "2020-03-03"], "published_basis": "text", "text": TEXT, "quotes": [quote],
                "events": [refused, met],
            },
            "b.txt": {
                "author": [], "published": ["2020-03-04", "2020-03-04"], "text": TEXT, "quotes": [], "events": [met],
            },
        },
        "links": {
            "copies": [{"copy": "b.txt", "of": "a.txt"}],
            "same_words": [{"words": "we are far apart", "articles": both}],
            "one_event": [{"type": "CONSULT", "articles": both, "statuses": ["planned", "happened"]}],
            "discrepancies": [{"what": "duration", "values": {"2 hours": ["a.txt"], "90 minutes": ["b.txt"]}}],
        },
        "stories": {"s1": both},
        "storylines": {"l1": {"title": "Oss and Brandt", "stories": ["s1"]}},
    }  # fmt: skip


def wrong(found: Data, gold: Data = GOLD) -> set[str]:
    return {label for label, _, _ in judged([{"expected": gold}], [found]).wrong}


def test_what_is_as_expected_is_right() -> None:
    tally = judged([{"expected": GOLD}], [perfect()])
    assert tally.wrong == []
    assert all(right == total > 0 for right, total in tally.counts.values())
    assert len(tally.counts) > 25


def change(path: str, value: Any) -> Callable[[Data], None]:
    def apply(found: Data) -> None:
        *way, last = (int(part) if part.isdigit() else part for part in path.split("/"))
        for part in way:
            found = found[part]
        found[last] = value

    return apply


A = "articles/a.txt"


@pytest.mark.parametrize(
    ("path", "value", "labels"),
    [
        (f"{A}/outlet", "Veld", {"outlet"}),
        (f"{A}/title", None, {"title"}),
        (f"{A}/author", ["Lea Ström", "Sign up"], {"byline"}),
        (f"{A}/dateline_place", "Veld", {"dateline_place"}),
        (f"{A}/published", ["2020-03-02", "2020-03-03"], {"published: no day too many"}),
        (f"{A}/published", ["2020-03-03", None], {"published: no day too many"}),
        (
            f"{A}/published",
            ["2020-03-09", "2020-03-09"],
            {"published: no day too many", "published: true day possible"},
        ),
        (f"{A}/text", TEXT + " Sign up", {"boilerplate out"}),
        (f"{A}/quotes/0/speaker", [], {"speaker"}),
        (f"{A}/quotes/0/speaker", ["Oss"], {"speaker"}),
        (f"{A}/quotes/0/via", [], {"via"}),
        (f"{A}/quotes/0/content", "so-called offer", {"quotations found", "scare quotes left", "direct quotations expected"}),
        (f"{A}/quotes", [], {"quotations found"}),
        (f"{A}/events/1/source", ["Radio Ost"], {"event target"}),
        (f"{A}/events/1/types", ["AID"], {"event type"}),
        (f"{A}/events/1/status", ["planned"], {"event status"}),
        (f"{A}/events/1/place", None, {"event place"}),
        (f"{A}/events/1/latest", "2020-03-01", {"event date"}),
        (f"{A}/events/1/trigger", [0, 3], set()),
        (f"{A}/events/0/status", ["happened"], {"event status"}),
        (f"{A}/events", [], {"event mentioned"}),
        ("links/copies", [{"copy": "a.txt", "of": "b.txt"}], {"copies found", "copies right"}),
        ("links/same_words", [], {"same words"}),
        ("links/one_event/0/articles", ["a.txt"], {"one event"}),
        ("links/one_event/0/statuses", ["happened"], {"history of one event"}),
        ("links/discrepancies/0/values", {"90 minutes": ["a.txt", "b.txt"]}, {"discrepancies"}),
        ("stories/s1", ["a.txt"], {"story pairs: recall", "storyline pairs: recall"}),
    ],
)  # fmt: skip
def test_each_fault_is_named_and_nothing_else(path: str, value: Any, labels: set[str]) -> None:
    found = copy.deepcopy(perfect())
    change(path, value)(found)
    assert wrong(found) == labels


def test_one_mention_answers_one_expectation() -> None:
    gold = {
        "articles": {"a.txt": {"events": [MEETING, {**MEETING, "evidence": "Ana Brandt in Veld on Monday"}]}}
    }
    found = perfect()
    assert wrong(found, gold) == {"event mentioned", "mentions expected"}


def test_a_lost_article_is_wrong_in_what_was_wanted_of_it() -> None:
    found = perfect()
    del found["articles"]["a.txt"]
    labels = wrong(found)
    assert {
        "articles found",
        "outlet",
        "byline",
        "body kept",
        "quotations found",
        "event mentioned",
    } <= labels
    assert "boilerplate out" not in labels


def test_what_is_not_expected_is_not_scored() -> None:
    tally = judged([{"expected": {"articles": {"b.txt": {}}}}], [perfect()])
    assert tally.counts == {"articles found": (1, 1)}


@pytest.mark.parametrize(
    ("accepted", "found", "same"),
    [
        (["Ana Brandt"], ["Brandt"], True),
        (["official"], ["a senior Kastrian official"], True),
        (["the official"], ["The Officials"], False),
        (["Ana Brandt"], ["Ana Brand"], False),
        (["Oss"], ["Ossian"], False),
        (["Kastria’s army"], ["Kastria's army"], True),
        ([], ["Brandt"], False),
        (["Brandt"], [""], False),
    ],
)
def test_names(accepted: list[str], found: list[str], same: bool) -> None:
    assert same_name(accepted, found) is same


def test_words_and_places() -> None:
    assert same_words("“It’s over”", "“it's over,” he said")
    assert not same_words("It is over", "it")
    assert not same_words("", "it is over now")
    text = "They said: “It’s over.”"
    found = place_of("it's over", text)
    assert found is not None and text[slice(*found)] == "It’s over"
    assert place_of("gone", text) is None


def test_intervals() -> None:
    assert overlap((None, "2020-01-02"), ("2020-01-02", None))
    assert not overlap((None, "2020-01-01"), ("2020-01-02", None))
    assert within(("2020-01-01", "2020-01-02"), ("2020-01-01", None))
    assert not within((None, "2020-01-02"), ("2020-01-01", None))


def test_reading_a_file_of_expectations(tmp_path: Path) -> None:
    bare = tmp_path / "two.json"
    bare.write_text(json.dumps(GOLD["articles"]), encoding="utf-8")
    (record,) = read(bare)
    assert record["files"] == ["a.txt", "b.txt"] and record["folder"] == str(tmp_path)
    assert record["expected"] == {"articles": GOLD["articles"]}
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps(GOLD), encoding="utf-8")
    assert read(whole)[0]["expected"] == GOLD
    assert list(read(whole, 1)[0]["expected"]) == ["articles"]
    bare.write_text("[1]", encoding="utf-8")
    with pytest.raises(InputError):
        read(bare)
    bare.write_text("{", encoding="utf-8")
    with pytest.raises(InputError):
        read(bare)
    with pytest.raises(UsageError):
        read(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("name", "file"), [("a/b.txt", "a/b.txt"), ("a/b.csv#2", "a/b.csv"), ("n.zip!a.txt", "n.zip")]
)
def test_the_file_behind_an_article(name: str, file: str) -> None:
    assert file_of(name) == file
