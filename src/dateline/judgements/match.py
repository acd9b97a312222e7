"""An anchor's place in an article -> the machine's record that stands there now, or the judged one set there again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from dateline.judgements.forms import Passage
from dateline.records import ActorRef, Article, Mention, Quotation, Span, from_json

RULE = "analyst"
"""The rule of a record that an analyst vouches for and the machine no longer finds."""
Place = tuple[int, int]
Record = TypeVar("Record")


def mention_at(anchor: Passage, place: Place, mentions: Iterable[Mention]) -> Mention | None:
    """The mention whose trigger stands there, best of the judged type and between the judged sides; else one of that
    type and those sides whose sentence holds the place, its trigger being other words now."""
    mentions = list(mentions)
    very = next((m for m in mentions if m.id == anchor.record_id and _shared(place, m.trigger)), None)
    if very is not None:
        return very
    judged = snapshot(Mention, anchor)
    mentions = sorted(mentions, key=lambda m: m.id)
    at = [m for m in mentions if _shared(place, m.trigger)]
    if at:
        return max(at, key=lambda m: (*_likeness(m, judged), _shared(place, m.trigger)))
    if judged is None:
        return None
    near = [
        m
        for m in mentions
        if _shared(place, m.evidence) and m.type == judged.type and _sides(m) == _sides(judged)
    ]
    return near[0] if len(near) == 1 else None


def quotation_at(anchor: Passage, place: Place, quotations: Iterable[Quotation]) -> Quotation | None:
    """The quotation that shares most of its words with the place, and at least half of the shorter of the two."""
    found = [
        q for q in quotations if 2 * _shared(place, q.content) >= min(_length(place), _length(q.content))
    ]
    very = next((q for q in found if q.id == anchor.record_id), None)
    if very is not None or not found:
        return very
    judged = snapshot(Quotation, anchor)
    kind = judged.kind if judged else None
    return max(
        found,
        key=lambda q: (
            _shared(place, q.content) - abs(_length(q.content) - _length(place)),
            q.kind == kind,
            q.id,
        ),
    )


def again(anchor: Passage, place: Place, article: Article) -> Mention | Quotation | None:
    """The judged record, set on the place where its words stand now; None when the anchor carries none.

    Spans that no longer slice back at the new place are left out; the sentence is then the paragraph.
    """
    if anchor.about == "mention":
        mention = snapshot(Mention, anchor)
        if mention is None:
            return None
        shift = place[0] - mention.trigger.start
        evidence = _moved(mention.evidence, shift, article) or _paragraph(place, article)
        trigger = Span(*place, article.text[slice(*place)])
        return replace(
            mention,
            id=Mention.make_id(article.id, f"{RULE} {mention.type}", *place),
            article_id=article.id,
            event_id=None,
            source=_refs(mention.source, shift, article),
            target=_refs(mention.target, shift, article),
            reported_by=_refs(mention.reported_by, shift, article),
            trigger=trigger,
            evidence=evidence,
            rule=RULE,
        )
    quotation = snapshot(Quotation, anchor)
    if quotation is None:
        return None
    shift = place[0] - quotation.content.start
    return replace(
        quotation,
        id=Quotation.make_id(article.id, f"{RULE} {quotation.kind}", *place),
        article_id=article.id,
        content=Span(*place, article.text[slice(*place)]),
        speaker=next(iter(_refs((quotation.speaker,), shift, article)), None) if quotation.speaker else None,
        speakers=_refs(quotation.speakers, shift, article),
        addressee=next(iter(_refs((quotation.addressee,), shift, article)), None)
        if quotation.addressee
        else None,
        via=_refs(quotation.via, shift, article),
        about=_refs(quotation.about, shift, article),
        cue=_moved(quotation.cue, shift, article),
        source=_moved(quotation.source, shift, article),
        pieces=tuple(s for s in (_moved(p, shift, article) for p in quotation.pieces) if s),
        same_as=None,
        part_of=None,
        rule=RULE,
    )


def snapshot(cls: type[Record], anchor: Passage) -> Record | None:
    """The record as it was when it was judged; None where the anchor carries none of that class."""
    if not anchor.record or anchor.about != cls.__name__.lower():
        return None
    try:
        return from_json(cls, json.loads(anchor.record))
    except (KeyError, TypeError, ValueError):
        return None


def fits(cls: type, data: Any) -> bool:
    """Whether plain values are a whole record of that class."""
    if not isinstance(data, dict):
        return False
    needed = {
        field.name.rstrip("_")
        for field in dataclasses.fields(cls)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    return needed <= data.keys()


def _likeness(mention: Mention, judged: Mention | None) -> tuple[bool, int]:
    if judged is None:
        return False, 0
    return mention.type == judged.type, len(_sides(mention) & _sides(judged))


def _sides(mention: Mention) -> frozenset[str]:
    return frozenset(ref.actor_id or ref.name for ref in (*mention.source, *mention.target))


def _refs(refs: Iterable[ActorRef | None], shift: int, article: Article) -> tuple[ActorRef, ...]:
    return tuple(replace(ref, span=_moved(ref.span, shift, article)) for ref in refs if ref is not None)


def _moved(span: Span | None, shift: int, article: Article) -> Span | None:
    if span is None:
        return None
    start, end = span.start + shift, span.end + shift
    if start < 0 or article.text[start:end] != span.text:
        return None
    return Span(start, end, span.text)


def _paragraph(place: Place, article: Article) -> Span:
    start = article.text.rfind("\n\n", 0, place[0])
    start = 0 if start < 0 else start + 2
    end = article.text.find("\n\n", place[1])
    end = len(article.text) if end < 0 else end
    return Span(start, end, article.text[start:end])


def _shared(place: Place, span: Span) -> int:
    return max(0, min(place[1], span.end) - max(place[0], span.start))


def _length(span: Span | Place) -> int:
    return span.end - span.start if isinstance(span, Span) else span[1] - span[0]
