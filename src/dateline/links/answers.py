"""Events -> the same, where a meeting that was proposed was then turned down: the refusal as a step of its history.

Turning down is an act and an event of its own (REJECT); what it answers did not come about by it, and its reader wants to
know. An offer is answered by the side to which it was made, within `ANSWER` days, in words of a meeting, an invitation or an offer.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.links.alike import MUTUAL_TYPES, Parties, Sides, same, sides_of
from dateline.links.families import kinds
from dateline.links.life import offered, told_on
from dateline.links.titles import title
from dateline.records import Article, Event, Mention, Status, StatusChange

ANSWER = dt.timedelta(days=60)
SURE = 0.7
OPEN = frozenset({"planned", "happened"})
"""Statuses of an event that an answer can still change: a plan, or a request that was made."""
REFUSED: Status = "refused"


def answered(
    events: Sequence[Event], mentions: Mapping[str, Mention], articles: Mapping[str, Article]
) -> list[Event]:
    """In the order given. A plan takes the status `refused`; a request that was made stays one that was made."""
    refusals: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        if (
            mention.type == "REJECT"
            and mention.status == REFUSED
            and offered(mention)
            and _turns_down(mention)
        ):
            for key in _keys(sides_of(mention)):
                refusals[key].append(mention)
    return [_with(event, refusals, mentions, articles) for event in events] if refusals else list(events)


def _with(
    event: Event,
    refusals: Mapping[str, Sequence[Mention]],
    mentions: Mapping[str, Mention],
    articles: Mapping[str, Article],
) -> Event:
    if event.status not in OPEN or not (event.type in MUTUAL_TYPES or event.type == "REQUEST"):
        return event
    offers = [m for m in map(mentions.__getitem__, event.mentions) if _is_offer(m)]
    if len(offers) < len(event.mentions):
        return event
    near = {m.id: m for offer in offers for key in _keys(sides_of(offer)) for m in refusals.get(key, ())}
    found = [m for m in near.values() if any(_answers(m, offer, articles) for offer in offers)]
    if not found:
        return event
    first = min(found, key=lambda m: (told_on(m, articles) or dt.date.max, m.id))
    step = StatusChange(
        REFUSED, articles[first.article_id].published.latest, first.id, first.article_id, REFUSED
    )
    history = (*event.status_history, step)
    if event.status != "planned":
        return replace(event, status_history=history)
    words = title(event.type, REFUSED, event.source, event.target, event.mutual, event.where, event.mode)
    return replace(event, status=REFUSED, status_history=history, title=words)


def _turns_down(mention: Mention) -> bool:
    """Whether its own words refuse: who "has not agreed" may yet."""
    refusing = kinds("refuse") | kinds("reject")
    return any(
        kinds(word) & refusing
        for word in (*mention.trigger.text.lower().split(), "_".join(mention.trigger.text.lower().split()))
    )


def _is_offer(mention: Mention) -> bool:
    """Whether it asks for a meeting or an agreement, or tells of one that is only planned."""
    if mention.type == "REQUEST":
        return mention.status == "happened" and (mention.mode == "meet" or offered(mention))
    return mention.status == "planned" or (
        mention.status == "happened" and offered(mention) and offered(mention, inside=True)
    )


def _answers(refusal: Mention, offer: Mention, articles: Mapping[str, Article]) -> bool:
    """Whether one side of the offer turns it down, told no earlier and within months."""
    asked, told = told_on(offer, articles), told_on(refusal, articles)
    if asked is None or told is None or not dt.timedelta() <= told - asked <= ANSWER:
        return False
    if (
        offer.when.latest is not None
        and offer.status == "planned"
        and offer.when.latest < told - dt.timedelta(days=1)
    ):
        return False
    one, other = sides_of(offer), sides_of(refusal)
    straight = _likely(other.source, one.target) and _none_or(other.target, one.source)
    crossed = (
        offer.type != "REQUEST" and _likely(other.source, one.source) and _likely(other.target, one.target)
    )
    return straight or crossed


def _likely(left: Parties, right: Parties) -> bool:
    return any(same(one, other, True) >= SURE for one in left for other in right)


def _none_or(left: Parties, right: Parties) -> bool:
    return not left or _likely(left, right)


def _keys(sides: Sides) -> Iterator[str]:
    """By what a refusal and an offer find each other: last words of names, and countries."""
    for one in (*sides.source, *sides.target):
        if one.words:
            yield one.words[-1]
        if one.country:
            yield one.country
