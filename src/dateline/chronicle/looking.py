"""A project file -> what is wrong with it, found meanwhile: the look at the whole file keeps nobody waiting.

A large file takes a minute, and SQLite lets nobody write while search indices are compared. So the look runs in a thread
and on a connection of its own, gives way to whoever wants to change something, and begins again after that.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.store import Store

SOON = 0.1
"""Seconds that a page waits: a small file is looked at in less."""
PAUSE, PATIENCE = 0.01, 3.0
IDLE = 0.5
NICE = 15


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the file. `seconds`: how long it took, or has taken so far; `ended`: UTC, empty while it runs."""

    running: bool
    seconds: float
    ended: str = ""
    problems: tuple[str, ...] = ()


class Looking:
    """The one look at a file at a time, and what the last one found. idle: whether nobody else writes at length;
    writing: held by whoever changes something."""

    def __init__(self, path: Path, writing: threading.Lock, idle: Callable[[], bool]) -> None:
        self._path, self._writing, self._idle = path, writing, idle
        self._lock = threading.Lock()
        self._began = 0.0
        self._found: Look | None = None
        self._mark: tuple[int, ...] = ()
        self._thread: threading.Thread | None = None
        self._store: Store | None = None

    def ask(self, mark: tuple[int, ...], *, again: bool = False) -> Look:
        """The look at the file as it is under that mark: the finished one, else the one that runs; begun where there is
        neither, or where `again` is asked."""
        with self._lock:
            thread = self._thread
            if thread is None and (self._found is None or self._mark != mark or again):
                self._mark, self._found, self._began = mark, None, time.monotonic()
                thread = self._thread = threading.Thread(target=self._run, daemon=True)
                thread.start()
        if thread is not None:
            thread.join(SOON)
        found = self._found
        return found or Look(True, time.monotonic() - self._began)

    @property
    def last(self) -> Look | None:
        """The last one, running or not; None where nobody asked for any."""
        if self._thread is not None:
            return Look(True, time.monotonic() - self._began)
        return self._found

    def give_way(self) -> None:
        """Break off what is being looked at; it is begun anew once `writing` is free."""
        end = time.monotonic() + PATIENCE
        while (store := self._store) is not None and time.monotonic() < end:
            store.interrupt()
            time.sleep(PAUSE)

    def _run(self) -> None:
        problems: tuple[str, ...] | None = None
        broken = "the look at the file broke off; the terminal in which the server runs says why"
        go_last()
        try:
            with Store(self._path, create=False) as store:
                while problems is None:
                    while not self._idle():
                        time.sleep(IDLE)
                    with self._writing:
                        self._store = store
                    try:
                        problems = store.faults(store.linked())
                    finally:
                        self._store = None
        except DatelineError as error:
            broken = f"the look at the file broke off: {error.what}"
        finally:
            ended = time.strftime("%Y-%m-%d %H:%M", time.gmtime())
            with self._lock:
                self._found = Look(
                    False, time.monotonic() - self._began, ended, (broken,) if problems is None else problems
                )
                self._thread = None


def go_last() -> None:
    """Let all other threads go before this one, where the system knows of that (Linux)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
