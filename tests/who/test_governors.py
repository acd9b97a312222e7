"""Titles of governors: a state of the USA is no country of the same or of part of its name."""

from __future__ import annotations

import pytest

from dateline.config import load_config
from dateline.resolvers import Resolvers

WHO = Resolvers.load(load_config(environ={})).who


@pytest.mark.parametrize(
    ("words", "bare", "country"),
    [
        ("New Jersey Gov. Ellen Marsh", "Ellen Marsh", "USA"),
        ("New Mexico Governor Ellen Marsh", "Ellen Marsh", "USA"),
        ("Georgia Gov. Ellen Marsh", "Ellen Marsh", "USA"),
        ("Georgia President Ellen Marsh", "Ellen Marsh", "GEO"),
        ("the new French president Ellen Marsh", "Ellen Marsh", "FRA"),
        ("Mexico President Ellen Marsh", "Ellen Marsh", "MEX"),
    ],
)
def test_whose_governor(words: str, bare: str, country: str) -> None:
    found = WHO.titled(words)
    assert (found.bare, found.country) == (bare, country)
