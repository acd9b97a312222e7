"""Units of work -> results, in this process or in others; a cluster's executor can take their place."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Protocol

from dateline.config import Config
from dateline.errors import DatelineError
from dateline.pipeline.line import Line, Stages
from dateline.pipeline.unit import Unit, UnitResult, run_unit
from dateline.records import Rejected
from dateline.registry import Registry

EXECUTORS = Registry(
    "executor",
    {"serial": "dateline.pipeline.workers:Serial", "spawn": "dateline.pipeline.workers:SpawnPool"},
)

QUEUED = 2
"""Units held ready for each worker: enough that none waits, few enough that memory stays bounded."""


class Executor(Protocol):
    """Runs units somewhere. Made with (config, line); `run` may give results in any order, each exactly once.

    A unit whose process dies comes back with its culprit rejected as `worker-died`. Errors that concern every
    article (a missing model) are raised from `run`. `close` frees what `run` holds; it may be called twice.
    """

    def run(self, units: Iterable[Unit]) -> Iterator[UnitResult]: ...

    def close(self) -> None: ...


class Serial:
    """Everything in this process, in order."""

    def __init__(self, config: Config, line: Line) -> None:
        self._config, self._line = config, line

    def run(self, units: Iterable[Unit]) -> Iterator[UnitResult]:
        """Results in the order of the units; the stages are loaded when the first unit comes."""
        stages: Stages | None = None
        for unit in units:
            spent = 0.0
            if stages is None:
                began = time.process_time()
                stages = self._line.stages(self._config)
                spent = time.process_time() - began
            yield _with_loading(run_unit(unit, stages), spent)

    def close(self) -> None:
        """Nothing to free."""


class SpawnPool:
    """`config.workers` fresh processes, each of which loads the stages once. Results come as they are ready."""

    def __init__(self, config: Config, line: Line) -> None:
        self._config, self._line = config, line
        self._pool: ProcessPoolExecutor | None = None

    def run(self, units: Iterable[Unit]) -> Iterator[UnitResult]:
        """Keep every worker busy; when one dies, find the article that killed it and go on without it."""
        waiting = iter(units)
        running: dict[Future[UnitResult], Unit] = {}
        suspects: list[Unit] = []
        while True:
            try:
                self._fill(waiting, running, suspects)
            except BrokenProcessPool:
                suspects.extend(running.values())
                running.clear()
            if suspects:
                self.close()
                for unit in suspects:
                    yield self._alone(unit)
                suspects.clear()
                self.close()
                continue
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                unit = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    suspects.append(unit)
            if suspects:
                suspects.extend(running.values())
                running.clear()

    def close(self) -> None:
        """Let go of the workers; those that still parse end with their present unit."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _fill(
        self, waiting: Iterator[Unit], running: dict[Future[UnitResult], Unit], held: list[Unit]
    ) -> None:
        while len(running) < self._config.workers * QUEUED:
            unit = next(waiting, None)
            if unit is None:
                return
            try:
                running[self._open(self._config.workers).submit(_work, unit)] = unit
            except BrokenProcessPool:
                held.append(unit)
                raise

    def _alone(self, unit: Unit) -> UnitResult:
        """A unit from a pool that broke: whole in one worker, and article by article if that dies as well."""
        result = self._try(unit)
        if result is not None:
            return result
        parts = [
            self._try(Unit(unit.number, (raw,))) or _died(unit.number, raw.source, raw.sha256)
            for raw in unit.raws
        ]
        seconds: dict[str, float] = {}
        for part in parts:
            for stage, spent in part.seconds:
                seconds[stage] = seconds.get(stage, 0.0) + spent
        outcomes = tuple(outcome for part in parts for outcome in part.outcomes)
        return UnitResult(unit.number, outcomes, tuple(sorted(seconds.items())))

    def _try(self, unit: Unit) -> UnitResult | None:
        try:
            return self._open(1).submit(_work, unit).result()
        except BrokenProcessPool:
            self.close()
            return None

    def _open(self, workers: int) -> ProcessPoolExecutor:
        if self._pool is None:
            pool = ProcessPoolExecutor(
                max_workers=workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start,
                initargs=(self._config, self._line),
            )
            self._pool = pool
            try:
                ready = [pool.submit(_ready) for _ in range(workers)]  # all load at once
                ready[0].result()
            except BrokenProcessPool as error:
                self.close()
                raise DatelineError(
                    "the worker processes cannot start",
                    remedy="In a script, call build() below `if __name__ == '__main__':`; or use --workers 1",
                ) from error
        return self._pool


def _died(number: int, source: str, sha256: str) -> UnitResult:
    detail = "the process that parsed it was ended by the system, most often for want of memory"
    return UnitResult(number, (Rejected(source, sha256, "text", "worker-died", detail),), ())


def _with_loading(result: UnitResult, seconds: float) -> UnitResult:
    """The result, with the time it took to load the stages when this was the first unit."""
    return replace(result, seconds=(*result.seconds, ("loading", seconds))) if seconds else result


_settings: tuple[Config, Line] | None = None
_stages: Stages | None = None
_loading = 0.0


def _start(config: Config, line: Line) -> None:
    """In a new worker: leave Ctrl-C to the parent, end when it ends, remember what to load."""
    global _settings
    _settings = (config, line)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _ready() -> bool:
    """Load the stages, outside the initializer so that an error reaches the parent as itself."""
    _loaded()
    return True


def _work(unit: Unit) -> UnitResult:
    global _loading
    stages = _loaded()
    spent, _loading = _loading, 0.0
    return _with_loading(run_unit(unit, stages), spent)


def _loaded() -> Stages:
    global _loading, _stages
    if _stages is None:
        if _settings is None:
            raise RuntimeError("a worker was given work before its settings")
        began = time.process_time()
        config, line = _settings
        _stages = line.stages(config)
        _loading = time.process_time() - began
    return _stages
