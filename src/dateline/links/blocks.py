"""Reports -> the pairs worth comparing: those that share a type, and a side with a stretch of days, a town or
quoted words, or else rare words.

A block that grows too large is cut by the words of the act, then by time, so that the work grows as n log n.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from dateline.links.report import Report
from dateline.links.towns import spot
from dateline.links.vetoes import FORESEEN, UNREALISED, VAGUE
from dateline.records import ActorRef, DateRange
from dateline.wording import common_words

LARGE = 60
"""Members of a block beyond which each is compared only with the next ones in time."""
WINDOW = 30
LONGEST = 550
"""Longer intervals, in days, say nothing about when."""
MARGIN = dt.timedelta(days=3)
QUOTED = 20

Key = tuple[Hashable, ...]


def candidates(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs (i < j), each once."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        whens = list(marks(report))
        for side in parties(report):
            for mark in whens:
                blocks[report.mention.type, side, mark].append(number)
        for word in report.rare:
            blocks[report.mention.type, "word", word].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in blocks.values():
        for pair in _pairs(numbers, reports):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(numbers: list[int], reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    if len(numbers) <= LARGE:
        for at, i in enumerate(numbers):
            for j in numbers[at + 1 :]:
                yield i, j
        return
    parts: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        for act in sorted(reports[number].acts):
            parts["act", act].append(number)
    parts["all"] = numbers
    for part in parts.values():
        ordered = sorted(part, key=lambda n: (_time(reports[n]), n))
        for at, i in enumerate(ordered):
            for j in ordered[at + 1 : at + 1 + WINDOW]:
                yield (i, j) if i < j else (j, i)


def _time(report: Report) -> tuple[dt.date, dt.date]:
    told = report.article.published.latest or report.article.published.earliest or dt.date.max
    return report.when.earliest or report.when.latest or told, told


def parties(report: Report) -> set[Key]:
    """Each actor, the names beside one that is only described, and the pair of countries where the act runs between two."""
    mention = report.mention
    keys: set[Key] = set()
    for ref in (*mention.source, *mention.target):
        keys.update(("who", name) for name in _names(ref))
    if not all(one.named for one in (*report.sides.source, *report.sides.target)):
        keys.update(("who", word) for word in report.sides.told)
    lands = sorted(report.sides.lands)
    keys.update((one, other) for at, one in enumerate(lands) for other in lands[at + 1 :])
    return keys


def _names(ref: ActorRef) -> set[str]:
    """What it is called: the last word joins longer and shorter names, and descriptions by their head."""
    words = [word for word in ref.name.casefold().split() if word not in common_words()]
    found = {words[-1]} if words else set()
    if ref.kind in ("state", "government_body") and ref.country:
        found.add(ref.country)
    if ref.kind == "person" and ref.role and ref.country:
        found.add(ref.country)
    return found


def marks(report: Report) -> Iterator[Key]:
    """The months in which it can have happened or was told; quoted words; the town."""
    mention, told = report.mention, report.article.published
    months: set[int] = set()
    if report.when.days is not None and report.when.days <= LONGEST:
        months |= _months(report.when)
    if not months or mention.status in UNREALISED or report.when.days is None or report.when.days > VAGUE:
        if told.days is not None and told.days <= LONGEST:
            ahead = FORESEEN if mention.status == "planned" and report.when.days is None else 0
            months |= _months(told, ahead)
        else:
            yield "in", mention.article_id
    yield from (("month", month) for month in sorted(months))
    yield from (("said", words) for words in sorted(report.quoted)[:QUOTED])
    where = mention.where
    if where is not None and spot(where):
        yield "at", where.name


def _months(when: DateRange, ahead: int = 0) -> set[int]:
    """Months since year 0 that hold a day of the interval, a few days' margin included, and `ahead` days after it."""
    if when.earliest is None or when.latest is None:
        return set()
    first, last = when.earliest - MARGIN, when.latest + max(MARGIN, dt.timedelta(days=ahead))
    return set(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))
