"""A person's name as written, and a day -> the one person it can mean; offices by day, days by office."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from dateline.records import Actor, DateRange, Day
from dateline.tables import Shape, load_table
from dateline.who.names import split_name
from dateline.who.offices import Offices
from dateline.who.people import People, Person
from dateline.who.terms import Term
from dateline.who.titles import Titled, Titles

COMMON = Shape("common_names.tsv", ("kind", "name"), ("kind", "name"), ("kind", "name"))
_FOLDER = Path(__file__).parent
_YEAR = dt.timedelta(days=365)
# How long before the first and after the last term a full name is still read as that person's ..
_CAREER = (40 * _YEAR, 40 * _YEAR)
_FREQUENT = (3 * _YEAR, 20 * _YEAR)  # .. with a frequent surname
# A surname alone points at those in offices of rank 20 and above, at candidates, and at former heads for eight years.
_HIGH, _HEAD, _MINOR = 20, 4, 40
# What may name a post and not a person: "the Russian president", "president of Russia", "Russia's President".
_POST = re.compile(r"^[Tt]he\s|\sof\s|['’]s?\s|\s[a-z]+$")
_CANDIDATE = frozenset({"other:presidential_candidate"})
_BEFORE, _AFTER = _YEAR / 4, 4 * _YEAR


class Persons:
    """Persons by name, with everything the tables know of their offices."""

    def __init__(self, overlay: Sequence[Path], country_of: Callable[[str], str | None]) -> None:
        self.people = People(overlay)
        self.titles = Titles(overlay, country_of)
        self.ranks = Offices(overlay)
        self._overlay = overlay

    @cached_property
    def common(self) -> frozenset[str]:
        """Names that alone point at nobody: frequent surnames, first names, everyday words."""
        return frozenset(name for _, name in load_table(_FOLDER, COMMON, self._overlay))

    @cached_property
    def _frequent(self) -> frozenset[str]:
        """Surnames so frequent that even a full name may be somebody else's."""
        return frozenset(n for kind, n in load_table(_FOLDER, COMMON, self._overlay) if kind == "surname")

    def find(self, name: str, on: DateRange, country: str | None) -> Actor | None:
        """The person, or None; see `Who.person`."""
        titled = self.titles.split(name)
        if titled.any and len(self.people.exactly(name)) == 1:
            titled = Titled(name)  # "Major Garrett": the title is his name
        words = split_name(titled.bare)
        if not words:
            return None
        if _POST.search(name):
            post = self.titles.split(name, whole=True)
            if not post.bare and post.country and len(post.offices) == 1 and not (post.former or post.coming):
                return self.holder(post.country, post.offices[0], on)
        found = self._candidates(titled, words)
        country = country or titled.country
        if country:
            found = [p for p in found if p.country == country or any(row[2] == country for row in p.rows)]
        person = self._choose(found, words, titled, on)
        return person.actor if person else None

    def _candidates(self, titled: Titled, words: tuple[str, ...]) -> list[Person]:
        if titled.by_first_name:
            named = [p for p in self.people.first_named(words[0]) if set(words) <= _words(p)]
            reigned = [p for p in named if p.holds(titled.offices)] if titled.offices else named
            if reigned:
                return reigned
        named = self.people.named(titled.bare)
        return named or self.people.surnamed(titled.bare)

    def _choose(
        self, found: list[Person], words: tuple[str, ...], titled: Titled, on: DateRange
    ) -> Person | None:
        full = len(words) > 1
        common = words[-1] in self.common
        alone = not (full or titled.offices or titled.by_first_name)
        if alone:
            found = [] if common else self._by_surname(found, words[0], on)
        elif titled.offices:
            fit = [person for person in found if person.holds(titled.offices)]
            found = fit if fit or not full else found
            if common and not full and on.known and not titled.former:
                found = _in_office(found, titled.offices, on)
        elif full and words[-1] in self._frequent:
            found = [p for p in found if any(split_name(n)[:1] == words[:1] for n in (p.name, *p.aliases))]
        if titled.former and on.earliest:
            found = [p for p in found if _over(p, titled.offices, on.earliest)] or found
        if len(found) > 1 and on.known:
            found = _in_office(found, () if titled.former else titled.offices, on)
        if len(found) != 1:
            return None
        before, after = _FREQUENT if full and words[-1] in self._frequent else _CAREER
        return found[0] if _plausible(found[0].terms, on, before, after) else None

    def _by_surname(self, found: list[Person], surname: str, on: DateRange) -> list[Person]:
        """Those whom a surname alone can mean; nobody where somebody else of that name was in a lesser office then."""
        known = [person for person in found if self._known_by_surname(person, surname, on)]
        others = [term for person in found if person not in known for term in person.terms]
        rivals = [
            t for t in others if on.known and t.possible.overlaps(on) and self.ranks.rank(t)[0] < _MINOR
        ]
        return [] if rivals else known

    def _known_by_surname(self, person: Person, surname: str, on: DateRange) -> bool:
        """Whether a surname alone, spelled so, may be read as this person: in high office then, or lately at the head."""
        if len(surname) < 2 or not any(
            surname in split_name(name) for name in (person.name, *person.aliases)
        ):
            return False
        for term in person.terms:
            rank = self.ranks.rank(term)[0]
            after = _AFTER if rank <= _HEAD else dt.timedelta(0)
            if (rank <= _HIGH or term.office in _CANDIDATE) and _plausible((term,), on, _BEFORE, after):
                return True
        return False

    def surname(self, surname: str, on: DateRange) -> tuple[Actor, ...]:
        """See `Who.surname`."""
        people = self.people.surnamed(self.titles.split(surname).bare)
        people.sort(key=lambda p: (on.known and not p.in_office(on), min(map(self.ranks.rank, p.terms))))
        return tuple(person.actor for person in people)

    def holder(self, country: str, office: str, on: DateRange) -> Actor | None:
        """See `Who.holder`."""
        sure: list[Person] = []
        rivals = 0
        for person in self.people.by_office.get((country, office), ()):
            terms = [term for term in person.holds((office,)) if term.country == country]
            if any(term.held(on) for term in terms):
                sure.append(person)
            elif any(_disputes(term, on) for term in terms):
                rivals += 1
        return sure[0].actor if len(sure) == 1 and not rivals else None

    def role(self, actor_id: str, on: DateRange) -> str | None:
        """See `Who.role`."""
        term = self.top_term(actor_id, on)
        return term.title if term else None

    def top_term(self, actor_id: str, on: DateRange) -> Term | None:
        """The most senior term that surely covers every day of `on`."""
        held = [term for term in self.terms(actor_id) if term.held(on)]
        return min(held, key=self.ranks.rank) if held else None

    def terms(self, actor_id: str) -> tuple[Term, ...]:
        """See `Who.terms`."""
        person = self.people.by_id.get(actor_id)
        return person.terms if person else ()

    def bounds(self, name: str, title_words: str) -> DateRange | None:
        """See `Who.bounds`."""
        titled = self.titles.split(f"{title_words} {name}")
        if not titled.offices:
            offices = self.titles.offices(title_words)
            titled = dataclasses.replace(self.titles.split(name), offices=offices)
        words = split_name(titled.bare)
        if not titled.offices or not words:
            return None
        people = [p for p in self._candidates(titled, words) if p.holds(titled.offices)]
        terms = [term for person in people for term in person.holds(titled.offices)]
        terms = [term for term in terms if term.country == titled.country] or terms
        return _span(terms, titled)


