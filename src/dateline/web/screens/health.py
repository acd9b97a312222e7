"""Health: what the project holds, what it was made with, its size, what is wrong; the same as `dateline doctor`."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.condition import Condition, condition
from dateline.chronicle.pages import Pages
from dateline.web.ask import Ask
from dateline.web.screen import Answer, Extra, Fragment, Page, Rows, Screen

COLUMNS = ("part", "name", "value")
LAST = 5
LOOKS = ("", "yes", "again")


def _condition(ask: Ask) -> Condition:
    return condition(ask.pages, look=ask.choice("look", LOOKS) != "", again=ask.one("look") == "again")


def look(ask: Ask) -> Answer:
    """Where the look at the whole file stands, to be asked again and again."""
    return Fragment("health_look.html", {"look": ask.pages.looking.last})


def show(ask: Ask) -> Answer:
    """The page."""
    return Page(
        "Health",
        {
            "state": _condition(ask),
            "look": ask.pages.looking.last if ask.one("look") else None,
            "codes": ask.pages.store.rejection_counts()[:12],
            "past": ask.pages.imports.past()[:LAST],
            "tables": LEADS,
        },
    )


LEADS = {
    "articles": "/search", "rejected": "/rejected", "quotations": "/quotations", "mentions": "/chronicle",
    "events": "/chronicle", "stories": "/stories", "storylines": "/stories", "actors": "/actors",
}  # fmt: skip
"""Where the records of each table can be read."""


def rows(ask: Ask) -> Rows:
    """Every line, and every problem."""
    state = _condition(ask)
    found = [
        {"part": part, "name": name, "value": value} for part, lines in state.parts for name, value in lines
    ]
    found += [{"part": "Wrong", "name": "problem", "value": problem} for problem in state.problems]
    return Rows(found, COLUMNS)


def examples(pages: Pages) -> Sequence[str]:
    """As it opens, and with the look at the whole file."""
    return ["/health", "/health?look=yes"]


SCREEN = Screen(
    name="health",
    paths=("/health",),
    show=show,
    rows=rows,
    examples=examples,
    bar="Health",
    place=80,
    extra=(Extra("GET", "/health/look", look),),
)
