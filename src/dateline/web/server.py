"""A project file, an address and a password -> a running server, or an error that says why it does not start."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.chronicle.looking import go_last
from dateline.chronicle.pages import Pages
from dateline.errors import UsageError
from dateline.web.login import Gate

FIRST = ("event",)
"""Kinds whose columns are read before the server says that it is there; the others follow meanwhile."""
LATER = ("story", "actor", "article", "quotation")
"""The others, the quickest first."""
FRONT = "chronicle"
"""The screen that is made once before anybody asks for it, so that its templates and counts are there."""
BAR = ("stories", "quotations", "actors", "world", "search", "health")
"""Screens that are made once meanwhile."""
PORT = 8010
NEXT = 20
"""How many ports after a taken one are tried for a hint."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen, who may come: `seal` of the password (None: nobody but this machine), names to go by besides
    numbers, certificate and key for https."""

    host: str = "127.0.0.1"
    port: int = PORT
    seal: str | None = None
    names: frozenset[str] = frozenset()
    certificate: Path | None = None
    key: Path | None = None

    @property
    def url(self) -> str:
        """What to open."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)
        host = f"[{host}]" if ":" in host and not host.startswith("[") else host
        return f"{'https' if self.certificate else 'http'}://{host}:{self.port}/"


def local(host: str) -> bool:
    """Whether only this machine can reach that address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def run(pages: Pages, place: Place, *, said: Callable[[str], None], open_browser: bool = False) -> None:
    """Serve until interrupted. `said` hears each line for people. Raises UsageError where the address is open to
    others without a password, or is taken; ProjectError and UsageError where the file is no project."""
    import uvicorn

    from dateline.web.app import application

    if not local(place.host) and place.seal is None:
        raise UsageError(
            f"{place.host} can be reached from other machines, and no password is set",
            remedy="Write one into a file and name it with --password-file, or leave --host out",
        )
    _warm(pages, FIRST, (FRONT,))
    gate = Gate(place.seal) if place.seal is not None else None
    listener = _listener(place)
    names = frozenset(name.lower() for name in (*place.names, place.host, socket.gethostname()))
    app = application(pages, gate=gate, loopback=local(place.host), names=names)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", server_header=False, date_header=True,
        proxy_headers=False, timeout_graceful_shutdown=3, timeout_keep_alive=15, limit_concurrency=200,
        ssl_certfile=str(place.certificate) if place.certificate else None,
        ssl_keyfile=str(place.key) if place.key else None,
    )  # fmt: skip
    said(f"{pages.path.name} is at {place.url}")
    if not local(place.host) and place.certificate is None:
        said("Without --certificate whoever shares the network can read along, the password too.")
    said("Ctrl-C ends it.")
    threading.Thread(target=_meanwhile, args=(pages,), daemon=True).start()
    if open_browser:
        threading.Timer(0.8, webbrowser.open, (place.url,)).start()
    with _confined(pages.path), contextlib.closing(listener), contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _warm(pages: Pages, kinds: Sequence[str], names: Sequence[str]) -> None:
    """Read columns and make screens ahead of those who ask; a wrong file is named before a browser opens."""
    from dateline.web.app import answered
    from dateline.web.ask import Ask
    from dateline.web.screen import screens

    for kind in kinds:
        pages.columns(kind)
    pages.outlets()
    pages.states()
    for screen in screens():
        if screen.name in names:
            answered(screen, Ask(pages, screen.paths[0]))
    pages.forget()


def _meanwhile(pages: Pages) -> None:
    go_last()
    _warm(pages, LATER, BAR)


def _listener(place: Place) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((place.host, place.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise _why_not(place, error) from error
    return listener


def _why_not(place: Place, error: OSError) -> UsageError:
    if error.errno == errno.EADDRINUSE:
        free = next_free(place.host, place.port + 1)
        hint = f"Take a free one: --port {free}" if free else "Name another one with --port"
        return UsageError(f"port {place.port} is in use by another program", remedy=hint)
    if error.errno in (errno.EACCES, errno.EPERM):
        return UsageError(f"port {place.port} is not open to you", remedy="Take one above 1023: --port 8010")
    return UsageError(
        f"{place.host}:{place.port} cannot be listened on ({error.strerror})",
        remedy="Name an address of this machine with --host, or leave it out",
    )


def next_free(host: str, port: int) -> int | None:
    """The first free port from `port` on, within a few; None when there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, min(port + NEXT, 65536)):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((host, number))
                return number
    return None


@contextlib.contextmanager
def _confined(project: Path) -> Iterator[None]:
    """While the server runs, everything that is uploaded stays in a folder beside the project, gone at the end."""
    before = tempfile.tempdir
    try:
        with tempfile.TemporaryDirectory(
            prefix=f".{project.stem}-", dir=project.absolute().parent, ignore_cleanup_errors=True
        ) as folder:
            tempfile.tempdir = folder
            yield
    finally:
        tempfile.tempdir = before
