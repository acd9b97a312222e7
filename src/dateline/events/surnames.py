"""A surname that nobody marked as a name in, the one person of the article who bears it out: "invited Mr Orr to lunch"."""

from __future__ import annotations

from dateline.records import ActorRef
from dateline.syntax import Text

UNMARKED = frozenset({"", "MONEY"})
TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})


def surnamed(text: Text, i: int) -> tuple[ActorRef, ...]:
    """The person, nobody when two bear the name or the word stands in a longer one."""
    token = text.tokens[i]
    if token.tag != "NNP" or token.ent not in UNMARKED or not token.text[:1].isupper():
        return ()
    before = text.kids(i, "compound", "amod", "det")
    titled = all(kid.lower in TITLES for kid in before)
    if token.dep in ("compound", "amod", "nmod") or (before and not titled):
        return ()
    bearers = [
        one for one in text.entities
        if one.kind == "person" and " " in one.name and one.name.rsplit(" ", 1)[-1] == token.text
    ]  # fmt: skip
    if len(bearers) != 1:
        return ()
    one = bearers[0]
    return (ActorRef(one.actor_id, one.name, one.country, one.role, text.span(i, i + 1), "person"),)
