"""The overlay through the resolvers: invented states, offices, outlets, places and summits are known as built-in ones are."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.records import DateRange
from dateline.sample import folder
from dateline.when import When
from dateline.where import Where
from dateline.who import Who

OVERLAY = (folder() / "overlay",)


@pytest.fixture(scope="module")
def who() -> Who:
    return Who.load(OVERLAY)


def day(text: str) -> DateRange:
    when = dt.date.fromisoformat(text)
    return DateRange(when, when)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Velenia", "XVE"), ("Tessaria", "XTE"), ("Kordavia", "XKO"), ("Halvernia", "XHA"), ("Mirelia", "XMI")],
)
def test_states_are_known_by_name(who: Who, name: str, country: str) -> None:
    state = who.state(name)
    assert state is not None and (state.kind, state.country, state.name) == ("state", country, name)


@pytest.mark.parametrize(
    "word", ["Velenian", "Tessarian", "Kordavian", "Halvernian", "Mirelian", "Velenians"]
)
def test_demonyms_name_their_states(who: Who, word: str) -> None:
    state = who.demonym(word)
    assert state is not None and word.startswith(state.name.removesuffix("a"))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ostrova Palace", "XVE"), ("Lantern Square", "XVE"), ("Marosk", "XVE"), ("Harbour House", "XTE"),
        ("Port Arden", "XTE"), ("Sorrel Palace", "XKO"), ("Weir Street", "XHA"), ("Lindholt", "XHA"),
    ],
)  # fmt: skip
def test_palaces_squares_and_capitals_stand_for_states(who: Who, name: str, country: str) -> None:
    actor = who.stands_for(name)
    assert actor is not None and actor.country == country


@pytest.mark.parametrize(
    ("country", "office", "on", "name"),
    [
        ("XVE", "head_of_state", "2021-09-30", "Radomir Veskov"),
        ("XVE", "head_of_state", "2021-10-01", "Irena Dolschak"),
        ("XVE", "head_of_government", "2021-09-30", "Irena Dolschak"),
        ("XVE", "foreign_minister", "2022-03-24", "Lida Marchenkova"),
        ("XTE", "head_of_government", "2020-11-09", "Edmund Harrow"),
        ("XTE", "head_of_government", "2020-12-07", "Clara Venning"),
        ("XKO", "head_of_state", "2022-01-15", "Emil Toravec"),
        ("XKO", "head_of_state", "2022-07-04", "Mara Jelinska"),
    ],
)
def test_offices_change_hands_on_their_days(who: Who, country: str, office: str, on: str, name: str) -> None:
    holder = who.holder(country, office, day(on))
    assert holder is not None and holder.name == name


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Sentinel", "The Arden Sentinel"), ("ardensentinel.example", "The Arden Sentinel"),
        ("Corvane Wire", "Corvane Wire"), ("Northlight", "Northlight Television"),
        ("velta.example", "VELTA"), ("torchline.example", "Torchline"),
    ],
)  # fmt: skip
def test_outlets_are_known_by_name_and_domain(who: Who, name: str, outlet: str) -> None:
    found = who.outlet(name)
    assert found is not None and (found.kind, found.name) == ("media", outlet)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Meridian Council", "organisation"),
        ("Free Highlands Front", "armed_group"),
        ("Civic Accord", "organisation"),
    ],
)
def test_organisations_are_known(who: Who, name: str, kind: str) -> None:
    found = who.organisation(name)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Lindholt", "XHA"),
        ("Santa Vela", "XMI"),
        ("Kessary", "XVE"),
        ("Tolmena valley", "XKO"),
        ("Oreth Strait", None),
    ],
)
def test_places_are_known(name: str, country: str | None) -> None:
    place = Where.load(OVERLAY).place(name)
    assert place is not None and place.country == country and place.lat is not None


def test_the_summit_of_santa_vela_has_its_days() -> None:
    found = When.load(OVERLAY).summits("the Meridian Council summit in Santa Vela")
    assert [(str(summit.start), str(summit.end)) for summit in found] == [("2019-06-13", "2019-06-14")]


def test_without_the_overlay_nobody_knows_them() -> None:
    bare = Who.load()
    assert bare.state("Velenia") is None and bare.outlet("velta.example") is None
    assert bare.find("Radomir Veskov") is None
