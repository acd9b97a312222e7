"""One suite for every format: the same rows, the contract's keys, whole files or none."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dateline_fakes import FAKES

import dateline
from dateline.exports import FORMATS, KINDS, data_dictionary, export
from dateline.exports.dictionary import meanings, parts
from dateline.exports.flat import columns, flatten, flatten_plain
from dateline.exports.shapes import shapes

CONTRACT = {
    "articles": "id source sha256 outlet domain title byline language published dateline_place text removed story_id"
    " copy_of copied_share",
    "quotations": "id article_id kind content speaker cue addressee via rule confidence same_as",
    "mentions": "id article_id event_id type mode status plover_type cameo source target mutual when where issues"
    " trigger evidence reported_by rule confidence",
    "events": "id story_id type title status status_history when where source target mentions articles outlets"
    " independent_sources discrepancies confidence",
    "stories": "id storyline_id title from to articles events actors outlets comparison",
    "storylines": "id title from to stories actors",
    "actors": "id name also_known_as kind country offices mentions quotations",
    "rejected": "source sha256 stage code detail",
}
"""The record contract, field by field: a record may have more keys, never fewer."""
INSIDE = {
    "Span": "start end text", "DateRange": "earliest latest text basis", "ActorRef": "actor_id name country role span",
    "Place": "name country lat lon", "Removed": "reason text", "StatusChange": "status as_of mention_id",
    "Discrepancy": "field values", "Claim": "value mention_ids", "Comparison": "events quotations only_in loaded",
    "Passage": "article_id span", "Origin": "name kind articles", "Account": "article_id role why",
    "OnlyIn": "outlet span article_id", "Loaded": "article_id span kind", "Office": "title from to",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dateline.Chronicle]:
    folder = tmp_path_factory.mktemp("in")
    for i in range(7):
        words = f'Ada met "Bert{i % 3}. "Tea; cake,\n\ncoffee {i % 2}," said Ada. Carl refused officials. =1+1 naïve “x”'
        (folder / f"{i}.txt").write_text(
            f"Wire, {i % 2}|2016-09-{i + 1:02}|Title {i}\n{words}", encoding="utf-8"
        )
    (folder / "empty.txt").write_text("")
    with dateline.open(tmp_path_factory.mktemp("p") / "p.db", line=FAKES) as chronicle:
        chronicle.build(folder)
        yield chronicle


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_parquet(path: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet

    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    return rows


READERS: dict[str, Callable[[Path], list[dict[str, Any]]]] = {
    "jsonl": read_jsonl, "csv": read_csv, "parquet": read_parquet,
}  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_the_same_rows_in_the_same_order(
    format: str, project: dateline.Chronicle, tmp_path: Path
) -> None:
    written = project.export(format, tmp_path / "out")
    assert set(written) == {str(tmp_path / "out" / f"{kind}.{format}") for kind in CONTRACT}
    for kind in CONTRACT:
        rows = READERS[format](tmp_path / "out" / f"{kind}.{format}")
        records = getattr(project, kind)()
        assert len(rows) == len(records) == written[str(tmp_path / "out" / f"{kind}.{format}")]
        key = "source" if kind == "rejected" else "id"
        assert [row[key] for row in rows] == [getattr(record, key) for record in records]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "dictionary.md", *(f"{kind}.{format}" for kind in CONTRACT),
    }  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_exporting_twice_gives_the_same_bytes(
    format: str, project: dateline.Chronicle, tmp_path: Path
) -> None:
    one, two = (project.export(format, tmp_path / name) for name in ("one", "two"))
    assert [Path(path).read_bytes() for path in one] == [Path(path).read_bytes() for path in two]


def test_jsonl_is_the_contract_and_loses_nothing(project: dateline.Chronicle, tmp_path: Path) -> None:
    project.export("jsonl", tmp_path)
    texts = {row["id"]: row["text"] for row in read_jsonl(tmp_path / "articles.jsonl")}
    for kind, cls in KINDS.items():
        rows = read_jsonl(tmp_path / f"{kind}.jsonl")
        assert rows, f"the sample has no {kind}"
        for row in rows:
            assert set(CONTRACT[kind].split()) <= set(row)
        assert [dateline.from_json(cls, row) for row in rows] == list(getattr(project, kind)())
    for row in (*read_jsonl(tmp_path / "quotations.jsonl"), *read_jsonl(tmp_path / "mentions.jsonl")):
        for span in spans(row):
            assert texts[row["article_id"]][span["start"] : span["end"]] == span["text"]


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("kind", CONTRACT)
def test_records_have_every_key_of_the_contract(kind: str) -> None:
    assert set(CONTRACT[kind].split()) <= set(shapes(KINDS[kind]))


@pytest.mark.parametrize("cls", parts(), ids=lambda cls: str(cls.__name__))
def test_parts_of_records_have_every_key_of_the_contract(cls: type) -> None:
    assert set(INSIDE[cls.__name__].split()) <= set(shapes(cls))


def test_csv_cells_say_what_the_records_say(project: dateline.Chronicle, tmp_path: Path) -> None:
    project.export("csv", tmp_path)
    for article, row in zip(project.articles(), read_csv(tmp_path / "articles.csv"), strict=True):
        assert row["text"] == article.text
        assert row["published_earliest"] == str(article.published.earliest)
        assert row["byline"] == "A. Writer"
        assert row["copy_of"] == (article.copy_of or "")
    for mention, row in zip(project.mentions(), read_csv(tmp_path / "mentions.csv"), strict=True):
        assert row["source_names"] == "; ".join(ref.name for ref in mention.source)
        assert row["mutual"] == str(mention.mutual).lower()
        assert row["trigger_start"] == str(mention.trigger.start)


def test_parquet_keeps_types(project: dateline.Chronicle, tmp_path: Path) -> None:
    import pyarrow.parquet

    project.export("parquet", tmp_path)
    rows = read_parquet(tmp_path / "articles.parquet")
    assert [row["published"]["earliest"] for row in rows] == [
        a.published.earliest for a in project.articles()
    ]
    schema = pyarrow.parquet.read_schema(tmp_path / "mentions.parquet")
    assert str(schema.field("confidence").type) == "double"
    assert "name: string" in str(schema.field("source").type)
    assert "lat: double" in str(schema.field("where").type), "a column of nothing but nulls has its type too"


def test_flat_rows_have_exactly_the_columns(project: dateline.Chronicle) -> None:
    for kind, cls in KINDS.items():
        for record in getattr(project, kind)():
            row = flatten(record)
            assert list(row) == list(columns(cls))
            for name, value in row.items():
                assert value is None or isinstance(value, columns(cls)[name]), (kind, name, value)


def test_unknown_keys_are_left_out_and_missing_ones_empty() -> None:
    row = flatten_plain(KINDS["rejected"], {"source": "a", "new": 1})
    assert row == {"source": "a", "sha256": None, "stage": None, "code": None, "detail": None}


def test_the_dictionary_explains_every_field_and_no_other() -> None:
    classes = (*KINDS.values(), *parts())
    assert set(meanings()) == {cls.__name__ for cls in classes}
    for cls in classes:
        assert set(meanings()[cls.__name__]) == set(shapes(cls)), cls.__name__
    text = data_dictionary()
    assert all(f"## {kind}\n" in text for kind in KINDS)
    assert "| `id` | string | Content-derived id" in text
    assert re.search(r"\| `speaker` \| ActorRef or null \|", text)


def test_an_unknown_format_lists_the_known_ones(project: dateline.Chronicle, tmp_path: Path) -> None:
    with pytest.raises(dateline.DatelineError, match="Did you mean 'jsonl'") as caught:
        project.export("jsnl", tmp_path)
    assert caught.value.exit_code == 2


def test_a_file_in_the_way_is_refused(project: dateline.Chronicle, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(dateline.UsageError, match="a file, not a folder"):
        project.export("jsonl", tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_an_export_that_breaks_off_leaves_the_old_files(project: dateline.Chronicle, tmp_path: Path) -> None:
    project.export("jsonl", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def rows(kind: str) -> Iterator[dict[str, Any]]:
        if kind == "events":
            raise OSError(28, "No space left on device")
        yield {"id": kind}

    with pytest.raises(dateline.DatelineError, match="No space left"):
        export(rows, "jsonl", tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_missing_package_is_named(
    project: dateline.Chronicle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(dateline.UsageError, match=r"pip install 'dateline\[parquet\]'"):
        project.export("parquet", tmp_path / "out")
    assert not any((tmp_path / "out").iterdir())
