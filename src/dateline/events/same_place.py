"""Mentions of one article in, the same out, those of one act sharing the place of the one that is placed.

"The presidents met on Monday. .. They met in Accra": same type, same two sides, same standing, days that fit, and exactly
one place is given for it in the article.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.records import Mention, Place

SHARED = frozenset({"CONSULT", "AGREE", "ASSAULT", "COERCE"})


def share_places(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without a place take that of the same act told elsewhere; `why` says so."""
    placed: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        if mention.where is not None and _shares(mention):
            placed.setdefault(_key(mention), []).append(mention)
    shared = []
    for mention in mentions:
        donors = placed.get(_key(mention), []) if mention.where is None and _shares(mention) else []
        place = _only(mention, donors)
        if place is not None:
            why = tuple((k, f"same-act:{place.name}" if k == "where" else v) for k, v in mention.why)
            mention = dataclasses.replace(mention, where=place, why=why)
        shared.append(mention)
    return shared


def _only(mention: Mention, donors: Sequence[Mention]) -> Place | None:
    """The one place of the donors, if all their days can be the mention's."""
    places = {(one.where.name, one.where.country): one.where for one in donors if one.where is not None}
    days = {(one.when.earliest, one.when.latest) for one in donors}
    fits = all(one.when.overlaps(mention.when) for one in donors)
    return next(iter(places.values())) if len(places) == 1 and len(days) == 1 and fits else None


def _shares(mention: Mention) -> bool:
    named = [one for one in (*mention.source, *mention.target) if one.actor_id]
    return mention.type in SHARED and mention.mode not in ("visit", "phone") and len(named) > 1


def _key(mention: Mention) -> tuple[object, ...]:
    names = frozenset((one.actor_id or one.name) for one in (*mention.source, *mention.target))
    return (mention.type, mention.mode, names, mention.status)
