"""Every type and status has a title, and the title names what is known."""

from __future__ import annotations

import pytest

from dateline.links.titles import shown, title
from dateline.records import EVENT_TYPES, STATUSES, ActorRef, Place, StatusChange

ANA, PIET = ActorRef("a", "Ana Brandt"), ActorRef("p", "Piet Oss")


@pytest.mark.parametrize("type_", EVENT_TYPES)
@pytest.mark.parametrize("status", STATUSES)
def test_a_title_names_both_sides(type_: str, status: str) -> None:
    words = title(type_, status, (ANA,), (PIET,), False, None)
    assert "Ana Brandt" in words
    assert "Piet Oss" in words
    assert "{" not in words
    assert title(type_, status, (ANA,), (), False, Place("Hest", "XKA")).endswith("Hest")


@pytest.mark.parametrize(
    ("type_", "mode", "source", "wanted"),
    [
        ("COERCE", "arrest", (ANA,), "Ana Brandt arrested Piet Oss"),
        ("COERCE", "arrest", (), "Piet Oss arrested"),
        ("SANCTION", "expel", (ANA,), "Ana Brandt expelled Piet Oss"),
        ("SANCTION", "no-such-mode", (ANA,), "Ana Brandt cut ties with or penalised Piet Oss"),
    ],
)
def test_a_mode_has_words_of_its_own(
    type_: str, mode: str, source: tuple[ActorRef, ...], wanted: str
) -> None:
    assert title(type_, "happened", source, (PIET,), False, None, mode) == wanted


@pytest.mark.parametrize(
    ("type_", "status", "wanted"),
    [
        ("CONSULT", "happened", "Ana Brandt met Piet Oss"),
        ("CONSULT", "planned", "Ana Brandt to meet Piet Oss"),
        ("CONSULT", "cancelled", "Meeting of Ana Brandt and Piet Oss cancelled"),
        ("REJECT", "refused", "Ana Brandt refused Piet Oss"),
        ("ASSAULT", "alleged", "Attack of Ana Brandt on Piet Oss (alleged)"),
    ],
)
def test_titles(type_: str, status: str, wanted: str) -> None:
    assert title(type_, status, (ANA,), (PIET,), False, None) == wanted


@pytest.mark.parametrize(
    ("status", "steps", "wanted"),
    [
        ("happened", ("proposed",), "Ana Brandt made Piet Oss an offer"),
        ("happened", ("proposed", "held"), "Ana Brandt agreed with Piet Oss"),
        ("planned", ("proposed",), "Ana Brandt to agree with Piet Oss"),
    ],
)
def test_an_offer_is_no_agreement(status: str, steps: tuple[str, ...], wanted: str) -> None:
    history = [StatusChange(status, None, f"men_{n}", None, step) for n, step in enumerate(steps)]
    assert title("AGREE", shown(status, history), (ANA,), (PIET,), False, None) == wanted


def test_an_offer_of_another_type_is_titled_as_what_happened() -> None:
    assert title("AID", "proposed", (ANA,), (PIET,), False, None) == "Ana Brandt aided Piet Oss"
