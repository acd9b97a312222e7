"""The actors of one article while it is read: drafts of entities, one for each actor, and what is learnt of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records import Actor, ActorKind
from dateline.syntax import Entity


@dataclass(slots=True)
class Draft:
    """An entity still being written. `gender` is m, f or None; `titles` are lemmas of titles given to it;
    `affiliations` are party letters with states, as the article tells them: ("D", "Ohio")."""

    name: str
    kind: ActorKind | None
    actor_id: str | None = None
    country: str | None = None
    role: str | None = None
    anonymous: bool = False
    sector: str | None = None
    description: str | None = None
    steps: int | None = None
    plural: bool = False
    gender: str | None = None
    head: str = ""
    bare_title: bool = False
    foreign: bool = False
    former: bool = False
    mentions: int = 0
    titles: set[str] = field(default_factory=set)
    epithets: set[str] = field(default_factory=set)
    affiliations: set[tuple[str, str]] = field(default_factory=set)

    @property
    def person(self) -> bool:
        """Whether a single human being."""
        return self.kind in ("person", "anonymous") and not self.plural


class Book:
    """Drafts by number; `add` gives the number of an equal draft where there is one."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_key: dict[tuple[object, ...], int] = {}

    def __getitem__(self, number: int) -> Draft:
        return self.drafts[number]

    def add(self, draft: Draft, *key: object) -> int:
        """The number of the draft with that key, entered now if it is new."""
        full = key or (draft.kind, draft.name.lower(), draft.country)
        known = self._by_key.get(full)
        if known is None:
            known = self._by_key[full] = len(self.drafts)
            self.drafts.append(draft)
        return known

    def actor(self, actor: Actor) -> int:
        """The number of an actor of the reference tables."""
        return self.add(
            Draft(name=actor.name, kind=actor.kind, actor_id=actor.id, country=actor.country),
            "actor",
            actor.id,
        )

    def entity(self, number: int, i: int) -> Entity:
        """Draft `number` as the entity that gets the number `i`."""
        d = self.drafts[number]
        return Entity(
            i=i, name=d.name, kind=d.kind, actor_id=d.actor_id, country=d.country, role=d.role,
            anonymous=d.anonymous, sector=d.sector, description=d.description, steps=d.steps, plural=d.plural,
        )  # fmt: skip
