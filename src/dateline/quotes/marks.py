"""Paragraphs -> Marked stretches: every pair of quotation marks, whatever their form, with the rule that closed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.syntax import Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: code points of the article with its marks (`start`, `end`) and without (`inner_start`, `inner_end`).

    `depth` 0 is outermost; `closed` tells whether its own closing mark was found; `reopens` that it goes on with
    the words of an unclosed stretch of the paragraph before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    paragraph: int
    rule: str
    closed: bool = True
    reopens: bool = False


# How marks are written: ours and those that a wrong decoding makes of them (UTF-8 read as Windows-1252 or Latin-1).
_MARK = re.compile(
    r"(?P<open>â€œ|â\x80\x9c|“|„|«|``)"
    r"|(?P<close>â€\x9d|â€�|â\x80\x9d|”|»)"
    r"|(?P<both>\"|''|&quot;|&#34;)"
    r"|(?P<sopen>â€˜|â\x80\x98|‘|‚|‹)"
    r"|(?P<sclose>â€™|â\x80\x99|’|›)"
    r"|(?P<sboth>')"
)
_LETTER = re.compile(r"\w")
_LATE = 6  # paragraphs that a stretch left open may run on
# The mark before a speaker's name that opens each paragraph of a quoted transcript: "OLDE: We will not go.
_LABEL = re.compile(r"\s*[\"“]\s*(?=[A-Z][A-Z.'’ -]{2,40}:\s)")
_ELIDED = re.compile(r"(?:\d0s|\d\ds|em|til|twas|tis|bout|cause|n|round|neath)\b", re.IGNORECASE)


def find_marks(text: Text) -> tuple[Mark, ...]:
    """All marked stretches in order of their start; a nested stretch follows the one that holds it."""
    found: list[Mark] = []
    pending = False
    edges = paragraphs(text)
    words = text.without_left_out()
    late = -1  # up to where a stretch that a paragraph above left open runs on
    for number, (low, high) in enumerate(edges):
        if low < late:
            end = min(high, late)
            inner = end - (1 if late <= high else 0)
            found.append(
                Mark(low, end, low, inner, 0, number, "closed in a later paragraph", late <= high, True)
            )
            low = end
        label = _LABEL.match(words, low, high)
        stretches, still_open = _pair(words, label.end() if label else low, high, number)
        if pending and stretches and stretches[0].start == _first(words, low, high):
            stretches[0] = replace(stretches[0], reopens=True)
        pending = still_open
        if still_open:
            late = max(late, _closes_late(words, edges[number + 1 : number + 1 + _LATE]))
        found.extend(stretches)
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def _closes_late(words: str, following: Sequence[tuple[int, int]]) -> int:
    """Where the closing mark ends that the next paragraphs bring before they open another; -1 where none does."""
    for low, high in following:
        for match in _MARK.finditer(words, low, high):
            kind, at = str(match.lastgroup), match.start()
            if kind.startswith("s"):
                continue
            left, right = words[at - 1], words[match.end()] if match.end() < high else " "
            shuts = kind == "close" or (kind == "both" and not left.isspace() and not right.isalnum())
            return match.end() if shuts and at > low else -1
    return -1


def paragraphs(text: Text) -> list[tuple[int, int]]:
    """Code points of each paragraph of parsed sentences, in order."""
    edges: dict[int, list[int]] = {}
    for sentence in text.sentences:
        span = text.tokens[sentence.start].start, text.tokens[sentence.end - 1].end
        known = edges.setdefault(sentence.paragraph, [span[0], span[1]])
        known[1] = span[1]
    return [(low, high) for low, high in edges.values()]


def _first(words: str, low: int, high: int) -> int:
    while low < high and words[low].isspace():
        low += 1
    return low


def _pair(words: str, low: int, high: int, paragraph: int) -> tuple[list[Mark], bool]:
    """Stretches of one paragraph; a stack holds what is open, innermost last."""
    stack: list[tuple[str, int, int]] = []
    found: list[Mark] = []

    def shut(kind: str, start: int, end: int, rule: str, *, closed: bool = True) -> None:
        _family, opened, inner = stack.pop()
        found.append(Mark(opened, end, inner, max(inner, start), len(stack), paragraph, rule, closed))

    for match in _MARK.finditer(words, low, high):
        kind, at, after = str(match.lastgroup), match.start(), match.end()
        left = words[at - 1] if at > low else " "
        right = words[after] if after < high else " "
        if kind.startswith("s"):
            role = _single(words, kind, at, after, high, left, right, [entry[0] for entry in stack])
            if role == "open":
                stack.append(("single", at, after))
            elif role == "close":
                shut(kind, at, after, "single marks")
            continue
        is_open = [entry[0] for entry in stack]
        if kind == "both":
            kind = _straight(left, right, bool(is_open and "double" in is_open))
        if kind == "open" and match.group() == "“" and stack and words[stack[-1][1]] == "„":
            kind = "close"
        if kind == "open":
            if is_open and is_open[-1] == "double" and not _nests(words, after, high):
                shut(kind, at, at, "closed by the next opening mark", closed=False)
            stack.append(("double", at, after))
        elif "double" in is_open:
            while stack[-1][0] != "double":
                stack.pop()
            shut(kind, at, after, "paired marks")
    still_open = any(family == "double" for family, _, _ in stack)
    while stack:
        if stack[-1][0] == "single":
            stack.pop()
            continue
        shut("", high, high, "never closed: ends with the paragraph", closed=False)
    return found, still_open


def _nests(words: str, after: int, high: int) -> bool:
    """Whether a second opening mark starts an inner stretch: two closing marks are still to come before a third opening."""
    balance = 2
    for match in _MARK.finditer(words, after, high):
        if match.lastgroup == "open":
            return balance <= 1
        if match.lastgroup in ("close",):
            balance -= 1
            if balance == 0:
                return True
    return False


def _straight(left: str, right: str, is_open: bool) -> str:
    """Which way a straight mark looks: by the white space beside it, else by what is open."""
    before, behind = left.isspace() or left in "([{—–-/", right.isspace() or right in ")]}.,;:!?—–-"
    if before and not behind:
        return "open"
    if is_open:
        return "close"
    if left.isdigit():
        return "stray"  # inches
    return "stray" if right.isspace() else "open"


def _single(
    words: str, kind: str, at: int, after: int, high: int, left: str, right: str, is_open: list[str]
) -> str:
    """Whether a single mark opens, closes or is an apostrophe."""
    if kind == "sopen":
        return "no" if _LETTER.match(left) else "open"
    inside = bool(is_open) and is_open[-1] == "single"
    if _LETTER.match(left) and _LETTER.match(right):
        return "no"
    if kind == "sboth" and not inside and not _LETTER.match(left) and right and not right.isspace():
        if _ELIDED.match(words, after) or not _closes_later(words, after, high):
            return "no"
        return "open"
    if not inside:
        return "no"
    if left == "s" and _LETTER.match(words[after + 1] if after + 1 < high else " ") and right == " ":
        return "no" if _closes_later(words, after, high) else "close"
    return "close" if not left.isspace() else "no"


def _closes_later(words: str, after: int, high: int) -> bool:
    """Whether a single mark that could close comes later in the paragraph."""
    for match in re.finditer(r"['’]", words[after:high]):
        at = after + match.start()
        left = words[at - 1]
        right = words[at + 1] if at + 1 < high else " "
        if not left.isspace() and not _LETTER.match(right):
            return True
    return False
