"""office_keys.tsv -> how senior an office is and which sector its holder belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.tables import NUMBER, Shape, load_table
from dateline.who.terms import Term

OFFICE_KEYS = Shape(
    "office_keys.tsv", ("office", "rank", "code", "title"), ("office", "rank", "code"), ("office",),
    {"rank": NUMBER, "code": (r"[A-Z]{3}", "a PLOVER sector code")},
)  # fmt: skip
_FOLDER = Path(__file__).parent
_UNRANKED = 60
_SECOND = ("deputy", "acting", "delegate")


class Offices:
    """Ranks (1 is the most senior) and PLOVER sector codes by office key."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay

    @cached_property
    def _rows(self) -> dict[str, tuple[float, str]]:
        return {row[0]: (float(row[1]), row[2]) for row in load_table(_FOLDER, OFFICE_KEYS, self._overlay)}

    def rank(self, term: Term) -> tuple[float, bool]:
        """Sort key: the most senior term first, deputies and acting holders behind."""
        rank = self._rows.get(term.office, (_UNRANKED, ""))[0]
        return rank, any(word in term.title.lower() for word in _SECOND)

    def code(self, office: str) -> str:
        """The PLOVER sector of whoever holds it; GOV where the table says nothing."""
        return self._rows.get(office, (_UNRANKED, "GOV"))[1]
