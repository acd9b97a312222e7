"""An article's quotations in, for each trigger the actors who say that it happened out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import ActorRef, Quotation


def reporters(
    quotations: Sequence[Quotation], offset: int, sources: Sequence[ActorRef]
) -> tuple[tuple[ActorRef, ...], str | None]:
    """(speakers, rule of the smallest quotation or attribution whose words cover the code point `offset`).

    An act whose very cue is the trigger ("warned", "accused") reports itself and has no reporter; a belief is no report.
    """
    best: Quotation | None = None
    for quotation in quotations:
        pieces = quotation.pieces or (quotation.content,)
        if (
            quotation.speaker is None
            or quotation.mode == "belief"
            or not any(piece.start <= offset < piece.end for piece in pieces)
        ):
            continue
        if best is None or _size(quotation) < _size(best):
            best = quotation
    if best is None or best.speaker is None or "infinitive" in best.rule or "noun with clause" in best.rule:
        return (), None
    return (best.speaker,), f"{best.kind}:{best.rule}"


def _size(quotation: Quotation) -> int:
    return quotation.content.end - quotation.content.start
