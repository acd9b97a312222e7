"""Every story: when, how many articles and outlets, what happened; by outlet, actor and storyline."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.chronicle.pages import Found, Pages
from dateline.records import Story
from dateline.web.ask import Ask
from dateline.web.listing import asked_days, facets, turn
from dateline.web.screen import Answer, Page, Rows, Screen
from dateline.web.strips import strip

FACETS = ("outlet", "actor", "storyline")


def found(ask: Ask) -> Found:
    """The stories that the address asks for."""
    return ask.pages.find(
        "story", ask.filters(FACETS), first=ask.day("from"), last=ask.day("to", end=True),
        newest=ask.choice("order", ("oldest", "newest")) == "newest",
    )  # fmt: skip


def show(ask: Ask) -> Answer:
    """One page of stories."""
    stories = found(ask)
    page = turn(ask, stories)
    held = [story.storyline_id for story in page.records if story.storyline_id]
    return Page(
        "Stories",
        {
            "turn": page,
            "lines": ask.pages.labels("storyline", held) if held else {},
            "facets": facets(ask, stories, FACETS),
            "bars": strip(ask, stories.density()),
            "newest": stories.newest,
            "asked_days": asked_days(ask),
        },
    )


def rows(ask: Ask) -> Rows:
    """Every story that the address asks for."""
    return Rows(found(ask).all(), Story)


def examples(pages: Pages) -> Sequence[str]:
    """The whole, one filtered by the first value of each facet, one that nothing meets."""
    stories = pages.find("story")
    made = ["/stories", "/stories?order=newest&size=10", "/stories?outlet=Nobody+At+All"]
    return made + [f"/stories?{name}={one.value}" for name in FACETS for one in stories.facet(name, 1)]


SCREEN = Screen(
    name="stories", paths=("/stories",), show=show, rows=rows, examples=examples, bar="Stories", place=20
)
