"""The mentions of one event -> the fields on which accounts differ, each value with who gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.links.facts import Fact, facts
from dateline.records import Claim, Discrepancy, Mention

SHARP = 7
"""Longer intervals differ from another only by being vague."""


def discrepancies(mentions: Sequence[Mention]) -> tuple[Discrepancy, ...]:
    """In the order when, where, duration, numbers; empty when the accounts agree or only one is there."""
    found = [*_days(mentions), *_towns(mentions), *_facts(mentions)]
    return tuple(found)


def _days(mentions: Sequence[Mention]) -> list[Discrepancy]:
    sharp = [m for m in mentions if m.when.days is not None and m.when.days <= SHARP]
    if all(a.when.overlaps(b.when) for a in sharp for b in sharp):
        return []
    values: dict[str, list[str]] = defaultdict(list)
    for mention in sharp:
        first, last = mention.when.earliest, mention.when.latest
        values[str(first) if first == last else f"{first}..{last}"].append(mention.id)
    return [_discrepancy("when", values)]


def _towns(mentions: Sequence[Mention]) -> list[Discrepancy]:
    values: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        if (
            mention.where is not None
            and mention.where.lat is not None
            and mention.where.name != mention.where.country
        ):
            values[mention.where.name].append(mention.id)
    return [_discrepancy("where", values)] if len(values) > 1 else []


def _facts(mentions: Sequence[Mention]) -> list[Discrepancy]:
    by_kind: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for mention in mentions:
        for fact in facts(mention.evidence.text):
            by_kind[fact.kind].append((fact, mention.id))
    found = []
    for kind in sorted(by_kind):
        told = by_kind[kind]
        own = {mention.id: mention.article_id for mention in mentions}
        if any(a.contradicts(b) and own[i] != own[j] for a, i in told for b, j in told):
            values: dict[str, list[str]] = defaultdict(list)
            for fact, mention_id in told:
                values[fact.words.lower()].append(mention_id)
            found.append(_discrepancy(kind, values))
    return found


def _discrepancy(field: str, values: dict[str, list[str]]) -> Discrepancy:
    return Discrepancy(
        field, tuple(Claim(value, tuple(dict.fromkeys(ids))) for value, ids in sorted(values.items()))
    )
