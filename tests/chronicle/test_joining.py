"""A build of one more article into a larger project: it joins, and what stands is what telling anew gives."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from dateline_fakes import FAKES

import dateline
from dateline.chronicle import build as building
from dateline.chronicle import joining
from dateline.pipeline import Line

LINE = dataclasses.replace(
    FAKES, **{part: getattr(Line(), part) for part in ("resolvers", "digest", "copies", "links", "stories")}
)
TOPICS = ("harbour tolls", "grain silos", "tram drivers", "orchard blight", "lighthouse lamps", "salt mines")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Projects of ten articles count as large."""
    for module in (joining, building):
        monkeypatch.setattr(module, "SMALLEST", 10)
    monkeypatch.setattr(joining.may_join, "__defaults__", (10,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for number in range(30):
        topic = TOPICS[number % len(TOPICS)]
        (place / f"{number:02}.txt").write_text(
            f"Paper {number}|2020-03-{1 + number % 5:02}|News of {topic}\nBrandt met Oss over {topic} and the {topic} "
            f'of Aldmoor. "The {topic} are not for sale to anyone" said Brandt to paper {number}.'
        )
    return place


def build(path: Path, source: Path, **options: Any) -> dateline.BuildSummary:
    with dateline.open(path, line=LINE) as chronicle:
        return chronicle.build(source, **options)


def told(path: Path) -> list[Any]:
    with dateline.open(path, create=False, line=LINE) as chronicle:
        return [
            sorted(sorted(story.articles) for story in chronicle.stories()),
            sorted(sorted(event.mentions) for event in chronicle.events()),
            sorted((actor.id, actor.mentions, actor.quotations) for actor in chronicle.actors()),
            sorted((quotation.id, quotation.same_as) for quotation in chronicle.quotations()),
        ]


def test_one_more_article_joins_and_agrees_with_telling_anew(
    small: None, folder: Path, tmp_path: Path
) -> None:
    late = folder / "29.txt"
    kept = late.read_text()
    late.unlink()
    first = build(tmp_path / "two.db", folder)
    assert "joining" not in first.stages
    late.write_text(kept)
    second = build(tmp_path / "two.db", folder)
    assert second.articles == 1
    assert second.linked
    assert "joining" in second.stages
    assert "links" not in second.stages
    joined = told(tmp_path / "two.db")
    again = build(tmp_path / "two.db", folder, relink=True)
    assert "links" in again.stages
    assert told(tmp_path / "two.db") == joined


def test_a_small_project_is_told_anew(folder: Path, tmp_path: Path) -> None:
    late = folder / "29.txt"
    kept = late.read_text()
    late.unlink()
    build(tmp_path / "two.db", folder)
    late.write_text(kept)
    assert "links" in build(tmp_path / "two.db", folder).stages


def test_a_large_batch_is_told_anew(small: None, folder: Path, tmp_path: Path) -> None:
    held = [(path, path.read_text()) for path in sorted(folder.iterdir())[-5:]]
    for path, _ in held:
        path.unlink()
    build(tmp_path / "two.db", folder)
    for path, kept in held:
        path.write_text(kept)
    assert "links" in build(tmp_path / "two.db", folder).stages
