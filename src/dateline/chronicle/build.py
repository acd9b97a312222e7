"""Sources -> a project file: read, skip what is known, parse in units, store article by article, link, tell."""

from __future__ import annotations

import math
import re
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import FrameType, TracebackType

from dateline.chronicle.inventory import data_fingerprint, model_version, program_version
from dateline.chronicle.joining import SMALLEST, join_all, may_join
from dateline.chronicle.judging import unjudged
from dateline.config import Config
from dateline.judgements import Tools
from dateline.pipeline import EXECUTORS, Executor, Line, Outcome, cut, tell
from dateline.pipeline.judged import tools
from dateline.pipeline.keys import keys_of
from dateline.pipeline.unit import Clock
from dateline.records import RawDocument, Rejected
from dateline.store import Store

STDIN = re.compile(r"-($|[#!])")
"""Names of what came by standard input."""
AHEAD_CHARS = 64_000_000
"""Inputs up to this many code points are held while they are counted; more are counted first and read again."""
SERIAL_UNIT = 8
STOPPING = "stopping"
"""The stage that a listener hears after the first Ctrl-C."""
UNITS_A_WORKER = 4
"""Small batches are cut finer, so that no worker idles while another has the last unit."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build stands. `done` of `total` inputs in this stage (total None: not known); `seconds` since the stage began."""

    stage: str
    done: int
    total: int | None
    seconds: float
    articles: int
    skipped: int
    rejected: int
    quotations: int
    mentions: int


@dataclass(slots=True)
class BuildSummary:
    """What one build did. `articles`, `quotations`, `mentions`, `rejected` (by code) are new; `events`, `stories` are all.

    `skipped`: inputs known from before; `still_rejected`: those among them that gave no article then either.
    `examples`: the first new rejection of each code.
    `stages`: processor seconds by stage, of all workers. `linked`: events and stories cover every article (no interruption).
    """

    articles: int = 0
    skipped: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    quotations: int = 0
    mentions: int = 0
    events: int = 0
    stories: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    linked: bool = False
    still_rejected: int = 0
    examples: list[Rejected] = field(default_factory=list)


class BuildInterrupted(KeyboardInterrupt):
    """Ctrl-C came; everything finished so far is stored, and the same build goes on from there."""

    def __init__(self, summary: BuildSummary) -> None:
        super().__init__("interrupted; what was finished is stored")
        self.summary = summary


Listener = Callable[[Progress], None]


class _Stop:
    """Between enter and exit the first Ctrl-C only sets `asked` and calls `told`; the second one interrupts at once."""

    def __init__(self, told: Callable[[], None]) -> None:
        self.asked, self._told = False, told
        self._mine = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> _Stop:
        if self._mine:
            self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._mine:
            signal.signal(signal.SIGINT, self._before)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._told()


