"""Plain words in; out comes each word with its place and one character that says what it may stand for in time."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.when.lexicon import NO_CLASS, Lexicon

_TOKEN = re.compile(
    r"""
    (?P<ampm>[AaPp]\.\s?[Mm]\b\.?)
  | (?P<quarter>Q[1-4]\b)
  | (?P<word>[^\W\d_]+(?:['’]clock\b)?)
  | (?P<iso>\d{4}-\d{2}-\d{2}(?!\d))
  | (?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d))
  | (?P<fraction>[1-9]/[1-9](?!\d)|[½¼¾])
  | (?P<clock>\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[AaPp]\.?[Mm]\b)|[0-2]?\d:[0-5]\d(?::\d{2})?(?!\d))
  | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<decade>(?:1[5-9]|20)?[0-9]0['’]?s\b)
  | (?P<nothing>\d[\d.,]*\s?(?:%|percent\b|per\scent\b)|[$€£¥]\s?\d[\d.,]*|\n\s*\n)
  | (?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)
  | (?P<poss>['’][sS]\b)
  | (?P<sign>[^\s\w])
    """,
    re.VERBOSE,
)
_KINDS = {number: kind for kind, number in _TOKEN.groupindex.items()}
_WORD = _TOKEN.groupindex["word"]
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
    initials = "".join(sorted({name[0] for name in names}))
    written = "|".join(re.escape(n).replace("'", "['’]") for n in names)
    return re.compile(rf"\b(?=[{initials}])(?:{written})(?!\w)")


@cache
def _capital_words(lexicon: Lexicon) -> frozenset[str]:
    named = ("MONTH", "WEEKDAY", "WEEKDAYS", "ZONE")
    return frozenset(word for word, found in lexicon.words.items() if any(c in found for c in named))


def lex(text: str, lexicon: Lexicon) -> Lexed:
    """Split a text into words; offsets are code points into it."""
    matches = list(_TOKEN.finditer(text.replace("o’clock", "o'clock")))
    starts = [m.start() for m in matches]
    ends = [m.end() for m in matches]
    lower = [m[0].lower() for m in matches]
    kinds = [m.lastindex for m in matches]
    known, capitals = lexicon.mark, _capital_words(lexicon)
    marks = [known.get(word, NO_CLASS) for word in lower]
    doubtful = []
    dropped: set[int] = set()
    for i in [i for i, kind in enumerate(kinds) if kind != _WORD or marks[i] != NO_CLASS]:
        kind = kinds[i]
        if kind == _WORD:
            if lower[i] in capitals:
                if not text[starts[i]].isupper():
                    marks[i] = NO_CLASS
                elif lower[i] in _DOUBTFUL:
                    doubtful.append(i)
            continue
        if lower[i] == "." and i and ends[i - 1] == starts[i] and lower[i - 1] in _ABBREVIATIONS:
            if marks[i - 1] != NO_CLASS:
                ends[i - 1] = ends[i]
                dropped.add(i)
            continue
        lower[i], marks[i] = _read(_KINDS[kind or 0], lower[i], lexicon)
    for i in doubtful:
        if not _dates(text, i, lower, starts, ends, marks, lexicon):
            marks[i] = NO_CLASS
    for match in _holiday_pattern(lexicon).finditer(text):
        covered = [
            i for i, start in enumerate(starts) if match.start() <= start < match.end() and i not in dropped
        ]
        first = covered[0]
        lower[first], marks[first], ends[first] = (
            match[0].replace("’", "'"),
            lexicon.shape["holiday"],
            match.end(),
        )
        dropped.update(covered[1:])
    if dropped:
        kept = [i for i in range(len(lower)) if i not in dropped]
        lower, starts, ends, marks = ([values[i] for i in kept] for values in (lower, starts, ends, marks))  # type: ignore[assignment]
    return Lexed(text, lower, starts, ends, "".join(marks))


def _read(kind: str, word: str, lexicon: Lexicon) -> tuple[str, str]:
    """The plain form and the mark of what is no word."""
    shape = lexicon.shape
    match kind:
        case "ampm":
            plain = re.sub(r"\s|\.$", "", word)
            return plain, lexicon.mark[plain]
        case "number":
            return word, shape[_number_shape(word)]
        case "sign":
            return word, shape[_SIGNS[word]] if word in _SIGNS else NO_CLASS
    return word, shape.get(kind, NO_CLASS)


def _number_shape(word: str) -> str:
    plain = word.replace(",", "")
    if "." in plain:
        return "number"
    if len(word) == 4 and 1000 <= int(plain) <= 2100:
        return "year"
    return "day" if len(word) <= 2 and 1 <= int(plain) <= 31 else "number"


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
