"""summits.tsv -> Summit rows, and the rows that words may mean: by series, name, city or place."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dateline.records import DateRange
from dateline.tables import COUNTRY, DATE, Row, Shape, alternatives, load_table


@dataclass(frozen=True, slots=True)
class Summit:
    """One meeting: first to last day (a whole month where no day is known), city, place, ISO 3166 alpha-3 country."""

    series: str
    name: str
    other_names: tuple[str, ...]
    start: dt.date
    end: dt.date
    city: str
    place: str
    country: str

    def stands_in(self, text: str) -> bool:
        """Whether its city or place is named in the text."""
        return any(
            _names(place, text) for place in (self.city, *re.split(r",|\band\b", self.place)) if place.strip()
        )

    @property
    def days(self) -> DateRange:
        """Its days, with basis "reference"."""
        return DateRange(self.start, self.end, self.name, "reference")


SHAPE = Shape(
    "summits.tsv",
    ("series", "name", "other_names", "start", "end", "city", "place", "country"),
    required=("series", "name", "start"),
    key=("series", "name"),
    patterns={"start": DATE, "end": DATE, "country": COUNTRY},
    verify=lambda row: _summit(row),
)


def load_summits(overlay: Sequence[Path] = ()) -> tuple[Summit, ...]:
    """Built-in rows with those of the overlay folders laid over them. Raises ConfigError for a row that is no row."""
    rows = [_summit(row) for row in load_table(Path(__file__).parent, SHAPE, overlay)]
    return tuple(sorted(rows, key=lambda s: (s.start, s.series, s.name)))


def _summit(row: Row) -> Summit:
    series, name, others, start, end, city, place, country = row
    first, last = _day(start, first=True), _day(end or start, first=False)
    if first > last:
        raise ValueError(f"'{name}' ends ({end}) before it starts ({start})")
    return Summit(series, name, tuple(alternatives(others)), first, last, city, place, country)


def _day(text: str, first: bool) -> dt.date:
    """The first or last day of "2013", "2013-09" or "2013-09-05"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    month = parts[1] if len(parts) == 2 else (1 if first else 12)
    return dt.date(parts[0], month, 1 if first else calendar.monthrange(parts[0], month)[1])


_CAPITAL = re.compile(r"(?<![\w-])[A-Z0-9][^\W_]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GATHERING = frozenset(
    {"summit", "summits", "meeting", "conference", "talks", "forum", "week", "leaders", "council", "congress"}
)


def _key(words: str) -> tuple[str, ...]:
    plain = words.lower().replace("st.", "saint").replace("’", "'")
    plain = re.sub(r"\bgroup of (\w+)(?: nations)?\b", lambda m: "g" + _DIGIT.get(m[1], m[1]), plain)
    plain = re.sub(r"\bg-(\d+)", r"g\1", plain)
    return tuple(_WORD.findall(plain))


# a group that is nothing but its summit, and words for a meeting of an organisation that is more
_GROUP = re.compile(r"g\d+$|davos$|cop\d*$|apec$|brics$")
_MEETING = re.compile(r"\b(?:summit|conference|talks|assembly|forum|leaders['’]? meeting|meeting of)\b", re.I)
_SPELLED = {"7": "Seven", "8": "Eight", "20": "Twenty"}
_DIGIT = {"seven": "7", "eight": "8", "twenty": "20"}


