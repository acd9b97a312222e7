"""Stories -> storylines: one affair over months or years, by shared actors, issues and words.

Two stories belong to one affair when the same few actors do things in both and the words agree; actors weigh by how
rare they are in the project, so that a state that acts in every story joins nothing by itself.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.linkage import average_linkage
from dateline.records import Article, Event
from dateline.stories.vectors import Vector, centroid, cosine, unit, vectors

THRESHOLD = 0.18
FLOOR = 0.02
WORDS, ACTORS, ISSUES = 0.5, 0.35, 0.15
PRIOR_STORIES = 10
LONGEST_GAP = 5 * 365


@dataclass(frozen=True, slots=True)
class Told:
    """What of a story the chaining looks at. `speakers`: the actor id of each quotation's speaker, as often as quoted."""

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    speakers: tuple[str, ...]
    first: int | None
    last: int | None


def chain(stories: Sequence[Told]) -> list[list[int]]:
    """Groups of story numbers; a story alike to no other is a storyline of its own."""
    everything = [article for story in stories for article in story.articles]
    of_article: dict[str, Vector] = {
        article.id: vector for article, vector in zip(everything, vectors(everything), strict=True)
    }
    middle = [centroid([of_article[a.id] for a in story.articles]) for story in stories]
    actors = _weighted([_actors(story) for story in stories])
    issues = _weighted([Counter(i for e in story.events for i in e.issues) for story in stories])
    pairs: dict[tuple[int, int], float] = {}
    for j in range(len(stories)):
        for i in range(j):
            if _apart(stories[i], stories[j]) > LONGEST_GAP:
                continue
            alike = cosine(actors[i], actors[j])
            value = (
                WORDS * min(1.0, 2 * cosine(middle[i], middle[j]))
                + ACTORS * alike
                + ISSUES * cosine(issues[i], issues[j])
            )
            if value >= FLOOR:
                pairs[i, j] = value
    return average_linkage(len(stories), pairs, THRESHOLD)


def _actors(story: Told) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event in story.events:
        for actor in (*event.source, *event.target):
            if actor.actor_id and actor.kind != "media":
                counts[actor.actor_id] += len(event.articles)
    counts.update(story.speakers)
    return counts


def _weighted(counts: Sequence[Mapping[str, int]]) -> list[Vector]:
    frequency = Counter(key for count in counts for key in count)
    total = len(counts) + PRIOR_STORIES
    return [
        unit(
            {
                key: (1 + math.log(n)) * math.log((total + 1) / (frequency[key] + 0.5))
                for key, n in count.items()
            }
        )
        for count in counts
    ]


def _apart(left: Told, right: Told) -> int:
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return 0
    return max(left.first - right.last, right.first - left.last, 0)
