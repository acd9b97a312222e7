"""`dateline doctor`: what is installed, what a project holds, whether it is sound."""

from __future__ import annotations

import click

from dateline.cli.render import console, emit_json


@click.command()
@click.argument("project", required=False, type=click.Path(dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@click.pass_context
def doctor(ctx: click.Context, project: str | None, as_json: bool) -> None:
    """Versions, model, tables, counts, integrity and disk. Exit 1 when something is wrong."""
    import dateline

    if project is None:
        report = dateline.installed()
    else:
        with dateline.open(project, create=False) as chronicle:
            report = chronicle.doctor()
    if as_json:
        emit_json(report)
    else:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in report.rows:
            table.add_row(name, value)
        console().print(table)
        for problem in report.problems:
            console().print(f"wrong: {problem}", style="red")
    if report.problems:
        ctx.exit(1)
