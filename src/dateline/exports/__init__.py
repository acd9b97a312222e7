"""Records -> files others can read: one file a kind, written beside and moved into place when all are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from dateline.errors import DatelineError, UsageError
from dateline.exports.dictionary import data_dictionary
from dateline.exports.kinds import KINDS
from dateline.registry import Registry

__all__ = ["FORMATS", "KINDS", "Writer", "data_dictionary", "export"]

FORMATS = Registry(
    "export format",
    {
        "jsonl": "dateline.exports.jsonl:JsonlWriter",
        "csv": "dateline.exports.table:CsvWriter",
        "parquet": "dateline.exports.parquet:ParquetWriter",
    },
)
DICTIONARY = "dictionary.md"
JUDGEMENTS = "judgements.jsonl"


class Writer(Protocol):
    """Writes rows of one kind to one file. Made with (path, record class); rows are plain JSON values."""

    def write(self, row: Mapping[str, Any]) -> None: ...

    def close(self) -> None: ...


def export(
    rows: Callable[[str], Iterator[dict[str, Any]]],
    format: str,
    out: Path,
    annotations: Iterable[Mapping[str, Any]] = (),
) -> dict[str, int]:
    """Write every kind of record into the folder `out` and a data dictionary beside them; rows by file.

    rows: kind -> its records as plain JSON values, one at a time. annotations: an analyst's judgements as W3C Web
    Annotations, which go into `judgements.jsonl` beside JSON Lines, once there are any. Files of the same names are
    replaced, but only once all new ones are complete. Raises UnknownName, UsageError for a missing optional package or a folder that
    cannot be one, DatelineError when the disk does not take the files.
    """
    make = FORMATS.load(format)
    if out.exists() and not out.is_dir():
        raise UsageError("this is a file, not a folder", where=str(out), remedy="Name a folder with --out")
    beside = out / f".dateline-{os.getpid()}"
    counts: dict[str, int] = {}
    try:
        beside.mkdir(parents=True, exist_ok=True)
        for kind, cls in KINDS.items():
            name = f"{kind}.{format}"
            counts[str(out / name)] = _fill(make(beside / name, cls), rows(kind))
        judged = list(annotations)
        if judged and format == "jsonl":
            counts[str(out / JUDGEMENTS)] = _fill(make(beside / JUDGEMENTS, dict), iter(judged))
        (beside / DICTIONARY).write_text(data_dictionary(), encoding="utf-8")
        for path in sorted(beside.iterdir()):
            path.replace(out / path.name)
    except OSError as error:
        raise DatelineError(
            f"the export cannot be written ({error.strerror or error})",
            where=str(out),
            remedy="Make room or name another folder; files of an earlier export are as they were",
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return counts


def _fill(writer: Writer, rows: Iterator[Mapping[str, Any]]) -> int:
    count = 0
    try:
        for row in rows:
            writer.write(row)
            count += 1
    finally:
        writer.close()
    return count
