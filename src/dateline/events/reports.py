"""An article's quotations in, for each trigger the actors who say that it happened out."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.grammar import subject
from dateline.events.tense import Standing
from dateline.events.words import is_verb
from dateline.records import ActorRef, Quotation
from dateline.syntax import Text

SAYING = frozenset(
    {"say", "insist", "claim", "maintain", "tell", "state", "declare", "add", "swear", "assert", "testify"}
)


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


def denied_by_doer(text: Text, i: int, standing: Standing, doers: Sequence[ActorRef]) -> Standing:
    """What an actor says of itself not to have done is denied, not failed: "Chad said it had not attacked the town"."""
    if standing.status != "failed" or not standing.rule.startswith("negation"):
        return standing
    below = text.tokens[i]
    for above in text.ancestors(i):
        if above.lemma in SAYING and is_verb(above) and below.dep == "ccomp":
            said_by = [one for who in subject(text, above.i)[0] for one in text.refer(who)]
            if any(one.actor_id and one.actor_id == doer.actor_id for one in said_by for doer in doers):
                return standing._replace(status="denied", rule="denied-by-the-doer")
        below = above
    return standing


def _size(quotation: Quotation) -> int:
    return quotation.content.end - quotation.content.start
