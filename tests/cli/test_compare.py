"""`dateline compare` as a shell sees it: tables that fit, files that are whole, errors that say what to do."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import dateline

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def command(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", "compare", *arguments], cwd=cwd, capture_output=True, text=True,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **environ},
    )  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, sample_home: Path) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("compare")
    with dateline.open(folder / "p.db", flags={"overlay": (sample_home / "overlay",)}) as chronicle:
        chronicle.build(sample_home / "corpus", overlay=[sample_home / "overlay"])
        story = max(chronicle.stories(), key=lambda story: (len(story.outlets), story.id))
        assert len(story.outlets) > 1
        return folder, story.id


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_screen(width: int, home: tuple[Path, str]) -> None:
    folder, story = home
    done = command("p.db", story, cwd=folder, COLUMNS=str(width))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert not CONTROL.search(done.stdout)
    assert "Events" in done.stdout and "Who is heard" in done.stdout
    assert "…" not in "".join(line for line in lines if line.startswith(("A ", "B ")))


def test_files_are_written_beside_the_table(home: tuple[Path, str]) -> None:
    folder, story = home
    done = command("p.db", story, "--html", "c.html", "--csv", "c.csv", "--json", "c.json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr.split() == ["c.html", "written.", "c.csv", "written.", "c.json", "written."]
    data = json.loads((folder / "c.json").read_text(encoding="utf-8"))
    assert data["story_id"] == story and len(data["outlets"]) > 1
    with (folder / "c.csv").open(encoding="utf-8", newline="") as lines:
        assert len(list(csv.DictReader(lines))) > len(data["events"])
    assert (folder / "c.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_shortened_id_and_one_that_is_unknown(home: tuple[Path, str]) -> None:
    folder, story = home
    assert command("p.db", story[:14], cwd=folder).returncode == 0
    missing = command("p.db", "sto_nothing", cwd=folder)
    assert missing.returncode != 0
    assert missing.stderr.startswith("dateline: ") and "Traceback" not in missing.stderr
    unwritable = command("p.db", story, "--csv", "no/such/folder.csv", cwd=folder)
    assert unwritable.returncode != 0 and "Traceback" not in unwritable.stderr


@pytest.mark.parametrize("width", [60, 80, 120])
def test_many_outlets_are_shown_in_several_tables(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from dateline.cli.compare import _letters, _matrix
    from dateline.cli.render import console

    monkeypatch.setenv("COLUMNS", str(width))
    letters = _letters(30)
    _matrix(console(), "Events", letters, ["a title of some length"], [[("omits", "red")] * 30])
    shown = capsys.readouterr().out
    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
    assert shown.count("omits") == 30
    assert all(f" {letter} " in shown for letter in letters)
