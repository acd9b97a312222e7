"""offices.tsv -> the persons in it, found by name as written, with their terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from dateline.records import Actor, DateRange, Day, Office
from dateline.tables import Row, Shape, alternatives, load_table
from dateline.who.names import canonical, initials_fit, is_junior, skeleton, split_name, surname_key
from dateline.who.terms import OFFICES, Term, make_term

FAMILY = Shape("family_names.tsv", ("name",), ("name",), ("name",))
_FOLDER = Path(__file__).parent
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "SGP", "MAC"})
_BODIES = frozenset({"EUE", "UNO", "XNT", "XIM", "XWB", "XLA"})
_BOTH_ENDS = frozenset({"VNM", "JPN", "HUN", "KHM"})


@cache
def family_names() -> frozenset[str]:
    """Family names, folded, of peoples who write them first."""
    return frozenset(row[0] for row in load_table(_FOLDER, FAMILY))


@dataclass(slots=True)
class Person:
    """One person of the table; `rows` are the terms' rows, parsed when asked for."""

    name: str
    country: str | None
    rows: list[Row] = field(default_factory=list)
    _terms: tuple[Term, ...] | None = None
    _actor: Actor | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, as the table orders them."""
        if self._terms is None:
            self._terms = tuple(make_term(row) for row in self.rows)
        return self._terms

    @property
    def aliases(self) -> list[str]:
        """Other spellings, without the name itself."""
        return [
            alias
            for alias in dict.fromkeys(a for row in self.rows for a in alternatives(row[1]))
            if alias != self.name
        ]

    @property
    def actor(self) -> Actor:
        """The record; an office's side is None where the table does not know the very day."""
        if self._actor is None:
            offices = tuple(
                Office(t.title, _day(t.starts), _day(t.ends)) for t in sorted(self.terms, key=_first_day)
            )
            self._actor = Actor(
                Actor.make_id("person", self.name, self.country), self.name, tuple(self.aliases),
                "person", self.country, offices,
            )  # fmt: skip
        return self._actor

    def holds(self, offices: Iterable[str]) -> list[Term]:
        """The terms in any of those offices."""
        wanted = set(offices)
        return [term for term in self.terms if term.office in wanted]

    def in_office(self, on: DateRange) -> bool:
        """Whether some office may have been held on some day of `on`."""
        return any(term.possible.overlaps(on) for term in self.terms)


