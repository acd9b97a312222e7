"""Two mentions -> how strongly they tell of one happening: a table of documented features and their weights.

The layout follows feature tables of entity matching (documented function, weight): each docstring is the text that a
link shows. A feature gives 0..1, or None when it has nothing to say; a veto forbids the link whatever the sum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dateline.records import ActorRef, Article, DateRange, Mention

SLACK = dt.timedelta(days=1)
PLAN_SLACK = dt.timedelta(days=3)
SHARP = 14
VAGUE = 45
THRESHOLD = 0.62
MUTUAL_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE"})
UNREALISED = frozenset({"planned", "cancelled", "hypothetical"})
DONE = frozenset({"happened", "ongoing", "failed"})


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what comparison needs of its article."""

    mention: Mention
    article: Article
    words: frozenset[str]
    quoted: frozenset[str] = frozenset()
    """`same_as` ids of the words that its article quotes."""

    @property
    def when(self) -> DateRange:
        return self.mention.when


Feature = Callable[[Report, Report], float | None]


def same_sides(left: Report, right: Report) -> float | None:
    """Whoever acts and whoever is acted upon are the same people or, less tellingly, of the same states."""
    return _mean(_sides(left.mention, right.mention))


def same_days(left: Report, right: Report) -> float | None:
    """The days on which it is said to have happened are the same, or one interval lies in the other."""
    one, other = left.when, right.when
    if one.days is None or other.days is None:
        return None
    if not one.overlaps(other):
        return 0.0
    wide = max(one.days, other.days)
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
    """The act is told in the same words."""
    one, other = left.mention.trigger.text.lower(), right.mention.trigger.text.lower()
    if one == other:
        return 1.0
    return 0.7 if one[:4] == other[:4] else 0.3


def same_mode(left: Report, right: Report) -> float | None:
    """The codebook gives the act the same mode (a visit, a call, an air strike)."""
    one, other = left.mention.mode, right.mention.mode
    if one is None or other is None:
        return None
    return 1.0 if one == other else 0.2


def same_telling(left: Report, right: Report) -> float | None:
    """The two sentences share telling words, names and numbers."""
    if not left.words or not right.words:
        return None
    return min(1.0, 2.0 * len(left.words & right.words) / min(len(left.words), len(right.words)))


def told_together(left: Report, right: Report) -> float | None:
    """The articles appeared within days of each other."""
    one, other = left.article.published, right.article.published
    if one.days is None or other.days is None or max(one.days, other.days) > SHARP:
        return None
    if one.earliest is None or other.earliest is None:
        return None
    apart = abs((one.earliest - other.earliest).days)
    return 1.0 if apart <= 2 else 0.7 if apart <= 7 else 0.3 if apart <= 45 else 0.1


FEATURES: tuple[tuple[Feature, float], ...] = (
    (same_sides, 4.0),
    (same_days, 3.0),
    (same_place, 1.0),
    (same_trigger, 1.0),
    (same_mode, 0.5),
    (same_telling, 1.5),
    (told_together, 1.0),
)


def veto(left: Report, right: Report) -> str | None:
    """Why these two can never be one happening, or None."""
    one, other = left.mention, right.mention
    if one.type != other.type:
        return "other act"
    if not _statuses_agree(one.status, other.status):
        return "one happened, the other was refused or never came about"
    slack = PLAN_SLACK if {one.status, other.status} & UNREALISED else SLACK
    if not _near(one.when, other.when, slack):
        return "other days"
    if one.article_id == other.article_id and one.trigger.start == other.trigger.start:
        return "two acts told by one word"
    sides = _sides(one, other)
    if min(sides) < 0.2 or _mean(sides) < 0.45:
        return "other sides"
    if one.article_id != other.article_id and _vague(one.when, other.when) and not corroborated(left, right):
        return "too vague a date, and nothing but the sides in common"
    lands = {where.country for where in (one.where, other.where) if where and where.country}
    return "other country" if len(lands) > 1 else None


def corroborated(left: Report, right: Report) -> bool:
    """Whether more than the sides speaks for it: the same town, the same quoted words, or much the same sentence."""
    one, other = left.mention.where, right.mention.where
    same_town = one is not None and other is not None and one.lat is not None and one.name == other.name
    return same_town or bool(left.quoted & right.quoted) or (same_telling(left, right) or 0.0) >= 0.9


def score(left: Report, right: Report) -> tuple[float, list[tuple[str, float, float]]]:
    """The weighted mean of the features that speak, and each as (name, value, weight)."""
    rows = []
    for feature, weight in FEATURES:
        value = feature(left, right)
        if value is not None:
            rows.append((feature.__name__, value, weight))
    total = sum(weight for _, _, weight in rows)
    return (sum(value * weight for _, value, weight in rows) / total if total else 0.0), rows


def explain(rows: list[tuple[str, float, float]]) -> str:
    """`same sides 1.0 x 4, same days 0.8 x 3`: a link in words."""
    return ", ".join(f"{name.replace('_', ' ')} {value:.1f} x {weight:g}" for name, value, weight in rows)


def _statuses_agree(one: str, other: str) -> bool:
    pair = {one, other}
    if "refused" in pair:
        return pair == {"refused"}
    if "hypothetical" in pair:
        return pair <= {"hypothetical", "planned"}
    if "cancelled" in pair:
        return pair <= {"cancelled", "planned", "denied"}
    return True


def _near(one: DateRange, other: DateRange, slack: dt.timedelta) -> bool:
    if one.earliest and other.latest and one.earliest - other.latest > slack:
        return False
    return not (other.earliest and one.latest and other.earliest - one.latest > slack)


def _vague(one: DateRange, other: DateRange) -> bool:
    return any(when.days is None or when.days > VAGUE for when in (one, other))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _sides(one: Mention, other: Mention) -> list[float]:
    """How alike the sources are, and the targets; crossed over where the act is mutual and that fits better."""
    pairs = [_alike(one.source, other.source), _alike(one.target, other.target)]
    if one.mutual or other.mutual or one.type in MUTUAL_TYPES:
        crossed = [_alike(one.source, other.target), _alike(one.target, other.source)]
        return max(pairs, crossed, key=_mean)
    return pairs


def _alike(left: tuple[ActorRef, ...], right: tuple[ActorRef, ...]) -> float:
    """Best match between two sides: 1 the same actor, .7 the same state, .5 when one side is silent, else 0."""
    if not left and not right:
        return 0.8
    if not left or not right:
        return 0.5
    return max(_same(one, other) for one in left for other in right)


def _same(one: ActorRef, other: ActorRef) -> float:
    if one.actor_id and one.actor_id == other.actor_id:
        return 1.0
    if one.name.casefold() == other.name.casefold() and not (one.actor_id and other.actor_id):
        return 0.9
    if one.country and one.country == other.country:
        if one.kind == "person" and other.kind == "person" and one.actor_id and other.actor_id:
            return 0.1
        return 0.7
    return 0.0
