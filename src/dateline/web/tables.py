"""Rows -> JSON and CSV, chunk by chunk, complete; a cell that a spreadsheet would run is defused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from dateline.chronicle.cells import inert
from dateline.chronicle.pages import flat_columns, flatten
from dateline.records import to_json
from dateline.web.screen import Rows

CHUNK = 200


def as_json(title: str, rows: Rows) -> Iterator[str]:
    """`{"title": .., "rows": [..], "total": n}`."""
    yield f'{{"title": {json.dumps(title, ensure_ascii=False)},\n"rows": ['
    total = 0
    held: list[str] = []
    for item in rows.items:
        held.append(("\n" if not total else ",\n") + json.dumps(to_json(_plain(item)), ensure_ascii=False))
        total += 1
        if len(held) == CHUNK:
            yield "".join(held)
            held.clear()
    yield "".join(held) + f'],\n"total": {total}}}\n'


def as_csv(rows: Rows) -> Iterator[str]:
    """A header and one line a row, as RFC 4180 has it; a byte order mark tells spreadsheets that it is UTF-8."""
    names = rows.shape if isinstance(rows.shape, tuple) else tuple(flat_columns(rows.shape))
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(names)
    for number, item in enumerate(rows.items, 1):
        row = item if isinstance(item, dict) else flatten(item)
        writer.writerow([inert(row.get(name)) for name in names])
        if number % CHUNK == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _plain(item: Any) -> Any:
    return {key: to_json(value) for key, value in item.items()} if isinstance(item, dict) else item
