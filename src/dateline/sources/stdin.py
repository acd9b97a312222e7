"""Standard input -> an entry and the reader that fits what its first bytes look like."""

from __future__ import annotations

import csv
import gzip
import io
import json
from typing import BinaryIO

from dateline.sources.compressed import Guarded
from dateline.sources.entry import Entry, Reader
from dateline.sources.fields import choose_columns, looks_like_html
from dateline.sources.readers import READERS
from dateline.sources.tables import SEPARATORS

_PEEK = 1 << 16


def from_stream(stream: BinaryIO) -> tuple[Entry, Reader]:
    """The stream as an entry called "-", and its reader: JSON Lines, a JSON list, a table, HTML, .gz, .zip or text."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream), _PEEK)
    suffix = _suffix(buffered.peek(_PEEK)[:_PEEK])
    if suffix == ".gz":
        unpacked = gzip.GzipFile(fileobj=buffered, mode="rb")
        return from_stream(io.BufferedReader(Guarded(unpacked, None, "-"), _PEEK))  # type: ignore[arg-type]
    return Entry("-", lambda: buffered), READERS.load(suffix)


class _Raw(io.RawIOBase):
    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        block = self._inner.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)


def _suffix(head: bytes) -> str:
    if head.startswith(b"\x1f\x8b"):
        return ".gz"
    if head.startswith(b"PK\x03\x04"):
        return ".zip"
    text = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    if text.startswith("["):
        return ".json"
    if text.startswith("{"):
        line, end, _ = text.partition("\n")
        return ".jsonl" if not end or _is_json(line) else ".json"
    if looks_like_html(text):
        return ".html"
    return ".csv" if _is_header(text.partition("\n")[0]) else ".txt"


def _is_header(line: str) -> bool:
    """Whether the first line names at least two columns that we know, the text among them: no headline does."""
    separator = max(SEPARATORS, key=line.count)
    header = next(csv.reader([line], delimiter=separator), [])
    columns = choose_columns(header, {})
    return len(columns) > 1 and bool({"text", "html"} & columns.keys())


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
