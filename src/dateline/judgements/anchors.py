"""Words of an article -> an anchor that finds them again; an anchor and a text -> where its words stand now.

Method: W3C Web Annotation Data Model, 4.2.4 Text Quote Selector and 4.2.5 Text Position Selector. Where the text is the
very one that was judged, the position decides; else the words do, and among equal words those whose surroundings are
most alike. Blanks, dashes and quotation marks may have been set differently since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from dateline.judgements.forms import Passage
from dateline.records import Article

AROUND = 32
"""Code points kept on either side."""
ALIKE = 0.55
"""How alike the surroundings of few words must be (0..1) for them to be the same passage."""
MANY = 40
"""So many code points are the same passage wherever they stand."""
_CLASSES = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", "‘": "['’‘ʼ]", '"': '["“”]', "“": '["“”]', "”": '["“”]', "-": "[-–—]", "–": "[-–—]", "—": "[-–—]"}  # fmt: skip


def passage(
    article: Article, start: int, end: int, about: str, record_id: str, record: str | None = None
) -> Passage:
    """The anchor of `article.text[start:end]`."""
    text = article.text
    return Passage(
        article.source, article.sha256, article.outlet, article.title, text[start:end],
        text[max(0, start - AROUND) : start], text[end : end + AROUND], start, end, about, record_id, record,
    )  # fmt: skip


def find(anchor: Passage, article: Article) -> tuple[int, int] | None:
    """Where the anchor's words stand in that article; None when they do not."""
    text = article.text
    if text[anchor.start : anchor.end] == anchor.exact and (
        article.sha256 == anchor.sha256 or surroundings(anchor, text, anchor.start, anchor.end) == 1.0
    ):
        return anchor.start, anchor.end
    if not anchor.exact.strip():
        return None
    found = [
        (surroundings(anchor, text, start, end), -abs(start - anchor.start), start, end)
        for start, end in occurrences(anchor.exact, text)
    ]
    if not found:
        return None
    alike, _, start, end = max(found)
    return (start, end) if alike >= ALIKE or end - start >= MANY else None


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Everywhere the words stand, whole, however blanks, dashes and quotation marks are set."""
    pattern = r"\s+".join("".join(_CLASSES.get(c, re.escape(c)) for c in word) for word in words.split())
    before = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    for match in re.finditer(before + pattern + after, text):
        yield match.span()


def surroundings(anchor: Passage, text: str, start: int, end: int) -> float:
    """How alike what stands around `text[start:end]` is to what stood around the anchor's words, 0..1."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if (before, after) == (anchor.prefix, anchor.suffix):
        return 1.0
    return (_alike(before, anchor.prefix) + _alike(after, anchor.suffix)) / 2


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0
