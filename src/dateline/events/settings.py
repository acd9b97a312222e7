"""settings.tsv in, sets of words by what they say of where an act takes place out. Raises ConfigError on a bad table."""

from __future__ import annotations

import functools
from pathlib import Path

from dateline.errors import ConfigError

TABLE = Path(__file__).with_name("settings.tsv")
KINDS = frozenset({
    "occasion", "deed", "text", "post", "seat", "site", "area", "move", "setting", "held", "crowd", "greet", "gate",
    "ground", "quit", "tell", "edge", "carry", "bid",
})  # fmt: skip


@functools.cache
def load() -> dict[str, frozenset[str]]:
    """Kind of word -> the words, in small letters."""
    found: dict[str, frozenset[str]] = {}
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#") or line == "kind\twords":
            continue
        kind, _, words = line.partition("\t")
        if kind not in KINDS or not words:
            raise ConfigError(f"no kind of word: {kind}", where=f"{TABLE}:{number}")
        found[kind] = frozenset(words.split())
    return found
