"""However the sample corpus is built, the same records come out, byte for byte, and every span slices back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Export = dict[str, str]
Build = Callable[..., Export]


@pytest.fixture(scope="session")
def build(sample_home: Path) -> Build:
    """Run one build a step into one project, each in a process of its own; gives the export, file by file."""

    def run(name: str, *steps: list[str], workers: int = 1, seed: int = 0) -> Export:
        environ = {**os.environ, "PYTHONHASHSEED": str(seed)}
        commands = [["build", *step, "--into", f"{name}.db", "--workers", str(workers)] for step in steps]
        commands.append(["export", f"{name}.db", "--format", "jsonl", "--out", name])
        for command in commands:
            done = subprocess.run(
                [sys.executable, "-m", "dateline.cli", *command], cwd=sample_home, env=environ,
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
        return {p.name: p.read_text(encoding="utf-8") for p in sorted((sample_home / name).glob("*.jsonl"))}

    return run


@pytest.fixture(scope="session")
def once(build: Build) -> Export:
    return build("once", ["corpus"], seed=1)


@pytest.fixture(scope="session")
def files(sample_home: Path) -> list[str]:
    found = [path for path in (sample_home / "corpus").rglob("*") if path.is_file()]
    return sorted(path.relative_to(sample_home).as_posix() for path in found)


@pytest.fixture(scope="session")
def records(once: Export) -> dict[str, list[dict[str, Any]]]:
    return {name: [json.loads(line) for line in lines.splitlines()] for name, lines in once.items()}


def same(one: Export, other: Export) -> None:
    assert one.keys() == other.keys() and len(one) == 8
    for name in one:
        left, right = one[name].splitlines(), other[name].splitlines()
        assert len(left) == len(right), name
        for a, b in zip(left, right, strict=True):
            assert a == b, name
        assert one[name] == other[name], name


def test_two_workers_give_what_one_gives(build: Build, once: Export) -> None:
    same(build("workers", ["corpus"], workers=2, seed=2), once)


def test_the_order_of_inputs_and_the_number_of_steps_do_not_matter(
    build: Build, once: Export, files: list[str]
) -> None:
    later, earlier = files[len(files) // 2 :], files[: len(files) // 2]
    same(build("steps", later[::-1], [*later, *earlier[::-1]], seed=3), once)


def test_building_again_adds_nothing(build: Build, once: Export) -> None:
    same(build("once", ["corpus"], seed=4), once)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span anywhere inside a record."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        else:
            for inner in value.values():
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def owned(records: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every span with the id of its article."""
    for kind in ("quotations", "mentions"):
        for record in records[f"{kind}.jsonl"]:
            for span in spans(record):
                yield record["article_id"], span
    for story in records["stories.jsonl"]:
        for part in ("only_in", "loaded"):
            for row in story["comparison"][part]:
                yield row["article_id"], row["span"]


def test_every_span_slices_back(records: dict[str, list[dict[str, Any]]]) -> None:
    texts = {article["id"]: article["text"] for article in records["articles.jsonl"]}
    checked = 0
    for article_id, span in owned(records):
        assert texts[article_id][span["start"] : span["end"]] == span["text"]
        assert span["start"] < span["end"]
        checked += 1
    assert checked > 1000


def test_every_id_that_is_named_exists(records: dict[str, list[dict[str, Any]]]) -> None:
    ids = {
        name: {record["id"] for record in rows} for name, rows in records.items() if name != "rejected.jsonl"
    }
    for name, rows in records.items():
        if name != "rejected.jsonl":
            assert len(ids[name]) == len(rows), f"{name}: an id twice"
    for mention in records["mentions.jsonl"]:
        assert mention["article_id"] in ids["articles.jsonl"] and mention["event_id"] in ids["events.jsonl"]
    for event in records["events.jsonl"]:
        assert event["mentions"] and set(event["mentions"]) <= ids["mentions.jsonl"]
        assert set(event["articles"]) <= ids["articles.jsonl"]
        assert {step["mention_id"] for step in event["status_history"]} <= set(event["mentions"])
        assert {
            mention
            for row in event["discrepancies"]
            for claim in row["values"]
            for mention in claim["mention_ids"]
        } <= set(event["mentions"])
    for article in records["articles.jsonl"]:
        assert article["story_id"] in ids["stories.jsonl"]
        assert article["copy_of"] is None or article["copy_of"] in ids["articles.jsonl"] - {article["id"]}
    for story in records["stories.jsonl"]:
        assert set(story["events"]) <= ids["events.jsonl"]
        assert story["storyline_id"] is None or story["storyline_id"] in ids["storylines.jsonl"]
    told = [story for line in records["storylines.jsonl"] for story in line["stories"]]
    assert len(told) == len(set(told)) and set(told) <= ids["stories.jsonl"]


def test_no_interval_ends_before_it_starts(records: dict[str, list[dict[str, Any]]]) -> None:
    checked = 0
    for rows in records.values():
        for value in rows:
            for when in (value.get("when"), value.get("published")):
                if when and when["earliest"] and when["latest"]:
                    assert when["earliest"] <= when["latest"]
                    checked += 1
    assert checked > 50
