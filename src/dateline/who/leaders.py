"""leaders.tsv -> the office that "the German leader" means in a state on given days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.records import DateRange
from dateline.tables import COUNTRY, Row, Shape, load_table

_DAY = (r"\d{4}-\d{2}-\d{2}", "a day, year-month-day")


def _ordered(row: Row) -> None:
    since, until = _period(row)
    if since > until:
        raise ValueError(f"{row[0]} ends ({until}) before it starts ({since})")


LEADERS = Shape(
    "leaders.tsv", ("country", "office", "since", "until"), ("country", "office"), ("country", "since"),
    {"country": COUNTRY, "since": _DAY, "until": _DAY}, _ordered,
)  # fmt: skip
_FOLDER = Path(__file__).parent
_NOBODY = "-"


class Leaders:
    """The leading office by country and days; the head of state where the table has no row."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in load_table(_FOLDER, LEADERS, self._overlay):
            found.setdefault(row[0], []).append(row)
        return found

    def office(self, country: str, on: DateRange) -> str | None:
        """The key of the office that led the state on all of those days; None where the word may mean two people."""
        rows = self._rows.get(country, [])
        if on.earliest is None or on.latest is None:
            always = [row for row in rows if not (row[2] or row[3])]
            offices = {row[1] for row in always} if always or rows else {"head_of_state"}
        else:
            touched = [(row, _period(row)) for row in rows]
            touched = [
                (row, days) for row, days in touched if days[0] <= on.latest and on.earliest <= days[1]
            ]
            offices = {row[1] for row, _ in touched} or {"head_of_state"}
            if any(days[0] > on.earliest or on.latest > days[1] for _, days in touched):
                return None
        return offices.pop() if len(offices) == 1 and _NOBODY not in offices else None


def _period(row: Row) -> tuple[dt.date, dt.date]:
    return (
        dt.date.fromisoformat(row[2]) if row[2] else dt.date.min,
        dt.date.fromisoformat(row[3]) if row[3] else dt.date.max,
    )
