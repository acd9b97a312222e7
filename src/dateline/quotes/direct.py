"""Text, Marks, Frames -> for each outermost marked stretch the frame that gives it to somebody, and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.quotes.after import cue_after
from dateline.quotes.before import announced, cue_before, cue_right_before, introduced, lead_words
from dateline.quotes.cues import ANY, Lexicon
from dateline.quotes.frames import Frame
from dateline.quotes.headings import headline
from dateline.quotes.marks import Mark
from dateline.quotes.reach import goes_on, reached
from dateline.quotes.signatures import signed, signed_below
from dateline.quotes.stretches import Stretches, paragraph_start, sentence_long
from dateline.syntax import Text


@dataclass(frozen=True, slots=True)
class Spoken:
    """A marked stretch with the frame it belongs to; `frame` is None where nobody says it.

    `carried`: the frame is that of an earlier stretch; `within`: the stretch is only part of the frame's content.
    """

    mark: Mark
    low: int
    high: int
    frame: Frame | None
    rule: str
    carried: bool = False
    within: bool = False


def speak(text: Text, lexicon: Lexicon, stretches: Stretches, frames: Sequence[Frame]) -> list[Spoken]:
    """Every outermost stretch with its frame, in order."""
    free = [
        f for f in frames
        if f.head is not None and stretches.of[f.head] < 0 and (f.entry is None or f.entry.lemma != ANY)
    ]  # fmt: skip
    found: list[Spoken] = []
    for number, mark in enumerate(stretches.outer):
        low, high = stretches.ranges[number]
        if low >= high:
            continue
        found.append(_give(text, lexicon, stretches, free, mark, low, high, found))
    return found


def _more(text: Text, frame: Frame, low: int, high: int) -> bool:
    """Whether a frame expresses words outside the stretch, beyond a mere "that"."""
    return any(
        not low <= i < high and text.tokens[i].pos != "PUNCT" and text.tokens[i].lower != "that"
        for a, b in frame.content
        for i in range(a, b)
    )


def _supposed(text: Text, frame: Frame) -> bool:
    """Whether a belief stands in a condition ("if they choose to leave the “rat race”"): the marks are the writer's."""
    if frame.head is None or frame.entry is None or frame.entry.mode == "speech":
        return False
    mark = text.kid(frame.head, "mark")
    return text.tokens[frame.head].dep == "advcl" and mark is not None and mark.lower in ("if", "unless")


def _give(
    text: Text, lexicon: Lexicon, stretches: Stretches, free: Sequence[Frame],
    mark: Mark, low: int, high: int, before: Sequence[Spoken],
) -> Spoken:  # fmt: skip
    frame = signed(text, low, high) or cue_after(text, lexicon, stretches, mark, low, high, free)
    if frame is not None:
        return Spoken(mark, low, high, frame, "cue after", within=_more(text, frame, low, high))
    frame = cue_right_before(text, lexicon, stretches, low, high, free)
    if frame is not None:
        return Spoken(mark, low, high, frame, "cue before", within=_more(text, frame, low, high))
    held = [f for f in free if any(a < high and low < b for a, b in f.content) and not _supposed(text, f)]
    if held:
        spoken = [
            f for f in held if f.entry is not None and f.entry.mode == "speech" and "quote" in f.entry.takes
        ]
        frame = min(spoken or held, key=lambda f: (abs((f.head or 0) - low), f.end - f.start))
        if frame.rule == "clause" and frame.head is not None and frame.source is not None:
            lead = lead_words(text, frame.head, text.tokens[frame.source], frame.start)
            frame = replace(frame, content=(*lead, *frame.content)) if lead else frame
        outside = sum(
            1 for a, b in frame.content for i in range(a, b)
            if not low <= i < high and stretches.of[i] < 0 and text.tokens[i].pos != "PUNCT"
            and text.tokens[i].lower != "that"
        )  # fmt: skip
        return Spoken(mark, low, high, frame, f"inside {frame.rule}", within=outside > 0)
    frame = reached(text, stretches, free, low, high)
    if frame is not None:
        return Spoken(mark, low, high, frame, f"right behind {frame.rule}", within=True)
    frame = cue_before(text, lexicon, stretches, low, high, free)
    if frame is not None:
        return Spoken(mark, low, high, frame, "cue before", within=_more(text, frame, low, high))
    frame = headline(text, lexicon, low, high)
    if frame is not None:
        return Spoken(mark, low, high, frame, "in a headline", within=_more(text, frame, low, high))
    frame = announced(text, lexicon, stretches, low, high)
    if frame is not None and not mark.reopens:
        return Spoken(mark, low, high, frame, "announced by a colon")
    frame = signed_below(text, low, high)
    if frame is not None:
        return Spoken(mark, low, high, frame, "name below")
    last = next((s for s in reversed(before) if s.frame is not None), None)
    if last is not None and last.mark.paragraph == mark.paragraph and sentence_long(text, low, high):
        return Spoken(mark, low, high, last.frame, "carries on", carried=True)
    if last is not None and goes_on(text, stretches, last.high, low, high):
        start = text.sentence_of(low).start
        frame = replace(last.frame, content=((start, high),)) if last.frame is not None else None
        return Spoken(mark, low, high, frame, "carries on in a paraphrase", carried=True, within=True)
    if mark.start <= paragraph_start(text, low) + 1 and last is not None:
        follows = last.mark.paragraph == mark.paragraph - 1 and sentence_long(text, low, high)
        if mark.reopens or follows:
            return Spoken(mark, low, high, last.frame, "carries on from the paragraph before", carried=True)
    if sentence_long(text, low, high):
        frame = introduced(text, free, low, high)
        if frame is not None:
            return Spoken(mark, low, high, frame, "introduced by the sentence before")
    return Spoken(mark, low, high, None, "no cue")
