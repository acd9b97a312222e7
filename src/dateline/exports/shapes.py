"""A record class -> the shapes of its fields, read from its annotations, under the names of the contract."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Shape:
    """`kind`: text, whole, number, truth, date, record, pairs (fixed-length tuple), many, or table (a Comparison).

    `cls`: the record class of a `record`; `inner`: what a `many` holds, or the members of `pairs`.
    """

    kind: str
    nullable: bool = False
    cls: type | None = None
    inner: tuple[Shape, ...] = ()


_SCALARS = {str: "text", int: "whole", float: "number", bool: "truth", dt.date: "date"}


@cache
def shapes(cls: type) -> dict[str, Shape]:
    """The fields of a record class in order; raises TypeError on an annotation that has no JSON form."""
    hints = typing.get_type_hints(cls)
    return {field.name.rstrip("_"): _shape(hints[field.name]) for field in dataclasses.fields(cls)}


def _shape(hint: Any, nullable: bool = False) -> Shape:
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _shape(inner, nullable=True)
    if origin is typing.Literal:
        return Shape("text", nullable)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return Shape("many", nullable, inner=(_shape(arguments[0]),))
        return Shape("pairs", nullable, inner=tuple(_shape(argument) for argument in arguments))
    if hint in _SCALARS:
        return Shape(_SCALARS[hint], nullable)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return Shape("table" if hint.__name__ == "Comparison" else "record", nullable, cls=hint)
    raise TypeError(f"{hint} has no form in an export")
