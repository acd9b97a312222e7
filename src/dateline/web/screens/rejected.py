"""Inputs that gave no article, and why: by code, by import, page by page, complete as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.pages import Pages
from dateline.chronicle.rejections import Rejections, meanings
from dateline.records import Rejected
from dateline.web.ask import Ask, address
from dateline.web.listing import facets, turn
from dateline.web.screen import Answer, Page, Rows, Screen


def found(ask: Ask) -> Rejections:
    """Those that the address asks for."""
    return Rejections(ask.pages, tuple(ask.many("code")), ask.one("under"))


def show(ask: Ask) -> Answer:
    """One page of them."""
    rejections = found(ask)
    page = turn(ask, rejections)
    return Page(
        "Rejected inputs",
        {
            "turn": page,
            "facets": facets(ask, rejections, ("code",), 20),
            "meanings": meanings(sorted({one.code for one in page.records})),
            "under": [("under", ask.one("under"), ask.url(under=None))] if ask.one("under") else [],
        },
    )


def rows(ask: Ask) -> Rows:
    """All of them."""
    return Rows(found(ask).all(), Rejected)


def examples(pages: Pages) -> Sequence[str]:
    """All, those of the first code, those of an import that is not there."""
    codes = Rejections(pages).facet("code", 1)
    return [
        "/rejected",
        *(address("/rejected", [("code", one.value)]) for one in codes),
        "/rejected?under=nowhere",
    ]


SCREEN = Screen(name="rejected", paths=("/rejected",), show=show, rows=rows, examples=examples)
