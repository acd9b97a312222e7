"""The words that lead up to an opening mark -> the frame they make: X said, "..." / X: "..." / a sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.phrases import source_phrase, subject, verb_group
from dateline.quotes.stretches import (
    REACH,
    STOP,
    Stretches,
    quoting,
    same_paragraph,
    sentence_long,
    told,
)
from dateline.syntax import Text, Token

_BACK = 45
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def cue_before(
    text: Text, lexicon: Lexicon, stretches: Stretches, low: int, high: int, free: Sequence[Frame]
) -> Frame | None:
    """X said, "..." / X: "...": the nearest cue in the words that lead up to the opening mark."""
    tokens = text.tokens
    if low == 0 or not same_paragraph(text, low, low - 1):
        return None
    prior = tokens[low - 1]
    i = low - 1
    while i >= 0 and low - i < _BACK and same_paragraph(text, i, low):
        if tokens[i].text in STOP or (stretches.of[i] >= 0 and tokens[i].text in OPEN_SENTENCE_END):
            break
        if stretches.of[i] < 0:
            entry = quoting(text, lexicon, tokens[i])
            if entry is not None and (tokens[i].dep != "relcl" or _of_its_own(text, i, low)):
                own = next((f for f in free if f.head == i), None)
                if own is not None and own.content[-1][1] <= low and own.content[-1][0] > i:
                    gap = tokens[own.content[-1][1] : low]
                    if all(t.text in (":", ",", "—", "–", "-", "--") for t in gap):
                        return replace(own, content=(*own.content[:-1], (own.content[-1][0], high)))
                if prior.pos != "PUNCT" and prior.lower != "that" and not _governs(text, i, low, high):
                    return None
                return _frame_before(text, entry, i, low, high)
        i -= 1
    if prior.text == ":":
        j = low - 2
        while j >= 0 and same_paragraph(text, j, low) and tokens[j].pos == "PUNCT":
            j -= 1
        if j >= 0 and same_paragraph(text, j, low) and tokens[j].pos in ("PROPN", "NOUN", "PRON"):
            sentence_low = max(text.sentence_of(j).start, 0)
            if all(
                t.pos in ("PROPN", "NOUN", "DET", "ADJ", "ADP", "PUNCT", "PRON")
                for t in tokens[sentence_low : j + 1]
            ):
                return Frame(
                    low - 1, (low - 1, low), None, j, (sentence_low, j + 1), ((low, high),), "name and colon"
                )
    return None


def _of_its_own(text: Text, verb: int, low: int) -> bool:
    """Whether the verb of a relative clause has its subject in "who" or "which" and nothing set off before the mark:
    "a sign which read “...”", "X, who called it “...”"."""
    who = text.kid(verb, "nsubj")
    if who is None or who.lower not in ("who", "which", "that"):
        return False
    return not any(
        t.text in (",", ";") or t.tag in ("VBD", "VBZ", "VBP") for t in text.tokens[verb + 1 : low]
    )


def _governs(text: Text, verb: int, low: int, high: int) -> bool:
    """Whether marked words in the middle of a clause belong to that verb: no other finite verb stands between, or
    they hang on it."""
    if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in text.tokens[verb + 1 : low]):
        return True
    for i in range(low, high):
        head = text.tokens[i].head
        if not low <= head < high:
            for above in (text.tokens[head], *text.ancestors(head)):
                if above.i == verb:
                    return True
                if above.tag in ("VBD", "VBZ", "VBP") and not low <= above.i < high and above.i > verb:
                    return any(t.lower == "that" for t in text.tokens[verb:low])
    return False


# How words begin that only say when, where or how something was said: "Later in the piece, X wrote, “...”".
_ADJUNCT = frozenset({"VBG", "VBN", "IN", "WRB", "RB", "RBR", "RBS", "JJR", "CC"})
OPEN_SENTENCE_END = frozenset({".", "?", "!"})


def cue_right_before(
    text: Text, lexicon: Lexicon, stretches: Stretches, low: int, high: int, free: Sequence[Frame]
) -> Frame | None:
    """X told Y, "...": a cue with nothing but whom it told, and a comma or colon, between it and the mark."""
    tokens = text.tokens
    if low < 2 or tokens[low - 1].text not in (",", ":") or not same_paragraph(text, low, low - 1):
        return None
    for i in range(low - 2, max(-1, low - 12), -1):
        if tokens[i].text in STOP or stretches.of[i] >= 0 or not same_paragraph(text, i, low):
            return None
        entry = quoting(text, lexicon, tokens[i])
        if entry is None:
            continue
        own = [
            range(*text.edges(k.i))
            for k in text.kids(i, "dobj", "dative", "prt", "advmod", "npadvmod", "prep")
        ]
        if (tokens[i].dep != "relcl" or _of_its_own(text, i, i)) and all(
            any(j in part for part in own) for j in range(i + 1, low - 1)
        ):
            if any(f.head == i and f.content[0][0] < i for f in free):
                return None
            return _frame_before(text, entry, i, low, high)
        return None
    return None


def _frame_before(text: Text, entry: Cue, verb: int, low: int, high: int) -> Frame:
    who = subject(text, verb)
    if who is not None and low <= who.i < high:
        who = None
    lead = lead_words(text, verb, who, low)
    return Frame(
        head=verb, words=verb_group(text, verb), entry=entry, source=who.i if who is not None else None,
        source_words=source_phrase(text, who.i) if who is not None else None,
        content=(*lead, _reach(text, _after_cue(text, verb, low), low, high)), rule="marked words", addressee=told(text, verb, entry),
    )  # fmt: skip


def _reach(text: Text, start: int, low: int, high: int) -> Range:
    """A clause that began before the mark goes on behind it, up to the end of its sentence or a comma."""
    if start == low:
        return low, high
    tokens = text.tokens
    end = high
    while end < len(tokens) and same_paragraph(text, low, end) and end - high < REACH:
        if tokens[end].pos == "PUNCT" or tokens[end].text in STOP:
            break
        if tokens[end].tag == "CC" and end + 1 < len(tokens) and tokens[end + 1].tag in ("VBD", "VBG", "RB"):
            break
        end += 1
    return start, end


def lead_words(text: Text, verb: int, who: Token | None, low: int) -> tuple[Range, ...]:
    """The words before "..., X said, “...”" that its sentence begins with: the first piece of what is expressed."""
    tokens = text.tokens
    between = tokens[low - 1].text == "," or (tokens[low - 1].lower == "that" and tokens[low - 2].text == ",")
    if who is None or not between or verb - who.i > 12:
        return ()
    first, last = source_phrase(text, who.i)
    hole = min(first, verb_group(text, verb)[0])
    if who.i > verb and tokens[verb - 1].text != ",":
        return ()
    if hole < 2 or tokens[hole - 1].text != "," or max(last, verb + 1) < low - 12:
        return ()
    start = hole - 1
    while start > 0 and same_paragraph(text, start - 1, low) and tokens[start - 1].text not in STOP:
        start -= 1
    if hole - 1 - start > REACH or tokens[start].tag in _ADJUNCT:
        return ()
    return ((start, hole - 1),) if hole - 1 > start else ()


def _after_cue(text: Text, verb: int, low: int) -> int:
    """Where what is expressed begins when words stand between the cue and the mark: "writes it is “a ruin”"."""
    tokens = text.tokens
    if low - verb <= 1 or tokens[low - 1].text in {",", ":", "—", "–", "-", ";"}:
        return low
    that = next(
        (t.i for t in tokens[verb + 1 : low] if t.lower == "that" and t.tag in ("IN", "WDT", "DT")), None
    )
    if that is not None and that > verb:
        return that
    after = verb + 1
    for child in text.kids(verb, "dobj", "dative", "prt", "advmod", "npadvmod", "prep"):
        if child.i == after or text.edges(child.i)[0] == after:
            edge = text.edges(child.i)[1]
            if edge > low:
                break
            after = edge
    while after < low and tokens[after].pos == "PUNCT":
        after += 1
    between = tokens[after:low]
    if any(t.pos in ("VERB", "AUX") for t in between):
        return after
    first = next((t for t in tokens[low:] if t.pos != "PUNCT"), None)
    if first is not None and first.tag in _FINITE and any(t.pos in _NOMINAL for t in tokens[verb + 1 : low]):
        return verb + 1  # the subject stands before the mark: argued the valley "wouldn't last"
    if between and all(t.pos in ("DET", "ADJ", "NUM") for t in between):
        return after  # called for a "special meeting" of the council
    return low


def announced(text: Text, lexicon: Lexicon, stretches: Stretches, low: int, high: int) -> Frame | None:
    """Words that end with a colon, the marked words behind it: the sentence's reporting verb has them, else its subject."""
    tokens = text.tokens
    if low == 0 or tokens[low - 1].text != ":":
        return None
    lead = range(text.sentence_of(low - 1).start, low)
    if same_paragraph(text, low, low - 1) and (
        not sentence_long(text, low, high) or any(stretches.of[i] >= 0 for i in lead)
    ):
        return None
    start = text.sentence_of(low - 1).start
    for i in range(low - 2, start - 1, -1):
        entry = quoting(text, lexicon, tokens[i]) if stretches.of[i] < 0 else None
        if entry is not None and tokens[i].dep != "relcl":
            return _frame_before(text, entry, i, low, high)
    root = tokens[text.sentence_of(low - 1).root]
    who = subject(text, root.i) if root.pos in ("VERB", "AUX") else None
    if who is None and root.pos in ("PROPN", "NOUN") and not same_paragraph(text, low, low - 1):
        who = root
    if who is None:
        return None
    return Frame(
        low - 1,
        (low - 1, low),
        None,
        who.i,
        source_phrase(text, who.i),
        ((low, high),),
        "announced by a colon",
    )


def introduced(text: Text, free: Sequence[Frame], low: int, high: int) -> Frame | None:
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
