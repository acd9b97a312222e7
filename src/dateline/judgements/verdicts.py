"""Judgements about one record, by time -> what they come to; and the record with that laid on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dateline.judgements.bench import Tools
from dateline.judgements.forms import DONE, Judgement
from dateline.records import ActorRef, Article, DateRange, Event, Mention, Place, Quotation, from_json

Judged = TypeVar("Judged", Mention, Quotation, Event, Article)
Recast = Callable[[ActorRef], ActorRef]
VERDICTS = ("confirm", "reject", "correct")
AGREED = frozenset({"type", "mode", "status"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The latest word on a record. `fields`: the latest value of each corrected field; `name`: the latest name."""

    rejected: bool
    vouched: bool
    fields: dict[str, Any]
    name: str | None
    judgement: str
    judged_by: str


def verdict(judgements: Sequence[Judgement]) -> Verdict:
    """What judgements about one record, in order of time, come to: the latest word counts, field by field."""
    latest = next((one.kind for one in reversed(judgements) if one.kind in VERDICTS), None)
    rejected = latest == "reject"
    counted = [one for one in judgements if (one.kind == "reject") == rejected or (one.kind not in VERDICTS and not rejected)]  # fmt: skip
    fields: dict[str, Any] = {}
    name = None
    for one in judgements:
        if one.kind == "correct":
            fields.update(one.values)
        elif one.kind == "rename":
            name = one.values["name"]
    return Verdict(
        rejected, latest in ("confirm", "correct"), fields, name,
        "; ".join(dict.fromkeys(DONE[one.kind] for one in counted)),
        "; ".join(dict.fromkeys(one.by for one in counted)),
    )  # fmt: skip


def marked(record: Judged, found: Verdict) -> Judged:
    """The record with who judged it how; sure where she vouches for it."""
    record = replace(record, judgement=found.judgement, judged_by=found.judged_by)
    if found.vouched and not isinstance(record, Article):
        record = replace(record, confidence=1.0)
    return record


def on_act(record: Judged, found: Verdict, tools: Tools, recast: Recast = lambda ref: ref) -> Judged:
    """A mention or an event with its corrected type, mode, status, sides, days and place."""
    if not isinstance(record, (Mention, Event)) or not found.fields:
        return record
    given = found.fields
    there: list[ActorRef] = list(record.source) + list(record.target)
    changes: dict[str, Any] = {name: given[name] for name in ("type", "mode", "status") if name in given}
    if "type" in given and "mode" not in given and given["type"] != record.type:
        changes["mode"] = None
    for side in ("source", "target"):
        if side in given:
            changes[side] = tuple(recast(_kept(from_json(ActorRef, ref), there)) for ref in given[side])
    if "when" in given:
        changes["when"] = from_json(DateRange, given["when"])
    if "where" in given:
        changes["where"] = from_json(Place, given["where"])
    record = replace(record, **changes)
    if isinstance(record, Event) and "status" in given and record.status_history:
        *before, latest = record.status_history
        record = replace(record, status_history=(*before, replace(latest, status=record.status)))
    if AGREED & given.keys():
        plover, cameo = tools.coded(record.type, record.mode, record.status)
        record = replace(record, plover_type=plover)
        if isinstance(record, Mention):
            record = replace(record, cameo=cameo)
    return record


def on_words(record: Quotation, found: Verdict) -> Quotation:
    """A quotation with its corrected speaker and kind."""
    if "kind" in found.fields:
        record = replace(record, kind=found.fields["kind"])
    if "speaker" in found.fields:
        ref = from_json(ActorRef, found.fields["speaker"])
        there = [one for one in (record.speaker, record.addressee, *record.speakers, *record.via) if one]
        record = replace(record, speaker=_kept(ref, there) if ref is not None else None, speakers=())
    return record


def on_article(record: Article, found: Verdict) -> Article:
    """An article with its corrected day, outlet and headline."""
    changes: dict[str, Any] = {
        name: found.fields[name] for name in ("outlet", "title") if name in found.fields
    }
    if "published" in found.fields:
        changes["published"] = from_json(DateRange, found.fields["published"])
    return replace(record, **changes)


def _kept(ref: ActorRef, there: Sequence[ActorRef]) -> ActorRef:
    """The passage's own reference to that actor, if it has one: it knows the words and the office of that day."""
    return next((one for one in there if ref.actor_id and one.actor_id == ref.actor_id), ref)
