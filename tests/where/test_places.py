"""Places: names as written, ambiguity, countries, overlays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ConfigError
from dateline.records import Place
from dateline.where import Where


@pytest.fixture(scope="module")
def where() -> Where:
    return Where.load()


@pytest.mark.parametrize(
    ("name", "expected", "country"),
    [
        ("Hangzhou", "Hangzhou", "CHN"), ("Moscow", "Moscow", "RUS"), ("Washington", "Washington", "USA"),
        ("Washington, D.C.", "Washington", "USA"), ("Paris", "Paris", "FRA"), ("London", "London", "GBR"),
        ("Kiev", "Kyiv", "UKR"), ("Kyiv", "Kyiv", "UKR"), ("St. Petersburg", "St. Petersburg", "RUS"),
        ("Saint Petersburg", "St. Petersburg", "RUS"), ("Raqqa", "Raqqa", "SYR"), ("Aleppo", "Aleppo", "SYR"),
        ("ALEPPO", "Aleppo", "SYR"), ("Hama", "Hama", "SYR"), ("Idlib province", "Idlib province", "SYR"),
        ("Northern Ireland", "Northern Ireland", "GBR"), ("Enniskillen", "Enniskillen", "GBR"),
        ("Lough Erne", "Lough Erne", "GBR"), ("Davos", "Davos", "CHE"), ("Crimea", "Crimea", "UKR"),
        ("Gaza Strip", "Gaza Strip", "PSE"), ("the West Bank", "West Bank", "PSE"), ("Syria", "Syria", "SYR"),
        ("U.S.", "United States", "USA"), ("the Netherlands", "Netherlands", "NLD"), ("The Hague", "The Hague", "NLD"),
        ("South China Sea", "South China Sea", None), ("Kashmir", "Kashmir", None), ("New York", "New York", "USA"),
        ("Birmingham", "Birmingham", "GBR"), ("Birmingham, Ala.", "Birmingham", "USA"), ("St. Louis", "St. Louis", "USA"),
        ("Portland, Ore.", "Portland", "USA"), ("Portland, Maine", "Portland", "USA"),
        ("Cleveland, Ohio", "Cleveland", "USA"), ("Tripoli, Lebanon", "Tripoli", "LBN"),
        ("Luxembourg", "Luxembourg", "LUX"), ("Mexico", "Mexico", "MEX"), ("Texas", "Texas", "USA"),
    ],
)  # fmt: skip
def test_place(where: Where, name: str, expected: str, country: str | None) -> None:
    found = where.place(name)
    assert found is not None
    assert (found.name, found.country) == (expected, country)
    assert where.is_place(name)


@pytest.mark.parametrize(
    "name", ["Georgia", "Springfield", "Cambridge", "San Jose", "Hyderabad", "Nowhereville", "", ",", "the"]
)
def test_what_cannot_be_told_is_none(where: Where, name: str) -> None:
    assert where.place(name) is None


@pytest.mark.parametrize(
    ("name", "country", "lat"),
    [("Georgia", "USA", 32.6), ("Georgia", "GEO", 42.0), ("Hyderabad", "PAK", 25.4), ("Tripoli", "LBN", 34.4)],
)  # fmt: skip
def test_a_country_decides(where: Where, name: str, country: str, lat: float) -> None:
    found = where.place(name, country)
    assert found is not None
    assert found.country == country
    assert found.lat == pytest.approx(lat, abs=0.1)


def test_a_country_never_widens(where: Where) -> None:
    assert where.place("Moscow", "FRA") is None
    assert where.place("Springfield", "USA") is None


def test_the_state_tells_towns_of_one_name_apart(where: Where) -> None:
    west, east = where.place("Portland, Ore."), where.place("Portland, Maine")
    assert west is not None and east is not None
    assert west.lon is not None and east.lon is not None
    assert west.lon < -120 < -75 < east.lon


def test_what_lies_in_what(where: Where) -> None:
    russia, moscow, paris = where.place("Russia"), where.place("Moscow"), where.place("Paris")
    assert russia and moscow and paris
    assert where.in_country(moscow) == russia == where.centre("RUS")
    assert where.contains(russia, moscow)
    assert where.contains(moscow, moscow)
    assert not where.contains(moscow, russia)
    assert not where.contains(russia, paris)
    assert where.capital("RUS") == moscow
    assert where.country_of("Springfield") == "USA"
    assert where.country_of("Georgia") is None
    assert (where.kind("Russia"), where.kind("Moscow"), where.kind("Black Sea"), where.kind("Texas")) == (
        "country", "city", "water", "region",
    )  # fmt: skip


def test_distance(where: Where) -> None:
    london, paris = where.place("London"), where.place("Paris")
    assert london and paris
    assert where.distance(london, paris) == pytest.approx(344, abs=5)
    assert where.distance(london, Place("Somewhere", None)) is None


def test_every_capital_is_a_place(where: Where) -> None:
    missing = [country for country, name in where._gazetteer.capitals.items() if not where.is_place(name)]
    assert len(missing) <= 30, missing  # seats of very small states have fewer than 15,000 people


def test_invented_places(tmp_path: Path) -> None:
    (tmp_path / "states.tsv").write_text(
        "country\tname\tshort_names\tcapital\nXVA\tVeldany\tRepublic of Veldany\tOstrava Bay\n",
        encoding="utf-8",
    )
    (tmp_path / "places.tsv").write_text(
        "name\talso_known_as\tcountry\tlat\tlon\tpopulation\nOstrava Bay\tThe Bay\tXVA\t12.5\t-40.25\t900000\n"
        "Port Lumen\t\tXVA\t\t\t\n",
        encoding="utf-8",
    )
    where = Where.load((tmp_path,))
    assert where.place("Ostrava Bay") == Place("Ostrava Bay", "XVA", 12.5, -40.25)
    assert where.place("Port Lumen") == Place("Port Lumen", "XVA")
    assert where.place("Port Lumen, Veldany") == Place("Port Lumen", "XVA")
    assert where.place("Republic of Veldany") == Place("Veldany", "XVA")
    assert where.capital("XVA") == where.place("Ostrava Bay")
    assert where.place("Moscow") == Where.load().place("Moscow")


@pytest.mark.parametrize(
    ("table", "text", "line"),
    [
        ("places", "name\tcountry\tlat\nBay\tXVA\tnorth\n", 2),
        ("places", "name\tcountry\nBay\tVeldany\n", 2),
        ("places", "name\tcountry\tpopulation\nBay\tXVA\tmany\n", 2),
        ("regions", "name\tkind\nCoast\tshore\n", 2),
        ("states", "country\nXVA\n", 1),
    ],
)  # fmt: skip
def test_a_bad_row_names_file_and_line(tmp_path: Path, table: str, text: str, line: int) -> None:
    (tmp_path / f"{table}.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Where.load((tmp_path,))
    assert f"{table}.tsv:{line}" in str(caught.value)
    assert caught.value.remedy


_SHARED: list[Where] = []


@settings(deadline=None)  # the first call builds the indexes
@given(st.text(max_size=30))
def test_no_text_breaks_the_resolver(text: str) -> None:
    if not _SHARED:
        _SHARED.append(Where.load())
    where = _SHARED[0]
    found = where.place(text)
    assert found is None or found in where.candidates(text)
    assert found is None or where.is_place(text)


@pytest.mark.parametrize(
    ("name", "spoken_of", "town"),
    [
        ("White House", (), "Washington"), ("Kremlin", ("USA",), "Moscow"), ("Tahrir Square", ("IRQ", "USA"), "Baghdad"),
        ("Tahrir Square", ("EGY",), "Cairo"), ("Tahrir Square", (), None), ("Tahrir Square", ("EGY", "IRQ"), None),
        ("Nowhere Hall", (), None),
    ],
)  # fmt: skip
def test_the_town_of_a_building(
    where: Where, name: str, spoken_of: tuple[str, ...], town: str | None
) -> None:
    found = where.site(name, spoken_of)
    assert (found.name if found else None) == town
    assert found is None or found.lat is not None


def test_every_building_stands_in_a_known_town(where: Where) -> None:
    unknown = {
        town for towns in where._gazetteer.sites.values() for town in towns if where.place(*town) is None
    }
    assert not unknown


def test_how_many_live_there(where: Where) -> None:
    assert where.people("Paris") > where.people("Lausanne") > 0
    assert where.people("Syria") == where.people("Nowhereville") == 0
