"""An undated article that tells of a dated event by its weekday -> the days on which it can have appeared."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.links.events import Cluster
from dateline.records import Article, DateRange

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
        days = {
            m.when.earliest
            for m in cluster.mentions
            if m.when.days == 1 and m.when.earliest and not _vague(articles[m.article_id])
        }
        if len(days) != 1:
            continue
        (day,) = days
        for mention in cluster.mentions:
            article = articles[mention.article_id]
            named = _DAY_NAME.search(mention.when.text or "")
            if _vague(article) and named and DAYS.index(named.group(1).lower()) == day.weekday():
                week = DateRange(day, day + dt.timedelta(days=WEEK), named.group(0), "linked")
                found.setdefault(article.id, []).append(week)
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


def _vague(article: Article) -> bool:
    days = article.published.days
    return days is None or days > VAGUE
