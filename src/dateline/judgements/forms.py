"""The records of this room: a judgement, what it is about, and the words it is anchored by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.records import content_id, to_json

KINDS = ("confirm", "reject", "correct", "merge", "split", "rename", "undo")
ABOUT = ("mention", "quotation", "event", "article", "actor", "story")
FIELDS: dict[str, tuple[str, ...]] = {
    "mention": ("type", "mode", "status", "source", "target", "when", "where"),
    "event": ("type", "mode", "status", "source", "target", "when", "where"),
    "quotation": ("speaker", "kind"),
    "article": ("published", "outlet", "title"),
}
"""What may be corrected, by what the judgement is about."""
DONE = {
    "confirm": "confirmed", "reject": "rejected", "correct": "corrected", "merge": "merged", "split": "split",
    "rename": "renamed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article, as W3C's TextQuoteSelector and TextPositionSelector name them.

    exact, prefix, suffix: the words and up to 32 code points before and after them; start, end: their place when they
    were judged. about, record_id, record: the record that stood on these words then, `record` as JSON.
    """

    source: str
    sha256: str
    outlet: str | None
    title: str | None
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    about: str
    record_id: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One record that a judgement is about. An event is named by the words of its mentions, a story by its articles,
    an actor by passages that speak of it; `id` and `name` are what it was called when it was judged."""

    about: str
    id: str
    name: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `targets`: the record first, then what it is merged with or what is split out of it.

    fields: corrected field -> its value as JSON. at: UTC, as in 2026-01-31T09:30:00.000000Z. undoes: for an undo, the
    id of what it takes back.
    """

    id: str
    kind: str
    targets: tuple[Target, ...]
    fields: tuple[tuple[str, str], ...]
    by: str
    at: str
    why: str | None = None
    undoes: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The corrected fields as plain values."""
        return {name: json.loads(value) for name, value in self.fields}


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement and what has become of it: `in force`, `undone`, or `orphaned` (its words are nowhere to be found).

    targets: ids of the records it is about, as they are called now. note: why, where that needs saying.
    """

    judgement: Judgement
    state: str
    targets: tuple[str, ...] = ()
    note: str | None = None


def make(
    kind: str,
    targets: Iterable[Target],
    fields: Mapping[str, Any],
    *,
    by: str,
    at: str,
    why: str | None = None,
    undoes: str | None = None,
) -> Judgement:
    """A judgement with the id of its content."""
    targets = tuple(targets)
    told = tuple((name, canonical(fields[name])) for name in sorted(fields))
    content = canonical([to_json(targets), told])
    return Judgement(
        content_id("jud", kind, content, by, at, why, undoes), kind, targets, told, by, at, why, undoes
    )


def canonical(value: Any) -> str:
    """Plain values as JSON, the same for the same values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
