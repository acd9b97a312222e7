"""Judgements <-> W3C Web Annotations, one JSON object a line.

Model: W3C Web Annotation Data Model (Recommendation of 23 February 2017). Each passage is a SpecificResource whose
source is an article and whose selectors are a TextQuoteSelector and a TextPositionSelector; a record that rests on
several passages is a Composite of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.errors import UsageError
from dateline.judgements.forms import ABOUT, FIELDS, KINDS, Judgement, Passage, Target, make

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATION = {
    "confirm": "assessing", "reject": "assessing", "correct": "editing", "merge": "linking", "split": "linking",
    "rename": "identifying", "undo": "moderating",
}  # fmt: skip
URN = "urn:dateline:"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
REMEDY = "The form of a line is in docs/judging.md; nothing was imported"


def annotation(one: Judgement) -> dict[str, Any]:
    """A judgement as a W3C annotation."""
    body: list[dict[str, Any]] = [{"type": "Judgement", "value": one.kind, "fields": one.values}]
    if one.undoes:
        body[0]["undoes"] = URN + one.undoes
    if one.why:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": one.why})
    return {
        "@context": CONTEXT,
        "id": URN + one.id,
        "type": "Annotation",
        "motivation": MOTIVATION[one.kind],
        "creator": {"type": "Person", "name": one.by},
        "created": one.at,
        "body": body,
        "target": [_target(target) for target in one.targets] or [URN + (one.undoes or "")],
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "type": "Composite",
        "about": target.about,
        "record": target.id,
        "name": target.name,
        "items": [
            {
                "type": "SpecificResource",
                "source": {
                    "id": f"urn:sha256:{one.sha256}", "source": one.source, "outlet": one.outlet, "title": one.title,
                },
                "selector": [
                    {"type": "TextQuoteSelector", "exact": one.exact, "prefix": one.prefix, "suffix": one.suffix},
                    {"type": "TextPositionSelector", "start": one.start, "end": one.end},
                ],
                "about": one.about,
                "record": one.record_id,
                "as_judged": json.loads(one.record) if one.record else None,
            }
            for one in target.passages
        ],
    }  # fmt: skip


def judgements(lines: Iterable[str], file: str) -> Iterator[Judgement]:
    """Annotations -> judgements, with ids made anew from what they say. Raises UsageError with file, line and reason."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield read(line)
            except _Fault as fault:
                raise UsageError(str(fault), where=f"{file}, line {number}", remedy=REMEDY) from None


class _Fault(Exception):
    """Why a line is no judgement."""


