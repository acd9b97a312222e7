"""What stands on a screen of any width: whole lines, ids to go on with, words that say what to do, nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline_fakes import FAKES
from rich.cells import cell_len

import dateline

Run = Callable[..., subprocess.CompletedProcess[str]]
HOSTILE = "[/bold] :smile: <b>T</b> \x1b[31mred\x9b2J [link=file:x]"


@pytest.fixture(scope="session")
def command() -> Run:
    def run(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dateline.cli", *arguments], cwd=cwd, capture_output=True, text=True, input="",
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **environ},
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    folder = home / "in"
    folder.mkdir()
    for i in range(12):
        words = f'Ada met Bert{i % 3}. "{HOSTILE} It is a long way to the sea and back, {i % 4}," said Ada.'
        words += " Carl refused officials."
        head = f"Wire {HOSTILE if i % 2 else ''}|2016-09-{i + 1:02}|{HOSTILE} number {i} of a dozen of titles"
        (folder / f"{i}.txt").write_text(f"{head}\n{words}", encoding="utf-8")
    (folder / "bad \x1b[2J.txt").write_text("")
    with dateline.open(home / "p.db", line=FAKES) as chronicle:
        chronicle.build(folder)
    return home


LISTINGS = (
    ("show",), ("quotes",), ("stories",), ("stories", "--articles"), ("actor",), ("actor", "Ada"), ("rejected",),
    ("search", "sea"), ("doctor",),
)  # fmt: skip
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("words", LISTINGS, ids=" ".join)
def test_no_line_is_wider_than_the_screen_and_no_file_speaks_to_it(
    words: tuple[str, ...], width: int, hostile: Path, command: Run
) -> None:
    done = command(words[0], "p.db", *words[1:], cwd=hostile, COLUMNS=str(width))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert [line for line in done.stdout.splitlines() if cell_len(line) > width] == []
    assert not CONTROL.search(done.stdout + done.stderr)
    assert "…" not in done.stdout or words[0] == "search", "nothing is cut off"


@pytest.mark.parametrize("width", [60, 80, 160])
def test_ids_in_a_listing_open_what_they_name(width: int, hostile: Path, command: Run) -> None:
    shown = command("show", "p.db", cwd=hostile, COLUMNS=str(width)).stdout
    ids = re.findall(r"evt_[0-9a-f]+", shown)
    assert len(ids) == len(json.loads(command("show", "p.db", "--json", cwd=hostile).stdout))
    opened = command("event", ids[0], "--why", cwd=hostile, COLUMNS=str(width))
    assert opened.returncode == 0, opened.stderr
    assert ids[0] in opened.stdout
    article = re.findall(r"art_[0-9a-f]+", opened.stdout)[0]
    text = command("article", article, "--removed", cwd=hostile, COLUMNS=str(width))
    assert text.returncode == 0, text.stderr
    assert not CONTROL.search(opened.stdout + text.stdout)


def test_words_in_brackets_and_colons_are_words(hostile: Path, command: Run) -> None:
    plain = HOSTILE.replace("\x1b", "\ufffd").replace("\x9b", "\ufffd")
    assert plain in command("search", "p.db", "sea", cwd=hostile).stdout
    assert plain in command("quotes", "p.db", cwd=hostile).stdout


def test_quotations_stand_under_speaker_with_cue_and_outlet(hostile: Path, command: Run) -> None:
    shown = command("quotes", "p.db", cwd=hostile, COLUMNS="100").stdout
    assert shown.splitlines()[0].startswith("Ada")
    assert re.search(r"^ +2016-09-01 +direct ", shown, re.MULTILINE)
    assert re.search(r"^ +(no cue|say)\b.* · ", shown, re.MULTILINE)


def test_an_actor_has_events_and_quotations_or_words_that_say_there_are_none(
    hostile: Path, command: Run
) -> None:
    ada = command("actor", "p.db", "Ada", cwd=hostile).stdout
    assert "12 events" in ada or re.search(r"\d+ events?\n", ada)
    assert "12 quotations" in ada
    carl = command("actor", "p.db", "Carl", cwd=hostile).stdout
    assert "Nobody quotes this actor." in carl


@pytest.mark.parametrize(
    "words", [("show",), ("quotes",), ("stories",), ("actor",), ("rejected",), ("search", "a")]
)
def test_an_empty_project_says_what_to_type(words: tuple[str, ...], tmp_path: Path, command: Run) -> None:
    dateline.open(tmp_path / "new.db").close()
    done = command(words[0], "new.db", *words[1:], cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "dateline build FOLDER --into new.db" in done.stderr
    assert json.loads(command(words[0], "new.db", *words[1:], "--json", cwd=tmp_path).stdout) in (
        [], {"storylines": [], "stories": []},
    )  # fmt: skip


def test_a_filter_that_nothing_meets_says_so(hostile: Path, command: Run) -> None:
    done = command("show", "p.db", "--actor", "Karl", cwd=hostile)
    assert done.returncode == 0
    assert "Did you mean Carl?" in done.stderr
    assert "Drop a filter" in command("quotes", "p.db", "--cue-class", "deny", cwd=hostile).stderr
    assert "no-such" in command("rejected", "p.db", "--code", "no-such", cwd=hostile).stderr


def test_what_a_limit_left_out_is_counted(hostile: Path, command: Run) -> None:
    for words in (("show",), ("quotes",), ("actor",)):
        done = command(*words, "p.db", "--limit", "1", cwd=hostile)
        assert re.search(r"\d+ more; raise --limit", done.stderr), words


def test_a_missing_path_is_said_again_each_time(tmp_path: Path, command: Run) -> None:
    first = command("build", "nowhere.txt", "--into", "p.db", cwd=tmp_path)
    assert first.returncode == 3
    assert "nowhere.txt: it cannot be read" in first.stderr
    again = command("build", "nowhere.txt", "--into", "p.db", cwd=tmp_path)
    assert again.returncode == 3
    assert "1 of them rejected before" in again.stderr
    assert "dateline rejected p.db" in again.stderr


@pytest.mark.parametrize("words", [("show", "p.db"), ("quotes", "p.db", "--json"), ("article",)])
def test_a_charset_without_arrows_is_no_reason_to_fail(
    words: tuple[str, ...], hostile: Path, command: Run
) -> None:
    if words == ("article",):
        found = json.loads(command("search", "p.db", "sea", "--json", cwd=hostile).stdout)
        words = ("article", found[0]["article_id"])
    done = command(*words, cwd=hostile, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    if "--json" in words:
        assert HOSTILE in json.loads(done.stdout)[0]["content"]["text"]


@pytest.mark.parametrize("words", [("show", "p.db"), ("show", "p.db", "--json"), ("stories", "p.db")])
def test_output_that_cannot_be_written_is_said(words: tuple[str, ...], hostile: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "dateline.cli", *words], cwd=hostile, stdout=out, stderr=subprocess.PIPE, text=True
        )  # fmt: skip
    assert done.returncode == 1
    assert re.fullmatch(r"dateline: .*No space left on device.*\n", done.stderr)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("talks", "joint statement"), 'talks "joint statement"'),
        (("talks peace",), "talks peace"),
        (('"joint statement"', "talks"), '"joint statement" talks'),
        (("(a OR b)", "c"), "(a OR b) c"),
        (("a", "OR", "b"), "a OR b"),
    ],
)
def test_words_quoted_for_the_shell_are_a_phrase(words: tuple[str, ...], asked: str) -> None:
    from dateline.cli.search import query

    assert query(words) == asked


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_longest_words_of_the_contract_fit(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from dateline.cli.show import print_chronicle
    from dateline.records import EVENT_TYPES, STATUSES, ActorRef, DateRange, Event

    events = [
        Event(
            f"evt_{n:016x}", None, kind, "T", status, (), DateRange(), None,  # type: ignore[arg-type]
            (ActorRef(None, "United Nations Office for the Coordination of Humanitarian Affairs"),), (),
            ("men_1",) * 120, ("art_1",), ("A",) * 110, 100, (), 0.5,
        )
        for n, (kind, status) in enumerate((kind, status) for kind in EVENT_TYPES for status in STATUSES)
    ]  # fmt: skip
    monkeypatch.setenv("COLUMNS", str(width))
    print_chronicle(events, None)
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert {*EVENT_TYPES, *STATUSES} <= set(shown.split())
    assert all(cell_len(line) <= width for line in shown.splitlines())
