"""The five touchstone articles, where they are at hand: no junk in any body, no sentence of a body lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.config import Config
from dateline.records import Article, RawDocument
from dateline.sources import read

JUNK = ("TOPSHOT", "CREDIT:", "Share Update", "[WATCH VIDEO]", "Related:", "Newsletters", "Copyright ©", "Click to",
        "comment policy", "Follow us", "Please send tips", "© ", "Policy + Politics")  # fmt: skip
UNFINISHED = 1


@pytest.fixture
def seeds(shared: Path, article_of: Callable[..., Article]) -> dict[str, tuple[RawDocument, Article]]:
    found = {}
    for raw in read([str(shared / "seeds")], Config()):
        if isinstance(raw, RawDocument):
            found[Path(raw.source).name] = (raw, article_of(raw.content))
    return found


def test_bodies(seeds: dict[str, tuple[RawDocument, Article]]) -> None:
    assert len(seeds) == 5
    for raw, article in seeds.values():
        assert not [junk for junk in JUNK if junk in article.text]
        kept = {*article.text.split("\n\n"), article.title, *(one.text for one in article.removed)}
        lines = (" ".join(line.split()) for line in raw.content.splitlines())
        lost = [line for line in lines if line and line not in kept]
        assert len(lost) <= UNFINISHED, "only the line with an insertion may differ"


def test_expected(shared: Path, seeds: dict[str, tuple[RawDocument, Article]]) -> None:
    expected = json.loads((shared / "seeds" / "expected_two.json").read_text(encoding="utf-8"))
    for name, want in expected.items():
        article = seeds[name][1]
        assert article.title == want["title"]
        assert not [junk for junk in want["boilerplate"] if junk in article.text]
        assert all(part in article.text for part in want["body_has"])
        assert want["author"] is None or want["author"] in article.byline
