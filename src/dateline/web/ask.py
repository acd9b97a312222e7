"""Ask: one request as a screen sees it, its words read as days, numbers, choices; and addresses made from it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from dateline.chronicle.pages import Pages
from dateline.errors import UsageError

SIZE, SMALLEST, LARGEST = 50, 10, 200
"""Records on one page: as a rule, at least, at most."""
LONGEST = 2_000
"""Code points that one value of an address may have."""


@dataclass(frozen=True, slots=True)
class Ask:
    """`params`: the query in order; `place`: what the path's braces hold; `form` (values of
    one name on lines of their own), `files`: of a POST, checked already;
    `fragment`: htmx asks, so a piece of the page is enough; `token`: what a form must carry."""

    pages: Pages
    path: str
    params: tuple[tuple[str, str], ...] = ()
    place: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Any, ...] = ()
    fragment: bool = False
    token: str = ""

    @property
    def id(self) -> str:
        """What `{id}` of the path holds."""
        return self.place["id"]

    def one(self, name: str, default: str = "") -> str:
        """The last value of that name, without white space around it. Raises UsageError on one that is too long."""
        found = [value for key, value in self.params if key == name]
        return _sound(name, found[-1]) if found else default

    def many(self, name: str) -> list[str]:
        """All values of that name that are not empty, once each."""
        found = [_sound(name, value) for key, value in self.params if key == name]
        return list(dict.fromkeys(value for value in found if value))

    def filters(self, names: Iterable[str]) -> dict[str, list[str]]:
        """The values of each of these names that the address holds."""
        return {name: values for name in names if (values := self.many(name))}

    def choice(self, name: str, known: Sequence[str]) -> str:
        """One of `known`, the first where nothing is said. Raises UsageError on anything else."""
        value = self.one(name) or known[0]
        if value not in known:
            raise UsageError(f"'{name}' cannot be '{value}'", remedy=f"Known: {', '.join(known)}")
        return value

    def day(self, name: str, *, end: bool = False) -> dt.date | None:
        """A day written as 2016, 2016-09 or 2016-09-05; `end`: a year or month means its last day. Raises UsageError."""
        value = self.one(name)
        if not value:
            return None
        try:
            parts = [int(part) for part in value.split("-")]
            if not 1 <= len(parts) <= 3:
                raise ValueError("too many parts")
            year = parts[0]
            month = parts[1] if len(parts) > 1 else 12 if end else 1
            last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31
            return dt.date(year, month, parts[2] if len(parts) > 2 else last if end else 1)
        except ValueError as error:
            raise UsageError(
                f"'{value}' is no day", remedy="Write it as in 2016, 2016-09 or 2016-09-05"
            ) from error

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`. Raises UsageError."""
        value = self.one(name)
        if not value:
            return default
        if not value.isascii() or not value.isdecimal() or not low <= int(value[:12]) <= high:
            raise UsageError(
                f"'{name}' cannot be '{value}'", remedy=f"Write a whole number from {low} to {high}"
            )
        return int(value)

    @property
    def page(self) -> int:
        """Which page of a listing, from 1."""
        return self.number("page", 1, 1, 10_000_000)

    @property
    def size(self) -> int:
        """How many records a page holds."""
        return self.number("size", SIZE, SMALLEST, LARGEST)

    def url(self, path: str | None = None, /, **changes: Any) -> str:
        """This address with some values changed: None takes one away, a list gives several. A change of anything but
        the page leads to the first page. `from_` is written `from`."""
        changed = {name.rstrip("_"): value for name, value in changes.items()}
        kept = [(key, value) for key, value in self.params if key not in changed and value]
        if "page" not in changed:
            kept = [(key, value) for key, value in kept if key != "page"]
        for name, value in changed.items():
            values = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
            kept += [(name, str(one)) for one in values if str(one)]
        return address(self.path if path is None else path, kept)

    def toggle(self, name: str, value: str) -> str:
        """This address with one value of a name added, or taken away where it is there."""
        held = self.many(name)
        left = [one for one in held if one != value] if value in held else [*held, value]
        return self.url(**{name: left})

    def beside(self, suffix: str) -> str:
        """The address of the same, complete, as `.json` or `.csv`."""
        path = "/chronicle" if self.path == "/" else self.path
        kept = [(key, value) for key, value in self.params if key not in ("page", "size") and value]
        return address(path + suffix, kept)


def address(path: str, params: Iterable[tuple[str, str]]) -> str:
    """A path, percent-encoded, with its query."""
    query = urlencode(list(params))
    return quote(path, safe="/:@!$&'()*+,;=~-._%") + (f"?{query}" if query else "")


def _sound(name: str, value: str) -> str:
    if len(value) > LONGEST:
        raise UsageError(f"'{name}' is too long", remedy=f"At most {LONGEST} characters are read")
    return value.replace("\x00", "").strip()
