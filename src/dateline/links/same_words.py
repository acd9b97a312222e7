"""Quotations of all articles -> which of them quote the same words.

Two quotations share words when a run of words of one stands in the other: verbatim, trimmed, with bracketed
insertions, or its clauses re-ordered. A run of `RUN` words with `TELLING` telling ones counts whoever speaks, unless
both speakers are known and differ; a shorter one only from the mouth of one known speaker within `DAYS` days.
Stock phrases, runs that several known speakers use, never count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.groups import Groups
from dateline.records import Article, DateRange, Quotation, content_id
from dateline.wording import normal, telling

RUN = 5
SHORT = 3
DAYS = 7
SHARE = 0.8
TELLING = 3
STOCK_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class _Said:
    quotation: Quotation
    words: tuple[str, ...]
    published: DateRange

    @property
    def speaker(self) -> str | None:
        who = self.quotation.speaker
        return None if who is None or who.anonymous else (who.actor_id or who.name)


def same_words(quotations: Sequence[Quotation], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """The quotations in the order given, `same_as` filled in where words recur in another article."""
    said = [
        _Said(quotation, normal(_marked_words(quotation)), articles[quotation.article_id].published)
        for quotation in quotations
        if quotation.kind != "indirect"
    ]
    groups = Groups()
    for left, right in _candidates(said):
        if _share(left, right):
            groups.join(left.quotation.id, right.quotation.id)
    by_id = {quotation.id: quotation for quotation in quotations}
    names: dict[str, str] = {}
    for group in groups.all():
        if len({by_id[member].article_id for member in group}) > 1:
            name = content_id("same", min(group))
            names.update(dict.fromkeys(group, name))
    return tuple(
        replace(q, same_as=names.get(q.id)) if q.same_as != names.get(q.id) else q for q in quotations
    )


def _marked_words(quotation: Quotation) -> str:
    return " ".join(piece.text for piece in quotation.pieces) if quotation.pieces else quotation.content.text


def _candidates(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, item in enumerate(said):
        length = RUN if len(item.words) >= RUN else len(item.words)
        if len(item.words) < SHORT or telling(item.words) < 2:
            continue
        for at in range(len(item.words) - length + 1):
            index[item.words[at : at + length]].append(number)
        if len(item.words) >= RUN:
            for short in (SHORT, SHORT + 1):
                for at in range(len(item.words) - short + 1):
                    index[item.words[at : at + short]].append(number)
    seen: set[tuple[int, int]] = set()
    for run, numbers in index.items():
        unique = sorted(set(numbers))
        if len(unique) < 2 or telling(run) < 2 or _stock([said[n] for n in unique]):
            continue
        for i, left in enumerate(unique):
            for right in unique[i + 1 :]:
                if (left, right) not in seen and said[left].quotation.article_id != said[
                    right
                ].quotation.article_id:
                    seen.add((left, right))
                    yield said[left], said[right]


def _stock(users: Sequence[_Said]) -> bool:
    speakers = {user.speaker for user in users if user.speaker}
    return len(speakers) > STOCK_SPEAKERS


def _share(left: _Said, right: _Said) -> bool:
    known = left.speaker is not None and right.speaker is not None
    if known and left.speaker != right.speaker:
        return False
    short, long = sorted((left.words, right.words), key=len)
    if len(short) < RUN:
        return known and _within(left.published, right.published) and _covered(short, long, len(short)) >= 1.0
    shared = tuple(word for word, hit in zip(short, _hits(short, long, RUN), strict=True) if hit)
    return (
        telling(shared) >= TELLING and len(shared) >= len(short) / 2 and _covered(short, long, SHORT) >= SHARE
    )


def _covered(short: tuple[str, ...], long: tuple[str, ...], length: int) -> float:
    """Share of the words of `short` that lie in runs of at least `length` words of `long`, in any order."""
    return sum(_hits(short, long, length)) / len(short)


def _hits(short: tuple[str, ...], long: tuple[str, ...], length: int) -> list[bool]:
    runs = {long[at : at + length] for at in range(len(long) - length + 1)}
    hit = [False] * len(short)
    for at in range(len(short) - length + 1):
        if short[at : at + length] in runs:
            hit[at : at + length] = [True] * length
    return hit


def _within(left: DateRange, right: DateRange) -> bool:
    if not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    return (left.earliest - right.latest).days <= DAYS and (right.earliest - left.latest).days <= DAYS
