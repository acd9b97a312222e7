"""The command line: words in, one view over dateline.chronicle out; commands are imported only when named."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from dateline.errors import DatelineError

COMMANDS = {
    "demo": ("dateline.cli.build:demo", "Build the sample corpus and print its chronicle."),
    "build": ("dateline.cli.build:build", "Read articles into a project file."),
    "serve": ("dateline.cli.serve:serve", "Open a project in the browser."),
    "show": ("dateline.cli.show:show", "The chronicle by day: who did what to whom."),
    "event": ("dateline.cli.event:event", "One event: every report side by side with its sentence."),
    "quotes": ("dateline.cli.quotes:quotes", "Who said what, grouped by speaker."),
    "actor": (
        "dateline.cli.actor:actor",
        "One actor: offices, events, quotations; without a name, the list.",
    ),
    "article": ("dateline.cli.article:article", "One article with its marks in colour."),
    "search": ("dateline.cli.search:search", "Full text search with snippets."),
    "stories": ("dateline.cli.stories:stories", "Stories and the storylines they belong to."),
    "judge": ("dateline.cli.judge:judge", "Confirm, reject, correct, merge, split, rename; undo; list."),
    "compare": ("dateline.cli.compare:compare", "How the outlets of one story differ."),
    "rejected": ("dateline.cli.rejected:rejected", "Inputs that gave no article, and why."),
    "export": ("dateline.cli.export:export", "Write every record as jsonl, csv or parquet."),
    "evaluate": ("dateline.cli.evaluate:evaluate", "Measure against a public benchmark."),
    "doctor": ("dateline.cli.doctor:doctor", "What is installed, what is in a project file, is it sound."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and help line, and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        import difflib

        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from dateline import __version__

        click.echo(f"dateline {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def cli() -> None:
    """From a pile of news articles to a sourced chronicle of political events.

    Start with `dateline demo`, then `dateline build FOLDER --into project.db` and `dateline show project.db`.
    """


def main(argv: list[str] | None = None) -> Any:
    """Run and exit: 0 ok, 1 failure, 2 usage, 3 some inputs rejected, 5 project file unusable, 130 interrupted."""
    _forgive(sys.stdout)
    try:
        code = cli.main(args=argv, prog_name="dateline", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; what was finished is stored.", err=True)
        code = 130
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        code = error.exit_code
    except BrokenPipeError:
        _hush()
        code = 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"dateline: {where}{error.strerror or error}. Check the path and the free space", err=True)
        _hush()
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _forgive(stream: Any) -> None:
    """What a terminal's charset cannot show is shown as a question mark."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


def _hush() -> None:
    """Nobody reads on, or nothing more can be written: leave nothing for the interpreter to complain of at its end."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
