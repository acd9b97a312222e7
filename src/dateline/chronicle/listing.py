"""Records -> a sequence that shows itself in a notebook and becomes a data frame where one is installed."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from dateline.errors import UsageError
from dateline.exports.flat import columns, flatten

Item = TypeVar("Item", covariant=True)

SHOWN = 20
WIDEST = 120


class Listing(Sequence[Item]):
    """An immutable list of records of one kind. Data frames have the columns of the CSV export."""

    def __init__(self, cls: type[Item], items: Iterable[Item]) -> None:
        self._kind: Any = cls
        self._items = tuple(items)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Listing[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Listing[Item]:
        if isinstance(index, slice):
            return Listing(self._kind, self._items[index])
        return self._items[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Listing, list, tuple)):
            return self._items == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._kind.__name__.lower()} records>"

    def rows(self) -> list[dict[str, Any]]:
        """One flat dictionary a record, with the columns of the CSV export."""
        return [flatten(item) for item in self._items]

    def to_pandas(self) -> Any:
        """A pandas.DataFrame; raises UsageError when pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise _missing("pandas") from error
        return pandas.DataFrame(self.rows(), columns=list(columns(self._kind)))

    def to_polars(self) -> Any:
        """A polars.DataFrame; raises UsageError when polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        names = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
        schema = {name: names[kind] for name, kind in columns(self._kind).items()}
        return polars.DataFrame(self.rows(), schema=schema)

    def _repr_html_(self) -> str:
        """A table of the first records for notebooks; every value is escaped."""
        rows = [flatten(item) for item in self._items[:SHOWN]]
        names = [name for name in columns(self._kind) if any(row[name] not in (None, "") for row in rows)]
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_short(row[name]))}</td>" for name in names) + "</tr>"
            for row in rows
        )
        more = f"<p>{len(self) - SHOWN} more</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _short(value: Any) -> str:
    text = "" if value is None else "".join(c for c in str(value) if c.isprintable() or c == "\n")
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _missing(package: str) -> UsageError:
    return UsageError(f"{package} is not installed", remedy="Install it with: pip install 'dateline[frames]'")
