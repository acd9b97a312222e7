"""The chronicle: day by day, who did what to whom; a density strip to zoom with, facets with counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from dateline.chronicle.pages import FACETS, Found, Pages
from dateline.records import Event
from dateline.web import words
from dateline.web.ask import Ask, address
from dateline.web.listing import asked_days, facets, turn
from dateline.web.screen import Answer, Page, Rows, Screen
from dateline.web.strips import strip

FILTERS = (*FACETS, "source", "target", "pair", "name")


def found(ask: Ask) -> Found:
    """The events that the address asks for."""
    return ask.pages.find(
        "event", ask.filters(FILTERS), first=ask.day("from"), last=ask.day("to", end=True),
        newest=ask.choice("order", ("oldest", "newest")) == "newest",
    )  # fmt: skip


def show(ask: Ask) -> Answer:
    """One page of the chronicle."""
    events = found(ask)
    page = turn(ask, events)
    bins = events.density()
    offered = [*FACETS, *(name for name in FILTERS[len(FACETS) :] if name in events.filters)]
    return Page(
        "Chronicle",
        {
            "turn": page,
            "days": by_day(page.records),
            "facets": facets(ask, events, offered),
            "bars": strip(ask, bins),
            "period": _period(bins[0].first, bins[-1].last) if bins else "",
            "newest": events.newest,
            "asked_days": asked_days(ask),
            "kept": [
                (name, value) for name, value in ask.params if name not in ("from", "to", "page") and value
            ],
            "building": not ask.pages.chronicle.current and not ask.pages.chronicle.empty,
        },
    )


def by_day(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """Events under the heading of their day, in the order given."""
    return [(heading, list(group)) for heading, group in groupby(events, _heading)]


def _heading(event: Event) -> str:
    when = event.when
    if when.earliest is not None and when.earliest == when.latest:
        return words.weekday(when.earliest)
    said = words.days(when)
    return said[:1].upper() + said[1:]


def _period(first: dt.date, last: dt.date) -> str:
    return words.day(first) if first == last else f"{words.day(first)} to {words.day(last)}"


def rows(ask: Ask) -> Rows:
    """Every event that the address asks for."""
    return Rows(found(ask).all(), Event)


def examples(pages: Pages) -> Sequence[str]:
    """The whole, one filtered by the first value of each facet, one that nothing meets, one zoomed in."""
    events = pages.find("event")
    made = ["/", "/chronicle?order=newest&size=50", "/chronicle?actor=Nobody+At+All"]
    made += [
        address("/chronicle", [(name, value.value)]) for name in FACETS for value in events.facet(name, 1)
    ]
    made += [f"/chronicle?from={one.first}&to={one.last}" for one in events.density()[:1]]
    return made


SCREEN = Screen(
    name="chronicle",
    paths=("/chronicle", "/"),
    show=show,
    rows=rows,
    examples=examples,
    bar="Chronicle",
    place=10,
)
