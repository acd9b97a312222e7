"""Text -> Frames of paragraphs that a name and a colon open: "OLDE: We will not go." in transcripts, "Olde: ..." in headings."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.quotes.frames import Frame
from dateline.quotes.phrases import OPENERS
from dateline.quotes.stretches import Stretches
from dateline.syntax import Text, Token

_LONGEST = 9
_HEADLINE = 24
_HEADLINE_VERBS = frozenset({"VBZ", "VBP", "VBD", "VB"})
_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})


def name_frames(text: Text, stretches: Stretches) -> list[Frame]:
    """One frame for each paragraph that begins with a speaker's name and a colon, unless marks follow it."""
    found: list[Frame] = []
    seen = -1
    for sentence in text.sentences:
        if sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        frame = _name_frame(text, stretches, sentence.start)
        if frame is not None:
            found.append(frame)
    return found


def _speakers(text: Text) -> frozenset[str]:
    """Last words of the names of persons and organisations in the article."""
    return frozenset(text.tokens[n.end - 1].text for n in text.names if n.label in ("PERSON", "ORG"))


def _returns(text: Text, name: Sequence[Token]) -> bool:
    """Whether the same words before a colon open another paragraph, as speakers of a transcript do."""
    label = text.text[name[0].start : name[-1].end]
    return (
        text.text.count(f"\n{label}:") + text.text.count(f'\n"{label}:') + text.text.count(f"\n“{label}:") > 1
    )


def _name_frame(text: Text, stretches: Stretches, start: int) -> Frame | None:
    tokens = text.tokens
    paragraph = text.sentence_of(start).paragraph
    if tokens[start].text in OPENERS and stretches.of[start] < 0:
        start += 1  # the mark before each speaker's name in a quoted transcript
    end = next(
        (i for i in range(start, len(tokens)) if text.sentence_of(i).paragraph != paragraph), len(tokens)
    )
    colon = next((i for i in range(start, min(end, start + _LONGEST)) if tokens[i].text == ":"), None)
    if colon is None or colon == start or colon + 2 >= end or stretches.of[colon] >= 0:
        return None
    name = tokens[start:colon]
    if any(t.pos in ("VERB", "AUX", "NUM") for t in name) or not all(
        t.text[:1].isupper() or t.pos in ("PUNCT", "ADP", "DET") for t in name
    ):
        return None
    words = [t for t in name if t.pos != "PUNCT"]
    if sum(len(t.text) for t in words) < 3 or any(
        t.ent in ("GPE", "LOC", "FAC", "DATE", "TIME") for t in name[:1]
    ):
        return None
    shouted = all(t.text.isupper() for t in words) and len(words) <= 4
    shouted = shouted and (words[-1].ent in _SPEAKERS or _returns(text, name))
    named = any(t.ent in _SPEAKERS for t in name) or any(text.refer(t.i) for t in name)
    if not (shouted or named or (len(words) <= 2 and words[-1].text in _speakers(text))):
        return None
    heads = paragraph == text.sentences[0].paragraph and end < len(tokens) and end - start <= _HEADLINE
    last = end if shouted or heads else text.sentence_of(colon + 1).end
    while last > colon + 1 and tokens[last - 1].text in (".", ","):
        last -= 1
    told = heads or any(t.pos in ("VERB", "AUX") for t in tokens[colon + 1 : last])
    if last - colon < 3 or not told:
        return None
    head = next((t.i for t in reversed(name) if t.pos == "PROPN"), colon - 1)
    return Frame(
        colon, (colon, colon + 1), None, head, (start, colon), ((colon + 1, last),), "name and colon"
    )


def headline(text: Text, low: int, high: int) -> Frame | None:
    """Marked words in the first line of an article, a headline: its subject has them from its first verb on."""
    tokens = text.tokens
    sentence = text.sentence_of(low)
    if sentence.paragraph != text.sentences[0].paragraph or sentence.end - sentence.start > _HEADLINE:
        return None
    number = sentence.i + 1
    if number >= len(text.sentences) or text.sentences[number].paragraph == sentence.paragraph:
        return None
    words = [t.text for t in tokens[sentence.start : sentence.end] if len(t.text) > 3 and t.text.isalpha()]
    if tokens[low].text not in ("'", "‘") and sum(word[0].isupper() for word in words) < len(words):
        return None
    verb = next((t.i for t in tokens[sentence.start : low] if t.tag in _HEADLINE_VERBS), None)
    if verb is None or verb == sentence.start or verb + 1 >= sentence.end:
        return None
    who = text.kid(verb, "nsubj")
    head = who.i if who is not None and who.i < verb else verb - 1
    if tokens[head].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    end = sentence.end
    while end > high and tokens[end - 1].pos == "PUNCT":
        end -= 1
    return Frame(verb, (verb, verb + 1), None, head, (sentence.start, verb), ((verb + 1, end),), "headline")
