"""Articles with a gold story -> the story each falls into, B-cubed and the number of clusters.

dateline evaluate stories stories/giveme5w_clusters.jsonl.gz
dateline evaluate stories ../shared/data        # every set with gold stories under that folder, thrown together
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config
from dateline.errors import UsageError
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, read_gold
from dateline.records import UNDATED, Article, DateRange

POOLED = ("stories", "ecb")
"""Folders whose sets are thrown together."""


def make(config: Config) -> Benchmark:
    """Clusters by words and days alone: the sets give no events, and none are coded for this."""
    return Benchmark(
        "stories",
        "articles of one happening together (B-cubed): giveme5w, BASIL, NewsWCL50",
        ("event",),
        predict,
        score,
        read,
    )


def read(path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """Records of a file; of a folder all that stand in its `POOLED` folders, thrown together into one harder set.

    A gold story of one file is never that of another; `subtopic` is the story where a set has no `event`. Raises
    InputError and UsageError.
    """
    if not path.is_dir():
        return read_gold(path, limit)
    found: list[dict[str, Any]] = []
    for folder in POOLED:
        for file in sorted((path / folder).glob("*.jsonl*")):
            for record in read_gold(file):
                story = record.get("event", record.get("subtopic"))
                kept = {key: record.get(key) for key in ("outlet", "title", "published", "text")}
                found.append(
                    {
                        **kept,
                        "id": f"{folder}/{file.name}#{record['id']}",
                        "event": _story(folder, file, story),
                    }
                )
    if not found:
        raise UsageError(
            f"no sets in {' or '.join(POOLED)} there",
            where=str(path),
            remedy="Name the folder that holds them",
        )
    return found[:limit]


def _story(folder: str, file: Path, story: object) -> str:
    return f"{folder}: {story}" if folder == "ecb" else f"{folder}/{file.name}: {story}"


def predict(records: Sequence[Gold]) -> Iterable[Prediction]:
    """Each record's id with the id of the story it falls into, as `event`."""
    from dateline.stories.cluster import cluster

    articles = [_article(record) for record in records]
    story = {article.id: group[0].id for group in cluster(articles, (), ()) for article in group}
    for record, article in zip(records, articles, strict=True):
        yield {"id": record["id"], "event": story[article.id]}


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    precision, recall, f = b_cubed([g["event"] for g in gold], [p["event"] for p in predicted])
    counts = (
        ("articles", len(gold)),
        ("gold", len({g["event"] for g in gold})),
        ("clusters", len({p["event"] for p in predicted})),
    )
    return [
        Figure("B-cubed F1", f, counts),
        Figure("B-cubed precision", precision, counts),
        Figure("B-cubed recall", recall, counts),
    ]


def b_cubed(gold: Sequence[str], predicted: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 averaged over items."""
    wanted: dict[str, set[int]] = defaultdict(set)
    found: dict[str, set[int]] = defaultdict(set)
    for i, (g, p) in enumerate(zip(gold, predicted, strict=True)):
        wanted[g].add(i)
        found[p].add(i)
    pairs = [(wanted[g], found[p]) for g, p in zip(gold, predicted, strict=True)]
    precision = sum(len(g & p) / len(p) for g, p in pairs) / len(pairs) if pairs else 0.0
    recall = sum(len(g & p) / len(g) for g, p in pairs) / len(pairs) if pairs else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _article(record: Gold) -> Article:
    return Article(
        id=Article.make_id(record["id"]), source=record["id"], sha256=record["id"], outlet=record.get("outlet"),
        domain=None, title=record.get("title"), byline=(), language="en", published=_day(record.get("published")),
        dateline_place=None, text=record["text"],
    )  # fmt: skip


def _day(value: str | None) -> DateRange:
    try:
        day = dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return UNDATED
    return DateRange(day, day, value, "metadata")
