"""A state's name that means a place of another state, by what the article tells beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def countries(text: Text, name: str) -> set[str | None]:
    """Countries of the entities of that name."""
    return {entity.country for entity in text.entities if entity.name == name}


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Georgia Gov. Tom Marsh spoke.", "Tom Marsh", "USA"),
        ("They met in Georgia and Ohio. Georgia Police Chief Tom Marsh spoke.", "Tom Marsh", "USA"),
        ("The minister of Georgia, Tom Marsh, met the Ukrainian envoy in Tbilisi.", "Tom Marsh", "GEO"),
        ("Ann Marsh, the police chief of Greece, New York, said no.", "Ann Marsh", "USA"),
        ("Greece Police Chief Ann Marsh spoke in Greece, New York.", "Ann Marsh", "USA"),
        ("Ann Marsh, the police chief of Greece, said no.", "Ann Marsh", "GRC"),
        ("Ann Marsh, the envoy of Jordan, met Texas officials.", "Ann Marsh", "JOR"),
    ],
)
def test_whose_a_person_is(read: Read, words: str, name: str, country: str) -> None:
    assert countries(read(words), name) == {country}


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Ukraine and Georgia asked the alliance for help.", {"Ukraine", "Georgia"}),
        ("Georgia's president met Georgian officers. Georgia Republicans sent a letter.", {"Georgia"}),
        ("She would be the governor of Georgia. She lost the Georgia gubernatorial race.", set()),
        ("Voters in Florida, Georgia and Ohio stayed at home.", set()),
        ("Officials from Jordan, Texas and Ohio met.", {"Jordan"}),
        ("They flew to Peru, Chile, California and Ohio.", {"Peru", "Chile"}),
    ],
)
def test_which_names_are_states(read: Read, words: str, acts: set[str]) -> None:
    found = {entity.name for entity in read(words).entities if entity.kind == "state"}
    assert found == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Voters in Georgia stayed at home. Georgia sued.", set()),
        ("Armenia and Georgia asked for help.", {"Armenia", "Georgia"}),
        ("Georgia asked for help. Tbilisi fears a war.", {"Georgia"}),
    ],
)
def test_at_home_the_region_is_meant(read: Read, words: str, acts: set[str]) -> None:
    found = {entity.name for entity in read(words, None, "CNN").entities if entity.kind == "state"}
    assert found == acts


def test_a_town_of_a_capitals_name(read: Read) -> None:
    assert not [e for e in read("She came from Rome, Georgia, on Monday.").entities if e.name == "Georgia"]
