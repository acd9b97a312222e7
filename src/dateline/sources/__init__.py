"""The world -> RawDocument or Rejected: files, folders, archives, tables and standard input."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from dateline.config import Config
from dateline.errors import InputError, UsageError
from dateline.records import RawDocument, Rejected
from dateline.sources.codes import codes, rejected
from dateline.sources.entry import Entry, Options, Reader
from dateline.sources.fields import column_names
from dateline.sources.listing import list_entries
from dateline.sources.readers import READERS, reader_for
from dateline.sources.stdin import from_stream

__all__ = ["READERS", "codes", "column_names", "read"]


def read(
    paths: Sequence[str],
    config: Config,
    *,
    fields: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[RawDocument | Rejected]:
    """Every input behind `paths`, as a raw document or as the reason why it is none; order of `paths` is no matter.

    paths: files, folders, "-" for standard input; fields: canonical name -> column, as in {"title": "headline"}.
    Outcomes come in the order of file names. Bytes seen before in the same call are rejected as "duplicate".
    """
    options = Options(config, dict(fields or {}))
    for field in options.fields:
        if field not in column_names():
            known = ", ".join(column_names())
            raise UsageError(f"'{field}' is no field of an article", remedy=f"Known: {known}")
    first_seen: dict[str, str] = {}
    for outcome in _outcomes(paths, options, stdin):
        if isinstance(outcome, Rejected) or outcome.sha256 not in first_seen:
            if isinstance(outcome, RawDocument):
                first_seen[outcome.sha256] = outcome.source
            yield outcome
        else:
            what = f"the same bytes as {first_seen[outcome.sha256]}"
            yield rejected("duplicate", outcome.source, what, sha256=outcome.sha256)


def _outcomes(
    paths: Iterable[str], options: Options, stdin: BinaryIO | None
) -> Iterator[RawDocument | Rejected]:
    names = set(paths)
    if "-" in names:
        if stdin is None and sys.stdin is None:
            yield rejected("unreadable", "-", "standard input is closed")
        else:
            yield from _safely(*from_stream(stdin or sys.stdin.buffer), options)
    for entry_or_fault in list_entries(names - {"-"}):
        if isinstance(entry_or_fault, Rejected):
            yield entry_or_fault
        else:
            yield from _read_entry(entry_or_fault, options)


def _read_entry(entry: Entry, options: Options) -> Iterator[RawDocument | Rejected]:
    reader = reader_for(entry.name)
    if reader is None:
        yield rejected("unsupported", entry.name, "no reader for this kind of file")
    else:
        yield from _safely(entry, reader, options)


def _safely(entry: Entry, reader: Reader, options: Options) -> Iterator[RawDocument | Rejected]:
    try:
        yield from reader(entry, options)
    except InputError as error:
        yield rejected(error.code, entry.name, error.what)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield rejected("zip-corrupt", entry.name, f"it breaks off or is damaged ({error})")
    except OSError as error:
        yield rejected("unreadable", entry.name, f"it cannot be read ({error.strerror or error})")
