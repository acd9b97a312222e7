"""Texts with a document date -> time expressions in TIMEX3 terms, and how many have the right extent, type and value.

Strict, relaxed and value F1 are those of TempEval-3 (UzZaman and others 2013): same span; one-to-one pairs that share a
character; such pairs with the same value.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config, load_config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, read_gold, write_predictions
from dateline.records import UNDATED, Article, DateRange
from dateline.syntax import Text
from dateline.when import When


def make(config: Config) -> Benchmark:
    """Parses with the configured pipeline; needs `text` and, for anything relative, `dct`."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        from dateline.text.adapter import SpacyParser

        when = When.load(config.overlay)
        texts = SpacyParser(config.model).parse(article_of(record) for record in records)
        for record, text in zip(records, texts, strict=True):
            yield predict(record, text, when)

    about = "time expressions: extent, type and value (TimeBank, AQUAINT)"
    return Benchmark("timex", about, ("timexes",), predict_all, score)


def article_of(record: Mapping[str, Any]) -> Article:
    """The article behind a record, its single line breaks made blanks so that no sentence is cut."""
    day = str(record.get("dct") or "")[:10]
    date = dt.date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    published = DateRange(date, date, None, "metadata") if date else UNDATED
    text = re.sub(r"(?<!\n)\n(?!\s*\n)", " ", record["text"])
    return Article(
        id=str(record.get("id", "")), source="timex", sha256="", outlet=None, domain=None, title=None, byline=(),
        language="en", published=published, dateline_place=None, text=text,
    )  # fmt: skip


def predict(record: Mapping[str, Any], text: Text, when: When) -> Prediction:
    """The record's id with `timexes` in the gold's own form; gold fields of the record are not read."""
    found = []
    for one in when.expressions(text):
        start, end = one.span.start, one.span.end
        content = record["text"][start:end]
        found.append({"start": start, "end": end, "content": content, "type": one.type, "value": one.value})
    return {"id": record.get("id"), "timexes": found}


def pairs(gold: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """One-to-one pairs that share a character, the largest overlap first."""
    overlaps = sorted(
        (
            (-(min(g["end"], f["end"]) - max(g["start"], f["start"])), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g["start"] < f["end"] and f["start"] < g["end"]
        ),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    joined = []
    for _, i, j in overlaps:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            joined.append((i, j))
    return joined


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """F1 strict, relaxed and by value, over all records together."""
    wanted = sum(len(g["timexes"]) for g in gold)
    given = sum(len(p["timexes"]) for p in predicted)
    strict = relaxed = value = type_ = 0
    for g, p in zip(gold, predicted, strict=True):
        for i, j in pairs(g["timexes"], p["timexes"]):
            one, other = g["timexes"][i], p["timexes"][j]
            relaxed += 1
            strict += (one["start"], one["end"]) == (other["start"], other["end"])
            value += one["value"] == other["value"]
            type_ += one["type"] == other["type"]

    def f1(label: str, right: int) -> Figure:
        total = wanted + given
        return Figure(
            label, 2 * right / total if total else 0.0, (("right", right), ("gold", wanted), ("found", given))
        )

    return [f1("strict F1", strict), f1("relaxed F1", relaxed), f1("value F1", value), f1("type F1", type_)]


def main() -> None:
    """By hand: `python -m dateline.evaluate.timex FILE [--predictions OUT]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    records = read_gold(options.file)
    benchmark = make(load_config())
    predictions = list(benchmark.predict(records))
    if options.predictions:
        write_predictions(options.predictions, predictions)
    judged = [(g, p) for g, p in zip(records, predictions, strict=True) if "timexes" in g]
    for figure in benchmark.score([g for g, _ in judged], [p for _, p in judged]):
        print(f"{figure.label:12} {figure.value:.3f}  {dict(figure.counts)}")


if __name__ == "__main__":
    main()
