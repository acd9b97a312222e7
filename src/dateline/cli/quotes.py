"""`dateline quotes`: who said what, grouped by speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.render import console, days, emit_json, names, one_line
from dateline.records import Article, Quotation

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle

UNKNOWN = "(nobody named)"


@click.command()
@options.project
@click.option("--speaker", help="Name, surname or id.")
@click.option("--issue", help="Issue id.")
@click.option("--kind", help="direct, mixed or indirect.")
@click.option("--cue-class", help="Class of the cue: say, claim, deny, ...")
@click.option("--outlet", help="Quoted by this outlet.")
@options.limit
@options.as_json
def quotes(
    project: str,
    speaker: str | None,
    issue: str | None,
    kind: str | None,
    cue_class: str | None,
    outlet: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Who said what: quotations grouped by speaker, with cue, via, and the same words elsewhere."""
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
        shown = found[:limit] if limit else found
        if as_json:
            emit_json(list(shown))
            return
        print_quotations(chronicle, shown)
    if not found:
        console(stderr=True).print("No quotation matches. Drop a filter, or build more articles in.")
    elif len(shown) < len(found):
        console(stderr=True).print(f"{len(found) - len(shown)} more; raise --limit to see them.")


def print_quotations(chronicle: Chronicle, quotations: Sequence[Quotation]) -> None:
    """Quotations by speaker, the most quoted first, each in order of publication."""
    from rich.padding import Padding
    from rich.text import Text

    articles: dict[str, Article] = {}
    groups: dict[str, list[Quotation]] = defaultdict(list)
    repeats: dict[str, int] = defaultdict(int)
    for quotation in quotations:
        if quotation.article_id not in articles:
            articles[quotation.article_id] = chronicle.article(quotation.article_id)
        groups[quotation.speaker.name if quotation.speaker else UNKNOWN].append(quotation)
        if quotation.same_as:
            repeats[quotation.same_as] += 1
    out = console()
    for speaker, group in sorted(
        groups.items(), key=lambda item: (item[0] == UNKNOWN, -len(item[1]), item[0])
    ):
        role = next((q.speaker.role for q in group if q.speaker and q.speaker.role), None)
        out.print(Text.assemble((speaker, "bold"), f"  {role or ''}", (f"  {len(group)}", "dim")))
        for quotation in sorted(
            group, key=lambda q: (_day(articles[q.article_id]), q.article_id, q.content.start)
        ):
            article = articles[quotation.article_id]
            words = one_line(quotation.content.text)
            line = Text.assemble(f"{days(article.published):<11} ", (f"{quotation.kind:<8} ", "dim"), words)
            tail = [f"{quotation.cue_class or '-'}"]
            if quotation.cue:
                tail[0] += f": {one_line(quotation.cue.text, 30)}"
            if quotation.via:
                tail.append("via " + " < ".join(names([actor]) for actor in quotation.via))
            if quotation.addressee:
                tail.append(f"to {quotation.addressee.name}")
            tail.append(article.outlet or article.source)
            if quotation.same_as and repeats[quotation.same_as] > 1:
                tail.append(f"same words in {repeats[quotation.same_as]} places")
            out.print(Padding(line, (0, 0, 0, 2)))
            out.print(Padding(Text("[" + "; ".join(tail) + "]", style="dim"), (0, 0, 0, 23)))


def _day(article: Article) -> str:
    day = article.published.earliest or article.published.latest
    return day.isoformat() if day else "9999"
