"""Words -> (label, Actor) through the who resolver, remembered: states, demonyms, bodies, outlets, seats of power."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Actor

if TYPE_CHECKING:
    from dateline.where import Where
    from dateline.who import Who


HIGH = frozenset({
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "other:vice_president",
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
            return Known("seat", "ORG" if who.organisation(words) else "GPE", actor)
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
            region = self.where.kind(words) == "region"
            self._regions[words] = self.where.country_of(words) if region else None
        return self._regions[words]

    def high_office(self, word: str) -> bool:
        """Whether a word is exactly the surname of somebody who led a state or a government, or was its foreign minister."""
        if word not in self._high:
            actors = self.who.surname(word)
            exact = (a for a in actors if any(word in name.split() for name in (a.name, *a.also_known_as)))
            self._high[word] = any(
                self.who.office(term.title) in HIGH for a in exact for term in self.who.terms(a.id)
            )
        return self._high[word]
