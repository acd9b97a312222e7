"""`dateline serve`: a project file in the browser."""

from __future__ import annotations

import os
from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.empty import say

PASSWORD = "DATELINE_PASSWORD"


@click.command()
@options.project
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8010, show_default=True, help="Port.")
@click.option("--open", "open_", is_flag=True, help="Open a browser.")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"File with the password (or {PASSWORD}); needed for any address others can reach.",
)
@click.option("--name", "names", multiple=True, help="Host name this server goes by, besides numbers.")
@click.option(
    "--certificate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificate for https (PEM).",
)
@click.option("--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Its key (PEM).")
@click.option(
    "--seal-password", is_flag=True, help="Ask for a password, print what --password-file may hold, end."
)
def serve(
    project: str,
    host: str,
    port: int,
    open_: bool,
    password_file: Path | None,
    names: tuple[str, ...],
    certificate: Path | None,
    key: Path | None,
    seal_password: bool,
) -> None:
    """Open the chronicle in the browser: read, check, correct, take away. Listens on this machine only."""
    from dateline.web.login import sealed

    if seal_password:
        click.echo(sealed(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)))
        return
    if (certificate is None) != (key is None):
        raise click.UsageError("--certificate and --key go together")
    serve_project(
        project, host=host, port=port, open_browser=open_, seal=_seal(password_file), names=frozenset(names),
        certificate=certificate, key=key,
    )  # fmt: skip


def serve_project(
    project: str,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = False,
    seal: str | None = None,
    names: frozenset[str] = frozenset(),
    certificate: Path | None = None,
    key: Path | None = None,
) -> None:
    """Serve until interrupted; a line with the address on stderr. `port` None: the first free one from 8010 on.

    Raises UsageError and ProjectError.
    """
    from dateline.chronicle.pages import Pages
    from dateline.web.server import PORT, Place, next_free, run

    if port is None:
        port = next_free(host, PORT) or PORT
    place = Place(host, port, seal, names, certificate, key)
    run(Pages(Path(project)), place, said=say, open_browser=open_browser)


def _seal(password_file: Path | None) -> str | None:
    """The sealed password of the file, else of the environment, else None."""
    from dateline.web.login import read_seal

    if password_file is not None:
        lines = password_file.read_text(encoding="utf-8").splitlines() or [""]
        return read_seal(lines[0].strip())
    given = os.environ.get(PASSWORD)
    return read_seal(given) if given else None
