"""`dateline event`: one event with every report of it, and why it was coded so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.render import (
    console,
    count,
    days,
    emit_json,
    heading,
    marked,
    names,
    one_line,
    place,
    short,
    status,
    told_by,
    who_whom,
)
from dateline.records import Article, Discrepancy, Event, Mention, Origin, to_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dateline.chronicle import Chronicle

TIME_WORDS = 60


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
    """One event: every report side by side with its sentence. ID may be any beginning that is unique."""
    import dateline
    from dateline.cli.project import only_project

    with dateline.open(project or only_project(), create=False) as chronicle:
        found = chronicle.event(event_id)
        mentions = list(chronicle.mentions(event=found.id))
        judged = _judged(chronicle, found, mentions)
        articles = {article_id: chronicle.article(article_id) for article_id in found.articles}
    if as_json:
        emit_json({**to_json(found), "reports": [to_json(mention) for mention in mentions]})
        return
    out = console()
    reports = sorted(mentions, key=lambda m: (_day(articles[m.article_id]), m.article_id, m.trigger.start))
    numbers = {mention.id: number for number, mention in enumerate(reports, 1)}
    _head(out, found, numbers)
    previous = ""
    for mention in reports:
        if mention.article_id != previous:
            _told(out, articles[mention.article_id])
        _report(out, mention, numbers[mention.id], why)
        previous = mention.article_id
    if why and judged:
        out.print()
        for line in judged:
            out.print(line)
    if found.origin_tree and (why or len(found.articles) > 1):
        _origins(out, found.origin_tree, articles)
    if why and found.links:
        _links(out, found.links, numbers)


def _judged(chronicle: Chronicle, event: Event, mentions: Sequence[Mention]) -> list[str]:
    """What an analyst decided about the event and its reports, where anybody did."""
    from dateline.cli.judge import told

    ids = [event.id] if event.judgement else []
    ids += [mention.id for mention in mentions if mention.judgement]
    return told(chronicle, ids) if ids else []


def _day(article: Article) -> str:
    return str(article.published.earliest or article.published.latest or "9999")


def _head(out: Console, event: Event, numbers: Mapping[str, int]) -> None:
    from rich.text import Text

    out.print(Text.assemble((one_line(event.title), "bold"), (f"  {event.id}", "dim")))
    line = Text.assemble(f"{event.type}{'/' + event.mode if event.mode else ''} ", status(event.status))
    line.append(f"  {days(event.when)}" + (f" ({event.when.basis})" if event.when.known else ""))
    if event.where:
        line.append(f"  {place(event.where)}")
    out.print(line)
    out.print(who_whom(event.source, event.target, event.mutual))
    reports = (count(len(event.mentions), "report"), count(len(event.outlets), "outlet"))
    out.print(f"{', '.join(reports)}, {count(event.independent_sources, 'independent source')}")
    if event.judgement:
        out.print(f"{event.judgement} by {event.judged_by}", style="green")
    _life(out, event, numbers)
    for gap in event.discrepancies:
        _gap(out, gap, numbers)
    for ring in event.circular:
        out.print(f"circular reporting: {' → '.join((*ring, ring[0]))}", style="yellow")


def _life(out: Console, event: Event, numbers: Mapping[str, int]) -> None:
    """How the status changed, by whose report; nothing where it never did."""
    if len(event.status_history) > 1:
        steps = " → ".join(
            f"{step.step or step.status} ({step.as_of or 'undated'}) [{numbers.get(step.mention_id, '?')}]"
            for step in event.status_history
        )
        out.print(f"history: {steps}")


def _gap(out: Console, gap: Discrepancy, numbers: Mapping[str, int]) -> None:
    """One field, each value with the reports that give it and the words that differ where those are others."""
    from rich.padding import Padding

    sides = "; ".join(
        f"{one_line(claim.value)} [{', '.join(str(numbers.get(one, '?')) for one in claim.mention_ids)}]"
        for claim in gap.values
    )
    out.print(f"accounts differ on {gap.field}: {sides}", style="yellow")
    for claim in gap.values:
        words = dict.fromkeys(one_line(passage.span.text) for passage in claim.passages)
        others = [f"“{one}”" for one in words if one.casefold() != one_line(claim.value).casefold()]
        if others:
            out.print(Padding(f"{one_line(claim.value)}: {', '.join(others)}", (0, 0, 0, 2)), style="dim")


def _origins(out: Console, origins: Sequence[Origin], articles: Mapping[str, Article]) -> None:
    """The tree behind the event: each separate origin with the articles that are it, repeat it or add to it."""
    from rich.text import Text
    from rich.tree import Tree

    out.print()
    out.print(Text("on whose word", style="bold"))
    for origin in origins:
        tree = Tree(Text(f"{one_line(origin.name)} ({origin.kind})"), guide_style="dim")
        for account in origin.articles:
            teller = (
                told_by(articles[account.article_id])
                if account.article_id in articles
                else account.article_id
            )
            tree.add(Text.assemble(teller, f": {account.role}", (f"  {one_line(account.why)}", "dim")))
        out.print(tree)


def _told(out: Console, article: Article) -> None:
    from rich.padding import Padding
    from rich.text import Text

    head = Text.assemble((told_by(article), "bold"), f"  {days(article.published)}")
    out.print()
    out.print(head.append(f"  {short(article.id, out.width)}", style="dim"))
    out.print(Padding(Text(heading(article), style="italic"), (0, 0, 0, 2)))


def _report(out: Console, mention: Mention, number: int, why: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    detail = Text.assemble(f"[{number}] ", status(mention.status), f"  {days(mention.when)}")
    if mention.when.text:
        detail.append(f" (“{one_line(mention.when.text, TIME_WORDS)}”)")
    if mention.reported_by:
        detail.append(f"  as {names(mention.reported_by)} says")
    out.print(Padding(detail, (0, 0, 0, 2)))
    start = mention.trigger.start - mention.evidence.start
    sentence = marked(
        mention.evidence.text.replace("\n", " "), start, start + len(mention.trigger.text), "bold reverse"
    )
    out.print(Padding(sentence, (0, 0, 0, 6)))
    if why:
        rows = [("rule", f"{mention.rule}, confidence {mention.confidence:.2f}"), *mention.why]
        out.print(Padding(_pairs(rows), (0, 0, 0, 6)))


def _links(out: Console, links: Sequence[tuple[str, str, str]], numbers: Mapping[str, int]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out.print()
    out.print(Text("why these are one event", style="bold"))
    rows = [
        (f"[{numbers.get(left, '?')}] and [{numbers.get(right, '?')}]", one_line(reason))
        for left, right, reason in links
    ]
    out.print(Padding(_pairs(rows), (0, 0, 0, 2)))


def _pairs(rows: Sequence[tuple[str, str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="dim", overflow="fold")
    for name, value in rows:
        table.add_row(Text(name), Text(one_line(value)))
    return table
