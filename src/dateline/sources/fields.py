"""One row or object with any column names -> one raw document with Dateline's own field names."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Literal

from dateline.records import Day, RawDocument
from dateline.sources.codes import rejected
from dateline.sources.decoding import tidy
from dateline.sources.entry import Outcome

Media = Literal["text", "html"]
_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)


@functools.cache
def column_names() -> dict[str, tuple[str, ...]]:
    """Canonical field -> column names to try, best first."""
    table = (files(__package__) / "columns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")][1:]
    return {name: tuple(names.split("|")) for name, names in rows}


def choose_columns(present: Iterable[str], fields: Mapping[str, str]) -> dict[str, str]:
    """Canonical field -> the column of `present` that holds it; `fields` settles what it names.

    A column serves one field only. A mapped column that is missing is left out: see `missing_columns`.
    """
    names = list(present)
    even = {_even(name): name for name in reversed(names)}
    chosen: dict[str, str] = {}
    for field, column in fields.items():
        if column in names:
            chosen[field] = column
        elif _even(column) in even:
            chosen[field] = even[_even(column)]
    taken = set(chosen.values())
    for field, guesses in column_names().items():
        if field in fields:
            continue
        found = next((even[g] for g in map(_even, guesses) if g in even and even[g] not in taken), None)
        if found is not None:
            chosen[field] = found
            taken.add(found)
    return chosen


def missing_columns(present: Iterable[str], fields: Mapping[str, str]) -> list[str]:
    """Mapped columns that `present` does not hold."""
    even = {_even(name) for name in present}
    return sorted(column for column in fields.values() if _even(column) not in even)


def document(
    row: Mapping[str, Any],
    columns: Mapping[str, str],
    *,
    file: str,
    number: int,
    word: str,
    sha256: str,
    modified: Day | None,
) -> Outcome:
    """A raw document from one row, or the rejection that says which field it lacks.

    columns: canonical field -> column; number: 1-based line or row, `word`: what it counts ("line", "row").
    """
    values = {field: _words(row.get(column)) for field, column in columns.items()}
    name = values.get("id") or str(number)
    source = f"{file}#{name}"
    content, html = values.get("text"), values.get("html")

    as_html = not content and html is not None
    content = content or html
    if not content or not content.strip():
        what = (
            f"the field '{columns['text']}' is empty"
            if "text" in columns
            else f"no field holds the text (fields: {_listed(row)})"
        )
        return rejected("no-text", source, what, sha256=sha256, place=f"{word} {number}")
    kept = tuple(
        (field, value) for field, value in sorted(values.items()) if value and field not in ("text", "html")
    )
    media: Media = "html" if as_html or looks_like_html(content) else "text"
    return RawDocument(source, sha256, media, tidy(content), kept, modified)


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return _LIKE_HTML.match(text[:2000]) is not None


def canonical_sha(row: Mapping[str, Any]) -> str:
    """SHA-256 of a record's JSON form with sorted keys: for records whose bytes are not one line of a file."""
    form = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()


def _even(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name.strip().lower())


def _listed(row: Mapping[str, Any]) -> str:
    return ", ".join(str(key) for key in list(row)[:12]) or "none"


def _words(value: Any) -> str | None:
    """A field as one string: lists of names joined by "; ", objects by their "name"."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return tidy(value.encode("utf-8", "replace").decode("utf-8")).strip() or None
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, (list, tuple)):
        parts = [part for part in map(_words, value) if part]
        return "; ".join(parts) or None
    return None
