"""The same words in two articles: found when trimmed, bracketed or re-ordered, not found in stock phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.links.same_words import same_words
from dateline.records import Article, Quotation
from dateline.variants import difference, marked, variants

A, B = "Ana Brandt", "Piet Oss"

# (words in one article, in the other, the same?, speakers where they matter)
PAIRS: list[tuple[str, str, bool, tuple[str | None, str | None]]] = [
    # verbatim
    ("The boats will be returned when a court has spoken", "The boats will be returned when a court has spoken", True, (A, A)),
    ("The boats will be returned when a court has spoken", "the boats will be returned when a court has spoken,", True, (None, A)),
    ("Nobody left the room happy, but nobody left the room", "Nobody left the room happy, but nobody left the room.", True, (None, None)),
    ("We don’t trade boats for votes", "We don't trade boats for votes", True, (A, A)),
    ("A strait is not a street", "A strait is not a street", True, (A, A)),
    ("A strait is not a street", "A STRAIT IS NOT A STREET!", True, (A, A)),
    # trimmed
    ("The boats will be returned when a court has spoken, and not one hour before", "when a court has spoken, and not one hour before", True, (A, A)),
    ("The boats will be returned when a court has spoken, and not one hour before", "when a court has spoken", True, (A, A)),
    ("The boats will be returned when a court has spoken, and not one hour before", "not one hour before", False, (A, A)),
    ("We will sign nothing before the fishermen are home with their children", "before the fishermen are home", True, (A, A)),
    ("Our fishermen were in our own waters and they were fired upon", "in our own waters", False, (A, A)),
    ("Our fishermen were in our own waters and they were fired upon", "fired upon", False, (A, A)),
    ("He went there to bring back two boats and he came back with a phone number", "he came back with a phone number", True, (None, A)),
    ("The table is laid and the chairs are still there", "chairs are still there", True, (A, A)),
    # bracketed
    ("The faster they provide relief to folks on the ground, the better", "The faster [the armies] provide relief to folks on the ground, the better", True, (A, A)),
    ("They will never sign such a paper about our harbour", "[The Kastrians] will never sign such a paper about our harbour", True, (A, A)),
    ("He took my brother and sold the boat in Hest", "[Oss] took my brother and sold the boat in Hest", True, (A, A)),
    ("It is clear now what our positions are on the harbour", "It is clear now what our [respective] positions are on the harbour", True, (A, A)),
    # ellipses and cuts
    ("We will sign nothing, whatever the generals say, before the fishermen are home", "We will sign nothing … before the fishermen are home", True, (A, A)),
    ("We have stopped shooting. It is a small thing, and it took eight days and six years", "We have stopped shooting … it took eight days and six years", True, (A, A)),
    # re-ordered
    ("We came for the boats. We leave with a telephone line between two navies", "We leave with a telephone line between two navies. We came for the boats", True, (A, A)),
    ("The harbour is closed to warships, and the market is open to everyone", "The market is open to everyone, and the harbour is closed to warships", True, (A, A)),
    # exchanged words
    ("We will never sign a treaty that nobody can verify", "We will not sign a treaty that nobody can verify", True, (A, A)),
    ("They showed us the price of a pardon before they had the goods", "They named us the price of a pardon before they had the goods", True, (A, A)),
    ("The harbour court will hear the case of both vessels in July", "The harbour court will hear the case of both boats in July", True, (A, A)),
    # other speakers
    ("The boats will be returned when a court has spoken", "The boats will be returned when a court has spoken", False, (A, B)),
    ("They broke the door and took the papers", "They broke the door and took the papers", True, (None, B)),
    # five words and fewer
    ("snipers of unknown origin", "snipers of unknown origin", True, (A, A)),
    ("snipers of unknown origin", "snipers of unknown origin", True, (None, None)),
    ("an empty chair in Lenn", "an empty chair in Lenn", True, (None, A)),
    ("in his own briefcase", "in his own briefcase", False, (None, None)),
    ("before the coffee was cold", "before the coffee was cold", True, (A, A)),
    ("deeply concerned", "deeply concerned", False, (A, B)),
    ("the right thing to do", "the right thing to do", False, (None, None)),
    # other words
    ("We will never sign such a paper", "Nobody spoke of it in the harbour", False, (A, A)),
    ("The boats stay where they are until the court has spoken", "The planes fly where they like until the war is over", False, (A, A)),
    ("We support the people of Kastria in their hour of need", "We support the people of Morran in their hour of joy", False, (A, B)),
    ("This is the first time that we have seen such a thing", "This is the first time that I have met such a man", False, (A, A)),
    ("We will do everything we can to help them", "We will do everything we can to win", False, (A, A)),
    ("At the end of the day it is up to them", "At the end of the day we have to win", False, (A, A)),
    ("I look forward to working with the new government", "I look forward to working with you", False, (A, B)),
    ("There is no military solution to the conflict in Kastria", "The talks on fishing were useful and short", False, (A, A)),
    ("", "The boats will be returned when a court has spoken", False, (A, A)),
    ("Yes", "Yes", False, (A, A)),
    ("no comment", "no comment", False, (A, A)),
    ("thoughts and prayers", "thoughts and prayers", False, (A, B)),
    ("I would not rule it out at all", "I would not rule it out at all", False, (None, None)),
    # longer, half shared
    ("The cupboard was bare when we came in, and they had sold the spoons", "The cupboard was bare when we came in, the minister joked, before he blamed the rain for all of it and left", True, (A, A)),
    ("Whoever bought the spoons should bring them back to the palace", "Whoever bought the spoons should bring them back", True, (A, A)),
    ("Whoever bought the spoons should bring them back to the palace", "Whoever sold the spoons should buy them back from the market", False, (A, A)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted", "speakers"), PAIRS)
def test_pairs(
    one: str,
    other: str,
    wanted: bool,
    speakers: tuple[str | None, str | None],
    make_article: Callable[..., Article],
    make_quotation: Callable[..., Quotation],
    days: Callable[..., object],
) -> None:
    articles = [make_article(f"{n} {one} {other}", published=days(f"2020-03-0{n + 4}")) for n in (0, 1)]
    said = [make_quotation(a, w, s) for a, w, s in zip(articles, (one, other), speakers, strict=True)]
    for order in (said, said[::-1]):
        found = same_words(order, {a.id: a for a in articles})
        names = [quotation.same_as for quotation in found]
        assert (names[0] is not None and names[0] == names[1]) is wanted


def test_what_three_known_speakers_say_is_a_stock_phrase(
    make_article: Callable[..., Article],
    make_quotation: Callable[..., Quotation],
    days: Callable[..., object],
) -> None:
    words = "our thoughts are with the families tonight"
    articles = [make_article(f"{n} {words}", published=days("2020-03-04")) for n in range(4)]
    said = [
        make_quotation(a, words, s)
        for a, s in zip(articles, ("Ana Brandt", "Piet Oss", "Vellan", None), strict=True)
    ]
    assert not [q for q in same_words(said, {a.id: a for a in articles}) if q.same_as]


STEPS = [
    ("We will not sign", "We will not sign.", [("equal", "We will not sign", "We will not sign")]),
    ("We will never sign", "We will not sign", [("equal", "We will", "We will"), ("replaced", "never", "not"), ("equal", "sign", "sign")]),
    ("We will not sign it today", "we will not sign", [("equal", "We will not sign", "we will not sign"), ("missing", "it today", "")]),
    ("will not sign", "[They] will not sign", [("added", "", "[They]"), ("equal", "will not sign", "will not sign")]),
    ("He took the boat", "[Oss] took the boat", [("replaced", "He", "[Oss]"), ("equal", "took the boat", "took the boat")]),
    ("We came here. Nobody met us there", "Nobody met us there. We came here", [("moved", "We came here", "We came here"), ("equal", "Nobody met us there", "Nobody met us there")]),
    ("", "new words", [("added", "", "new words")]),
    ("", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "wanted"), STEPS)
def test_how_two_wordings_differ(one: str, other: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(step.kind, step.one, step.other) for step in difference(one, other)] == wanted


@given(
    st.lists(st.sampled_from(["the", "boat", "will", "not", "sail", "[today]", "now"]), max_size=9),
    st.lists(st.sampled_from(["the", "boat", "will", "never", "sail", "now", "then"]), max_size=9),
)
def test_no_word_is_lost(one: list[str], other: list[str]) -> None:
    steps = difference(" ".join(one), " ".join(other))
    assert " ".join(step.one for step in steps if step.one).split() == one
    theirs = [word for step in steps for word in step.other.split()]
    assert sorted(theirs) == sorted(other)


def test_variants_give_the_fullest_first() -> None:
    found = variants(
        ["not one hour before", "when a court has spoken, and not one hour before", "Not one hour before!"]
    )
    assert found[0][0] == "when a court has spoken, and not one hour before"
    assert len(found) == 2
    assert marked(found[1][1]) == "{-when a court has spoken and-} not one hour before"
