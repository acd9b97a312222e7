"""The words behind a closing mark -> the frame they make: "...," X said / said X / according to X / — X."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.quotes.cues import Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.indirect import cited_saying
from dateline.quotes.marks import Mark
from dateline.quotes.phrases import passive, source_phrase, subject, verb_group
from dateline.quotes.stretches import REACH, STOP, Stretches, clause_start, quoting, same_paragraph, told
from dateline.syntax import Text


def cue_after(
    text: Text, lexicon: Lexicon, stretches: Stretches, mark: Mark, low: int, high: int, free: Sequence[Frame]
) -> Frame | None:
    """ "...," X said / said X / according to X: the cue that follows the closing mark."""
    tokens = text.tokens
    if high >= len(tokens) or not same_paragraph(text, low, high):
        return None
    tail = text.text[mark.inner_start : mark.inner_end].rstrip("'’” \"")[-1:]
    i = high
    if tokens[i].text in {",", "-", "–", "—", "--"}:
        i += 1
    elif tail not in {",", "?", "!", "-", "–", "—", "…"} and not text.text.endswith("...", 0, mark.inner_end):
        entry = quoting(text, lexicon, tokens[i])
        if entry is None or tokens[i].tag not in ("VBD", "VBZ"):
            return None
    if (
        tail in {"?", "!"}
        and tokens[min(i, len(tokens) - 1)].text[:1].isupper()
        and tokens[i].pos not in ("PROPN", "NOUN", "ADJ")
    ):
        return None
    if _names_a_thing(text, stretches, low, high):
        return None
    stop = i
    while stop < min(len(tokens), i + REACH) and same_paragraph(text, i, stop):
        aside = stretches.of[stop] >= 0 and not _nickname(text, stretches, stop)
        if tokens[stop].text in STOP or aside or tokens[stop].text == ":":
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
        thing = text.kid(j, "dobj")
        said = cited_saying(text, j)
        if said is not None and (thing is not None or passive(text, j)):
            cited = subject(text, said)
            if cited is not None:
                return Frame(
                    head=said, words=(verb_group(text, j)[0] if thing is None else said, said + 1), entry=entry,
                    source=cited.i, source_words=source_phrase(text, cited.i),
                    content=((clause_start(text, stretches, low), high),), rule="marked words",
                )  # fmt: skip
        if (
            thing is not None
            and thing.i > j
            and (j > i or _has_subject(text, j) or not _inverted(text, j))
            and not entry.takes & {"addr", "whom"}
            and thing.ent not in ("DATE", "TIME")
        ):
            continue
        who = _nearby_subject(text, j, i, stop)
        if who is None or _words_between(text, i, j, who):
            continue
        return Frame(
            head=j, words=verb_group(text, j), entry=entry, source=who,
            source_words=source_in(text, who, i, stop, j), content=((clause_start(text, stretches, low), high),),
            rule="marked words",
            addressee=told(text, j, entry),
        )  # fmt: skip
    return None


def _inverted(text: Text, verb: int) -> bool:
    """Whether the verb can stand before its subject: a finite one with a name behind it."""
    thing = text.kid(verb, "dobj")
    return text.tokens[verb].tag in ("VBD", "VBZ") and thing is not None and thing.pos == "PROPN"


# "Asked about the “...,” X said": how the narrator leads up to an answer.
_PUT = frozenset({"asked", "pressed", "questioned", "challenged"})


def _has_subject(text: Text, verb: int) -> bool:
    """Whether the verb has a subject that is a word (parsers take an angled mark for one)."""
    own = text.kid(verb, "nsubj")
    return own is not None and own.text[:1].isalnum()


def _names_a_thing(text: Text, stretches: Stretches, low: int, high: int) -> bool:
    """Whether the marks stand in an adjunct before the clause ("On the morning show “Dawn,” he said ..."): no words of his."""
    lead = text.tokens[clause_start(text, stretches, low) : low]
    finite = ("VBD", "VBZ", "VBP", "MD")
    if lead and lead[0].lower in _PUT:
        return True
    if not lead or any(t.pos in ("VERB", "AUX") for t in lead):
        return False
    return lead[0].pos in ("ADP", "ADV", "PROPN") and not any(t.tag in finite for t in text.tokens[low:high])


def _speaks_of_its_own(free: Sequence[Frame], verb: int, high: int) -> bool:
    """Whether a verb has what it expresses behind it, so that the marks before it are not its words."""
    return any(f.head == verb and f.content[0][0] >= high for f in free)


def _nickname(text: Text, stretches: Stretches, i: int) -> bool:
    """Whether a marked word stands between two parts of a name."""
    low, high = stretches.ranges[stretches.of[i]]
    if high - low > 4 or high >= len(text.tokens):
        return False
    left, right = text.tokens[low - 1], text.tokens[high]
    return left.pos == "PROPN" and right.text[:1].isupper()


def set_off(text: Text, who: int, verb: int) -> bool:
    """Whether nothing but words between two commas stands between a source and its verb: "X, then a guard, wrote"."""
    tokens = text.tokens
    if who + 2 >= verb or tokens[who + 1].text != "," or tokens[verb - 1].text != ",":
        return False
    inner = tokens[who + 2 : verb - 1]
    told = [t for t in inner if t.tag in ("VBD", "VBZ", "VBP", "MD")]
    return not told or inner[0].lower in ("who", "whose", "which")


def _words_between(text: Text, low: int, verb: int, who: int) -> bool:
    """Whether anything but the source's own phrase and the verb's adverbs stands between the mark and the cue."""
    first, last = text.edges(who)
    if all(t.head == who or t.pos in ("DET", "PUNCT") for t in text.tokens[low:who]) and set_off(
        text, who, verb_group(text, verb)[0]
    ):
        return False
    group = verb_group(text, verb)[0]
    if who + 1 == min(verb, group) and not any(
        t.text == "," or t.tag in ("VBD", "VBZ", "VBP", "MD", "CC") for t in text.tokens[low : who + 1]
    ):
        return False
    for token in text.tokens[low : min(verb, group)]:
        if first <= token.i < last or token.pos in ("PUNCT", "ADV", "PROPN") or token.i == who:
            continue
        if token.head in (who, verb) and token.pos not in ("CCONJ", "VERB", "SCONJ"):
            continue
        if any(above.i == who for above in text.ancestors(token.i)):
            continue
        return True
    return False


def source_in(text: Text, who: int, low: int, high: int, verb: int) -> Range:
    """The phrase of a source kept inside the words beside the quotation and on its side of the verb."""
    a, b = source_phrase(text, who)
    a = max(a, low)
    group = verb_group(text, verb)[0]
    if who < verb and set_off(text, who, group):
        b = group - 1
    elif who < verb:
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
