"""`dateline export`: every record as files."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.render import console


@click.command()
@options.project
@click.option("--format", "format_", default="jsonl", show_default=True, help="jsonl, csv or parquet.")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False), help="Folder to write into; made if missing."
)
def export(project: str, format_: str, out: str) -> None:
    """Write every record as jsonl, csv or parquet, one file a kind, with a data dictionary beside them."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        written = chronicle.export(format_, Path(out))
    for path, rows in written.items():
        console(stderr=True).print(f"{rows:>8}  {path}")
