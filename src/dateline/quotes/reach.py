"""Ranges of what is expressed that stop short of marked words -> ranges that reach them: joined fragments, outer reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.quotes.frames import Frame, Range
from dateline.quotes.stretches import STOP, Stretches
from dateline.syntax import Text, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BRIDGE = 12
_STEP = 4
_LEAD = 12
_LIST = 7
_LINKS = frozenset({"DET", "ADJ", "ADP", "PUNCT", "PART", "CCONJ", "ADV"})


def bridge(text: Text, frame: Frame, pieces: Sequence[Range]) -> list[Range]:
    """Pieces of one cue in one sentence made one where only words of the same phrase part them: a "bully" and a "cheat"."""
    joined: list[Range] = []
    for low, high in sorted(pieces):
        if joined and _bridged(text, frame, joined[-1][1], low):
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return joined


def _bridged(text: Text, frame: Frame, end: int, low: int) -> bool:
    gap = text.tokens[end:low]
    if not gap or len(gap) > _BRIDGE or text.tokens[end - 1].sent != text.tokens[low].sent:
        return False
    if text.tokens[end - 1].text in STOP or any(t.text in STOP for t in gap):
        return False
    for words in (frame.words, frame.source_words):
        if words is not None and any(end <= i < low for i in range(*words)):
            return False
    return not any(
        t.tag in _FINITE and not any(u.lower in ("who", "which", "that") for u in text.tokens[end : t.i])
        for t in gap
    )


def reached(text: Text, stretches: Stretches, free: Sequence[Frame], low: int, high: int) -> Frame | None:
    """The frame whose words end right before a marked fragment that the parser hung elsewhere, widened to hold it."""
    tokens = text.tokens
    best: Frame | None = None
    for frame in free:
        if frame.head is None or frame.head >= low or frame.end > low or frame.content[-1][0] < frame.head:
            continue
        gap = tokens[frame.end : low]
        if tokens[frame.head].sent != tokens[low].sent or not (
            _linked(stretches, gap) or _listed(stretches, gap)
        ):
            continue
        if best is None or (best.head or 0) < frame.head:
            best = frame
    if best is None:
        return None
    return replace(best, content=(*best.content[:-1], (best.content[-1][0], high)))


def _linked(stretches: Stretches, gap: Sequence[Token]) -> bool:
    """Whether nothing but small words part two stretches: "and a", "as a"."""
    return len(gap) <= _STEP and not any(
        t.pos not in _LINKS or t.text in STOP or stretches.of[t.i] >= 0 for t in gap
    )


def _listed(stretches: Stretches, gap: Sequence[Token]) -> bool:
    """Whether a list or an empty "there was" goes on behind a comma: ", and there was “...”", ", mend the “...”"."""
    if not gap or len(gap) > _LIST or gap[0].text != ",":
        return False
    if any(t.text in STOP or stretches.of[t.i] >= 0 or t.tag in ("VBG", "VBN", "WDT", "WP") for t in gap):
        return False
    finite = [t for t in gap if t.tag in _FINITE]
    empty = any(t.dep == "expl" or t.lower == "there" for t in gap)
    return (not finite and any(t.tag == "VB" for t in gap)) or (bool(finite) and empty)


def goes_on(text: Text, stretches: Stretches, end: int, low: int, high: int) -> bool:
    """Whether a sentence that runs into a long fragment follows the quotation that ends at `end` in its paragraph:
    "...," X said. Now, “the whole valley is for it.”"""
    sentence = text.sentence_of(low)
    before = text.sentences[sentence.i - 1] if sentence.i else None
    if (
        before is None
        or before.paragraph != sentence.paragraph
        or not before.start <= end - 1 < sentence.start
    ):
        return False
    lead = text.tokens[sentence.start : low]
    inside = sum(1 for t in text.tokens[low:high] if t.pos != "PUNCT")
    if not lead or inside < 4 or any(stretches.of[t.i] >= 0 for t in lead):
        return False
    ends = (
        high >= len(text.tokens) or text.sentence_of(high).i != sentence.i or text.tokens[high].text in STOP
    )
    return ends and len(lead) <= _LEAD and text.tokens[high - 2].text in STOP
