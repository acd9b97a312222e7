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
    def actors(self) -> list[Actor]:
        """Every body the tables name."""
        return [
            *(actor for actor, _ in self._states.organs),
            *(entry[0] for entry in self._organisations.entries),
        ]

    @cached_property
    def codes(self) -> dict[str, str]:
        """Actor id -> PLOVER sector code."""
        codes = {actor.id: code for actor, code in self._states.organs}
        codes.update((entry[0].id, entry[1]) for entry in self._organisations.entries)
        return codes

    @cached_property
    def _names(self) -> Lexicon[Actor]:
        lexicon: Lexicon[Actor] = Lexicon()
        for actor in self.actors:
            for name in (actor.name, *actor.also_known_as):
                lexicon.add(name, actor)
        return lexicon

    @cached_property
    def _first(self) -> set[str]:
        return {entry[0].id for entry in self._organisations.entries if entry[2]}

    def find(self, name: str, country: str | None = None) -> Actor | None:
        """The body of that name, of that country when one is given; None when several share it."""
        found = self._names.all(name)
        if country:
            own = [actor for actor in found if actor.country == country]
            found = own or ([] if self._states.generic.all(name) else [a for a in found if a.country is None])
        if len(found) > 1:
            found = [actor for actor in found if actor.id in self._first]
        if len(found) == 1:
            return found[0]
        if country:
            return self._generic(country, name)
        return None if self._names.all(name) else self._owned(name)

    def _generic(self, country: str, name: str) -> Actor | None:
        found = self._states.organ(country, name)
        if found is None:
            return None
        self.codes[found[0].id] = found[1]
        return found[0]

    def _owned(self, name: str) -> Actor | None:
        """ "Russian foreign ministry", "Iran's parliament": that state's body."""
        words = name.removeprefix("the ").removeprefix("The ").split()
        for end in range(min(3, len(words) - 1), 0, -1):
            code = self._states.code_of(" ".join(words[:end]))
            if code:
                return self.find(" ".join(words[end:]), code)
        return None
