"""Everybody who acts or speaks, the most active first; by kind and country."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.pages import Found, Pages
from dateline.records import Actor
from dateline.web.ask import Ask
from dateline.web.listing import facets, turn
from dateline.web.screen import Answer, Page, Redirect, Rows, Screen

FACETS = ("kind", "country")


def found(ask: Ask) -> Found:
    """The actors that the address asks for."""
    return ask.pages.find("actor", ask.filters(FACETS))


def show(ask: Ask) -> Answer:
    """One page of actors; `name` leads to the one who is called so. Raises NotFound."""
    if ask.one("name"):
        return Redirect(f"/actor/{ask.pages.chronicle.actor(ask.one('name')).id}")
    actors = found(ask)
    page = turn(ask, actors)
    return Page("Actors", {"turn": page, "facets": facets(ask, actors, FACETS)})


def rows(ask: Ask) -> Rows:
    """Every actor that the address asks for."""
    return Rows(found(ask).all(), Actor)


def examples(pages: Pages) -> Sequence[str]:
    """The whole, one filtered by the first value of each facet, one that nothing meets."""
    actors = pages.find("actor")
    made = ["/actors", "/actors?kind=nothing-of-the-kind"]
    return made + [f"/actors?{name}={one.value}" for name in FACETS for one in actors.facet(name, 1)]


SCREEN = Screen(
    name="actors", paths=("/actors",), show=show, rows=rows, examples=examples, bar="Actors", place=40
)
