"""World and time: which country acts on which, a map, kinds of events through time; every mark leads to its events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote_plus

from dateline.chronicle.pages import FACETS, Bin, Found, Pages
from dateline.web.ask import Ask, address
from dateline.web.atlas import atlas, places
from dateline.web.listing import asked_days, facets
from dateline.web.matrix import matrix
from dateline.web.outlines import parts
from dateline.web.screen import Answer, Body, Extra, Page, Rows, Screen
from dateline.web.screens.chronicle import FILTERS, found
from dateline.web.strips import Bar, bars, span_word, strip
from dateline.web.tables import as_csv

OWN = ("map", "top")
"""What the address says of this screen alone; the chronicle is not asked it."""
TOP, MORE, MOST = 16, 32, 40
BINS, WIDE, HIGH = 40, 320, 56
PAIRS = ("source", "target", "type", "count")


@dataclass(frozen=True, slots=True)
class Panel:
    """One kind of event through time: its total, the address of them all, a bar for each run of days, the highest."""

    type: str
    total: int
    url: str
    bars: tuple[Bar, ...]
    most: int


def show(ask: Ask) -> Answer:
    """The page."""
    events = found(ask)
    here = ask.choice("map", [*parts()])
    top = ask.number("top", TOP, 4, MOST)
    pairs = events.values("pair")
    by_type = events.density_by("type", BINS)
    bins = events.density()
    names = _names(ask, events)
    offered = [*FACETS, *(name for name in FILTERS[len(FACETS) :] if name in events.filters)]
    chronicle = _chronicle(ask)
    return Page(
        "World and time",
        {
            "total": events.total,
            "matrix": matrix(pairs, names, top, _each(chronicle, "pair")),
            "top": top,
            "wider": ask.url(top=None if top > TOP else MORE),
            "map": atlas(here, events.values("country"), names, places(ask.pages.config.overlay),
                         lambda code: _with(chronicle, "country", code)),
            "parts_of_world": [(one.name, ask.url(map=one.key if one.key != "world" else None), one.key == here) for one in parts().values()],
            "panels": _panels(chronicle, events, by_type),
            "span": _span(by_type),
            "period": _period(by_type),
            "facets": facets(ask, events, offered),
            "bars": strip(ask, bins),
            "whole": chronicle.url(),
            "countries_csv": ask.url("/world/countries.csv", map=None, top=None),
            "types_csv": ask.url("/world/types.csv", map=None, top=None),
            "asked_days": asked_days(ask),
            "kept": [(name, value) for name, value in ask.params if name not in ("from", "to") and value],
        },
    )  # fmt: skip


def _chronicle(ask: Ask) -> Ask:
    """The same events as the chronicle shows them."""
    kept = tuple((name, value) for name, value in ask.params if name not in (*OWN, "page", "size"))
    return replace(ask, path="/chronicle", params=kept)


def _with(ask: Ask, name: str, value: str) -> str:
    """The address with one more value of a name."""
    return ask.url(**{name: list(dict.fromkeys([*ask.many(name), value]))})


def _each(ask: Ask, name: str) -> Callable[[str], str]:
    """The same for many values: the address is made once, each value put in its place."""
    held, hole = ask.many(name), "(one)"
    around = ask.url(**{name: [*held, hole]}).split(quote_plus(hole))

    def one(value: str) -> str:
        if value in held or len(around) != 2:
            return _with(ask, name, value)
        return quote_plus(value).join(around)

    return one


def _names(ask: Ask, events: Found) -> dict[str, str]:
    """Every country of these events by the project's name for it, else by that of the tables, else by its code."""
    codes = [code for code, _ in events.values("country")]
    known = places(ask.pages.config.overlay)
    names = ask.pages.labels("country", codes)
    return {
        code: names[code] if names[code] != code else known[code].name if code in known else code
        for code in codes
    }


def _panels(chronicle: Ask, events: Found, by_type: dict[str, list[Bin]]) -> list[Panel]:
    """Kinds of events, the most frequent first."""
    made = []
    for kind, total in events.values("type"):
        asked = replace(
            chronicle, params=(*((n, v) for n, v in chronicle.params if n != "type"), ("type", kind))
        )
        bins = by_type.get(kind, [])
        most = max((one.count for one in bins), default=0)
        made.append(Panel(kind, total, asked.url(), bars(asked, bins, WIDE, HIGH), most))
    return made


def _span(by_type: dict[str, list[Bin]]) -> str:
    """How long a bar is, in a word."""
    for bins in by_type.values():
        return span_word(bins)
    return ""


def _period(by_type: dict[str, list[Bin]]) -> tuple[str, str]:
    for bins in by_type.values():
        return str(bins[0].first), str(bins[-1].last)
    return "", ""


def rows(ask: Ask) -> Rows:
    """Every pair of countries by kind of event, with its number."""
    return Rows(_pairs(ask), PAIRS)


def _pairs(ask: Ask) -> Iterator[dict[str, Any]]:
    for (kind, pair), count in found(ask).crossed("type", "pair"):
        source, target = pair.split(">", 1)
        yield {"source": source, "target": target, "type": kind, "count": count}


def data(ask: Ask) -> Any:
    """All that the page draws, in figures."""
    events = found(ask)
    return {
        "events": events.total,
        "pairs": list(_pairs(ask)),
        "countries": list(_countries(ask, events)),
        "types": list(_types(events)),
    }


def _countries(ask: Ask, events: Found) -> Iterator[dict[str, Any]]:
    names = _names(ask, events)
    for code, count in events.values("country"):
        yield {"country": code, "name": names[code], "count": count}


def _types(events: Found) -> Iterator[dict[str, Any]]:
    for kind, bins in events.density_by("type", BINS).items():
        for one in bins:
            yield {"type": kind, "first": str(one.first), "last": str(one.last), "count": one.count}


def countries_csv(ask: Ask) -> Body:
    """The map as a table."""
    table = Rows(_countries(ask, found(ask)), ("country", "name", "count"))
    return Body("".join(as_csv(table)), "text/csv", "dateline-world-countries.csv")


def types_csv(ask: Ask) -> Body:
    """Kinds of events through time as a table."""
    table = Rows(_types(found(ask)), ("type", "first", "last", "count"))
    return Body("".join(as_csv(table)), "text/csv", "dateline-world-types.csv")


def examples(pages: Pages) -> Sequence[str]:
    """The whole, a part of the map, one filtered by the first value of some facets, one that nothing meets."""
    events = pages.find("event")
    made = ["/world", "/world?map=europe&top=32", "/world?actor=Nobody+At+All"]
    made += [
        address("/world", [(name, one.value)]) for name in ("type", "country", "actor", "pair") for one in events.facet(name, 1)
    ]  # fmt: skip
    return made + [f"/world?from={one.first}&to={one.last}" for one in events.density()[:1]]


SCREEN = Screen(
    name="world",
    paths=("/world",),
    show=show,
    rows=rows,
    data=data,
    examples=examples,
    bar="World",
    place=50,
    extra=(Extra("GET", "/world/countries.csv", countries_csv), Extra("GET", "/world/types.csv", types_csv)),
)
