"""An entry and its standing in, PLOVER's own type for it and the closest CAMEO code out.

PLOVER has no status: a future meeting is AGREE, a future attack THREATEN, a negated one REJECT (codebook tables
[planned] and [negated]); RECORDS keeps act and status apart and carries this as `plover_type`.
"""

from __future__ import annotations

from dateline.events.codebook import Codebook, Entry
from dateline.events.status import Standing


def derive(book: Codebook, entry: Entry, standing: Standing) -> tuple[str, str | None]:
    """(plover_type, CAMEO code)."""
    if standing.status in ("cancelled", "refused", "failed"):
        turned = book.negated.get(entry.type)
        if turned is not None:
            return turned, book.cameo_of.get(turned)
    if standing.status == "planned" or (
        standing.status == "hypothetical" and not standing.rule.startswith("condition")
    ):
        turned = book.planned.get(entry.type)
        if turned is not None:
            return turned, book.cameo_of.get(turned)
    return entry.plover or entry.type, entry.cameo
