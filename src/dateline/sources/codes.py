"""Rejection codes of this room: a code and the facts in, a `Rejected` record out; the table is `codes.tsv`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files

from dateline.records import Rejected

STAGE = "sources"


@dataclass(frozen=True, slots=True)
class Code:
    """One reason for a rejection, as users read it."""

    code: str
    meaning: str
    remedy: str


@functools.cache
def codes() -> dict[str, Code]:
    """All codes of this room, by name, in the order of the table."""
    table = (files(__package__) / "codes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")][1:]
    return {row[0]: Code(*row) for row in rows}


def rejected(code: str, source: str, what: str, *, sha256: str = "", place: str = "") -> Rejected:
    """A rejection whose detail names the input, the place in it, the reason and what to do.

    code: one of `codes()`; what: the fault in one clause; place: "line 3", "row 7", "" for the whole input.
    """
    where = f"{source}, {place}" if place else source
    return Rejected(source, sha256, STAGE, code, f"{where}: {what}. {codes()[code].remedy}.")
