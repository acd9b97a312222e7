"""One event: the merged record, every report with its sentence, its history, where accounts differ, why it is so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.chronicle.pages import Pages
from dateline.errors import NotFound
from dateline.records import Event, Mention, to_json
from dateline.web import judging, words
from dateline.web.ask import Ask
from dateline.web.reports import Report, numbers, reports
from dateline.web.screen import Answer, Extra, Fragment, Page, Rows, Screen

IN_PLACE = 8
"""Reports shown where an event opens in the chronicle; all of them are on its own page."""
STORY, OFFERED = 400, 12
"""Events of a story that are looked at, and offered, to merge with."""


def show(ask: Ask) -> Answer:
    """The page of one event. Raises NotFound."""
    try:
        event = ask.pages.chronicle.event(ask.id)
    except NotFound:
        return rejected(ask)
    found = reports(ask.pages, event)
    story = ask.pages.labels("story", [event.story_id]) if event.story_id else {}
    return Page(
        words.one_line(event.title, 120),
        {
            "event": event,
            "reports": found,
            "number": numbers(found),
            "by_article": _by_article(found),
            "first_of": _first_of(found),
            "judged": judging.about(ask.pages, event.id),
            "fields": judging.shown(event),
            "neighbours": neighbours(ask.pages, event),
            "story": story,
            "cited": cite(ask, event),
        },
    )


def sentences(ask: Ask) -> Answer:
    """The first reports of an event, for its row in the chronicle. Raises NotFound."""
    event = ask.pages.chronicle.event(ask.id)
    found = reports(ask.pages, event)
    return Fragment(
        "sentences.html",
        {"event": event, "reports": found[:IN_PLACE], "left": max(0, len(found) - IN_PLACE)},
    )


def cite(ask: Ask, event: Event) -> str:
    """How to cite the event: what, when, in which project, under which id; the same in every build of these articles."""
    outlets = f"{words.count(len(event.outlets), 'outlet')}, {words.count(event.independent_sources, 'independent source')}"
    return (
        f"“{words.one_line(event.title, 160)}”, {words.days(event.when)}. {event.type}, {event.status}; {outlets}. "
        f"Dateline project {ask.pages.path.name}, {event.id}."
    )


def neighbours(pages: Pages, event: Event) -> list[Event]:
    """Events of the same story that this one might be merged with: of the same type first, then by nearness in time."""
    if event.story_id is None:
        return []
    story = pages.chronicle.story(event.story_id)
    others: dict[str, Event] = pages.by_ids("events", [id for id in story.events if id != event.id][:STORY])
    return sorted(others.values(), key=lambda one: (one.type != event.type, _apart(event, one), one.id))[
        :OFFERED
    ]


def _apart(one: Event, other: Event) -> int:
    """Days between two events; many where one is undated."""
    a, b = one.when.earliest or one.when.latest, other.when.earliest or other.when.latest
    return abs((a - b).days) if a and b else 1_000_000


def rejected(ask: Ask) -> Answer:
    """The page of an event that an analyst rejected: what it was, and how to have it back. Raises NotFound."""
    event = judging.withdrawn(ask.pages, ask.id)
    if event is None:
        raise NotFound(
            f"no event has the id '{ask.id}'", remedy="It may have been merged; look in the chronicle"
        )
    return Page(
        "Rejected event",
        {"event": event, "judged": judging.about(ask.pages, ask.id)},
        template="event_rejected.html",
    )


def judge(ask: Ask) -> Answer:
    """What the analyst says of this event: confirmed, rejected, corrected, merged, split, renamed, taken back."""
    found: dict[str, Event] = ask.pages.by_ids("events", [ask.id])
    return judging.judge(ask, ask.id, judging.shown(found[ask.id]) if ask.id in found else None)


def _by_article(found: Sequence[Report]) -> list[tuple[Report, list[Report]]]:
    grouped: dict[str, list[Report]] = {}
    for report in found:
        grouped.setdefault(report.article.id, []).append(report)
    return [(several[0], several) for several in grouped.values()]


def _first_of(found: Sequence[Report]) -> dict[str, Report]:
    """Article id -> its first report."""
    return {report.article.id: report for report in reversed(found)}


def rows(ask: Ask) -> Rows:
    """Its reports."""
    event = ask.pages.chronicle.event(ask.id)
    return Rows([report.mention for report in reports(ask.pages, event)], Mention)


def data(ask: Ask) -> Any:
    """The event with its reports, as the command `event --json` gives it."""
    event = ask.pages.chronicle.event(ask.id)
    found = [to_json(report.mention) for report in reports(ask.pages, event)]
    return {**to_json(event), "reports": found}


def examples(pages: Pages) -> Sequence[str]:
    """The event with the most reports, one with discrepancies, the first and the last."""
    chosen: list[Event] = []
    everything = list(pages.find("event").page(1, 500))
    if everything:
        chosen.append(max(everything, key=lambda one: len(one.mentions)))
        chosen += [one for one in everything if one.discrepancies][:1]
        chosen += [one for one in everything if len(one.status_history) > 1][:1]
        chosen += [everything[0], everything[-1]]
    return list(dict.fromkeys(f"/event/{one.id}" for one in chosen))


SCREEN = Screen(
    name="event",
    paths=("/event/{id}",),
    show=show,
    rows=rows,
    data=data,
    examples=examples,
    extra=(Extra("GET", "/event/{id}/sentences", sentences), Extra("POST", "/judge/event/{id}", judge)),
)
