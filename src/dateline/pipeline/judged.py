"""Config -> what the stages lend to judgements: how an event is made and coded, and how words of time are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from dateline.config import Config
from dateline.judgements import Tools
from dateline.links.again import merged, titled
from dateline.pipeline.companions import AHEAD
from dateline.pipeline.line import Line
from dateline.records import Actor, DateRange

TURNED = frozenset({"cancelled", "refused", "failed"})
OPEN = frozenset({"planned", "hypothetical"})


def tools(config: Config, line: Line) -> Tools:
    """The tools; tables are read when one is first used."""

    @cache
    def resolvers() -> Any:
        return line.part("resolvers")(config)

    def reread(when: DateRange, before: DateRange, after: DateRange, status: str) -> DateRange:
        """Words whose days followed from the day of publication follow from the corrected one."""
        if not when.text or not before.known or not after.known:
            return when
        tense = "future" if status in AHEAD else "past"
        read = resolvers().when.resolve(when.text, before, tense)
        if (read.earliest, read.latest) != (when.earliest, when.latest):
            return when
        again: DateRange = resolvers().when.resolve(when.text, after, tense)
        return again if again.known else when

    def known(actor_id: str) -> Actor | None:
        found: Actor | None = resolvers().who.actor(actor_id)
        return found

    return Tools(merged, titled, coder(config.overlay), reread, known)


def coder(overlay: Sequence[Any]) -> Callable[[str, str | None, str], tuple[str, str | None]]:
    """Type, mode and status -> PLOVER's type for act and status together, and the closest CAMEO code.

    PLOVER codebook: a future act counts as its announcement, a refused or called-off one as its opposite.
    """

    @cache
    def book() -> Any:
        from dateline.events.codebook import load

        return load(tuple(overlay))

    def coded(type_: str, mode: str | None, status: str) -> tuple[str, str | None]:
        turned = None
        if status in TURNED:
            turned = book().negated.get(type_)
        elif status in OPEN:
            turned = book().planned.get(type_)
        kind = turned or type_
        own = book().mode_cameo.get((type_, mode or "")) if turned is None else None
        return kind, own or book().cameo_of.get(kind)

    return coded
