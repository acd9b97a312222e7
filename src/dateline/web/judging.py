"""A posted form about a record -> the analyst's judgement, and the page to go to; and what a page shows of judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.chronicle.pages import Pages
from dateline.errors import UsageError
from dateline.records import ActorRef, DateRange, Event, Mention
from dateline.web.ask import Ask
from dateline.web.screen import Redirect

ROOM = {"evt": "event", "act": "actor", "sto": "story", "art": "article"}
"""Letters of an id -> the screen that shows it."""
SEVERAL = ("source", "target")
JOINT = ";"


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement as a page shows it: what was decided in words, by whom, when, why, whether it holds."""

    id: str
    words: str
    by: str
    at: str
    why: str
    state: str


def judge(ask: Ask, id: str, current: Mapping[str, str] | None = None, home: str = "") -> Redirect:
    """Carry out what the form says (`do`: confirm, reject, correct, merge, split, rename, undo) on the record `id`.

    current: for `correct`, the fields of the form as they were shown; only what was changed is judged. home: where to
    go when the record itself is gone. Raises UsageError and NotFound.
    """
    form, chronicle = ask.form, ask.pages.chronicle
    do, why, by = form.get("do", ""), form.get("why") or None, form.get("by") or None
    if do == "undo":
        chronicle.undo(form.get("judgement") or None, why=why, by=by)
        return Redirect(_page(id) if _stands(ask.pages, id) else home or "/chronicle")
    fields: dict[str, object] = {}
    if do == "correct":
        for name, shown in (current or {}).items():
            given = form.get(name)
            if given is not None and " ".join(given.split()) != " ".join(shown.split()):
                fields[name] = [one.strip() for one in given.split(JOINT)] if name in SEVERAL else given
        if not fields:
            raise UsageError("nothing was changed", remedy="Change a field, then send the form again")
    others = [one for one in form.get("others", "").replace(",", " ").split() if one]
    standing = chronicle.judge(
        do, id, *others, fields=fields or None, name=form.get("name") or None, why=why, by=by
    )
    if do == "reject":
        return Redirect(_page(id))
    targets = [one for one in standing.targets if _stands(ask.pages, one)]
    same = next((one for one in (id, *targets) if one.startswith(id[:3]) and _stands(ask.pages, one)), id)
    return Redirect(_page(same) if _stands(ask.pages, same) else home or "/chronicle")


def about(pages: Pages, id: str) -> list[Judged]:
    """The judgements about a record, newest first."""
    found = []
    for standing in pages.chronicle.judgements(about=id):
        one = standing.judgement
        values = "; ".join(f"{name}: {_short(value)}" for name, value in one.values.items())
        names = ", ".join(target.name for target in one.targets[1:])
        words = " ".join(part for part in (_DONE.get(one.kind, one.kind), names, values) if part)
        found.append(
            Judged(one.id, words, one.by, one.at[:16].replace("T", " "), one.why or "", standing.state)
        )
    return found[::-1]


def shown(event: Event) -> dict[str, str]:
    """The fields of an event as its form shows them, in the words in which they can be given."""
    return {
        "type": event.type,
        "status": event.status,
        "when": interval(event.when),
        "where": event.where.name if event.where else "",
        "source": names(event.source),
        "target": names(event.target),
    }


def interval(when: DateRange) -> str:
    """`2016-09-05`, `2016-09-04..2016-09-06`, `..2016-09-06`, or nothing."""
    first, last = when.earliest, when.latest
    if first is not None and first == last:
        return first.isoformat()
    return f"{first or ''}..{last or ''}" if when.known else ""


def names(actors: Sequence[ActorRef]) -> str:
    """Actors by name, apart by semicolons; by id where one has the other's name."""
    return f"{JOINT} ".join(dict.fromkeys(actor.name for actor in actors))


def withdrawn(pages: Pages, id: str, kind: str = "event") -> Event | Mention | None:
    """The rejected record of that id, if it was rejected."""
    found: list[Event | Mention] = [one for one in pages.chronicle.withdrawn(kind) if one.id == id]
    return found[0] if found else None


_DONE = {
    "confirm": "confirmed", "reject": "rejected", "correct": "corrected", "merge": "merged with",
    "split": "split off", "rename": "renamed", "undo": "taken back",
}  # fmt: skip


def _page(id: str) -> str:
    return f"/{ROOM.get(id[:3], 'event')}/{id}"


def _stands(pages: Pages, id: str) -> bool:
    table = {"evt": "events", "act": "actors", "sto": "stories", "art": "articles"}.get(id[:3])
    return bool(table and pages.by_ids(table, [id]))


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        first, last = value.get("earliest"), value.get("latest")
        return str(
            value.get("name") or (first if first == last else f"{first or ''}..{last or ''}") or "not known"
        )
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value) or "nobody"
    return "not known" if value is None else str(value)
