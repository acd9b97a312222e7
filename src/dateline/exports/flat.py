"""A record -> one flat row: spans, dates, places and actors spread over columns, lists joined, the rest as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from dateline.exports.shapes import Shape, shapes
from dateline.records import ActorRef, DateRange, Place, Span, to_json

JOINT = "; "
"""What stands between the values of a list in one cell."""

_SCALARS: dict[str, type] = {"text": str, "whole": int, "number": float, "truth": bool, "date": str}
_SPREAD: dict[type, dict[str, type]] = {
    Span: {"start": int, "end": int, "text": str},
    DateRange: {"earliest": str, "latest": str, "text": str, "basis": str},
    Place: {"name": str, "country": str, "lat": float, "lon": float},
}
_ACTOR = {"actor_id": "id", "name": "name", "country": "country", "role": "role", "kind": "kind"}

Column = tuple[str, type, Callable[[Any], Any]]


@cache
def columns(cls: type) -> dict[str, type]:
    """Column names of a record class in order, with the type of their values (any may be None)."""
    return {name: kind for _, made in _plan(cls) for name, kind, _ in made}


def flatten(record: Any) -> dict[str, Any]:
    """A record as one flat row."""
    return flatten_plain(type(record), to_json(record))


def flatten_plain(cls: type, row: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a record that is already plain JSON values; keys the class does not know are left out."""
    return {name: take(row.get(field)) for field, made in _plan(cls) for name, _, take in made}


@cache
def _plan(cls: type) -> tuple[tuple[str, tuple[Column, ...]], ...]:
    return tuple((field, tuple(_columns(field, shape))) for field, shape in shapes(cls).items())


def _columns(field: str, shape: Shape) -> list[Column]:
    if shape.kind in _SCALARS:
        return [(field, _SCALARS[shape.kind], lambda value: value)]
    if shape.kind == "record" and shape.cls in _SPREAD:
        spread = _SPREAD[shape.cls]
        return [(f"{field}_{key}", kind, _member(key)) for key, kind in spread.items()]
    if shape.kind == "record" and shape.cls is ActorRef:
        found: list[Column] = [(f"{field}_{short}", str, _member(key)) for key, short in _ACTOR.items()]
        found.append((f"{field}_anonymous", bool, _member("anonymous")))
        return [*found, (f"{field}_text", str, _words)]
    if shape.kind == "many" and shape.inner[0].kind == "text":
        return [(field, str, _joined)]
    if shape.kind == "many" and shape.inner[0].cls is ActorRef:
        return [
            (f"{field}_{short}s".replace("countrys", "countries"), str, _each(key))
            for key, short in _ACTOR.items()
        ]
    return [(field, str, _json)]


def _member(key: str) -> Callable[[Any], Any]:
    return lambda value: None if value is None else value.get(key)


def _each(key: str) -> Callable[[Any], Any]:
    return lambda value: None if not value else JOINT.join(item.get(key) or "" for item in value)


def _words(value: Any) -> str | None:
    return value["span"]["text"] if value and value.get("span") else None


def _joined(value: Any) -> str | None:
    return JOINT.join(value) if value else None


def _json(value: Any) -> str | None:
    return json.dumps(value, ensure_ascii=False) if value else None
