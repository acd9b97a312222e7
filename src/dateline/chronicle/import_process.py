"""One build in a process of its own: sources in, messages out; a word from the other side, or its end, stops it gently."""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from dateline.chronicle.build import BuildInterrupted, BuildSummary, Progress
from dateline.config import Config
from dateline.errors import DatelineError
from dateline.pipeline import Line

EVERY = 0.2
"""Seconds between two messages of one stage."""
POLITE = 5
"""How much a build stands back behind the pages that are read meanwhile."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: `sources` as they are named from `folder`."""

    project: Path
    folder: Path
    sources: tuple[str, ...]
    config: Config
    line: Line
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended: `summary` where it came so far, `error` and `remedy` where it did not; `whole`: not stopped before."""

    summary: BuildSummary | None = None
    whole: bool = False
    error: str = ""
    remedy: str = ""


Message = Progress | Ended


def run(order: Order, told: Connection, asked: Connection) -> None:
    """In the new process: build, tell each step through `told`; stop when something comes through `asked` or it closes."""
    if hasattr(os, "setsid"):
        os.setsid()  # a Ctrl-C in the terminal is for the server, which passes it on
    if hasattr(os, "nice"):
        os.nice(POLITE)
    os.chdir(order.folder)
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    try:
        told.send(_built(order, told))
    except BrokenPipeError:
        return  # the server is gone; what was finished is stored


def _built(order: Order, told: Connection) -> Ended:
    from dateline.chronicle.handle import open as open_

    last = ("", 0.0)

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.stage != last[0] or now - last[1] >= EVERY:
            last = (progress.stage, now)
            told.send(progress)

    try:
        with open_(order.project, create=False, config=order.config, line=order.line) as chronicle:
            summary = chronicle.build(list(order.sources), retry=order.retry, progress=tell)
    except BuildInterrupted as stop:
        return Ended(stop.summary)
    except KeyboardInterrupt:
        return Ended()
    except DatelineError as error:
        return Ended(error=f"{error.where}: {error.what}" if error.where else error.what, remedy=error.remedy)
    return Ended(summary, whole=True)


def _listen(asked: Connection) -> None:
    with contextlib.suppress(EOFError):  # the server ended
        asked.recv()
    _thread.interrupt_main(signal.SIGINT)
