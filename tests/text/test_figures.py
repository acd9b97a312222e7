"""Names against CrossNER politics (dev): correction must help, and must not fall below the floors of the record."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.records import Article
from dateline.syntax import Name, Text
from dateline.text.adapter import SpacyParser
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.names import correct

_GOLD = {"politician": "PERSON", "person": "PERSON", "organisation": "ORG", "politicalparty": "ORG"}
_SENTENCES = 541


def _spans(text: Text, names: Iterable[Name], label: str) -> Iterator[tuple[int, int]]:
    for name in names:
        if name.label == label:
            span = text.span(name.start, name.end)
            yield _bare(text.text, span.start, span.end)


def _bare(words: str, start: int, end: int) -> tuple[int, int]:
    return (start + 4, end) if words[start : start + 4].lower() == "the " else (start, end)


def _f1(found: set[tuple[int, int, int]], gold: set[tuple[int, int, int]]) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold))


@pytest.mark.parametrize(("label", "floor"), [("PERSON", 0.78), ("ORG", 0.64)])
def test_correction_helps(
    shared: Path,
    parser: SpacyParser,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    make_article: Callable[..., Article],
    measured: dict[str, Any],
    label: str,
    floor: float,
) -> None:
    path = shared / "data" / "crossner_politics" / "dev.jsonl.gz"
    if "rows" not in measured:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            measured["rows"] = [json.loads(line) for line in lines][:_SENTENCES]
        texts = list(parser.parse(make_article(row["text"]) for row in measured["rows"]))
        measured["texts"] = [(text, correct(text, gazetteer, lexicon)) for text in texts]
    gold: set[tuple[int, int, int]] = set()
    before: set[tuple[int, int, int]] = set()
    after: set[tuple[int, int, int]] = set()
    for i, (row, (text, names)) in enumerate(zip(measured["rows"], measured["texts"], strict=True)):
        for entity in row["entities"]:
            if _GOLD.get(entity["type"]) == label:
                gold.add((i, *_bare(row["text"], entity["start"], entity["end"])))
        before.update((i, *span) for span in _spans(text, text.names, label))
        after.update((i, *span) for span in _spans(text, names, label))
    assert _f1(after, gold) >= max(floor, _f1(before, gold))


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    return {}
