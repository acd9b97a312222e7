"""The handle on one project file, which joins the pure pipeline to the store: build, ask, search, export, examine."""

from __future__ import annotations

from dateline.chronicle.analyst import Imported
from dateline.chronicle.build import BuildInterrupted, BuildSummary, Progress
from dateline.chronicle.handle import Chronicle, open
from dateline.chronicle.inventory import Report, installed, sample_folder
from dateline.chronicle.listing import Listing
from dateline.judgements import Judgement, Standing
from dateline.store import Hit

__all__ = [
    "BuildInterrupted", "BuildSummary", "Chronicle", "Hit", "Imported", "Judgement", "Listing", "Progress", "Report", "Standing",
    "installed", "open", "sample_folder",
]  # fmt: skip
