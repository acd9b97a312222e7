"""Options that several commands share, each written once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

project = click.argument("project", type=click.Path(dir_okay=False))
as_json = click.option(
    "--json", "as_json", is_flag=True, help="JSON on standard output, as the export writes it."
)
limit = click.option(
    "--limit", type=click.IntRange(min=1), default=None, help="Show at most this many (all by default)."
)


class Day(click.ParamType[dt.date]):
    """YYYY, YYYY-MM or YYYY-MM-DD; `end` says whether a year or month means its last day."""

    name = "date"

    def __init__(self, *, end: bool = False) -> None:
        self.end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            parts = [int(part) for part in str(value).split("-")]
            if len(parts) == 3:
                return dt.date(*parts)
            if len(parts) == 2:
                year, month = parts
                return _month_end(year, month) if self.end else dt.date(year, month, 1)
            if len(parts) == 1:
                return dt.date(parts[0], 12, 31) if self.end else dt.date(parts[0], 1, 1)
            fault = "too many parts"
        except ValueError as error:
            fault = str(error)
        return self.fail(f"'{value}' is no date ({fault}); write 2016, 2016-09 or 2016-09-05", param, ctx)


def _month_end(year: int, month: int) -> dt.date:
    first = dt.date(year, month, 1)
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def event_filters(command: Command) -> Command:
    """--from --to --actor --country --type --status --outlet --issue --story"""
    for option in reversed(
        (
            click.option("--from", "from_", type=Day(), help="First day (2016, 2016-09 or 2016-09-05)."),
            click.option("--to", type=Day(end=True), help="Last day."),
            click.option("--actor", help="Name, surname or id of whoever acts or is acted upon."),
            click.option("--country", help="Name or ISO 3166 alpha-3 code of either side or the place."),
            click.option("--type", "type_", help="PLOVER type, e.g. CONSULT."),
            click.option("--status", help="happened, planned, cancelled, refused, ..."),
            click.option("--outlet", help="Reported by this outlet."),
            click.option("--issue", help="Issue id, e.g. syria_war."),
            click.option("--story", help="Story id."),
        )
    ):
        command = option(command)
    return command


def checked(kind: str, value: str | None, known: tuple[str, ...], *, upper: bool = False) -> str | None:
    """A filter value in the case the records use; raises a usage error that lists what is known."""
    if value is None:
        return None
    wanted = value.upper() if upper else value.lower()
    if wanted not in known:
        raise click.UsageError(f"no {kind} is called '{value}'. Known: {', '.join(known)}")
    return wanted
