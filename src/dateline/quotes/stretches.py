"""Marks on tokens: which outermost marked stretch each token lies in, and small questions about where stretches stand."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Range
from dateline.quotes.marks import Mark
from dateline.syntax import Text, Token

STOP = frozenset({".", ";", "?", "!"})
REACH = 28


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


def sentence_long(text: Text, low: int, high: int) -> bool:
    """Whether a stretch is a sentence of its own: a capital, a verb, its own full stop."""
    words = [t for t in text.tokens[low:high] if t.pos != "PUNCT" and t.text not in "“”\"''"]
    if len(words) < 3 or (not words[0].text[:1].isupper() and not words[0].text[:1].isdigit()):
        return False
    tail = text.text[: text.tokens[high - 1].end].rstrip("”\"'’»").rstrip()
    return tail[-1:] in ".?!…," or len(words) >= 8


def paragraph_start(text: Text, i: int) -> int:
    paragraph = text.sentence_of(i).paragraph
    sentence = text.sentence_of(i)
    number = sentence.i
    while number and text.sentences[number - 1].paragraph == paragraph:
        number -= 1
    return text.tokens[text.sentences[number].start].start


def same_paragraph(text: Text, i: int, j: int) -> bool:
    return text.sentence_of(i).paragraph == text.sentence_of(j).paragraph


def quoting(text: Text, lexicon: Lexicon, token: Token) -> Cue | None:
    """The entry by which a verb can introduce marked words."""
    if token.pos not in ("VERB", "AUX") and token.tag[:2] != "VB":
        return None
    for entry in lexicon.of("verb", token.lemma.lower()):
        if entry.mode != "speech" or "quote" not in entry.takes:
            continue
        if entry.particle is None or any(
            kid.lower == entry.particle for kid in text.kids(token.i, "prt", "prep", "advmod", "dobj")
        ):
            return entry
    return None


def told(text: Text, verb: int, entry: Cue) -> int | None:
    if "addr" not in entry.takes:
        return None
    thing = text.kid(verb, "dobj", "dative")
    return thing.i if thing is not None and thing.pos != "ADP" else None


def clause_start(text: Text, stretches: Stretches, low: int) -> int:
    """Where the clause begins that a marked fragment ends: the start of its sentence, or the mark itself."""
    tokens = text.tokens
    i = low
    while i > 0 and same_paragraph(text, i - 1, low) and low - i < REACH:
        before = tokens[i - 1]
        if before.text in STOP or before.text in ":)" or stretches.of[i - 1] >= 0:
            break
        i -= 1
    while i < low and tokens[i].pos in ("PUNCT", "SPACE"):
        i += 1
    if any(t.pos in ("VERB", "AUX") for t in tokens[i:low]) or any(
        t.pos in ("NOUN", "PROPN") for t in tokens[i:low]
    ):
        return i
    return low
