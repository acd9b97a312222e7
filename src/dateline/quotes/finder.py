"""Text, Lexicon -> Quotations: attributions with their speakers resolved and spans cut as the records want them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.quotes.attributions import Attribution, attribute
from dateline.quotes.cues import Lexicon
from dateline.quotes.direct import Spoken
from dateline.quotes.frames import Range
from dateline.quotes.phrases import antecedent, trim
from dateline.quotes.scare import FEW_WORDS
from dateline.quotes.speaker import actors, name_of
from dateline.quotes.via import Channels
from dateline.quotes.voices import Voice, voices
from dateline.quotes.worth import is_record
from dateline.records import ActorRef, Quotation, QuoteKind, Span
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.who import Who

CONFIDENCE = {"direct": 0.95, "mixed": 0.85, "indirect": 0.75}


def find(text: Text, lexicon: Lexicon, who: Who | None = None) -> tuple[Quotation, ...]:
    """Every quotation of an article in order of its content; `who` knows outlets, for `via`."""
    found = attribute(text, lexicon)
    channels = Channels(text, found.attributions, who)
    channels.run()
    speaking = voices(text, found.attributions)
    made: dict[str, Quotation] = {}
    for number, one in enumerate(found.attributions):
        if not is_record(text, one) or _wraps(found.attributions, number):
            continue
        for quotation in _records(text, one, channels, number, speaking[number]):
            made.setdefault(quotation.id, quotation)
    known = [record for record in made.values() if record.kind == "direct" and record.speaker is not None]
    for spoken in found.unattributed:
        quotation = _echo(_alone(text, spoken, spoken.rule), known)
        made.setdefault(quotation.id, quotation)
    for unsaid in found.unsaid:
        if unsaid.rule == FEW_WORDS:
            quotation = _echo(_alone(text, unsaid.spoken, unsaid.rule), known)
            if quotation.speaker is not None:
                made.setdefault(quotation.id, quotation)
    return tuple(sorted(made.values(), key=lambda q: (q.content.start, -q.content.end)))


def _echo(quotation: Quotation, known: list[Quotation]) -> Quotation:
    """The quotation with the speaker of another of the article that holds the same words, where there is one."""
    words = quotation.content.text.strip(" ,.!?").casefold()
    if " " not in words:
        return quotation
    for other in known:
        sure = other.speaker is not None and (
            other.speaker.actor_id or other.speaker.kind or other.speaker.anonymous
        )
        if sure and words in other.content.text.casefold():
            return replace(
                quotation, speaker=other.speaker, speakers=other.speakers, via=other.via,
                rule="repeats words quoted elsewhere", confidence=0.7,
            )  # fmt: skip
    return quotation


def _wraps(attributions: tuple[Attribution, ...], number: int) -> bool:
    """Whether a paraphrase only wraps one quotation of somebody else: "“...,” said X, according to Y" is X's, via Y."""
    outer = attributions[number]
    if outer.spoken or outer.frame.head is None:
        return False
    size = sum(high - low for low, high in outer.content)
    for inner in attributions:
        cue = inner.frame.head
        if inner.spoken and cue is not None and cue != outer.frame.head and outer.holds(cue):
            shared = sum(1 for low, high in inner.content for i in range(low, high) if outer.holds(i))
            if shared * 2 >= size:
                return True
    return False


def _records(text: Text, one: Attribution, channels: Channels, number: int, voice: Voice) -> list[Quotation]:
    tail = channels.trailing(one)
    via = channels.of(number)
    whole = None
    records = []
    if one.kind != "direct":
        whole = replace(_clause(text, one, tail, voice), via=via)
        records.append(whole)
    for spoken in one.spoken:
        inside = (
            whole is not None
            and whole.content.start <= spoken.mark.start
            and spoken.mark.end <= whole.content.end + 1
        )
        part_of = whole.id if whole is not None and inside else None
        direct = _quotation(text, one, "direct", _inner(text, spoken), (), spoken.rule, part_of, voice)
        records.append(replace(direct, via=via))
    if tail is not None:
        told = channels.outlet(tail)
        records = [replace(record, addressee=record.addressee or told) for record in records]
    return records


def _clause(text: Text, one: Attribution, tail: int | None, voice: Voice) -> Quotation:
    low, high = _hull(text, one)
    if tail is not None:
        low, high = trim(text, low, text.tokens[tail].head)
    content = text.span(low, high)
    pieces = tuple(
        _inner(text, s) for s in one.spoken if content.start <= s.mark.start and s.mark.end <= content.end
    )
    return _quotation(text, one, one.kind, content, pieces, one.rule, None, voice)


def _hull(text: Text, one: Attribution) -> Range:
    """One stretch of words for a record: all pieces when little but the cue stands between them, else the longest."""
    carried = {(s.low, s.high) for s in one.spoken if s.carried}
    pieces = [piece for piece in one.content if piece not in carried] or list(one.content)
    frame = one.frame
    low, high = pieces[0]
    for a, b in pieces[1:]:
        between = [i for i in range(high, a) if text.tokens[i].pos != "PUNCT"]
        known = [frame.words, frame.source_words]
        if all(any(r is not None and r[0] <= i < r[1] for r in known) for i in between):
            high = b
        elif b - a > high - low:
            low, high = a, b
    return low, high


def _inner(text: Text, spoken: Spoken) -> Span:
    """The words between the marks, without the comma that only leads on to the cue."""
    mark = spoken.mark
    low, high = mark.inner_start, mark.inner_end
    while high > low and (text.text[high - 1] == "," or text.text[high - 1].isspace()):
        high -= 1
    while low < high and text.text[low].isspace():
        low += 1
    return Span(low, high, text.text[low:high])


def _alone(text: Text, spoken: Spoken, rule: str) -> Quotation:
    """Marked words that nobody is said to say."""
    content = _inner(text, spoken)
    return Quotation(
        id=Quotation.make_id(text.article_id, "direct", content.start, content.end), article_id=text.article_id,
        kind="direct", content=content, speaker=None, cue=None, addressee=None, via=(), rule=rule, confidence=0.3,
    )  # fmt: skip


def _quotation(
    text: Text, one: Attribution, kind: QuoteKind, content: Span, pieces: tuple[Span, ...], rule: str,
    part_of: str | None, voice: Voice,
) -> Quotation:  # fmt: skip
    frame = one.frame
    who = voice.actors
    told = actors(text, frame.addressee) if frame.addressee is not None else ()
    entry = frame.entry
    speaker = who[0] if who else None
    if len(who) > 1 and frame.source is not None:
        span = name_of(text, antecedent(text, frame.source))
        speaker = ActorRef(actor_id=None, name=" ".join(span.text.split()), span=span, kind="group")
    return Quotation(
        id=Quotation.make_id(text.article_id, kind, content.start, content.end),
        article_id=text.article_id,
        kind=kind,
        content=content,
        speaker=speaker,
        cue=text.span(*frame.words) if frame.words else None,
        addressee=told[0] if told else None,
        via=(),
        rule=f"{rule}; the speaker goes on" if voice.carried else rule,
        confidence=CONFIDENCE[kind] * (0.8 if voice.carried else 1.0),
        cue_class=entry.cue_class if entry else None,
        stance=entry.stance if entry else None,
        mode=entry.mode if entry else "speech",
        pieces=pieces,
        source=text.span(*frame.source_words) if frame.source_words else None,
        part_of=part_of,
        speakers=who if len(who) > 1 else (),
    )
