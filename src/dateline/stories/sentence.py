"""A sentence -> how coloured it is in points, with the words and the signs of grammar that make it so.

Points are set by hand in `sentence.toml`. They rank sentences and decide which weaker words are worth showing; they are
never added up over an outlet.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dateline.stories.lexicon import Hit, hits
from dateline.stories.passages import within

_MARKS = re.compile(r"“[^”]{1,400}”|\"[^\"]{1,400}\"|(?<!\w)‘[^’]{1,200}’(?!\w)")
OPENING = '“"‘'
SCARE = 2
"""Words in marks up to which they may be the writer's own."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`points` and whether they are `enough`; `words` are the narration's own, `every` those in quotation marks as well,
    `signs` the names of grammar's."""

    points: float
    coloured: bool
    words: tuple[Hit, ...]
    every: tuple[Hit, ...]
    signs: tuple[str, ...]


@functools.cache
def _table() -> dict[str, Any]:
    raw = resources.files("dateline.stories").joinpath("sentence.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@functools.cache
def _signs() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    return tuple((sign["kind"], sign["points"], re.compile(sign["pattern"])) for sign in _table()["sign"])


def judged(sentence: str, words: Sequence[Hit] | None = None) -> Judged:
    """The points of one sentence. words: what the lexicon found in it, looked up when left out."""
    table = _table()
    quoted = quoted_in(sentence, SCARE)
    found = hits(sentence) if words is None else words
    own = tuple(hit for hit in found if not within(quoted, hit.start, hit.end))
    points = sum(points_of(hit) for hit in own) + table["quoted"] * sum(
        points_of(hit) for hit in found if hit not in own
    )
    signs = []
    for kind, worth, pattern in _signs():
        if any(not within(quoted, match.start(), match.end()) for match in pattern.finditer(sentence)):
            points += worth
            signs.append(kind)
    return Judged(round(points, 2), points >= table["enough"], own, tuple(found), tuple(signs))


def quoted_in(sentence: str, more_than: int) -> list[tuple[int, int]]:
    """Where words stand inside marks of quotation, stretches of more than so many words."""
    if not any(mark in sentence for mark in OPENING):
        return []
    return [
        (match.start(), match.end())
        for match in _MARKS.finditer(sentence)
        if len(match.group().split()) > more_than
    ]


def points_of(hit: Hit) -> float:
    """What one word adds: its weight times the factor of its kind."""
    table = _table()
    kind, pos = hit.entry.kind, hit.entry.pos
    factor = table["kinds"].get(f"{kind} {pos}", table["kinds"].get(kind, 1.0))
    return float(table["weights"][str(hit.entry.weight)] * factor)
