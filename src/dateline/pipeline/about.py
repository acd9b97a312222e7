"""A text and its quotations -> the same quotations, each with the known actors that its words speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from dateline.records import ActorRef, Quotation, Span
from dateline.syntax import Text


def with_subjects(text: Text, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """`about` set on each: actors with an id named, or meant by a pronoun or description, inside the quoted words.

    Each once, at its first place there; members stand for a group; the speaker is left out.
    """
    ordered = sorted(
        (text.tokens[reference.head].start, number) for number, reference in enumerate(text.references)
    )
    heads = [start for start, _ in ordered]

    def inside(span: Span) -> Iterable[int]:
        return (
            number for _, number in ordered[bisect_left(heads, span.start) : bisect_left(heads, span.end)]
        )

    return tuple(
        replace(quotation, about=found)
        if (found := _subjects(text, quotation, inside(quotation.content)))
        else quotation
        for quotation in quotations
    )


def _subjects(text: Text, quotation: Quotation, references: Iterable[int]) -> tuple[ActorRef, ...]:
    speakers = {one.actor_id for one in (quotation.speaker, *quotation.speakers) if one}
    found: dict[str, ActorRef] = {}
    for number in references:
        reference = text.references[number]
        span = text.span(reference.start, reference.end)
        if span.start < quotation.content.start or span.end > quotation.content.end:
            span = text.span(reference.head, reference.head + 1)
        for ref in text.refer(reference.head, span=span):
            if ref.actor_id and ref.actor_id not in speakers:
                found.setdefault(ref.actor_id, ref)
    return tuple(found.values())
