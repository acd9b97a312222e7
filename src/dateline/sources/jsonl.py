"""A JSON Lines file -> one raw document a line; a bad line is rejected alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from dateline.sources.codes import rejected
from dateline.sources.entry import Entry, Options, Outcome
from dateline.sources.fields import choose_columns, document, missing_columns
from dateline.sources.lines import Line, read_lines

_FAULTS = {
    "too-large": "the line is longer than the setting max_bytes allows",
    "binary": "the line holds NUL bytes",
    "encoding": "the line is text in no charset that could be told",
}


def read_jsonl(entry: Entry, options: Options) -> Iterator[Outcome]:
    """One outcome a line that is not blank, in file order."""
    known: set[str] = set()
    empty = True
    with entry.open() as stream:
        for line in read_lines(stream, options.config.max_bytes, blank=False):
            if line.text.strip() or line.fault:
                empty = False
                yield _outcome(line, known, entry, options)
    if empty:
        yield rejected("empty", entry.name, "the file holds no record")


def _outcome(line: Line, known: set[str], entry: Entry, options: Options) -> Outcome:
    sha256 = hashlib.sha256(line.raw).hexdigest()
    source, place = f"{entry.name}#{line.number}", f"line {line.number}"
    if line.fault:
        return rejected(line.fault, source, _FAULTS[line.fault], sha256=sha256, place=place)
    try:
        value: Any = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return rejected("json", source, f"not valid JSON ({error})", sha256=sha256, place=place)
    return from_value(value, known, entry, options, number=line.number, word="line", sha256=sha256)


def json_kind(value: Any) -> str:
    """What JSON calls a value that is no object."""
    names = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "null")


def from_value(
    value: Any, known: set[str], entry: Entry, options: Options, *, number: int, word: str, sha256: str
) -> Outcome:
    """A raw document from one parsed JSON value.

    known: names of fields seen so far in this file, added to here. A mapped field that a record leaves out is
    forgiven once some record has had it: optional fields are often left out, a misspelt one is in no record.
    """
    source, place = f"{entry.name}#{number}", f"{word} {number}"
    if not isinstance(value, dict):
        what = f"{json_kind(value)} where an object is wanted"
        return rejected("not-an-object", source, what, sha256=sha256, place=place)
    known.update(value)
    missing = missing_columns(known, options.fields)
    if missing:
        what = f"no field '{missing[0]}' (fields: {', '.join(list(value)[:12]) or 'none'})"
        return rejected("no-column", source, what, sha256=sha256, place=place)
    columns = choose_columns(value, options.fields)
    return document(
        value, columns, file=entry.name, number=number, word=word, sha256=sha256, modified=entry.modified
    )
