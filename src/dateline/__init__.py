"""Dateline: from a pile of news articles to a sourced chronicle of political events.

>>> import dateline
>>> chronicle = dateline.open("project.db")          # doctest: +SKIP
>>> chronicle.build(["articles/"])                   # doctest: +SKIP
>>> chronicle.events(actor="Jane Roe", type="CONSULT")  # doctest: +SKIP
"""

from __future__ import annotations

import importlib

__version__ = "0.1.0"

TYPE_CHECKING = False
"""True to type checkers only; `typing` itself would be most of what this import costs."""

if TYPE_CHECKING:
    from dateline.chronicle import (
        BuildInterrupted,
        BuildSummary,
        Chronicle,
        Hit,
        Listing,
        Progress,
        Report,
        installed,
        open,
        sample_folder,
    )
    from dateline.config import Config
    from dateline.errors import ConfigError, DatelineError, NotFound, ProjectError, UsageError
    from dateline.records import (
        Actor,
        ActorRef,
        Article,
        DateRange,
        Event,
        Mention,
        Place,
        Quotation,
        Rejected,
        Span,
        Story,
        Storyline,
        from_json,
        to_json,
    )

_HOMES = {
    "dateline.chronicle": (
        "BuildInterrupted", "BuildSummary", "Chronicle", "Hit", "Listing", "Progress", "Report", "installed",
        "open", "sample_folder",
    ),
    "dateline.config": ("Config",),
    "dateline.errors": ("ConfigError", "DatelineError", "NotFound", "ProjectError", "UsageError"),
    "dateline.records": (
        "Actor", "ActorRef", "Article", "DateRange", "Event", "Mention", "Place", "Quotation", "Rejected", "Span",
        "Story", "Storyline", "from_json", "to_json",
    ),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor", "ActorRef", "Article", "BuildInterrupted", "BuildSummary", "Chronicle", "Config", "ConfigError",
    "DateRange", "DatelineError", "Event", "Hit", "Listing", "Mention", "NotFound", "Place", "Progress",
    "ProjectError", "Quotation", "Rejected", "Report", "Span", "Story", "Storyline", "UsageError", "from_json",
    "installed", "open", "sample_folder", "to_json",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a name when it is first used (PEP 562), so that `import dateline` costs next to nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'dateline' has no attribute '{name}'")
    found = globals()[name] = getattr(importlib.import_module(_HOME[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
