"""The records' types and `fields.toml` -> the data dictionary that lies beside every export, as Markdown."""

from __future__ import annotations

import inspect
import tomllib
from functools import cache
from importlib.resources import files

from dateline.exports.flat import JOINT, columns
from dateline.exports.kinds import KINDS
from dateline.exports.shapes import Shape, shapes

WORDS = {"text": "string", "whole": "integer", "number": "number", "truth": "true or false", "date": "date"}


@cache
def meanings() -> dict[str, dict[str, str]]:
    """Record class -> field -> what it means."""
    return tomllib.loads((files("dateline.exports") / "fields.toml").read_text(encoding="utf-8"))


def parts() -> tuple[type, ...]:
    """Record classes that stand inside others, in the order in which they are met."""
    found: dict[type, None] = {}
    queue: list[Shape] = [shape for cls in KINDS.values() for shape in shapes(cls).values()]
    while queue:
        shape = queue.pop(0)
        queue.extend(shape.inner)
        if shape.cls is not None and shape.cls not in found:
            found[shape.cls] = None
            queue.extend(shapes(shape.cls).values())
    return tuple(found)


def data_dictionary() -> str:
    """The whole dictionary."""
    lines = [
        "# Data dictionary",
        "",
        "Made by `dateline export`. Offsets are Unicode code points into the `text` of the article, half open. Dates are",
        "days, intervals include both ends. Empty or null means: not known. JSON Lines and Parquet hold the nested",
        f"records; CSV holds one flat row a record, lists joined by `{JOINT.strip()}`, deeper ones as JSON.",
    ]
    for kind, cls in KINDS.items():
        lines += [
            "",
            f"## {kind}",
            "",
            _summary(cls),
            "",
            *_table(cls),
            "",
            "CSV columns: " + ", ".join(f"`{name}`" for name in columns(cls)),
        ]
    lines += ["", "# Parts of records"]
    for cls in parts():
        lines += ["", f"## {cls.__name__}", "", _summary(cls), "", *_table(cls)]
    return "\n".join(lines) + "\n"


def _summary(cls: type) -> str:
    return (inspect.getdoc(cls) or "").partition("\n\n")[0].replace("\n", " ")


def _table(cls: type) -> list[str]:
    rows = [
        f"| `{field}` | {_type(shape)} | {meanings()[cls.__name__].get(field, '')} |"
        for field, shape in shapes(cls).items()
    ]
    return ["| field | type | meaning |", "|---|---|---|", *rows]


def _type(shape: Shape) -> str:
    if shape.kind == "many":
        return f"list of {_type(shape.inner[0])}"
    if shape.kind == "pairs":
        return f"({', '.join(_type(part) for part in shape.inner)})"
    name = shape.cls.__name__ if shape.cls is not None else WORDS[shape.kind]
    return f"{name} or null" if shape.nullable else name
