"""Words -> (label, Actor) through the who resolver, remembered: states, demonyms, bodies, outlets, seats of power."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Actor, Place

if TYPE_CHECKING:
    from dateline.where import Where
    from dateline.who import Who


HIGH = frozenset({
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "other:vice_president",
    "other:supreme_leader", "other:ruler",
})  # fmt: skip


class Known(NamedTuple):
    """A name of the reference tables. `kind`: state, demonym, body, outlet or seat (a capital, a palace)."""

    kind: str
    label: str
    actor: Actor


class Gazetteer:
    """Looks whole names up, most specific table first; each name is asked for once in a run."""

    def __init__(self, who: Who, where: Where) -> None:
        self.who, self.where = who, where
        self._regions: dict[str, str | None] = {}
        self._high: dict[str, bool] = {}
        self._known: dict[str, Known | None] = {}

    def find(self, words: str) -> Known | None:
        """What the name is, or None; persons are not looked for here."""
        try:
            return self._known[words]
        except KeyError:
            found = self._known[words] = self._find(words)
            return found

    def _find(self, words: str) -> Known | None:
        who = self.who
        if actor := who.state(words):
            return Known("state", "GPE", actor)
        if actor := who.demonym(words):
            return Known("demonym", "NORP", actor)
        if actor := who.stands_for(words):
            town = self.where.is_place(words) and not who.organisation(words)
            return Known("seat", "GPE" if town else "ORG", actor)
        if actor := who.organisation(words):
            return Known("body", "ORG", actor)
        if actor := who.outlet(words):
            return Known("outlet", "ORG", actor)
        return None

    def country(self, words: str) -> str | None:
        """ISO code when the words are a state's name or demonym, or the name of a region of a state."""
        known = self.find(words)
        if known is not None:
            return known.actor.country if known.kind in ("state", "demonym") else None
        if words not in self._regions:
            shouted = words.isupper() and words.isalpha() and len(words) > 3  # "SWAT" is no Swat
            region = not shouted and self.where.kind(words) == "region"
            self._regions[words] = self.where.country_of(words) if region else None
        return self._regions[words]

    def place(self, words: str) -> Place | None:
        """The place of that name, if one is meant."""
        return self.where.place(words)

    def place_country(self, words: str) -> str | None:
        """ISO code of the country in which the place of that name lies."""
        known = self.find(words)
        return known.actor.country if known else self.where.country_of(words)

    def within(self, elsewhere: Mapping[str, str]) -> Gazetteer:
        """The same tables for one article in which those names of states mean places of other countries."""
        return _Local(self, elsewhere) if elsewhere else self

    def high_office(self, word: str) -> bool:
        """Whether a word is exactly the surname of somebody who held high office."""
        if word not in self._high:
            actors = self.who.surname(word)
            exact = (a for a in actors if any(word in name.split() for name in (a.name, *a.also_known_as)))
            self._high[word] = any(self.held_high_office(a) for a in exact)
        return self._high[word]

    def held_high_office(self, actor: Actor) -> bool:
        """Whether somebody ever led a state or a government, or was its foreign or defence minister."""
        return any(term.office in HIGH for term in self.who.terms(actor.id))

    def countries(self, words: Iterable[str]) -> frozenset[str]:
        """ISO codes of the states that any of the names means, by name, demonym, capital or outlet."""
        found = (self.find(name) for name in words)
        return frozenset(k.actor.country for k in found if k and k.kind != "body" and k.actor.country)


class _Local(Gazetteer):
    """A gazetteer that takes some names of states for places elsewhere; what it remembers it shares with the whole one."""

    def __init__(self, whole: Gazetteer, elsewhere: Mapping[str, str]) -> None:
        self.__dict__.update(whole.__dict__)
        self._elsewhere = elsewhere

    def find(self, words: str) -> Known | None:
        return None if words in self._elsewhere else super().find(words)

    def country(self, words: str) -> str | None:
        return self._elsewhere.get(words) or super().country(words)

    def place(self, words: str) -> Place | None:
        return self.where.place(words, self._elsewhere.get(words))

    def place_country(self, words: str) -> str | None:
        return self._elsewhere.get(words) or super().place_country(words)