class Build:
    """One run over some sources; `run` does it all."""

    def __init__(
        self,
        store: Store,
        config: Config,
        line: Line,
        *,
        retry: bool = False,
        relink: bool = False,
        listener: Listener | None = None,
    ) -> None:
        self._store, self._config, self._line = store, config, line
        self._retry, self._relink, self._listener = retry, relink, listener
        self._stamp = store.stamp(program_version(), model_version(config.model), data_fingerprint(config))
        self._summary = BuildSummary()
        self._rejected: Counter[str] = Counter()
        self._clock = Clock()
        self._stage, self._done, self._since = "reading", 0, time.perf_counter()
        self._total: int | None = None
        self._stop = _Stop(lambda: self._tell(STOPPING))
        self._rejected_names: set[str] = set()
        self._given: set[tuple[str, str]] = set()

    def run(self, sources: Sequence[str], fields: Mapping[str, str] | None) -> BuildSummary:
        """Raises BuildInterrupted after a Ctrl-C, UsageError, ConfigError and ProjectError."""
        began = time.perf_counter()
        with self._stop:
            inputs = self._survey(sources, fields)
            self._parse(inputs)
            if not self._stop.asked and (self._relink or not self._store.linked(self._stamp)):
                self._link()
        summary = self._summary
        summary.rejected = dict(sorted(self._rejected.items()))
        summary.linked = self._store.linked()
        summary.events, summary.stories = self._store.count("events"), self._store.count("stories")
        summary.stages = {stage: round(spent, 3) for stage, spent in sorted(self._clock.seconds.items())}
        summary.seconds = round(time.perf_counter() - began, 3)
        if self._stop.asked:
            raise BuildInterrupted(summary)
        self._tell("done")
        return summary

    # ---------------------------------------------------------------- reading

    def _survey(
        self, sources: Sequence[str], fields: Mapping[str, str] | None
    ) -> Iterable[RawDocument | Rejected]:
        """All inputs, counted where they can be read twice."""
        self._begin("reading")
        self._clock.start("reading")

        def read() -> Iterator[RawDocument | Rejected]:
            inputs: Iterable[RawDocument | Rejected] = self._line.part("sources")(
                sources, self._config, fields=fields
            )
            yield from map(_storable, inputs)

        if "-" in sources:
            return read()
        held: list[RawDocument | Rejected] = []
        room = AHEAD_CHARS
        new: set[str] = set()
        for item in read():
            if self._stop.asked:
                return held
            if isinstance(item, RawDocument):
                room -= len(item.content)
                if self._is_new(item):
                    new.add(item.sha256)
            if room > 0:
                held.append(item)
            else:
                held.clear()
            self._done += 1
            self._tell()
        self._clock.stop()
        self._total = len(new)
        return held if room > 0 else read()

    def _is_new(self, item: RawDocument | Rejected) -> bool:
        known = self._store.known(item.source, item.sha256)
        return known is None or (known == "rejected" and self._retry)

    def _fresh(self, inputs: Iterable[RawDocument | Rejected]) -> Iterator[RawDocument]:
        """What must be parsed; everything else is noted on the way."""
        for item in inputs:
            if self._stop.asked:
                return
            name = (item.source, item.sha256)
            if isinstance(item, RawDocument) and self._is_new(item):
                self._given.add(name)
                yield item
            elif isinstance(item, Rejected) and name not in self._given and self._is_new(item):
                self._reject(item)
            else:
                self._pass_over(item)

    def _pass_over(self, item: RawDocument | Rejected) -> None:
        """An input the project knows, or a record that stands twice in one file under one name."""
        self._summary.skipped += 1
        if self._store.known(item.source, item.sha256) == "rejected":
            self._summary.still_rejected += 1
            self._rejected_names.add(item.source)
        else:
            self._store.also(item.source, item.sha256)

    # ---------------------------------------------------------------- parsing

    def _parse(self, inputs: Iterable[RawDocument | Rejected]) -> None:
        self._begin("parsing")
        serial = self._config.workers == 1
        executor: Executor = EXECUTORS.load("serial" if serial else "spawn")(self._config, self._line)
        try:
            for result in executor.run(cut(self._fresh(inputs), self._unit(serial))):
                self._clock.add(result.seconds)
                self._clock.start("store")
                for outcome in result.outcomes:
                    if isinstance(outcome, Rejected):
                        self._reject(outcome)
                    else:
                        self._keep(outcome)
                    self._done += 1
                self._clock.stop()
                self._tell()
        finally:
            executor.close()

    def _unit(self, serial: bool) -> int:
        if serial:
            return min(SERIAL_UNIT, self._config.unit)
        if self._total is None:
            return self._config.unit
        return max(
            1, min(self._config.unit, math.ceil(self._total / (self._config.workers * UNITS_A_WORKER)))
        )

    def _keep(self, outcome: Outcome) -> None:
        article = outcome.article
        try:
            new = self._store.add(
                article, outcome.quotations, outcome.mentions, outcome.seen, outcome.digest, self._stamp,
                mended=self._is_mended(article.source),
            )  # fmt: skip
        except UnicodeEncodeError as error:
            detail = f"the text holds half a character at code point {error.start} (a lone surrogate)"
            self._reject(Rejected(article.source, article.sha256, "store", "stage-fault", detail))
            return
        if new:
            self._summary.articles += 1
            self._summary.quotations += len(outcome.quotations)
            self._summary.mentions += len(outcome.mentions)
        else:
            self._store.also(article.source, article.sha256)
            self._summary.skipped += 1

    def _reject(self, rejected: Rejected) -> None:
        self._store.reject(rejected, mended=self._is_mended(rejected.source))
        self._rejected_names.add(rejected.source)
        if rejected.code not in self._rejected:
            self._summary.examples.append(rejected)
        self._rejected[rejected.code] += 1

    def _is_mended(self, source: str) -> bool:
        """Whether what comes under that name now takes the place of what was rejected under it in earlier builds.

        Records of one file may share a name (their `id` field), and everything that ever came by standard input does.
        """
        return source not in self._rejected_names and not STDIN.match(source)

    # ---------------------------------------------------------------- looking across

    def _link(self) -> None:
        """Let few new articles join a large project; else look across all articles anew."""
        lent = tools(self._config, self._line)
        with self._store.near() as near:
            joining = not self._relink and may_join(self._store, near, self._stamp)
        if joining:
            self._begin("joining")
            self._clock.start("joining")
            join_all(self._store, self._config, self._line, self._stamp, lent, self._one_done)
            self._clock.stop()
        else:
            self._link_all(lent)

    def _one_done(self) -> None:
        self._done += 1
        self._tell()

    def _link_all(self, lent: Tools) -> None:
        corpus, generation = self._store.corpus()
        whole = tell(corpus, self._config, self._line, self._begin)
        self._clock.add(whole.seconds)
        self._begin("storing")
        self._clock.start("store")
        with unjudged(self._store, lent):
            self._store.put(corpus, whole.told, whole.actors, generation, self._stamp)
            if len(corpus.articles) >= SMALLEST:
                self._clock.start("keys")
                with self._store.near() as near:
                    near.index(keys_of(whole.told, corpus.digests), len(corpus.articles))
                self._clock.start("store")
        self._clock.stop()

    def _begin(self, stage: str) -> None:
        self._stage, self._done, self._since = stage, 0, time.perf_counter()
        self._tell()

    def _tell(self, stage: str | None = None) -> None:
        if self._listener is None:
            return
        summary = self._summary
        self._listener(
            Progress(
                stage=stage or self._stage,
                done=self._done,
                total=self._total if self._stage == "parsing" else None,
                seconds=time.perf_counter() - self._since,
                articles=summary.articles,
                skipped=summary.skipped,
                rejected=self._rejected.total(),
                quotations=summary.quotations,
                mentions=summary.mentions,
            )
        )


def _storable(item: RawDocument | Rejected) -> RawDocument | Rejected:
    """The same input, its name spelt so that it can be stored: file names may be bytes that are no text."""
    name = item.source.encode("utf-8", "backslashreplace").decode()
    if isinstance(item, Rejected):
        detail = item.detail.encode("utf-8", "backslashreplace").decode()
        return (
            item
            if (name, detail) == (item.source, item.detail)
            else replace(item, source=name, detail=detail)
        )
    return item if name == item.source else replace(item, source=name)
