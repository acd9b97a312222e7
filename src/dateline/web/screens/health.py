"""Health: what the project holds, what it was made with, its size, what is wrong; the same as `dateline doctor`."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.condition import condition
from dateline.chronicle.pages import Pages
from dateline.web.ask import Ask
from dateline.web.screen import Answer, Page, Rows, Screen

COLUMNS = ("part", "name", "value")
LAST = 5


def show(ask: Ask) -> Answer:
    """The page."""
    return Page(
        "Health",
        {
            "state": condition(ask.pages, look=ask.choice("look", ("", "yes")) == "yes"),
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
    state = condition(ask.pages, look=ask.choice("look", ("", "yes")) == "yes")
    found = [
        {"part": part, "name": name, "value": value} for part, lines in state.parts for name, value in lines
    ]
    found += [{"part": "Wrong", "name": "problem", "value": problem} for problem in state.problems]
    return Rows(found, COLUMNS)


def examples(pages: Pages) -> Sequence[str]:
    """As it opens, and with the look at the whole file."""
    return ["/health", "/health?look=yes"]


SCREEN = Screen(
    name="health", paths=("/health",), show=show, rows=rows, examples=examples, bar="Health", place=80
)
