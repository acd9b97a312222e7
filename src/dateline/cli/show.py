"""`dateline show`: the chronicle by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.empty import more, nothing, unfinished
from dateline.cli.render import WIDE, console, days, emit_json, place, short, status, who_whom
from dateline.records import EVENT_TYPES, STATUSES, Event

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.chronicle import Chronicle

NOTHING = "No event matches. Drop a filter, or build more articles in."


@click.command()
@options.project
@options.event_filters
@click.option("--rejected", is_flag=True, help="Instead, the events that an analyst rejected.")
@options.limit
@options.as_json
def show(
    project: str,
    from_: dt.date | None,
    to: dt.date | None,
    actor: str | None,
    country: str | None,
    type_: str | None,
    status: str | None,
    outlet: str | None,
    issue: str | None,
    story: str | None,
    rejected: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """The chronicle by day: date, who did what to whom, where, status, reports / outlets / independent sources."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        events: Sequence[Event] = chronicle.events(
            actor=actor,
            country=country,
            type=options.checked("type", type_, EVENT_TYPES, upper=True),
            status=options.checked("status", status, STATUSES),
            outlet=outlet,
            issue=issue,
            story=story,
            from_=from_,
            to=to,
        )
        if rejected:
            events = chronicle.withdrawn("event")
        if as_json:
            emit_json(list(events[:limit] if limit else events))
        elif events:
            print_chronicle(events, limit)
            unfinished(chronicle)
        else:
            nothing(chronicle, f"{_misspelt(chronicle, actor)}{NOTHING}")


def _misspelt(chronicle: Chronicle, actor: str | None) -> str:
    """What is to be said of an actor that nobody here is called; nothing where one is."""
    from dateline import NotFound, UsageError

    try:
        if actor is not None:
            chronicle.actor(actor)
    except NotFound as error:
        return f"{error}\n"
    except UsageError:
        return ""
    return ""


def print_chronicle(events: Iterable[Event], limit: int | None) -> None:
    """Events, days in order, undated ones last: one line each where there is room, under their days where not."""
    listed = sorted(events, key=_by_day)
    shown = listed[:limit] if limit else listed
    out = console()
    if out.width >= WIDE:
        _wide(out, shown)
    else:
        _under_days(out, shown)
    more(len(listed) - len(shown))


def _wide(out: Console, shown: Sequence[Event]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("date", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("who → whom", ratio=2, overflow="fold")
    table.add_column("where", overflow="fold", max_width=24)
    table.add_column("rep/out/ind", no_wrap=True, justify="right")
    table.add_column("event", no_wrap=True, style="dim")
    previous = ""
    for event in shown:
        date = days(event.when)
        table.add_row(
            date if date != previous else "",
            event.type,
            status(event.status),
            who_whom(event.source, event.target, event.mutual),
            place(event.where),
            _counts(event),
            event.id,
        )
        previous = date
    out.print(table)


def _under_days(out: Console, shown: Sequence[Event]) -> None:
    from rich.table import Table
    from rich.text import Text

    type_width = max(len(event.type) for event in shown)
    status_width = max(len(event.status) for event in shown)
    counts_width = max(5, *(len(_counts(event)) for event in shown))
    out.print(Text("r/o/i: reports, outlets, independent sources", style="dim"))
    for date, group in groupby(shown, lambda event: days(event.when)):
        out.print(Text(date, style="bold"))
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, width=out.width)
        table.add_column(width=1)
        table.add_column(width=type_width)
        table.add_column(width=status_width)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=counts_width, justify="right")
        table.add_column(width=len(short(shown[0].id, out.width)), style="dim", no_wrap=True)
        for event in group:
            identity = short(event.id, out.width)
            who = Text(who_whom(event.source, event.target, event.mutual))
            if event.where:
                where = place(event.where)
                room = out.width - (1 + type_width + status_width + counts_width + len(identity) + 2 * 5)
                who.append("  " if len(who) + len(where) + 2 <= room else "\n")
                who.append(where, style="italic")
            table.add_row("", event.type, status(event.status), who, _counts(event), identity)
        out.print(table)


def _counts(event: Event) -> str:
    return f"{len(event.mentions)}/{len(event.outlets)}/{event.independent_sources}"


def _by_day(event: Event) -> tuple[dt.date, dt.date, bool, str]:
    first = event.when.earliest or event.when.latest or dt.date.max
    return first, event.when.latest or dt.date.max, event.when.earliest is None, event.id
