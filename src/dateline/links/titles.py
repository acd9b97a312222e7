"""An event's slots -> its title in words (patterns in links/titles.toml)."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any

from dateline.records import ActorRef, Place, StatusChange


@functools.cache
def _patterns() -> dict[str, dict[str, Any]]:
    raw = resources.files("dateline.links").joinpath("titles.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def title(
    type_: str,
    status: str,
    source: Sequence[ActorRef],
    target: Sequence[ActorRef],
    mutual: bool,
    where: Place | None,
    mode: str | None = None,
) -> str:
    """One line: who did what to whom, and where when that is known. An act nobody is named for says what was done to whom.

    status: an event's, or "proposed".
    """
    a, b = _names(source), _names(target)
    if not a and mutual:
        a, b = b, ""
    table = _patterns()[type_]
    own = table.get(mode or "")
    status = "happened" if status == "proposed" and status not in table else status
    patterns = own[status] if isinstance(own, dict) and status in own else table.get(status)
    shown = patterns is not None
    patterns = patterns or table["*"]
    if a:
        words = str(patterns[0] if b else patterns[1]).format(a=a, b=b)
    elif b and len(patterns) > 2:
        words = str(patterns[2]).format(b=b)
    else:
        words = f"{type_.capitalize()} against {b}" if b else type_.capitalize()
        shown = status == "happened"
    note = f", {where.name}" if where else ""
    return f"{words}{note}" if shown or status in words else f"{words} ({status}){note}"


def shown(status: str, steps: Sequence[StatusChange]) -> str:
    """The status by which an event is titled: "proposed" for what came no further than an offer that was made."""
    came = [step.step for step in steps if step.status == status]
    return "proposed" if status == "happened" and came and set(came) == {"proposed"} else status


def _names(actors: Sequence[ActorRef]) -> str:
    seen = list(dict.fromkeys(actor.name for actor in actors))
    if len(seen) > 3:
        return f"{seen[0]}, {seen[1]} and others"
    return " and ".join(seen) if len(seen) < 3 else f"{seen[0]}, {seen[1]} and {seen[2]}"
