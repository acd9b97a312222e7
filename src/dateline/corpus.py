"""Corpus -> Linked -> Told: what the stages that look across articles take and give.

Every tuple is sorted by record id, so that a stage gives the same answer whatever the order of the inputs.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.records import Actor, ActorKind, Article, Event, Mention, Quotation, Story, Storyline


@dataclass(frozen=True, slots=True)
class Seen:
    """One identified actor as one article speaks of it; `forms` are the proper names it goes by there."""

    actor_id: str
    name: str
    kind: ActorKind | None
    country: str | None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is known before articles are compared; what `links` takes.

    digests: (article id, the bytes `dateline.articles.copies` made of its text), one an article. The pipeline has
    already set `copy_of` and `copied_share` on the articles from them. seen: one an article and actor. `same_as`, `event_id`, `story_id` are None.
    """

    articles: tuple[Article, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    digests: tuple[tuple[str, bytes], ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """How common words are in a whole project, for stages that are shown only a part of it.

    words: word -> how many of the `articles` articles have it in title or lead. near: root of a word -> how many of the
    `mentions` mentions have it near their trigger.
    """

    articles: int = 0
    words: Mapping[str, int] = field(default_factory=dict)
    mentions: int = 0
    near: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Linked:
    """What `links` gives and `stories` takes.

    corpus: the same records with `same_as`, `event_id` and dates narrowed by other articles filled in (ids and
    counts are unchanged). events: every event, each with at least one mention; `story_id` is None.
    """

    corpus: Corpus
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What `stories` gives and the store keeps: `story_id` on articles and events, `storyline_id` on stories."""

    linked: Linked
    stories: tuple[Story, ...] = ()
    storylines: tuple[Storyline, ...] = ()


class Room(enum.Enum):
    """What a key is of, and the letters with which ids of the records found under it begin."""

    WORDS = 1, "art"
    TEXTS = 2, "art"
    SAID = 3, "quo"
    ACTS = 4, "men"
    LINES = 5, "sto"

    def __init__(self, number: int, prefix: str) -> None:
        self.number, self.prefix = number, prefix


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a story is compared with other stories, each with its weight or count; ordinals of its first and last day.

    speakers count among the actors.
    """

    storyline_id: str | None
    words: tuple[tuple[str, float], ...]
    actors: tuple[tuple[str, int], ...]
    issues: tuple[tuple[str, int], ...]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Indexed:
    """By what records are found again: (room, key, ordinal day, id) rows; how many records of a room have a word (""
    counts the records); profiles by story id; the stories whose profile is gone."""

    keys: tuple[tuple[Room, str, int | None, str], ...] = ()
    counts: Mapping[tuple[Room, str], int] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """What an article that joins a project changed: records of articles, and what takes the place of records of that id
    or of those that are gone."""

    corpus: Corpus
    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    storylines: tuple[Storyline, ...]
    actors: tuple[Actor, ...]
    indexed: Indexed
    gone_events: tuple[str, ...] = ()
    gone_stories: tuple[str, ...] = ()
    gone_lines: tuple[str, ...] = ()
