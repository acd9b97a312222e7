"""Floors on public pages, where those are at hand: text F1, right titles, right days; no figure may fall unseen.

Text is scored by four-word shingles with their counts, precision and recall averaged over pages, as the
article-extraction benchmark does. Measured on all pages (November 2026): F1 .954 on that benchmark (181 pages) and .928
on newspaper4k (421), title .945, day .833, set of writers .770 there; day .867 on htmldate's pages (300).
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest
from tests.articles.conftest import Fakes

from dateline.articles import make
from dateline.config import Config
from dateline.records import Article, RawDocument
from dateline.resolvers import Resolvers
from dateline.sources.decoding import decode

PAGES = 30


def read_pages(folder: Path, fakes: Fakes) -> Iterator[tuple[dict[str, Any], Article | None]]:
    """Gold and article of the first pages; a page in another language is read in that language."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, PAGES):
            gold = json.loads(line)
            page = decode(gzip.decompress((folder / gold["html"]).read_bytes()), html=True)
            raw = RawDocument(gold["id"], gold["id"], "html", page)
            outcome = make(Config(), cast(Resolvers, fakes))(raw)
            if not isinstance(outcome, Article) and outcome.code == "language":
                other = re.findall(r"in '(\w+)'", outcome.detail)[0]
                outcome = make(Config(language=other), cast(Resolvers, fakes))(raw)
            yield gold, outcome if isinstance(outcome, Article) else None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def overlap(found: str, gold: str) -> tuple[float, float]:
    mine, theirs = shingles(found), shingles(gold)
    shared = (mine & theirs).total()
    return shared / max(1, mine.total()), shared / max(1, theirs.total())


def even(title: str | None) -> str:
    return re.sub(r"\W+", " ", html.unescape(title or "").lower()).strip()


@pytest.mark.parametrize(("name", "floor"), [("article_extraction_benchmark", 0.93), ("newspaper4k", 0.9)])
def test_text_of_pages(shared: Path, fakes: Fakes, name: str, floor: float) -> None:
    folder = shared / "data" / "html" / name
    pairs = [
        overlap(article.text if article else "", gold["text"]) for gold, article in read_pages(folder, fakes)
    ]
    precision, recall = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} over {len(pairs)} pages")
    assert f1 >= floor


def test_titles_and_days_of_pages(shared: Path, fakes: Fakes) -> None:
    folder = shared / "data" / "html" / "newspaper4k"
    rows = [(gold, article) for gold, article in read_pages(folder, fakes) if article]
    titles = [even(article.title) == even(gold["title"]) for gold, article in rows if gold.get("title")]
    dated = [(gold["published"][:10], article.published) for gold, article in rows if gold.get("published")]
    days = [str(found.earliest) == str(found.latest) == day for day, found in dated]
    print(f"title {sum(titles)}/{len(titles)}, day {sum(days)}/{len(days)}")
    assert sum(titles) / len(titles) >= 0.9
    assert sum(days) / len(days) >= 0.75
