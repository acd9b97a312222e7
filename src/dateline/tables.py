"""A table beside the code, with overlay folders laid over it -> rows of cells; raises ConfigError on a bad row.

A table is UTF-8 text: `#` lines name its source, then one line of column names, then one row a line; cells are
parted by tabs and `|` parts alternatives inside a cell. An overlay file of the same name may leave out optional
columns and put them in any order; a row of it replaces the built-in row with the same key, or is added.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import ConfigError

Row = tuple[str, ...]

DATE = (r"\d{4}(-\d\d(-\d\d)?)?", "a date such as 2012, 2012-05 or 2012-05-07")
COUNTRY = (r"[A-Z]{3}", "three capital letters (ISO 3166 alpha-3; XAA to XZZ for invented states)")
NUMBER = (r"-?\d+(\.\d+)?", "a number")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table looks like. `columns` is the order of cells in a Row; `required` ones may not be empty.

    `patterns`: column -> (regular expression, what it stands for in words), checked where a cell is not empty.
    `verify` may raise ValueError for a row whose cells do not agree with each other.
    """

    name: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    key: tuple[str, ...]
    patterns: dict[str, tuple[str, str]] = field(default_factory=dict)
    verify: Callable[[Row], object] | None = None


def load_table(folder: Path, shape: Shape, overlay: Sequence[Path] = ()) -> list[Row]:
    """The rows of `folder / shape.name`, with those of each overlay folder that has the file laid over them, in order.

    Raises ConfigError naming file, line, reason and remedy when an overlay file is not such a table.
    """
    rows = list(_built_in(folder / shape.name, shape.columns))
    places = tuple(shape.columns.index(name) for name in shape.key)
    for extra in overlay:
        path = extra / shape.name
        if not path.is_file():
            continue
        laid = dict.fromkeys(read_rows(path, shape))
        keys = {tuple(row[i] for i in places) for row in laid}
        rows = [row for row in rows if tuple(row[i] for i in places) not in keys]
        rows.extend(laid)
    return rows


def load_lines(folder: Path, shape: Shape, overlay: Sequence[Path] = ()) -> list[str]:
    """As `load_table`, each row still one string: for a table too long to be taken apart at once."""
    lines = (folder / shape.name).read_text(encoding="utf-8").split("\n")
    first = next(number for number, line in enumerate(lines) if line and line[0] != "#")
    lines = [line for line in lines[first + 1 :] if line]
    places = tuple(shape.columns.index(name) for name in shape.key)
    for extra in overlay:
        path = extra / shape.name
        if not path.is_file():
            continue
        laid = dict.fromkeys(read_rows(path, shape))
        keys = {tuple(row[i] for i in places) for row in laid}
        cells = (line.split("\t") for line in lines)
        lines = ["\t".join(row) for row in cells if tuple(row[i] for i in places) not in keys]
        lines.extend("\t".join(row) for row in laid)
    return lines


@functools.cache
def _built_in(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    if tuple(lines[0].split("\t")) != columns:
        raise ConfigError(f"columns are not {', '.join(columns)}", where=str(path))
    return tuple(tuple(line.split("\t")) for line in lines[1:])


def read_rows(path: Path, shape: Shape) -> list[Row]:
    """The rows of one file, every cell checked; raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise ConfigError(str(error), where=str(path), remedy="Save the table as UTF-8 text") from error
    header: list[str] = []
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = _header(cells, shape, where)
            continue
        if len(cells) > len(header):
            raise ConfigError(
                f"{len(cells)} cells under {len(header)} columns", where=where,
                remedy="Part cells with one tab and alternatives inside a cell with |",
            )  # fmt: skip
        given = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        row = tuple(given.get(name, "") for name in shape.columns)
        _check(dict(zip(shape.columns, row, strict=True)), shape, where)
        _verify(row, shape, where)
        rows.append(row)
    return rows


def _header(cells: list[str], shape: Shape, where: str) -> list[str]:
    missing = [name for name in shape.required if name not in cells]
    unknown = [name for name in cells if name not in shape.columns]
    if missing or unknown:
        what = (
            f"column '{missing[0]}' is missing from the first line"
            if missing
            else f"unknown column '{unknown[0]}'"
        )
        raise ConfigError(
            what, where=where, remedy=f"Columns of {shape.name}, parted by tabs: {', '.join(shape.columns)}"
        )
    return cells


def _check(cells: dict[str, str], shape: Shape, where: str) -> None:
    for name in shape.required:
        if not cells[name]:
            raise ConfigError(f"'{name}' is empty", where=where, remedy=f"Give each row a {name}")
    for name, (pattern, meaning) in shape.patterns.items():
        if cells[name] and not re.fullmatch(pattern, cells[name]):
            raise ConfigError(f"'{name}' is {cells[name]!r}", where=where, remedy=f"Write {meaning}")


def _verify(row: Row, shape: Shape, where: str) -> None:
    if shape.verify is None:
        return
    try:
        shape.verify(row)
    except ValueError as error:
        raise ConfigError(str(error), where=where, remedy="Mend the row") from error


def alternatives(cell: str) -> list[str]:
    """What `|` parts in a cell, without empty ones."""
    return [part for part in cell.split("|") if part]
