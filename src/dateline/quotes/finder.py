"""Text, Lexicon -> Quotations: attributions with their speakers resolved and spans cut as the records want them."""

from __future__ import annotations

from dateline.quotes.attributions import Attribution, attribute
from dateline.quotes.cues import Lexicon
from dateline.quotes.direct import Spoken
from dateline.quotes.speaker import actors
from dateline.records import ActorRef, Quotation, QuoteKind, Span
from dateline.syntax import Text

CONFIDENCE = {"direct": 0.95, "mixed": 0.85, "indirect": 0.75}


def find(text: Text, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Every quotation of an article in order of its content."""
    found = attribute(text, lexicon)
    made: dict[str, Quotation] = {}
    for one in found.attributions:
        for quotation in _records(text, one):
            made.setdefault(quotation.id, quotation)
    for spoken in found.unattributed:
        quotation = _direct(text, spoken, None, spoken.rule, None)
        made.setdefault(quotation.id, quotation)
    return tuple(sorted(made.values(), key=lambda q: (q.content.start, -q.content.end)))


def _records(text: Text, one: Attribution) -> list[Quotation]:
    whole = None
    records = []
    if one.kind != "direct":
        whole = _clause(text, one)
        records.append(whole)
    for spoken in one.spoken:
        records.append(_direct(text, spoken, one, spoken.rule, whole.id if whole is not None else None))
    return records


def _clause(text: Text, one: Attribution) -> Quotation:
    low, high = one.content[0][0], one.content[-1][1]
    head = one.frame.head
    if len(one.content) > 1 and head is not None and not low <= head < high:
        low, high = max(one.content, key=lambda r: r[1] - r[0])
    content = text.span(low, high)
    pieces = tuple(_inner(text, spoken) for spoken in one.spoken) if one.spoken else ()
    return _quotation(text, one, one.kind, content, pieces, one.rule, None)


def _inner(text: Text, spoken: Spoken) -> Span:
    mark = spoken.mark
    return Span(mark.inner_start, mark.inner_end, text.text[mark.inner_start : mark.inner_end])


def _direct(text: Text, spoken: Spoken, one: Attribution | None, rule: str, part_of: str | None) -> Quotation:
    content = _inner(text, spoken)
    if one is None:
        return Quotation(
            id=Quotation.make_id(text.article_id, "direct", content.start, content.end), article_id=text.article_id,
            kind="direct", content=content, speaker=None, cue=None, addressee=None, via=(), rule=rule, confidence=0.3,
        )  # fmt: skip
    return _quotation(text, one, "direct", content, (), rule, part_of)


def _quotation(
    text: Text, one: Attribution, kind: QuoteKind, content: Span, pieces: tuple[Span, ...], rule: str,
    part_of: str | None,
) -> Quotation:  # fmt: skip
    frame = one.frame
    who = actors(text, frame.source) if frame.source is not None else ()
    told = actors(text, frame.addressee) if frame.addressee is not None else ()
    entry = frame.entry
    return Quotation(
        id=Quotation.make_id(text.article_id, kind, content.start, content.end),
        article_id=text.article_id,
        kind=kind,
        content=content,
        speaker=who[0] if who else None,
        cue=text.span(*frame.words) if frame.words else None,
        addressee=told[0] if told else None,
        via=(),
        rule=rule,
        confidence=CONFIDENCE[kind],
        cue_class=entry.cue_class if entry else None,
        stance=entry.stance if entry else None,
        mode=entry.mode if entry else "speech",
        pieces=pieces,
        source=text.span(*frame.source_words) if frame.source_words else None,
        part_of=part_of,
    )
