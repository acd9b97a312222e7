"""Plain words in; out comes each word with its place and one character that says what it may stand for in time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dateline.when.lexicon import NO_CLASS, Lexicon

# groups: 1 a word, 2 something that begins with a digit, 3 a.m. and p.m., 4 a paragraph's end, 5 money; else one sign
_TOKEN = re.compile(
    r"([AaPp]\.\s?[Mm]\b\.?)|([^\W\d_]+(?:['’]clock\b)?)|(\d[\d.,:/’'-]*(?:[a-z%]+\b|%)?)|['’][sS]\b|(\n\s*\n)"
    r"|([$€£¥]\s?\d[\d.,]*)|[^\s\w]"
)
# what a stretch that begins with a digit can be, the longest first
_DIGITS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")),
    ("slash", re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)")),
    ("fraction", re.compile(r"[1-9]/[1-9](?!\d)")),
    ("clock", re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[AaPp]\.?[Mm]\b)|[0-2]?\d:[0-5]\d(?::\d{2})?(?!\d)")),
    ("ordinal", re.compile(r"\d{1,2}(?:st|nd|rd|th)\b")),
    ("decade", re.compile(r"(?:1[5-9]|20)?[0-9]0['’]?s\b")),
    ("percent", re.compile(r"\d[\d.,]*\s?(?:%|percent\b|per\scent\b)")),
    ("number", re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")),
)  # fmt: skip
_ABBREVIATIONS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)
# names, modals and verbs that are spelt like months and days: only with something beside them that dates
_DOUBTFUL = frozenset(
    [
        "may",
        "march",
        "mar",
        "sun",
        "sat",
        "jan",
        "wed",
        "mon",
        "dec",
        "fri",
        "tue",
        "jun",
        "jul",
        "apr",
        "april",
        "june",
        "august",
    ]
)
_ALONE_NEVER = _DOUBTFUL - frozenset(["march", "april", "june", "august"])
_BEFORE_MONTH = frozenset(
    [
        "in",
        "by",
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
_TITLES_BEFORE = frozenset(["mr", "mrs", "ms", "minister", "president"])
_SIGNS = {",": "comma", "-": "dash", "–": "dash", "‑": "dash", "'": "apos", "’": "apos", "‘": "apos"}
_FRACTIONS = frozenset("½¼¾")


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


@cache
def _capital_words(lexicon: Lexicon) -> frozenset[str]:
    named = ("MONTH", "WEEKDAY", "WEEKDAYS", "ZONE")
    return frozenset(word for word, found in lexicon.words.items() if any(c in found for c in named))


def lex(text: str, lexicon: Lexicon) -> Lexed:
    """Split a text into words; offsets are code points into it."""
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marks: list[str] = []
    holidays = {m.start(): m.end() for m in _holiday_pattern(lexicon).finditer(text)}
    known, shape, capitals = lexicon.mark, lexicon.shape, _capital_words(lexicon)
    doubtful: list[int] = []
    scan = _TOKEN.search
    match = scan(text)
    while match is not None:
        group = match.lastindex
        start, end = match.span()
        if start in holidays:
            end = holidays[start]
            word, mark = text[start:end].replace("’", "'"), shape["holiday"]
        elif group == 2:
            raw = match[2]
            word = raw.lower()
            mark = known.get(word, NO_CLASS)
            if mark != NO_CLASS:
                if word in capitals and not raw[0].isupper():
                    mark = NO_CLASS
                elif word in _DOUBTFUL:
                    doubtful.append(len(lower))
            elif word == "o’clock":
                word, mark = "o'clock", known["o'clock"]
        elif group == 3:
            word, mark, end = _of_digits(text, start, shape)
        elif group == 1:
            word = re.sub(r"\s|\.$", "", match[1].lower())
            mark = known[word]
        elif group is not None:
            word, mark = match[0], NO_CLASS
        else:
            word = match[0].lower()
            if (
                word == "."
                and ends
                and ends[-1] == start
                and lower[-1] in _ABBREVIATIONS
                and marks[-1] != NO_CLASS
            ):
                ends[-1] = end
                match = scan(text, end)
                continue
            mark = _of_sign(word, shape)
        lower.append(word)
        starts.append(start)
        ends.append(end)
        marks.append(mark)
        match = scan(text, end)
    for i in doubtful:
        if not _dates(text, i, lower, starts, ends, marks, lexicon):
            marks[i] = NO_CLASS
    return Lexed(text, lower, starts, ends, "".join(marks))


def _of_sign(word: str, table: Mapping[str, str]) -> str:
    if word in _SIGNS:
        return table[_SIGNS[word]]
    if len(word) == 2:
        return table["poss"]
    return table["fraction"] if word in _FRACTIONS else NO_CLASS


def _of_digits(text: str, start: int, table: Mapping[str, str]) -> tuple[str, str, int]:
    """The word, its mark and its end for what begins with a digit."""
    for kind, pattern in _DIGITS:
        match = pattern.match(text, start)
        if match is None:
            continue
        word = match[0].lower()
        if kind != "number":
            return word, table.get(kind, NO_CLASS), match.end()
        plain = word.replace(",", "")
        if "." in plain:
            return word, table["number"], match.end()
        value = int(plain)
        if len(word) == 4 and 1000 <= value <= 2100:
            return word, table["year"], match.end()
        return word, table["day" if 1 <= value <= 31 and len(word) <= 2 else "number"], match.end()
    return text[start], NO_CLASS, start + 1


def _dates(
    text: str,
    i: int,
    lower: list[str],
    starts: list[int],
    ends: list[int],
    marks: list[str],
    lexicon: Lexicon,
) -> bool:
    """Whether something beside a doubtful word makes it a month or a weekday."""
    word, shape = lower[i], lexicon.shape
    numbers = (shape["day"], shape["ordinal"])
    after = marks[i + 1] if i + 1 < len(marks) else NO_CLASS
    before = lower[i - 1] if i else ""
    if text[ends[i] - 1] == "." or before in _BEFORE_MONTH:
        return True
    if after in numbers or (i and marks[i - 1] in numbers):
        return True
    third = marks[i + 2] if i + 2 < len(marks) else NO_CLASS
    if after == shape["comma"] and third in (shape["day"], shape["year"]):
        return True
    if after == shape["year"] and before not in _TITLES_BEFORE:
        return True
    if (
        after == shape["comma"]
        and lexicon.value(word, "WEEKDAY")
        and lexicon.value(lower[i + 2] if i + 2 < len(lower) else "", "MONTH")
    ):
        return True
    following = text[starts[i + 1]] if i + 1 < len(starts) else " "
    named = following.isupper() and starts[i + 1] == ends[i] + 1
    return word not in _ALONE_NEVER and not named
