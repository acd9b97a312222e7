"""A project's story compared through its handle, and the files made of it: what they hold, what they never do."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline import Chronicle, NotFound, UsageError
from dateline.chronicle.comparison_files import COLUMNS, as_csv, as_html, as_json, save
from dateline.errors import ProjectError
from dateline.records import from_json
from dateline.stories.report import StoryComparison

LEDGER = """By Rosa Field
AVEROLD, March 4, 2020 (The Harbour Ledger) - President Ana Brandt of France met German Chancellor Piet Oss in Paris on Wednesday to settle the fishing dispute.

The humiliating talks ended in a shambles, and Oss <script>alert("x")</script> is pretending to be pleased.

“We closed the gaps of trust that were left between our two governments, and the boats will sail again in April,” Brandt said. Customs men had locked the chancellor's luggage in a boathouse.

Germany expelled four French diplomats on Tuesday.
"""
WIRE = """AVEROLD, March 4, 2020 (The Coast Wire) - French President Ana Brandt and German Chancellor Piet Oss met in Paris on Wednesday to settle the fishing dispute.

“We closed the gaps of trust that were left between our two governments, and the boats will sail again in April,” Brandt told reporters after the talks on the fishing dispute.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    home = tmp_path_factory.mktemp("compare")
    rows = [
        {
            "id": "1",
            "outlet": "=Ledger & <b>Sons</b>",
            "title": "A <i>humiliating</i> day",
            "date": "2020-03-04",
            "text": LEDGER,
        },
        {
            "id": "2",
            "outlet": "The Coast Wire",
            "title": "Brandt meets Oss",
            "date": "2020-03-04",
            "text": WIRE,
        },
    ]
    source = home / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with dateline.open(home / "p.db") as chronicle:
        chronicle.build(source)
        yield chronicle


@pytest.fixture(scope="module")
def compared(project: Chronicle) -> StoryComparison:
    (story,) = [story for story in project.stories() if len(story.outlets) == 2]
    return project.compare(story.id[:14])


def test_the_handle_gives_rows_of_both_outlets(compared: StoryComparison) -> None:
    outlets = [space.outlet for space in compared.outlets]
    assert outlets == ["=Ledger & <b>Sons</b>", "The Coast Wire"]
    assert compared.events
    for row in (*compared.events, *compared.quotations, *compared.actors):
        assert [cell.outlet for cell in row.cells] == outlets
    assert [row.told_by for row in compared.events if row.title.endswith("Paris")] == [tuple(outlets)]
    assert any("boathouse" in item.span.text for item in compared.only_in)
    assert {item.outlet for item in compared.only_in} == {outlets[0]}


def test_coloured_words_stand_in_their_sentences(compared: StoryComparison, project: Chronicle) -> None:
    texts = {article.id: article.text for article in project.articles()}
    words = {mark.span.text for mark in compared.marks}
    assert {"humiliating", "shambles"} <= words
    assert {mark.outlet for mark in compared.marks} == {"=Ledger & <b>Sons</b>"}
    for mark in compared.marks:
        text = texts[mark.article_id]
        assert text[mark.span.start : mark.span.end] == mark.span.text
        assert text[mark.sentence.start : mark.sentence.end] == mark.sentence.text
        assert mark.sentence.start <= mark.span.start < mark.sentence.end


def test_an_unknown_story(project: Chronicle) -> None:
    with pytest.raises(NotFound):
        project.compare("sto_0000000000000000")


def test_the_page_stands_alone_and_escapes_everything(compared: StoryComparison) -> None:
    page = as_html(compared)
    assert "<script" not in page and "<b>Sons" not in page and "<i>hum" not in page
    assert "&lt;b&gt;Sons" in page and "Ledger &amp; " in page
    assert not re.search(r"(?:src|href|url|@import|https?:|//\w)", page)
    assert "<mark" in page and 'scope="row"' in page and '<html lang="en">' in page
    opened = re.findall(r"<(table|tr|td|th|ul|li|details|p|h\d)\b", page)
    closed = re.findall(r"</(table|tr|td|th|ul|li|details|p|h\d)>", page)
    assert sorted(opened) == sorted(closed)


def test_the_table_has_a_row_for_every_cell(compared: StoryComparison) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(compared))))
    assert tuple(rows[0]) == COLUMNS
    sections = {row["section"] for row in rows}
    assert {"outlet", "event", "actor", "speaker", "only in", "coloured"} <= sections
    assert sum(row["section"] == "event" for row in rows) == 2 * len(compared.events)
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@"]


def test_json_holds_everything(compared: StoryComparison) -> None:
    assert from_json(StoryComparison, json.loads(as_json(compared))) == compared


@pytest.mark.parametrize("format", ["html", "csv", "json"])
def test_save(format: str, compared: StoryComparison, tmp_path: Path) -> None:
    path = tmp_path / f"out.{format}"
    save(compared, format, path)
    assert compared.title in path.read_text(encoding="utf-8")


def test_save_says_what_is_wrong(compared: StoryComparison, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        save(compared, "pdf", tmp_path / "x")
    with pytest.raises(ProjectError):
        save(compared, "csv", tmp_path / "no" / "x")
