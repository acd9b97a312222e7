"""One story: its course in lanes, and how its outlets differ: matrix, only-in facts, voices, coloured words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from dateline.chronicle.comparison import StoryComparison
from dateline.chronicle.pages import Pages
from dateline.errors import UsageError
from dateline.records import Story, to_json
from dateline.web.ask import Ask, address
from dateline.web.judging import about, judge
from dateline.web.lanes import lanes
from dateline.web.listing import Choice
from dateline.web.marks import Mark, marked
from dateline.web.screen import Answer, Extra, Page, Redirect, Rows, Screen

REASONS = 3
"""Reasons shown for a turning point, the weightiest first."""
COLUMNS = ("section", "key", "title", "outlet", "state", "position", "share", "article_id", "text")


@dataclass(frozen=True, slots=True)
class Coloured:
    """A sentence of the narration with its coloured words marked; `neutral`: another outlet's words for the same."""

    sentence: Markup
    article_id: str
    kinds: tuple[str, ...]
    neutral: tuple[tuple[str, str, str, str], ...]


def show(ask: Ask) -> Answer:
    """The page of one story. Raises NotFound."""
    story = ask.pages.chronicle.story(ask.id)
    told = ask.pages.course(story)
    comparison, turning = told.comparison, told.turning
    lacks = ask.one("lacks")
    if lacks and lacks not in {space.outlet for space in comparison.outlets}:
        known = ", ".join(space.outlet for space in comparison.outlets)
        raise UsageError(f"'{lacks}' has no article of this story", remedy=f"Known: {known}")
    held = {event.id: event for event in told.events}
    line = ask.pages.chronicle.storyline(story.storyline_id) if story.storyline_id else None
    return Page(
        story.title,
        {
            "story": story,
            "comparison": comparison,
            "event_rows": [row for row in comparison.events if not lacks or lacks in row.omitted_by],
            "lacking": lacking(ask, comparison),
            "lacks": lacks,
            "events": told.events,
            "turning": [
                (held[point.event_id], "; ".join(words for _, words, _ in point.reasons[:REASONS]))
                for point in turning
                if point.event_id in held
            ],
            "lanes": lanes(told.events, [point.event_id for point in turning]),
            "line": line,
            "siblings": [
                (one, title)
                for one, title in ask.pages.labels("story", line.stories[:30]).items()
                if one != story.id
            ]
            if line
            else [],
            "coloured": coloured(comparison),
            "only_in": [
                (outlet, list(items))
                for outlet, items in groupby(
                    sorted(comparison.only_in, key=lambda one: (one.outlet, one.article_id, one.span.start)),
                    lambda one: one.outlet,
                )
            ],
            "judged": about(ask.pages, story.id),
        },
    )


def lacking(ask: Ask, comparison: StoryComparison) -> dict[str, Choice]:
    """By outlet, how many events it omitted and the address that shows these alone; none of an outlet that omitted none."""
    asked = ask.one("lacks")
    counts = Counter(outlet for row in comparison.events for outlet in row.omitted_by)
    return {
        outlet: Choice(outlet, count, outlet == asked, ask.url(lacks=None if outlet == asked else outlet))
        for outlet, count in counts.items()
    }


def coloured(comparison: StoryComparison) -> list[tuple[str, list[Coloured]]]:
    """By outlet, a line for each sentence."""
    made: dict[str, list[Coloured]] = {space.outlet: [] for space in comparison.outlets}
    ordered = sorted(comparison.marks, key=lambda m: (m.outlet, m.article_id, m.sentence.start, m.span.start))
    for (outlet, article, _), several in groupby(
        ordered, lambda m: (m.outlet, m.article_id, m.sentence.start)
    ):
        marks = list(several)
        sentence = marks[0].sentence
        shown = marked(
            sentence.text,
            [Mark(m.span.start, m.span.end, "l-coloured", m.kind.replace("_", " ")) for m in marks],
            sentence.start,
        )
        neutral = tuple(
            (m.span.text, m.neutral_outlet or "", m.neutral.text, m.neutral_article_id or "")
            for m in marks
            if m.neutral
        )
        kinds = tuple(dict.fromkeys(m.kind.replace("_", " ") for m in marks))
        made.setdefault(outlet, []).append(Coloured(shown, article, kinds, neutral))
    return [(outlet, found) for outlet, found in made.items() if found]


def rows(ask: Ask) -> Rows:
    """The matrix: a row for each fact and outlet."""
    comparison = ask.pages.course(ask.pages.chronicle.story(ask.id)).comparison
    made = [
        {
            "section": section, "key": row.key, "title": row.title, "outlet": cell.outlet, "state": cell.state,
            "position": cell.position, "share": cell.share, "article_id": cell.article_id,
            "text": cell.spans[0].text if cell.spans else cell.why,
        }
        for section, several in (
            ("event", comparison.events), ("quotation", comparison.quotations), ("actor", comparison.actors),
        )
        for row in several
        for cell in row.cells
    ]  # fmt: skip
    return Rows(made, COLUMNS)


def data(ask: Ask) -> Any:
    """The story with the whole comparison, as the command `compare --json` gives it."""
    story = ask.pages.chronicle.story(ask.id)
    return {**to_json(story), "outlets_compared": to_json(ask.pages.course(story).comparison)}


def change(ask: Ask) -> Redirect:
    """What the analyst decides about the story."""
    return judge(ask, ask.pages.chronicle.story(ask.id).id, home="/stories")


def examples(pages: Pages) -> Sequence[str]:
    """Those with the most outlets and the most events, and the first; what an outlet of the first of them omitted."""
    chosen: list[Story] = []
    several: list[Story] = pages.find("story").page(1, 200)
    if several:
        chosen = [
            max(several, key=lambda one: (len(one.outlets), one.id)),
            max(several, key=lambda one: (len(one.events), one.id)),
            several[0],
        ]
    made = list(dict.fromkeys(f"/story/{one.id}" for one in chosen))
    for one in chosen[:1]:
        omitted = [outlet for row in pages.course(one).comparison.events for outlet in row.omitted_by]
        made += [address(made[0], [("lacks", outlet)]) for outlet in omitted[:1]]
    return made


SCREEN = Screen(
    name="story",
    paths=("/story/{id}",),
    show=show,
    rows=rows,
    data=data,
    examples=examples,
    extra=(Extra("POST", "/judge/story/{id}", change),),
)
