"""Mentions of all articles -> groups that tell of one happening, with the reasons for each link.

Mentions are blocked by type, states involved and month, town or quoted words; scored pairwise (evidence.py); merged from the strongest pair
down, and two groups only when no pair across them is forbidden, so that one wrong link cannot join two stories.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.links.evidence import THRESHOLD, Report, explain, score, veto
from dateline.records import Article, Mention
from dateline.wording import common_words, normal

MONTHS = 18
BLOCK = 400
WORDS = 20


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one event, how strongly, and why in words."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one event in order of id, and the links that hold them together."""

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]


def cluster(
    mentions: Sequence[Mention], articles: Mapping[str, Article], quoted: Mapping[str, frozenset[str]]
) -> tuple[Cluster, ...]:
    """Every mention in exactly one cluster; clusters in order of their smallest mention id.

    quoted: article id -> the `same_as` ids of the words it quotes.
    """
    reports = [
        _report(m, articles[m.article_id], quoted.get(m.article_id, frozenset()))
        for m in sorted(mentions, key=lambda m: m.id)
    ]
    pairs: list[tuple[float, int, int, str]] = []
    for i, j in sorted(_candidates(reports)):
        if veto(reports[i], reports[j]) is None:
            value, rows = score(reports[i], reports[j])
            if value >= THRESHOLD:
                pairs.append((-value, i, j, explain(rows)))
    pairs.sort()
    group: dict[int, list[int]] = {i: [i] for i in range(len(reports))}
    at = list(range(len(reports)))
    links: dict[int, list[Link]] = defaultdict(list)
    for negative, i, j, reason in pairs:
        low, high = sorted((at[i], at[j]))
        if low != high:
            if any(veto(reports[a], reports[b]) for a in group[low] for b in group[high]):
                continue
            for member in group.pop(high):
                group[low].append(member)
                at[member] = low
            links[low].extend(links.pop(high, ()))
            links[low].append(Link(reports[i].mention.id, reports[j].mention.id, -negative, reason))
    return tuple(
        Cluster(tuple(reports[m].mention for m in sorted(members)), tuple(links.get(key, ())))
        for key, members in sorted(group.items())
    )


def _report(mention: Mention, article: Article, quoted: frozenset[str]) -> Report:
    words = frozenset(w for w in normal(mention.evidence.text) if w not in common_words())
    return Report(mention, article, words, quoted)


def _candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        for key in _keys(report):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for _, numbers in sorted(blocks.items()):
        for i, left in enumerate(numbers):
            for right in numbers[i + 1 : i + 1 + BLOCK]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


def _keys(report: Report) -> Iterator[tuple[str, str, str]]:
    mention = report.mention
    sides = {a.country or a.actor_id or a.name.casefold() for a in (*mention.source, *mention.target)}
    marks = _months(mention) + [f"words {words}" for words in sorted(report.quoted)[:WORDS]]
    if mention.where is not None and mention.where.lat is not None:
        marks.append(f"at {mention.where.name}")
    for side in sorted(sides):
        for mark in marks:
            yield mention.type, side, mark


def _months(mention: Mention) -> list[str]:
    first, last = mention.when.earliest, mention.when.latest
    if first is None and last is None:
        return [f"in {mention.article_id}"]
    if first is None or last is None or (last - first).days > 31 * MONTHS:
        day = last or first
        return [f"in {mention.article_id}", f"{day:%Y-%m}"]
    months, day = [], (first - dt.timedelta(days=3)).replace(day=1)
    while day <= last + dt.timedelta(days=3):
        months.append(f"{day:%Y-%m}")
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return months
