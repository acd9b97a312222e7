"""A chronicle -> what it says of each article and across them, in the form of the reading test's gold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.records import ActorRef, Article, DateRange, Event, Mention, Quotation

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle

Data = dict[str, Any]


def as_read(chronicle: Chronicle, root: Path) -> Data:
    """Articles by their file name under `root`, links between them, stories and storylines by id."""
    prefix = f"{root.as_posix()}/"
    articles = list(chronicle.articles())
    names = {article.id: article.source.removeprefix(prefix) for article in articles}
    stories = list(chronicle.stories())
    line_of = {story.id: story.storyline_id for story in stories}
    return {
        "articles": {
            names[article.id]: {
                **_article(article),
                "quotes": [_quotation(one) for one in chronicle.quotations(article=article.id)],
                "events": [_mention(one) for one in chronicle.mentions(article=article.id)],
                "story": article.story_id,
                "storyline": line_of.get(article.story_id or ""),
            }
            for article in articles
        },
        "links": _links(chronicle, articles, names),
        "stories": {story.id: [names[one] for one in story.articles] for story in stories},
        "storylines": {
            line.id: {"title": line.title, "stories": list(line.stories)} for line in chronicle.storylines()
        },
    }


def _article(article: Article) -> Data:
    return {
        "outlet": article.outlet,
        "title": article.title,
        "author": list(article.byline),
        "published": _days(article.published),
        "published_basis": article.published.basis,
        "dateline_place": article.dateline_place,
        "text": article.text,
    }


def _quotation(one: Quotation) -> Data:
    return {
        "content": one.content.text,
        "start": one.content.start,
        "end": one.content.end,
        "speaker": names_of([one.speaker] if one.speaker else []),
        "kind": one.kind,
        "anonymous": bool(one.speaker and one.speaker.anonymous),
        "via": names_of(one.via),
        "rule": one.rule,
        "same_as": one.same_as,
    }


def _mention(one: Mention) -> Data:
    earliest, latest = _days(one.when)
    return {
        "types": [one.type],
        "source": names_of(one.source),
        "target": names_of(one.target),
        "earliest": earliest,
        "latest": latest,
        "place": [one.where.name] if one.where else None,
        "status": [one.status],
        "evidence": one.evidence.text,
        "mutual": one.mutual,
        "trigger": [one.trigger.start, one.trigger.end],
        "sentence": [one.evidence.start, one.evidence.end],
        "event": one.event_id,
    }


def names_of(actors: Iterable[ActorRef]) -> list[str]:
    """Everything the actors are called: canonical name, description, the words of the passage."""
    names: dict[str, None] = {}
    for actor in actors:
        for name in (actor.name, actor.description, actor.span.text if actor.span else None):
            if name:
                names[name] = None
    return list(names)


def _days(when: DateRange) -> list[str | None]:
    return [day.isoformat() if day else None for day in (when.earliest, when.latest)]


def _links(chronicle: Chronicle, articles: Iterable[Article], names: dict[str, str]) -> Data:
    mentions = {one.id: one.article_id for one in chronicle.mentions()}
    words: dict[str, list[Quotation]] = {}
    for one in chronicle.quotations():
        if one.same_as:
            words.setdefault(one.same_as, []).append(one)
    events = list(chronicle.events())
    return {
        "copies": [
            {"copy": names[one.id], "of": names.get(one.copy_of), "share": one.copied_share}
            for one in articles
            if one.copy_of
        ],
        "same_words": [
            {
                "words": max((one.content.text for one in group), key=len),
                "articles": sorted({names[one.article_id] for one in group}),
            }
            for group in words.values()
        ],
        "one_event": [_event(one, names) for one in events],
        "discrepancies": [
            {
                "what": difference.field,
                "event": one.id,
                "values": {
                    claim.value: sorted({names[mentions[mention]] for mention in claim.mention_ids})
                    for claim in difference.values
                },
            }
            for one in events
            for difference in one.discrepancies
        ],
    }


def _event(one: Event, names: dict[str, str]) -> Data:
    earliest, latest = _days(one.when)
    statuses = dict.fromkeys([*(step.status for step in one.status_history), one.status])
    return {
        "what": one.title,
        "type": one.type,
        "articles": [names[article] for article in one.articles],
        "statuses": list(statuses),
        "earliest": earliest,
        "latest": latest,
    }
