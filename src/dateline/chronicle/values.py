"""A corrected field as a person writes it -> its value as plain JSON, actors and places found in project and tables."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from dateline.errors import UsageError
from dateline.judgements import FIELDS
from dateline.records import (
    EVENT_TYPES,
    STATUSES,
    UNDATED,
    Actor,
    ActorRef,
    DateRange,
    Place,
    from_json,
    to_json,
)
from dateline.store import Store

NOTHING = frozenset({"", "none", "unknown"})
QUOTE_KINDS = ("direct", "mixed", "indirect")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Values:
    """Reads values for one project. `resolvers` is asked for only when the project itself does not know a name."""

    def __init__(self, store: Store, resolvers: Callable[[], Any]) -> None:
        self._store, self._resolvers = store, resolvers

    def read(self, about: str, given: Mapping[str, Any], on: DateRange = UNDATED) -> dict[str, Any]:
        """Field -> plain value, for a record of that kind of day `on`. Raises UsageError on what cannot be meant."""
        allowed = FIELDS.get(about, ())
        if not allowed:
            raise UsageError(
                f"nothing of {'an' if about[0] in 'aeiou' else 'a'} {about} can be corrected",
                remedy="Mentions, events, quotations and articles can; actors and stories can be renamed",
            )
        found: dict[str, Any] = {}
        for name, value in given.items():
            if name not in allowed:
                raise UsageError(
                    f"'{name}' of {'an' if about[0] in 'aeiou' else 'a'} {about} cannot be corrected",
                    remedy=f"What can: {', '.join(allowed)}",
                )
            found[name] = self._one(name, value, on)
        if not found:
            raise UsageError(
                "a correction needs a value", remedy=f"What can be corrected: {', '.join(allowed)}"
            )
        return found

    def _one(self, name: str, value: Any, on: DateRange) -> Any:
        if name == "type":
            return _known("type", value, EVENT_TYPES)
        if name == "status":
            return _known("status", value, STATUSES)
        if name == "kind":
            return _known("kind", value, QUOTE_KINDS)
        if name in ("when", "published"):
            return to_json(days(value))
        if name == "where":
            return to_json(self._place(value))
        if name == "speaker":
            return None if _nothing(value) else to_json(self.actor(value, on))
        if name in ("source", "target"):
            several = value if isinstance(value, (list, tuple)) else [value]
            return [to_json(self.actor(one, on)) for one in several if not _nothing(one)]
        if name == "mode":
            return None if _nothing(value) else str(value).strip().lower()
        if _nothing(value):
            raise UsageError(f"'{name}' needs words")
        return str(value).strip()

    def actor(self, value: Any, on: DateRange = UNDATED) -> ActorRef:
        """Whoever is meant by a reference, an id or a name: of this project, else of the tables, else somebody new."""
        if isinstance(value, ActorRef):
            return ActorRef(
                value.actor_id, value.name, value.country, value.role, None, value.kind, value.anonymous,
                value.sector, value.description,
            )  # fmt: skip
        if isinstance(value, Mapping):
            if not isinstance(value.get("name"), str) or not value["name"].strip():
                raise UsageError(
                    "an actor needs a name", remedy='Write a name, or {"name": .., "actor_id": ..}'
                )
            return self.actor(from_json(ActorRef, {"actor_id": None, **value}))
        if not isinstance(value, str):
            raise UsageError(f"{value!r} is no actor", remedy="Write a name or an id")
        name = " ".join(value.split())
        ids = self._store.actor_ids(name)
        if len(ids) > 1:
            names = "; ".join(f"{self._store.one(Actor, one).name} ({one})" for one in ids[:5])
            raise UsageError(
                f"several actors are called '{name}': {names}", remedy="Give the full name or the id"
            )
        if ids:
            return self._ref(self._store.one(Actor, ids[0]), on)
        if name.startswith("act_"):
            raise UsageError(f"no actor here has the id '{name}'", remedy="Give the name")
        known = self._resolvers().who.find(name, on)
        if known is not None:
            return self._ref(known, on)
        return ActorRef(Actor.make_id("group", name, None), name)

    def _ref(self, actor: Actor, on: DateRange) -> ActorRef:
        role = self._resolvers().who.role(actor.id, on) if on.known and actor.kind == "person" else None
        return ActorRef(actor.id, actor.name, actor.country, role, None, actor.kind)

    def _place(self, value: Any) -> Place | None:
        if isinstance(value, Place):
            return value
        if isinstance(value, Mapping):
            return from_json(Place, {"country": None, **value})
        if _nothing(value):
            return None
        found: Place | None = self._resolvers().where.place(str(value).strip())
        return found or Place(str(value).strip(), None)


def days(value: Any) -> DateRange:
    """An interval of days: 2016-09-05, 2016-09, 2016, 2016-09-04..2016-09-05, 2016-09-04.., or `unknown`."""
    if isinstance(value, DateRange):
        return DateRange(value.earliest, value.latest, None, "analyst")
    if isinstance(value, dt.date):
        return DateRange(value, value, None, "analyst")
    if isinstance(value, Mapping):
        value = f"{value.get('earliest') or ''}..{value.get('latest') or ''}"
    words = str(value or "").strip()
    if words.lower() in NOTHING or words == "..":
        return DateRange(basis="analyst")
    first, joint, last = words.partition("..")
    try:
        earliest = _day(first, end=False) if first else None
        latest = _day(last, end=True) if last else (None if joint else _day(first, end=True))
        return DateRange(earliest, latest, None, "analyst")
    except ValueError as error:
        raise UsageError(
            f"'{words}' are no days ({error})", remedy="Write 2016-09-05, 2016-09-04..2016-09-06, or unknown"
        ) from None


def _day(words: str, *, end: bool) -> dt.date:
    match = _DAY.fullmatch(words.strip())
    if match is None:
        raise ValueError(f"'{words}' is no date")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month = month or (12 if end else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))


def _known(what: str, value: Any, known: tuple[str, ...]) -> str:
    folded = {name.lower(): name for name in known}
    if str(value).strip().lower() not in folded:
        raise UsageError(f"no {what} is called '{value}'", remedy=f"Known: {', '.join(known)}")
    return folded[str(value).strip().lower()]


def _nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip().lower() in NOTHING)
