"""Two mentions -> why they cannot be one happening, or why too little says that they are: each rule in words.

A contradiction holds between all members of an event, so that one wrong link cannot join two stories; too little
evidence only keeps two mentions from being linked directly.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re

from dateline.links.alike import BOTH_SILENT, sides
from dateline.links.evidence import called_off_before, days_between, likeness, moved, shared_words
from dateline.links.families import kinds_of_root, root
from dateline.links.report import Report
from dateline.links.towns import far, spot
from dateline.records import DateRange

OTHER_DAYS = "other days"
SLACK = dt.timedelta(days=1)
PLAN_SLACK = dt.timedelta(days=3)
VAGUE = 45
TOGETHER = 2
"""Articles this many days apart at most tell the same news when they date nothing."""
UNREALISED = frozenset({"planned", "cancelled", "hypothetical"})
SAID = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE", "COOPERATE"})
"""Acts done in words, several a day: what was said tells them apart."""
ONCE = frozenset({"ASSAULT", "COERCE"})
"""Acts that one seldom does twice to the same person."""
AGREED = frozenset({"AGREE", "RETREAT"})
"""Acts of two sides whose object may be called in two words ("a truce", "a ceasefire")."""
ONCE_IN_DAYS = frozenset({"SANCTION", "RETREAT"})
"""Acts between two sides that are seldom done twice within days."""
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""Acts that one side does in several towns on one day; a meeting told from two towns is one that accounts differ on."""
FACE_TO_FACE = frozenset({root("meet"), root("visit"), root("host"), root("receive")})
SELDOM = frozenset({"martial-law", "curfew"})
"""Modes of acts that one state seldom does twice within the time of one project."""
FORESEEN = 60
"""Days between two articles at most in which plans of the same two for one place are one plan."""
_IN = re.compile(r"\b(?:in|at|near|outside)\s([A-ZÀ-Þ][\w’'-]{2,})")
TIMES = frozenset({*calendar.day_name, *calendar.month_name})
ABOUT = 0.25
LIKE = 0.3
"""Likeness of two articles at which they surely tell one story."""
ENOUGH = 0.4
MUCH = 0.5
SURE = 0.85


def contradiction(left: Report, right: Report) -> str | None:
    """Why these two can never be one happening, or None; cheap rules first."""
    one, other = left.mention, right.mention
    if one.type != other.type:
        return "other act"
    at_odds = not _statuses_agree(left.status, right.status)
    if at_odds and not _told_otherwise(left, right) and not (_revived(left, right) or _revived(right, left)):
        return "one happened, the other was refused or never came about"
    slack = PLAN_SLACK if {one.status, other.status} & UNREALISED else SLACK
    apart = not near(left.when, right.when, slack)
    if apart and not called_off_before(left, right) and not moved(left, right):
        return OTHER_DAYS
    if one.article_id == other.article_id and one.trigger.start == other.trigger.start:
        return "two acts told by one word"
    lands = {where.country for where in (one.where, other.where) if where and where.country}
    if len(lands) > 1:
        return "other country"
    if (
        one.type in ON_THE_SPOT
        and far(one.where, other.where)
        and not (_at_a_person(left) and _at_a_person(right))
    ):
        return "other town"
    if _call_and_meeting(left, right) or _call_and_meeting(right, left):
        return "one rang, the other came"
    alike = sides(left.sides, right.sides)
    if min(alike) < 0.2 or max(alike) < 0.6 or sum(alike) < 0.9:
        return "other sides"
    return None


def too_little(left: Report, right: Report) -> str | None:
    """Sides alone make no event: the days, the town, quoted words or the words around must speak for it as well."""
    one, other = left.mention, right.mention
    alike = sides(left.sides, right.sides)
    sides_alike = min(alike)
    if one.type not in SAID and sides_alike == BOTH_SILENT:
        sides_alike = max(alike)
    if one.type not in SAID and (same_town(left, right) or _quote_alike(left, right, min(alike))):
        return None
    if one.type not in SAID and min(alike) >= SURE and _one_plan(left, right):
        return None
    if one.type in ONCE and min(alike) >= SURE and _at_a_person(left) and _at_a_person(right):
        return None
    if min(alike) >= SURE and (_plan_called_off(left, right) or _plan_called_off(right, left)):
        return None
    words = shared_words(left, right)
    if vague(left, right):
        if one.article_id == other.article_id and one.evidence == other.evidence and _background(left, right):
            return "another time is named for one of them"
        if one.article_id == other.article_id:
            needed = ABOUT if one.type in SAID or sides_alike < SURE or _background(left, right) else 0.0
        elif (apart := days_between(left, right)) is not None and apart <= TOGETHER:
            needed = _needed_at_once(left, right, sides_alike)
        elif apart is None and one.type not in SAID and (_told_alike(left, right) or _seldom(left, right)):
            needed = 0.1
        else:
            needed = ENOUGH if sides_alike >= SURE and left.acts & right.acts else MUCH
        return "too vague a date, and too little but the sides in common" if words < needed else None
    if (
        one.type in AGREED
        and sides_alike >= SURE
        and (_of_one_kind(left, right) or _of_one_kind(right, left))
    ):
        return None
    if one.type in SAID and sides_alike >= SURE and _bare(left, right):
        return None
    if one.type in SAID and words < (0.1 if sides_alike >= SURE else ABOUT):
        return "something else was said"
    return None


def _bare(left: Report, right: Report) -> bool:
    """Whether two articles tell of the same act of one day in the same words, and one of them not of what it was about."""
    return (
        left.days == right.days == 1
        and left.article.id != right.article.id
        and bool(left.acts & right.acts)
        and left.when.overlaps(right.when)
        and min(len(left.words), len(right.words)) <= 1
    )


