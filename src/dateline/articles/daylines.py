"""A line that only says when, and perhaps where and by whom, a text appeared -> its day, outlet and writers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.articles.bylines import byline_line, is_person_name, names_in
from dateline.articles.days import find_date
from dateline.articles.lines import is_terminated, words
from dateline.records import DateRange

_SEPARATOR = re.compile(r"\s+[-–—•·*/]\s+|\s*[|•·]\s*|^[-–—•·*|\s]+|[-–—•·*|\s]+$")
_AROUND = re.compile(
    r"\b(?:first|last|originally|published|posted|updated|modified|created|edited|revised|filed|released|issued|aired|broadcast|recorded|as of|date|"
    r"on|at|by|in|of|the|and|from|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|\d{1,2}(?= ?[ap]\.?m)|[ap]\.?m\.?|noon|midnight|local time|hrs?|"
    r"e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|gmt|bst|utc|ist|msk|cet|cest|jst|aest|z|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|"
    r"min(?:ute)?s?|read|ago|[+-]\d{2}:?\d{2})\b",
    re.IGNORECASE,
)
_ARTICLE_NAME = re.compile(
    r"(?:The |the )?(?:[A-Z][\w.&’'!-]*)(?: (?:of|the|and|&|de|in|[A-Z][\w.&’'!-]*)){0,5}"
)
_MOST = 160


@dataclass(frozen=True, slots=True)
class DateLine:
    """What such a line says."""

    days: DateRange
    outlet: str | None = None
    byline: tuple[str, ...] = ()


def read_date_line(line: str) -> DateLine | None:
    """The line's day and names, or None when it holds anything else, or no full date.

    A part between separators that is neither a date nor a byline is the outlet when it has the form of a name.
    """
    if len(line) > _MOST:
        return None
    found = find_date(line)
    if found is None or (is_terminated(line) and len(words(line)) > 8):
        return None
    rest = f"{line[: found.start]} {line[found.end :]}"
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    for part in _SEPARATOR.split(rest):
        part = re.sub(r"[\s,:;()\[\].]+$|^[\s,:;()\[\].]+", "", part)
        left = re.sub(r"[\W_]+", "", _AROUND.sub("", part))
        if not left:
            continue
        names = byline_line(part) or (
            names_in(part) if byline == () and is_person_name(part) and outlet else ()
        )
        if names:
            byline = names
        elif outlet is None and _ARTICLE_NAME.fullmatch(_trimmed(part)):
            outlet = _trimmed(part)
        else:
            return None
    return DateLine(found.days, outlet, byline)


def _trimmed(part: str) -> str:
    """ "Published in The Paper on Monday" as "The Paper": words of time and publishing taken off both ends."""
    tokens = part.split()
    while tokens and not _AROUND.sub("", tokens[0].strip(",:;.")).strip() and tokens[0] != "The":
        tokens.pop(0)
    while tokens and not _AROUND.sub("", tokens[-1].strip(",:;.")).strip():
        tokens.pop()
    return " ".join(tokens).strip(" ,:;.")
