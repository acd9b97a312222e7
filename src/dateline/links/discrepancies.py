"""The mentions of one event -> the fields on which accounts differ, each value with who gives it and in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.links.accounts import quantities, together
from dateline.links.deeds import Country, deeds, no_country, participants, passages, reasons
from dateline.links.life import broken_off
from dateline.links.stated import lexicon
from dateline.links.towns import far, spot
from dateline.records import Article, Claim, DateRange, Discrepancy, Event, Mention, Passage, Span

SHARP = 7
"""Longer intervals differ from another only by being vague."""
AT_ODDS = ("happened", "ongoing"), ("denied", "failed", "cancelled")

Values = dict[str, list[tuple[Mention, Span]]]


def discrepancies(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    worded: Sequence[Discrepancy] = (),
    country_of: Country = no_country,
) -> tuple[Discrepancy, ...]:
    """In the order when, where, who did it, participants, status, quantities, reason, wording of quotations (`worded`).

    Empty when the accounts agree or only one is there. country_of: a word -> the code of the country it stands for.
    """
    return (
        *_days(mentions, articles),
        *_towns(mentions),
        *deeds(mentions, articles, country_of),
        *participants(mentions),
        *_statuses(mentions, articles),
        *quantities(mentions, articles),
        *reasons(mentions, articles),
        *worded,
    )


def _days(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[Discrepancy]:
    """Days that words of time or a reference give; a day that follows from when it was told is no account of it.

    A plan is held against plans told in the same days, not against what came of it; when something was called off says
    nothing of its day.
    """
    sharp = [
        m
        for m in mentions
        if m.when.days is not None
        and m.when.days <= SHARP
        and m.when.text
        and m.when.text.lower() not in lexicon()["loose"]["words"]
        and m.status != "cancelled"
        and not _quoted_today(m)
    ]
    odd = {
        m.id
        for a in sharp
        for b in sharp
        if a.article_id != b.article_id
        and (a.status == "planned") == (b.status == "planned")
        and not a.when.overlaps(b.when)
        and (
            a.status != "planned"
            or together(articles[a.article_id].published, articles[b.article_id].published)
        )
        for m in (a, b)
    }
    values: Values = defaultdict(list)
    for mention in sharp:
        if mention.id in odd:
            values[_day(mention.when)].append((mention, mention.evidence))
    return [discrepancy("when", values)] if len(values) > 1 else []


def _quoted_today(mention: Mention) -> bool:
    """Whether the day hangs on when quoted words were said ("this afternoon" in a statement), not on the article."""
    before = mention.evidence.text[: max(0, mention.trigger.start - mention.evidence.start)]
    inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    first = (mention.when.text or "").lower().split()[:1]
    return inside and first in (["this"], ["today"], ["tonight"], ["yesterday"], ["tomorrow"])


def _day(when: DateRange) -> str:
    return str(when.earliest) if when.earliest == when.latest else f"{when.earliest}..{when.latest}"


def _towns(mentions: Sequence[Mention]) -> list[Discrepancy]:
    """Towns too far apart to be one place."""
    told = [(m, m.where) for m in mentions if m.where is not None and spot(m.where)]
    if not any(a.article_id != b.article_id and far(here, there) for a, here in told for b, there in told):
        return []
    values: Values = defaultdict(list)
    for mention, where in told:
        values[where.name].append((mention, mention.evidence))
    return [discrepancy("where", values)]


def _statuses(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[Discrepancy]:
    """One account says that it happened, another of the same days that it did not: later reports are a change instead.

    What was called off or put off is at odds with what was done only where that was not told after it.
    """
    told = [m for m in mentions if any(m.status in side for side in AT_ODDS) and not broken_off(m)]
    odd = any(
        one.status in AT_ODDS[0]
        and other.status in AT_ODDS[1]
        and one.article_id != other.article_id
        and articles[one.article_id].published.earliest is not None
        and articles[other.article_id].published.earliest is not None
        and together(articles[one.article_id].published, articles[other.article_id].published)
        and (other.status != "cancelled" or not _before(other, one, articles))
        for one in told
        for other in told
    )
    if not odd:
        return []
    values: Values = defaultdict(list)
    for mention in told:
        values[mention.status].append((mention, mention.evidence))
    return [discrepancy("status", values)]


def _before(one: Mention, other: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether the article of one can have appeared on an earlier day than that of the other."""
    first, last = articles[one.article_id].published.earliest, articles[other.article_id].published.latest
    return first is not None and last is not None and first < last


def discrepancy(field: str, values: Mapping[str, Sequence[tuple[Mention, Span]]]) -> Discrepancy:
    """Values in order, each with the mentions that give it and their words."""
    return Discrepancy(
        field,
        tuple(
            Claim(
                value,
                tuple(dict.fromkeys(mention.id for mention, _ in told)),
                passages((mention.article_id, span) for mention, span in told),
            )
            for value, told in sorted(values.items())
        ),
    )


def each_once(events: Sequence[Event], mentions: Sequence[Mention]) -> list[Event]:
    """The events in the order given; what several of them would say of the same words stays with the one told nearest to them."""
    place = {mention.id: (mention.article_id, mention.evidence.start) for mention in mentions}
    nearest: dict[tuple[Passage, ...], tuple[int, int]] = {}
    for number, event in enumerate(events):
        for gap in event.discrepancies:
            value = (_far(gap, place), number)
            nearest[_key(gap)] = min(value, nearest.get(_key(gap), value))
    kept = []
    for number, event in enumerate(events):
        own = tuple(gap for gap in event.discrepancies if nearest[_key(gap)][1] == number)
        kept.append(event if own == event.discrepancies else replace(event, discrepancies=own))
    return kept


def _key(gap: Discrepancy) -> tuple[Passage, ...]:
    return tuple(passage for claim in gap.values for passage in claim.passages)


def _far(gap: Discrepancy, place: Mapping[str, tuple[str, int]]) -> int:
    """Code points between the words that differ and the reports of the event, all together."""
    total = 0
    for claim in gap.values:
        reports = [place[one] for one in claim.mention_ids]
        for passage in claim.passages:
            total += min(
                abs(passage.span.start - start) for article, start in reports if article == passage.article_id
            )
    return total
