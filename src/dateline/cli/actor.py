"""`dateline actor`: one actor's offices, events and quotations; without a name, the list of actors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.empty import more, nothing, say, unfinished
from dateline.cli.render import console, count, emit_json, one_line, short
from dateline.cli.said import print_quotations
from dateline.cli.show import print_chronicle
from dateline.records import Actor, to_json

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle


@click.command()
@options.project
@click.argument("name", required=False)
@options.limit
@options.as_json
def actor(project: str, name: str | None, limit: int | None, as_json: bool) -> None:
    """One actor: offices, events as source or target, quotations by issue with cue class and via. No NAME: everybody."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        if name is None:
            _everybody(chronicle, limit, as_json)
            return
        found = chronicle.actor(name)
        events = chronicle.events(actor=found.id)
        quotations = chronicle.quotations(speaker=found.id)
        if as_json:
            emit_json({**to_json(found), "events": to_json(list(events)), "said": to_json(list(quotations))})
            return
        _head(found)
        out = console()
        spoken = Counter(issue for quotation in quotations for issue in quotation.issues)
        if spoken:
            issues = ", ".join(f"{issue.replace('_', ' ')} ({n})" for issue, n in spoken.most_common(8))
            out.print(f"  speaks of: {issues}")
        out.print(f"\n{count(len(events), 'event') if events else 'No event names this actor.'}")
        if events:
            print_chronicle(events, limit)
        out.print(f"\n{count(len(quotations), 'quotation') if quotations else 'Nobody quotes this actor.'}")
        shown = quotations[:limit] if limit else quotations
        if shown:
            print_quotations(chronicle, shown, speakers=False)
            more(len(quotations) - len(shown))
        unfinished(chronicle)


def _head(found: Actor) -> None:
    from rich.text import Text

    out = console()
    words = f"  {found.kind.replace('_', ' ')} {found.country or ''}".rstrip()
    out.print(Text.assemble((one_line(found.name), "bold"), words, (f"  {found.id}", "dim")))
    if found.also_known_as:
        out.print(f"  also: {one_line(', '.join(found.also_known_as))}")
    for office in found.offices:
        out.print(f"  {one_line(office.title)}: {office.from_ or '?'} to {office.to or 'open'}")


def _everybody(chronicle: Chronicle, limit: int | None, as_json: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    everybody = chronicle.actors()
    if as_json:
        emit_json(list(everybody))
        return
    if not everybody:
        nothing(chronicle, "No actor is known by name in these articles.")
        return
    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("actor", overflow="fold")
    for column in ("kind", "country"):
        table.add_column(column, no_wrap=True)
    for column in ("mentions", "quotations"):
        table.add_column(column if out.width >= 100 else f"{column[:4]}.", justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True, style="dim")
    ranked = sorted(everybody, key=lambda a: (-(a.mentions + a.quotations), a.name, a.id))
    shown = ranked[:limit] if limit else ranked
    for item in shown:
        table.add_row(
            Text(one_line(item.name)),
            item.kind.replace("_", " "),
            item.country or "",
            str(item.mentions),
            str(item.quotations),
            short(item.id, out.width),
        )
    out.print(table)
    more(len(ranked) - len(shown))
    if shown:
        say(f'One of them: dateline actor {chronicle.path} "{one_line(shown[0].name)}"')
