"""A trigger, its status and the article's time expressions in, the days of the act out, with the rule that chose them.

The parse chooses, not nearness: an expression counts for an act only if the way up from it meets the act's own
trigger (or the verb that carries a nominal trigger) before any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.events.triggers import Hit
from dateline.events.words import is_verb
from dateline.records import UNDATED, DateRange
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.when.expressions import TimeExpression

PAST = frozenset({"happened", "ongoing", "failed", "denied", "alleged", "refused"})
DONE = frozenset({"happened", "alleged", "denied"})
CLAUSAL = frozenset({"relcl", "ccomp", "advcl", "ROOT", "parataxis", "conj", "xcomp", "acl", "pcomp"})
MODIFIER = frozenset({"amod", "poss", "compound", "nmod", "nummod"})
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
    """Steps from the expression up to one of the act's words; None when another act or clause lies between."""
    below = text.tokens[above[0]]
    for steps, i in enumerate(above):
        token = text.tokens[i]
        if i in mine:
            return steps
        if i in triggers or (steps and below.dep in MODIFIER):
            return None
        if is_verb(token) and token.dep in CLAUSAL:
            return None
        below = token
    return None


def date_of(
    text: Text, hit: Hit, status: str, carriers: Sequence[int], triggers: set[int], found: Anchored, rule: str
) -> tuple[DateRange, str, str]:
    """(days, status, rule): the act's own days; a present tense with a day to come is a plan."""
    published = text.published
    own = own_date(text, hit, carriers, triggers, found)
    if own is None:
        days, by = bounded(status, published)
        return days, status, by
    days, by = own
    ahead = published.latest is not None and days.earliest is not None and days.earliest > published.latest
    open_ended = rule in ("present", "progressive", "present-passive") or rule.startswith("settled")
    if ahead and ((status in ("happened", "ongoing") and open_ended) or rule == "hearsay-adverb:progressive"):
        return days, "planned", f"{by}+ahead"
    if ahead and status in PAST:
        days, by = bounded(status, published)
        return days, status, by
    return fitted(days, status, published), status, by


def bounded(status: str, published: DateRange) -> tuple[DateRange, str]:
    """The days an act without a date of its own can have: done by the day of the article, or still to come."""
    if published.latest is not None and status in PAST:
        return DateRange(None, published.latest, None, published.basis), "by-publication"
    if published.earliest is not None and status == "planned":
        return DateRange(published.earliest, None, None, published.basis), "after-publication"
    return UNDATED, "undated"


def fitted(days: DateRange, status: str, published: DateRange) -> DateRange:
    """An expression's days, cut at the day of the article where what is told cannot reach beyond it."""
    low, high = days.earliest, days.latest
    last, first = published.latest, published.earliest
    if status in DONE and last is not None and (high is None or high > last) and (low is None or low <= last):
        high = last
    if (
        status == "planned"
        and first is not None
        and (low is None or low < first)
        and (high is None or high >= first)
    ):
        low = first
    return (
        days if (low, high) == (days.earliest, days.latest) else DateRange(low, high, days.text, days.basis)
    )
