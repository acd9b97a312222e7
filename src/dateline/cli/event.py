"""`dateline event`: one event with every report of it, and why it was coded so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.render import console, days, emit_json, marked, names, one_line, place, status, who_whom
from dateline.records import Article, Event, Mention, to_json

if TYPE_CHECKING:
    from rich.console import Console


@click.command()
@click.argument("event_id", metavar="ID")
@click.option(
    "--project",
    "-p",
    default=None,
    type=click.Path(dir_okay=False),
    help="Project file; the only .db file here when left out.",
)
@click.option(
    "--why", is_flag=True, help="Name the codebook entry and the rule behind each role, date, status."
)
@options.as_json
def event(event_id: str, project: str | None, why: bool, as_json: bool) -> None:
    """One event: every report side by side with its sentence. ID may be any prefix that is unique."""
    import dateline
    from dateline.cli.project import only_project

    with dateline.open(project or only_project(), create=False) as chronicle:
        found = chronicle.event(event_id)
        mentions = list(chronicle.mentions(event=found.id))
        articles = {article_id: chronicle.article(article_id) for article_id in found.articles}
    if as_json:
        emit_json({**to_json(found), "reports": [to_json(mention) for mention in mentions]})
        return
    out = console()
    _head(out, found)
    order = {
        m.id: (articles[m.article_id].published.earliest or articles[m.article_id].published.latest)
        for m in mentions
    }
    for mention in sorted(
        mentions, key=lambda m: (str(order[m.id] or "9999"), m.article_id, m.trigger.start)
    ):
        _report(out, mention, articles[mention.article_id], why)
    for left, right, reason in found.links if why else ():
        out.print(f"linked {left} – {right}: {reason}", style="dim", markup=False)


def _head(out: Console, event: Event) -> None:
    from rich.text import Text

    out.print(Text.assemble((event.title, "bold"), "  ", (event.id, "dim")))
    line = Text.assemble(f"{event.type}{'/' + event.mode if event.mode else ''} ", status(event.status))
    line.append(f"  {days(event.when)} ({event.when.basis})")
    if event.where:
        line.append(f"  {place(event.where)}")
    out.print(line)
    out.print(who_whom(event.source, event.target, event.mutual), markup=False)
    reports, outlets = len(event.mentions), len(event.outlets)
    out.print(f"{reports} reports, {outlets} outlets, {event.independent_sources} independent sources")
    if len(event.status_history) > 1:
        steps = " → ".join(f"{step.status} ({step.as_of or 'undated'})" for step in event.status_history)
        out.print(f"history: {steps}", markup=False)
    for gap in event.discrepancies:
        sides = "; ".join(f"{claim.value} [{len(claim.mention_ids)}]" for claim in gap.values)
        out.print(f"accounts differ on {gap.field}: {sides}", style="yellow", markup=False)


def _report(out: Console, mention: Mention, article: Article, why: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out.print()
    head = Text.assemble((article.outlet or "unknown outlet", "bold"), f"  {days(article.published)}  ")
    head.append(one_line(article.title or "untitled", 90), style="italic")
    head.append(f"  {article.id}", style="dim")
    out.print(head)
    detail = Text.assemble(status(mention.status), f"  {days(mention.when)}")
    if mention.when.text:
        detail.append(f" (“{one_line(mention.when.text, 60)}”)")
    if mention.reported_by:
        detail.append(f"  as {names(mention.reported_by)} says")
    out.print(Padding(detail, (0, 0, 0, 2)))
    start = mention.trigger.start - mention.evidence.start
    sentence = marked(
        mention.evidence.text.replace("\n", " "), start, start + len(mention.trigger.text), "bold reverse"
    )
    out.print(Padding(sentence, (0, 0, 0, 2)))
    if why:
        out.print(
            Padding(
                Text(f"rule: {mention.rule}  confidence: {mention.confidence:.2f}", style="dim"), (0, 0, 0, 4)
            )
        )
        for key, value in mention.why:
            out.print(Padding(Text(f"{key}: {value}", style="dim"), (0, 0, 0, 4)))
