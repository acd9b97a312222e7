"""Words of an article in, the issues they speak of out, each with the place of the word that shows it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dateline.tables import Shape, load_table

Found = tuple[str, tuple[int, int]]

SHAPE = Shape(
    "issues.tsv",
    ("issue_id", "label", "trigger_terms"),
    required=("issue_id", "label", "trigger_terms"),
    key=("issue_id",),
)
_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[\w+]+", re.UNICODE)


class _Term(NamedTuple):
    words: tuple[str, ...]
    exact: bool
    issues: tuple[str, ...]


class Issues:
    """One matcher for all terms: the first word of each leads to the rest, so a text is read once."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self.labels = {row[0]: row[1] for row in rows}
        terms: dict[tuple[str, ...], list[str]] = {}
        for issue, _, words in rows:
            for term in words.split("|"):
                pieces = tuple(_WORD.findall(term.strip()))
                if pieces:
                    terms.setdefault(pieces, []).append(issue)
        self._by_first: dict[str, list[_Term]] = {}
        for pieces, issues in terms.items():
            exact = all(piece.isupper() or piece.isdigit() for piece in pieces) and any(
                len(p) > 1 for p in pieces
            )
            entry = _Term(pieces if exact else tuple(p.lower() for p in pieces), exact, tuple(issues))
            self._by_first.setdefault(pieces[0].lower(), []).append(entry)
        for group in self._by_first.values():
            group.sort(key=lambda term: -len(term.words))

    def find(self, words: str) -> tuple[Found, ...]:
        """(issue id, offsets of the words) in the order of the text; the longest term at a place wins."""
        pieces = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(words)]
        found: list[Found] = []
        firsts = self._by_first
        for n, (piece, start, _) in enumerate(pieces):
            lower = piece.lower()
            group = firsts.get(lower)
            if group is None and lower[-1] == "s":
                group = firsts.get(_singular(lower))
            for term in group or ():
                last = n + len(term.words) - 1
                if last < len(pieces) and self._holds(term, pieces[n : last + 1]):
                    found.extend((issue, (start, pieces[last][2])) for issue in term.issues)
                    break
        return tuple(found)

    @staticmethod
    def _holds(term: _Term, pieces: list[tuple[str, int, int]]) -> bool:
        if term.exact:
            return all(want == got for want, (got, _, _) in zip(term.words, pieces, strict=True))
        *most, last = [piece.lower() for piece, _, _ in pieces]
        if list(term.words[:-1]) != most:
            return False
        return term.words[-1] in (last, _singular(last)) or term.words[-1] == last + "s"


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


@functools.lru_cache(maxsize=4)
def load_issues(overlay: tuple[Path, ...] = ()) -> Issues:
    """The built-in table with overlays laid over it; raises ConfigError."""
    return Issues(load_table(_FOLDER, SHAPE, overlay))


def issues_of(words: str, overlay: tuple[Path, ...] = ()) -> tuple[Found, ...]:
    """(issue id, (start, end)) for every word or phrase of the table that stands in the text."""
    return load_issues(overlay).find(words)


def window(found: tuple[Found, ...]) -> Callable[[int, int], tuple[str, ...]]:
    """A function from offsets to the issues named between them, each once, the most often named first."""

    def between(start: int, end: int) -> tuple[str, ...]:
        counts: dict[str, int] = {}
        for issue, (low, high) in found:
            if start <= low and high <= end:
                counts[issue] = counts.get(issue, 0) + 1
        return tuple(sorted(counts, key=lambda issue: (-counts[issue], issue)))

    return between
