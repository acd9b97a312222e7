"""Words, names and days as two readers may write them -> whether they mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

Days = tuple[str | None, str | None]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_ARTICLES = {"the", "a", "an"}
SHORT = 8
"""A shorter stretch of words inside another is no sign that the two are the same."""


def plain(words: str) -> str:
    """Lower case, straight marks, single blanks."""
    return " ".join(words.translate(_PLAIN).lower().split())


def same_words(wanted: str, found: str) -> bool:
    """Whether a quotation has the wanted words, or they have it."""
    want, got = plain(wanted).strip("\"'.,!? "), plain(found).strip("\"'.,!? ")
    return bool(want) and (want in got or (len(got) > SHORT and got in want))


def same_name(accepted: Iterable[str], found: Iterable[str]) -> bool:
    """Whether one of the names found is one of those accepted, or its words run within the other's."""
    wanted = [_words(name) for name in accepted]
    return any(
        _runs_in(got, want) or _runs_in(want, got)
        for name in found
        for want in wanted
        if (got := _words(name))
    )


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", plain(name)) if word not in _ARTICLES]


def _runs_in(short: list[str], long: list[str]) -> bool:
    return bool(short) and any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def overlap(one: Days, other: Days) -> bool:
    """Whether two closed intervals share a day; an open side reaches for ever."""
    return (one[0] or "0000") <= (other[1] or "9999") and (other[0] or "0000") <= (one[1] or "9999")


def within(inner: Days, outer: Days) -> bool:
    """Whether the first interval claims no day that the second leaves out."""
    return (not outer[0] or (inner[0] or "0000") >= outer[0]) and (
        not outer[1] or (inner[1] or "9999") <= outer[1]
    )


def place_of(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in the text, marks and case evened out; None where they do not."""
    at = _even(text).find(_even(words))
    return None if at < 0 else (at, at + len(words))


def _even(words: str) -> str:
    """One character for one, so that offsets hold."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in words.translate(_PLAIN))
