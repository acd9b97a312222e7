"""A trigger, its status and the article's time expressions in, the days of the act out, with the rule that chose them.

The parse chooses, not nearness: an expression counts for an act only if the way up from it meets the act's own
trigger (or the verb that carries a nominal trigger) before any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.events.grammar import is_verb
from dateline.events.triggers import Hit
from dateline.records import UNDATED, DateRange
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.when.expressions import TimeExpression

PAST = frozenset({"happened", "ongoing", "failed", "denied", "alleged", "refused"})
Anchored = list[tuple["TimeExpression", list[int]]]


def attachment(text: Text, expression: TimeExpression) -> int:
    """The head of a time expression: its token whose head lies outside it."""
    for token in text.tokens[expression.start : expression.end]:
        if token.head == token.i or not expression.start <= token.head < expression.end:
            return token.i
    return expression.start


def anchors(text: Text, expressions: Sequence[TimeExpression]) -> Anchored:
    """Each expression that names days with the words above it, nearest first, up to its first verb and beyond."""
    found = []
    for one in expressions:
        if one.type == "SET" or not one.interval.known:
            continue
        if one.type == "DURATION" and one.kind not in ("recent", "ahead", "range"):
            continue
        head = attachment(text, one)
        found.append((one, [head, *(token.i for token in text.ancestors(head))]))
    return found


def own_date(
    text: Text, hit: Hit, carriers: Sequence[int], triggers: set[int], found: Anchored
) -> tuple[DateRange, str] | None:
    """The days of the expression that hangs from the trigger, or from a word that carries it."""
    sentence = text.tokens[hit.i].sent
    mine = {hit.i, *carriers}
    if hit.object is not None:
        mine.add(hit.object)
    best: tuple[int, DateRange, str] | None = None
    for expression, above in found:
        if text.tokens[expression.start].sent != sentence:
            continue
        distance = _distance(text, above, mine, triggers)
        if distance is None:
            continue
        if best is None or distance < best[0]:
            best = (distance, expression.interval, f"clause:{expression.span.text}")
    return None if best is None else (best[1], best[2])


def _distance(text: Text, above: list[int], mine: set[int], triggers: set[int]) -> int | None:
    for steps, i in enumerate(above):
        if i in mine:
            return steps
        if i in triggers:
            return None
        if is_verb(text.tokens[i]) and text.tokens[i].dep in (
            "relcl",
            "ccomp",
            "advcl",
            "ROOT",
            "parataxis",
            "conj",
        ):
            return None
    return None


def bounded(status: str, published: DateRange, tense_bound: DateRange | None = None) -> tuple[DateRange, str]:
    """The days an act without a date of its own can have: done by the day of the article, or still to come."""
    if not published.known:
        return UNDATED, "undated"
    if status in PAST:
        latest = published.latest
        if tense_bound is not None and tense_bound.latest is not None and latest is not None:
            latest = min(latest, tense_bound.latest)
        return DateRange(None, latest, None, published.basis if latest else "unknown"), "by-publication"
    if status == "planned":
        earliest = published.earliest
        return DateRange(
            earliest, None, None, published.basis if earliest else "unknown"
        ), "after-publication"
    return UNDATED, "undated"


def fitted(days: DateRange, status: str, published: DateRange) -> DateRange:
    """An expression's days, cut at the day of the article where what is told cannot reach beyond it."""
    latest, earliest = days.latest, days.earliest
    if status in ("happened", "alleged", "denied") and published.latest is not None:
        if latest is None or latest > published.latest:
            if earliest is None or earliest <= published.latest:
                latest = published.latest
    if status == "planned" and published.earliest is not None:
        if earliest is None or earliest < published.earliest:
            if latest is None or latest >= published.earliest:
                earliest = published.earliest
    if (earliest, latest) == (days.earliest, days.latest):
        return days
    return DateRange(earliest, latest, days.text, days.basis)