class People:
    """All persons of the tables. Indexes are built when first used."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        persons: dict[tuple[str, str], Person] = {}
        for row in load_table(_FOLDER, OFFICES, overlay):
            country = row[9] or row[2]
            person = persons.get((row[0], country))
            if person is None:
                person = persons[row[0], country] = Person(row[0], None if country in _BODIES else country)
            person.rows.append(row)
        self.persons = list(persons.values())

    @cached_property
    def _index(self) -> _Index:
        return _Index(self.persons)

    @cached_property
    def by_office(self) -> dict[tuple[str, str], list[Person]]:
        """(country, office) -> everybody who held it."""
        found: dict[tuple[str, str], list[Person]] = {}
        for person in self.persons:
            for key in dict.fromkeys((row[2], row[3]) for row in person.rows):
                found.setdefault(key, []).append(person)
        return found

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """Actor id -> person."""
        return {Actor.make_id("person", p.name, p.country): p for p in self.persons}

    def exactly(self, name: str) -> list[Person]:
        """Everybody of whom that is a whole name, but for accents and short forms."""
        return _unique(self._index.full.get(canonical(split_name(name)), ()))

    def named(self, name: str) -> list[Person]:
        """Everybody whose full name can be written so: exact first, then without middle names, then transliterated."""
        words = canonical(split_name(name))
        juniors = self._index.juniors.get(words) if is_junior(name) else None
        if juniors:
            return _unique(juniors)
        if len(words) < 2:
            return _unique(self._index.single.get(words[0], ())) if words else []
        index = self._index
        exact = index.full.get(words)
        if exact:
            return _unique(exact)
        found = [
            person
            for person, known in index.ends.get((words[0], words[-1]), ())
            if len(words) == 2 or len(known) == 2 or initials_fit(words, known)
        ]
        if not found and len(words[0]) == 1:
            found = [
                p
                for p, k in index.tails.get(surname_key(split_name(name))[-1:], ())
                if k[0][0] == words[0] and len(words) == 2
            ]
            found = found if len(set(map(id, found))) == 1 else []
        if not found:
            found = list(index.sounds.get(tuple(map(skeleton, surname_key(split_name(name)))), ()))
        return _unique(found)

    def surnamed(self, surname: str) -> list[Person]:
        """Everybody whose family name can be written so ("Assad", "Van Rompuy", "Pena Nieto")."""
        words = surname_key(split_name(surname))
        juniors = self._index.juniors.get(words) if is_junior(surname) else None
        if juniors:
            return _unique(juniors)
        return _unique([person for person, _ in self._index.tails.get(words, ())])

    def first_named(self, name: str) -> list[Person]:
        """Monarchs, popes and sheikhs go by the first name."""
        words = canonical(split_name(name))
        return _unique(self._index.firsts.get(words[0], ())) if words else []


class _Index:
    """Names -> persons: whole names, first and last word, endings (surnames), first words, and their sounds."""

    def __init__(self, persons: list[Person]) -> None:
        self.full: dict[tuple[str, ...], list[Person]] = {}
        self.ends: dict[tuple[str, str], list[tuple[Person, tuple[str, ...]]]] = {}
        self.tails: dict[tuple[str, ...], list[tuple[Person, tuple[str, ...]]]] = {}
        self.firsts: dict[str, list[Person]] = {}
        self.single: dict[str, list[Person]] = {}
        self.juniors: dict[tuple[str, ...], list[Person]] = {}
        self._persons = persons
        self._sounds: dict[tuple[str, ...], list[Person]] = {}
        family = family_names()
        for person in persons:
            names = {person.name}
            for row in person.rows:
                if row[1]:
                    names.update(row[1].split("|"))
            for name in names:
                words = split_name(name)
                if is_junior(name):
                    for key in (canonical(words), words[-1:]):
                        self.juniors.setdefault(key, []).append(person)
                elif words:
                    self._add(person, canonical(words), surname_key(words), family)

    def _add(
        self, person: Person, words: tuple[str, ...], plain: tuple[str, ...], family: frozenset[str]
    ) -> None:
        self.full.setdefault(words, []).append(person)
        self.firsts.setdefault(words[0], []).append(person)
        if len(words) == 1:
            self.single.setdefault(words[0], []).append(person)
            return
        country = person.country
        entry = (person, words)
        if country in _FAMILY_FIRST and words[0] in family:
            self.tails.setdefault(plain[:1], []).append(entry)
            self.full.setdefault((*words[1:], words[0]), []).append(person)
            if country not in _BOTH_ENDS:
                return
        if country in _BOTH_ENDS:
            self.full.setdefault((words[-1], *words[:-1]), []).append(person)
        self.ends.setdefault((words[0], words[-1]), []).append(entry)
        for start in range(1, len(words)):
            self.tails.setdefault(plain[start:], []).append(entry)

    @property
    def sounds(self) -> dict[tuple[str, ...], list[Person]]:
        if not self._sounds:
            for words, persons in self.full.items():
                if len(words) > 1:
                    self._sounds.setdefault(tuple(map(skeleton, words)), []).extend(persons)
                    if len(words) > 2:
                        self._sounds.setdefault((skeleton(words[0]), skeleton(words[-1])), []).extend(persons)
        return self._sounds


def _unique(persons: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in persons}.values())


def _day(days: DateRange | None) -> Day | None:
    return days.earliest if days is not None and days.earliest == days.latest else None


def _first_day(term: Term) -> tuple[int, str]:
    first = term.possible.earliest
    return (first.toordinal() if first else 0, term.office)
