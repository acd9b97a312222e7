"""Pages: what the screens ask of one project file, from many threads at once; a page of records, counts, days.

The columns of each kind are read once and held until events and stories are made anew; every thread has a connection
of its own, so a screen is a plain function that may block.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.chronicle.comparison import course
from dateline.chronicle.handle import Chronicle
from dateline.chronicle.holder import Holder
from dateline.chronicle.importing import Importer
from dateline.chronicle.inventory import state_names
from dateline.chronicle.layers import Layers, layers
from dateline.chronicle.looking import Looking
from dateline.config import Config, load_config
from dateline.errors import UsageError
from dateline.exports.flat import columns as flat_columns
from dateline.exports.flat import flatten
from dateline.pipeline import Line
from dateline.store import Store
from dateline.store.columns import Bin, Columns, Filters
from dateline.store.facets import fold
from dateline.store.listed import KINDS

if TYPE_CHECKING:
    from dateline.chronicle.comparison import Course
    from dateline.records import Article, Story
    from dateline.resolvers import Resolvers
    from dateline.store.columns import Mask, Numbers

__all__ = ["KINDS", "Bin", "Found", "Pages", "Value", "flat_columns", "flatten"]

CHUNK = 500
COUNTED = 1000
"""Facets and density strips that are kept."""
COURSES = 16
"""Stories whose comparison is kept: who reads one asks for it several times."""
FACETS = ("type", "status", "country", "actor", "outlet", "issue", "story")
"""Columns of an event that the pages offer to filter by."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what a URL says, what people read, how many, and whether it is asked for."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The records of one kind that meet some conditions, in the order of their listing."""

    pages: Pages
    kind: str
    columns: Columns
    mask: Mask
    filters: Filters
    days: tuple[dt.date | None, dt.date | None]
    newest: bool = False

    @property
    def total(self) -> int:
        """How many there are."""
        return int(self.mask.sum())

    def page(self, number: int, size: int) -> list[Any]:
        """The records of page `number`, counted from 1; empty past the end."""
        return self.pages.records(self.kind, self._rows()[(number - 1) * size : number * size])

    def all(self) -> Iterator[Any]:
        """Every record; may be walked from several threads in turn."""
        rows = self._rows()
        for start in range(0, len(rows), CHUNK):
            yield from self.pages.records(self.kind, rows[start : start + CHUNK])

    def facet(self, name: str, limit: int = 12) -> list[Value]:
        """The values of one column with counts, most first. A column of one value is counted as if it were not
        filtered by itself, so that another value can be added; chosen values always come along."""
        return self._once(("facet", name, limit), lambda: self._facet(name, limit))

    def _facet(self, name: str, limit: int) -> list[Value]:
        chosen = tuple(self.filters.get(name, ()))
        mask = self.mask
        if chosen and not self.columns.columns[name].several:
            others = {key: values for key, values in self.filters.items() if key != name}
            mask = self.columns.mask(others, *self.days)
        counted = self.columns.counts(name, mask, limit)
        missing = [value for value in chosen if value not in dict(counted)]
        if missing:
            known = dict(self.columns.counts(name, mask))
            counted += [(value, known.get(value, 0)) for value in missing]
        labels = self.pages.labels(name, [value for value, _ in counted])
        return [Value(value, labels.get(value, value), count, value in chosen) for value, count in counted]

    def values(self, name: str) -> list[tuple[str, int]]:
        """Every value of one column with its count, most first; what the project calls it is in `Pages.labels`."""
        return self.columns.counts(name, self.mask)

    def crossed(self, name: str, other: str) -> list[tuple[tuple[str, str], int]]:
        """Every value of a column that a record has one of, with every value of another, and how many have both; by
        the first, then most first."""
        return self.columns.crossed(name, other, self.mask)

    def together(self, name: str, values: Sequence[str]) -> dict[tuple[str, str], int]:
        """How many have both of two of these values of one column."""
        return self.columns.together(name, self.mask, values)

    def density(self, bins: int = 120) -> list[Bin]:
        """How many begin in each run of days of their whole period."""
        return self._once(("density", bins), lambda: self.columns.density(self.mask, bins))

    def density_by(self, name: str, bins: int = 120) -> dict[str, list[Bin]]:
        """The same by value of a column."""
        return self.columns.density_by(name, self.mask, bins)

    def _once(self, what: tuple[Any, ...], make: Callable[[], list[Any]]) -> list[Any]:
        """What was counted before for the same conditions over the same columns is not counted again."""
        asked = tuple(sorted((name, tuple(values)) for name, values in self.filters.items()))
        return self.pages.once(self.columns, (self.kind, what, asked, self.days), make)

    def _rows(self) -> Numbers:
        import numpy as np

        positions = np.flatnonzero(self.mask)
        if self.newest:
            dated = self.columns.dated[positions]
            positions = np.concatenate([positions[dated][::-1], positions[~dated]])
        rows: Numbers = self.columns.rows[positions]
        return rows


class Pages:
    """One project file as the screens see it; `chronicle` is the present thread's own handle on it."""

    def __init__(self, path: Path, config: Config | None = None, line: Line | None = None) -> None:
        if config is None:
            config = load_config(path.parent if (path.parent / "dateline.toml").is_file() else None)
        self.path, self.config, self._line = path, config, line or Line()
        self._own = threading.local()
        self._lock = threading.Lock()
        self.imports = Importer(path, self.config, self._line)
        self.writing = threading.Lock()
        """Held while something is changed, so that changes come one after the other."""
        self.looking = Looking(path, self.writing, self._quiet)
        self._holder = Holder(lambda: self.store.told_mark(), self.forget)
        self._counted: dict[tuple[Any, ...], tuple[Columns, list[Any]]] = {}
        self._courses: dict[str, tuple[tuple[int, ...], Course]] = {}
        self._resolvers: Resolvers | None = None

    @property
    def chronicle(self) -> Chronicle:
        """This thread's Chronicle; everything it can be asked is open to a screen. Raises UsageError, ProjectError."""
        held: Chronicle | None = getattr(self._own, "chronicle", None)
        if held is None:
            held = self._own.chronicle = Chronicle(Store(self.path, create=False), self.config, self._line)
        return held

    def forget(self) -> None:
        """Let this thread's handle go; the next question opens another."""
        held: Chronicle | None = getattr(self._own, "chronicle", None)
        if held is not None:
            held.close()
            self._own.chronicle = None

    def find(
        self,
        kind: str,
        filters: Mapping[str, Sequence[str]] | None = None,
        *,
        first: dt.date | None = None,
        last: dt.date | None = None,
        newest: bool = False,
    ) -> Found:
        """Records of a kind (event, quotation, article, story, actor) that meet every condition.

        filters: a column of KINDS -> values, as a URL gives them: an actor by id, name or surname; an outlet in any
        case; of several values of one column a record has any where it can have one only, else all. Raises UsageError.
        """
        columns = self.columns(kind)
        asked: dict[str, list[str]] = {}
        for name, values in (filters or {}).items():
            if name not in columns.columns:
                raise UsageError(
                    f"a listing of {KINDS[kind].table} has no filter '{name}'",
                    remedy=f"Known: {', '.join(columns.columns)}",
                )
            for value in values:
                column, meant = self._meant(columns, name, value)
                asked.setdefault(column, []).append(meant)
        return Found(self, kind, columns, columns.mask(asked, first, last), asked, (first, last), newest)

    def columns(self, kind: str) -> Columns:
        """The columns of a kind; read when first asked for and after every build."""
        found: Columns = self._holder.kept(kind, lambda: self.store.columns(kind))
        return found

    def once(self, columns: Columns, key: tuple[Any, ...], make: Callable[[], list[Any]]) -> list[Any]:
        """A count that holds as long as these columns do; made when it is asked for the first time."""
        held = self._counted.get(key)
        if held is not None and held[0] is columns:
            return held[1]
        made = make()
        if len(self._counted) >= COUNTED:
            self._counted.clear()
        self._counted[key] = (columns, made)
        return made

    def records(self, kind: str, numbers: Sequence[int] | Numbers) -> list[Any]:
        """The records of a kind with these row numbers, in this order."""
        return self.store.records(kind, list(numbers))

    def by_ids(self, table: str, ids: Sequence[str]) -> dict[str, Any]:
        """The records of a table with these ids, by id; unknown ids are left out."""
        return self.store.by_ids(table, ids)

    def labels(self, name: str, values: Sequence[str]) -> dict[str, str]:
        """What people read for the values of a column: names of actors, titles of stories, outlets as they are written."""
        if name in ("actor", "speaker", "about", "source", "target"):
            return self.store.titles("actors", values)
        if name in ("story", "storyline"):
            return self.store.titles("stories" if name == "story" else "storylines", values)
        if name == "outlet":
            return {value: self.outlets().get(value, value) for value in values}
        if name == "country":
            return {value: self.states().get(value, value) for value in values}
        if name == "pair":
            return {value: " → ".join(self.states().get(c, c) for c in value.split(">")) for value in values}
        plain = name in ("issue", "kind", "cue_class")
        return {value: value.replace("_", " ") for value in values} if plain else {}

    def layers(self, article: Article) -> Layers:
        """Everything that can be marked in an article's text."""
        with self._lock:
            if self._resolvers is None:
                self._resolvers = self._line.part("resolvers")(self.config)
        return layers(self.chronicle, article, self._resolvers)

    def course(self, story: Story) -> Course:
        """How the outlets of a story differ, its events and which of them turned it."""
        mark = self.store.told_mark()
        held = self._courses.pop(story.id, None)
        made = held[1] if held is not None and held[0] == mark else course(self.store, story)
        with self._lock:
            self._courses[story.id] = (mark, made)
            while len(self._courses) > COURSES:
                self._courses.pop(next(iter(self._courses)))
        return made

    def outlets(self) -> dict[str, str]:
        """Outlets as they are filed -> as an article names them."""
        found: dict[str, str] = self._holder.kept("outlets", self._outlets)
        return found

    def states(self) -> dict[str, str]:
        """Country codes -> names of states, as the project calls them where it does."""
        found: dict[str, str] = self._holder.kept("states", self._states)
        return found

    def _quiet(self) -> bool:
        """Whether no import is writing."""
        return self.imports.now is None or not self.imports.now.running

    @property
    def store(self) -> Store:
        """The project file, over this thread's connection."""
        return self.chronicle._store

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, held until records change."""
        return self._holder.kept(key, make)

    def _outlets(self) -> dict[str, str]:
        return self.store.outlets()

    def _states(self) -> dict[str, str]:
        named = {**state_names(self.config), **self.store.states()}
        known = {code for kind in ("event", "actor") for code in self.columns(kind).columns["country"].values}
        codes = sorted(known - named.keys())
        for code in codes:  # a body of states may have a code of its own
            for one in self.find("actor", {"country": [code], "kind": ["organisation"]}).page(1, 1):
                named[code] = one.name
        return named

    def _meant(self, columns: Columns, name: str, value: str) -> tuple[str, str]:
        """The column and value that a value of a URL stands for: names of actors become ids."""
        if value in columns.columns[name].known:
            return name, value
        if name == "outlet":
            return name, fold(value)
        if name in ("type", "country"):
            return name, value.upper()
        if name in ("actor", "speaker", "about", "source", "target"):
            ids = self.store.actor_ids(value)
            if len(ids) > 1:
                raise UsageError(
                    f"several actors are called '{value}'", remedy="Give the full name or the id"
                )
            if ids:
                return name, ids[0]
            if "name" in columns.columns and fold(value) in columns.columns["name"].known:
                return "name", fold(value)
        return name, value
