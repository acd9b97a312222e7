"""A story's events -> its turning points: the few that changed its course, each with the reasons in words.

No model of what matters: an event is a turn because of what the records say of it (it changed its status, it is the first act of
its kind between these sides, conflict gave way to cooperation or the other way round, most articles tell it), and each
such reason has its weight below.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import Article, Event

Reason = tuple[str, str, float]

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
CONFLICT = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
DEEDS = frozenset({"AGREE", "CONCEDE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
TOLD, CHANGED, FIRST, TURN, DEED = 2.0, 1.5, 0.75, 1.0, 0.5
LEAST = 1.5
BEFORE = 30
"""Days before the first article: what was earlier is background, not a turn of this story."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """An event that turned a story, on the first day it can have been; `reasons`: (name, in words, weight), the weightiest first."""

    event_id: str
    day: dt.date | None
    title: str
    weight: float
    reasons: tuple[Reason, ...]


def turning_points(
    events: Iterable[Event], articles: Sequence[Article], most: int | None = None
) -> tuple[TurningPoint, ...]:
    """At most `most` events in order of time, by default as many as the logarithm of their number allows (2 to 9).

    articles: those of the story; shares are of them. Hypothetical and undated events, and background from before the story, are left out.
    """
    since = min(
        (a.published.earliest for a in articles if a.published.earliest and a.published.days), default=None
    )
    dated = sorted(
        (
            e
            for e in events
            if e.status != "hypothetical" and _day(e) is not None and not _background(e, since)
        ),
        key=lambda e: (_day(e) or dt.date.max, e.id),
    )
    most = most if most is not None else max(2, min(9, 1 + int(2 * math.log2(len(dated) + 1))))
    story = len({article.id for article in articles})
    found = []
    for number, event in enumerate(dated):
        reasons = sorted(_reasons(event, dated[:number], story), key=lambda reason: (-reason[2], reason[0]))
        weight = round(sum(reason[2] for reason in reasons), 2)
        found.append(TurningPoint(event.id, _day(event), event.title, weight, tuple(reasons)))
    kept = [point for point in found if point.weight >= LEAST] or found
    best = sorted(kept, key=lambda point: (-point.weight, str(point.day), point.event_id))[:most]
    return tuple(sorted(best, key=lambda point: (str(point.day), point.event_id)))


def _reasons(event: Event, before: Sequence[Event], story: int) -> Iterable[Reason]:
    share = len(event.articles) / max(1, story)
    if share > 0 and len(event.articles) > 1:
        yield "told", f"{len(event.articles)} of {story} articles tell it", round(TOLD * share, 2)
    statuses = [step.status for step in event.status_history]
    if len(set(statuses)) > 1:
        yield "changed", "its status changed: " + ", then ".join(statuses), CHANGED
    elif event.status in ("cancelled", "refused", "failed"):
        yield "changed", f"it was {event.status}", CHANGED
    if event.type in DEEDS and event.status == "happened":
        yield "deed", "something was done, not only said", DEED
    pair = _pair(event)
    if not pair:
        return
    earlier = [other for other in before if _pair(other) == pair]
    if not any(other.type == event.type for other in earlier):
        yield "first", f"the first act of its kind ({event.type}) between these sides", FIRST
    last = next((other for other in reversed(earlier) if _mood(other)), None)
    if last is not None and _mood(event) and _mood(last) != _mood(event):
        yield "turn", f"{_mood(last)} gave way to {_mood(event)}", TURN


def _pair(event: Event) -> frozenset[str]:
    """Both sides, whoever acts; empty where a side is not known."""
    source = {ref.actor_id or ref.name for ref in event.source}
    target = {ref.actor_id or ref.name for ref in event.target}
    return frozenset(source | target) if source and target else frozenset()


def _mood(event: Event) -> str:
    return "cooperation" if event.type in COOPERATION else "conflict" if event.type in CONFLICT else ""


def _day(event: Event) -> dt.date | None:
    """The first day it can have been, else the day it was first told of."""
    if event.when.days is not None:
        return event.when.earliest
    return next((step.as_of for step in event.status_history if step.as_of), None)


def _background(event: Event, since: dt.date | None) -> bool:
    day = _day(event)
    return bool(since and day and (since - day).days > BEFORE)
