"""Quotations of invented sentences: who said what, by which cue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.config import Config
from dateline.quotes import make
from dateline.records import Article, Quotation
from dateline.text.adapter import SpacyParser


@pytest.fixture(scope="module")
def quotations(
    parser: SpacyParser, make_article: Callable[..., Article]
) -> Callable[[str], tuple[Quotation, ...]]:
    find = make(Config(), None)

    def run(words: str) -> tuple[Quotation, ...]:
        (text,) = parser.parse([make_article(words)])
        return find(text)

    return run


@pytest.mark.parametrize(
    ("words", "kind", "speaker", "content"),
    [
        ("“The harbour stays closed,” Minister Odell said.", "direct", "Odell", "The harbour stays closed"),
        ("\"The harbour stays closed,\" said Minister Odell.", "direct", "Odell", "The harbour stays closed"),
        ("Minister Odell said, “The harbour stays closed.”", "direct", "Odell", "The harbour stays closed"),
        ("Minister Odell said the harbour would stay closed.", "indirect", "Odell", "the harbour would stay closed"),
        ("Mara Odell vowed to close the harbour.", "indirect", "Odell", "to close the harbour"),
        ("According to Mara Odell, the harbour is closed.", "indirect", "Odell", "the harbour is closed"),
        ("Mara Odell said that the harbour was “a ruin” in winter.", "mixed", "Odell", "a ruin"),
    ],
)  # fmt: skip
def test_one_statement_one_quotation(
    quotations: Callable[[str], tuple[Quotation, ...]], words: str, kind: str, speaker: str, content: str
) -> None:
    found = [q for q in quotations(words) if q.kind == kind]
    assert len(found) == 1
    assert content in found[0].content.text
    assert found[0].speaker is not None and speaker in found[0].speaker.name
