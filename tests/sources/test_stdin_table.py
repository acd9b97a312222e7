"""A table given on standard input is read as a table, not as one text."""

from __future__ import annotations

import io

from dateline.config import Config
from dateline.records import RawDocument
from dateline.sources.entry import Options
from dateline.sources.stdin import from_stream

TABLE = b"id,title,text\n1,First,The first text of the table.\n2,Second,The second text of the table.\n"


def test_a_table_is_a_table() -> None:
    entry, reader = from_stream(io.BytesIO(TABLE))
    found = list(reader(entry, Options(Config(), {})))
    assert [raw.field("title") for raw in found if isinstance(raw, RawDocument)] == ["First", "Second"]


def test_a_headline_with_commas_is_no_header() -> None:
    _, reader = from_stream(io.BytesIO(b"Talks, text and tears\n\nThe leaders met on Monday.\n"))
    assert reader.__name__ != "read_csv"
