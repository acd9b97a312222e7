"""The events of one story -> those at which it turned, in order of time, each with the reason in words.

What makes a turn is what a desk officer would say: many tell it, its own fate changed (planned, then called off), or
what two sides did to each other changed from cooperation to conflict or back. Deeds weigh more than words, and a day
has at most two.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Event

MOST, A_DAY = 8, 2
CONFLICT = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
DEEDS = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
UNREAL = frozenset({"hypothetical", "alleged", "denied"})
BROKEN = frozenset({"cancelled", "refused", "failed"})
TOLD, FATE, TURN, DEED, BREAK = 1.0, 2.0, 2.0, 0.5, 1.0
"""What each outlet after the first, a changed status, a change between the sides, a deed, and a refusal weigh."""
ENOUGH = 1.0
"""An event that weighs less is no turn: a story in which nothing weighs that much has none but its most told event."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One event at which a story turned; `why` in words."""

    event_id: str
    why: str


def turning_points(events: Sequence[Event], most: int = MOST) -> tuple[TurningPoint, ...]:
    """At most `most` events, in order of time; undated ones are left out, and those that never were real."""
    ordered = sorted(
        (
            event
            for event in events
            if _day(event) and event.status not in UNREAL and (event.source or event.target)
        ),
        key=lambda event: (_day(event), event.id),
    )
    before: dict[frozenset[str], bool] = {}
    weighed: list[tuple[float, dt.date, Event, str]] = []
    for event in ordered:
        weight, reasons = 0.0, []
        if len(event.outlets) > 1:
            weight += TOLD * (len(event.outlets) - 1)
            reasons.append(f"told by {len(event.outlets)} outlets")
        fates = list(dict.fromkeys(step.status for step in event.status_history))
        if len(fates) > 1:
            weight += FATE
            reasons.append(", then ".join(fates))
        sides = _sides(event)
        conflict = event.type in CONFLICT or event.status in BROKEN
        if sides:
            if before.get(sides, conflict) != conflict:
                weight += TURN
                reasons.append("from cooperation to conflict" if conflict else "from conflict to cooperation")
            before[sides] = conflict
        if event.status in BROKEN:
            weight += BREAK
            reasons.append(event.status)
        if event.type in DEEDS and event.status in ("happened", "ongoing"):
            weight += DEED
            reasons.append("a deed, not words")
        weighed.append((weight, _day(event) or dt.date.min, event, "; ".join(dict.fromkeys(reasons))))
    chosen: list[tuple[float, dt.date, Event, str]] = []
    days: Counter[dt.date] = Counter()
    for one in sorted(weighed, key=lambda w: (-w[0], -len(w[2].mentions), w[1], w[2].id)):
        if len(chosen) == most or (chosen and one[0] < ENOUGH):
            break
        if days[one[1]] < A_DAY:
            days[one[1]] += 1
            chosen.append(one)
    chosen.sort(key=lambda one: (one[1], one[2].id))
    return tuple(TurningPoint(event.id, why or "the most told") for _, _, event, why in chosen)


def _day(event: Event) -> dt.date | None:
    return event.when.earliest or event.when.latest


def _sides(event: Event) -> frozenset[str]:
    """Countries where both sides have one, else names; empty unless there are two."""
    sides = [
        {one.country or one.name for one in several if one.country or one.actor_id}
        for several in (event.source, event.target)
    ]
    return frozenset(sides[0] | sides[1]) if sides[0] and sides[1] and sides[0] != sides[1] else frozenset()
