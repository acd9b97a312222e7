"""`dateline build` and `dateline demo`: articles in, a project file and a summary out."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.empty import say
from dateline.cli.render import console, count, emit_json, one_line

if TYPE_CHECKING:
    from dateline.chronicle import BuildSummary, Progress

SOME_REJECTED = 3
INTERRUPTED = 130
STOPPING = "Stopping once the articles in hand are stored; Ctrl-C again stops at once."
LONGEST_REASON = 200


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
@click.option(
    "--relink", is_flag=True, help="Look across all articles anew, also where a few new ones could just join."
)
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
    relink: bool,
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
    with dateline.open(project, flags=flags) as chronicle:
        try:
            with _listener() as progress:
                summary = chronicle.build(
                    list(sources), fields=mapping, retry=retry, relink=relink, progress=progress
                )
        except dateline.BuildInterrupted as stop:
            print_interrupted(stop.summary)
            ctx.exit(INTERRUPTED)
    if as_json:
        emit_json(summary)
    else:
        print_summary(summary, project)
    if summary.rejected or summary.still_rejected:
        ctx.exit(SOME_REJECTED)


def _mapping(fields: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for pair in fields:
        ours, equals, theirs = pair.partition("=")
        if not equals or not ours or not theirs:
            raise click.UsageError(f"--field wants OURS=THEIRS, as in title=headline, not '{pair}'")
        mapping[ours.strip()] = theirs.strip()
    return mapping


def _listener() -> AbstractContextManager[Any]:
    return ProgressBar() if sys.stderr.isatty() else Quiet()


class Quiet(AbstractContextManager["Quiet"]):
    """Says nothing but that a Ctrl-C was heard."""

    def __enter__(self) -> Quiet:
        return self

    def __call__(self, progress: Progress) -> None:
        if progress.stage == "stopping":
            say(STOPPING)

    def __exit__(self, *_: object) -> None:
        """Nothing to put away."""


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
        self._stage = "reading"
        return self

    def __call__(self, progress: Progress) -> None:
        if progress.stage == "stopping":
            self._bar.update(self._task, description="stopping (Ctrl-C again: at once)", rate="")
            return
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._bar.reset(self._task, total=progress.total)
        rate = f"{progress.done / progress.seconds:.1f}/s" if progress.seconds > 0 and progress.done else ""
        self._bar.update(
            self._task, description=progress.stage, completed=progress.done, total=progress.total, rate=rate
        )

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def print_summary(summary: BuildSummary, project: str) -> None:
    """What a build did, on stderr, and what to type next."""
    from rich.padding import Padding

    out = console(stderr=True)
    rejected = sum(summary.rejected.values())
    before = f", {summary.still_rejected} of them rejected before" if summary.still_rejected else ""
    out.print(
        f"{count(summary.articles, 'new article')} ({summary.skipped} already known{before}; {rejected} rejected), "
        f"{count(summary.quotations, 'quotation')}, {count(summary.mentions, 'mention')}; in all "
        f"{count(summary.events, 'event')}, {count(summary.stories, 'story')}. {summary.seconds:.1f} s"
    )
    for one in sorted(summary.examples, key=lambda one: one.code):
        number = summary.rejected[one.code]
        which = ", the first" if number > 1 else ""
        reason = one_line(one.detail, LONGEST_REASON)
        out.print(Padding(f"{number} {one.code}{which}: {reason}", (0, 0, 0, 2)))
    if rejected or summary.still_rejected:
        say(f"All that were rejected, and why: dateline rejected {project}")
    say(f"Next: dateline show {project}")


def print_interrupted(summary: BuildSummary) -> None:
    """What was finished before a Ctrl-C, and how to go on."""
    stored = f"{count(summary.articles, 'new article')} stored"
    say(f"Interrupted: {stored}. Run the same command again to go on from there.")


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
@click.option("--open", "open_", is_flag=True, help="Then open it in the browser.")
@click.pass_context
def demo(ctx: click.Context, project: str, as_json: bool, open_: bool) -> None:
    """Build the sample corpus (invented states, invented outlets) into a project file and print its chronicle."""
    import dateline
    from dateline.cli.show import print_chronicle

    folder = dateline.sample_folder()
    say(f"Building the sample corpus into {project} ...")
    flags = {"overlay": (folder / "overlay",)}
    with dateline.open(project, flags=flags) as chronicle:
        try:
            with _listener() as progress:
                summary = chronicle.build([str(folder / "corpus")], progress=progress)
        except dateline.BuildInterrupted as stop:
            print_interrupted(stop.summary)
            ctx.exit(INTERRUPTED)
        if as_json:
            emit_json(list(chronicle.events()))
        else:
            print_chronicle(chronicle.events(), None)
        first = next(iter(chronicle.events(status="cancelled") or chronicle.events()), None)
    say("")
    print_summary(summary, project)
    if first is not None:
        say(f"      dateline event {first.id} --project {project} --why")
    say(f"      dateline quotes {project}")
    say(f"      dateline stories {project}")
    say("Then your own: dateline build FOLDER --into my.db")
    if open_:
        from dateline.cli.serve import serve_project

        serve_project(project, open_browser=True)
