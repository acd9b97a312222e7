"""Plain words in; out comes each word with its place and one character that says what it may stand for in time."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.when.lexicon import NO_CLASS, Lexicon

_TOKEN = re.compile(
    r"""
    (?P<money>[$€£¥]\s?\d[\d.,]*)
  | (?P<percent>\d[\d.,]*\s?(?:%|percent\b|per\scent\b))
  | (?P<iso>\b\d{4}-\d{2}-\d{2}(?!\d))
  | (?P<slash>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b)
  | (?P<fraction>\b[1-9]/[1-9]\b|[½¼¾])
  | (?P<clock>\b\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[ap]\.?m\b)|\b[0-2]?\d:[0-5]\d(?::\d{2})?\b)
  | (?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<decade>\b(?:1[5-9]|20)?[0-9]0['’]?s\b)
  | (?P<quarter>\bQ[1-4]\b)
  | (?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)
  | (?P<ampm>[AaPp](?:\.\s?[Mm]\.?|[Mm]\b)(?![^\W\d_]))
  | (?P<oclock>[oO]['’]clock\b)
  | (?P<poss>['’][sS]\b)
  | (?P<word>[^\W\d_]+)
  | (?P<comma>,)
  | (?P<dash>[-–‑])
  | (?P<apos>['’‘])
  | (?P<other>[^\s\w]|_)
  | (?P<break>\n\s*\n)
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)$"
)
# names, modals and verbs that are spelt like months and days: only with something beside them that dates
_DOUBTFUL = frozenset(
    {"may", "march", "mar", "sun", "sat", "jan", "wed", "mon", "dec", "april", "june", "august"}
)
_ALONE_NEVER = frozenset(
    {"may", "mar", "sun", "sat", "jan", "wed", "mon", "dec", "fri", "tue", "jun", "jul", "apr"}
)
_BEFORE_MONTH = frozenset(
    [
        "in",
        "since",
        "last",
        "next",
        "this",
        "late",
        "early",
        "mid",
        "until",
        "till",
        "through",
        "during",
        "between",
        "throughout",
        "begin",
        "beginning",
        "ending",
    ]
)


class Lexed(NamedTuple):
    """`lower[i]` starts at `starts[i]` and ends at `ends[i]` in the text; `marks[i]` is its class character."""

    text: str
    lower: list[str]
    starts: list[int]
    ends: list[int]
    marks: str


@cache
def _holiday_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    names = sorted(lexicon.holidays, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(n).replace("'", "['’]") for n in names) + r")(?!\w)")


def lex(text: str, lexicon: Lexicon) -> Lexed:
    """Split a text into words; offsets are code points into it."""
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marks: list[str] = []
    skip = 0
    holidays = {m.start(): m.end() for m in _holiday_pattern(lexicon).finditer(text)}
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        if start in holidays:
            end = skip = holidays[start]
            lower.append(text[start:end].replace("’", "'"))
            mark = lexicon.shape["holiday"]
        else:
            kind = match.lastgroup or "other"
            word = match.group()
            if (
                word == "."
                and lower
                and ends[-1] == start
                and _ABBREVIATIONS.match(lower[-1])
                and marks[-1] != NO_CLASS
            ):
                ends[-1] = end
                continue
            lower.append(word.lower())
            mark = _mark(kind, word, lower, marks, lexicon)
        starts.append(start)
        ends.append(end)
        marks.append(mark)
    _settle(text, lower, starts, ends, marks, lexicon)
    return Lexed(text, lower, starts, ends, "".join(marks))


def _mark(kind: str, word: str, lower: list[str], marks: list[str], lexicon: Lexicon) -> str:
    if kind == "word":
        mark = lexicon.mark.get(lower[-1], NO_CLASS)
        if mark != NO_CLASS and not word[0].isupper() and _needs_capital(lower[-1], lexicon):
            return NO_CLASS
        return mark
    if kind == "number":
        digits = word.replace(",", "")
        if "." in digits:
            return lexicon.shape["number"]
        value = int(digits)
        if len(word) == 4 and 1000 <= value <= 2100:
            return lexicon.shape["year"]
        return lexicon.shape["day" if 1 <= value <= 31 and len(word) <= 2 else "number"]
    if kind == "ampm":
        lower[-1] = re.sub(r"\s|\.$", "", lower[-1])
        if "." in lower[-1] or (marks and marks[-1] != NO_CLASS):
            return lexicon.mark[lower[-1]]
        return NO_CLASS
    if kind == "oclock":
        lower[-1] = "o'clock"
        return lexicon.mark["o'clock"]
    return lexicon.shape.get(kind, NO_CLASS)


def _needs_capital(word: str, lexicon: Lexicon) -> bool:
    found = lexicon.words[word]
    return "MONTH" in found or "WEEKDAY" in found or "WEEKDAYS" in found or "ZONE" in found


def _settle(
    text: str, lower: list[str], starts: list[int], ends: list[int], marks: list[str], lexicon: Lexicon
) -> None:
    """Take the month or weekday out of words that nothing beside them makes one."""
    day, ordinal, year, comma = (lexicon.shape[name] for name in ("day", "ordinal", "year", "comma"))
    for i, word in enumerate(lower):
        if word not in _DOUBTFUL or marks[i] == NO_CLASS:
            continue
        after = marks[i + 1] if i + 1 < len(marks) else NO_CLASS
        before = lower[i - 1] if i else ""
        dotted = text[ends[i] - 1] == "."
        dated = after in (day, ordinal) or (i > 0 and marks[i - 1] in (day, ordinal))
        dated = dated or (after == comma and i + 2 < len(marks) and marks[i + 2] in (day, year))
        if after == year:
            dated = dated or before not in ("mr", "mrs", "ms", "minister", "president")
        if dotted or dated or before in _BEFORE_MONTH:
            continue
        third = lower[i + 2] if i + 2 < len(lower) else ""
        if after == comma and lexicon.value(word, "WEEKDAY") and lexicon.value(third, "MONTH"):
            continue
        if word in _ALONE_NEVER or (
            i and text[starts[i] - 1 : starts[i]].isspace() and _named(text, i, starts, ends)
        ):
            marks[i] = NO_CLASS


def _named(text: str, i: int, starts: list[int], ends: list[int]) -> bool:
    """Whether the word stands beside another capitalised word, as names do ("June Carter")."""
    following = text[starts[i + 1]] if i + 1 < len(starts) else " "
    return following.isupper() and starts[i + 1] == ends[i] + 1
