"""`dateline build` and `dateline demo`: articles in, a project file and a summary out."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.render import console, emit_json

if TYPE_CHECKING:
    from dateline.chronicle import BuildSummary, Progress

SOME_REJECTED = 3


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--into", "project", required=True, type=click.Path(dir_okay=False), help="Project file; made if missing."
)
@click.option("--workers", type=click.IntRange(min=1), default=None, help="Processes that parse (1).")
@click.option(
    "--field", "fields", multiple=True, metavar="OURS=THEIRS", help="Name a column: title=headline."
)
@click.option(
    "--overlay", multiple=True, type=click.Path(exists=True, file_okay=False), help="Folder of tables."
)
@click.option("--model", default=None, help="Installed spaCy pipeline to parse with.")
@click.option("--retry", is_flag=True, help="Read inputs again that were rejected before.")
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON on standard output.")
@click.pass_context
def build(
    ctx: click.Context,
    sources: tuple[str, ...],
    project: str,
    workers: int | None,
    fields: tuple[str, ...],
    overlay: tuple[str, ...],
    model: str | None,
    retry: bool,
    as_json: bool,
) -> None:
    """Read articles into a project file: folders, .txt, .html, .jsonl, .csv, .zip of those, or - for standard input.

    What is already in the project is skipped, so the same command continues an interrupted build.
    """
    import dateline

    mapping = _mapping(fields)
    flags: dict[str, Any] = {"workers": workers, "model": model}
    if overlay:
        flags["overlay"] = tuple(Path(folder) for folder in overlay)
    with dateline.open(project, flags=flags) as chronicle, _bar() as progress:
        summary = chronicle.build(list(sources), fields=mapping, retry=retry, progress=progress)
    if as_json:
        emit_json(summary)
    else:
        print_summary(summary, project)
    if summary.rejected:
        ctx.exit(SOME_REJECTED)


def _mapping(fields: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for pair in fields:
        ours, equals, theirs = pair.partition("=")
        if not equals or not ours or not theirs:
            raise click.UsageError(f"--field wants OURS=THEIRS, as in title=headline, not '{pair}'")
        mapping[ours.strip()] = theirs.strip()
    return mapping


def _bar() -> AbstractContextManager[Any]:
    if not sys.stderr.isatty():
        return nullcontext()
    return ProgressBar()


class ProgressBar(AbstractContextManager["ProgressBar"]):
    """A bar on stderr with articles done, rate and time left; called with each `Progress`."""

    def __enter__(self) -> ProgressBar:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task("reading", total=None, rate="")
        return self

    def __call__(self, progress: Progress) -> None:
        rate = f"{progress.done / progress.seconds:.1f}/s" if progress.seconds > 0 and progress.done else ""
        self._bar.update(
            self._task, description=progress.stage, completed=progress.done, total=progress.total, rate=rate
        )

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def print_summary(summary: BuildSummary, project: str) -> None:
    """What a build did, on stderr, and what to type next."""
    out = console(stderr=True)
    rejected = sum(summary.rejected.values())
    out.print(
        f"[bold]{summary.articles}[/] articles ({summary.skipped} already there, {rejected} rejected), "
        f"{summary.quotations} quotations, {summary.mentions} mentions, {summary.events} events, "
        f"{summary.stories} stories in {summary.seconds:.1f} s"
    )
    for code, count in sorted(summary.rejected.items()):
        out.print(f"  rejected: {count} {code}")
    if rejected:
        out.print(f"  why: dateline rejected {project}", markup=False)
    out.print(f"Next: dateline show {project}", markup=False)


@click.command()
@click.option(
    "--into",
    "project",
    default="sample.db",
    show_default=True,
    type=click.Path(dir_okay=False),
    help="Project file to build the sample corpus into.",
)
@click.option("--json", "as_json", is_flag=True, help="The chronicle as JSON on standard output.")
def demo(project: str, as_json: bool) -> None:
    """Build the sample corpus (invented states, invented outlets) into a project file and print its chronicle."""
    import dateline
    from dateline.cli.show import print_chronicle

    folder = dateline.sample_folder()
    err = console(stderr=True)
    err.print(f"Building the sample corpus into {project} ...", markup=False)
    flags = {"overlay": (folder / "overlay",)}
    with dateline.open(project, flags=flags) as chronicle, _bar() as progress:
        summary = chronicle.build([str(folder / "corpus")], progress=progress)
        if as_json:
            emit_json(list(chronicle.events()))
        else:
            print_chronicle(chronicle.events(), None)
        first = next(iter(chronicle.events(status="cancelled") or chronicle.events()), None)
    err.print()
    print_summary(summary, project)
    if first is not None:
        err.print(f"      dateline event {first.id} --project {project} --why", markup=False)
    err.print(f"      dateline quotes {project}", markup=False)
    err.print(f"      dateline stories {project}", markup=False)
    err.print("Then your own: dateline build FOLDER --into my.db", markup=False)
