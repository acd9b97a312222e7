"""A headline -> the entities it names: only those its article or the reference tables know, since title case misleads taggers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.syntax import Entity

if TYPE_CHECKING:
    from dateline.who import Who

_WORD = re.compile(r"[^\W_][\w.&]*(?:[-’'][^\W_]\w*)*", re.UNICODE)
_LONGEST = 6


def headline_names(title: str, who: Who, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Entities in the order the headline names them, each once.

    Persons count by full name or surname when the article names them; anything else by its name in the article or
    in the tables of states, bodies and outlets. Entities that only the tables know get the number -1.
    """
    by_name: dict[str, Entity] = {}
    for entity in entities:
        if entity.anonymous or entity.members or not entity.name:
            continue
        by_name.setdefault(entity.name.lower(), entity)
        if entity.kind == "person":
            by_name.setdefault(entity.name.split()[-1].lower(), entity)
    by_id: dict[str | None, Entity] = {e.actor_id: e for e in entities if e.actor_id}
    words = [
        (m.group().removesuffix("’s").removesuffix("'s"), m.start(), m.end()) for m in _WORD.finditer(title)
    ]
    found: list[Entity] = []
    i = 0
    while i < len(words):
        step = 1
        if words[i][0][0].isupper():
            for n in range(min(_LONGEST, len(words) - i), 0, -1):
                run = title[words[i][1] : words[i + n - 1][1]] + words[i + n - 1][0]
                named = by_name.get(run.lower()) or _known(run, who, by_id)
                if named is not None:
                    if named not in found:
                        found.append(named)
                    step = n
                    break
        i += step
    return tuple(found)


def _known(run: str, who: Who, by_id: dict[str | None, Entity]) -> Entity | None:
    actor = (
        who.state(run) or who.demonym(run) or who.stands_for(run) or who.organisation(run) or who.outlet(run)
    )
    if actor is None:
        return None
    return by_id.get(actor.id) or Entity(-1, actor.name, actor.kind, actor.id, actor.country)
