"""What was read of a project file, held until the file says otherwise; what is slow to read is read anew meanwhile."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.errors import DatelineError

SLOW = 1.0
"""Seconds: what takes longer to read is read meanwhile after a change, so that nobody waits for it."""
PATIENCE = 20.0
"""Seconds for which listings may lag behind a build that is adding articles."""


@dataclass(frozen=True, slots=True)
class Held:
    """What was read of the file under a mark, when, and how many seconds it took."""

    mark: tuple[int, ...]
    when: float
    value: Any
    seconds: float


class Holder:
    """For many threads. mark: what changes whenever records do, of the asking thread's connection; done: lets a thread's
    connection go."""

    def __init__(self, mark: Callable[[], tuple[int, ...]], done: Callable[[], None]) -> None:
        self._mark, self._done = mark, done
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._held: dict[str, Held] = {}

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, held until the mark changes; a little longer while a build only adds articles, and while it is
        slowly read anew."""
        mark = self._mark()
        held = self._held.get(key)
        if held is not None and self._fresh(mark, held.mark, held.when):
            return held.value
        with self._lock:
            own = self._locks.setdefault(key, threading.Lock())
        if held is not None and held.seconds > SLOW:
            if own.acquire(blocking=False):
                threading.Thread(target=self._anew, args=(key, mark, make, own), daemon=True).start()
            return held.value
        with own:  # who asks for one kind does not wait for another to be read
            held = self._held.get(key)
            if held is None or not self._fresh(mark, held.mark, held.when):
                held = self._make(key, mark, make)
            return held.value

    def _make(self, key: str, mark: tuple[int, ...], make: Callable[[], Any]) -> Held:
        began = time.monotonic()
        value = make()
        now = time.monotonic()
        held = self._held[key] = Held(mark, now, value, now - began)
        return held

    def _anew(self, key: str, mark: tuple[int, ...], make: Callable[[], Any], own: threading.Lock) -> None:
        """In a thread of its own: what was held serves on until this is done; whoever asks next begins anew where the
        file could not be read."""
        try:
            with contextlib.suppress(DatelineError):
                self._make(key, mark, make)
        finally:
            own.release()
            self._done()

    @staticmethod
    def _fresh(mark: tuple[int, ...], before: tuple[int, ...], when: float) -> bool:
        """While a build only adds articles, what is held serves on for a while: it is read whole or not at all."""
        return mark == before or (mark[2:] == before[2:] and time.monotonic() - when < PATIENCE)
