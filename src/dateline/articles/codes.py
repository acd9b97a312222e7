"""Rejection codes of this room: a code and the facts in, a `Rejected` record out; the table is `codes.tsv`."""

from __future__ import annotations

import functools
from importlib.resources import files

from dateline.records import RawDocument, Rejected

STAGE = "articles"


@functools.cache
def codes() -> dict[str, tuple[str, str]]:
    """Code -> (meaning, remedy), in the order of the table."""
    table = (files(__package__) / "codes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")][1:]
    return {code: (meaning, remedy) for code, meaning, remedy in rows}


def rejected(code: str, raw: RawDocument, what: str) -> Rejected:
    """A rejection whose detail names the input, the reason and what to do. code: one of `codes()`."""
    return Rejected(raw.source, raw.sha256, STAGE, code, f"{raw.source}: {what}. {codes()[code][1]}.")
