"""Words -> (label, Actor) through the who resolver, remembered: states, demonyms, bodies, outlets, seats of power."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Actor

if TYPE_CHECKING:
    from dateline.where import Where
    from dateline.who import Who


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
