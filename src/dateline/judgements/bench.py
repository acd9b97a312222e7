"""The working set: records that judgements touch, loaded from a shelf as they are needed, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from dateline.judgements.anchors import find
from dateline.judgements.forms import Passage
from dateline.judgements.match import Place
from dateline.records import (
    Actor,
    Article,
    DateRange,
    Event,
    Mention,
    Quotation,
    Story,
    Storyline,
)


class Shelf(Protocol):
    """Where the machine's records are read from."""

    def anchored(self, passages: Collection[Passage]) -> Sequence[Article]:
        """Articles with one of the anchors' bytes, sources, or title and outlet."""

    def articles(self, ids: Collection[str]) -> Sequence[Article]: ...
    def stories(self, ids: Collection[str]) -> Sequence[Story]: ...
    def storylines(self, ids: Collection[str]) -> Sequence[Storyline]: ...
    def actors(self, ids: Collection[str]) -> Sequence[Actor]: ...
    def events(self, ids: Collection[str]) -> Sequence[Event]: ...
    def mentions(self, ids: Collection[str]) -> Sequence[Mention]: ...
    def quotations(self, ids: Collection[str]) -> Sequence[Quotation]: ...
    def of_articles(self, ids: Collection[str]) -> tuple[Sequence[Mention], Sequence[Quotation]]: ...
    def of_story(self, id: str) -> Sequence[Article]: ...
    def about(self, actor_id: str) -> tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]:
        """Ids of mentions, quotations, events and stories in which the actor takes part."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages lend: how the machine itself makes such records.

    merged: mentions of one event, their articles and the quotations of these -> the event. titled: an event -> its
    title. coded: type, mode, status -> PLOVER's type and CAMEO code. reread: words of time, the day they were read
    from, the day they are to be read from, status, what was read -> what they mean now. known: an actor's id -> what
    the tables know of it.
    """

    merged: Callable[[Sequence[Mention], Sequence[Article], Sequence[Quotation]], Event]
    titled: Callable[[Event], str]
    coded: Callable[[str, str | None, str], tuple[str, str | None]]
    reread: Callable[[DateRange, DateRange, DateRange, str], DateRange]
    known: Callable[[str], Actor | None]


@dataclass
class Bench:
    """`now` are the records as they stand, `base` as the machine gave them; both by kind and id. `hidden`: ids of what
    was rejected."""

    shelf: Shelf
    now: dict[str, dict[str, Any]] = field(default_factory=dict)
    base: dict[str, dict[str, Any]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    _asked: set[tuple[str, str]] = field(default_factory=set)
    _places: dict[Passage, tuple[str, Place] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind in ("article", "mention", "quotation", "event", "story", "storyline", "actor"):
            self.now[kind], self.base[kind] = {}, {}

    def of(self, kind: str) -> dict[str, Any]:
        """Records of a kind by id."""
        return self.now[kind]

    def load(self, kind: str, ids: Iterable[str]) -> None:
        """Have these records in the working set, those that exist."""
        wanted = self._new(kind, ids)
        if wanted:
            read: dict[str, Callable[[Collection[str]], Sequence[Any]]] = {
                "article": self.shelf.articles, "mention": self.shelf.mentions, "quotation": self.shelf.quotations,
                "event": self.shelf.events, "story": self.shelf.stories, "storyline": self.shelf.storylines,
                "actor": self.shelf.actors,
            }  # fmt: skip
            self._take(kind, read[kind](wanted))

    def load_passages(self, passages: Collection[Passage]) -> None:
        """The articles of the anchors, all their mentions and quotations, and their events whole."""
        articles = self.shelf.anchored(passages)
        self._take("article", articles)
        by_hash = {article.sha256: article for article in articles}
        for anchor in passages:
            if anchor not in self._places:
                self._places[anchor] = self._place(anchor, by_hash, articles)
        self.load_contents(place[0] for place in self._places.values() if place)
        self.load_events(m.event_id for m in list(self.of("mention").values()) if m.event_id)

    def load_contents(self, article_ids: Iterable[str]) -> None:
        """All mentions and quotations of these articles."""
        wanted = self._new("contents", article_ids)
        if wanted:
            mentions, quotations = self.shelf.of_articles(wanted)
            self._take("mention", mentions)
            self._take("quotation", quotations)

    def load_events(self, ids: Iterable[str]) -> None:
        """These events, their mentions, articles with all their quotations, and stories."""
        ids = list(ids)
        self.load("event", ids)
        events = [self.of("event")[one] for one in ids if one in self.of("event")]
        self.load("mention", (one for event in events for one in event.mentions))
        self.load("article", (one for event in events for one in event.articles))
        self.load("story", (event.story_id for event in events if event.story_id))

    def load_actor(self, actor_id: str) -> None:
        """An actor, everything it takes part in, and the storylines of its stories."""
        mentions, quotations, events, stories = self.shelf.about(actor_id)
        self.load("actor", [actor_id])
        self.load("mention", mentions)
        self.load("quotation", quotations)
        self.load("article", (self.of("quotation")[one].article_id for one in quotations))
        self.load_events([*events, *(e for one in mentions if (e := self.of("mention")[one].event_id))])
        self.load("story", stories)

    def where(self, anchor: Passage) -> tuple[str, Place] | None:
        """Article and place where an anchor's words stand now; None when they do not."""
        return self._places.get(anchor)

    def add(self, kind: str, record: Any) -> None:
        """A record that the machine has not."""
        self.now[kind][record.id] = record

    @property
    def reach(self) -> frozenset[str]:
        """Kind and id of everything that was looked at or made."""
        made = (f"{kind} {id_}" for kind, records in self.now.items() for id_ in records)
        return frozenset(f"{kind} {id_}" for kind, id_ in self._asked).union(made)

    def of_story(self, story_id: str) -> list[Article]:
        """The articles of a story as they stand."""
        articles = self.shelf.of_story(story_id)
        self._take("article", articles)
        return [self.now["article"].get(article.id, article) for article in articles]

    def changed(self, kind: str) -> dict[str, Any]:
        """Ids of this kind -> the record that is otherwise than the machine's, None for one that is gone."""
        base, now = self.base[kind], self.now[kind]
        found: dict[str, Any] = {one: now.get(one) for one in base if now.get(one) != base[one]}
        found.update({one: record for one, record in now.items() if one not in base})
        return found

    def _take(self, kind: str, records: Iterable[Any]) -> None:
        for record in records:
            if record.id not in self.base[kind]:
                self._asked.add((kind, record.id))
                self.base[kind][record.id] = record
                self.now[kind].setdefault(record.id, record)

    def _new(self, kind: str, ids: Iterable[str]) -> list[str]:
        wanted = [one for one in dict.fromkeys(ids) if (kind, one) not in self._asked]
        self._asked.update((kind, one) for one in wanted)
        return wanted

    def _place(
        self, anchor: Passage, by_hash: dict[str, Article], articles: Sequence[Article]
    ) -> tuple[str, Place] | None:
        """The very bytes first, then the same source, then the same headline in the same outlet."""
        own = by_hash.get(anchor.sha256)
        candidates = [own] if own else []
        candidates += sorted(
            (a for a in articles if a.source == anchor.source and a is not own), key=lambda a: a.id
        )
        candidates += sorted(
            (
                a
                for a in articles
                if anchor.title
                and (a.title, a.outlet) == (anchor.title, anchor.outlet)
                and a not in candidates
            ),
            key=lambda a: a.id,
        )
        for article in candidates:
            place = find(anchor, article)
            if place is not None:
                return article.id, place
            if anchor.about == "article" and article.source == anchor.source:
                return article.id, (0, 0)
        return None
