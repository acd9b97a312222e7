"""A byte stream -> its lines as text with their raw bytes, one at a time, whatever the charset."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dateline.sources.decoding import UndecodableError, bom_of, detect


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end. `fault` says why it has no text: "too-large", "encoding" or "binary"."""

    number: int
    raw: bytes
    text: str
    fault: str | None = None


def read_lines(stream: BinaryIO, limit: int, *, blank: bool = True) -> Iterator[Line]:
    """Lines of at most `limit` bytes; a longer one is passed over and comes out with the fault "too-large".

    blank: whether lines without a character come out too (they count in any case).
    """
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    first = buffered.readline(limit + 1)
    mark = bom_of(first[:4])
    if mark in ("utf-16", "utf-32"):
        yield from _wide_lines(first, buffered, mark)
        return
    number, line = 0, first.removeprefix(codecs.BOM_UTF8)
    while line:
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = buffered.readline(1 << 20)
            yield Line(number, b"", "", "too-large")
        elif blank or line not in (b"\n", b"\r\n"):
            yield _decoded(number, line.rstrip(b"\r\n"))
        line = buffered.readline(limit + 1)


def _decoded(number: int, raw: bytes) -> Line:
    if b"\x00" in raw:
        return Line(number, raw, "", "binary")
    try:
        return Line(number, raw, raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        return Line(number, raw, detect(raw))
    except UndecodableError as error:
        return Line(number, raw, "", error.code)


def _wide_lines(first: bytes, rest: BinaryIO, mark: str) -> Iterator[Line]:
    decoder = codecs.getincrementaldecoder(mark)(errors="strict")
    number, pending = 0, ""
    block = first
    try:
        while block:
            pending += decoder.decode(block)
            *whole, pending = pending.split("\n")
            for text in whole:
                number += 1
                yield Line(number, text.encode("utf-8"), text.rstrip("\r"))
            block = rest.read(1 << 16)
        pending += decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        yield Line(number + 1, b"", "", "encoding")
        return
    if pending:
        yield Line(number + 1, pending.encode("utf-8"), pending.rstrip("\r"))
