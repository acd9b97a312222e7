"""Corpus -> Linked -> Told: what the stages that look across articles take and give.

Every tuple is sorted by record id, so that a stage gives the same answer whatever the order of the inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.records import ActorKind, Article, Event, Mention, Quotation, Story, Storyline


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
