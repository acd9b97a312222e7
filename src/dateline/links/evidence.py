"""Two mentions -> how strongly they tell of one happening: a table of documented features and their weights.

The layout follows feature tables of entity matching (documented function, weight): each docstring is the text that a
link shows. A feature gives 0..1, or None when it has nothing to say; a veto (vetoes.py) forbids the link whatever the
sum.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable

from dateline.links.alike import sides
from dateline.links.life import put_off
from dateline.links.report import SHARP, Report

LEAST = 10.0
"""Weight of some three telling words: two reports share little to go by when either has less to share."""

FEWEST = 6
"""Names that an article must have at least to be wholly like another."""
AHEAD = dt.timedelta(days=90)
"""How long before its day something that was announced is called off at most."""
WEEK = dt.timedelta(days=7)
MOVED = dt.timedelta(days=14)
"""How long after the day for which it was planned something that was put off is held, where the words do not say so."""

Feature = Callable[[Report, Report], float | None]
Row = tuple[str, float, float]


def same_sides(left: Report, right: Report) -> float | None:
    """Whoever acts and whoever is acted upon are the same people or, less tellingly, of the same states."""
    return sum(sides(left.sides, right.sides)) / 2


def same_days(left: Report, right: Report) -> float | None:
    """The days on which it is said to have happened are the same, or one interval lies in the other."""
    one, other = left.when, right.when
    if left.days is None or right.days is None:
        return None
    if not one.overlaps(other):
        return None if called_off_before(left, right) or moved(left, right) else 0.0
    wide = max(left.days, right.days)
    return 1.0 if wide <= 3 else 0.8 if wide <= SHARP else 0.6 if wide <= 45 else 0.4


def same_place(left: Report, right: Report) -> float | None:
    """It is said to have happened in the same town, or in the same country."""
    one, other = left.mention.where, right.mention.where
    if one is None or other is None:
        return None
    if one.name == other.name:
        return 1.0
    if one.country and one.country == other.country:
        return 0.6
    return 0.0


def same_trigger(left: Report, right: Report) -> float | None:
    """The act is told in words of one root, or in words for one kind of act."""
    if left.acts & right.acts:
        return 1.0
    return 0.7 if left.kinds & right.kinds else 0.3


def same_mode(left: Report, right: Report) -> float | None:
    """The codebook gives the act the same mode (a visit, a call, an air strike)."""
    one, other = left.mention.mode, right.mention.mode
    if one is None or other is None:
        return None
    return 1.0 if one == other else 0.2


def same_telling(left: Report, right: Report) -> float | None:
    """The words around the act, names of the sides apart, are the same; rare words say more."""
    if not left.words or not right.words:
        return None
    return min(1.0, 2.0 * shared_words(left, right))


def told_together(left: Report, right: Report) -> float | None:
    """The articles appeared within days of each other."""
    apart = days_between(left, right)
    if apart is None:
        return None
    return 1.0 if apart <= 2 else 0.7 if apart <= 7 else 0.3 if apart <= 45 else 0.1


def same_story(left: Report, right: Report) -> float | None:
    """The articles name the same people and places that few others name."""
    if left.article.id == right.article.id or min(len(left.names), len(right.names)) < FEWEST / 2:
        return None
    return min(1.0, 2.0 * likeness(left, right))


def next_step(left: Report, right: Report) -> float | None:
    """One announces what the other reports as held, called off or put off."""
    pair = {left.status, right.status}
    return 1.0 if "planned" in pair and pair & {"cancelled", "happened", "failed", "broken off"} else None


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_sides, 4.0),
    (same_days, 3.0),
    (same_place, 1.0),
    (same_trigger, 1.0),
    (same_mode, 0.5),
    (same_telling, 1.5),
    (told_together, 1.0),
    (same_story, 1.0),
    (next_step, 1.0),
)


def score(left: Report, right: Report) -> float:
    """The weighted mean of the features that speak."""
    total = weights = 0.0
    for feature, weight in FEATURES:
        value = feature(left, right)
        if value is not None:
            total += value * weight
            weights += weight
    return total / weights


def explain(left: Report, right: Report) -> str:
    """`same sides 1.0 x 4, same days 0.8 x 3`: a link in words."""
    rows = [
        (feature.__name__.replace("_", " "), feature(left, right), weight) for feature, weight in FEATURES
    ]
    return ", ".join(f"{name} {value:.1f} x {weight:g}" for name, value, weight in rows if value is not None)


@functools.lru_cache(maxsize=64)
def shared_words(left: Report, right: Report) -> float:
    """Share of the telling words of the shorter report that the other has too, by weight; a pair is asked for several
    times in a row."""
    small, large = (left, right) if len(left.words) <= len(right.words) else (right, left)
    other = large.words
    shared = sum(weight for word, weight in small.words.items() if word in other)
    return shared / max(LEAST, min(left.weight, right.weight))


def likeness(left: Report, right: Report) -> float:
    """Share of the rarer names of the article with fewer of them that the other article has too, 0..1."""
    if not left.names or not right.names:
        return 0.0
    return len(left.names & right.names) / max(FEWEST, min(len(left.names), len(right.names)))


def days_between(left: Report, right: Report) -> int | None:
    """How many days after one article the other appeared; None where that is not known well."""
    return None if left.told is None or right.told is None else abs(left.told - right.told)


def called_off_before(left: Report, right: Report) -> bool:
    """Whether the day of one is that of calling off what the other had announced for a later day, and may be that plan.

    Two reports of a cancellation may give its day and the day planned.
    """
    early, late = sorted((left, right), key=lambda report: report.when.earliest or dt.date.max)
    if early.mention.status != "cancelled" or late.mention.status not in ("planned", "cancelled"):
        return False
    off, planned = early.when.latest, late.when.earliest
    if off is None or planned is None or not dt.timedelta() < planned - off <= AHEAD:
        return False
    told, announced = early.article.published.latest, late.article.published.earliest
    if told is None or announced is None:
        return False
    return (
        announced <= told + dt.timedelta(days=1)
        if late.mention.status == "planned"
        else abs(told - announced) <= WEEK
    )


def moved(left: Report, right: Report) -> bool:
    """Whether one was put off and the other tells of it on a later day: soon after, or in words of putting off."""
    early, late = sorted((left, right), key=lambda report: report.when.earliest or dt.date.max)
    if early.status != "planned" or late.status not in ("planned", "happened", "ongoing"):
        return False
    first, then = early.when.latest, late.when.earliest
    if first is None or then is None or not dt.timedelta() < then - first <= AHEAD:
        return False
    said = put_off(late.mention)
    if not (said or put_off(early.mention)):
        return False
    if early.mention.status == "planned" and not said:
        return False
    told, again = early.article.published.earliest, late.article.published.latest
    after = told is None or again is None or told <= again
    return after and dt.timedelta() < then - first <= (AHEAD if said else MOVED)


def later(left: Report, right: Report) -> bool:
    """Whether one tells of a plan, the other of what was held or is planned some days after that plan's day."""
    early, late = sorted((left, right), key=lambda report: report.when.earliest or dt.date.max)
    first, then = early.when.latest, late.when.earliest
    if early.mention.status != "planned" or late.status not in ("planned", "happened", "ongoing"):
        return False
    return first is not None and then is not None and dt.timedelta() < then - first <= MOVED


def features() -> tuple[tuple[str, float, str], ...]:
    """The table as a page shows it: name, weight, what it means; names as they stand in the reason of a link."""
    return tuple(
        (feature.__name__.replace("_", " "), weight, " ".join((feature.__doc__ or "").split()))
        for feature, weight in FEATURES
    )
