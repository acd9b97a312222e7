"""Articles with a gold story -> the story each falls into, B-cubed and the number of clusters."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction
from dateline.records import UNDATED, Article, DateRange


def make(config: Config) -> Benchmark:
    """Clusters by words and days alone: the sets give no events, and none are coded for this."""
    return Benchmark(
        "stories",
        "articles of one happening together (B-cubed): giveme5w, BASIL, NewsWCL50",
        ("event",),
        predict,
        score,
    )


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
