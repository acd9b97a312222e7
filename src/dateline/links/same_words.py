"""Quotations of all articles -> which of them quote the same words.

Two quotations share words when a run of words of one stands in the other: verbatim, trimmed, with bracketed
insertions, or its clauses re-ordered. A run of `RUN` words with `TELLING` telling ones counts whoever speaks, unless
both speakers are known and differ; a shorter one only within `DAYS` days, from the mouth of one known speaker or where
`TELLING` of its words are telling and no known speaker contradicts it. Within those days what one known speaker is quoted
with in full elsewhere counts with two telling words, and so do `LONG` words in a row, and so does what differs by a word
or two in the middle.
Stock phrases, runs that several known speakers use, never count.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.groups import Groups
from dateline.records import Article, DateRange, Quotation, content_id
from dateline.wording import common_words, normal, telling

RUN = 5
SHORT = 3
DAYS = 7
LONG = 7
"""Words in a row that few say twice by chance."""
SHARE = 0.7
TELLING = 3
STOCK_SPEAKERS = 2
TURN = "turn of a transcript"
"""The rule of quotations that no marks show but that are literal all the same."""
GAP = 60
"""Code points between the parts of a quotation that a cue cuts in two."""


@dataclass(frozen=True, slots=True)
class _Said:
    quotation: Quotation
    words: tuple[str, ...]
    published: DateRange
    rest: str | None = None
    """The id of the quotation whose words follow those of `quotation` here."""

    @property
    def speaker(self) -> str | None:
        """Who surely says it: an actor that was found, not a title or a description."""
        who = self.quotation.speaker
        return None if who is None or who.anonymous else who.actor_id


def same_words(quotations: Sequence[Quotation], articles: Mapping[str, Article]) -> tuple[Quotation, ...]:
    """The quotations in the order given, `same_as` filled in where words recur in another article."""
    said = [
        _Said(quotation, normal(_marked_words(quotation)), articles[quotation.article_id].published)
        for quotation in quotations
        if quotation.kind != "indirect" or quotation.rule == TURN
    ]
    groups = Groups()
    for left, right in _candidates([*said, *_cut_in_two(said)]):
        if _share(left, right):
            groups.join(left.quotation.id, right.quotation.id)
            for one in (left, right):
                if one.rest:
                    groups.join(one.quotation.id, one.rest)
    by_id = {quotation.id: quotation for quotation in quotations}
    names: dict[str, str] = {}
    for group in groups.all():
        if len({by_id[member].article_id for member in group}) > 1:
            name = content_id("same", min(group))
            names.update(dict.fromkeys(group, name))
    return tuple(
        replace(q, same_as=names.get(q.id)) if q.same_as != names.get(q.id) else q for q in quotations
    )


def _cut_in_two(said: Sequence[_Said]) -> Iterator[_Said]:
    """Two short quotations of one speaker with little but a cue between them, as one: "They came," he said. "They left." """
    ordered = sorted(said, key=lambda s: (s.quotation.article_id, s.quotation.content.start, s.quotation.id))
    for one, other in pairwise(ordered):
        first, second = one.quotation, other.quotation
        gap = second.content.start - first.content.end
        same = second.speaker is None or (
            first.speaker is not None and first.speaker.name == second.speaker.name
        )
        if first.article_id == second.article_id and 0 < gap <= GAP and same and len(one.words) < 2 * RUN:
            yield _Said(first, one.words + other.words, one.published, second.id)


def _marked_words(quotation: Quotation) -> str:
    return " ".join(piece.text for piece in quotation.pieces) if quotation.pieces else quotation.content.text


def fingerprints(quotation: Quotation) -> frozenset[str]:
    """The runs of words by which another quotation of the same words is found, the whole of a short one included."""
    return frozenset() if quotation.kind == "indirect" else _telling_runs(_marked_words(quotation))


@functools.lru_cache(maxsize=4096)
def _telling_runs(text: str) -> frozenset[str]:
    words = normal(text)
    if len(words) < SHORT or telling(words) < 2:
        return frozenset()
    return frozenset(map(" ".join, _windows(words, min(RUN, len(words)))))


def _windows(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """The runs of so many words of which two different ones are telling."""
    common = common_words()
    says = [word not in common for word in words]
    for at in range(len(words) - length + 1):
        if sum(says[at : at + length]) >= 2:
            run = words[at : at + length]
            if telling(run) >= 2:
                yield run


def _candidates(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Pairs of two articles with a run of `RUN` words in common, or one of which is a short quotation that the other holds.

    Runs go by their hash: one that two quotations do not share costs a number, not its words.
    """
    fit = [n for n, item in enumerate(said) if len(item.words) >= SHORT and telling(item.words) >= 2]
    short = {hash(said[n].words) for n in fit if len(said[n].words) < RUN}
    first: dict[int, int] = {}
    users: dict[int, list[int]] = {}
    for number in fit:
        for run in set(_runs(said[number].words, short)):
            if first.setdefault(run, number) != number:
                users.setdefault(run, [first[run]]).append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in users.values():
        if _stock([said[n] for n in numbers]):
            continue
        for i, left in enumerate(numbers):
            for right in numbers[i + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    if said[left].quotation.article_id != said[right].quotation.article_id:
                        yield said[left], said[right]


def _runs(words: tuple[str, ...], short: Set[int]) -> Iterator[int]:
    """Hashes of the telling runs of `RUN` words, and of the shorter ones that are a quotation of their own."""
    yield from map(hash, _windows(words, RUN))
    for length in range(SHORT, RUN) if short else ():
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            if hash(run) in short and telling(run) >= 2:
                yield hash(run)


def _stock(users: Sequence[_Said]) -> bool:
    speakers = {user.speaker for user in users if user.speaker}
    return len(speakers) > STOCK_SPEAKERS


def _share(left: _Said, right: _Said) -> bool:
    known = left.speaker is not None and right.speaker is not None
    if known and left.speaker != right.speaker:
        return False
    short, long = sorted((left.words, right.words), key=len)
    near = _within(left.published, right.published)
    if left.rest or right.rest:
        cut = left if left.rest else right
        sure = near and not (left.rest and right.rest) and cut.words == short
        return sure and telling(short) >= TELLING and _covered(short, long, SHORT) >= 1.0
    whole = near and _covered(short, long, min(len(short), RUN)) >= 1.0
    if whole and len(short) >= LONG and telling(short) >= 2:
        return True
    if len(short) < RUN or (known and whole):
        return whole and (known or telling(short) >= TELLING)
    least = SHORT if known and near else RUN
    shared = tuple(word for word, hit in zip(short, _hits(short, long, least), strict=True) if hit)
    run = _longest(short, long)
    if run >= LONG and near and (known or run >= len(short) * SHARE):
        return True
    if known and near and telling(shared) >= TELLING and _in_order(short, long) >= SHARE * len(long):
        return True
    return (
        telling(shared) >= TELLING and len(shared) >= len(short) / 2 and _covered(short, long, SHORT) >= SHARE
    )


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> int:
    """Words that stand in both in one order: all but the one that somebody changed."""
    return sum(b.size for b in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks())


def _longest(short: tuple[str, ...], long: tuple[str, ...]) -> int:
    """Words in the longest run that stands in both; 0 where fewer than `TELLING` of them are telling."""
    match = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    return match.size if telling(short[match.a : match.a + match.size]) >= TELLING else 0


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
    """Whether the articles can have appeared within `DAYS` days; what is open on a side can lie there."""
    if not (left.known and right.known):
        return False
    after = (left.earliest - right.latest).days if left.earliest and right.latest else 0
    before = (right.earliest - left.latest).days if right.earliest and left.latest else 0
    return max(after, before) <= DAYS
