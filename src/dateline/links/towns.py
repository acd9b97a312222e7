"""A place -> whether it is a spot that a report can differ about; two of them -> how far apart they lie."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from dateline.records import Place

if TYPE_CHECKING:
    from dateline.where import Where

APART = 60.0
"""Kilometres: nearer places may be a town and its suburb, or one place named twice."""
EARTH = 6371.0


def spot(place: Place | None) -> bool:
    """Whether it has a position and is not a whole country, whose position says nothing."""
    return place is not None and place.lat is not None and place.lon is not None and not _country(place)


def far(one: Place | None, other: Place | None) -> bool:
    """Whether both are spots, under two names, more than `APART` kilometres from each other."""
    if one is None or other is None or one.name == other.name or not (spot(one) and spot(other)):
        return False
    return kilometres(one, other) > APART


@functools.lru_cache(maxsize=20_000)
def kilometres(one: Place, other: Place) -> float:
    """Along a great circle; places without coordinates count as far apart."""
    if None in (one.lat, one.lon, other.lat, other.lon):
        return math.inf
    a, b, c, d = (math.radians(v or 0.0) for v in (one.lat, one.lon, other.lat, other.lon))
    cosine = math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d)
    return EARTH * math.acos(max(-1.0, min(1.0, cosine)))


@functools.lru_cache(maxsize=20_000)
def _country(place: Place) -> bool:
    if place.country is None:
        return False
    whole = _centre(place.country)
    return whole is not None and whole.name == place.name


@functools.lru_cache(maxsize=500)
def _centre(country: str) -> Place | None:
    return _tables().centre(country)


@functools.cache
def _tables() -> Where:
    from dateline.where import Where

    return Where.load(())
