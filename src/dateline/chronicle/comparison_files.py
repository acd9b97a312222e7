"""A comparison of outlets -> one file: a self-contained HTML page, a flat CSV table, or JSON.

The page asks for nothing from elsewhere and runs no script; every word of an article is escaped.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.chronicle.cells import inert
from dateline.errors import ProjectError, UsageError
from dateline.records import to_json

if TYPE_CHECKING:
    from dateline.stories.report import Mark, StoryComparison

COLUMNS = (
    "section",
    "key",
    "title",
    "outlet",
    "value",
    "position",
    "share",
    "article_id",
    "start",
    "end",
    "text",
)
FORMATS = ("html", "csv", "json")


def save(comparison: StoryComparison, format: str, path: str | Path) -> None:
    """Write the comparison as `format` (html, csv or json). Raises UsageError for another, ProjectError when it cannot
    be written."""
    if format not in FORMATS:
        raise UsageError(f"no format is called '{format}'", remedy=f"Known: {', '.join(FORMATS)}")
    text = {"html": as_html, "csv": as_csv, "json": as_json}[format](comparison)
    try:
        Path(path).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ProjectError(str(error), where=str(path), remedy="Check the path and the free space") from error


def as_json(comparison: StoryComparison) -> str:
    """Every field of the comparison, spans with their offsets."""
    return json.dumps(to_json(comparison), ensure_ascii=False, indent=2) + "\n"


def as_csv(comparison: StoryComparison) -> str:
    """One row a cell, speaker, passage or coloured word, in the columns of COLUMNS."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([inert(cell) for cell in row] for row in _rows(comparison))
    return out.getvalue()


def _rows(comparison: StoryComparison) -> Iterator[tuple[object, ...]]:
    for space in comparison.outlets:
        yield (
            "outlet",
            "",
            "",
            space.outlet,
            len(space.articles),
            "",
            "",
            " ".join(space.articles),
            "",
            "",
            "",
        )
    for section, rows in (
        ("event", comparison.events), ("quotation", comparison.quotations), ("actor", comparison.actors),
    ):  # fmt: skip
        for row in rows:
            for cell in row.cells:
                span = cell.spans[0] if cell.spans else None
                yield (
                    section, row.key, row.title, cell.outlet, cell.state, cell.position, cell.share, cell.article_id,
                    span and span.start, span and span.end, span.text if span else cell.why,
                )  # fmt: skip
    for speaker in comparison.speakers:
        for heard in speaker.cells:
            said = (
                f"{heard.quoted} quoted, {heard.paraphrased} paraphrased, {heard.length} code points quoted"
            )
            yield (
                "speaker", speaker.actor_id, speaker.name, heard.outlet, heard.voice, "", "", "", "", "", said,
            )  # fmt: skip
    for item in comparison.only_in:
        span = item.span
        yield "only in", "", "", item.outlet, "", "", "", item.article_id, span.start, span.end, span.text
    for mark in comparison.marks:
        neutral = f"{mark.neutral.text} ({mark.neutral_outlet})" if mark.neutral else ""
        yield (
            "coloured", mark.kind, mark.span.text, mark.outlet, neutral, "", "", mark.article_id, mark.span.start,
            mark.span.end, mark.sentence.text,
        )  # fmt: skip


def as_html(comparison: StoryComparison) -> str:
    """A page that stands alone: no address, no script, everything escaped."""
    from jinja2 import Environment, StrictUndefined

    template = resources.files("dateline.chronicle").joinpath("comparison.html").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["share"] = lambda part: f"{part:.0%}" if part is not None else ""
    return environment.from_string(template).render(
        story=comparison, sentences=_sentences(comparison.marks), formats=FORMATS
    )


def _sentences(marks: Sequence[Mark]) -> list[tuple[str, list[tuple[list[tuple[str, str]], list[Mark]]]]]:
    """Outlet -> its coloured sentences, each as pieces (words, kind or empty) with its marks."""
    by_outlet: dict[str, dict[tuple[str, int], list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        by_outlet[mark.outlet][mark.article_id, mark.sentence.start].append(mark)
    return [
        (outlet, [(_pieces(held), held) for held in places.values()])
        for outlet, places in sorted(by_outlet.items())
    ]


def _pieces(marks: Sequence[Mark]) -> list[tuple[str, str]]:
    sentence, at, pieces = marks[0].sentence, marks[0].sentence.start, []
    for mark in marks:
        start, end = max(mark.span.start, at), min(mark.span.end, sentence.end)
        if start >= end:
            continue
        pieces.append((sentence.text[at - sentence.start : start - sentence.start], ""))
        pieces.append((sentence.text[start - sentence.start : end - sentence.start], mark.kind))
        at = end
    return [*pieces, (sentence.text[at - sentence.start :], "")]
