"""Rows -> one JSON object a line, UTF-8: the record contract, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class JsonlWriter:
    """Writes each row as it is."""

    def __init__(self, path: Path, cls: type) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, row: Mapping[str, Any]) -> None:
        """One line."""
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
