"""sectors.tsv -> the sector of a head noun or noun phrase that names a group or somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dateline.folding import fold
from dateline.records import ACTOR_KINDS
from dateline.tables import Shape, load_table

SECTORS = Shape(
    "sectors.tsv",
    ("word", "sector", "kind", "code"),
    required=("word", "sector", "kind", "code"),
    key=("word",),
    patterns={
        "kind": ("|".join(ACTOR_KINDS), f"an actor kind: {', '.join(ACTOR_KINDS)}"),
        "code": (r"[A-Z]{3}", "a PLOVER sector code such as GOV, MIL, REB, CVL"),
    },
)
_FOLDER = Path(__file__).parent
_IRREGULAR = (("ies", "y"), ("men", "man"), ("ches", "ch"), ("sses", "ss"), ("children", "child"), ("s", ""))


class Sector(NamedTuple):
    """Sector in words, actor kind, PLOVER sector code."""

    sector: str
    kind: str
    code: str


class Sectors:
    """Lookup by the whole phrase, then by its last words, each as written and in the singular."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay

    @cached_property
    def _words(self) -> dict[str, Sector]:
        rows = load_table(_FOLDER, SECTORS, self._overlay)
        return {_key(word): Sector(sector, kind, code) for word, sector, kind, code in rows}

    @cached_property
    def codes(self) -> dict[str, str]:
        """PLOVER code -> sector in words."""
        return {sector.code: sector.sector for sector in self._words.values()}

    def find(self, phrase: str) -> Sector | None:
        """ "senior rebel commanders" -> the sector of "rebel commander"; None when no ending of the phrase is listed."""
        words = _key(phrase).split()
        for start in range(len(words)):
            for form in _singulars(" ".join(words[start:])):
                found = self._words.get(form)
                if found:
                    return found
        return None


def _singulars(text: str) -> Iterator[str]:
    yield text
    for ending, by in _IRREGULAR:
        if text.endswith(ending):
            yield text[: -len(ending)] + by


def _key(text: str) -> str:
    return fold(text).replace("-", " ").replace(".", "").strip()
