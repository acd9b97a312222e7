"""Whom "the German leader" means: whoever governs on those days, nobody where it may be two people."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.config import load_config
from dateline.records import UNDATED, DateRange
from dateline.resolvers import Resolvers

WHO = Resolvers.load(load_config(environ={})).who


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("DEU", "2016-09-05", "Angela Merkel"),
        ("GBR", "2016-09-05", "Theresa May"),
        ("JPN", "2016-09-05", "Shinzo Abe"),
        ("FRA", "2016-09-05", "François Hollande"),
        ("PRK", "2016-09-05", "Kim Jong-un"),
        ("TUR", "2012-05-01", "Recep Tayyip Erdoğan"),
        ("TUR", "2016-09-05", "Recep Tayyip Erdoğan"),
        ("IRN", "2016-09-05", None),
        ("RUS", "2010-05-01", None),
    ],
)
def test_who_leads(country: str, day: str, name: str | None) -> None:
    on = dt.date.fromisoformat(day)
    found = WHO.leader(country, DateRange(on, on, None, "metadata"))
    assert (found.name if found else None) == name


def test_days_on_both_sides_of_a_change_name_nobody() -> None:
    days = DateRange(dt.date(2014, 1, 1), dt.date(2014, 12, 31), None, "metadata")
    assert WHO.leader("TUR", days) is None


def test_an_open_day_names_nobody() -> None:
    assert WHO.leader("DEU", UNDATED) is None
