"""`dateline quotes`: who said what, grouped by speaker and issue."""

from __future__ import annotations

from collections.abc import Sequence

import click

from dateline.cli import options
from dateline.cli.empty import more, nothing
from dateline.cli.render import emit_json
from dateline.cli.said import print_quotations
from dateline.cli.same import print_same
from dateline.records import Quotation


@click.command()
@options.project
@click.option("--speaker", help="Name, surname or id.")
@click.option("--issue", help="Issue id.")
@click.option("--kind", help="direct, mixed or indirect.")
@click.option("--cue-class", help="Class of the cue: say, claim, deny, ...")
@click.option("--outlet", help="Quoted by this outlet.")
@click.option(
    "--same", is_flag=True, help="Only words that several articles give, with how the wordings differ."
)
@options.limit
@options.as_json
def quotes(
    project: str,
    speaker: str | None,
    issue: str | None,
    kind: str | None,
    cue_class: str | None,
    outlet: str | None,
    same: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """Who said what: quotations grouped by speaker and issue, with cue class, via, and the same words elsewhere."""
    import dateline

    known = ("direct", "mixed", "indirect")
    with dateline.open(project, create=False) as chronicle:
        found: Sequence[Quotation] = chronicle.quotations(
            speaker=speaker,
            issue=issue,
            kind=options.checked("kind", kind, known),
            cue_class=cue_class,
            outlet=outlet,
        )
        if same:
            found = [quotation for quotation in found if quotation.same_as]
        shown = found[:limit] if limit else found
        if as_json:
            emit_json(list(shown))
        elif shown and same:
            print_same(chronicle, shown)
        elif shown:
            print_quotations(chronicle, shown)
            more(len(found) - len(shown))
        else:
            nothing(chronicle, "No quotation matches. Drop a filter, or build more articles in.")