def _words(person: Person) -> set[str]:
    names = (person.name, *person.aliases)
    return {word for name in names for word in split_name(name)}


def _in_office(found: list[Person], offices: tuple[str, ...], on: DateRange) -> list[Person]:
    """Those in office on `on`: surely, else possibly."""
    terms = [(person, person.holds(offices) if offices else person.terms) for person in found]
    sure = [person for person, held in terms if any(t.sure is not None and t.sure.overlaps(on) for t in held)]
    return sure or [person for person, held in terms if any(t.possible.overlaps(on) for t in held)]


def _over(person: Person, offices: tuple[str, ...], day: Day) -> bool:
    ends = [term.ends.latest for term in person.holds(offices) if term.ends and term.ends.latest]
    return bool(ends) and max(ends) < day


def _plausible(terms: Sequence[Term], on: DateRange, before: dt.timedelta, after: dt.timedelta) -> bool:
    """Whether `on` lies within some term or that near to it; always where `on` is open or a term has no date."""
    if on.earliest is None or on.latest is None:
        return True
    for term in terms:
        first, last = term.possible.earliest, term.possible.latest
        if (first is None or first - before <= on.latest) and (last is None or on.earliest <= last + after):
            return True
    return False


def _disputes(term: Term, on: DateRange) -> bool:
    """Whether a term stands against somebody else's on `on`; one whose end nobody wrote down counts only while sure."""
    if term.ends is None and term.sure is not None:
        return term.sure.overlaps(on)
    return term.possible.overlaps(on)


def _span(terms: list[Term], titled: Titled) -> DateRange | None:
    """The days from the first to the last of the terms, moved for "former" and "-elect"."""
    if not terms:
        return None
    if titled.former:
        after = [term.ends.earliest if term.ends else term.possible.earliest for term in terms]
        return DateRange(None if None in after else min(day for day in after if day), None, basis="reference")
    first = [term.possible.earliest for term in terms]
    last = [term.possible.latest for term in terms]
    if titled.coming:
        begin = [term.starts.latest if term.starts else None for term in terms]
        return DateRange(None, None if None in begin else max(day for day in begin if day), basis="reference")
    return DateRange(
        None if None in first else min(day for day in first if day),
        None if None in last else max(day for day in last if day),
        basis="reference",
    )
