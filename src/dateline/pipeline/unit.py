"""A unit of raw documents -> a unit of records: pure, picklable, one bad article never spoils the others."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from typing import TypeVar

from dateline.corpus import Seen
from dateline.errors import DatelineError
from dateline.pipeline.about import with_subjects
from dateline.pipeline.cast import seen_in
from dateline.pipeline.line import Stages, TextReader
from dateline.records import Article, Mention, Quotation, RawDocument, Rejected
from dateline.syntax import Text

UNIT_CHARS = 400_000
"""A unit is closed early when its contents reach this many code points, so that memory stays bounded."""

STAGE_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RecursionError, RuntimeError,
    StopIteration, TypeError, ValueError,
)  # fmt: skip
"""What a fault of ours on one odd article may raise. Anything else (an import that fails, a full disk, Ctrl-C)
concerns every article and ends the build."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A shard of the input, with its number in the order of reading."""

    number: int
    raws: tuple[RawDocument, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything one article gave. `source` is the input's name; `digest` feeds the search for copies."""

    article: Article
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    seen: tuple[Seen, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class UnitResult:
    """Records of one unit in the order of its raw documents; `seconds` of processor time by stage."""

    number: int
    outcomes: tuple[Outcome | Rejected, ...]
    seconds: tuple[tuple[str, float], ...]


class Clock:
    """Seconds of processor time spent, by stage: what else the machine does meanwhile does not count."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.stage = ""
        self._since = 0.0

    def start(self, stage: str) -> None:
        """End the stage that runs, if any, and start another."""
        self.stop()
        self.stage, self._since = stage, time.process_time()

    def stop(self) -> None:
        """End the stage that runs; its name stays readable."""
        if self._since:
            spent = time.process_time() - self._since
            self.seconds[self.stage] = self.seconds.get(self.stage, 0.0) + spent
            self._since = 0.0

    def add(self, seconds: Iterable[tuple[str, float]]) -> None:
        """What was spent elsewhere."""
        for stage, spent in seconds:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent


def cut(raws: Iterable[RawDocument], size: int) -> Iterator[Unit]:
    """Units of at most `size` documents, read as they are asked for."""
    shard: list[RawDocument] = []
    number = chars = 0
    for raw in raws:
        shard.append(raw)
        chars += len(raw.content)
        if len(shard) >= size or chars >= UNIT_CHARS:
            yield Unit(number, tuple(shard))
            shard, number, chars = [], number + 1, 0
    if shard:
        yield Unit(number, tuple(shard))


def run_unit(unit: Unit, stages: Stages) -> UnitResult:
    """Every document of the unit through every stage. What gives no article is a Rejected that says why.

    Errors: an article on which a stage raises a DatelineError is rejected with that error's code; on which it
    raises one of STAGE_FAULTS, with `stage-fault` and the place in the source. Other exceptions pass through.
    """
    clock = Clock()
    cleaned = [_guarded(raw, clock, partial(_clean, raw, stages, clock)) for raw in unit.raws]
    texts = _texts([done[0] for done in cleaned if not isinstance(done, Rejected)], stages.text)
    outcomes: list[Outcome | Rejected] = []
    for raw, done in zip(unit.raws, cleaned, strict=True):
        if isinstance(done, Rejected):
            outcomes.append(done)
            continue
        clock.start("text")
        outcomes.append(_guarded(raw, clock, partial(_read, *done, next(texts), stages, clock)))
    return UnitResult(unit.number, tuple(outcomes), tuple(sorted(clock.seconds.items())))


Result = TypeVar("Result")


def _guarded(raw: RawDocument, clock: Clock, work: Callable[[], Result]) -> Result | Rejected:
    try:
        return work()
    except DatelineError as error:
        return Rejected(raw.source, raw.sha256, clock.stage, error.code, str(error))
    except STAGE_FAULTS as error:
        return Rejected(raw.source, raw.sha256, clock.stage, "stage-fault", describe(error))
    finally:
        clock.stop()


def _clean(raw: RawDocument, stages: Stages, clock: Clock) -> tuple[Article, bytes] | Rejected:
    clock.start("articles")
    article = stages.articles(raw)
    return article if isinstance(article, Rejected) else (article, stages.digest(article))


def _texts(articles: Sequence[Article], read: TextReader) -> Iterator[Text | None]:
    """The text of each article. They are read together; where that fails, None for the article whose turn it is."""
    at = 0
    while at < len(articles):
        try:
            for text in read(articles[at:]):
                yield text
                at += 1
        except (DatelineError, *STAGE_FAULTS):
            yield None
            at += 1


def _read(article: Article, digest: bytes, text: Text | None, stages: Stages, clock: Clock) -> Outcome:
    """`text` is None when reading several articles together failed: alone, only the culprit fails again."""
    text = text or next(iter(stages.text([article])))
    seen = seen_in(text)
    clock.start("quotes")
    quotations = with_subjects(text, (_with_issues(quotation, stages) for quotation in stages.quotes(text)))
    clock.start("events")
    mentions = stages.events(text, quotations)
    return Outcome(article, quotations, mentions, seen, digest)


def _with_issues(quotation: Quotation, stages: Stages) -> Quotation:
    found = tuple(sorted({issue for issue, _ in stages.issues(quotation.content.text)}))
    return replace(quotation, issues=found) if found else quotation


def describe(error: BaseException) -> str:
    """Class, place in the source and message of an exception, on one line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}: {error}"
