"""The mentions of one event -> who is said to have proposed, refused or called it off, who took part, and why, where accounts differ."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.links.accounts import together
from dateline.links.alike import party, same
from dateline.links.doers import Reason, doings_in, reason
from dateline.links.families import kinds, root
from dateline.links.sentences import bounds, roots
from dateline.records import ActorRef, Article, Claim, Discrepancy, Mention, Passage, Span

if TYPE_CHECKING:
    from dateline.who import Who

Country = Callable[[str], str | None]
"""A word -> the ISO 3166 alpha-3 code of the country it names or belongs to, or None."""

SAME_ACTOR = 0.5
AFTER = 2
OBJECT = 2
"""Telling words, names apart, that two sentences must share to speak of one thing that was done."""
WEAKLY = frozenset({"SANCTION", "PROTEST", "REJECT", "RETREAT"})
"""Acts whose reason may follow "over"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One statement of who did what: `names` and `country` are those of the doer, as far as it is a side of the event."""

    act: str
    article_id: str
    mention_id: str
    value: str
    names: frozenset[str]
    country: str | None
    span: Span
    words: frozenset[str]
    own: bool
    taker: tuple[frozenset[str], str | None] | None = None


def no_country(word: str) -> str | None:
    """Used where no table of countries is at hand: sides are then told apart by their names alone."""
    return None


def countries(who: Who) -> Country:
    """The country that a name, an adjective or a capital stands for, by the resolver's tables."""

    @functools.cache
    def country_of(word: str) -> str | None:
        found = who.demonym(word) or who.state(word) or who.stands_for(word)
        return found.country if found else None

    return country_of


def deeds(
    mentions: Sequence[Mention], articles: Mapping[str, Article], country_of: Country
) -> list[Discrepancy]:
    """`who <act>`, one an act, for accounts of the same days that put it into different hands."""
    told: dict[str, list[Deed]] = defaultdict(list)
    for deed in (*_coded(mentions), *_worded(mentions, articles, country_of)):
        told[deed.act].append(deed)
    found = []
    for act, group in sorted(told.items()):
        odd = {
            id(one)
            for a, b in combinations(group, 2)
            if _at_odds(a, b, articles) and not _both_ways(a, b, group)
            for one in (a, b)
        }
        if odd:
            found.append(
                _claims(
                    f"who {act}", [deed for deed in group if id(deed) in odd or _agrees(deed, group, odd)]
                )
            )
    return found


def _coded(mentions: Sequence[Mention]) -> Iterator[Deed]:
    """What the coder says of who called it off or refused it."""
    ending = kinds(root("cancel"))
    for mention in mentions:
        act = "refused" if mention.type == "REJECT" and mention.mode == "meet" else None
        if mention.status == "cancelled" and any(
            kinds(word) & ending for word in mention.trigger.text.lower().split()
        ):
            act = "called it off"
        if act and mention.source:
            ref = mention.source[0]
            yield Deed(
                act, mention.article_id, mention.id, ref.name, _names(ref.name), ref.country,
                ref.span or mention.trigger, frozenset(), True,
            )  # fmt: skip


def _worded(
    mentions: Sequence[Mention], articles: Mapping[str, Article], country_of: Country
) -> Iterator[Deed]:
    sides = [ref for m in mentions for ref in (*m.source, *m.target)]
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article_id].append(mention)
    if len(by_article) < 2:
        return
    for article_id, group in sorted(by_article.items()):
        text = articles[article_id].text
        for start, end, doing in doings_in(text):
            doer = _side(doing.doer, sides, country_of)
            if doer is None:
                continue
            mention = min(group, key=lambda m: (abs(m.evidence.start - start), m.id))
            taker = _side(doing.taker, sides, country_of) if doing.taker else None
            span = Span(start + doing.start, start + doing.end, doing.doer)
            words = roots(text[start:end]) - roots(doing.doer) - roots(doing.act)
            yield Deed(
                doing.act, article_id, mention.id, doing.doer, *doer, span, words,
                _near(start, end, group, bounds(text)), taker,
            )  # fmt: skip


def _near(start: int, end: int, group: Sequence[Mention], places: Sequence[tuple[int, int]]) -> bool:
    """Whether the sentence reports the event or is one of the next `AFTER`."""
    for mention in group:
        after = [b for a, b in places if a >= mention.evidence.end][:AFTER]
        if start < (after[-1] if after else mention.evidence.end) and end > mention.evidence.start:
            return True
    return False


def _side(
    words: str, sides: Sequence[ActorRef], country_of: Country
) -> tuple[frozenset[str], str | None] | None:
    """Names and country of the side that those words mean, or None where they mean none of the event's.

    A side that is only described ("rebels") has its noun for both.
    """
    own = _names(words)
    plain = words.casefold().split()
    for ref in sides:
        head = ref.name.split()[-1]
        if head[0].islower() and head in plain:
            return frozenset({head}), head
    for ref in sides:
        if ref.kind == "person" and ref.name.casefold().split()[-1] in own:
            return own, ref.country
        if ref.kind != "person" and _names(ref.name) & own:
            return own, ref.country
    lands = {ref.country for ref in sides if ref.country}
    for word in re.findall(r"[\w’'-]+", words):
        if word[0].isupper() and (country := country_of(word)) in lands:
            return own, country
    return None


def _names(words: str) -> frozenset[str]:
    return frozenset(
        word.strip(".,'’").casefold().removesuffix("'s") for word in words.split() if word[0].isupper()
    )


