"""Records -> the words and colours a terminal shows; no colour where NO_COLOR is set or output is a pipe."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.records import ActorRef, Article, DateRange, Place, to_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STATUS_STYLE = {
    "happened": "green",
    "ongoing": "green",
    "planned": "cyan",
    "cancelled": "red",
    "refused": "red",
    "failed": "red",
    "denied": "magenta",
    "alleged": "yellow",
    "hypothetical": "dim",
}
PIPE_WIDTH = 160
WIDE = 130
"""Columns from which a listing has room for whole ids and a column for everything."""
SHORT_ID = 12
"""Letters of an id where there is little room: its kind and eight hex digits, which a command takes as well."""
CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def console(*, stderr: bool = False) -> Console:
    """A console for data (stdout) or for everything else (stderr)."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    asked = os.environ.get("COLUMNS", "")
    width = None if stream.isatty() else int(asked) if asked.isdecimal() and int(asked) else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, markup=False, emoji=False)


def emit_json(records: Any) -> None:
    """Records, or a mapping of them, as indented JSON on stdout, in the names of the export contract."""
    if isinstance(records, dict):
        records = {key: to_json(value) for key, value in records.items()}
    whole = (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig")
    json.dump(to_json(records), sys.stdout, ensure_ascii=not whole, indent=2)
    sys.stdout.write("\n")


def days(when: DateRange) -> str:
    """An interval as briefly as it can be said: a day, a month, a year, first..last, or an open side."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "undated"
    if first is None:
        return f"by {last}"
    if last is None:
        return f"from {first}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}..{last.year}"
    if first.year == last.year and first.month == last.month:
        return f"{first.isoformat()}..{last.day:02d}"
    if first.year == last.year:
        return f"{first.isoformat()}..{last.month:02d}-{last.day:02d}"
    return f"{first.isoformat()}..{last.isoformat()}"


def safe(text: str) -> str:
    """The text without control characters, as many code points long: no file may speak to the terminal."""
    return text.translate(CONTROL)


def short(record_id: str, width: int) -> str:
    """An id, or where a terminal of `width` columns is narrow as much of it as tells it apart."""
    return record_id if width >= WIDE else record_id[:SHORT_ID]


def count(number: int, noun: str) -> str:
    """`1 story`, `2 stories`."""
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun}"


def told_by(article: Article) -> str:
    """The outlet, or what stands for it where none is known."""
    return one_line(article.teller or article.source)


def heading(article: Article) -> str:
    """The title on one line, or what stands for it."""
    return one_line(article.title) if article.title else "(no title)"


def names(actors: Iterable[ActorRef], limit: int = 3) -> str:
    """Actor names once each, at most `limit`, then how many more."""
    seen = list(dict.fromkeys(actor.name for actor in actors))
    shown = one_line(", ".join(seen[:limit]))
    return f"{shown} +{len(seen) - limit}" if len(seen) > limit else shown


def place(where: Place | None) -> str:
    """City and country code, whichever is known."""
    if where is None:
        return ""
    name = one_line(where.name)
    return f"{name}, {where.country}" if where.country and where.country != where.name else name


def who_whom(source: Sequence[ActorRef], target: Sequence[ActorRef], mutual: bool) -> str:
    """`A -> B`, `A <-> B` for a mutual act, or the one side that is known."""
    left, right = names(source) or "?", names(target)
    if not right:
        return left
    return f"{left} {'↔' if mutual else '→'} {right}"


def status(value: str) -> Text:
    """A status in its colour."""
    from rich.text import Text

    return Text(value, style=STATUS_STYLE.get(value, ""))


def marked(text: str, start: int, end: int, style: str = "bold") -> Text:
    """A sentence with the code points `start` to `end` marked."""
    from rich.text import Text

    found = Text(safe(text))
    found.stylize(style, max(start, 0), max(end, 0))
    return found


def one_line(text: str, limit: int = 0) -> str:
    """White space evened out; cut at `limit` code points with an ellipsis when one is given."""
    flat = safe(" ".join(text.split()))
    return flat if not limit or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
