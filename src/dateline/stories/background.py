"""words.tsv -> in how many articles of news at large a word stands, so that a small project weighs words sensibly."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Background:
    """`articles` were counted; `counts` holds the words that stand in two or more of them, the most frequent first."""

    articles: int
    counts: Mapping[str, int]


@functools.cache
def background() -> Background:
    """Counts over openly licensed news (the header of the table names it)."""
    raw = resources.files("dateline.stories").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in raw.splitlines() if not line.startswith("#")][1:]
    counts = {word: int(count) for word, count in rows}
    return Background(counts.pop(""), counts)
