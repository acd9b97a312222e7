"""Who: a name or a word, and a day -> the actor it means, or None when that cannot be told."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.records import UNDATED, Actor, DateRange
from dateline.who.bodies import Organisations, Outlets
from dateline.who.leaders import Leaders
from dateline.who.names import phrase, split_name
from dateline.who.organs import Organs
from dateline.who.persons import Persons
from dateline.who.sectors import Sectors
from dateline.who.states import States
from dateline.who.terms import HEADS, Term
from dateline.who.titles import Titled

_OWNER = re.compile(r"^(?:the\s+)?(.+?)(?:['’]s)?\s+(\w+)$", re.IGNORECASE)
_RULE = frozenset({"administration", "government", "regime", "authorities", "cabinet", "junta", "leadership"})


class Who:
    """The actors that the tables know. Indexes are built when they are first asked for."""

    def __init__(self, overlay: Sequence[Path] = ()) -> None:
        self._states = States(overlay)
        self._persons = Persons(overlay, self._states.code_of)
        self._leaders = Leaders(overlay)
        self._organs = Organs(self._states, Organisations(overlay))
        self._outlets = Outlets(overlay)
        self._sectors = Sectors(overlay)
        self._actors: dict[str, Actor] = {}

    @classmethod
    def load(cls, overlay: tuple[Path, ...] = ()) -> Who:
        """Read the tables, those of the overlay folders laid over them; raises ConfigError naming file and line."""
        who = cls(overlay)
        if overlay:
            who._read_all()
        return who

    def _read_all(self) -> None:
        """Touch every table, so that a bad overlay row is reported at once and not in the middle of a build."""
        _ = self._sectors.codes
        self._persons.titles.offices("president")
        self._persons.ranks.code("")
        self._leaders.office("", UNDATED)
        _ = self._persons.common, self._states.generic, self._organs.find(""), self._outlets.entries

    # Persons and their offices

    def person(self, name: str, on: DateRange = UNDATED, country: str | None = None) -> Actor | None:
        """The one person a name means, titles and all; a bare surname only where it is nobody else's on those days.

        "President Bush" of 2003 is George W. Bush, of no date nobody. `country` (ISO alpha-3) narrows the choice.
        """
        return self._keep(self._persons.find(name, on, country))

    def surname(self, surname: str, on: DateRange = UNDATED) -> tuple[Actor, ...]:
        """Office holders of that surname: those who may have been in office on `on` first, then the more senior."""
        return tuple(self._kept(self._persons.surname(surname, on)))

    def holder(self, country: str, office: str, on: DateRange) -> Actor | None:
        """Who surely held the office on every day of `on`; None when nobody did or a second person may have."""
        return self._keep(self._persons.holder(country, office, on))

    def leader(self, country: str, on: DateRange) -> Actor | None:
        """Who "the German leader" surely is on every day of `on`: whoever governs, not who is only its head of state."""
        office = self._leaders.office(country, on)
        return self.holder(country, office, on) if office else None

    def role(self, actor_id: str, on: DateRange) -> str | None:
        """The title of the most senior office surely held on every day of `on`; None when that cannot be told."""
        return self._persons.role(actor_id, on)

    def terms(self, actor_id: str) -> tuple[Term, ...]:
        """Everything a person held, in the table's order; () for other actors."""
        return self._persons.terms(actor_id)

    def bounds(self, name: str, title_words: str = "") -> DateRange | None:
        """When somebody of that name could be called by that title, basis "reference"; None when nobody could.

        "Josh Earnest", "White House spokesman" -> his term. Several terms or namesakes give the span of them all;
        "former" gives the days after the first of them, "-elect" those before the last. Sides are never tighter
        than known: a term from "2012-05" starts on the first of that month.
        """
        return self._persons.bounds(name, title_words)

    def office(self, words: str) -> str | None:
        """The office key a title phrase means ("secretary of state" -> "foreign_minister"); None when it means several."""
        found = self._persons.titles.offices(words)
        return found[0] if len(found) == 1 else None

    def offices(self, words: str) -> tuple[str, ...]:
        """Every office key a title phrase can mean ("spokesman" -> several), the usual one first."""
        return self._persons.titles.offices(words)

    def titled(self, name: str) -> Titled:
        """A name taken apart: what its titles and country words say, and the bare name."""
        return self._persons.titles.split(name)

    # States and what stands for them

    def state(self, name: str) -> Actor | None:
        """The state of that name or short name ("Russia", "the U.S."); None when two share it."""
        return self.country(self._states.names.one(name))

    def country(self, code: str | None) -> Actor | None:
        """The state with that ISO 3166 alpha-3 code."""
        return self._keep(self._states.by_country.get(code)) if code else None

    def demonym(self, word: str) -> Actor | None:
        """The state whose people or things a word names ("Russian", "Russians", "U.S."); None when two share it.

        "European" names the European Union, an organisation.
        """
        return self.country(self._states.demonyms.one(word)) or self._keep(
            self._organs.find("European Union") if phrase(word) in {"european", "europeans"} or word in {"EU", "E.U."} else None
        )  # fmt: skip

    def stands_for(self, name: str, on: DateRange = UNDATED) -> Actor | None:
        """Who acts when this name acts: a state for "Moscow" or "the Assad regime", a body for "the Kremlin".

        Whether it acts or is a place is for the caller to see. `on` tells holders of one surname apart.
        """
        if phrase(name) == "brussels":
            return self._keep(self._organs.find("European Union"))
        for lexicon in (self._states.metonyms, self._states.cities):
            if lexicon.all(name):
                return self.country(lexicon.one(name))
        ruled = self._ruled(name, on)
        if ruled:
            return ruled
        body = self._organs.find(name)
        return self._keep(body) if body is not None and body.kind == "government_body" else None

    def _ruled(self, name: str, on: DateRange) -> Actor | None:
        """ "the Clinton administration", "the Syrian government" -> the state."""
        match = _OWNER.match(name.strip())
        if match is None or match[2].lower() not in _RULE:
            return None
        code = self._states.code_of(match[1])
        if code:
            return self.country(code)
        people = self._persons.people.surnamed(match[1]) or self._persons.people.named(match[1])
        heads = [person for person in people if person.holds(HEADS)]
        now = [person for person in heads if on.known and person.in_office(on)]
        codes = {person.country for person in now or heads}
        return self.country(codes.pop()) if len(codes) == 1 else None

    # Organisations and outlets

    def organisation(self, name: str, country: str | None = None) -> Actor | None:
        """Any body but states and outlets; "Russian foreign ministry" and, with a country, "foreign ministry" too."""
        return self._keep(self._organs.find(name, country))

    def outlet(self, name: str) -> Actor | None:
        """A news outlet by name, domain or address; None when several share the name."""
        return self._keep(self._outlets.find(name))

    # Everything

    def find(self, name: str, on: DateRange = UNDATED, label: str | None = None) -> Actor | None:
        """Whoever is meant. `label` is the recogniser's (PERSON, ORG, GPE, NORP, LOC, FAC) and says what comes first.

        Towns are places here, not governments: ask `stands_for` when one acts.
        """
        name = name.strip()
        if label == "PERSON":
            return self.person(name, on) or self._not_a_person(name)
        if label == "NORP":
            return self.demonym(name) or self.organisation(name)
        if label == "GPE":
            return self.state(name) or self._house(name) or self.organisation(name)
        if label in {"ORG", "LOC", "FAC"}:
            return self._body(name) or self.state(name) or self.person(name, on)
        return (
            self._whole(name, on)
            or self.state(name)
            or self._body(name)
            or self.person(name, on)
            or self.demonym(name)
        )

    def _body(self, name: str) -> Actor | None:
        return self.organisation(name) or self._house(name) or self._outlet_as_such(name)

    def _house(self, name: str) -> Actor | None:
        return self.country(self._states.metonyms.one(name))

    def _outlet_as_such(self, name: str) -> Actor | None:
        """An outlet by more than one everyday word: "Times" or "Hill" alone need the caller's own look."""
        found = self.outlet(name)
        plain = phrase(name).count(" ") == 0 and not name.isupper() and name != (found.name if found else "")
        return None if plain else found

    def _whole(self, name: str, on: DateRange) -> Actor | None:
        """A person by full or titled name, not by a surname alone."""
        titled = self.titled(name)
        return self.person(name, on) if titled.any or len(split_name(name)) > 1 else None

    def _not_a_person(self, name: str) -> Actor | None:
        """What a recogniser takes for a person: a body always, a state when nobody is called so."""
        found = self.organisation(name) or self._house(name) or self._outlet_as_such(name)
        return found or (None if phrase(name) in self._persons.common else self.state(name))

    def actor(self, actor_id: str) -> Actor | None:
        """The record of an id that came from here."""
        if actor_id not in self._actors:
            person = self._persons.people.by_id.get(actor_id)
            return self._keep(person.actor) if person else self._bodies.get(actor_id)
        return self._actors[actor_id]

    @functools.cached_property
    def _bodies(self) -> dict[str, Actor]:
        """Everything in the tables that is no person, by id."""
        every = (*self._states.by_country.values(), *self._organs.by_id.values(), *self._outlets.actors)
        return {known.id: known for known in reversed(every)}

    def _keep(self, actor: Actor | None) -> Actor | None:
        if actor is not None:
            self._actors.setdefault(actor.id, actor)
        return actor

    def _kept(self, actors: Iterable[Actor]) -> Iterable[Actor]:
        for actor in actors:
            self._keep(actor)
            yield actor

    # Sectors

    def sector(self, word: str) -> tuple[str, str] | None:
        """Head noun or phrase of a group -> (sector, actor kind): "rebels" -> ("rebel", "armed_group")."""
        found = self._sectors.find(word)
        return (found.sector, found.kind) if found else None

    def sector_code(self, word: str) -> str | None:
        """The PLOVER sector code of a head noun or phrase: "rebels" -> "REB"."""
        found = self._sectors.find(word)
        return found.code if found else None

    def sector_of(self, actor_id: str, on: DateRange = UNDATED) -> tuple[str, str] | None:
        """(sector in words, PLOVER code) of a known actor: of a person by the office held over `on`, else by the last one."""
        terms = self._persons.terms(actor_id)
        if terms:
            top = self._persons.top_term(actor_id, on) or min(terms, key=self._persons.ranks.rank)
            code = self._persons.ranks.code(top.office)
        else:
            known = self.actor(actor_id)
            if known is None:
                return None
            default = {"state": "GOV", "media": "MED", "government_body": "GOV"}.get(known.kind)
            code = self._organs.code(actor_id) or default or ""
        return (self._sectors.codes.get(code, code.lower()), code) if code else None
