"""Where: a name as written -> the one place it can mean, or None; and what lies in what."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

from dateline.folding import fold
from dateline.records import Place
from dateline.where.gazetteer import Entry, Gazetteer, Kind, key_of

_MUCH = 5  # a town is meant without more ado when it has this many times the people of the next of its name
_EARTH = 6371.0


class Where:
    """The places that the tables know. Indexes are built when first asked for."""

    def __init__(self, overlay: Sequence[Path] = ()) -> None:
        self._gazetteer = Gazetteer(overlay)
        self._decide = lru_cache(maxsize=20_000)(self._decided)

    @classmethod
    def load(cls, overlay: tuple[Path, ...] = ()) -> Where:
        """Read the tables, those of the overlay folders laid over them; raises ConfigError naming file and line."""
        return cls(overlay)

    def place(self, name: str, country: str | None = None) -> Place | None:
        """The place of that name, in that country (ISO alpha-3) where one is given.

        "City, Country" and "City, Ore." are understood. Of several places a country comes before a region and a
        region before towns; of towns one wins that has five times the people of the next, or is the biggest and a
        capital, or stands in prominent.tsv; else None.
        """
        found = self._decide(name.strip(), country)
        return found.place if found else None

    def kind(self, name: str, country: str | None = None) -> Kind | None:
        """What the place of that name is: country, region, water or city; None where `place` is None."""
        found = self._decide(name.strip(), country)
        return found.kind if found else None

    def people(self, name: str, country: str | None = None) -> int:
        """How many live in the town of that name; 0 for what is no town or where it is unknown."""
        found = self._decide(name.strip(), country)
        return found.population if found else 0

    def candidates(self, name: str, country: str | None = None) -> tuple[Place, ...]:
        """Every place of that name, countries and regions first, then towns by population."""
        return tuple(entry.place for entry in self._entries(name.strip(), country))

    def is_place(self, name: str) -> bool:
        """Whether any place has that name, even if it cannot be told which."""
        return bool(self._entries(name.strip(), None))

    def country_of(self, name: str) -> str | None:
        """The ISO code of the country a place lies in: of the one meant, or the one all of that name share."""
        found = self.place(name)
        if found:
            return found.country
        countries = {entry.place.country for entry in self._entries(name.strip(), None)}
        return countries.pop() if len(countries) == 1 else None

    def in_country(self, place: Place) -> Place | None:
        """The country a place lies in, as a place."""
        entry = self._gazetteer.countries.get(place.country or "")
        return entry.place if entry else None

    def centre(self, country: str) -> Place | None:
        """The country of that ISO code as a place, at a point near its middle."""
        entry = self._gazetteer.countries.get(country)
        return entry.place if entry else None

    def capital(self, country: str) -> Place | None:
        """The capital of a country."""
        name = self._gazetteer.capitals.get(country)
        return self.place(name, country) if name else None

    def site(self, name: str, spoken_of: Collection[str] = ()) -> Place | None:
        """The town of a building, a square or a seat known by its own name: "White House", "Tahrir Square".

        `spoken_of` are ISO codes of countries that tell sites of one name apart. None where it is not known which.
        """
        towns = self._gazetteer.sites.get(key_of(name.strip()), [])
        if len(towns) > 1:
            towns = [one for one in towns if one[1] in spoken_of]
        return self.place(*towns[0]) if len(towns) == 1 else None

    def contains(self, outer: Place, inner: Place) -> bool:
        """Whether `inner` is surely `outer` or inside it: the same place, or a place in that country."""
        if key_of(outer.name) == key_of(inner.name) and outer.country == inner.country:
            return True
        country = self._gazetteer.countries.get(outer.country or "")
        return country is not None and country.place.name == outer.name and inner.country == outer.country

    def distance(self, one: Place, other: Place) -> float | None:
        """Great-circle distance in kilometres; None where a position is unknown."""
        if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
            return None
        lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
        dlat, dlon = lat2 - lat1, math.radians(other.lon - one.lon)
        a = math.sin(dlat / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
        return 2 * _EARTH * math.asin(min(1.0, math.sqrt(a)))

    def _decided(self, name: str, country: str | None) -> Entry | None:
        entries = self._entries(name, country)
        for kind in ("country", "region"):
            of_kind = [entry for entry in entries if _class(entry) == kind]
            if len(of_kind) == 1:
                return self._unless_region(of_kind[0], entries)
            if of_kind:
                return None
        return (
            _biggest(entries)
            or _biggest([e for e in entries if fold(e.place.name) == fold(name)])
            or self._meant(name, entries)
        )

    def _meant(self, name: str, entries: list[Entry]) -> Entry | None:
        """Of towns of one name the one the news means: the biggest where it is a capital, or the table's."""
        country, state = self._gazetteer.prominent.get(key_of(name), ("", ""))
        known = [e for e in entries if e.place.country == country and e.state == (state or e.state)]
        if known:
            return known[0]
        first = entries[0] if entries else None
        capital = first and self._gazetteer.capitals.get(first.place.country or "")
        return first if first and capital and key_of(capital) == key_of(first.place.name) else None

    @staticmethod
    def _unless_region(first: Entry, entries: list[Entry]) -> Entry | None:
        """A country that shares its name with a region abroad is not decided; a town gives way to its own region's name."""
        rivals = [e for e in entries if e.kind == "region" and e.place.country != first.place.country]
        return None if first.kind == "country" and rivals else first

    def _entries(self, name: str, country: str | None) -> list[Entry]:
        found = self._gazetteer.named(name)
        if not found and "," in name:
            town, _, outer = (part.strip() for part in name.rpartition(","))
            return self._inside(town, outer, country)
        if country:
            found = [entry for entry in found if entry.place.country == country]
        return found

    def _inside(self, town: str, outer: str, country: str | None) -> list[Entry]:
        """Places of one name within places of another: "Portland, Ore.", "Ankara, Turkey"."""
        found = []
        for around in self._gazetteer.named(outer):
            code = around.place.country
            if code is None or (country and country != code):
                continue
            for entry in self._gazetteer.named(town):
                if entry.place.country != code or entry in found:
                    continue
                if around.kind == "country" or (around.kind == "region" and self._near(around, entry)):
                    found.append(entry)
        return found

    def _near(self, around: Entry, entry: Entry) -> bool:
        """Whether a town lies in a region: by US state where it is known, else within 500 km of its middle."""
        if entry.state and around.place.country == "USA":
            return self._gazetteer.us_states.get(around.place.name) == entry.state
        distance = self.distance(around.place, entry.place)
        return distance is not None and distance < 500


def _class(entry: Entry) -> str:
    return "region" if entry.kind == "water" else entry.kind


def _biggest(entries: list[Entry]) -> Entry | None:
    if not entries:
        return None
    if len(entries) == 1:
        return entries[0]
    first, second = entries[0], entries[1]
    return first if first.population and first.population >= _MUCH * second.population else None
