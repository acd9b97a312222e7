"""An article and its quotations -> coloured words in the narration, by kind (lexicon: stories/colour.toml).

A first reading by lexicon alone: words inside quotation marks are never the narrator's. It is evidence for a reader,
not a score for an outlet.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib import resources

from dateline.records import Article, Loaded, Quotation, Span


@functools.cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, str]]:
    raw = resources.files("dateline.stories").joinpath("colour.toml").read_text(encoding="utf-8")
    kinds = {word: kind for kind, words in tomllib.loads(raw).items() for word in words}
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE), kinds


def coloured(article: Article, quotations: Sequence[Quotation]) -> tuple[Loaded, ...]:
    """Every lexicon word of the narration, in order of position."""
    pattern, kinds = _lexicon()
    quoted = [
        (piece.start, piece.end)
        for quotation in quotations
        if quotation.kind != "indirect"
        for piece in (quotation.pieces or (quotation.content,))
    ]
    found = []
    for match in pattern.finditer(article.text):
        if not any(start < match.end() and match.start() < end for start, end in quoted):
            span = Span(match.start(), match.end(), match.group())
            found.append(Loaded(article.id, span, kinds[match.group().lower()]))
    return tuple(found)
