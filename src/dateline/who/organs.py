"""A name -> the body it means: organisations, organs of states, "Russian foreign ministry"; ambiguous names mean none."""

from __future__ import annotations

from functools import cached_property

from dateline.records import Actor
from dateline.who.bodies import Organisations
from dateline.who.lexicon import Lexicon
from dateline.who.states import States


class Organs:
    """Bodies that are neither states nor outlets, with their PLOVER sector codes."""

    def __init__(self, states: States, organisations: Organisations) -> None:
        self._states = states
        self._organisations = organisations

    @cached_property
    def _entries(self) -> list[tuple[Actor, str, bool]]:
        return [*self._states.organs, *self._organisations.entries]

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """Actor id -> every body there is, those that every state has among them."""
        named = {actor.id: actor for actor, _, _ in self._entries}
        return {actor.id: actor for actor, _ in self._states.all_generic()} | named

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {actor.id: code for actor, code in self._states.all_generic()} | {
            actor.id: code for actor, code, _ in self._entries
        }

    def code(self, actor_id: str) -> str | None:
        """The PLOVER sector code of a body."""
        return self._codes.get(actor_id)

    @cached_property
    def _names(self) -> Lexicon[Actor]:
        lexicon: Lexicon[Actor] = Lexicon()
        for actor, _, first in self._entries:
            for name in (actor.name, *actor.also_known_as):
                lexicon.add(name, actor, first=first)
        return lexicon

    def find(self, name: str, country: str | None = None) -> Actor | None:
        """The body of that name, of that country when one is given; None when several share it."""
        found = self._names.all(name)
        if country:
            own = [actor for actor in found if actor.country == country]
            found = own or ([] if self._states.generic.all(name) else [a for a in found if a.country is None])
        one = self._names.among(found)
        if one:
            return one
        if country:
            return self._generic(country, name)
        return None if self._names.all(name) else self._owned(name)

    def _generic(self, country: str, name: str) -> Actor | None:
        found = self._states.organ(country, name)
        return found[0] if found else None

    def _owned(self, name: str) -> Actor | None:
        """ "Russian foreign ministry", "Iran's parliament": that state's body."""
        words = name.removeprefix("the ").removeprefix("The ").split()
        for end in range(min(3, len(words) - 1), 0, -1):
            code = self._states.code_of(" ".join(words[:end]))
            if code:
                return self.find(" ".join(words[end:]), code)
        return None
