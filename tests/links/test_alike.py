"""Two references, two sides of an act -> how likely they are the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from dateline.links import alike
from dateline.links.alike import party, same, sides, sides_of
from dateline.records import ActorRef, Article, Mention, Span

ANA = ActorRef("a1", "Ana Brandt", "XVE", kind="person", role="President")
STATE = ActorRef("s1", "Vellan", "XVE", kind="state")
MINISTRY = ActorRef("g1", "Ministry of the Sea", "XVE", kind="government_body")

PAIRS = [
    # one, other, both acts run between states, wanted
    (ANA, ANA, False, 1.0),
    (ANA, ActorRef("a2", "Ana Brandt", None, kind="person"), False, alike.SAME_NAME),
    (ANA, ActorRef(None, "Ana M. Brandt", kind="person"), False, alike.SAME_NAME),
    (ANA, ActorRef(None, "Brandt", kind="person"), False, alike.SHORTER_NAME),
    (ANA, ActorRef("a4", "Anastasia Brandt", "XVE", kind="person"), False, alike.SAME_NAME),
    (ANA, ActorRef("a5", "Anton Brandt", "XVE", kind="person"), False, alike.OTHER_PERSON),
    (ANA, ActorRef("a3", "Piet Oss", "XVE", kind="person"), True, alike.OTHER_PERSON),
    (ANA, STATE, True, alike.FOR_THE_STATE),
    (ANA, STATE, False, alike.FOR_THE_STATE),
    (ActorRef("a3", "Piet Oss", "XVE", kind="person"), STATE, False, alike.COMPATRIOTS),
    (MINISTRY, STATE, False, alike.FOR_THE_STATE),
    (MINISTRY, ActorRef("p1", "Party of the Coast", "XVE", kind="organisation"), False, alike.COMPATRIOTS),
    (STATE, ActorRef("s2", "Kastria", "XKA", kind="state"), True, 0.0),
    (ANA, ActorRef(None, "Vellan leader", "XVE"), False, alike.FOR_THE_STATE),
    (ANA, ActorRef(None, "Kastrian leader", "XKA"), True, 0.0),
    (STATE, ActorRef(None, "government", kind="group"), False, alike.SILENT),
    (ActorRef(None, "two officers"), ActorRef(None, "white police officer"), False, alike.DESCRIBED),
    (ActorRef(None, "farmers", "XVE"), ActorRef(None, "farmers", "XKA"), True, 0.0),
]


@pytest.mark.parametrize(("one", "other", "abroad", "wanted"), PAIRS)
def test_same(one: ActorRef, other: ActorRef, abroad: bool, wanted: float) -> None:
    assert same(party(one), party(other), abroad) == wanted
    assert same(party(other), party(one), abroad) == wanted


@pytest.fixture
def told(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention]
) -> Callable[..., Mention]:
    article = make_article("a paper")

    def make(source: str, target: str, sentence: str = "", **more: object) -> Mention:
        return make_mention(article, source, target, sentence=sentence, **more)

    return make


def test_a_mutual_act_may_be_told_from_either_side(told: Callable[..., Mention]) -> None:
    one, other = told("Ana Brandt", "Piet Oss"), told("Piet Oss", "Ana Brandt")
    assert sides(sides_of(one), sides_of(other)) == (1.0, 1.0)
    accused = [dataclasses.replace(mention, type="ACCUSE") for mention in (one, other)]
    assert max(sides(*map(sides_of, accused))) == alike.OTHER_PERSON


def test_two_who_meet_are_its_two_sides(told: Callable[..., Mention]) -> None:
    assert sides(sides_of(told("Ana Brandt|Piet Oss", "")), sides_of(told("Ana Brandt", "Piet Oss"))) == (
        1,
        1,
    )


def test_a_side_left_out_says_nothing(told: Callable[..., Mention]) -> None:
    assert sides(sides_of(told("Ana Brandt", "")), sides_of(told("Ana Brandt", "Piet Oss"))) == (
        1,
        alike.SILENT,
    )


def test_who_is_described_with_the_name_beside(told: Callable[..., Mention]) -> None:
    named = told("Vellan", "Ana Brandt", "Vellan arrested Ana Brandt.", type_="COERCE", trigger="arrested")
    beside = told("Vellan", "reporter", "Our reporter, Ana Brandt, was arrested by Vellan.", type_="COERCE")
    without = told("Vellan", "reporter", "Our reporter was arrested by Vellan.", type_="COERCE")
    assert sides(sides_of(named), sides_of(beside))[1] == alike.NAMED_BESIDE
    assert sides(sides_of(named), sides_of(without))[1] == 0.0


def test_a_name_that_stands_for_the_other_side_is_nobody_else(told: Callable[..., Mention]) -> None:
    named = told("Ana Brandt", "Vellan", "Ana Brandt accused Vellan.", type_="ACCUSE")
    turned = told("group", "Ana Brandt", "A group accused Ana Brandt.", type_="ACCUSE")
    assert sides(sides_of(named), sides_of(turned))[0] == 0.0


def test_where_a_name_stands_makes_no_difference() -> None:
    elsewhere = dataclasses.replace(ANA, span=Span(3, 7, "Mrs."))
    assert party(elsewhere) == party(ANA)
