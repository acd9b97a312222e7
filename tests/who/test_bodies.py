"""States, what stands for them, organisations, outlets, sectors, and the look-up that spans all of them."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.records import ACTOR_KINDS, Actor, DateRange
from dateline.who import Who

DAY = DateRange(dt.date(2013, 6, 17), dt.date(2013, 6, 17))


@pytest.fixture(scope="module")
def who() -> Who:
    return Who.load()


def named(actor: Actor | None) -> str | None:
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Russia", "Russia"), ("the U.S.", "United States"), ("US", "United States"), ("us", None),
        ("Britain", "United Kingdom"), ("UK", "United Kingdom"), ("Turkey", "Turkey"), ("turkey", None),
        ("Türkiye", "Turkey"), ("Georgia", "Georgia"), ("Korea", None), ("Czech Republic", "Czechia"),
        ("Côte d’Ivoire", "Ivory Coast"), ("Atlantis", None), ("", None), ("Russia's", "Russia"),
    ],
)  # fmt: skip
def test_state(who: Who, name: str, expected: str | None) -> None:
    found = who.state(name)
    assert named(found) == expected
    assert found is None or found.kind == "state"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Russian", "Russia"), ("Russians", "Russia"), ("Chinese", "China"), ("British", "United Kingdom"),
        ("U.S.", "United States"), ("Dutchmen", "Netherlands"), ("European", "European Union"),
        ("Congolese", None), ("Dominican", None), ("polish", None), ("Polish", "Poland"), ("Martian", None),
    ],
)  # fmt: skip
def test_demonym(who: Who, word: str, expected: str | None) -> None:
    assert named(who.demonym(word)) == expected


@pytest.mark.parametrize(
    ("name", "expected", "kind"),
    [
        ("Moscow", "Russia", "state"), ("Washington", "United States", "state"), ("Foggy Bottom", "United States", "state"),
        ("Downing Street", "United Kingdom", "state"), ("Beijing", "China", "state"), ("Damascus", "Syria", "state"),
        ("Kiev", "Ukraine", "state"), ("the Kremlin", "Kremlin", "government_body"),
        ("White House", "White House", "government_body"), ("the Pentagon", "Pentagon", "government_body"),
        ("State Department", "State Department", "government_body"), ("Brussels", "European Union", "organisation"),
        ("the Obama administration", "United States", "state"), ("Bush administration", "United States", "state"),
        ("the Assad regime", "Syria", "state"), ("Syrian government", "Syria", "state"),
        ("Ukraine's government", "Ukraine", "state"), ("the Smith administration", None, None),
        ("Springfield", None, None), ("table", None, None),
    ],
)  # fmt: skip
def test_stands_for(who: Who, name: str, expected: str | None, kind: str | None) -> None:
    found = who.stands_for(name)
    assert (named(found), found.kind if found else None) == (expected, kind)


def test_an_administration_is_dated_where_a_surname_is_shared(who: Who) -> None:
    assert who.stands_for("the Kim regime") is None
    assert named(who.stands_for("the Kim regime", DAY)) == "North Korea"


@pytest.mark.parametrize(
    ("name", "expected", "kind", "country"),
    [
        ("NATO", "NATO", "organisation", None), ("Nato", "NATO", "organisation", None),
        ("U.N.", "United Nations", "organisation", None), ("ISIS", "Islamic State", "armed_group", None),
        ("ISIL", "Islamic State", "armed_group", None), ("Daesh", "Islamic State", "armed_group", None),
        ("IS", "Islamic State", "armed_group", None), ("is", None, None, None), ("who", None, None, None),
        ("WHO", "World Health Organization", "organisation", None), ("G-8", "G8", "organisation", None),
        ("al Qaida", "al-Qaeda", "armed_group", None), ("Hamas", "Hamas", "armed_group", "PSE"),
        ("Department of State", "State Department", "government_body", "USA"),
        ("Defense Department", "Pentagon", "government_body", "USA"),
        ("F.B.I.", "Federal Bureau of Investigation", "government_body", "USA"),
        ("Republicans", "Republican Party", "organisation", "USA"),
        ("Democratic Party", "Democratic Party", "organisation", "USA"),
        ("Russian Foreign Ministry", "Russian Foreign Ministry", "government_body", "RUS"),
        ("the Russian foreign ministry", "Russian Foreign Ministry", "government_body", "RUS"),
        ("Iran's parliament", "Iranian Parliament", "government_body", "IRN"),
        ("foreign ministry", None, None, None), ("Interior Ministry", None, None, None),
        ("National Assembly", None, None, None), ("Knitting Circle", None, None, None),
    ],
)  # fmt: skip
def test_organisation(
    who: Who, name: str, expected: str | None, kind: str | None, country: str | None
) -> None:
    found = who.organisation(name)
    assert named(found) == expected
    if found:
        assert (found.kind, found.country) == (kind, country)


def test_a_country_tells_bodies_of_one_name_apart(who: Who) -> None:
    assert named(who.organisation("foreign ministry", "CHN")) == "Chinese Foreign Ministry"
    found = who.organisation("National Assembly", "FRA")
    assert found is not None
    assert found.country == "FRA"
    assert who.organisation("Foreign Ministry", "XQX") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CNN", "CNN"), ("AP", "Associated Press"), ("The Associated Press", "Associated Press"),
        ("Itar-Tass", "TASS"), ("Washington Times", "The Washington Times"),
        ("www.washingtontimes.com", "The Washington Times"), ("https://edition.cnn.com/2016/x?y=1", "CNN"),
        ("thehill.com", "The Hill"), ("The Guardian", "The Guardian"), ("Daily Star", None),
        ("example.org", None), ("", None),
    ],
)  # fmt: skip
def test_outlet(who: Who, name: str, expected: str | None) -> None:
    found = who.outlet(name)
    assert named(found) == expected
    assert found is None or found.kind == "media"


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Washington", "PERSON", None), ("Washington", "GPE", None), ("Washington", None, None),
        ("Jordan", "PERSON", None), ("Jordan", "GPE", "Jordan"), ("Georgia", "GPE", "Georgia"),
        ("Georgia", "PERSON", None), ("Turkey", "GPE", "Turkey"), ("Chad", "PERSON", None), ("Chad", "GPE", "Chad"),
        ("Syria", "PERSON", "Syria"), ("Obama", "PERSON", "Barack Obama"), ("Obama", "ORG", "Barack Obama"),
        ("Obama", None, "Barack Obama"), ("Hamas", "PERSON", "Hamas"), ("Russians", "NORP", "Russia"),
        ("Democrats", "NORP", "Democratic Party"), ("Kremlin", "GPE", "Kremlin"), ("Kremlin", "ORG", "Kremlin"),
        ("Hill", "ORG", None), ("CNN", "ORG", "CNN"), ("Ford", "PERSON", None),
        ("Secretary of State John Kerry", None, "John Kerry"), ("Foggy Bottom", "FAC", "United States"),
    ],
)  # fmt: skip
def test_find(who: Who, name: str, label: str | None, expected: str | None) -> None:
    assert named(who.find(name, DAY, label=label)) == expected


@pytest.mark.parametrize(
    ("word", "sector", "kind", "code"),
    [
        ("rebels", "rebel", "armed_group", "REB"), ("pro-Russian separatists", "rebel", "armed_group", "REB"),
        ("protesters", "civilian", "group", "CVL"), ("diplomats", "government", "group", "GOV"),
        ("senior administration officials", "government", "group", "GOV"), ("troops", "military", "group", "MIL"),
        ("policemen", "police", "group", "COP"), ("lawmakers", "legislature", "group", "LEG"),
        ("opposition leaders", "opposition", "group", "OPP"), ("gunmen", "unidentified_armed", "armed_group", "UAF"),
        ("a federal judge", "judiciary", "group", "JUD"), ("journalists", "media", "media", "MED"),
        ("refugees", "refugee", "group", "RFG"), ("human rights activists", "human_rights", "organisation", "HRI"),
        ("students", "education", "group", "EDU"), ("companies", "business", "organisation", "BUS"),
        ("trade unions", "labour", "group", "LAB"), ("churches", "religious", "group", "REL"),
        ("U.N. inspectors", "igo", "organisation", "IGO"), ("spies", "intelligence", "group", "SPY"),
    ],
)  # fmt: skip
def test_sector(who: Who, word: str, sector: str, kind: str, code: str) -> None:
    assert who.sector(word) == (sector, kind)
    assert who.sector_code(word) == code
    assert kind in ACTOR_KINDS


def test_a_word_of_no_group_has_no_sector(who: Who) -> None:
    assert who.sector("marmalade") is None
    assert who.sector_code("") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("John Kerry", ("government", "GOV")), ("ISIS", ("rebel", "REB")), ("Russia", ("government", "GOV")),
        ("CNN", ("media", "MED")), ("U.S. Senate", ("legislature", "LEG")), ("CIA", ("intelligence", "SPY")),
        ("Nancy Pelosi", ("legislature", "LEG")), ("Alexei Navalny", ("opposition", "OPP")),
        ("Israeli Air Force", ("military", "MIL")),
    ],
)  # fmt: skip
def test_sector_of_known_actors(who: Who, name: str, expected: tuple[str, str]) -> None:
    found = who.find(name, DAY)
    assert found is not None
    assert who.sector_of(found.id, DAY) == expected


def test_an_id_made_elsewhere_is_known(who: Who) -> None:
    fresh = Who.load()
    for actor in (
        who.state("Russia"),
        who.organisation("Chinese foreign ministry"),
        who.outlet("CNN"),
        who.person("Obama"),
    ):
        assert actor is not None
        assert fresh.actor(actor.id) == actor
    assert fresh.actor("act_none") is None


def test_at_least_250_groups_are_listed(who: Who) -> None:
    assert len(who._sectors._words) > 250
