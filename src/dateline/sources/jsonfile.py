"""A .json file -> raw documents: one object, a list of objects, an object that wraps a list, or JSON Lines after all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dateline.sources.codes import rejected
from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.entry import Entry, Options, Outcome, read_bounded
from dateline.sources.fields import canonical_sha, choose_columns
from dateline.sources.jsonl import from_value, json_kind, read_jsonl

_WRAPPERS = (
    "articles",
    "items",
    "results",
    "documents",
    "docs",
    "data",
    "records",
    "hits",
    "news",
    "entries",
)


def read_json(entry: Entry, options: Options) -> Iterator[Outcome]:
    """Records in file order. A list that breaks off gives the records before the break, then one rejection."""
    limit = options.config.max_bytes
    with entry.open() as stream:
        data, sha256, more = read_bounded(stream, limit)
    if more:
        what = f"more than {limit:,} bytes in one JSON value; JSON Lines is read record by record"
        yield rejected("too-large", entry.name, what, sha256=sha256)
        return
    try:
        text = decode(data).strip()
    except UndecodableError as error:
        yield rejected(error.code, entry.name, str(error), sha256=sha256)
        return
    if not text:
        yield rejected("empty", entry.name, "the file holds no record", sha256=sha256)
        return
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _broken(text, str(error), entry, options, sha256)
        return
    yield from _records(value, entry, options, sha256)


def _records(value: Any, entry: Entry, options: Options, sha256: str) -> Iterator[Outcome]:
    rows = value
    if isinstance(value, dict):
        columns = choose_columns(value, options.fields)
        wrapped = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), list)), None)
        if ("text" in columns and not isinstance(value[columns["text"]], list)) or wrapped is None:
            yield from_value(value, set(), entry, options, number=1, word="record", sha256=sha256)
            return
        rows = wrapped
    if not isinstance(rows, list):
        what = f"{json_kind(value)} where an object or a list is wanted"
        yield rejected("not-an-object", entry.name, what, sha256=sha256)
        return
    if not rows:
        yield rejected("empty", entry.name, "the list holds no record", sha256=sha256)
    known: set[str] = set()
    for number, row in enumerate(rows, 1):
        yield _row(row, known, entry, options, number)


def _row(row: Any, known: set[str], entry: Entry, options: Options, number: int) -> Outcome:
    sha256 = canonical_sha(row if isinstance(row, dict) else {"": row})
    return from_value(row, known, entry, options, number=number, word="record", sha256=sha256)


def _broken(text: str, fault: str, entry: Entry, options: Options, sha256: str) -> Iterator[Outcome]:
    """What can be had from text that is no one JSON value."""
    first_line = text.split("\n", 1)[0]
    if text.startswith("{") and _parses(first_line):
        yield from read_jsonl(entry, options)
        return
    if text.startswith("["):
        known: set[str] = set()
        for number, row in enumerate(_leading(text), 1):
            yield _row(row, known, entry, options, number)
    yield rejected("json", entry.name, f"not valid JSON ({fault}); what came before was read", sha256=sha256)


def _leading(text: str) -> Iterator[Any]:
    """The elements of a JSON list up to where it breaks."""
    decoder = json.JSONDecoder()
    at = 1
    while True:
        while at < len(text) and text[at] in " \t\n\r,":
            at += 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value


def _parses(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
