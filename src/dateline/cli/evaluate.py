"""`dateline evaluate`: predictions against public gold, figures with their counts."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.render import console, emit_json


@click.command()
@click.argument("name", required=False)
@click.argument("file", required=False, type=click.Path())
@click.option("--list", "list_", is_flag=True, help="List the benchmarks.")
@click.option(
    "--predictions", type=click.Path(dir_okay=False), help="Write predictions in the gold's own form."
)
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Only the first N records.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON on standard output.")
def evaluate(
    name: str | None, file: str | None, list_: bool, predictions: str | None, limit: int | None, as_json: bool
) -> None:
    """Measure against a public benchmark: `dateline evaluate polnear dev.jsonl.gz`. No file ships with Dateline."""
    from dateline.config import load_config
    from dateline.evaluate import BENCHMARKS
    from dateline.evaluate.frame import records_of, run, write_predictions

    if list_ or name is None:
        for known in BENCHMARKS:
            console().print(f"{known:<14} {BENCHMARKS.load(known)(load_config()).about}")
        return
    if file is None:
        raise click.UsageError(f"which file? dateline evaluate {name} FILE")
    if predictions and not Path(predictions).absolute().parent.is_dir():
        raise click.UsageError(f"the folder for the predictions does not exist: {predictions}")
    benchmark = BENCHMARKS.load(name)(load_config())
    records = records_of(benchmark, Path(file), limit)
    predicted, figures = run(benchmark, records)
    if predictions:
        write_predictions(Path(predictions), predicted)
    if as_json:
        emit_json(figures)
        return
    if not figures:
        console(stderr=True).print(
            f"{len(records)} records predicted; none holds gold answers, so nothing to score."
        )
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("counts", style="dim")
    for figure in figures:
        counts = ", ".join(f"{key} {value}" for key, value in figure.counts)
        table.add_row(figure.label, f"{figure.value:.3f}", counts)
    console().print(table)
