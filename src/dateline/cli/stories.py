"""`dateline stories`: storylines, the stories in them, the articles in those."""

from __future__ import annotations

import datetime as dt

import click

from dateline.cli import options
from dateline.cli.render import console, emit_json
from dateline.records import Story


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
        console(stderr=True).print("No story yet. Build articles in first.")
        return
    from rich.text import Text

    out = console()
    by_line: dict[str | None, list[Story]] = {}
    for story in found:
        by_line.setdefault(story.storyline_id, []).append(story)
    for line in sorted(lines, key=lambda line: (line.from_ or dt.date.max, line.id)):
        out.print(
            Text.assemble((line.title, "bold"), f"  {_period(line.from_, line.to)}", (f"  {line.id}", "dim"))
        )
        for story in sorted(by_line.get(line.id, ()), key=lambda s: (s.from_ or dt.date.max, s.id)):
            counts = (
                f"{len(story.articles)} articles, {len(story.outlets)} outlets, {len(story.events)} events"
            )
            out.print(
                Text.assemble(
                    f"  {_period(story.from_, story.to):<23} {story.title}  ",
                    (f"{counts}  {story.id}", "dim"),
                )
            )
            for article_id in story.articles if with_articles else ():
                article = articles[article_id]
                out.print(
                    Text(
                        f"      {article.outlet or 'unknown outlet'}: {article.title or article.source}  {article.id}",
                        style="dim",
                    )
                )


def _period(first: dt.date | None, last: dt.date | None) -> str:
    if first is None and last is None:
        return "undated"
    if first == last or last is None:
        return str(first)
    return f"{first or '?'}..{last}"
