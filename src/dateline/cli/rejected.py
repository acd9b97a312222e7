"""`dateline rejected`: inputs that gave no article, and why."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.empty import more, nothing
from dateline.cli.render import WIDE, console, emit_json, one_line
from dateline.records import Rejected


@click.command()
@options.project
@click.option("--code", help="Only those with this code, e.g. too-short.")
@options.limit
@options.as_json
def rejected(project: str, code: str | None, limit: int | None, as_json: bool) -> None:
    """Inputs that gave no article: file, stage, code, and what to do."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        found = [one for one in chronicle.rejected() if code in (None, one.code)]
        shown = found[:limit] if limit else found
        if as_json:
            emit_json(shown)
            return
        if not found:
            nothing(
                chronicle, f"No input has the code '{code}'." if code else "Every input became an article."
            )
            return
    out = console()
    if out.width >= WIDE:
        _table(shown)
    else:
        _blocks(shown)
    more(len(found) - len(shown))


def why(item: Rejected) -> str:
    """The reason, without the name of the input that the line begins with anyway."""
    detail = one_line(item.detail)
    place = detail.removeprefix(one_line(item.source)).lstrip(":, ")
    return place or detail


def _table(shown: list[Rejected]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("input", "stage", "code", "why"):
        table.add_column(column, overflow="fold")
    for item in shown:
        table.add_row(one_line(item.source), item.stage, item.code, why(item))
    console().print(table)


def _blocks(shown: list[Rejected]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for item in shown:
        words = Text.assemble((one_line(item.source), "bold"), f"  {item.code}", (f" ({item.stage})", "dim"))
        words.overflow = "fold"
        out.print(words)
        out.print(Padding(why(item), (0, 0, 0, 2)))
