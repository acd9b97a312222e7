"""Text -> Attributions: frames and marked stretches joined, one for each cue, before actors are resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.quotes.cues import ANY, Lexicon
from dateline.quotes.direct import Spoken, speak
from dateline.quotes.frames import Frame, Range
from dateline.quotes.headings import headline_frame, name_frames
from dateline.quotes.indirect import verb_frames
from dateline.quotes.marks import find_marks
from dateline.quotes.mend import mend
from dateline.quotes.nominal import nominal_frames
from dateline.quotes.reach import bridge
from dateline.quotes.scare import scare_rule
from dateline.quotes.stretches import Stretches
from dateline.quotes.tails import without_tail
from dateline.records import QuoteKind
from dateline.syntax import Text


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one cue gives to one source. `spoken` are the marked stretches in it, `nested` says it stands inside
    the words of another attribution."""

    kind: QuoteKind
    frame: Frame
    content: tuple[Range, ...]
    spoken: tuple[Spoken, ...]
    rule: str
    nested: bool

    def holds(self, i: int) -> bool:
        """Whether token i is part of what is expressed."""
        for low, high in self.content:  # noqa: SIM110 - asked for every pair of attributions: a generator costs a tenth of the stage
            if low <= i < high:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A marked stretch that quotes nobody, and the rule by which it does not."""

    spoken: Spoken
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything one article gives away."""

    attributions: tuple[Attribution, ...]
    unsaid: tuple[Unsaid, ...]
    unattributed: tuple[Spoken, ...]


def attribute(text: Text, lexicon: Lexicon) -> Found:
    """All attributions of an article in order of their content, and the marked stretches that are none."""
    text = mend(text, lexicon)
    marks = find_marks(text)
    stretches = Stretches(text, marks)
    frames = verb_frames(text, lexicon) + nominal_frames(text, lexicon) + name_frames(text, stretches)
    heading = headline_frame(text, lexicon, frames)
    frames += [heading] if heading is not None else []
    unsaid: list[Unsaid] = []
    orphans: list[Spoken] = []
    groups: dict[tuple[int, bool], list[Spoken]] = {}
    made: dict[tuple[int, bool], Frame] = {}
    own = {frame.head: frame for frame in frames}
    for spoken in speak(text, lexicon, stretches, frames):
        rule = scare_rule(text, spoken)
        if rule is not None:
            unsaid.append(Unsaid(spoken, rule))
        elif spoken.frame is None:
            orphans.append(spoken)
        else:
            head = -1 - spoken.frame.start if spoken.frame.head is None else spoken.frame.head
            apart = head in own and not _touches(own[head], spoken.frame)
            key = (head, apart)
            groups.setdefault(key, []).append(spoken)
            made.setdefault(key, spoken.frame)
    found: list[Attribution] = []
    for key, spokens in groups.items():
        found.append(_direct(text, made[key], spokens, stretches))
    for frame in frames:
        if frame.head is not None and (frame.head, False) in groups:
            continue
        if (
            frame.entry is not None
            and frame.entry.lemma == ANY
            and any(frame.holds(head) for head, _ in groups)
        ):
            continue  # a word that is no entry does not swallow who quotes
        stretch = stretches.of[frame.head] if frame.head is not None else -1
        nested = stretch >= 0
        content = (
            _clip(frame.content, stretches.ranges[stretch])
            if nested
            else _bare(text, stretches, _whole(text, frame.content, stretches))
        )
        if not content:
            continue
        found.append(Attribution("indirect", frame, content, (), frame.rule, nested))
    found = [_covering(text, one, found) for one in found]
    found.sort(key=lambda a: (a.content[0], a.frame.head or 0))
    return Found(tuple(_nest(text, found, stretches)), tuple(unsaid), tuple(orphans))


def _covering(text: Text, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """A report that holds the cue of another and breaks off before marked words of that other, widened to hold them."""
    for other in found:
        cue = other.frame.head
        if not other.spoken or cue is None or cue == one.frame.head or not one.holds(cue):
            continue
        low, high = one.content[-1]
        first, last = other.content[-1]
        same = text.tokens[low].sent == text.tokens[cue].sent == text.tokens[first].sent
        if same and low <= cue < high < last and not other.spoken[-1].carried and one.frame.rule != "object":
            one = replace(one, content=(*one.content[:-1], (low, last)))
    return one


def _touches(own: Frame, made: Frame) -> bool:
    """Whether two readings of one cue share words that are expressed; else the cue expresses both, apart."""
    return any(a < d and c < b for a, b in own.content for c, d in made.content)


def _direct(text: Text, frame: Frame, spokens: Sequence[Spoken], stretches: Stretches) -> Attribution:
    """One cue with its marked stretches: the clause as well when it holds words outside the marks."""
    own = [(s.low, s.high) for s in spokens]
    mixed = any(s.within for s in spokens)
    content = join(bridge(text, frame, join([*frame.content, *own] if mixed else own)))
    mixed = mixed or len(content) < len(join(own))
    content = _bare(text, stretches, content)
    return Attribution("mixed" if mixed else "direct", frame, content, tuple(spokens), spokens[0].rule, False)


def join(pieces: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges in order, those that touch or overlap made one."""
    merged: list[Range] = []
    for low, high in sorted(pieces):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def _bare(text: Text, stretches: Stretches, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """What is expressed without the writer's words behind its last marks."""
    return (*content[:-1], without_tail(text, stretches, content[-1])) if content else content


def _ended(text: Text, low: int, at: int) -> bool:
    """Whether a sentence ends right before token `at`, though the parser read on."""
    return at - 1 > low and text.tokens[at - 1].text in (".", "?", "!")


def _whole(text: Text, content: tuple[Range, ...], stretches: Stretches) -> tuple[Range, ...]:
    """Ranges widened so that none ends in the middle of a marked stretch."""
    wide = []
    for low, high in content:
        first, last = stretches.of[low], stretches.of[high - 1]
        if first >= 0:
            low = min(low, stretches.ranges[first][0])
        if last >= 0 and last != first and _ended(text, low, stretches.ranges[last][0]):
            high = stretches.ranges[last][0]
        elif last >= 0:
            high = max(high, stretches.ranges[last][1])
        wide.append((low, high))
    return join(wide)


def _nest(text: Text, found: Sequence[Attribution], stretches: Stretches) -> list[Attribution]:
    """Marks as nested what stands wholly inside the content of another attribution or inside marked words."""
    holders = [one for one in found if one.frame.head is None or stretches.of[one.frame.head] < 0]
    result = []
    for one in found:
        cue = one.frame.head
        nested = one.nested or (
            cue is not None
            and any(
                other.frame.head != cue and other.holds(cue) and other.holds(one.content[0][0])
                for other in holders
            )
        )
        result.append(replace(one, nested=nested))
    return result


def _clip(content: tuple[Range, ...], within: Range) -> tuple[Range, ...]:
    """Ranges cut down to `within`."""
    cut = [(max(a, within[0]), min(b, within[1])) for a, b in content]
    return tuple((a, b) for a, b in cut if a < b)
