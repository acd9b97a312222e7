"""Rows -> Parquet with the nested types of the record contract; wants the optional package pyarrow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.exports.shapes import Shape, shapes

ROWS_AT_ONCE = 2_000


class ParquetWriter:
    """Writes row groups of at most ROWS_AT_ONCE records; dates are date32, lists and records nested."""

    def __init__(self, path: Path, cls: type) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise UsageError(
                "Parquet needs the package pyarrow", remedy="Install it with: pip install 'dateline[parquet]'"
            ) from error
        self._arrow = pyarrow
        self._shapes = shapes(cls)
        self._schema = pyarrow.schema(
            [pyarrow.field(name, _type(pyarrow, shape)) for name, shape in self._shapes.items()]
        )
        self._writer = pyarrow.parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, row: Mapping[str, Any]) -> None:
        """One record, kept until a row group is full."""
        self._rows.append({name: _value(row.get(name), shape) for name, shape in self._shapes.items()})
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write what is kept and finish the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _type(arrow: Any, shape: Shape) -> Any:
    if shape.kind == "many":
        return arrow.list_(_type(arrow, shape.inner[0]))
    if shape.kind == "pairs":
        return arrow.struct([arrow.field(f"f{i}", _type(arrow, part)) for i, part in enumerate(shape.inner)])
    if shape.kind == "record" and shape.cls is not None:
        return arrow.struct(
            [arrow.field(name, _type(arrow, part)) for name, part in shapes(shape.cls).items()]
        )
    if shape.kind == "table" and shape.cls is not None:
        matrix = arrow.map_(arrow.string(), arrow.map_(arrow.string(), arrow.string()))
        lists = {name: _type(arrow, part) for name, part in shapes(shape.cls).items()}
        return arrow.struct([arrow.field(n, matrix if n in _MATRICES else kind) for n, kind in lists.items()])
    names = {"text": "string", "whole": "int64", "number": "float64", "truth": "bool_", "date": "date32"}
    return getattr(arrow, names[shape.kind])()


_MATRICES = ("events", "quotations")
"""Fields of a comparison that are `{id: {outlet: state}}`."""


def _value(value: Any, shape: Shape) -> Any:
    if value is None:
        return None
    if shape.kind == "date":
        return dt.date.fromisoformat(value)
    if shape.kind == "many":
        return [_value(item, shape.inner[0]) for item in value]
    if shape.kind == "pairs":
        return {
            f"f{i}": _value(item, part) for i, (item, part) in enumerate(zip(value, shape.inner, strict=True))
        }
    if shape.kind in ("record", "table") and shape.cls is not None:
        parts = shapes(shape.cls)
        return {
            name: [(key, list(row.items())) for key, row in value[name].items()]
            if shape.kind == "table" and name in _MATRICES
            else _value(value.get(name), part)
            for name, part in parts.items()
        }
    return value
