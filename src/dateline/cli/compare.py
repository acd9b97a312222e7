"""`dateline compare`: how the outlets of one story differ, as tables, and as a page, a CSV or a JSON file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.render import console, count, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dateline.chronicle.comparison import Cell, StoryComparison

STYLE = {
    "led": "bold green", "reported": "green", "late": "yellow", "omitted": "bold red", "not comparable": "dim",
    "quoted": "green", "paraphrased": "yellow", "not heard": "dim",
}  # fmt: skip
BRIEF = {
    "not comparable": "n/c",
    "not heard": "-",
    "omitted": "omits",
    "reported": "told",
    "paraphrased": "paraphr.",
}
PASSAGES = 8
"""Passages of an outlet that are printed; files hold all."""
TITLE = 24
"""Columns that titles keep at least; outlets that do not fit beside them go into a further table."""
ROOM = 110
"""Columns from which a cell also says how far into the article a fact first stands."""


@click.command()
@options.project
@click.argument("story")
@click.option("--html", "html", type=click.Path(dir_okay=False), help="Also write a self-contained page.")
@click.option("--csv", "csv", type=click.Path(dir_okay=False), help="Also write a flat table.")
@click.option("--json", "json", type=click.Path(dir_okay=False), help="Also write every detail as JSON.")
def compare(project: str, story: str, html: str | None, csv: str | None, json: str | None) -> None:
    """How the outlets of a story differ: what each led with, told late or left out, whom it quotes, and which words
    colour its narration. STORY is an id of `dateline stories`, or any beginning of it that is unique."""
    import dateline
    from dateline.chronicle.comparison_files import save

    with dateline.open(project, create=False) as chronicle:
        found = chronicle.compare(story)
    _print(console(), found)
    for format, path in (("html", html), ("csv", csv), ("json", json)):
        if path:
            save(found, format, path)
            click.echo(f"{path} written.", err=True)


def _print(out: Console, found: StoryComparison) -> None:
    from rich.text import Text

    days = str(found.from_ or "undated") + (f"..{found.to}" if found.to and found.to != found.from_ else "")
    out.print(Text.assemble((one_line(found.title), "bold"), f"  {days}  ", (found.story_id, "dim")))
    out.print(_outlets(found))
    if not found.compares:
        out.print("One outlet alone told this story: there is nothing to compare.")
    letters = _letters(len(found.outlets))
    wide = out.width >= ROOM and len(letters) <= 5
    for heading, rows, share in (
        ("Events", found.events, True), ("Words quoted by several", found.quotations, True),
        ("Who is named", found.actors, False),
    ):  # fmt: skip
        if rows:
            cells = [[_cell(c.state, _where(c, share) if wide else "") for c in row.cells] for row in rows]
            _matrix(out, heading, letters, [row.title for row in rows], cells)
    if found.speakers:
        said = [
            [
                ("-" if c.voice == "not heard" else f"{c.quoted}+{c.paraphrased}", STYLE[c.voice])
                for c in row.cells
            ]
            for row in found.speakers
        ]
        _matrix(out, "Who is heard (quoted + paraphrased)", letters, [s.name for s in found.speakers], said)
    _passages(out, found, letters)
    _colour(out, found, letters)
    if found.compares:
        out.print()
        out.print(
            "led: in the first paragraph; late: in the last third; n/c: not to be compared, because it did not write in the days "
            "when that was known or may tell it in other words; 75% (8%): how far into the article, how much of the text",
            style="dim",
        )


def _where(cell: Cell, share: bool) -> str:
    """How far into the article the fact first stands, and how much of the outlet's text tells it."""
    if cell.position is None or cell.share is None:
        return ""
    return f"{cell.position:.0%} ({cell.share:.0%})" if share else f"{cell.position:.0%}"


def _letters(number: int) -> list[str]:
    names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [names[i] if i < len(names) else str(i + 1) for i in range(number)]


def _outlets(found: StoryComparison) -> Table:
    from rich.text import Text

    table = _table()
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for letter, space in zip(_letters(len(found.outlets)), found.outlets, strict=True):
        day = str(space.from_ or "undated") + (
            f"..{space.to}" if space.to and space.to != space.from_ else ""
        )
        size = f"{count(len(space.articles), 'article')}, {space.quoted:.0%} quoted"
        table.add_row(letter, Text(one_line(space.outlet)), day, size)
    return table


def _cell(state: str, detail: str) -> tuple[str, str]:
    return f"{BRIEF.get(state, state)} {detail}".rstrip(), STYLE[state]


def _matrix(
    out: Console, heading: str, letters: Sequence[str], titles: Sequence[str], cells: Sequence[Sequence[tuple[str, str]]]
) -> None:  # fmt: skip
    from rich.text import Text

    widths = [max(1, *(len(row[number][0]) for row in cells)) for number in range(len(letters))]
    fits = max(1, (out.width - TITLE) // (max(widths) + 2))
    for first in range(0, len(letters), fits):
        block = range(first, min(first + fits, len(letters)))
        table = _table()
        table.add_column(ratio=1, overflow="fold")
        for number in block:
            table.add_column(width=widths[number], no_wrap=True)
        table.add_row(Text(heading, style="bold"), *(Text(letters[n], style="bold") for n in block))
        for title, row in zip(titles, cells, strict=True):
            table.add_row(Text(one_line(title)), *(Text(row[n][0], style=row[n][1]) for n in block))
        out.print()
        out.print(table)


def _table() -> Table:
    from rich.table import Table

    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, expand=True)


def _passages(out: Console, found: StoryComparison, letters: Sequence[str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for letter, space in zip(letters, found.outlets, strict=True):
        own = [item for item in found.only_in if item.outlet == space.outlet]
        if not own:
            continue
        out.print()
        out.print(Text.assemble((f"Only in {letter}", "bold"), f"  {one_line(space.outlet)}"))
        for item in own[:PASSAGES]:
            out.print(Padding(Text(one_line(item.span.text)), (0, 0, 0, 2)))
        if len(own) > PASSAGES:
            out.print(Text(f"  and {len(own) - PASSAGES} more, in a file of --html", style="dim"))


def _colour(out: Console, found: StoryComparison, letters: Sequence[str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for letter, space in zip(letters, found.outlets, strict=True):
        kinds: dict[str, list[str]] = {}
        for mark in found.marks:
            if mark.outlet == space.outlet:
                words = one_line(mark.span.text)
                if mark.neutral and mark.neutral_outlet:
                    words += f" ({one_line(mark.neutral_outlet)}: {one_line(mark.neutral.text)})"
                kinds.setdefault(mark.kind, []).append(words)
        if not kinds:
            continue
        out.print()
        out.print(Text.assemble((f"Coloured words of {letter}", "bold"), f"  {one_line(space.outlet)}"))
        for kind, held in sorted(kinds.items()):
            line = Text.assemble((f"{kind}: ", "dim"), "; ".join(dict.fromkeys(held)))
            out.print(Padding(line, (0, 0, 0, 2)))
