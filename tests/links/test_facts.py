"""Durations and counts in sentences, and which of them contradict each other."""

from __future__ import annotations

import pytest

from dateline.links.facts import facts

STATED = [
    ("The 90-minute meeting ended late.", [("duration", 90, 90)]),
    ("They spoke for an hour and a half.", [("duration", 90, 90)]),
    ("They spoke for half an hour.", [("duration", 30, 30)]),
    ("The two-hour session was frank.", [("duration", 120, 120)]),
    ("Velenia expelled four diplomats.", [("number of diplomats", 4, 4)]),
    ("Velenia expelled 12 senior diplomats.", [("number of diplomats", 12, 12)]),
    ("Dozens of protesters were held.", [("number of protesters", 24, 120)]),
    ("At least 40 people died.", [("number of people", 40, float("inf"))]),
    ("Some 2,000 soldiers crossed.", [("number of soldiers", 1750, 2250)]),
    ("Twenty-one trawlers put to sea.", [("number of trawlers", 21, 21)]),
    ("TWELVE PER CENT agreed in İzmir, Forty Percent at home.", [("percent", 12, 12), ("percent", 40, 40)]),
    ("It cost a Million Velenian Crowns.", [("sum in crowns", 1e6, 1e6)]),
    ("He has been minister since 2014.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), STATED)
def test_stated(sentence: str, wanted: list[tuple[str, float, float]]) -> None:
    assert [(fact.kind, fact.least, fact.most) for fact in facts(sentence)] == wanted
    assert all(fact.words in sentence for fact in facts(sentence))


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("They talked for 90 minutes.", "They talked for an hour and a half.", False),
        ("They talked for 90 minutes.", "The two-hour talk ended.", True),
        ("Dozens of protesters were held.", "Police held 40 protesters.", False),
        ("Dozens of protesters were held.", "Police held 400 protesters.", True),
        ("Four diplomats left.", "Six diplomats left.", True),
        ("Four diplomats left.", "Six trawlers left.", False),
        ("At least four diplomats left.", "Six diplomats left.", False),
    ],
)
def test_contradiction(one: str, other: str, contradict: bool) -> None:
    (left,), (right,) = facts(one), facts(other)
    assert left.contradicts(right) is contradict
    assert right.contradicts(left) is contradict
