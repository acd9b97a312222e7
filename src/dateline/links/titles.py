"""An event's slots -> its title in words (patterns in links/titles.toml)."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources

from dateline.records import ActorRef, Place


@functools.cache
def _patterns() -> dict[str, dict[str, list[str]]]:
    raw = resources.files("dateline.links").joinpath("titles.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def title(
    type_: str,
    status: str,
    source: Sequence[ActorRef],
    target: Sequence[ActorRef],
    mutual: bool,
    where: Place | None,
) -> str:
    """One line: who did what to whom, and where when that is known."""
    a, b = _names(source), _names(target)
    if not a and mutual:
        a, b = b, ""
    table = _patterns()[type_]
    patterns = table.get(status, table["*"])
    pattern = patterns[0] if a and b else patterns[1] if a else f"{type_.capitalize()} {{b}}"
    words = pattern.format(a=a, b=b).strip()
    note = f", {where.name}" if where else ""
    shown = table.get(status) is not None or status in words
    return f"{words}{note}" if shown else f"{words} ({status}){note}"


def _names(actors: Sequence[ActorRef]) -> str:
    seen = list(dict.fromkeys(actor.name for actor in actors))
    if len(seen) > 3:
        return f"{seen[0]}, {seen[1]} and others"
    return " and ".join(seen) if len(seen) < 3 else f"{seen[0]}, {seen[1]} and {seen[2]}"
