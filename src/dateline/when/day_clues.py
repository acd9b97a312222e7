"""Days and weekdays an undated article names -> clues: not before the newest past day; within days of a dated picture."""

from __future__ import annotations

import datetime as dt
import re

from dateline.when import days
from dateline.when.clues import Clue, Material, Seen
from dateline.when.cues import Cues
from dateline.when.scan import sense
from dateline.when.sense import Moment, Sense, Unanchored

Day = dt.date

_MESSAGE = re.compile(r"\(@\w+\)\s*$|\btweet-date=\W*$|\bA post shared by [^\n]{3,60} on $")
_OLDEST = 1950
_BESIDE = 60
_TO_COME = re.compile(r"['’]s? (?:planned|scheduled|upcoming|coming|expected)\b")


def lower(material: Material, cues: Cues) -> list[Clue]:
    """The newest day and the newest year that the text speaks of as past."""
    early = cues.limits["date_early"]
    dated = [
        s
        for s in material.seen
        if s.day and s.day.year > _OLDEST and not _ahead(s, cues) and not _mended(s, cues)
    ]
    clues = []
    if dated:
        newest = max(dated, key=_day)
        clues.append(Clue(days.add_days(_day(newest), -early), None, material.words(newest), "text"))
    years = [(year, s) for s in material.seen if (year := _past_year(s, cues))]
    if years:
        year, named = max(years, key=lambda pair: pair[0])
        clues.append(Clue(Day(year, 1, 1), None, material.words(named), "text"))
    return clues


def upper(material: Material, cues: Cues) -> list[Clue]:
    """The day of a correction: the article was out by then."""
    mended = [s for s in material.seen if s.day and _mended(s, cues)]
    return [Clue(None, _day(s), f"{_last_words(s.head)} {material.words(s)}", "text") for s in mended]


def narrow(material: Material, cues: Cues) -> list[Clue]:
    """The newest day named, where it is that of a picture or of a quoted message and the weekdays that the article speaks
    of as just past agree with it. Which agreement suffices was measured; see docs/accuracy/time.md."""
    dated = [s for s in material.seen if s.day and s.day.year > _OLDEST and not _mended(s, cues)]
    if not dated:
        return []
    newest = max(dated, key=_day)
    day = _day(newest)
    around = material.text[max(0, newest.start - 200) : newest.end + 60]
    if cues.archive.search(around):
        return []
    spoken = [(s, _apart(s, day)) for s in past_weekdays(material, cues) if s.start != newest.start]
    if _MESSAGE.search(newest.head):
        return _messaged(material, cues, newest, dated, spoken)
    same = [s for s, apart in spoken if apart == 0]
    in_lead = [s for s in same if s.start < cues.limits["lead"]]
    seen = in_lead
    weekday_too = _with_weekday(newest) and not cues.scheduled.search(newest.head[-_BESIDE:])
    if weekday_too:
        seen = [s for s, apart in spoken if abs(apart) <= 1]
        seen = same or seen
    pictured = newest.start >= material.body_end or cues.credits.search(around) is not None
    if not seen or (not weekday_too and _ahead(newest, cues)):
        return []
    if weekday_too or pictured or newest.start < cues.limits["lead"]:
        words = f"{material.words(newest)}; {material.words(seen[0])}"
        return [Clue(day, days.add_days(day, cues.limits["caption_after"]), words, "text")]
    return []


def _with_weekday(seen: Seen) -> bool:
    """Whether a day is written with its weekday, and the right one."""
    return seen.found.has("w") and seen.found.value("w", "WEEKDAY") == _day(seen).isoweekday()


def _messaged(
    material: Material, cues: Cues, newest: Seen, dated: list[Seen], spoken: list[tuple[Seen, int]]
) -> list[Clue]:
    """A quoted message: with a second one of that day or the day beside it, or a weekday that is not far from it."""
    day, limits = _day(newest), cues.limits
    author = _MESSAGE.search(newest.head)
    others = [
        s
        for s in dated
        if (by := _MESSAGE.search(s.head))
        and author
        and by[0] != author[0]
        and abs((_day(s) - day).days) <= 1
    ]
    near = [s for s, apart in spoken if abs(apart) <= 1]
    if not others and not near:
        return []
    words = f"{material.words(newest)}; {material.words((near or others)[0])}"
    first, last = days.add_days(day, -limits["tweet_before"]), days.add_days(day, limits["tweet_after"])
    return [Clue(first, last, words, "text")]


def _apart(seen: Seen, day: Day) -> int:
    """Days from a day to the nearest one of the weekday, -3 to 3."""
    return (int(seen.found.value("w", "WEEKDAY")) - day.isoweekday() + 3) % 7 - 3


def past_weekdays(material: Material, cues: Cues) -> list[Seen]:
    """Weekdays without a date that the narration speaks of as just past, in order."""
    return [
        s
        for s in material.seen
        if s.day is None
        and s.start < material.body_end
        and s.found.lexicon.rules[s.found.rule].build in ("weekday", "month_day")
        and s.found.has("w")
        and not s.found.has("s")
        and not cues.ahead_of_weekday.search(s.head)
        and not _TO_COME.match(s.tail)
    ]


def other_months(material: Material) -> frozenset[int]:
    """Months named alone as past ("in November"): an article does not name its own month so."""
    return frozenset(
        int(read.value[5:7])
        for s in material.seen
        if s.found.before in ("in", "since")
        and s.found.lexicon.rules[s.found.rule].build == "month"
        and not any(s.found.has(name) for name in "yxsu")
        and (read := _unanchored(s)) is not None
    )


def in_other_months(first: Day, last: Day, months: frozenset[int]) -> bool:
    """Whether both ends of a short interval lie in months that are not the article's."""
    return first.month in months and last.month in months


def _day(seen: Seen) -> Day:
    return seen.day or Day.min


def _ahead(seen: Seen, cues: Cues) -> bool:
    return cues.future.search(seen.head) is not None or cues.scheduled.search(seen.tail[:20]) is not None


def _mended(seen: Seen, cues: Cues) -> bool:
    return cues.mended.search(seen.head) is not None


def _past_year(seen: Seen, cues: Cues) -> int | None:
    """The year of "in 2014" or "since May 2014" with a verb in the past beside it."""
    if seen.found.before not in ("in", "since", "during") or seen.found.has("x"):
        return None
    read = _unanchored(seen)
    if read is None or not read.fixed or read.unit not in ("year", "month") or read.days[0] is None:
        return None
    beside = seen.head[-40:]
    quoted = len(re.findall(r"[“\"]", seen.head)) > len(re.findall(r"[”\"]", seen.head[1:]))
    if (
        quoted
        or _ahead(seen, cues)
        or cues.future.search(seen.tail[:40])
        or not cues.past_verbs.search(beside)
    ):
        return None
    return read.days[0].year if read.days[0].year > _OLDEST else None


def _unanchored(seen: Seen) -> Sense | None:
    try:
        return sense(seen.found, Moment())
    except Unanchored:
        return None


def _last_words(text: str) -> str:
    return " ".join(text.split()[-3:])
