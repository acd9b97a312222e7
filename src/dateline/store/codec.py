"""Records <-> the JSON texts in which a project file keeps them."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import Any, TypeVar

from dateline.records import to_json
from dateline.store.forms import reader, writer

Record = TypeVar("Record")

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()


def encode(record: Any, *, without: str | None = None) -> str:
    """A record as one line of JSON; the value of field `without` is left empty, to be kept in a column instead."""
    data = writer(type(record))(record)
    if without:
        data[without] = ""
    return dump(data)


def dump(data: Any) -> str:
    """Plain JSON values as one line."""
    return _ENCODER.encode(data)


def decode(cls: type[Record], record: str, linked: str | None = None, **columns: Any) -> Record:
    """The record behind its text, with later changes and the fields kept in columns laid over it."""
    made: Record = reader(cls)(merge(record, linked, **columns))
    return made


def merge(record: str, linked: str | None = None, **columns: Any) -> dict[str, Any]:
    """The same as plain JSON values, in the order of the record's fields."""
    data = _load(record)
    if linked:
        data.update(_load(linked))
    data.update(columns)
    return data


def _load(text: str) -> dict[str, Any]:
    """What `json.loads` gives for a text that `dump` wrote; raises ValueError for any other."""
    data: dict[str, Any]
    data, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError("more stands behind the record")
    return data


def changes(old: Any, new: Any) -> str | None:
    """The top-level fields in which `new` differs from `old`, as JSON; None when there are none."""
    if old is new:
        return None
    changed = {
        name.rstrip("_"): to_json(getattr(new, name))
        for name in _names(new.__class__)
        if getattr(new, name) != getattr(old, name)
    }
    return dump(changed) if changed else None


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls))
