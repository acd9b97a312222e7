"""What holds, whatever the order in which judgements came; and their W3C form, there and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import NotFound, UsageError
from dateline.judgements import (
    Judgement,
    Passage,
    Target,
    annotation,
    in_force,
    judgements,
    last,
    make,
    takeable,
    undone,
)


def at(second: int) -> str:
    return f"2026-01-31T09:30:{second:02}.000000Z"


def one(second: int, kind: str = "confirm", undoes: str | None = None, **fields: Any) -> Judgement:
    target = Target("mention", "men_1", "CONSULT", (PASSAGE,))
    return make(kind, () if undoes else (target,), fields, by="Ada", at=at(second), why="seen", undoes=undoes)


PASSAGE = Passage(
    "a.txt", "f" * 64, "Wire", "Talks", "met", "Ada ", " Bert", 4, 7, "mention", "men_1", '{"id":"men_1"}'
)


def test_an_undo_takes_back_and_can_be_taken_back() -> None:
    first, second = one(1), one(2, "reject")
    undo = one(3, "undo", second.id)
    redo = one(4, "undo", undo.id)
    assert in_force([first, second, undo]) == [first]
    assert undone([first, second, undo]) == {second.id}
    assert in_force([first, second, undo, redo]) == [first, second]
    assert last([first, second, undo]) == first
    with pytest.raises(UsageError, match="undone already"):
        takeable([first, second, undo], second.id)
    with pytest.raises(NotFound):
        last([first, one(5, "undo", first.id)])


@given(st.permutations(range(6)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    given_ = [one(1), one(2, "reject"), one(3)]
    given_ += [one(4, "undo", given_[1].id), one(5, "undo", given_[0].id)]
    given_.append(one(6, "undo", given_[4].id))
    shuffled = [given_[n] for n in order]
    assert in_force(shuffled) == in_force(given_) == [given_[0], given_[2]]


words = st.text(min_size=1, max_size=20).filter(lambda s: s.strip() and "\r" not in s)
targets = st.builds(
    Target,
    about=st.just("mention"),
    id=words,
    name=st.text(max_size=10),
    passages=st.tuples(
        st.builds(
            Passage, words, st.text("0123456789abcdef", min_size=64, max_size=64), st.none() | words, st.none() | words,
            words, st.text(max_size=32), st.text(max_size=32), st.integers(0, 99), st.integers(99, 999),
            st.just("mention"), words, st.none() | st.just('{"id":"men_1"}'),
        )
    ),
)  # fmt: skip


@given(
    target=targets,
    other=targets,
    kind=st.sampled_from(["confirm", "reject", "correct", "merge", "rename"]),
    by=words,
    why=st.none() | words,
)
def test_a_judgement_comes_back_from_its_annotation(
    target: Target, other: Target, kind: str, by: str, why: str | None
) -> None:
    fields = {"correct": {"type": "CONSULT"}, "rename": {"name": "Talks"}}.get(kind, {})
    made = make(kind, [target, other] if kind == "merge" else [target], fields, by=by, at=at(1), why=why)
    line = json.dumps(annotation(made))
    assert list(judgements([line], "j.jsonl")) == [made]


def test_the_form_is_w3c() -> None:
    data = annotation(one(1, "correct", type="CONSULT"))
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["motivation"]) == ("Annotation", "editing")
    resource = data["target"][0]["items"][0]
    assert resource["selector"] == [
        {"type": "TextQuoteSelector", "exact": "met", "prefix": "Ada ", "suffix": " Bert"},
        {"type": "TextPositionSelector", "start": 4, "end": 7},
    ]
    assert resource["source"]["id"] == "urn:sha256:" + "f" * 64


def _with(change: dict[str, Any]) -> str:
    return json.dumps({**annotation(one(1, "correct", type="CONSULT")), **change})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "no annotation"),
        (_with({"type": "Note"}), "`type` must be Annotation"),
        (_with({"body": {"type": "TextualBody"}}), "no Judgement"),
        (_with({"body": {"type": "Judgement", "value": "praise"}}), "not one of confirm"),
        (_with({"created": "yesterday"}), "not a time in UTC"),
        (_with({"creator": {"type": "Person"}}), "`name` is missing"),
        (_with({"body": {"type": "Judgement", "value": "correct", "fields": {"colour": "red"}}}), "not colour"),
        (_with({"body": {"type": "Judgement", "value": "rename"}}), "the new name"),
        (_with({"body": {"type": "Judgement", "value": "merge"}}), "at least two targets"),
        (_with({"body": {"type": "Judgement", "value": "undo"}}), "`undoes` is missing"),
        (_with({"target": []}), "`target` is missing"),
        (_with({"target": "men_1"}), "must be an object"),
        (_with({"target": [{"about": "mention", "items": []}]}), "at least one passage"),
        (_with({"target": [{"about": "planet", "items": annotation(one(1))["target"][0]["items"]}]}), "planet"),
        (_with({"target": {"source": {"source": "a"}, "selector": []}}), "TextQuoteSelector"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_with_file_line_and_reason(line: str, reason: str) -> None:
    good = json.dumps(annotation(one(1)))
    with pytest.raises(UsageError) as caught:
        list(judgements([good, "", line], "mine.jsonl"))
    assert reason in str(caught.value)
    assert caught.value.where == "mine.jsonl, line 3"
    assert "docs/judging.md" in caught.value.remedy
