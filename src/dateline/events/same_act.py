"""Mentions of one article in, the same out, those of one act sharing the days of the one that is dated.

"The two-hour meeting", "after their talks", "when the two met": same type, same actors, done, and exactly one
set of days is given for it in the article.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.records import DateRange, Mention

DONE = frozenset({"happened", "ongoing", "failed", "cancelled"})


def share_dates(mentions: Sequence[Mention]) -> list[Mention]:
    """Undated mentions take the days of the dated mention of the same act; `why` says so."""
    dated: dict[tuple[object, ...], set[tuple[object, object]]] = {}
    days: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        if mention.status in DONE and _own(mention):
            key = _key(mention)
            dated.setdefault(key, set()).add((mention.when.earliest, mention.when.latest))
            days.setdefault(key, mention)
    shared = []
    for mention in mentions:
        key = _key(mention)
        if (
            mention.status in DONE
            and not _own(mention)
            and mention.type == "CONSULT"
            and len(dated.get(key, ())) == 1
        ):
            donor = days[key]
            when = DateRange(donor.when.earliest, donor.when.latest, donor.when.text, donor.when.basis)
            why = tuple((k, f"same-act:{donor.trigger.text}" if k == "when" else v) for k, v in mention.why)
            where = mention.where or donor.where
            mention = dataclasses.replace(mention, when=when, why=why, where=where)
        shared.append(mention)
    return shared


def _own(mention: Mention) -> bool:
    return any(key == "when" and value.startswith("clause:") for key, value in mention.why)


def _key(mention: Mention) -> tuple[object, ...]:
    names = frozenset((one.actor_id or one.name) for one in (*mention.source, *mention.target))
    return (mention.type, names, "off" if mention.status == "cancelled" else "done")
