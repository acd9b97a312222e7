"""A .gz of one readable file -> what that file's reader gives, streamed and bounded."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.errors import InputError
from dateline.sources.codes import rejected
from dateline.sources.entry import Entry, Options, Outcome

MOST_RATIO = 100
"""Unpacked bytes a packed byte may give: news text gives 3 to 5, a bomb near 1,000."""
_FREE = 4_000_000


class Guarded(io.RawIOBase):
    """A stream that raises InputError("zip-bomb") once it has given too much for the packed size behind it."""

    def __init__(self, inner: BinaryIO, packed: int | None, name: str) -> None:
        self._inner, self._packed, self._name = inner, packed, name
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        block = self._inner.read(len(buffer))
        buffer[: len(block)] = block
        self._given += len(block)
        if self._packed is not None and self._given > _FREE + MOST_RATIO * self._packed:
            raise InputError(
                "zip-bomb", f"unpacks to more than {MOST_RATIO} times its size", where=self._name
            )
        return len(block)

    def close(self) -> None:
        self._inner.close()
        super().close()


def read_gzip(entry: Entry, options: Options) -> Iterator[Outcome]:
    """`news.jsonl.gz` is read as `news.jsonl` and named as the user named it."""
    from dateline.sources.readers import reader_for

    inner_name = entry.name[:-3] if entry.name.lower().endswith(".gz") else entry.name
    reader = reader_for(inner_name)
    if reader is None:
        yield rejected("unsupported", entry.name, "no reader for what is packed in it")
        return
    if reader is read_gzip or inner_name.lower().endswith(".zip"):
        yield rejected("nested-archive", entry.name, "it holds another archive")
        return

    def unpacked() -> BinaryIO:
        stream = gzip.GzipFile(fileobj=entry.open(), mode="rb")
        return io.BufferedReader(Guarded(stream, entry.size, entry.name))  # type: ignore[arg-type]

    try:
        yield from reader(replace(entry, open=unpacked, size=None), options)
    except InputError as error:
        yield rejected(error.code, entry.name, error.what)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield rejected(
            "zip-corrupt", entry.name, f"it breaks off or is damaged ({error}); what came before was read"
        )
