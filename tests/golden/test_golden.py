"""The chronicle of the sample corpus, word for word: a change of rules shows as a diff that somebody must want.

`DATELINE_GOLDEN=write pytest tests/golden` writes the files anew.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LONGEST_DIFF = 200
Run = Callable[..., str]


@pytest.fixture(scope="session")
def run(sample_home: Path) -> Run:
    """`dateline` as a shell runs it, in the folder of the sample; gives what it prints."""

    def dateline(*arguments: str) -> str:
        environ = {
            name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "COLUMNS"))
        }
        done = subprocess.run(
            [sys.executable, "-m", "dateline.cli", *arguments], cwd=sample_home, capture_output=True, text=True,
            env={**environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    dateline("build", "corpus", "--into", "golden.db")
    return dateline


def compare(name: str, found: str) -> None:
    """Equal to the golden file of that name, or the golden file written anew where that is asked for."""
    path = HERE / name
    found = "".join(f"{line.rstrip()}\n" for line in found.splitlines())
    if os.environ.get("DATELINE_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
        return
    golden = path.read_text(encoding="utf-8")
    if golden != found:
        lines = difflib.unified_diff(
            golden.splitlines(), found.splitlines(), f"golden/{name}", "now", lineterm="", n=1
        )
        shown = list(lines)
        cut = [f"... {len(shown) - LONGEST_DIFF} more lines"] if len(shown) > LONGEST_DIFF else []
        pytest.fail(
            "\n".join(
                [*shown[:LONGEST_DIFF], *cut, "If this is wanted: DATELINE_GOLDEN=write pytest tests/golden"]
            ),
            pytrace=False,
        )


def test_the_chronicle(run: Run) -> None:
    compare("show.txt", run("show", "golden.db"))


def test_the_stories(run: Run) -> None:
    compare("stories.txt", run("stories", "golden.db", "--articles"))


def test_the_export(run: Run, sample_home: Path) -> None:
    run("export", "golden.db", "--format", "jsonl", "--out", "golden")
    kinds = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted((sample_home / "golden").glob("*.jsonl"))
    }
    assert len(kinds) == 8
    compare("export.txt", "\n".join(digest(kinds)) + "\n")


def digest(kinds: dict[str, list[dict[str, Any]]]) -> Iterable[str]:
    """Counts and a hash of the ids by kind of record, then counts by what the records say."""
    for kind, records in kinds.items():
        ids = "\n".join(sorted(record.get("id") or record["source"] for record in records))
        yield f"{kind:<12} {len(records):>5}  {hashlib.sha256(ids.encode()).hexdigest()[:16]}"
    for kind, fields in {
        "articles": ("outlet", "dateline_place"),
        "quotations": ("kind", "rule", "cue_class"),
        "mentions": ("type", "status"),
        "events": ("type", "status"),
        "actors": ("kind",),
    }.items():
        for field in fields:
            counts = Counter(str(record[field]) for record in kinds[kind])
            for value, count in sorted(counts.items()):
                yield f"{kind} {field} {value}: {count}"
    for article in sorted(kinds["articles"], key=lambda one: one["source"]):
        published = article["published"]
        yield f"{article['source']}: {published['earliest']}..{published['latest']} {published['basis']}"
