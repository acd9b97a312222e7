"""What a careful reader takes from some articles -> what Dateline takes from them, and how often the two agree.

The gold is one JSON file: `{"articles": {file: expectations}, "links", "stories", "storylines"}`, as in the sample's
`expected.json`, or only the inner mapping of files. Files lie in `corpus/` beside it, else beside it; a
`dateline.toml` beside it is obeyed. What an article's expectations leave out is not scored.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config, load_config
from dateline.errors import InputError, UsageError
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction
from dateline.evaluate.reading_across import score_links, score_stories
from dateline.evaluate.reading_articles import score_articles
from dateline.evaluate.reading_form import as_read
from dateline.evaluate.reading_tally import Tally

PARTS = ("links", "stories", "storylines")


def make(config: Config) -> Benchmark:
    """Builds the articles named by the gold into a temporary project, as a user would."""

    def predict(records: Sequence[Gold]) -> Iterable[Prediction]:
        for record in records:
            yield predict_one(record, config)

    about = "what a careful reader takes from whole articles, and across them: the sample, the touchstones"
    return Benchmark("reading", about, ("expected",), predict, score, read)


def read(path: Path, limit: int | None = None) -> list[dict[str, Any]]:
    """One record a file: its `folder`, the `files` it names and what is `expected` of them; `limit` counts articles.

    Raises UsageError where there is no such file and InputError where it is not of the form above.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError("no such file", where=str(path), remedy="Check the path") from error
    except (OSError, ValueError) as error:
        raise InputError("json", str(error), where=str(path), remedy="Mend the file") from error
    whole = data if isinstance(data, dict) and isinstance(data.get("articles"), dict) else {"articles": data}
    articles = whole["articles"]
    if not isinstance(articles, dict) or not all(isinstance(value, dict) for value in articles.values()):
        raise InputError("form", "each file name must map to an object of expectations", where=str(path))
    kept = dict(list(articles.items())[:limit])
    across = {part: whole[part] for part in PARTS if part in whole} if len(kept) == len(articles) else {}
    return [
        {
            "id": path.stem,
            "folder": str(path.parent),
            "files": list(kept),
            "expected": {"articles": kept, **across},
        }
    ]


def predict_one(record: Gold, config: Config) -> Prediction:
    """The files of the record as Dateline reads them, in the gold's own form."""
    import dateline.chronicle

    folder = Path(record["folder"])
    root = folder / "corpus" if (folder / "corpus").is_dir() else folder
    if (folder / "dateline.toml").is_file():
        config = dataclasses.replace(load_config(folder), workers=config.workers)
    sources = sorted({str(root / file_of(name)) for name in record["files"]})
    with (
        tempfile.TemporaryDirectory() as made,
        dateline.chronicle.open(Path(made) / "reading.db", config=config) as chronicle,
    ):
        chronicle.build(sources)
        return as_read(chronicle, root)


def file_of(name: str) -> str:
    """The file that holds an article: `a.csv#2` is in `a.csv`, `a.zip!b.txt` in `a.zip`."""
    return name.partition("#")[0].partition("!")[0]


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """Share of what was wanted that is there and right, over all records, with the counts."""
    return judged(gold, predicted).figures()


def judged(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Tally:
    """The same, with what was wrong in words."""
    tally = Tally()
    for record, found in zip(gold, predicted, strict=True):
        expected = record["expected"]
        score_articles(expected["articles"], found["articles"], tally)
        score_links(expected.get("links", {}), expected["articles"], found, tally)
        score_stories(expected, found, tally)
    return tally


def main() -> None:
    """By hand, with everything that was judged wrong: `python -m dateline.evaluate.reading FILE`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    benchmark, records = make(load_config()), read(options.file)
    tally = judged(records, list(benchmark.predict(records)))
    for label, where, what in sorted(tally.wrong, key=lambda one: list(tally.counts).index(one[0])):
        print(f"{label} | {where} | {what}")
    for figure in tally.figures():
        print(f"{figure.label:32} {figure.value:.3f}  {dict(figure.counts)}")


if __name__ == "__main__":
    main()
