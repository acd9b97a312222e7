"""The mentions of one event -> its days: the best defended interval, narrowed by what agrees with it.

That it was held says more of its day than that it was planned, and either says more than when it was called off. Within one
kind of report the interval that agrees with most articles counts, the narrowest of those; what overlaps it cuts it down, and
nothing is held or called off before it was announced. A
stretch longer than `WIDE` days is looked for again inside it among the kinds of report that say less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.links.life import put_off
from dateline.records import UNDATED, DateRange, Mention

WIDE = 45
"""Longer intervals, in days, say little about when."""
HELD = frozenset({"happened", "ongoing", "failed", "alleged", "denied"})
"""Statuses whose day is that of the act itself."""
OFF = "cancelled"
"""The status whose day may be that of calling off."""


def settled(mentions: Sequence[Mention]) -> DateRange:
    """The days of the event; open where no report is bounded on both sides, undated where none is known."""
    found: DateRange | None = None
    told = [m.when for m in mentions if m.when.known and m.status not in HELD and m.status != OFF]
    announced = [when for when in told if when.days is None]
    for tier in _tiers(mentions):
        closed = [m for m in tier if m.when.days is not None]
        if found is not None:
            closed = [m for m in closed if m.when.overlaps(found)]
        if closed:
            best = _narrowed(_supported(closed), [*(m.when for m in tier), *announced])
            found = _narrowed(best, [found]) if found is not None else best
            if (found.days or 0) <= WIDE:
                return found
    if found is not None:
        return found
    for tier in _tiers(mentions):
        return _narrowed(_supported(tier), [*(m.when for m in tier), *announced])
    return next((m.when for m in mentions if m.when.text), UNDATED)


def _tiers(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Reports with a date: of the act itself, of a plan, of calling it off. The day planned of what was put off is not the
    day on which it was held."""
    known = [m for m in mentions if m.when.known]
    if any(put_off(m) for m in mentions) and any(m.status in HELD for m in known):
        known = [m for m in known if m.status in HELD]
    for tier in (
        [m for m in known if m.status in HELD],
        [m for m in known if m.status not in HELD and m.status != OFF],
        [m for m in known if m.status == OFF],
    ):
        if tier:
            yield tier


def _supported(told: Sequence[Mention]) -> DateRange:
    """The interval that overlaps those of most articles; of several the narrowest, told in words of time if any is."""
    return max(
        (m.when for m in told),
        key=lambda when: (
            len({m.article_id for m in told if m.when.overlaps(when)}),
            when.days is not None,
            -(when.days or 0),
            when.basis == "text",
            str(when.earliest),
        ),
    )


def _narrowed(when: DateRange, others: Sequence[DateRange]) -> DateRange:
    """The days it shares with each of the others in turn, narrow ones first; those it shares none with are left out."""
    for other in sorted(others, key=lambda o: (o.days is None, o.days or 0, str(o.earliest), str(o.latest))):
        if not when.overlaps(other):
            continue
        first = max((day for day in (when.earliest, other.earliest) if day), default=None)
        last = min((day for day in (when.latest, other.latest) if day), default=None)
        if (first, last) == (other.earliest, other.latest) and (first, last) != (when.earliest, when.latest):
            when = other
        elif (first, last) != (when.earliest, when.latest):
            when = DateRange(first, last, when.text or other.text, when.basis)
    return when
