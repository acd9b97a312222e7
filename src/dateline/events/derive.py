"""An entry, how it stands and who is in it in, the act as recorded out: type, mode, status, PLOVER's type, CAMEO code.

PLOVER has no status: a future meeting is AGREE, a future attack THREATEN, a negated one REJECT (codebook tables
[planned] and [negated]); RECORDS keeps act and status apart and carries that reading as `plover_type`.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.codebook import Codebook
from dateline.events.tense import Standing
from dateline.events.triggers import Hit

VERBAL = frozenset({"person", "media", "organisation", "anonymous", "government_body"})
VOWS = frozenset({"vow", "pledge", "promise", "swear"})
SORRY = "055"
"""CAMEO's code for apologies: to ask for one is to ask the other side to give way."""
HARM = frozenset({"ASSAULT", "SANCTION", "COERCE"})


class Act(NamedTuple):
    """What is recorded; `rule` says how the type came about where it is not the entry's own."""

    type: str
    mode: str | None
    status: str
    plover_type: str
    cameo: str | None
    rule: str


def derive(
    book: Codebook, hit: Hit, standing: Standing, inner: Hit | None = None, given_up: bool = False
) -> Act:
    """The act of one hit. `inner` is the act its complement names ("threatened to ATTACK"), `given_up`: only to end it."""
    entry, status = hit.entry, standing.status or "happened"
    harmful = inner is not None and inner.entry.type in HARM
    vows = entry.pattern.head in VOWS or (entry.kind == "adjectives" and entry.type == "AGREE")
    if vows and harmful and not standing.negated:
        return Act("THREATEN", _mode(book, "THREATEN", inner), status, "THREATEN", "130", "promise-of-harm")
    if _turns(book, hit, standing):
        mode = _mode(book, "REJECT", inner or hit)
        return Act("REJECT", mode, "refused", "REJECT", _cameo(book, "REJECT", mode), "refusal")
    mode = entry.mode or _mode(book, entry.type, inner)
    if entry.type == "REQUEST" and mode and (given_up or (inner is not None and inner.entry.cameo == SORRY)):
        mode = "yield"
    plover, cameo = _plover(book, hit, standing)
    if mode and mode != entry.mode and plover == entry.type:
        cameo = _cameo(book, entry.type, mode) or cameo
    return Act(entry.type, mode, status, plover, cameo, "entry")


def _turns(book: Codebook, hit: Hit, standing: Standing) -> bool:
    """Whether a negated friendly act is a refusal: "will not release", "does not support", "would not agree"."""
    kind = hit.entry.type
    if kind not in book.negated or hit.entry.status is not None:
        return False
    if standing.status == "refused":
        return True
    if not standing.negated:
        return False
    if kind == "CONSULT":
        return False
    if kind == "AGREE" and hit.entry.inner == "drop":
        return standing.status in ("failed", "cancelled") and not standing.rule.startswith("adjunct")
    return standing.status == "cancelled"


def _mode(book: Codebook, kind: str, inner: Hit | None) -> str | None:
    if inner is None or inner.entry.pattern.head == "retaliate":
        return None  # with what one strikes back is not said
    return book.inner_modes.get((kind, inner.entry.mode or "")) or book.inner_modes.get(
        (kind, inner.entry.type)
    )


def _cameo(book: Codebook, kind: str, mode: str | None) -> str | None:
    return book.mode_cameo.get((kind, mode or "")) or book.cameo_of.get(kind)


def _plover(book: Codebook, hit: Hit, standing: Standing) -> tuple[str, str | None]:
    entry = hit.entry
    if standing.status in ("cancelled", "refused", "failed"):
        turned = book.negated.get(entry.type)
        if turned is not None:
            return turned, book.cameo_of.get(turned)
    open_ended = standing.status == "hypothetical" and not standing.rule.startswith("condition")
    if standing.status == "planned" or open_ended:
        turned = book.planned.get(entry.type) or (entry.type if entry.plover else None)
        if turned is not None:
            return turned, book.cameo_of.get(turned)
    return entry.plover or entry.type, entry.cameo