class SummitTable:
    """Finds the summits that words may mean."""

    def __init__(self, rows: tuple[Summit, ...]) -> None:
        self.rows = rows

    @cached_property
    def _names(self) -> dict[tuple[str, ...], list[Summit]]:
        found: dict[tuple[str, ...], list[Summit]] = {}
        for row in self.rows:
            for name in (row.name, *row.other_names):
                found.setdefault(_key(name), []).append(row)
        return found

    @cached_property
    def _series(self) -> dict[tuple[str, ...], list[Summit]]:
        found: dict[tuple[str, ...], list[Summit]] = {}
        for row in self.rows:
            for name in _series_names(row.series):
                found.setdefault(name, []).append(row)
        return found

    @cached_property
    def _places(self) -> dict[Summit, list[tuple[str, ...]]]:
        return {
            row: [_key(n) for n in (row.city, *re.split(r",|\band\b", row.place)) if n.strip()]
            for row in self.rows
        }

    def find(self, words: str) -> tuple[Summit, ...]:
        """Rows whose own name stands in the words; else of a series named there, those whose place or year stands there
        too, else all of the series. Empty when neither a name nor a series is."""
        key = _key(words)
        named = _hits(key, self._names)
        if named:
            return self._narrow(named, key)
        return self._narrow(_hits(key, self._series), key)

    def mentions(self, text: str) -> list[tuple[int, int, tuple[Summit, ...]]]:
        """Where a text names a summit or its series, start and end, and the rows each place may mean."""
        found = []
        reached = 0
        for word in _CAPITAL.finditer(text):
            start = word.start()
            if start < reached:
                continue
            name = next((n for n in self._written.get(word[0], ()) if text.startswith(n, start)), None)
            if name is None or text[start + len(name) : start + len(name) + 1].isalnum():
                continue
            reached = start + len(name)
            key = _key(name)
            rows = self._names.get(key) or self._series.get(key, [])
            beside = text[max(0, start - 25) : start] + text[reached : reached + 45]
            if rows and (key in self._names or _GROUP.match(key[0]) or _MEETING.search(beside)):
                found.append((start, reached, tuple(dict.fromkeys(rows))))
        return found

    @cached_property
    def _written(self) -> dict[str, list[str]]:
        """First word -> every name and series as it may be written ("G20", "G-20", "Group of 20"), the longest first."""
        words = {name for row in self.rows for name in (row.name, *row.other_names)}
        words |= {part for row in self.rows for part in _series_parts(row.series)}
        written: dict[str, list[str]] = {}
        for form in sorted({form for word in words for form in _forms(word)}, key=len, reverse=True):
            first = _CAPITAL.match(form)
            if first is not None:
                written.setdefault(first[0], []).append(form)
        return written

    def _narrow(self, rows: list[Summit], key: tuple[str, ...]) -> tuple[Summit, ...]:
        placed = [row for row in rows if any(_holds(key, place) for place in self._places[row])]
        rows = placed or rows
        dated = [row for row in rows if str(row.start.year) in key]
        return tuple(dict.fromkeys(dated or rows))


def _forms(name: str) -> list[str]:
    """ "G20" also as "G-20", "Group of 20" and "Group of Twenty"."""
    group = re.fullmatch(r"G(\d+)", name)
    if group is None:
        return [name] if name else []
    number = group[1]
    return [name, f"G-{number}", f"Group of {number}", f"Group of {_SPELLED.get(number, number)}"]


def _series_parts(series: str) -> list[str]:
    return series.split("/") if re.fullmatch(r"[A-Z0-9]+(?:/[A-Z0-9]+)*", series) else [series]


def _series_names(series: str) -> list[tuple[str, ...]]:
    return [key for part in _series_parts(series) if (key := _key(part))]


def _names(place: str, text: str) -> bool:
    name = place.strip()
    if name.startswith("Saint "):
        return name in text or f"St. {name[6:]}" in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _hits(key: tuple[str, ...], table: dict[tuple[str, ...], list[Summit]]) -> list[Summit]:
    found: list[Summit] = []
    longest = max((len(name) for name in table), default=0)
    for at in range(len(key)):
        for length in range(min(longest, len(key) - at), 0, -1):
            rows = table.get(key[at : at + length])
            if rows:
                found.extend(rows)
                break
    return found


def _holds(key: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(key[i : i + len(part)] == part for i in range(len(key) - len(part) + 1))
