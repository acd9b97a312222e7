"""The project file: the only SQL. Records go in, an article at a time; records that match a filter come out."""

from __future__ import annotations

from dateline.store.health import Health, engine_searches, engine_version
from dateline.store.judged import Shelf
from dateline.store.near import Near
from dateline.store.project import Store
from dateline.store.search import END, START, Hit

__all__ = ["END", "START", "Health", "Hit", "Near", "Shelf", "Store", "engine_searches", "engine_version"]