def _at_odds(one: Deed, other: Deed, articles: Mapping[str, Article]) -> bool:
    """Whether two articles of the same days surely speak of one deed and name doers who cannot be the same."""
    if one.article_id == other.article_id:
        return False
    if not together(articles[one.article_id].published, articles[other.article_id].published):
        return False
    swapped = bool(one.taker and other.taker) and one.taker != other.taker
    if swapped and one.taker and other.taker:
        swapped = _differ(one.taker, other.taker) and not _differ(one.taker, (other.names, other.country))
    if not (swapped or (one.own and other.own) or len(one.words & other.words) >= OBJECT + 1):
        return False
    return _differ((one.names, one.country), (other.names, other.country))


def _differ(one: tuple[frozenset[str], str | None], other: tuple[frozenset[str], str | None]) -> bool:
    if one[0] & other[0]:
        return False
    return one[1] is not None and other[1] is not None and one[1] != other[1]


def _both_ways(one: Deed, other: Deed, group: Sequence[Deed]) -> bool:
    """Whether one of the articles gives the other's version as well."""
    for deed, against in ((one, other), (other, one)):
        for more in group:
            if more.article_id == deed.article_id and not _differ(
                (more.names, more.country), (against.names, against.country)
            ):
                return True
    return False


def _agrees(deed: Deed, group: Sequence[Deed], odd: set[int]) -> bool:
    """Whether a further account gives the deed to one of the doers in question."""
    return deed.own and any(
        id(one) in odd and (one.names & deed.names or (one.country and one.country == deed.country))
        for one in group
    )


def _claims(field: str, told: Sequence[Deed]) -> Discrepancy:
    sides: list[list[Deed]] = []
    for deed in sorted(told, key=lambda d: (d.value, d.article_id, d.span.start)):
        agreeing = (
            s for s in sides if not any(_differ((d.names, d.country), (deed.names, deed.country)) for d in s)
        )
        if (known := next(agreeing, None)) is not None:
            known.append(deed)
        else:
            sides.append([deed])
    return Discrepancy(
        field,
        tuple(
            Claim(
                max((d.value for d in group), key=lambda value: (len(value), value)),
                tuple(sorted({d.mention_id for d in group})),
                passages((d.article_id, d.span) for d in group),
            )
            for group in sides
        ),
    )


def passages(found: Iterable[tuple[str, Span]]) -> tuple[Passage, ...]:
    """Each once, in order of article and place."""
    return tuple(
        Passage(article_id, span)
        for article_id, span in sorted(set(found), key=lambda one: (one[0], one[1].start, one[1].end))
    )


def participants(mentions: Sequence[Mention]) -> list[Discrepancy]:
    """Named persons on one side of whom two accounts name as many, but not the same."""
    found = []
    for field in ("source", "target"):
        told = {m.id: _persons(m.source if field == "source" else m.target) for m in mentions}
        both = {m.id: _persons((*m.source, *m.target)) for m in mentions}
        odd = {
            m.id
            for a, b in combinations(mentions, 2)
            if a.article_id != b.article_id and len(told[a.id]) == len(told[b.id]) > 1
            and set(told[a.id]) & set(told[b.id]) and set(told[a.id]) - set(both[b.id]) and set(told[b.id]) - set(both[a.id])
            for m in (a, b)
        }  # fmt: skip
        if odd:
            values: dict[str, list[Mention]] = defaultdict(list)
            for mention in mentions:
                if mention.id in odd:
                    values[", ".join(sorted(told[mention.id].values()))].append(mention)
            found.append(
                Discrepancy(
                    "participants",
                    tuple(
                        Claim(
                            value,
                            tuple(m.id for m in group),
                            passages((m.article_id, m.evidence) for m in group),
                        )
                        for value, group in sorted(values.items())
                    ),
                )
            )
    return found


def _persons(refs: Sequence[ActorRef]) -> dict[str, str]:
    return {ref.actor_id: ref.name for ref in refs if ref.kind == "person" and ref.actor_id}


def reasons(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[Discrepancy]:
    """Reasons given in the sentences that report the event, where two accounts give one each and they share no word."""
    told: dict[str, list[tuple[Mention, Reason]]] = defaultdict(list)
    for mention in mentions:
        why = reason(mention.evidence.text)
        if why and (why.sure or mention.type in WEAKLY or mention.status in ("cancelled", "refused")):
            told[mention.article_id].append((mention, why))
    single = {key: group for key, group in told.items() if len({why.words for _, why in group}) == 1}
    odd = {
        key
        for a, b in combinations(sorted(single), 2)
        if not single[a][0][1].same(single[b][0][1])
        and together(articles[a].published, articles[b].published)
        and not _mentioned(single[a][0][1], articles[b]) and not _mentioned(single[b][0][1], articles[a])
        for key in (a, b)
    }  # fmt: skip
    if not odd:
        return []
    values: dict[str, list[tuple[Mention, Reason]]] = defaultdict(list)
    for key in sorted(odd):
        for mention, why in single[key]:
            values[why.words].append((mention, why))
    return [
        Discrepancy(
            "reason",
            tuple(
                Claim(value, tuple(m.id for m, _ in group), passages(map(_because, group)))
                for value, group in sorted(values.items())
            ),
        )
    ]


def _because(told: tuple[Mention, Reason]) -> tuple[str, Span]:
    mention, why = told
    start = mention.evidence.start
    return mention.article_id, Span(
        start + why.start, start + why.end, mention.evidence.text[why.start : why.end]
    )


def _mentioned(why: Reason, article: Article) -> bool:
    """Whether the article speaks of that reason somewhere: most of its words are there."""
    return 2 * len(why.roots & roots(article.text)) > len(why.roots)


def same_source(one: Mention, other: Mention) -> bool:
    """Whether somebody among those who act is likely the same."""
    return any(same(party(a), party(b), True) >= SAME_ACTOR for a in one.source for b in other.source)
