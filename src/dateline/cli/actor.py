"""`dateline actor`: one actor's offices, events and quotations; without a name, the list of actors."""

from __future__ import annotations

from collections import Counter

import click

from dateline.cli import options
from dateline.cli.quotes import print_quotations
from dateline.cli.render import console, emit_json
from dateline.cli.show import print_chronicle
from dateline.records import to_json


@click.command()
@options.project
@click.argument("name", required=False)
@options.limit
@options.as_json
def actor(project: str, name: str | None, limit: int | None, as_json: bool) -> None:
    """One actor: offices, events as source or target, quotations by speaker and issue. No NAME: everybody."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        if name is None:
            everybody = chronicle.actors()
            if as_json:
                emit_json(list(everybody))
                return
            from rich.table import Table

            table = Table(box=None, pad_edge=False, header_style="bold")
            for column in ("actor", "kind", "country", "mentions", "quotations", "id"):
                table.add_column(column, justify="right" if column in ("mentions", "quotations") else "left")
            ranked = sorted(everybody, key=lambda a: (-(a.mentions + a.quotations), a.name))
            for item in ranked[:limit] if limit else ranked:
                table.add_row(
                    item.name,
                    item.kind,
                    item.country or "",
                    str(item.mentions),
                    str(item.quotations),
                    item.id,
                )
            console().print(table)
            return
        found = chronicle.actor(name)
        events = chronicle.events(actor=found.id)
        quotations = chronicle.quotations(speaker=found.id)
        if as_json:
            emit_json({**to_json(found), "events": to_json(list(events)), "said": to_json(list(quotations))})
            return
        from rich.text import Text

        out = console()
        aka = f"  also {', '.join(found.also_known_as)}" if found.also_known_as else ""
        out.print(
            Text.assemble(
                (found.name, "bold"), f"  {found.kind} {found.country or ''}{aka}", (f"  {found.id}", "dim")
            )
        )
        for office in found.offices:
            out.print(f"  {office.title}: {office.from_ or '?'} to {office.to or 'open'}", markup=False)
        issues = Counter(issue for quotation in quotations for issue in quotation.issues)
        if issues:
            out.print(
                "  spoke of: " + ", ".join(f"{issue} ({n})" for issue, n in issues.most_common(8)),
                markup=False,
            )
        out.print()
        print_chronicle(events, limit)
        out.print()
        print_quotations(chronicle, quotations[:limit] if limit else quotations)
