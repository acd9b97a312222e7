"""An undated article that tells of a dated event by its weekday -> the days on which it can have appeared, and its act's day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.links.events import Cluster
from dateline.records import Article, DateRange, Day, Mention

WEEK = 6
VAGUE = 31
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAME = re.compile(rf"\b({'|'.join(DAYS)})\b", re.IGNORECASE)


def narrowed(clusters: Sequence[Cluster], articles: Mapping[str, Article]) -> dict[str, Article]:
    """Articles whose date another article settles: the event's day fits the weekday that the undated one names.

    News says "on Monday" on that day or in the six days after it, so the interval is a week at most, met with what was
    known before; two events that contradict each other settle nothing. Basis: `linked`.
    """
    found: dict[str, list[DateRange]] = {}
    for cluster in clusters:
        for mention, day, named in _told_of(cluster, articles):
            week = DateRange(day, day + dt.timedelta(days=WEEK), named, "linked")
            found.setdefault(mention.article_id, []).append(week)
    settled = {}
    for article_id, weeks in found.items():
        known = articles[article_id].published
        first = max(d for d in (known.earliest, *(w.earliest for w in weeks)) if d)
        last = min(d for d in (known.latest, *(w.latest for w in weeks)) if d)
        if first <= last:
            settled[article_id] = replace(
                articles[article_id], published=DateRange(first, last, weeks[0].text, "linked")
            )
    return settled


def dated(clusters: Sequence[Cluster], articles: Mapping[str, Article]) -> dict[str, DateRange]:
    """Mention id -> the day of its event, where an undated article tells of the act by that weekday and no date is known."""
    return {
        mention.id: DateRange(day, day, named, "linked")
        for cluster in clusters
        for mention, day, named in _told_of(cluster, articles)
        if mention.when.days is None
    }


def _told_of(cluster: Cluster, articles: Mapping[str, Article]) -> Iterator[tuple[Mention, Day, str]]:
    """Reports of undated articles that name the weekday of the event's only day, with the day and its name."""
    days = {
        m.when.earliest
        for m in cluster.mentions
        if m.when.days == 1 and m.when.earliest and not _vague(articles[m.article_id])
    }
    if len(days) != 1:
        return
    (day,) = days
    for mention in cluster.mentions:
        named = _weekday(mention) if _vague(articles[mention.article_id]) else None
        if named and DAYS.index(named.lower()) == day.weekday():
            yield mention, day, named


def _weekday(mention: Mention) -> str | None:
    """The weekday by which the act is told: in its words of time, or, where it has none, the only one in its sentence."""
    if mention.when.text:
        named = _DAY_NAME.search(mention.when.text)
        return named.group(1) if named else None
    inside = _DAY_NAME.findall(mention.evidence.text)
    return inside[0] if len(inside) == 1 and mention.when.days is None else None


def _vague(article: Article) -> bool:
    days = article.published.days
    return days is None or days > VAGUE