def _of_one_kind(left: Report, right: Report) -> bool:
    """Whether a word of the act of one tells of the same kind of act as a word beside the other's."""
    return bool(left.kinds & {kind for word in right.words for kind in kinds_of_root(word)})


def _needed_at_once(left: Report, right: Report, sides_alike: float) -> float:
    """Words in common that two articles of the same days need. What one side does to the other once in days needs none."""
    if sides_alike < SURE or not left.acts & right.acts:
        return ABOUT
    background = _background(left, right)
    if left.mention.type in ONCE_IN_DAYS and not background:
        return 0.0
    if left.mention.type == "CONSULT" and not background and left.status == right.status:
        return 0.0 if all(_persons_meet(one) for one in (left, right)) else 0.15
    return 0.15


def _persons_meet(report: Report) -> bool:
    """Whether both sides are persons by name."""
    return all(
        any(one.kind == "person" and one.named for one in side)
        for side in (report.sides.source, report.sides.target)
    )


def _revived(off: Report, held: Report) -> bool:
    """Whether what one told as called off was held all the same, later, on the day for which it had been planned."""
    if off.status != "cancelled" or held.status not in ("happened", "ongoing"):
        return False
    told, day, planned = off.article.published.latest, held.when.earliest, off.when.earliest
    sharp = max(off.when.days or VAGUE, held.when.days or VAGUE) <= TOGETHER + 1
    if told is None or day is None or planned is None or not sharp or not off.when.overlaps(held.when):
        return False
    reported = held.article.published.latest
    return told < day and reported is not None and reported >= day


def _told_otherwise(left: Report, right: Report) -> bool:
    """Whether two articles tell of one act on one day, one that it was done, the other that it was not: they differ on it."""
    if {left.status, right.status} != {"happened", "failed"} or left.article.id == right.article.id:
        return False
    sharp = left.when.days is not None and right.when.days is not None
    sharp = sharp and max(left.when.days or 0, right.when.days or 0) <= TOGETHER + 1
    same = bool(left.acts & right.acts) and left.when.overlaps(right.when)
    return sharp and same and shared_words(left, right) >= ABOUT


def _call_and_meeting(one: Report, other: Report) -> bool:
    """Whether one tells of a call, the other of people in one room."""
    return one.mention.mode == "phone" and (other.mention.mode == "visit" or bool(other.acts & FACE_TO_FACE))


def _background(left: Report, right: Report) -> bool:
    """Whether words of time put one of them into a stretch too wide for news ("last year")."""
    return any(when.text and (when.days is None or when.days > VAGUE) for when in (left.when, right.when))


def _one_plan(left: Report, right: Report) -> bool:
    """Whether both tell of what was to come, in a place that both sentences name, within months of each other."""
    apart = days_between(left, right)
    if not {left.mention.status, right.mention.status} <= UNREALISED or apart is None or apart > FORESEEN:
        return False
    return bool(_named_places(left.mention.evidence.text) & _named_places(right.mention.evidence.text))


def _plan_called_off(plan: Report, off: Report) -> bool:
    """Whether one tells of a plan without a day, the other within months that it was called off: nobody plans two at once."""
    if plan.mention.status != "planned" or off.mention.status != "cancelled" or plan.when.days is not None:
        return False
    told, ended = plan.article.published, off.article.published
    apart = days_between(plan, off)
    if apart is None or apart > FORESEEN or told.earliest is None or ended.latest is None:
        return False
    return told.earliest <= ended.latest


@functools.lru_cache(maxsize=50_000)
def _named_places(sentence: str) -> frozenset[str]:
    """Names right after a word of place, those of days and months left out."""
    return frozenset(_IN.findall(sentence)) - TIMES


def _at_a_person(report: Report) -> bool:
    return any(one.kind == "person" and one.named for one in report.sides.target)


def _seldom(left: Report, right: Report) -> bool:
    """Whether both tell of an act that one state seldom does twice, done by those of one state."""
    one, other = left.mention.mode, right.mention.mode
    return one == other and one in SELDOM and bool(left.sides.lands & right.sides.lands)


def _told_alike(left: Report, right: Report) -> bool:
    """Whether the same is done by words of one root, in articles that surely tell one story."""
    return bool(left.acts & right.acts) and likeness(left, right) >= LIKE


def _quote_alike(left: Report, right: Report, sides_alike: float) -> bool:
    """Whether two articles of the same days, as far as is known, quote the same words and the sides are surely the same."""
    apart = days_between(left, right)
    together = left.article.id != right.article.id and (apart is None or apart <= TOGETHER)
    return together and sides_alike >= SURE and bool(left.quoted & right.quoted)


def same_town(left: Report, right: Report) -> bool:
    """Whether both are said to have happened in one town."""
    one, other = left.mention.where, right.mention.where
    return one is not None and other is not None and one.name == other.name and spot(one)


def vague(left: Report, right: Report) -> bool:
    """Whether either interval is open or longer than `VAGUE` days."""
    return left.days is None or left.days > VAGUE or right.days is None or right.days > VAGUE


def near(one: DateRange, other: DateRange, slack: dt.timedelta) -> bool:
    """Whether the intervals overlap or lie apart by no more than `slack`."""
    if one.earliest and other.latest and one.earliest - other.latest > slack:
        return False
    return not (other.earliest and one.latest and other.earliest - one.latest > slack)


def _statuses_agree(one: str, other: str) -> bool:
    pair = {one, other}
    if "refused" in pair:
        return pair == {"refused"}
    if "hypothetical" in pair:
        return pair <= {"hypothetical", "planned"}
    if "cancelled" in pair:
        return pair <= {"cancelled", "planned", "denied"}
    if "failed" in pair and "broken off" not in pair:
        return not pair & {"happened", "ongoing"}
    return True
