"""The status set: sentences of our own in many grammatical patterns, with floors that may only rise."""

from __future__ import annotations

import pytest

from dateline.records import STATUSES


@pytest.fixture(scope="module")
def judged(status_rows, read, code, stands_for):
    rows = []
    for row, text in zip(status_rows, read(r["sentence"] for r in status_rows), strict=True):
        found = (
            [m for m in code(text) if m.type == row["type"]] if row["type"] != "NONE" else list(code(text))
        )
        best = max(
            found,
            key=lambda m: (
                m.status == row["status"], stands_for(row["source"], m.source), stands_for(row["target"], m.target)
            ),
            default=None,
        )  # fmt: skip
        rows.append((row, best))
    return rows


def test_it_is_large_and_wide(status_rows):
    assert len(status_rows) >= 300
    assert {row["status"] for row in status_rows} == set(STATUSES)
    assert len({row["type"] for row in status_rows}) == 17
    assert len({row["pattern"] for row in status_rows}) >= 250


def test_status_macro_f1(judged):
    pairs = [
        (row["status"], best.status if best else "none") for row, best in judged if row["type"] != "NONE"
    ]
    scores = []
    for label in STATUSES:
        hit = sum(a == b == label for a, b in pairs)
        scores.append(2 * hit / (sum(a == label for a, _ in pairs) + sum(b == label for _, b in pairs)))
    assert sum(scores) / len(scores) >= 0.95, dict(zip(STATUSES, scores, strict=True))


def test_roles(judged, stands_for):
    acts = [(row, best) for row, best in judged if row["type"] != "NONE"]
    right = sum(
        best is not None and stands_for(row["source"], best.source) and stands_for(row["target"], best.target)
        for row, best in acts
    )
    assert right / len(acts) >= 0.93


def test_no_act_is_found_where_none_is(judged):
    assert not [
        (row["sentence"], best.type) for row, best in judged if row["type"] == "NONE" and best is not None
    ]


def test_refusals_are_acts_of_their_own(judged):
    refused = [best for row, best in judged if row["type"] == "REJECT" and best is not None]
    assert refused and all(mention.plover_type == "REJECT" for mention in refused)


@pytest.mark.parametrize(
    ("type_", "status", "plover"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("CONSULT", "cancelled", "REJECT"),
        ("ASSAULT", "planned", "THREATEN"),
        ("AID", "planned", "AGREE"),
        ("AGREE", "failed", "REJECT"),
        ("ACCUSE", "happened", "ACCUSE"),
    ],
)
def test_plover_reads_act_and_status_together(judged, type_, status, plover):
    found = {best.plover_type for _, best in judged if best and best.type == type_ and best.status == status}
    assert found == {plover}
