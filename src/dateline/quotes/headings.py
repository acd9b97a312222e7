"""Text -> Frames of paragraphs that a name and a colon open: "OLDE: We will not go." in transcripts, "Olde: ..." in headings."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.quotes.cues import Lexicon
from dateline.quotes.frames import Frame
from dateline.quotes.phrases import OPENERS
from dateline.quotes.stretches import Stretches, same_paragraph
from dateline.quotes.transcripts import Transcript, transcript
from dateline.syntax import Text

TURN = "turn of a transcript"

_LONGEST = 9
_HEADLINE = 24
_HEADLINE_VERBS = frozenset({"VBZ", "VBP", "VBD", "VB"})
_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})


def name_frames(text: Text, stretches: Stretches) -> list[Frame]:
    """One frame for each paragraph that begins with a speaker's name and a colon, unless marks follow it."""
    found: list[Frame] = []
    seen = -1
    talk = transcript(text) if ":" in text.text else Transcript()
    for sentence in text.sentences:
        if sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        frame = _turn(text, stretches, sentence.start, talk) if talk.labels else None
        frame = frame or _name_frame(text, stretches, sentence.start)
        if frame is not None:
            found.append(frame)
    return found


def _speakers(text: Text) -> frozenset[str]:
    """Last words of the names of persons and organisations in the article."""
    return frozenset(text.tokens[n.end - 1].text for n in text.names if n.label in ("PERSON", "ORG"))


def _turn(text: Text, stretches: Stretches, start: int, talk: Transcript) -> Frame | None:
    """A turn of a transcript: all of its paragraph behind the label. None where a question is put by nobody known."""
    tokens = text.tokens
    if tokens[start].text in OPENERS and stretches.of[start] < 0:
        start += 1  # the mark before each speaker's name in a quoted transcript
    colon = next((i for i in range(start, min(len(tokens), start + _LONGEST)) if tokens[i].text == ":"), None)
    if colon is None or colon == start or not same_paragraph(text, start, colon):
        return None
    label = text.text[tokens[start].start : tokens[colon].start].strip()
    if label not in talk.labels or talk.asks(label):
        return None
    end = colon + 1
    while end < len(tokens) and same_paragraph(text, colon, end):
        end += 1
    if end < colon + 2 or stretches.of[colon] >= 0 or stretches.of[colon + 1] >= 0:
        return None
    while end > colon + 2 and tokens[end - 1].text in (".", ","):
        end -= 1
    head = next((i for i in range(colon - 1, start - 1, -1) if tokens[i].pos != "PUNCT"), start)
    if talk.replies(label):
        head = talk.answers if talk.answers is not None else head
    return Frame(colon, (colon, colon + 1), None, head, (start, colon), ((colon + 1, end),), TURN)


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
    shouted = shouted and words[-1].ent in _SPEAKERS
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


def _acts(lexicon: Lexicon, word: str) -> bool:
    """Whether a word that capitals make look like a name is a reporting verb: "Lawmakers Rip Plan As ‘Ruin’"."""
    forms = (word, word[:-1]) if word.endswith("s") else (word,)
    return any(entry.mode == "speech" for form in forms for entry in lexicon.of("verb", form))


def headline_frame(text: Text, lexicon: Lexicon, frames: Sequence[Frame]) -> Frame | None:
    """A headline whose capitals hid its verb from the tagger: "Odell Vows To Close Harbour"."""
    if not text.sentences:
        return None
    sentence = text.sentences[0]
    words = text.tokens[sentence.start : sentence.end]
    alone = len(text.sentences) > 1 and text.sentences[1].paragraph != sentence.paragraph
    long = [t for t in words if len(t.text) > 3 and t.text.isalpha()]
    if not alone or not 4 <= len(words) <= _HEADLINE or any(not t.text[0].isupper() for t in long):
        return None
    if any(t.tag in _HEADLINE_VERBS for t in words) or any(
        f.head is not None and f.head < sentence.end for f in frames
    ):
        return None
    for t in words[1:-1]:
        before = text.tokens[t.i - 1]
        if t.pos == "PROPN" and t.lower.endswith("s") and before.pos == "PROPN" and _acts(lexicon, t.lower):
            end = sentence.end
            while end > t.i + 1 and text.tokens[end - 1].pos == "PUNCT":
                end -= 1
            if end - t.i < 3:
                return None
            return Frame(
                t.i, (t.i, t.i + 1), None, t.i - 1, (sentence.start, t.i), ((t.i + 1, end),), "headline"
            )  # fmt: skip
    return None


def headline(text: Text, lexicon: Lexicon, low: int, high: int) -> Frame | None:
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
    verb = next(
        (
            t.i for t in tokens[sentence.start : low]
            if t.tag in _HEADLINE_VERBS or (t.i > sentence.start and t.pos == "PROPN" and _acts(lexicon, t.lower))
        ),
        None,
    )  # fmt: skip
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
