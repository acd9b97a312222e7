"""The mentions of one event -> the fields on which accounts differ, each value with who gives it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.links.alike import party, same
from dateline.links.facts import Fact, facts
from dateline.links.families import kinds, root
from dateline.records import Article, Claim, Discrepancy, Mention

SHARP = 7
"""Longer intervals differ from another only by being vague."""
SAME_ACTOR = 0.5
AT_ODDS = ("happened", "ongoing"), ("denied", "failed")
TOGETHER = dt.timedelta(days=7)
"""Later reports that say otherwise are a change, not a contradiction."""

Values = dict[str, list[str]]


def discrepancies(
    mentions: Sequence[Mention], articles: Mapping[str, Article], worded: Sequence[Discrepancy] = ()
) -> tuple[Discrepancy, ...]:
    """In the order when, where, who called it off, status, duration and numbers, wording of quotations (`worded`).

    Empty when the accounts agree or only one is there.
    """
    found = [*_days(mentions), *_towns(mentions), *_callers_off(mentions), *_statuses(mentions, articles)]
    return (*found, *_facts(mentions), *worded)


def _days(mentions: Sequence[Mention]) -> list[Discrepancy]:
    sharp = [m for m in mentions if m.when.days is not None and m.when.days <= SHARP]
    if all(a.when.overlaps(b.when) for a in sharp for b in sharp):
        return []
    values: Values = defaultdict(list)
    for mention in sharp:
        first, last = mention.when.earliest, mention.when.latest
        values[str(first) if first == last else f"{first}..{last}"].append(mention.id)
    return [discrepancy("when", values)]


def _towns(mentions: Sequence[Mention]) -> list[Discrepancy]:
    values: Values = defaultdict(list)
    for mention in mentions:
        if (
            mention.where is not None
            and mention.where.lat is not None
            and mention.where.name != mention.where.country
        ):
            values[mention.where.name].append(mention.id)
    return [discrepancy("where", values)] if len(values) > 1 else []


def _callers_off(mentions: Sequence[Mention]) -> list[Discrepancy]:
    """Reports that name the one who called it off and name different ones."""
    ending = kinds(root("cancel"))
    told = [
        mention
        for mention in mentions
        if mention.status == "cancelled"
        and mention.source
        and any(kinds(word) & ending for word in mention.trigger.text.lower().split())
    ]
    if all(_same_source(one, other) for one in told for other in told):
        return []
    values: Values = defaultdict(list)
    for mention in told:
        values[", ".join(ref.name for ref in mention.source)].append(mention.id)
    return [discrepancy("who called it off", values)]


def _same_source(one: Mention, other: Mention) -> bool:
    return any(same(party(a), party(b), True) >= SAME_ACTOR for a in one.source for b in other.source)


def _statuses(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[Discrepancy]:
    """One account says that it happened, another of the same days that it did not."""
    told = [m for m in mentions if any(m.status in side for side in AT_ODDS)]
    odd = any(
        one.status in AT_ODDS[0] and other.status in AT_ODDS[1] and _together(one, other, articles)
        for one in told
        for other in told
    )
    if not odd:
        return []
    values: Values = defaultdict(list)
    for mention in told:
        values[mention.status].append(mention.id)
    return [discrepancy("status", values)]


def _together(one: Mention, other: Mention, articles: Mapping[str, Article]) -> bool:
    left, right = articles[one.article_id].published, articles[other.article_id].published
    if left.earliest is None or right.earliest is None:
        return False
    return one.article_id != other.article_id and abs(left.earliest - right.earliest) <= TOGETHER


def _facts(mentions: Sequence[Mention]) -> list[Discrepancy]:
    if len({mention.article_id for mention in mentions}) < 2:
        return []
    by_kind: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for mention in mentions:
        for fact in facts(mention.evidence.text):
            by_kind[fact.kind].append((fact, mention.id))
    found = []
    own = {mention.id: mention.article_id for mention in mentions}
    for kind in sorted(by_kind):
        told = by_kind[kind]
        if any(a.contradicts(b) and own[i] != own[j] for a, i in told for b, j in told):
            values: Values = defaultdict(list)
            for fact, mention_id in told:
                values[fact.words.lower()].append(mention_id)
            found.append(discrepancy(kind, values))
    return found


def discrepancy(field: str, values: Mapping[str, Sequence[str]]) -> Discrepancy:
    """Values in order, each with the mentions that give it."""
    return Discrepancy(
        field, tuple(Claim(value, tuple(dict.fromkeys(ids))) for value, ids in sorted(values.items()))
    )
