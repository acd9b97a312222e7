"""A listing and the address that asked for it -> what templates need to show one page of it with its filters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dateline.chronicle.pages import Value
from dateline.errors import NotFound
from dateline.web.ask import Ask


class Listed(Protocol):
    """What a listing can be asked: `Found` of records, `Searched` of articles."""

    @property
    def total(self) -> int: ...

    def page(self, number: int, size: int) -> Sequence[Any]: ...

    def facet(self, name: str, limit: int = 12) -> list[Value]: ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with the address that adds it, or takes it away where it is chosen."""

    label: str
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of a listing: its name and its values, most first."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One page of a listing: its records, where it stands, the addresses of its neighbours."""

    records: tuple[Any, ...]
    total: int
    number: int
    pages: int
    first: int
    last: int
    previous: str | None
    next: str | None


def turn(ask: Ask, found: Listed) -> Turn:
    """The page of a listing that the address asks for. Raises NotFound past the end."""
    total, number, size = found.total, ask.page, ask.size
    pages = max(1, math.ceil(total / size))
    if number > pages:
        raise NotFound(f"there is no page {number}", remedy=f"The last one is page {pages}")
    records = tuple(found.page(number, size))
    start = (number - 1) * size
    return Turn(
        records, total, number, pages, start + 1 if records else 0, start + len(records),
        ask.url(page=number - 1 if number > 2 else None) if number > 1 else None,
        ask.url(page=number + 1) if number < pages else None,
    )  # fmt: skip


def facets(ask: Ask, found: Listed, names: Sequence[str], limit: int = 10) -> tuple[Facet, ...]:
    """The facets of a listing; one that has no value is left out."""
    made = (Facet(name, _choices(ask, name, found.facet(name, limit))) for name in names)
    return tuple(facet for facet in made if facet.choices)


def _choices(ask: Ask, name: str, values: Sequence[Value]) -> tuple[Choice, ...]:
    """A chosen value may be written in the address in words; taking it away then clears the whole facet."""
    return tuple(
        Choice(
            one.label,
            one.count,
            one.chosen,
            ask.toggle(name, one.value)
            if not one.chosen or one.value in ask.many(name)
            else ask.url(**{name: None}),
        )
        for one in values
    )


def asked_days(ask: Ask) -> list[tuple[str, str, str]]:
    """The ends of the period that the address asks for: name, value, and the address without it."""
    return [(name, ask.one(name), ask.url(**{name: None})) for name in ("from", "to") if ask.one(name)]
