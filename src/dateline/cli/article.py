"""`dateline article`: one text with quotations and triggers in colour."""

from __future__ import annotations

from collections.abc import Sequence

import click

from dateline.cli import options
from dateline.cli.empty import say
from dateline.cli.render import console, count, days, emit_json, heading, one_line, safe, short, who_whom
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
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    out.print(Text(heading(found), style="bold"))
    source = one_line(", ".join(part for part in (found.outlet, *found.byline) if part))
    basis = f" ({found.published.basis})" if found.published.known else ""
    out.print(f"{source or 'unknown outlet'}  {days(found.published)}{basis}")
    out.print(Text(found.id, style="dim"))
    out.print(Text(one_line(found.source), style="dim", overflow="fold"))
    if found.copy_of:
        out.print(f"a copy of {found.copy_of}: {found.copied_share:.0%} of its words", style="yellow")
    out.print()
    out.print(_coloured(found.text, quotations, mentions))
    out.print()
    legend = Text.assemble(("quotation", QUOTE_STYLE), "  ", ("event", TRIGGER_STYLE))
    out.print(legend)
    for mention in sorted(mentions, key=lambda m: m.trigger.start):
        sides = who_whom(mention.source, mention.target, mention.mutual)
        line = (
            f"{one_line(mention.trigger.text)}: {mention.type} {mention.status} {days(mention.when)}  {sides}"
        )
        identity = f"  {short(mention.event_id, out.width)}" if mention.event_id else ""
        out.print(Padding(Text(f"{line}{identity}", style="dim"), (0, 0, 0, 2)))
    if removed:
        out.print()
        for piece in found.removed:
            out.print(Text(f"removed ({piece.reason}): {safe(piece.text)}", style="dim"))
    elif found.removed:
        say(f"{count(len(found.removed), 'piece')} taken out of the body; --removed shows what, and why.")


def _coloured(text: str, quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> object:
    from rich.text import Text

    body = Text(safe(text))
    for quotation in quotations:
        if quotation.kind != "indirect":
            for piece in quotation.pieces or (quotation.content,):
                body.stylize(QUOTE_STYLE, piece.start, piece.end)
    for mention in mentions:
        body.stylize(TRIGGER_STYLE, mention.trigger.start, mention.trigger.end)
    return body
