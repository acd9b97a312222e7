"""Rows -> CSV (RFC 4180, UTF-8): one flat row a record, columns as `dateline.exports.flat` says."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.exports.flat import columns, flatten_plain


class CsvWriter:
    """Writes a header and one line a row; what is not known is an empty cell, truth is `true` or `false`."""

    def __init__(self, path: Path, cls: type) -> None:
        self._cls = cls
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(columns(cls))

    def write(self, row: Mapping[str, Any]) -> None:
        """One line."""
        self._writer.writerow(_cell(value) for value in flatten_plain(self._cls, row).values())

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
