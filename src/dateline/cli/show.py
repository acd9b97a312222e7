"""`dateline show`: the chronicle by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import click

from dateline.cli import options
from dateline.cli.render import console, days, emit_json, one_line, place, status, who_whom
from dateline.records import EVENT_TYPES, STATUSES, Event


@click.command()
@options.project
@options.event_filters
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
    limit: int | None,
    as_json: bool,
) -> None:
    """The chronicle by day: date, who did what to whom, where, status, reports / outlets / independent sources."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        events: Sequence[Event] = chronicle.events(
            actor=actor,
            country=country.upper() if country else None,
            type=options.checked("type", type_, EVENT_TYPES, upper=True),
            status=options.checked("status", status, STATUSES),
            outlet=outlet,
            issue=issue,
            story=story,
            from_=from_,
            to=to,
        )
    if as_json:
        emit_json(list(events[:limit] if limit else events))
    else:
        print_chronicle(events, limit)


def print_chronicle(events: Iterable[Event], limit: int | None) -> None:
    """Events as a table, days in order, undated ones last; an empty result says what to do."""
    from rich.table import Table

    listed = sorted(events, key=_by_day)
    if not listed:
        console(stderr=True).print("No event matches. Drop a filter, or build more articles in.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("date", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("who → whom", ratio=2, overflow="fold")
    table.add_column("where", overflow="fold", max_width=24)
    table.add_column("rep/out/ind", no_wrap=True, justify="right")
    table.add_column("event", no_wrap=True, style="dim")
    previous = ""
    for event in listed[:limit] if limit else listed:
        date = days(event.when)
        table.add_row(
            date if date != previous else "",
            event.type,
            status(event.status),
            one_line(who_whom(event.source, event.target, event.mutual)),
            place(event.where),
            f"{len(event.mentions)}/{len(event.outlets)}/{event.independent_sources}",
            event.id,
        )
        previous = date
    console().print(table)
    if limit and len(listed) > limit:
        console(stderr=True).print(f"{len(listed) - limit} more; raise --limit to see them.")


def _by_day(event: Event) -> tuple[dt.date, dt.date, str]:
    first = event.when.earliest or event.when.latest or dt.date.max
    return first, event.when.latest or dt.date.max, event.id
