"""Config and raw documents -> records, in units of work; corpus -> stories. The one place that knows the stages."""

from __future__ import annotations

from dateline.corpus import Corpus, Linked, Seen, Told
from dateline.pipeline.across import Whole, tell
from dateline.pipeline.line import EVENTS, QUOTES, Line, Stages
from dateline.pipeline.unit import Outcome, Unit, UnitResult, cut, run_unit
from dateline.pipeline.workers import EXECUTORS, Executor
from dateline.resolvers import Resolvers

__all__ = [
    "EVENTS", "EXECUTORS", "QUOTES", "Corpus", "Executor", "Line", "Linked", "Outcome", "Resolvers",
    "Seen", "Stages", "Told", "Unit", "UnitResult", "Whole", "cut", "run_unit", "tell",
]  # fmt: skip
