"""A project's store and a story -> the comparison of its outlets, and its course: events and turning points."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Event, Story
from dateline.store import Store
from dateline.stories.coverage import Cell
from dateline.stories.report import StoryComparison, report
from dateline.stories.turning import TurningPoint, turning_points

__all__ = ["Cell", "Course", "StoryComparison", "compared", "course"]


@dataclass(frozen=True, slots=True)
class Course:
    """A story as its page tells it: all of it from one reading of its records."""

    comparison: StoryComparison
    events: tuple[Event, ...]
    turning: tuple[TurningPoint, ...]


def compared(store: Store, story: Story) -> StoryComparison:
    """Reads the story's articles with their quotations, and its events with their reports; nothing is parsed again."""
    return course(store, story).comparison


def course(store: Store, story: Story) -> Course:
    """The comparison together with the events, in order of time, and which of them turned the story."""
    articles = store.articles(story=story.id)
    events = store.events(story=story.id)
    mentions = store.by_ids("mentions", [one for event in events for one in event.mentions])
    quotations = [q for article in articles for q in store.quotations(article=article.id)]
    return Course(
        report(story, articles, events, mentions, quotations), tuple(events), turning_points(events, articles)
    )
