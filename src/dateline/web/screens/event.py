"""One event: the merged record, every report with its sentence, its history, where accounts differ, why it is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.chronicle.pages import Pages
from dateline.records import Event, Mention, to_json
from dateline.web import words
from dateline.web.ask import Ask
from dateline.web.reports import Report, numbers, reports
from dateline.web.screen import Answer, Extra, Fragment, Page, Rows, Screen

IN_PLACE = 8
"""Reports shown where an event opens in the chronicle; all of them are on its own page."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source: its articles' reports, the first one and those taken from it with the reason."""

    first: Report
    others: tuple[tuple[Report, str], ...]


def show(ask: Ask) -> Answer:
    """The page of one event. Raises NotFound."""
    event = ask.pages.chronicle.event(ask.id)
    found = reports(ask.pages, event)
    story = ask.pages.labels("story", [event.story_id]) if event.story_id else {}
    return Page(
        words.one_line(event.title, 120),
        {
            "event": event,
            "reports": found,
            "number": numbers(found),
            "by_article": _by_article(found),
            "origins": origins(event, found),
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


def origins(event: Event, found: Sequence[Report]) -> list[Origin]:
    """The tree of sources: reports that go back to one origin stand under its first, with the reason."""
    by_mention = {report.mention.id: report for report in found}
    by_article: dict[str, Report] = {}
    for report in found:
        by_article.setdefault(report.article.id, report)

    def of(one: str) -> Report | None:
        return by_mention.get(one) or by_article.get(one)

    parent: dict[str, str] = {}
    reasons: dict[str, str] = {}

    def root(article: str) -> str:
        while parent.get(article, article) != article:
            article = parent[article]
        return article

    order = {article: position for position, article in enumerate(by_article)}
    for left, right, reason in event.origins:
        one, other = of(left), of(right)
        if one is None or other is None or one.article.id == other.article.id:
            continue
        first, second = sorted((root(one.article.id), root(other.article.id)), key=lambda a: order[a])
        if first != second:
            parent[second] = first
            later = max((one.article.id, other.article.id), key=lambda a: order[a])
            reasons.setdefault(later if later != first else second, reason)
    groups: dict[str, list[str]] = {}
    for article in by_article:
        groups.setdefault(root(article), []).append(article)
    return [
        Origin(
            by_article[first],
            tuple((by_article[one], reasons.get(one, "the same origin")) for one in members if one != first),
        )
        for first, members in groups.items()
    ]


def _by_article(found: Sequence[Report]) -> list[tuple[Report, list[Report]]]:
    grouped: dict[str, list[Report]] = {}
    for report in found:
        grouped.setdefault(report.article.id, []).append(report)
    return [(several[0], several) for several in grouped.values()]


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
    extra=(Extra("GET", "/event/{id}/sentences", sentences),),
)
