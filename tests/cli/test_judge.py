"""`dateline judge` as a shell sees it: every form, what it prints, what it refuses, and where her reasons show."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from dateline_fakes import FAKES

import dateline
from dateline.cli import main

TEXTS = {
    "a.txt": 'Wire|2016-09-05|Talks on fish\nAda met Bert at the summit. "We agree on fish," said Ada.',
    "b.txt": "Herald|2016-09-06|A cold answer\nOn Monday Ada met Bert again. Carl refused Dora.",
}


@dataclass
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in TEXTS.items():
        (folder / name).write_text(content)
    with dateline.open(tmp_path / "p.db", line=FAKES) as chronicle:
        chronicle.build([folder])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_ANALYST", "Eve")
    return tmp_path / "p.db"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> Done:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        captured = capsys.readouterr()
        return Done(int(left.value.code or 0), captured.out, captured.err)

    return call


@pytest.fixture
def ids(project: Path) -> dict[str, Any]:
    with dateline.open(project) as chronicle:
        met = chronicle.events(type="CONSULT")[0]
        return {
            "met": met.id, "refused": chronicle.events(type="REJECT")[0].id, "mentions": met.mentions,
            "quotation": chronicle.quotations()[0].id, "article": chronicle.articles()[0].id,
        }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "listing", "expected"),
    [
        (["confirm", "{met}", "--why", "on  video"], ["event", "{met}", "--why"], "confirm by Eve"),
        (["reject", "{met}"], ["show", "p.db", "--rejected"], "CONSULT"),
        (["correct", "{met}", "--status", "cancelled", "--target", "Dora"], ["show", "p.db", "--status", "cancelled"], "Ada"),
        (["correct", "{met}", "--when", "2013-08-07..2013-08-07"], ["show", "p.db", "--to", "2013"], "2013-08-07"),
        (["correct", "{quotation}", "--speaker", "Dora"], ["quotes", "p.db", "--speaker", "Dora"], "We agree on fish"),
        (["correct", "{article}", "--outlet", "The Echo"], ["show", "p.db", "--outlet", "The Echo"], "CONSULT"),
        (["merge", "{met}", "{refused}"], ["event", "{met}"], "3 reports"),
        (["split", "{met}", "{mention}"], ["show", "p.db", "--type", "consult"], "1/1/1"),
        (["rename", "{met}", "Fish", "talks"], ["event", "{met}"], "Fish talks"),
        (["rename", "Dora", "Dora Lind"], ["actor", "p.db", "Dora Lind"], "Dora Lind"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else None,
)  # fmt: skip
def test_every_form(
    run: Run, project: Path, ids: dict[str, Any], words: list[str], listing: list[str], expected: str
) -> None:
    known = {**ids, "mention": ids["mentions"][0]}
    done = run("judge", "p.db", *(word.format(**known) for word in words))
    assert done.code == 0, done.err
    assert done.out.startswith("jud_")
    assert "in force" in done.out
    assert "Eve" in done.out
    shown = run(*(word.format(**known) for word in listing))
    assert shown.code == 0, shown.err
    assert expected in shown.out


def test_undo_takes_the_last_then_the_one_before_then_a_named_one(
    run: Run, project: Path, ids: dict[str, Any]
) -> None:
    first = run("judge", "p.db", "confirm", ids["met"]).out.split()[0]
    run("judge", "p.db", "reject", ids["refused"])
    assert "reject  undone" in run("judge", "p.db", "--undo").out
    assert "confirm  undone" in run("judge", "--undo", "p.db").out
    assert "no judgement to take back" in run("judge", "--undo").err
    undo = run("judge", "p.db", "--list", "--all", "--json")
    last = json.loads(undo.out)[-1]["judgement"]["id"]
    assert run("judge", "p.db", "--undo", last[:10]).code == 0
    assert f"{first}  confirm  in force" in run("judge", "--list").out


def test_list_export_import(run: Run, project: Path, ids: dict[str, Any]) -> None:
    assert "Nothing is judged here yet" in run("judge", "p.db", "--list").err
    run("judge", "p.db", "confirm", ids["met"], "--why", "seen", "--by", "Mallory")
    listed = run("judge", "p.db", "--list").out
    assert "Mallory" in listed
    assert "why: seen" in listed
    assert "“met”" in listed
    assert "1 judgements written" in run("judge", "p.db", "--export", "j.jsonl").err
    assert "0 new, 1 known already" in run("judge", "p.db", "--import", "j.jsonl").err
    Path("bad.jsonl").write_text("{}\n")
    bad = run("judge", "p.db", "--import", "bad.jsonl")
    assert bad.code == 2
    assert "bad.jsonl, line 1: this is no annotation" in bad.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["judge", "p.db"], 2, "one thing to do"),
        (["judge", "p.db", "--list", "--undo"], 2, "one thing to do"),
        (["judge", "p.db", "confrim", "x"], 2, "Did you mean 'confirm'?"),
        (["judge", "p.db", "confirm"], 2, "an id is missing"),
        (["judge", "p.db", "confirm", "evt_0000"], 1, "no record has the id"),
        (["judge", "p.db", "--list", "--type", "AID"], 2, "corrected values go with"),
        (["judge", "none.db", "--list"], 2, "no such project file"),
    ],
)
def test_what_makes_no_sense(run: Run, project: Path, arguments: list[str], code: int, words: str) -> None:
    done = run(*arguments)
    assert done.code == code
    assert words in done.err
    assert not done.out
