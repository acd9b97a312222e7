"""A build: what is new, what is skipped, what is rejected; the same whatever the order, the number of workers, the crashes."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from dateline_fakes import FAKES, PACE

import dateline
from dateline.records import to_json

TABLES = ("articles", "quotations", "mentions", "events", "stories", "storylines", "actors", "rejected")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(40):
        words = f'Ada met Bert{i % 7}. "We talk {i % 5}," said Ada. Carl refused officials. Number{i}.'
        (folder / f"{i:03}.txt").write_text(f"Wire{i % 3}|2016-09-{i % 28 + 1:02}|Title {i}\n{words}")
    (folder / "empty.txt").write_text("")
    (folder / "french.txt").write_text("Wire|2016-01-01|T\nFRENCH")
    (folder / "broken.txt").write_text("Wire|2016-01-01|T\nBREAK")
    (folder / "twin.txt").write_text((folder / "007.txt").read_text())
    return folder


def content(path: Path) -> dict[str, list[Any]]:
    with dateline.open(path, create=False, line=FAKES) as chronicle:
        assert chronicle.doctor().problems == ()
        return {table: [to_json(r) for r in getattr(chronicle, table)()] for table in TABLES}


def build(path: Path, sources: Path | Sequence[Path], **options: Any) -> dateline.BuildSummary:
    with dateline.open(path, line=FAKES) as chronicle:
        return chronicle.build(sources, **options)


def test_what_a_build_says_and_keeps(folder: Path, tmp_path: Path) -> None:
    summary = build(tmp_path / "p.db", folder)
    assert (summary.articles, summary.skipped, summary.quotations, summary.mentions) == (40, 1, 40, 80)
    assert summary.rejected == {"empty": 1, "language": 1, "stage-fault": 1}
    assert (summary.events, summary.stories, summary.linked) == (8, 1, True)
    assert {"articles", "text", "quotes", "events", "links", "stories", "store", "reading"} <= set(
        summary.stages
    )
    assert 0 < summary.seconds < 60
    kept = content(tmp_path / "p.db")
    inputs = {record["source"] for record in (*kept["articles"], *kept["rejected"])}
    assert inputs == {path.name for path in folder.iterdir()}


def test_a_second_build_skips_everything_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "p.db", folder)
    before = content(tmp_path / "p.db")
    summary = build(tmp_path / "p.db", folder)
    assert (summary.articles, summary.skipped, summary.rejected) == (0, 44, {})
    assert content(tmp_path / "p.db") == before


def test_rejected_inputs_are_read_again_on_request(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "p.db", folder)
    summary = build(tmp_path / "p.db", folder, retry=True)
    assert summary.rejected == {"empty": 1, "language": 1, "stage-fault": 1}
    assert summary.articles == 0


def test_what_was_rejected_before_is_counted_apart(folder: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "p.db", folder).still_rejected == 0
    assert build(tmp_path / "p.db", folder).still_rejected == 3
    (folder / "french.txt").write_text("Wire|2016-01-01|T\nIn English now.")
    summary = build(tmp_path / "p.db", folder)
    assert (summary.articles, summary.still_rejected) == (1, 2)
    assert {one.code for one in content_rejected(tmp_path / "p.db")} == {"empty", "stage-fault", "duplicate"}


def content_rejected(path: Path) -> list[dateline.Rejected]:
    with dateline.open(path, line=FAKES) as chronicle:
        return list(chronicle.rejected())


@pytest.mark.parametrize("name", ["a.txt", "-", "-#1"])
@pytest.mark.parametrize(
    "order", [("bad", "good", "worse"), ("good", "bad", "worse"), ("worse", "bad", "good")]
)
def test_inputs_that_share_a_name_are_all_accounted_for(
    name: str, order: tuple[str, ...], tmp_path: Path
) -> None:
    """Records of one file may carry the same id; the stand-in for a reader names a file without its folder."""
    words = {"bad": "FRENCH", "worse": "FRENCH too", "good": "Ada met Bert."}
    for kind in order:
        (tmp_path / kind).mkdir()
        (tmp_path / kind / name).write_text(f"Wire|2016-01-01|T\n{words[kind]}")
    if name == "a.txt":
        build(tmp_path / "p.db", [tmp_path / kind for kind in order])
    else:  # what came by standard input at another time was another input
        for kind in order:
            build(tmp_path / "p.db", tmp_path / kind)
    kept = content(tmp_path / "p.db")
    assert [record["source"] for record in kept["articles"]] == [name]
    assert len({record["sha256"] for record in kept["rejected"]}) == 2
    build(tmp_path / "p.db", [tmp_path / kind for kind in order])
    assert content(tmp_path / "p.db") == kept


def test_parts_in_any_order_give_what_one_build_gives(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "whole.db", folder)
    files = sorted(folder.iterdir())
    random.Random(3).shuffle(files)
    for part in (files[:9], files[9:30], files[30:]):
        build(tmp_path / "parts.db", part)
    assert content(tmp_path / "parts.db") == content(tmp_path / "whole.db")


def test_workers_do_not_matter(folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "one.db", folder)
    build(tmp_path / "two.db", folder, workers=2)
    assert content(tmp_path / "two.db") == content(tmp_path / "one.db")


def test_an_article_that_kills_its_worker_is_rejected(folder: Path, tmp_path: Path) -> None:
    (folder / "005b.txt").write_text("Wire|2016-01-01|T\nKILL")
    summary = build(tmp_path / "p.db", folder, workers=2)
    assert summary.rejected["worker-died"] == 1
    assert summary.articles == 40
    with dateline.open(tmp_path / "p.db", line=FAKES) as chronicle:
        (died,) = [one for one in chronicle.rejected() if one.code == "worker-died"]
        assert died.source == "005b.txt"


def test_progress_counts_up_to_the_total(folder: Path, tmp_path: Path) -> None:
    heard: list[dateline.Progress] = []
    build(tmp_path / "p.db", folder, progress=heard.append)
    parsing = [one for one in heard if one.stage == "parsing"]
    assert [one.done for one in parsing] == sorted(one.done for one in parsing)
    assert parsing[-1].done == 42
    assert parsing[-1].total == 42, "what must be parsed; twins and the empty file are not"
    assert heard[-1].stage == "done"
    assert (heard[-1].articles, heard[-1].rejected) == (40, 3)
    assert [one.stage for one in heard].index("links") < [one.stage for one in heard].index("stories")


def test_inputs_too_large_to_hold_are_read_twice(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path / "held.db", folder)
    monkeypatch.setattr("dateline.chronicle.build.AHEAD_CHARS", 300)
    build(tmp_path / "twice.db", folder)
    assert content(tmp_path / "twice.db") == content(tmp_path / "held.db")


def test_an_unknown_finder_or_worker_count_is_refused_before_work(folder: Path, tmp_path: Path) -> None:
    with dateline.open(tmp_path / "p.db", line=FAKES) as chronicle, pytest.raises(dateline.UsageError):
        chronicle.build(folder, workers=0)
    from dataclasses import replace

    with (
        dateline.open(
            tmp_path / "q.db", flags={"quotes": "rule"}, line=replace(FAKES, quotes="")
        ) as chronicle,
        pytest.raises(dateline.DatelineError, match="Did you mean 'rules'"),
    ):
        chronicle.build(folder)


def test_a_name_that_is_no_text_is_kept_readable(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Wire|2016-01-01|T\nAda met Bert.")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    build(tmp_path / "p.db", folder)
    assert [a["source"] for a in content(tmp_path / "p.db")["articles"]] == ["caf\\udce9.txt"]


def test_half_a_character_rejects_its_article_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dateline_fakes

    from dateline.records import RawDocument

    def read(paths: Sequence[str], config: object, **options: object) -> object:
        yield RawDocument("half.txt", "sha", "text", "Wire|2016-01-01|T\nAda \ud800 met Bert.")
        yield RawDocument("good.txt", "sha2", "text", "Wire|2016-01-01|T\nAda met Bert.")

    monkeypatch.setattr(dateline_fakes, "read", read)
    monkeypatch.setattr(dateline_fakes, "digest", lambda article: b"")
    summary = build(tmp_path / "p.db", folder)
    assert (summary.articles, summary.rejected) == (1, {"stage-fault": 1})


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import dateline
from dateline_fakes import FAKES

if __name__ == "__main__":
    with dateline.open(sys.argv[2], line=FAKES) as chronicle:
        try:
            chronicle.build(sys.argv[3], workers=int(sys.argv[4]))
        except dateline.BuildInterrupted as stopped:
            print(stopped.summary.articles, stopped.summary.linked)
            sys.exit(130)
"""


