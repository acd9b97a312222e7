"""`dateline rejected`: inputs that gave no article, and why."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.render import console, emit_json


@click.command()
@options.project
@options.as_json
def rejected(project: str, as_json: bool) -> None:
    """Inputs that gave no article: file, stage, code, and what to do."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        found = list(chronicle.rejected())
    if as_json:
        emit_json(found)
        return
    if not found:
        console(stderr=True).print("Every input became an article.")
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("input", "stage", "code", "why"):
        table.add_column(column, overflow="fold")
    for item in found:
        table.add_row(item.source, item.stage, item.code, item.detail)
    console().print(table)
