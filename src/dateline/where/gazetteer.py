"""The tables of places -> every place of a name, with what it is, how big, and where; indexed when first used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from dateline.folding import fold
from dateline.records import Place
from dateline.tables import COUNTRY, NUMBER, Row, Shape, alternatives, load_lines, load_table, read_rows

Kind = Literal["country", "region", "water", "city"]

PLACES = Shape(
    "places.tsv",
    ("name", "also_known_as", "country", "state", "lat", "lon", "population"),
    required=("name", "country"),
    key=("name", "country", "state"),
    patterns={"country": COUNTRY, "lat": NUMBER, "lon": NUMBER, "population": (r"\d+", "a whole number")},
)
REGIONS = Shape(
    "regions.tsv",
    ("name", "also_known_as", "country", "lat", "lon", "kind"),
    required=("name",),
    key=("name", "country"),
    patterns={"country": COUNTRY, "lat": NUMBER, "lon": NUMBER, "kind": ("region|water", "region or water")},
)
COUNTRIES = Shape(
    "countries.tsv",
    ("country", "name", "also_known_as", "capital", "lat", "lon"),
    required=("country", "name"),
    key=("country",),
    patterns={"country": COUNTRY, "lat": NUMBER, "lon": NUMBER},
)
# who/states.tsv as an overlay lays it: its states are countries here too.
STATES = Shape(
    "states.tsv",
    ("country", "name", "short_names", "demonyms", "capital", "cities", "metonyms", "bodies", "forces"),
    required=("country", "name"),
    key=("country",),
    patterns={"country": COUNTRY},
)
SITES = Shape(
    "sites.tsv",
    ("name", "also_known_as", "town", "country"),
    required=("name", "town", "country"),
    key=("name", "country"),
    patterns={"country": COUNTRY},
)
PROMINENT = Shape(
    "prominent.tsv",
    ("name", "country", "state"),
    required=("name", "country"),
    key=("name",),
    patterns={"country": COUNTRY},
)
US_STATES = Shape("us_states.tsv", ("name", "code"), ("name", "code"), ("name",))
_FOLDER = Path(__file__).parent
_ARTICLES = frozenset({"al", "el", "ar", "as", "ad", "an", "ash", "at", "az"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the tables. `population` is 0 where it is unknown; `state` is a US state's postal code."""

    place: Place
    kind: Kind
    population: int = 0
    state: str = ""


def key_of(name: str) -> str:
    """One key for all ways of writing a name: case, accents, dashes, dots, "St." and a leading Arabic article."""
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    text = name.lower() if name.isascii() else fold(name)
    if text.isalpha():
        return text
    text = text.replace("'", "").replace(".", "").replace("-", " ").replace(",", " ").strip()
    if " " not in text:
        return text
    words = text.split()
    if words[0] in _ARTICLES or words[0] == "the":
        words = words[1:] or words
    return " ".join(["saint" if word == "st" else word for word in words])


class Gazetteer:
    """Countries and regions are few and held ready; towns are found through an index of line numbers."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay
        if overlay:  # so that a bad row is reported at once
            _ = self._towns, self._named

    @cached_property
    def countries(self) -> dict[str, Entry]:
        """ISO code -> the country."""
        return {
            row[0]: Entry(Place(row[1], row[0], *_point(row[4], row[5])), "country")
            for row in self._country_rows
        }

    @cached_property
    def _country_rows(self) -> list[Row]:
        rows = {row[0]: row for row in load_table(_FOLDER, COUNTRIES, self._overlay)}
        from_states = load_states(self._overlay)
        for country, name, short_names, capital in from_states:
            known = rows.get(country)
            lat, lon = (known[4], known[5]) if known else ("", "")
            rows[country] = (country, name, short_names, capital, lat, lon)
        return list(rows.values())

    @cached_property
    def capitals(self) -> dict[str, str]:
        """ISO code -> the capital's name."""
        return {row[0]: row[3] for row in self._country_rows if row[3]}

    @cached_property
    def sites(self) -> dict[str, list[tuple[str, str]]]:
        """Key of a building's or a square's name -> the towns it may stand in, each with its country."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, others, town, country in load_table(_FOLDER, SITES, self._overlay):
            for key in {key_of(form) for form in (name, *alternatives(others))}:
                found.setdefault(key, []).append((town, country))
        return found

    @cached_property
    def prominent(self) -> dict[str, tuple[str, str]]:
        """Key of a town's name -> country and US state of the one that is meant when nothing more is said."""
        return {key_of(row[0]): (row[1], row[2]) for row in load_table(_FOLDER, PROMINENT, self._overlay)}

    @cached_property
    def us_states(self) -> dict[str, str]:
        """Name in regions.tsv -> postal code."""
        return {row[0]: row[1] for row in load_table(_FOLDER, US_STATES)}

    @cached_property
    def _named(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for row in self._country_rows:
            for key in {key_of(name) for name in (row[1], *alternatives(row[2]))}:
                found.setdefault(key, []).append(self.countries[row[0]])
        for name, others, country, lat, lon, kind in load_table(_FOLDER, REGIONS, self._overlay):
            entry = Entry(
                Place(name, country or None, *_point(lat, lon)), "water" if kind == "water" else "region"
            )
            for key in {key_of(form) for form in (name, *alternatives(others))}:
                found.setdefault(key, []).append(entry)
        return found

    @cached_property
    def _towns(self) -> list[str]:
        return load_lines(_FOLDER, PLACES, self._overlay)

    @cached_property
    def _index(self) -> tuple[dict[str, int | list[int]], dict[str, int | list[int]]]:
        names: dict[str, int | list[int]] = {}
        unchecked: dict[str, int | list[int]] = {}
        for number, line in enumerate(self._towns):
            name, others, _ = line.split("\t", 2)
            _file(names, key_of(name), number)
            if others:
                for form in others.split("|"):
                    if form[:1] == "~":
                        _file(unchecked, key_of(form[1:]), number)
                    else:
                        _file(names, key_of(form), number)
        return names, unchecked

    def named(self, name: str) -> list[Entry]:
        """Every place of that name: countries and regions, then towns, the most populous first."""
        key = key_of(name)
        if not key or name == name.lower():
            return []
        names, unchecked = self._index
        found = list(self._named.get(key, ()))
        lines = names.get(key)
        if lines is None and not found:
            lines = unchecked.get(key)
        numbers = [] if lines is None else [lines] if isinstance(lines, int) else lines
        towns = [_town(self._towns[number]) for number in numbers]
        return found + sorted(towns, key=lambda entry: -entry.population)


def load_states(overlay: Sequence[Path]) -> list[tuple[str, str, str, str]]:
    """(code, name, short names, capital) of the states that overlay folders bring."""
    rows = [
        row
        for folder in overlay
        if (folder / STATES.name).is_file()
        for row in read_rows(folder / STATES.name, STATES)
    ]
    return [(row[0], row[1], row[2], row[4]) for row in rows]


def _file(index: dict[str, int | list[int]], key: str, number: int) -> None:
    known = index.setdefault(key, number)
    if known is number:
        return
    if isinstance(known, int):
        if known != number:
            index[key] = [known, number]
    elif number not in known:
        known.append(number)


def _town(line: str) -> Entry:
    row = line.split("\t")
    return Entry(Place(row[0], row[2], *_point(row[4], row[5])), "city", int(row[6] or 0), row[3])


def _point(lat: str, lon: str) -> tuple[float | None, float | None]:
    return (float(lat), float(lon)) if lat and lon else (None, None)
