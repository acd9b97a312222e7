"""Articles with their dates hidden -> the days on which each can have been published, and how often that holds the true day."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config, load_config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, read_gold, run, write_predictions
from dateline.pipeline.companions import settle
from dateline.records import Article, DateRange
from dateline.when import When
from dateline.who import Who

_NAMES_A_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? \d{1,2}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
WEEK = 7


def make(config: Config) -> Benchmark:
    """Reads `title`, `text` and `outlet` only; nothing is parsed. The records of one file are one collection."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        when, who = When.load(config.overlay), Who.load(config.overlay)
        alone = [found(record, when, who) for record in records]
        for record, days in zip(records, settle(_articles(records, alone), when), strict=True):
            yield predicted(record, days)

    about = "dating articles that carry no date, alone and beside others: giveme5w, Wikinews"
    return Benchmark("dating", about, ("published",), predict_all, score)


def found(record: Mapping[str, Any], when: When, who: Who) -> DateRange:
    """The interval that one article's own words give."""
    return when.published(record.get("title"), record.get("text") or "", (), who)


def predicted(record: Mapping[str, Any], days: DateRange) -> Prediction:
    """The record's id and `published` as an interval; the gold day of the record is not read."""
    interval = {
        "earliest": days.earliest.isoformat() if days.earliest else None,
        "latest": days.latest.isoformat() if days.latest else None,
        "text": days.text,
        "basis": days.basis,
    }
    return {"id": record.get("id"), "published": interval}


def _articles(records: Sequence[Gold], known: Sequence[DateRange]) -> list[Article]:
    return [
        Article(
            id=str(i), source="dating", sha256=str(i), outlet=record.get("outlet"), domain=None, title=record.get("title"),
            byline=(), language="en", published=days, dateline_place=None, text=record.get("text") or "",
        )
        for i, (record, days) in enumerate(zip(records, known, strict=True))
    ]  # fmt: skip


def names_a_day(record: Mapping[str, Any]) -> bool:
    """Whether the title or the text names any date or weekday."""
    return _NAMES_A_DAY.search(f"{record.get('title') or ''}\n{record.get('text') or ''}") is not None


def gold_day(record: Mapping[str, Any]) -> dt.date | None:
    """The true day, None where the record's is no day."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", str(record.get("published") or ""))
    try:
        return dt.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """How often the interval holds the true day, and how often it is a week or less."""
    pairs = [(g, p["published"], day) for g, p in zip(gold, predicted, strict=True) if (day := gold_day(g))]
    held = [_holds(interval, day) for _, interval, day in pairs]
    dated = [
        (_width(interval), holds)
        for (g, interval, _), holds in zip(pairs, held, strict=True)
        if names_a_day(g)
    ]
    narrow = [holds for width, holds in dated if width is not None and width <= WEEK]
    closed = [width for _, interval, _ in pairs if (width := _width(interval)) is not None]
    bounded = sum(bool(interval["earliest"] or interval["latest"]) for _, interval, _ in pairs)
    return [
        Figure("true day held", _share(sum(held), len(held)), (("held", sum(held)), ("articles", len(held)))),
        Figure(
            "a week or less, of those that name a day",
            _share(len(narrow), len(dated)),
            (("narrow", len(narrow)), ("name a day", len(dated))),
        ),
        Figure("true day held, where a week or less", _share(sum(narrow), len(narrow)), (("held", sum(narrow)), ("narrow", len(narrow)))),
        Figure("bounded on some side", _share(bounded, len(pairs)), (("bounded", bounded), ("articles", len(pairs)))),
        Figure(
            "median days of closed intervals", statistics.median(closed) if closed else 0.0, (("closed", len(closed)),)
        ),
    ]  # fmt: skip


def _holds(interval: Mapping[str, Any], day: dt.date) -> bool:
    text = day.isoformat()
    return (interval["earliest"] or "0001") <= text <= (interval["latest"] or "9999")


def _width(interval: Mapping[str, Any]) -> int | None:
    if not interval["earliest"] or not interval["latest"]:
        return None
    return (dt.date.fromisoformat(interval["latest"]) - dt.date.fromisoformat(interval["earliest"])).days + 1


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """By hand: `python -m dateline.evaluate.dating FILE [--predictions OUT]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    predictions, figures = run(make(load_config()), read_gold(options.file))
    if options.predictions:
        write_predictions(options.predictions, predictions)
    for figure in figures:
        print(f"{figure.label:42} {figure.value:8.3f}  {dict(figure.counts)}")


if __name__ == "__main__":
    main()
