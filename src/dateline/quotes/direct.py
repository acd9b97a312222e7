"""Text, Marks, Frames -> for each outermost marked stretch the frame that gives it to somebody, and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.marks import Mark
from dateline.quotes.phrases import source_phrase, subject, verb_group
from dateline.syntax import Text, Token

_STOP = frozenset({".", ";", "?", "!"})
_REACH = 28
_BACK = 45


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


class Stretches:
    """Which outermost marked stretch each token lies in; token ranges of stretches."""

    def __init__(self, text: Text, marks: Sequence[Mark]) -> None:
        self.outer = tuple(mark for mark in marks if mark.depth == 0)
        self.of = [-1] * len(text.tokens)
        self.ranges: list[Range] = []
        at = 0
        for number, mark in enumerate(self.outer):
            while at < len(text.tokens) and text.tokens[at].end <= mark.start:
                at += 1
            low = at
            while at < len(text.tokens) and text.tokens[at].start < mark.end:
                self.of[at] = number
                at += 1
            self.ranges.append((low, at))


def speak(text: Text, lexicon: Lexicon, stretches: Stretches, frames: Sequence[Frame]) -> list[Spoken]:
    """Every outermost stretch with its frame, in order."""
    free = [f for f in frames if f.head is not None and stretches.of[f.head] < 0]
    found: list[Spoken] = []
    for number, mark in enumerate(stretches.outer):
        low, high = stretches.ranges[number]
        if low >= high:
            continue
        found.append(_give(text, lexicon, stretches, free, mark, low, high, found))
    return found


def _give(
    text: Text, lexicon: Lexicon, stretches: Stretches, free: Sequence[Frame],
    mark: Mark, low: int, high: int, before: Sequence[Spoken],
) -> Spoken:  # fmt: skip
    frame = cue_after(text, lexicon, stretches, mark, low, high, free)
    if frame is not None:
        return Spoken(mark, low, high, frame, "cue after", within=frame.start < low)
    held = [f for f in free if any(a < high and low < b for a, b in f.content)]
    if held:
        spoken = [
            f for f in held if f.entry is not None and f.entry.mode == "speech" and "quote" in f.entry.takes
        ]
        frame = min(spoken or held, key=lambda f: (abs((f.head or 0) - low), f.end - f.start))
        outside = sum(
            1 for a, b in frame.content for i in range(a, b)
            if not low <= i < high and stretches.of[i] < 0 and text.tokens[i].pos != "PUNCT"
            and text.tokens[i].lower != "that"
        )  # fmt: skip
        return Spoken(mark, low, high, frame, f"inside {frame.rule}", within=outside > 0)
    frame = cue_before(text, lexicon, stretches, low, high)
    if frame is not None:
        return Spoken(mark, low, high, frame, "cue before", within=frame.start < low)
    last = next((s for s in reversed(before) if s.frame is not None), None)
    if last is not None and last.mark.paragraph == mark.paragraph and _sentence_long(text, low, high):
        return Spoken(mark, low, high, last.frame, "carries on", carried=True)
    if mark.start <= _paragraph_start(text, low) + 1 and last is not None:
        if mark.reopens or (last.mark.paragraph == mark.paragraph - 1 and _sentence_long(text, low, high)):
            return Spoken(mark, low, high, last.frame, "carries on from the paragraph before", carried=True)
    if _sentence_long(text, low, high):
        frame = introduced(text, free, stretches, low, high)
        if frame is not None:
            return Spoken(mark, low, high, frame, "introduced by the sentence before")
    return Spoken(mark, low, high, None, "no cue")


def _sentence_long(text: Text, low: int, high: int) -> bool:
    """Whether a stretch is a sentence of its own: a capital, a verb, its own full stop."""
    words = [t for t in text.tokens[low:high] if t.pos != "PUNCT" and t.text not in "“”\"''"]
    if len(words) < 3 or not words[0].text[:1].isupper() and not words[0].text[:1].isdigit():
        return False
    tail = text.text[: text.tokens[high - 1].end].rstrip("”\"'’»").rstrip()
    return tail[-1:] in ".?!…," or len(words) >= 8


def _paragraph_start(text: Text, i: int) -> int:
    paragraph = text.sentence_of(i).paragraph
    sentence = text.sentence_of(i)
    number = sentence.i
    while number and text.sentences[number - 1].paragraph == paragraph:
        number -= 1
    return text.tokens[text.sentences[number].start].start


def _same_paragraph(text: Text, i: int, j: int) -> bool:
    return text.sentence_of(i).paragraph == text.sentence_of(j).paragraph


def quoting(text: Text, lexicon: Lexicon, token: Token) -> Cue | None:
    """The entry by which a verb can introduce marked words."""
    if token.pos not in ("VERB", "AUX") and token.tag[:2] != "VB":
        return None
    for entry in lexicon.of("verb", token.lemma.lower()):
        if entry.particle is None and entry.mode == "speech" and "quote" in entry.takes:
            return entry
    return None


def cue_after(
    text: Text, lexicon: Lexicon, stretches: Stretches, mark: Mark, low: int, high: int, free: Sequence[Frame]
) -> Frame | None:
    """ "...," X said / said X / according to X: the cue that follows the closing mark."""
    tokens = text.tokens
    if high >= len(tokens) or not _same_paragraph(text, low, high):
        return None
    tail = text.text[mark.inner_start : mark.inner_end].rstrip()[-1:]
    i = high
    if tokens[i].text in {",", "-", "–", "—", "--"}:
        i += 1
    elif tail not in {",", "?", "!", "-", "–", "—", "…"} and not text.text[: mark.inner_end].endswith("..."):
        entry = quoting(text, lexicon, tokens[i])
        if entry is None or tokens[i].tag not in ("VBD", "VBZ"):
            return None
    if (
        tail in {"?", "!"}
        and tokens[min(i, len(tokens) - 1)].text[:1].isupper()
        and tokens[i].pos not in ("PROPN", "NOUN", "ADJ")
    ):
        return None
    stop = i
    while stop < min(len(tokens), i + _REACH) and _same_paragraph(text, i, stop):
        if tokens[stop].text in _STOP or stretches.of[stop] >= 0 or tokens[stop].text == ":":
            break
        stop += 1
    for frame in free:
        if frame.rule == "according to" and frame.words and i <= frame.words[0] <= i + 1:
            return replace(frame, content=((low, high),))
    for j in range(i, stop):
        entry = quoting(text, lexicon, tokens[j])
        if entry is None or tokens[j].dep == "relcl" or tokens[j].tag in ("VB",):
            continue
        if j > i and tokens[j].tag == "VBG" and tokens[j].dep not in ("ROOT",):
            continue
        if _speaks_of_its_own(free, j, high) and tail not in {","} and tokens[high].text != ",":
            continue
        who = _nearby_subject(text, j, i, stop)
        if who is None or _words_between(text, i, j, who):
            continue
        return Frame(
            head=j, words=verb_group(text, j), entry=entry, source=who,
            source_words=source_in(text, who, i, stop, j), content=((clause_start(text, stretches, low), high),),
            rule="marked words",
            addressee=_told(text, j, entry),
        )  # fmt: skip
    return None


def _speaks_of_its_own(free: Sequence[Frame], verb: int, high: int) -> bool:
    """Whether a verb has what it expresses behind it, so that the marks before it are not its words."""
    return any(f.head == verb and f.content[0][0] >= high for f in free)


def _words_between(text: Text, low: int, verb: int, who: int) -> bool:
    """Whether anything but the source's own phrase and the verb's adverbs stands between the mark and the cue."""
    first, last = text.edges(who)
    group = verb_group(text, verb)[0]
    for token in text.tokens[low : min(verb, group)]:
        if first <= token.i < last or token.pos in ("PUNCT", "ADV", "PROPN") or token.i == who:
            continue
        if token.head in (who, verb) and token.pos not in ("CCONJ", "VERB", "SCONJ"):
            continue
        if any(above.i == who for above in text.ancestors(token.i)):
            continue
        return True
    return False


def clause_start(text: Text, stretches: Stretches, low: int) -> int:
    """Where the clause begins that a marked fragment ends: the start of its sentence, or the mark itself."""
    tokens = text.tokens
    i = low
    while i > 0 and _same_paragraph(text, i - 1, low) and low - i < _REACH:
        before = tokens[i - 1]
        if before.text in _STOP or before.text in ":)" or stretches.of[i - 1] >= 0:
            break
        i -= 1
    while i < low and tokens[i].pos in ("PUNCT", "SPACE"):
        i += 1
    if any(t.pos in ("VERB", "AUX") for t in tokens[i:low]) or any(
        t.pos in ("NOUN", "PROPN") for t in tokens[i:low]
    ):
        return i
    return low


def source_in(text: Text, who: int, low: int, high: int, verb: int) -> Range:
    """The phrase of a source kept inside the words beside the quotation and on its side of the verb."""
    a, b = source_phrase(text, who)
    a = max(a, low)
    if who < verb:
        b = min(b, verb)
    else:
        a, b = max(a, verb + 1), min(b, high)
    return (a, b) if a <= who < b else (who, who + 1)


def _nearby_subject(text: Text, verb: int, low: int, high: int) -> int | None:
    tokens = text.tokens
    own = next((k for k in text.kids(verb, "nsubj", "nsubjpass") if low <= k.i < high), None)
    if own is not None:
        return own.i
    if verb > low:
        for j in range(verb - 1, low - 1, -1):
            if tokens[j].pos in ("PROPN", "NOUN", "PRON") and tokens[j].dep not in (
                "compound",
                "poss",
                "pobj",
                "appos",
                "npadvmod",
            ):
                return j
        return next(
            (j for j in range(verb - 1, low - 1, -1) if tokens[j].pos in ("PROPN", "NOUN", "PRON")), None
        )
    for j in range(verb + 1, min(high, verb + 9)):
        if tokens[j].pos in ("PROPN", "NOUN", "PRON") and tokens[j].dep != "compound":
            return j
        if tokens[j].pos in ("VERB", "ADP", "SCONJ"):
            return None
    return None


def _told(text: Text, verb: int, entry: Cue) -> int | None:
    if "addr" not in entry.takes:
        return None
    thing = text.kid(verb, "dobj", "dative")
    return thing.i if thing is not None and thing.pos != "ADP" else None


def cue_before(text: Text, lexicon: Lexicon, stretches: Stretches, low: int, high: int) -> Frame | None:
    """X said, "..." / X: "...": the nearest cue in the words that lead up to the opening mark."""
    tokens = text.tokens
    if low == 0 or not _same_paragraph(text, low, low - 1):
        return None
    prior = tokens[low - 1]
    i = low - 1
    while i >= 0 and low - i < _BACK and _same_paragraph(text, i, low):
        if tokens[i].text in _STOP or stretches.of[i] >= 0 and tokens[i].text in OPEN_SENTENCE_END:
            break
        if stretches.of[i] < 0:
            entry = quoting(text, lexicon, tokens[i])
            if entry is not None and tokens[i].dep != "relcl":
                return _frame_before(text, entry, i, low, high)
        i -= 1
    if prior.text == ":":
        j = low - 2
        while j >= 0 and _same_paragraph(text, j, low) and tokens[j].pos == "PUNCT":
            j -= 1
        if j >= 0 and _same_paragraph(text, j, low) and tokens[j].pos in ("PROPN", "NOUN", "PRON"):
            sentence_low = max(text.sentence_of(j).start, 0)
            if all(
                t.pos in ("PROPN", "NOUN", "DET", "ADJ", "ADP", "PUNCT", "PRON")
                for t in tokens[sentence_low : j + 1]
            ):
                return Frame(
                    low - 1, (low - 1, low), None, j, (sentence_low, j + 1), ((low, high),), "name and colon"
                )
    return None


OPEN_SENTENCE_END = frozenset({".", "?", "!"})


def _frame_before(text: Text, entry: Cue, verb: int, low: int, high: int) -> Frame:
    who = subject(text, verb)
    if who is not None and low <= who.i < high:
        who = None
    return Frame(
        head=verb, words=verb_group(text, verb), entry=entry, source=who.i if who is not None else None,
        source_words=source_phrase(text, who.i) if who is not None else None,
        content=((_after_cue(text, verb, low), high),), rule="marked words", addressee=_told(text, verb, entry),
    )  # fmt: skip


def _after_cue(text: Text, verb: int, low: int) -> int:
    """Where what is expressed begins when words stand between the cue and the mark: "writes it is “a ruin”"."""
    tokens = text.tokens
    if low - verb <= 1 or tokens[low - 1].text in {",", ":", "—", "–", "-", ";"}:
        return low
    after = verb + 1
    for child in text.kids(verb, "dobj", "dative", "prt", "advmod", "npadvmod", "prep"):
        if child.i == after or text.edges(child.i)[0] == after:
            edge = text.edges(child.i)[1]
            if edge > low:
                return low
            after = edge
    while after < low and tokens[after].pos == "PUNCT":
        after += 1
    return after if any(t.pos in ("VERB", "AUX") for t in tokens[after:low]) else low


def introduced(text: Text, free: Sequence[Frame], stretches: Stretches, low: int, high: int) -> Frame | None:
    """The last frame of speech in the sentence before, when that sentence or its paragraph leads up to this stretch."""
    sentence = text.sentence_of(low)
    for number in range(sentence.i - 1, max(-1, sentence.i - 3), -1):
        over = text.sentences[number]
        if sentence.paragraph - over.paragraph > 1:
            return None
        inside = [
            f for f in free if f.head is not None and over.start <= f.head < over.end and f.source is not None
        ]
        spoken = [f for f in inside if f.entry is not None and f.entry.mode == "speech"]
        if spoken:
            return replace(spoken[-1], content=((low, high),), rule="introduced")
    return None
