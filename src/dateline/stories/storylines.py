"""Profiles of stories -> storylines: one affair over months or years, by shared actors, issues and words.

Two stories belong to one affair when the same few actors do things in both and the words agree; actors weigh by how
rare they are in the project, so that a state that acts in every story joins nothing by itself.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.corpus import Profile
from dateline.linkage import average_linkage
from dateline.records import Article, Event, Quotation
from dateline.stories.pairs import alike
from dateline.stories.vectors import Vector, centroid, cosine, unit

THRESHOLD = 0.12
FLOOR = 0.02
ALIKE = 0.04
"""Cosine of words or of actors below which two stories are not looked at closer."""
WORDS, ACTORS, ISSUES = 0.5, 0.35, 0.15
PRIOR_STORIES = 10
_Number = TypeVar("_Number", int, float)
LONGEST_GAP = 5 * 365
KEPT_WORDS, KEPT_ACTORS = 60, 16
KEY_WORDS, KEY_ACTORS = 10, 4


def profile(
    articles: Sequence[Article],
    vectors: Sequence[Vector],
    events: Iterable[Event],
    quotations: Iterable[Quotation],
) -> Profile:
    """What of a story is compared: the words in its middle, who acts and speaks in it, its issues, its days."""
    actors: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    for event in events:
        issues.update(event.issues)
        for actor in (*event.source, *event.target):
            if actor.actor_id and actor.kind != "media":
                actors[actor.actor_id] += len(event.articles)
    actors.update(q.speaker.actor_id for q in quotations if q.speaker and q.speaker.actor_id)
    days = [d for a in articles for d in (a.published.earliest, a.published.latest) if d and a.published.days]
    return Profile(
        None,
        _top(centroid(vectors), KEPT_WORDS),
        _top(actors, KEPT_ACTORS),
        _top(issues, KEPT_ACTORS),
        min(days).toordinal() if days else None,
        max(days).toordinal() if days else None,
    )


def keys(one: Profile) -> frozenset[str]:
    """Under what a story is found by later ones of its affair: its main words, its main actors."""
    words = {f"word {word}" for word, _ in one.words[:KEY_WORDS]}
    return frozenset(words | {f"actor {actor}" for actor, _ in one.actors[:KEY_ACTORS]})


def spread(profiles: Iterable[Profile]) -> Counter[str]:
    """In how many stories each actor and issue stands; "" counts the stories."""
    counts: Counter[str] = Counter()
    for one in profiles:
        counts[""] += 1
        counts.update(key for key, _ in (*one.actors, *one.issues))
    return counts


def chain(profiles: Sequence[Profile]) -> list[list[int]]:
    """Groups of story numbers; a story alike to no other is a storyline of its own."""
    counts = spread(profiles)
    views = [_View(one, counts) for one in profiles]
    looked = set(alike([view.words for view in views], ALIKE)) | set(
        alike([view.actors for view in views], ALIKE)
    )
    pairs = {
        pair: value for pair in sorted(looked) if (value := views[pair[0]].like(views[pair[1]])) >= FLOOR
    }
    return average_linkage(len(profiles), pairs, THRESHOLD)


def closest(one: Profile, lines: Mapping[str, Sequence[Profile]], counts: Mapping[str, int]) -> str | None:
    """The storyline whose stories the story is most like on average, None where it is like none of them enough."""
    view = _View(one, counts)
    means = {
        line: sum(view.like(_View(other, counts)) for other in others) / len(others)
        for line, others in lines.items()
        if others
    }
    best = max(sorted(means), key=means.__getitem__, default=None)
    return best if best is not None and means[best] >= THRESHOLD else None


class _View:
    """A profile weighed by how rare its actors and issues are."""

    def __init__(self, one: Profile, counts: Mapping[str, int]) -> None:
        self._one = one
        self.words = unit(dict(one.words))
        self.actors = _weighted(one.actors, counts)
        self.issues = _weighted(one.issues, counts)

    def like(self, other: _View) -> float:
        """How surely both are of one affair, 0..1."""
        if _apart(self._one, other._one) > LONGEST_GAP:
            return 0.0
        return (
            WORDS * min(1.0, 2 * cosine(self.words, other.words))
            + ACTORS * cosine(self.actors, other.actors)
            + ISSUES * cosine(self.issues, other.issues)
        )


def _weighted(own: Iterable[tuple[str, int]], counts: Mapping[str, int]) -> Vector:
    total = counts.get("", 0) + PRIOR_STORIES + 1
    return unit(
        {key: (1 + math.log(n)) * max(0.0, math.log(total / (counts.get(key, 0) + 0.5))) for key, n in own}
    )


def _top(weights: Mapping[str, _Number], most: int) -> tuple[tuple[str, _Number], ...]:
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most])


def _apart(left: Profile, right: Profile) -> int:
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return 0
    return max(left.first - right.last, right.first - left.last, 0)
