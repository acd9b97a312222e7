"""A record class -> functions made once that turn its records into plain JSON values and back.

They give exactly what `records.to_json` and `records.from_json` give, several times as fast: a project is read and
written by the million.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys
import types
import typing
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from dateline.records import ActorRef, Comparison, Loaded, OnlyIn

Turn = Callable[[Any], Any]


def writer(cls: Any) -> Turn:
    """Record -> plain values."""
    return _writer(cls)


def reader(cls: Any) -> Turn:
    """Plain values -> record; raises KeyError where a field without a default is missing."""
    return _reader(cls)


@cache
def _writer(cls: Any) -> Turn:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)]
    keys = [name.rstrip("_") for name in names]
    turns = [(key, _out(hints[name])) for key, name in zip(keys, names, strict=True)]
    turned = [(key, turn) for key, turn in turns if turn is not None]
    take = attrgetter(*names)

    def write(record: Any) -> dict[str, Any]:
        data = dict(zip(keys, take(record), strict=True))
        for key, turn in turned:
            value = data[key]
            if value is not None:
                data[key] = turn(value)
        return data

    return write


@cache
def _reader(cls: Any) -> Turn:
    hints = typing.get_type_hints(cls)
    fields = [
        (field.name, field.name.rstrip("_"), _in(hints[field.name]) or _shared(cls, field.name, hints))
        for field in dataclasses.fields(cls)
    ]

    keys = tuple(key for _, key, _ in fields)
    turned = [(number, turn) for number, (_, _, turn) in enumerate(fields) if turn is not None]

    def read(data: dict[str, Any]) -> Any:
        if tuple(data) != keys:
            return patient(data)
        values = list(data.values())
        for number, turn in turned:
            value = values[number]
            if value is not None:
                values[number] = turn(value)
        return cls(*values)

    def patient(data: dict[str, Any]) -> Any:
        """Where fields are missing, as in records of an older form, or stand in another order."""
        values = {}
        for name, key, turn in fields:
            if key in data:
                value = data[key]
                values[name] = value if turn is None or value is None else turn(value)
        try:
            return cls(**values)
        except TypeError:
            missing = [key for name, key, _ in fields if name not in values]
            raise KeyError(f"{cls.__name__} lacks one of {', '.join(missing)}") from None

    return read


def _out(hint: Any) -> Turn | None:
    kind, inner = _kind(hint)
    if kind is Comparison:
        return _compared
    if kind is dt.date:
        return dt.date.isoformat
    if kind is tuple:
        turns = [_out(part) for part in inner]
        return _many(turns[0]) if len(inner) == 1 else _row([_out(part) for part in inner], list)
    return writer(kind) if dataclasses.is_dataclass(kind) else None


def _in(hint: Any) -> Turn | None:
    kind, inner = _kind(hint)
    if kind is Comparison:
        return _comparison
    if kind is dt.date:
        return dt.date.fromisoformat
    if kind is tuple:
        turns = [_in(part) for part in inner]
        return _all(turns[0]) if len(inner) == 1 else _row(turns, tuple)
    return reader(kind) if dataclasses.is_dataclass(kind) else None


def _compared(value: Comparison) -> dict[str, Any]:
    only_in, loaded = writer(OnlyIn), writer(Loaded)
    return {
        "events": {key: dict(row) for key, row in value.events},
        "quotations": {key: dict(row) for key, row in value.quotations},
        "only_in": [only_in(one) for one in value.only_in],
        "loaded": [loaded(one) for one in value.loaded],
    }


def _comparison(data: dict[str, Any]) -> Comparison:
    only_in, loaded = reader(OnlyIn), reader(Loaded)
    return Comparison(
        events=tuple([(key, tuple(row.items())) for key, row in data["events"].items()]),
        quotations=tuple([(key, tuple(row.items())) for key, row in data["quotations"].items()]),
        only_in=tuple([only_in(one) for one in data["only_in"]]),
        loaded=tuple([loaded(one) for one in data["loaded"]]),
    )


def _shared(cls: Any, name: str, hints: dict[str, Any]) -> Turn | None:
    """Values that come again and again are kept once in memory: names of actors, of articles, of kinds."""
    kind, _ = _kind(hints[name])
    again = kind is str and (cls is ActorRef or name == "article_id")
    return sys.intern if again or typing.get_origin(kind) is typing.Literal else None


def _kind(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a hint is once None is left out; for a tuple, its one repeated part or its several parts."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _kind(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return tuple, arguments[:1] if arguments[-1] is Ellipsis else arguments
    return hint, ()


def _many(turn: Turn | None) -> Turn:
    return list if turn is None else lambda values: [turn(value) for value in values]


def _all(turn: Turn | None) -> Turn:
    return tuple if turn is None else lambda values: tuple([turn(value) for value in values])


def _row(turns: list[Turn | None], make: Callable[[Any], Any]) -> Turn:
    if not any(turns):
        return make
    return lambda values: make(
        [
            value if turn is None or value is None else turn(value)
            for value, turn in zip(values, turns, strict=True)
        ]
    )
