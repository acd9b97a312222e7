"""A corpus -> the whole build's cost as a ratio to bare spaCy over the same texts in the same run, and by stage.

    python -m dateline.evaluate.bench [FILE] --articles 300
    python -m dateline.evaluate.bench FILE --articles 2000 --alone 2   # what looking across articles takes of a larger build

Each measurement is a process of its own, so that CPU-seconds and peak memory are the operating system's; the rounds
alternate, so that a machine that changes speed changes both sides.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.config import load_config
from dateline.evaluate.frame import read_gold

Out = Callable[[str], None]

ARTICLES = 300
ROUNDS = 2
ACROSS = ("copies", "dates", "links", "stories", "actors", "keys")
"""The stages that see all articles at once: linking, stories with their comparison, and the keys for later articles."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (children included) and of the clock, peak memory of the largest process in MB, and details."""

    cpu: float
    wall: float
    peak: float
    detail: dict[str, Any]


def bare(source: str, project: str, workers: int) -> dict[str, Any]:
    """spaCy alone: the configured pipeline over whole texts."""
    from dateline.text.adapter import SpacyParser

    nlp = SpacyParser(load_config().model).nlp
    texts = [record["text"] for record in read_gold(Path(source))]
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {"tokens": tokens}


def build(source: str, project: str, workers: int) -> dict[str, Any]:
    """The whole build: reading, cleaning, parsing, quotations, events, links, stories, storing."""
    from dateline.chronicle import open as open_project

    with open_project(project) as chronicle:
        summary = chronicle.build([source], workers=workers)
    return {
        "articles": summary.articles,
        "rejected": sum(summary.rejected.values()),
        "quotations": summary.quotations,
        "mentions": summary.mentions,
        "events": summary.events,
        "stories": summary.stories,
        "stages": summary.stages,
    }


def measured(
    what: Callable[[str, str, int], dict[str, Any]], source: str, project: str, workers: int = 1
) -> Cost:
    """Run one measurement in a fresh process."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(what, source, project, workers, sender))
    process.start()
    sender.close()
    try:
        cost: Cost = receiver.recv()
    except EOFError:
        process.join()
        raise SystemExit(f"{what.__name__} ended with exit code {process.exitcode}") from None
    process.join()
    return cost


def _measure(
    what: Callable[[str, str, int], dict[str, Any]], source: str, project: str, workers: int, sender: Any
) -> None:
    began = time.perf_counter()
    detail = what(source, project, workers)
    wall = time.perf_counter() - began
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime
    sender.send(Cost(cpu, wall, max(own.ru_maxrss, below.ru_maxrss) / 1024, detail))


def compare(source: Path, rounds: int, out: Out) -> dict[str, float]:
    """Print the figures and return the ratios (medians over the rounds)."""
    spacy_runs: list[Cost] = []
    builds: list[Cost] = []
    pairs: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            spacy_runs.append(measured(bare, str(source), ""))
            builds.append(measured(build, str(source), f"{folder}/one{number}.db"))
            pairs.append(measured(build, str(source), f"{folder}/two{number}.db", 2))
    out(f"{_made(builds[0])}, {spacy_runs[0].detail['tokens']} tokens")
    for name, runs in (("bare spaCy", spacy_runs), ("build", builds), ("build, 2 workers", pairs)):
        _spent(name, runs, out)
    ratios = {
        "across": across(builds[-1], out),
        "cpu": statistics.median(b.cpu / s.cpu for b, s in zip(builds, spacy_runs, strict=True)),
        "wall": statistics.median(b.wall / s.wall for b, s in zip(builds, spacy_runs, strict=True)),
        "two workers": statistics.median(b.wall / p.wall for b, p in zip(builds, pairs, strict=True)),
    }
    out(f"build / bare spaCy: {ratios['cpu']:.2f} in CPU, {ratios['wall']:.2f} in wall")
    out(f"two workers: {ratios['two workers']:.2f} times one")
    return ratios


def alone(source: Path, workers: int, project: Path | None, out: Out) -> dict[str, float]:
    """The build without bare spaCy beside it: what each stage takes of it. project: a file to keep it in."""
    with tempfile.TemporaryDirectory() as folder:
        cost = measured(build, str(source), str(project or Path(folder, "alone.db")), workers)
    out(_made(cost))
    _spent(f"build, {workers} workers" if workers > 1 else "build", [cost], out)
    return {"across": across(cost, out)}


def across(cost: Cost, out: Out) -> float:
    """Print the processor time of each stage; the share of looking across articles in that of the whole build."""
    stages = cost.detail["stages"]
    for stage, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        out(f"  {stage:<15} {seconds:8.1f} CPU-s {seconds / cost.cpu:6.1%}")
    out(f"  {'(all else)':<15} {(rest := cost.cpu - sum(stages.values())):8.1f} CPU-s {rest / cost.cpu:6.1%}")
    share: float = sum(stages.get(stage, 0.0) for stage in ACROSS) / cost.cpu
    out(f"looking across articles ({', '.join(ACROSS)}): {share:.1%} of the build")
    return share


def _made(cost: Cost) -> str:
    kinds = ("articles", "rejected", "quotations", "mentions", "events", "stories")
    return ", ".join(f"{cost.detail[kind]} {kind}" for kind in kinds)


def _spent(name: str, runs: Sequence[Cost], out: Out) -> None:
    cpu, wall = (statistics.median(values) for values in zip(*((r.cpu, r.wall) for r in runs), strict=True))
    out(f"{name:<17} {cpu:8.1f} CPU-s {wall:8.1f} s wall {max(run.peak for run in runs):7.0f} MB peak")


def corpus(file: Path | None, count: int, into: Path) -> Path:
    """The first `count` records of a .jsonl(.gz) file, else the sample corpus repeated with numbered titles."""
    rows = read_gold(file, count) if file else _sample(count)
    with into.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return into


def _sample(count: int) -> list[dict[str, Any]]:
    from dateline.chronicle import open as open_project
    from dateline.sample import folder

    with tempfile.TemporaryDirectory() as scratch, open_project(Path(scratch, "s.db")) as chronicle:
        chronicle.build([str(folder() / "corpus")])
        rows = [{"title": a.title, "text": a.text, "outlet": a.outlet} for a in chronicle.articles()]
    return [dict(rows[n % len(rows)], id=str(n)) for n in range(count)]


def main(argv: Sequence[str] | None = None) -> None:
    """`python -m dateline.evaluate.bench [FILE] [--articles N] [--rounds N | --alone WORKERS [--keep PROJECT.db]] [--json OUT]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, help=".jsonl or .jsonl.gz with `text`; the sample corpus if left out"
    )
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--alone", type=int, metavar="WORKERS", help="one build, no bare spaCy: what each stage takes"
    )
    parser.add_argument("--keep", type=Path, help="with --alone: a new project file to build into")
    parser.add_argument("--json", type=Path, help="also write the ratios here")
    given = parser.parse_args(argv)
    if given.keep and (not given.alone or given.keep.exists()):
        parser.error("--keep goes with --alone and names a new file")

    def out(line: str) -> None:
        print(line, file=sys.stdout, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        source = corpus(given.file, given.articles, Path(folder, "articles.jsonl"))
        if given.alone:
            ratios = alone(source, given.alone, given.keep, out)
        else:
            ratios = compare(source, given.rounds, out)
    if given.json:
        given.json.write_text(json.dumps(ratios, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
