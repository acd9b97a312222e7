"""The mentions of one event -> how its status changed over articles and time, in statuses and in finer stages.

Stages: proposed, planned, confirmed, postponed, cancelled, held (happened, for acts that nobody holds), failed, refused,
denied, alleged, hypothetical. One article counts once, with its firmest status; only changes make a step.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from dateline.records import ActorRef, Article, Mention, Status, StatusChange

ORDER = (
    "alleged",
    "hypothetical",
    "denied",
    "planned",
    "cancelled",
    "ongoing",
    "happened",
    "failed",
    "refused",
)
"""Which of two articles of one day tells the newer state: what is done comes after what was called off."""
WEIGHT = {"happened": 3, "ongoing": 3, "cancelled": 3, "refused": 3, "failed": 3, "planned": 2, "denied": 1}
FIRM: tuple[Status, ...] = ("happened", "cancelled", "refused", "failed", "ongoing")
SOFT: tuple[Status, ...] = ("alleged", "hypothetical", "denied")
STATE = frozenset({"state", "government_body"})
RISING = ("proposed", "planned", "confirmed")
BEFORE = 90
"""Code points before the act in which a word of proposing or confirming speaks of it."""
AFTER = 40
CLAUSE = 120
"""Code points after the act in which its clause ends as a rule: "the signing of the accord in the old town was put off"."""


@functools.cache
def _table() -> dict[str, Any]:
    raw = resources.files("dateline.links").joinpath("life.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def stage(mention: Mention) -> str:
    """The stage that one report gives its event."""
    if mention.status == "happened" and mention.type in _table()["held"] and offered(mention, inside=True):
        return "proposed"
    if mention.status in ("happened", "ongoing"):
        return "held" if mention.type in _table()["held"] else "happened"
    if mention.status not in ("cancelled", "planned"):
        return mention.status
    if mention.status == "cancelled":
        return "postponed" if put_off(mention) else "cancelled"
    near = _near(mention, AFTER)
    if _any(near, "confirmed"):
        return "confirmed"
    return "proposed" if _any(near, "proposed") else "planned"


@functools.lru_cache(maxsize=20_000)
def put_off(mention: Mention) -> bool:
    """Whether words of putting off stand beside the act."""
    return _any(mention.trigger.text.lower(), "put_off") or _any(_near(mention, CLAUSE), "put_off")


def offered(mention: Mention, *, inside: bool = False) -> bool:
    """Whether words for a meeting, an invitation or an offer stand beside the act; inside: words of offering are the act."""
    if inside:
        return _any(mention.trigger.text.lower(), "proposed")
    return mention.mode == "meet" or _any(_near(mention, CLAUSE), "offers")


def broken_off(mention: Mention) -> bool:
    """Whether a meeting that failed is one that was held and came to nothing, not one that never came about."""
    held = mention.status == "failed" and mention.type in _table()["held"]
    return held and _any(_near(mention, CLAUSE), "broken")


def _near(mention: Mention, after: int) -> str:
    """The words of the sentence around the act, in lower case."""
    start = mention.trigger.start - mention.evidence.start
    end = start + len(mention.trigger.text)
    return f" {mention.evidence.text[max(0, start - BEFORE) : end + after].lower()} "


def _any(words: str, name: str) -> bool:
    padded = f" {words} ".replace(",", " ").replace(".", " ")
    return any(f" {word} " in padded for word in _table()[name])


def history(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> tuple[StatusChange, ...]:
    """The changes, undated articles first; the last is the status by the newest evidence.

    What those who suffered it say is alleged as long as other articles tell it otherwise. A later "alleged" or "denied" does not undo what others report as done; it stays in the history before it. A plan
    told again is no step, one that is confirmed is.
    """
    best: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.trigger.start, m.id)):
        known = best.get(mention.article_id)
        if known is None or WEIGHT.get(mention.status, 0) > WEIGHT.get(known.status, 0):
            best[mention.article_id] = mention
    sure = any(not _alleged(mention) for mention in best.values())
    ordered = sorted(
        best.values(),
        key=lambda m: (
            told_on(m, articles) or dt.date.min,
            sure and not _alleged(m),
            ORDER.index(m.status),
            m.id,
        ),
    )
    steps: list[StatusChange] = []
    for mention in ordered:
        status: Status = "alleged" if sure and _alleged(mention) else mention.status
        now = status if status == "alleged" else stage(mention)
        if not steps or _changed(steps, status, now):
            steps.append(StatusChange(status, as_of(mention, articles), mention.id, mention.article_id, now))
    return _settled(steps)


def _alleged(mention: Mention) -> bool:
    """Whether it rests on the word of those who suffered it alone."""
    if mention.status not in ("happened", "ongoing") or mention.type not in _table()["suffered"]:
        return False
    doers = {ref.country for ref in mention.source}
    return bool(mention.reported_by) and all(
        any(_hurt(ref, teller) for ref in mention.target) and teller.country not in doers
        for teller in mention.reported_by
    )


def _hurt(hurt: ActorRef, teller: ActorRef) -> bool:
    """Whether who tells it is the one who suffered it, or speaks for the state that did."""
    if hurt.name == teller.name:
        return True
    return hurt.kind in STATE and hurt.country is not None and hurt.country == teller.country


def as_of(mention: Mention, articles: Mapping[str, Article]) -> dt.date | None:
    """The day on which the report can be counted on: the last on which its article can have appeared, where that is known."""
    return articles[mention.article_id].published.latest


def told_on(mention: Mention, articles: Mapping[str, Article]) -> dt.date | None:
    """The day by which reports are put in order: that of `as_of`, else the first on which the article can have appeared."""
    published = articles[mention.article_id].published
    return published.latest or published.earliest


def _changed(steps: Sequence[StatusChange], status: Status, now: str) -> bool:
    last = steps[-1]
    if last.status != status:
        return True
    if now in RISING and last.step in RISING:
        return RISING.index(now) > RISING.index(last.step)
    return now != last.step


def _settled(steps: list[StatusChange]) -> tuple[StatusChange, ...]:
    if steps and steps[-1].status in SOFT:
        done = [step for step in steps if step.status in FIRM]
        if done:
            steps = [step for step in steps if step is not done[-1]] + [done[-1]]
    return tuple(steps)
