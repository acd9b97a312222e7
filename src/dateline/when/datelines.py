"""Lines of an article that say when it was published: words in, days out, with what they say of the day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

from dateline.when.lexicon import Lexicon
from dateline.when.scan import scan, sense
from dateline.when.sense import Found, Moment, Unanchored

Day = dt.date
LineKind = Literal["published", "updated", "dateline", "bare"]

_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|publication date|created|issued|filed|date)\b", re.I
)
_UPDATED = re.compile(r"\b(?:updated|modified|last update|upd)\b", re.I)
# a word of publishing right before the day decides, wherever in the line it stands
_STATED = re.compile(
    r"\b(?:published|posted|updated|last modified|originally appeared on [\w.]+)\b(?:\s+(?:on|at))?[\s:|]*$",
    re.I,
)
_LATE = re.compile(r"\b(?:Updated|Published|Posted|originally appeared on [\w.]+)(?: on)?:? [\w,. ]{0,12}\d")
_PLACE_LEAD = re.compile(
    r"^\W*(?:[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][A-Za-z.'’-]*|\([A-Z]{2,}\)))*)[ ,]*(?:\([^)]{2,30}\)\W*)?"
)
_FURNITURE = re.compile(
    r"\b(?:published|posted|first|last|updated|modified|update|on|at|by|date|created|issued|the|by|a|p|m|am|pm|est|edt|et|gmt|bst|ist|utc|cet|pst|pdt|cst|cdt|"
    r"mon|tue|wed|thu|fri|sat|sun|hours?|minutes?|ago|read|min|story|from|print|edition|staff|news|press|release|for immediate)\b|[\d:.,|/•·—–-]+",
    re.I,
)
_LINES_READ = 6
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 6
# signs of a caption, a quoted message or a sentence
_NO_LINE = re.compile(r"[@“”\"()]|[.!?]\s+\w|\b(?:in|of|for|with|was|is|are|were|has|had|photo|file)\b", re.I)


class DatedLine(NamedTuple):
    """A day a line names. `month_day` stands instead where the line gives no year: (month, day)."""

    kind: LineKind
    day: Day | None
    month_day: tuple[int, int] | None
    weekday: int | None
    words: str


def dated_lines(lines: list[str], lexicon: Lexicon) -> list[DatedLine]:
    """Date lines and datelines among the first lines of an article and among lines that say "published"."""
    found: list[DatedLine] = []
    for number, line in enumerate(lines):
        stripped = line.strip()
        said = _PUBLISHED.search(stripped[:60]) or _UPDATED.search(stripped[:60])
        if not stripped or (
            number >= _LINES_READ and not ((said and len(stripped) < 120) or _LATE.search(stripped))
        ):
            continue
        dated = _line(stripped, lexicon, bool(said))
        if dated is not None:
            found.append(dated)
    return found


def _line(line: str, lexicon: Lexicon, said: bool) -> DatedLine | None:
    head = line[:200]
    if not _DIGIT.search(head):
        return None
    for expression in scan(head, lexicon):
        lexed = expression.lexed
        start, end = lexed.starts[expression.start], lexed.ends[expression.end - 1]
        day, month_day = day_of(expression)
        if day is None and month_day is None:
            continue
        words = head[start:end]
        weekday = expression.value("w", "WEEKDAY")
        before = head[:start]
        rest = _FURNITURE.sub("", line[:start] + " " + line[end:]).strip()
        if stated := _STATED.search(before):
            kind: LineKind = "updated" if _UPDATED.search(stated.group()) else "published"
            return DatedLine(kind, day, month_day, weekday, (stated.group() + words).strip()) if day else None
        if said and len(line) < 160:
            kind = "published" if _PUBLISHED.search(head) else "updated"
            return DatedLine(kind, day, month_day, weekday, line.strip()) if day else None
        if len(line) < 120 and len(rest.split()) <= _MOST_WORDS and not _NO_LINE.search(rest):
            return DatedLine("bare", day, month_day, weekday, words) if day else None
        lead = _PLACE_LEAD.match(before)
        after = head[end : end + 12]
        if lead and lead.end() == len(before) and re.match(r"\s*(?:\([^)]*\)\s*)?(?:—|–|-|\()", after):
            return DatedLine("dateline", day, month_day, weekday, words)
        return None
    return None


def day_of(expression: Found) -> tuple[Day | None, tuple[int, int] | None]:
    """The day an expression fixes by itself, or the month and day it names without a year."""
    try:
        read = sense(expression, Moment())
    except Unanchored:
        return None, None
    if read is None or read.unit != "day":
        return None, None
    if read.fixed and read.days[0] is not None and read.days[0] == read.days[1]:
        return read.days[0], None
    if read.kind == "month_day":
        _, month, day = read.value.split("-")
        return None, (int(month), int(day))
    return None, None
