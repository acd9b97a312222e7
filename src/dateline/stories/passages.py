"""A text -> its sentences as spans, and the words of a passage that carry its content, without a parse.

The stage that tells stories sees records, not parses; a full stop ends a sentence where a capital, a digit or a mark
of quotation follows and the word before it is no abbreviation.
"""

from __future__ import annotations

import functools
import re
import tomllib
import typing
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from importlib import resources

from dateline.records import Quotation, Span

_END = re.compile(r"[.!?…\n](?:(?<!\n)[.!?…]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Ý])|(?<=\n)\n*)")
_BEFORE = re.compile(r"(\w+|(?:\w\.)+\w)$")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W\d_]+)*")


@functools.cache
def plain(name: str) -> frozenset[str]:
    """A list of plain.toml: `abbreviations`, `function`, `titles`, in lower case and without a last full stop."""
    raw = resources.files("dateline.stories").joinpath("plain.toml").read_text(encoding="utf-8")
    return frozenset(str(tomllib.loads(raw)[name]).split())


@functools.lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[Span, ...]:
    """Every sentence in order, without white space around it."""
    found: list[Span] = []
    begin = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _abbreviated(text, match.start()):
            continue
        _add(text, begin, match.end(), found)
        begin = match.end()
    _add(text, begin, len(text), found)
    return tuple(found)


def _abbreviated(text: str, at: int) -> bool:
    before = _BEFORE.search(text, max(0, at - 12), at)
    if before is None:
        return False
    word = before.group()
    return word.lower() in plain("abbreviations") or (len(word) == 1 and word.isupper() and word != "I")


def _add(text: str, begin: int, end: int, found: list[Span]) -> None:
    words = text[begin:end]
    start = begin + len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        found.append(Span(start, start + len(words), words))


def sentence_at(found: Sequence[Span], offset: int) -> Span | None:
    """The sentence that holds a code point (binary search)."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return found[low] if low < len(found) and found[low].start <= offset else None


def content_words(text: str) -> set[str]:
    """The words that carry content, reduced to rough stems: "Chinese" and "China" share one, function words have none."""
    stems = set(map(_content, set(_WORD.findall(text))))
    stems.discard(None)
    return typing.cast(set[str], stems)


@functools.lru_cache(maxsize=100_000)
def _content(form: str) -> str | None:
    word = form.lower()
    return stem(word) if len(word) > 2 and word not in plain("function") else None


def particulars(text: str) -> set[str]:
    """The content words of a sentence that are no names: what it says of those it speaks of."""
    return content_words(" ".join(word for word in text.split() if not word[:1].isupper()))


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A rough stem: endings off, at most six letters."""
    word = re.sub(r"[’']s?$", "", word)
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    word = word[:6].rstrip("aeiouy") if len(word) > 4 else word
    return word[:-2] if word.endswith("es") and len(word) > 5 else word


def marked(quotations: Iterable[Quotation]) -> list[tuple[int, int]]:
    """Where the quoted words of direct and mixed quotations stand, sorted and joined."""
    places = sorted(
        (piece.start, piece.end)
        for quotation in quotations
        if quotation.kind != "indirect"
        for piece in (quotation.pieces or (quotation.content,))
    )
    return merged(places)


def merged(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted stretches with those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def within(places: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """How many code points of `start` to `end` lie in the stretches, which are sorted and apart (`merged`)."""
    total = 0
    for at in range(max(0, bisect_left(places, (start,)) - 1), len(places)):
        first, last = places[at]
        if first >= end:
            break
        total += max(0, min(end, last) - max(start, first))
    return total
