"""What an analyst decided, anchored by quoted words -> the machine's records with her word over theirs."""

from __future__ import annotations

from dateline.judgements.anchors import find, passage
from dateline.judgements.annotations import annotation, judgements
from dateline.judgements.bench import Shelf, Tools
from dateline.judgements.forms import (
    ABOUT,
    FIELDS,
    KINDS,
    Judgement,
    Passage,
    Standing,
    Target,
    canonical,
    make,
)
from dateline.judgements.lay import Laid, lay
from dateline.judgements.standing import in_force, last, present, takeable, undone

__all__ = [
    "ABOUT", "FIELDS", "KINDS", "Judgement", "Laid", "Passage", "Shelf", "Standing", "Target", "Tools", "annotation",
    "canonical", "find", "in_force", "judgements", "last", "lay", "make", "passage", "present", "takeable", "undone",
]  # fmt: skip