def read(line: str) -> Judgement:
    """One line; raises _Fault."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise _Fault(f"this is no JSON ({error})") from None
    if not isinstance(data, dict) or data.get("type") != "Annotation":
        raise _Fault("this is no annotation: `type` must be Annotation")
    bodies = data.get("body")
    bodies = bodies if isinstance(bodies, list) else [bodies]
    bodies = [one for one in bodies if isinstance(one, dict)]
    told = next((one for one in bodies if one.get("type") == "Judgement"), None)
    if told is None:
        raise _Fault("`body` holds no Judgement")
    kind = told.get("value")
    if kind not in KINDS:
        raise _Fault(f"`body.value` is {kind!r}, not one of {', '.join(KINDS)}")
    at = _text(data, "created")
    if not _TIME.fullmatch(at):
        raise _Fault(f"`created` is {at!r}, not a time in UTC such as 2026-01-31T09:30:00Z")
    creator = data.get("creator")
    by = _text(creator, "name") if isinstance(creator, dict) else _text(data, "creator")
    why = next((one.get("value") for one in bodies if one.get("type") == "TextualBody"), None)
    fields = told.get("fields") or {}
    if not isinstance(fields, dict):
        raise _Fault("`body.fields` must be an object")
    if kind == "undo":
        undoes = _text(told, "undoes").removeprefix(URN)
        return make("undo", (), {}, by=by, at=_full(at), why=why or None, undoes=undoes)
    given = data.get("target")
    if not given:
        raise _Fault("`target` is missing")
    targets = [_read_target(one) for one in (given if isinstance(given, list) else [given])]
    _check(kind, targets, fields)
    return make(kind, targets, fields, by=by, at=_full(at), why=why or None)


def _check(kind: str, targets: list[Target], fields: Mapping[str, Any]) -> None:
    about = targets[0].about
    if kind in ("merge", "split") and len(targets) < 2:
        raise _Fault(f"`{kind}` needs at least two targets")
    if kind not in ("merge", "split") and len(targets) > 1:
        raise _Fault(f"`{kind}` takes one target")
    if kind == "correct":
        strange = sorted(fields.keys() - set(FIELDS.get(about, ())))
        if strange or not fields:
            raise _Fault(
                f"`fields` of {about} may hold {', '.join(FIELDS.get(about, ())) or 'nothing'}, not {', '.join(strange) or 'nothing'}"
            )
    elif kind == "rename" and not (isinstance(fields.get("name"), str) and fields["name"].strip()):
        raise _Fault("`fields.name` must hold the new name")
    elif fields.keys() - {"name"}:
        raise _Fault(f"`{kind}` takes no fields")


def _read_target(data: Any) -> Target:
    if not isinstance(data, dict):
        raise _Fault("each `target` must be an object")
    items = data.get("items") if "items" in data else [data]
    named = data.get("about") == "actor" and isinstance(
        data.get("name"), str
    )  # one that no passage names as a side
    if not isinstance(items, list) or not (items or named):
        raise _Fault("`target.items` must be a list of at least one passage")
    passages = tuple(_passage(one) for one in items)
    about = data.get("about", passages[0].about if passages else "actor")
    if about not in ABOUT:
        raise _Fault(f"`target.about` is {about!r}, not one of {', '.join(ABOUT)}")
    record = data.get("record")
    return Target(about, record if isinstance(record, str) else "", str(data.get("name") or ""), passages)


def _passage(data: Any) -> Passage:
    if not isinstance(data, dict) or not isinstance(data.get("source"), dict):
        raise _Fault("each passage needs a `source` object")
    source, selectors = data["source"], data.get("selector")
    selectors = selectors if isinstance(selectors, list) else [selectors]
    by_type = {one.get("type"): one for one in selectors if isinstance(one, dict)}
    quote = by_type.get("TextQuoteSelector")
    if quote is None or not _text(quote, "exact").strip():
        raise _Fault("each passage needs a TextQuoteSelector with `exact` words")
    place = by_type.get("TextPositionSelector") or {}
    start, end = place.get("start", 0), place.get("end", 0)
    if not isinstance(start, int) or not isinstance(end, int) or start < 0 or end < start:
        raise _Fault("`start` and `end` of a TextPositionSelector are whole numbers, start first")
    about = data.get("about", "mention")
    if about not in ("mention", "quotation", "article"):
        raise _Fault(f"`about` of a passage is {about!r}, not mention, quotation or article")
    kept = data.get("as_judged")
    return Passage(
        _text(source, "source"), str(source.get("id") or "").removeprefix("urn:sha256:"), _maybe(source, "outlet"),
        _maybe(source, "title"), quote["exact"], _maybe(quote, "prefix") or "", _maybe(quote, "suffix") or "",
        start, end, about, str(data.get("record") or ""),
        json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if isinstance(kept, dict) else None,
    )  # fmt: skip


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Fault(f"`{key}` is missing")
    return value


def _maybe(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise _Fault(f"`{key}` must be text")
    return value


def _full(at: str) -> str:
    """A time with all six digits of a second's fraction, so that times sort as text."""
    whole, _, rest = at.removesuffix("Z").partition(".")
    return f"{whole}.{rest.ljust(6, '0')}Z"
