"""The two touchstone reports of one day -> what only one has, and whose narration is coloured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline import Article, Chronicle
from dateline.stories.report import StoryComparison


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    with dateline.open(tmp_path_factory.mktemp("compared") / "s.db") as chronicle:
        chronicle.build([str(shared / "seeds")])
        yield chronicle


def article(chronicle: Chronicle, number: str) -> Article:
    return next(a for a in chronicle.articles() if Path(a.source).name.startswith(number))


@pytest.fixture(scope="module")
def compared(seeds: Chronicle) -> StoryComparison:
    loud, plain = article(seeds, "000"), article(seeds, "003")
    assert loud.story_id and loud.story_id == plain.story_id
    return seeds.compare(loud.story_id)


def test_the_incident_at_the_aeroplane_is_in_one_report_only(
    seeds: Chronicle, compared: StoryComparison
) -> None:
    loud = article(seeds, "000")
    for words in ("stairway", "swarm of angry"):
        (item,) = [item for item in compared.only_in if words in item.span.text]
        assert item.article_id == loud.id
        assert item.outlet == loud.teller


def test_what_both_report_is_in_neither_alone(compared: StoryComparison) -> None:
    shared = [row for row in compared.events if len(row.told_by) == 2]
    assert shared
    assert any({cell.state for cell in row.cells} == {"led"} for row in shared)
    spans = {(cell.article_id, span) for row in shared for cell in row.cells for span in cell.spans}
    assert not [item for item in compared.only_in if (item.article_id, item.span) in spans]


def test_one_narration_is_coloured(seeds: Chronicle, compared: StoryComparison) -> None:
    loud, plain = article(seeds, "000"), article(seeds, "003")
    words = {mark.span.text for mark in compared.marks if mark.article_id == loud.id}
    assert len(words) >= 10
    assert {"humiliating", "snub", "swarm"} <= words
    assert len([mark for mark in compared.marks if mark.article_id == plain.id]) <= 2


def test_no_quotation_is_coloured(seeds: Chronicle) -> None:
    quoted: dict[str, list[tuple[int, int]]] = {}
    for quotation in seeds.quotations():
        if quotation.kind != "indirect":
            for piece in quotation.pieces or (quotation.content,):
                quoted.setdefault(quotation.article_id, []).append((piece.start, piece.end))
    marks = [loaded for story in seeds.stories() for loaded in story.comparison.loaded]
    assert len(marks) > 20
    inside = [
        mark.span.text
        for mark in marks
        for start, end in quoted.get(mark.article_id, ())
        if start < mark.span.end and mark.span.start < end
    ]
    assert not inside


def test_a_label_of_one_is_set_against_the_others(seeds: Chronicle, compared: StoryComparison) -> None:
    """Where one says "dictator" and the other "President" beside the same name, both are shown."""
    found = [mark for mark in compared.marks if mark.neutral]
    assert found
    texts = {a.id: a.text for a in seeds.articles()}
    for mark in found:
        assert mark.neutral is not None and mark.neutral_article_id is not None
        assert texts[mark.neutral_article_id][mark.neutral.start : mark.neutral.end] == mark.neutral.text
        assert mark.neutral_outlet != mark.outlet
