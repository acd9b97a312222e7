"""A story and its records -> the whole comparison of its outlets, as pages, tables and files show it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Article, Event, Loaded, Mention, OnlyIn, Quotation, Span, Story
from dateline.stories.coverage import Row, event_rows, outlet_of, quotation_rows
from dateline.stories.passages import marked, sentence_at, sentences
from dateline.stories.presence import Speaker, actor_rows, speaker_rows


@dataclass(frozen=True, slots=True)
class Space:
    """One outlet's part of the story: its articles, their length in code points, the share of it inside quotation
    marks, and the days within which they were published (None: not known)."""

    outlet: str
    articles: tuple[str, ...]
    titles: tuple[str, ...]
    length: int
    quoted: float
    from_: dt.date | None
    to: dt.date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Coloured words in their sentence; where another outlet is neutral of the same thing, its words and sentence."""

    outlet: str
    article_id: str
    kind: str
    span: Span
    sentence: Span
    neutral: Span | None = None
    neutral_outlet: str | None = None
    neutral_article_id: str | None = None
    neutral_sentence: Span | None = None


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """How the outlets of one story differ. Nothing here adds up to a figure for an outlet."""

    story_id: str
    title: str
    from_: dt.date | None
    to: dt.date | None
    outlets: tuple[Space, ...]
    events: tuple[Row, ...]
    quotations: tuple[Row, ...]
    actors: tuple[Row, ...]
    speakers: tuple[Speaker, ...]
    only_in: tuple[OnlyIn, ...]
    marks: tuple[Mark, ...]

    @property
    def compares(self) -> bool:
        """Whether there are two outlets to compare."""
        return len(self.outlets) > 1


def report(
    story: Story,
    articles: Sequence[Article],
    events: Sequence[Event],
    mentions: Mapping[str, Mention],
    quotations: Sequence[Quotation],
) -> StoryComparison:
    """What the story's own `comparison` holds, with places, shares, speakers and sentences.

    mentions: at least those of the events. What an event has from articles of other stories is left out.
    """
    own: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        own[quotation.article_id].append(quotation)
    spaces = _spaces(articles, own)
    compares = len(spaces) > 1
    return StoryComparison(
        story_id=story.id,
        title=story.title,
        from_=story.from_,
        to=story.to,
        outlets=spaces,
        events=event_rows(articles, events, mentions) if compares else (),
        quotations=quotation_rows(articles, quotations) if compares else (),
        actors=actor_rows(articles, events, mentions, quotations) if compares else (),
        speakers=speaker_rows(articles, quotations),
        only_in=story.comparison.only_in,
        marks=_marks(story, articles),
    )


def _spaces(articles: Sequence[Article], own: Mapping[str, Sequence[Quotation]]) -> tuple[Space, ...]:
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_outlet[outlet_of(article)].append(article)
    found = []
    for outlet in sorted(by_outlet):
        held = by_outlet[outlet]
        length = sum(len(article.text) for article in held)
        quoted = sum(end - start for a in held for start, end in marked(own.get(a.id, ())))
        found.append(
            Space(
                outlet=outlet,
                articles=tuple(article.id for article in held),
                titles=tuple(article.title or "" for article in held),
                length=length,
                quoted=round(quoted / max(1, length), 4),
                from_=min((a.published.earliest for a in held if a.published.earliest), default=None),
                to=max((a.published.latest for a in held if a.published.latest), default=None),
            )
        )
    return tuple(found)


def _marks(story: Story, articles: Sequence[Article]) -> tuple[Mark, ...]:
    by_id = {article.id: article for article in articles}
    cut = {article.id: sentences(article.text) for article in articles}
    found = []
    for loaded in story.comparison.loaded:
        article = by_id.get(loaded.article_id)
        if article is None:
            continue
        other = by_id.get(loaded.neutral_article_id or "")
        neutral = _neutral(loaded) if other else None
        found.append(
            Mark(
                outlet=outlet_of(article),
                article_id=article.id,
                kind=loaded.kind,
                span=loaded.span,
                sentence=sentence_at(cut[article.id], loaded.span.start) or loaded.span,
                neutral=neutral,
                neutral_outlet=outlet_of(other) if other and neutral else None,
                neutral_article_id=other.id if other and neutral else None,
                neutral_sentence=sentence_at(cut[other.id], neutral.start) if other and neutral else None,
            )
        )
    return tuple(found)


def _neutral(loaded: Loaded) -> Span | None:
    if loaded.neutral is None or loaded.neutral_start is None:
        return None
    return Span(loaded.neutral_start, loaded.neutral_start + len(loaded.neutral), loaded.neutral)
