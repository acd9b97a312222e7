"""File suffix -> reader: the registry that a new kind of input is added to."""

from __future__ import annotations

from typing import cast

from dateline.registry import Registry
from dateline.sources.entry import Reader

READERS = Registry(
    "reader",
    {
        ".txt": "dateline.sources.plain:read_text",
        ".text": "dateline.sources.plain:read_text",
        ".html": "dateline.sources.plain:read_html",
        ".htm": "dateline.sources.plain:read_html",
        ".xhtml": "dateline.sources.plain:read_html",
        ".jsonl": "dateline.sources.jsonl:read_jsonl",
        ".ndjson": "dateline.sources.jsonl:read_jsonl",
        ".json": "dateline.sources.jsonfile:read_json",
        ".csv": "dateline.sources.tables:read_csv",
        ".tsv": "dateline.sources.tables:read_csv",
        ".gz": "dateline.sources.compressed:read_gzip",
        ".zip": "dateline.sources.archive:read_zip",
    },
)


def reader_for(name: str) -> Reader | None:
    """The reader for a file of that name by its last suffix, upper or lower case; None when there is none."""
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot > max(name.rfind("/"), name.rfind("!")) else ""
    return cast(Reader, READERS.load(suffix)) if suffix in set(READERS) else None
