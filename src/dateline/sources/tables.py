"""A .csv or .tsv file -> one raw document a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from dateline.sources.codes import rejected
from dateline.sources.entry import Entry, Options, Outcome
from dateline.sources.fields import canonical_sha, choose_columns, document, missing_columns
from dateline.sources.lines import read_lines

SEPARATORS = ",;\t|"


def read_csv(entry: Entry, options: Options) -> Iterator[Outcome]:
    """Rows in file order; the separator is the one that the header uses most."""
    with entry.open() as stream:
        faults: list[str] = []
        lines = _texts(entry, options, stream, faults)
        header_line = next(lines, "")
        if faults or not header_line.strip():
            code = faults[0] if faults else "empty"
            yield rejected(
                code, entry.name, "the header line cannot be read" if faults else "the table holds no header"
            )
            return
        yield from _rows(header_line, lines, faults, entry, options)


def _texts(entry: Entry, options: Options, stream: Any, faults: list[str]) -> Iterator[str]:
    """Lines as `csv` wants them; a line that cannot be read ends the table, since a cell may run over lines."""
    for line in read_lines(stream, options.config.max_bytes):
        if line.fault:
            faults.append(line.fault)
            return
        yield line.text + "\n"


def _rows(
    first: str, lines: Iterator[str], faults: list[str], entry: Entry, options: Options
) -> Iterator[Outcome]:
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(max(options.config.max_bytes, 131_072))
    header = next(csv.reader([first], delimiter=separator))
    wanted = missing_columns(header, options.fields)
    columns = choose_columns(header, options.fields)
    if wanted or not {"text", "html"} & columns.keys():
        what = f"no column '{wanted[0]}'" if wanted else "no column seems to hold the text"
        yield rejected("no-column", entry.name, f"{what} (columns: {', '.join(header)})", place="line 1")
        return
    number, any_row = 0, False
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            source = f"{entry.name}#{number}"
            yield rejected("bad-row", source, f"the row cannot be read ({error})", place=f"row {number}")
            continue
        if not any(cell.strip() for cell in cells):
            number -= 1
            continue
        any_row = True
        yield _row(cells, header, columns, number, entry)
    if faults:
        source = f"{entry.name}#{number}"
        yield rejected(faults[0], source, "the table cannot be read any further", place=f"row {number}")
    elif not any_row:
        yield rejected("empty", entry.name, "the table holds a header and no row")


def _row(cells: list[str], header: list[str], columns: dict[str, str], number: int, entry: Entry) -> Outcome:
    row = dict(zip(header, cells, strict=False))
    sha256 = canonical_sha(row)
    if len(cells) != len(header):
        what = f"{len(cells)} cells under a header of {len(header)}"
        return rejected("bad-row", f"{entry.name}#{number}", what, sha256=sha256, place=f"row {number}")
    return document(
        row, columns, file=entry.name, number=number, word="row", sha256=sha256, modified=entry.modified
    )