def start(folder: Path, project: Path, workers: int, seconds: float) -> subprocess.Popen[str]:
    fakes = str(Path(sys.modules["dateline_fakes"].__file__ or "").parent)
    script = project.with_suffix(".py")
    script.write_text(SCRIPT)
    return subprocess.Popen(
        [sys.executable, str(script), fakes, str(project), str(folder), str(workers)],
        env={**os.environ, PACE: str(seconds)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def articles_in(project: Path) -> int:
    """What another process would see, without opening the file for writing."""
    try:
        with closing(sqlite3.connect(f"file:{project}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


@pytest.mark.parametrize("workers", [1, 2])
def test_kill_nine_loses_and_doubles_nothing(workers: int, folder: Path, tmp_path: Path) -> None:
    build(tmp_path / "whole.db", folder)
    project = tmp_path / "killed.db"
    chance = random.Random(workers)
    alive: list[int] = []
    for _ in range(6):
        running = start(folder, project, workers, 0.03)
        target, deadline = articles_in(project) + chance.randint(0, 6), time.monotonic() + 60
        while articles_in(project) < target and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(chance.random() * 0.06)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        alive.append(articles_in(project))
    assert alive == sorted(alive), "what was stored stays"
    finished = start(folder, project, workers, 0.0)
    _, errors = finished.communicate(timeout=60)
    assert finished.returncode == 0, errors
    assert content(project) == content(tmp_path / "whole.db")
    assert any(0 < count < 40 for count in alive), f"no kill fell into the parsing: {alive}"


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_ends_cleanly_and_the_next_build_completes(
    workers: int, folder: Path, tmp_path: Path
) -> None:
    project = tmp_path / "stopped.db"
    running = start(folder, project, workers, 0.1)
    deadline = time.monotonic() + 30
    while articles_in(project) < 4 and time.monotonic() < deadline:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    out, errors = running.communicate(timeout=30)
    assert running.returncode == 130, errors
    assert "Traceback" not in errors
    stored, linked = out.split()
    assert 0 < int(stored) < 40
    assert linked == "False"
    with dateline.open(project, line=FAKES) as chronicle:
        assert len(chronicle.articles()) == int(stored)
        assert any("do not cover every article" in problem for problem in chronicle.doctor().problems)
    build(tmp_path / "whole.db", folder)
    build(project, folder)
    assert content(project) == content(tmp_path / "whole.db")


def test_summary_is_plain_json(folder: Path, tmp_path: Path) -> None:
    summary = to_json(build(tmp_path / "p.db", folder))
    assert json.loads(json.dumps(summary))["rejected"] == {"empty": 1, "language": 1, "stage-fault": 1}
