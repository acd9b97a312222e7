"""A project's store and a story -> the comparison of its outlets."""

from __future__ import annotations

from dateline.records import Story
from dateline.store import Store
from dateline.stories.coverage import Cell
from dateline.stories.report import StoryComparison, report

__all__ = ["Cell", "StoryComparison", "compared"]


def compared(store: Store, story: Story) -> StoryComparison:
    """Reads the story's articles with their quotations, and its events with their reports; nothing is parsed again."""
    articles = store.articles(story=story.id)
    events = store.events(story=story.id)
    mentions = {mention.id: mention for event in events for mention in store.mentions(event=event.id)}
    quotations = [q for article in articles for q in store.quotations(article=article.id)]
    return report(story, articles, events, mentions, quotations)
