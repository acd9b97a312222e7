"""Gold records in -> predictions in the gold's own form and figures with their counts: one frame for all benchmarks."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import InputError, UsageError

Gold = Mapping[str, Any]
Prediction = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, 0..1 unless `label` says otherwise, and the counts it rests on."""

    label: str
    value: float
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A public set and how it is answered and scored.

    `predict` takes all records (so that a task across documents can see them all) and yields one prediction a
    record, in order, in the gold's own form, using no gold field; `gold` names the fields that hold answers:
    a record without them is predicted all the same and left out of the score. `read` takes a file to records, for
    gold that is not JSON Lines.
    """

    name: str
    about: str
    gold: tuple[str, ...]
    predict: Callable[[Sequence[Gold]], Iterable[Prediction]]
    score: Callable[[Sequence[Gold], Sequence[Prediction]], Sequence[Figure]]
    read: Callable[[Path, int | None], list[dict[str, Any]]] | None = None


def records_of(benchmark: Benchmark, path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """The first `limit` records of a file, in the benchmark's own way of reading; raises InputError, UsageError."""
    return (benchmark.read or read_gold)(path, limit)


def read_gold(path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """Records of a .jsonl or .jsonl.gz file; raises InputError naming the line that is no JSON object."""
    records: list[dict[str, Any]] = []
    for number, line in enumerate(_lines(path), start=1):
        if limit is not None and len(records) >= limit:
            break
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError("json", str(error), where=f"{path}#{number}", remedy="Mend that line") from error
        if not isinstance(record, dict):
            raise InputError("not-an-object", "a record must be a JSON object", where=f"{path}#{number}")
        records.append(record)
    return records


def _lines(path: Path) -> Iterator[str]:
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8") as packed:
                yield from packed
        else:
            with path.open(encoding="utf-8") as plain:
                yield from plain
    except FileNotFoundError as error:
        raise UsageError("no such file", where=str(path), remedy="Check the path") from error
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise InputError("unreadable", str(error), where=str(path), remedy="Fetch the file again") from error


def run(benchmark: Benchmark, records: Sequence[Gold]) -> tuple[list[Prediction], list[Figure]]:
    """Predict every record with its answers hidden; score those that have answers (none: no figures)."""
    hidden = [
        {key: value for key, value in record.items() if key not in benchmark.gold} for record in records
    ]
    predictions = list(benchmark.predict(hidden))
    if len(predictions) != len(records):
        raise ValueError(f"{benchmark.name} gave {len(predictions)} predictions for {len(records)} records")
    judged = [
        (record, prediction)
        for record, prediction in zip(records, predictions, strict=True)
        if all(key in record for key in benchmark.gold)
    ]
    if not judged:
        return predictions, []
    gold, predicted = zip(*judged, strict=True)
    return predictions, list(benchmark.score(gold, predicted))


def write_predictions(path: Path, predictions: Iterable[Prediction]) -> None:
    """One JSON line a prediction, gzipped when the name ends in .gz."""
    lines = (json.dumps(prediction, ensure_ascii=False) + "\n" for prediction in predictions)
    if path.suffix == ".gz":
        with gzip.open(path, "wt", encoding="utf-8") as packed:
            packed.writelines(lines)
    else:
        with path.open("w", encoding="utf-8") as plain:
            plain.writelines(lines)


def f1(hits: float, predicted: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; 0 where nothing was predicted or wanted."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Mean F1 over the classes that occur in the gold."""
    classes = sorted(set(gold))
    values = []
    for wanted in classes:
        hits = sum(g == p == wanted for g, p in zip(gold, predicted, strict=True))
        values.append(f1(hits, sum(p == wanted for p in predicted), sum(g == wanted for g in gold))[2])
    return sum(values) / len(values) if values else 0.0
