"""What joining asks of a project, and what its steps hand on to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from dateline.corpus import Profile, Room
from dateline.pipeline.keys import day_of
from dateline.records import Article, Event, Mention, Quotation, Story

Record = TypeVar("Record")

A_KEY = 30
"""Records taken from under one key: the nearest in time."""
TEXTS, ARTICLES, STORIES, MENTIONS, EVENTS, LINES = 6, 30, 4, 32, 12, 8
"""Neighbours looked at closer, the nearest by shared keys."""
MEMBERS = 24
"""Articles of one story that are compared, the nearest in time; a larger story is not taken apart again."""


class Near(Protocol):
    """What joining asks of the project (see `dateline.store.near`)."""

    def find(self, room: Room, keys: Any, day: int | None, most: int) -> dict[str, set[str]]: ...
    def counts(self, room: Room, words: Iterable[str]) -> dict[str, int]: ...
    def records(self, cls: type[Record], ids: Iterable[str]) -> dict[str, Record]: ...
    def outlines(self, stories: Iterable[str]) -> dict[str, Story]: ...
    def digests(self, ids: Iterable[str]) -> list[tuple[str, bytes]]: ...
    def where(self, cls: type[Record], column: str, values: Iterable[str]) -> list[Record]: ...
    def events_of(self, stories: Iterable[str]) -> list[Event]: ...
    def telling(self, articles: Iterable[str]) -> list[Quotation]: ...
    def story_of(self, articles: Iterable[str]) -> dict[str, str]: ...
    def profiles(self, stories: Iterable[str]) -> dict[str, Profile]: ...


@dataclass(slots=True)
class Found:
    """What the steps hand on: records by id, those of the new article among them."""

    articles: dict[str, Article]
    quotations: dict[str, Quotation]
    mentions: dict[str, Mention]
    events: dict[str, Event]
    gone_events: dict[str, Event]
    changed: set[str]


def nearest(members: Sequence[Article], article: Article) -> Sequence[Article]:
    """The members of a story that are compared with the article."""
    day = day_of(article) or 0
    return sorted(members, key=lambda one: (abs((day_of(one) or 0) - day), one.id))[:MEMBERS]
