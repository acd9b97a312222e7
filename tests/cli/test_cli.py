"""The command line as a shell sees it: what goes to stdout, what to stderr, and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def dateline() -> Run:
    def run(
        *arguments: str, cwd: Path | None = None, given: str = "", **environ: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dateline.cli", *arguments],
            cwd=cwd,
            input=given,
            capture_output=True,
            text=True,
            env={**os.environ, **environ},
        )

    return run


@pytest.fixture(scope="session")
def demo(
    dateline: Run, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("demo")
    done = dateline("demo", "--into", "sample.db", cwd=folder)
    return folder, done


def test_demo_prints_a_chronicle_and_what_to_type_next(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    _, done = demo
    assert done.returncode == 0, done.stderr
    assert "CONSULT" in done.stdout
    for status in ("happened", "planned", "cancelled", "refused"):
        assert status in done.stdout
    assert "dateline show sample.db" in done.stderr
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("show", "sample.db"),
        ("show", "sample.db", "--type", "consult", "--status", "cancelled"),
        ("quotes", "sample.db"),
        ("stories", "sample.db"),
        ("actor", "sample.db"),
        ("rejected", "sample.db"),
        ("search", "sample.db", "strait"),
        ("doctor", "sample.db"),
    ],
)
def test_every_listing_takes_json(
    demo: tuple[Path, subprocess.CompletedProcess[str]], dateline: Run, command: tuple[str, ...]
) -> None:
    folder, _ = demo
    plain = dateline(*command, cwd=folder)
    assert plain.returncode == 0, plain.stderr
    told = dateline(*command, "--json", cwd=folder)
    assert told.returncode == 0, told.stderr
    json.loads(told.stdout)


def test_an_event_and_an_article_open_by_a_prefix_of_their_id(
    demo: tuple[Path, subprocess.CompletedProcess[str]], dateline: Run
) -> None:
    folder, _ = demo
    event = json.loads(dateline("show", "sample.db", "--json", cwd=folder).stdout)[0]
    shown = dateline("event", event["id"][:12], "--why", cwd=folder)
    assert shown.returncode == 0, shown.stderr
    assert event["title"] in shown.stdout
    article = dateline("article", event["articles"][0], "--removed", cwd=folder)
    assert article.returncode == 0, article.stderr
    assert dateline("event", "evt_nothing", cwd=folder).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("shwo",), 2, "Did you mean 'show'"),
        (("show",), 2, "PROJECT"),
        (("show", "missing.db"), 2, "missing.db"),
        (("show", "sample.db", "--type", "MEET"), 2, "CONSULT"),
        (("show", "sample.db", "--from", "soon"), 2, "soon"),
        (("build", "nowhere", "--into", "x.db"), 3, "rejected"),
        (("build", "text.txt", "--into", "x.db", "--field", "title"), 2, "OURS=THEIRS"),
        (("build", "text.txt", "--into", "y.db", "--model", "no_such_model"), 2, "no_such_model"),
        (("export", "sample.db", "--format", "xml", "--out", "o"), 2, "jsonl"),
        (("evaluate", "nothing", "file.jsonl"), 2, "Known"),
        (("show", "text.txt"), 5, "text.txt"),
    ],
)
def test_exit_codes(
    demo: tuple[Path, subprocess.CompletedProcess[str]],
    dateline: Run,
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    folder, _ = demo
    (folder / "text.txt").write_text(
        "A text that is no database. It has two sentences.\n" * 20, encoding="utf-8"
    )
    done = dateline(*arguments, cwd=folder)
    assert done.returncode == code, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_colour_only_where_it_is_wanted(
    demo: tuple[Path, subprocess.CompletedProcess[str]], dateline: Run
) -> None:
    folder, _ = demo
    assert "\x1b[" in dateline("show", "sample.db", cwd=folder, FORCE_COLOR="1").stdout
    plain = dateline("show", "sample.db", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert not re.search(r"\x1b\[3\d", plain), "bold and italics may stay, colours may not"


def test_version_and_help(dateline: Run) -> None:
    assert dateline("--version").stdout.startswith("dateline ")
    shown = dateline("--help").stdout
    assert "build" in shown
    assert "demo" in shown
