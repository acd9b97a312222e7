"""`dateline stories`: storylines, the stories in them, the articles in those."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.empty import nothing, say, unfinished
from dateline.cli.render import WIDE, console, count, emit_json, heading, one_line, short, told_by
from dateline.records import Article, Story

if TYPE_CHECKING:
    from rich.console import Console


@click.command()
@options.project
@click.option("--articles", "with_articles", is_flag=True, help="List each story's articles too.")
@options.as_json
def stories(project: str, with_articles: bool, as_json: bool) -> None:
    """Storylines over years, the stories they are made of, and how many outlets told each."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        found = list(chronicle.stories())
        lines = list(chronicle.storylines())
        articles = {a.id: a for a in chronicle.articles()} if with_articles else {}
        if as_json:
            emit_json({"storylines": lines, "stories": found})
            return
        if not found:
            nothing(chronicle, "No story yet: no article here tells of an event.")
            return
        unfinished(chronicle)
    from rich.text import Text

    out = console()
    by_line: dict[str | None, list[Story]] = {}
    for story in found:
        by_line.setdefault(story.storyline_id, []).append(story)
    for line in sorted(lines, key=lambda line: (line.from_ or dt.date.max, line.id)):
        held = sorted(by_line.pop(line.id, []), key=_by_day)
        if len(held) > 1:  # a line of one story would say everything twice
            told = Text.assemble((one_line(line.title), "bold"), f"  {_period(line.from_, line.to)}")
            out.print(told.append(f"  {short(line.id, out.width)}", style="dim"))
        _print(out, held, articles)
    alone = [story for rest in by_line.values() for story in rest]
    if alone:
        out.print(Text("in no storyline", style="bold"))
        _print(out, sorted(alone, key=_by_day), articles)
    say("The events of one: dateline show PROJECT.db --story ID")


def _print(out: Console, told: Sequence[Story], articles: dict[str, Article]) -> None:
    from rich.table import Table
    from rich.text import Text

    wide = out.width >= WIDE and not articles
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, width=out.width)
    table.add_column(width=0)
    table.add_column(width=22 if out.width >= WIDE else 12)
    table.add_column(ratio=1, overflow="fold")
    if wide:
        table.add_column(width=34)
    table.add_column(width=20 if out.width >= WIDE else 12, style="dim", no_wrap=True)
    for story in told:
        period, title = _period(story.from_, story.to), Text(one_line(story.title))
        counts = ", ".join(
            count(len(held), noun)
            for held, noun in (
                (story.articles, "article"),
                (story.outlets, "outlet"),
                (story.events, "event"),
            )
        )
        if out.width < WIDE:
            period = period.replace("..", "..\n")
        if not wide:
            title.append(f"\n{counts}", style="dim")
        for article_id in story.articles if articles else ():
            article = articles[article_id]
            line = f"\n{told_by(article)}: {heading(article)}  {short(article.id, out.width)}"
            title.append(line, style="dim")
        table.add_row(
            "", period, title, *([Text(counts, style="dim")] if wide else []), short(story.id, out.width)
        )
    out.print(table)


def _by_day(story: Story) -> tuple[dt.date, str]:
    return story.from_ or dt.date.max, story.id


def _period(first: dt.date | None, last: dt.date | None) -> str:
    if first is None and last is None:
        return "undated"
    if first == last or last is None:
        return str(first)
    return f"{first or '?'}..{last}"
