"""`dateline article`: one text with quotations and triggers in colour."""

from __future__ import annotations

from collections.abc import Sequence

import click

from dateline.cli import options
from dateline.cli.render import console, days, emit_json
from dateline.records import Mention, Quotation, to_json

QUOTE_STYLE = "green"
TRIGGER_STYLE = "bold reverse"


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--project", "-p", default=None, type=click.Path(dir_okay=False), help="Project file.")
@click.option("--removed", is_flag=True, help="Also what was taken out of the body, and why.")
@options.as_json
def article(article_id: str, project: str | None, removed: bool, as_json: bool) -> None:
    """One article with its marks in colour: quotations and the words that tell of events."""
    import dateline
    from dateline.cli.project import only_project

    with dateline.open(project or only_project(), create=False) as chronicle:
        found = chronicle.article(article_id)
        quotations = list(chronicle.quotations(article=found.id))
        mentions = list(chronicle.mentions(article=found.id))
    if as_json:
        emit_json({**to_json(found), "quotations": to_json(quotations), "mentions": to_json(mentions)})
        return
    from rich.text import Text

    out = console()
    out.print(Text(found.title or "untitled", style="bold"))
    source = ", ".join(part for part in (found.outlet, *found.byline) if part)
    out.print(
        f"{source or 'unknown outlet'}  {days(found.published)} ({found.published.basis})", markup=False
    )
    out.print(Text(f"{found.source}  {found.id}", style="dim"))
    if found.copy_of:
        out.print(f"a copy of {found.copy_of}: {found.copied_share:.0%} of its words", style="yellow")
    out.print()
    out.print(_coloured(found.text, quotations, mentions))
    out.print()
    legend = Text.assemble(("quotation", QUOTE_STYLE), "  ", ("event", TRIGGER_STYLE))
    out.print(legend)
    for mention in sorted(mentions, key=lambda m: m.trigger.start):
        sides = ", ".join(a.name for a in mention.source) + " → " + ", ".join(a.name for a in mention.target)
        out.print(
            Text(
                f"  {mention.trigger.text}: {mention.type} {mention.status} {days(mention.when)}  {sides}",
                style="dim",
            )
        )
    if removed:
        out.print()
        for piece in found.removed:
            out.print(Text(f"removed ({piece.reason}): {piece.text}", style="dim"))


def _coloured(text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> object:
    from rich.text import Text

    body = Text(text)
    for quotation in quotations:
        if quotation.kind != "indirect":
            for piece in quotation.pieces or (quotation.content,):
                body.stylize(QUOTE_STYLE, piece.start, piece.end)
    for mention in mentions:
        body.stylize(TRIGGER_STYLE, mention.trigger.start, mention.trigger.end)
    return body
