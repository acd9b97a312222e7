"""An event -> its reports in order of time, each with its article and its sentence with the words that say it marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.chronicle.pages import Pages
from dateline.records import ActorRef, Article, Event, Mention
from dateline.web.marks import Mark, marked


@dataclass(frozen=True, slots=True)
class Report:
    """One mention with its article; `number` counts from 1 in order of time."""

    number: int
    mention: Mention
    article: Article
    sentence: Markup


def reports(pages: Pages, event: Event) -> list[Report]:
    """All reports of an event, by the day of their article, then by place in it."""
    mentions: dict[str, Mention] = pages.by_ids("mentions", event.mentions)
    articles: dict[str, Article] = pages.by_ids("articles", [one.article_id for one in mentions.values()])
    ordered = sorted(
        mentions.values(),
        key=lambda one: (_day(articles[one.article_id]), one.article_id, one.trigger.start, one.id),
    )
    return [
        Report(number, mention, articles[mention.article_id], sentence(mention))
        for number, mention in enumerate(ordered, 1)
    ]


def sentence(mention: Mention) -> Markup:
    """The sentence of a report: what was done, by whom, to whom, where and when it says so."""
    evidence = mention.evidence
    marks = [Mark(mention.trigger.start, mention.trigger.end, "m-act", mention.type)]
    marks += _sides(mention.source, "m-source") + _sides(mention.target, "m-target")
    return marked(evidence.text, marks, evidence.start)


def _sides(actors: Iterable[ActorRef], kind: str) -> list[Mark]:
    spans = [(actor.span, actor.name) for actor in actors if actor.span is not None]
    return [Mark(span.start, span.end, kind, name) for span, name in spans]


def _day(article: Article) -> str:
    return str(article.published.earliest or article.published.latest or "9999")


def numbers(found: Sequence[Report]) -> dict[str, int]:
    """Mention id -> number of its report."""
    return {report.mention.id: report.number for report in found}
