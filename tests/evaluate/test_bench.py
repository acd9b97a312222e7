"""What the speed benchmark makes of the processor times it measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate import bench


def test_looking_across_is_its_stages_share_of_the_whole_build() -> None:
    stages = {"text": 70.0, "links": 3.0, "stories": 5.0, "keys": 2.0, "store": 8.0}
    lines: list[str] = []
    share = bench.across(bench.Cost(100.0, 60.0, 500.0, {"stages": stages}), lines.append)
    assert share == pytest.approx(0.10)
    assert lines[0].split() == ["text", "70.0", "CPU-s", "70.0%"]
    assert lines[-2].split() == ["(all", "else)", "12.0", "CPU-s", "12.0%"]
    assert lines[-1].endswith("10.0% of the build")


def test_the_first_records_of_a_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"id": str(n), "text": f"Text {n}."}) + "\n" for n in range(5)))
    source = bench.corpus(file, 3, tmp_path / "few.jsonl")
    assert [json.loads(line)["id"] for line in source.read_text().splitlines()] == ["0", "1", "2"]


@pytest.mark.parametrize("given", [["--keep", "p.db"], ["--alone", "1", "--keep", "there.db"]])
def test_a_project_is_kept_only_under_a_new_name(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.db").write_bytes(b"")
    with pytest.raises(SystemExit):
        bench.main(given)
    assert "--keep" in capsys.readouterr().err
