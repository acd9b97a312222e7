"""A noun in, heads of those a clause or a late "of" after it tells as whose deed it is out: "the plan Roe announced"."""

from __future__ import annotations

from dateline.events.grammar import agents, doers, objects
from dateline.events.words import passive, with_conjuncts
from dateline.syntax import Text

MADE = frozenset({
    "propose", "put", "offer", "draft", "write", "introduce", "sponsor", "author", "make", "issue", "announce", "unveil",
    "negotiate", "broker", "submit", "present", "table", "launch", "order", "take", "impose", "lead", "craft", "sign", "pass",
    "enact", "release", "back", "champion", "favor", "favour", "support", "pick", "nominate", "choose", "outline", "adopt", "file", "deliver", "push",
})  # fmt: skip
"""Whose deed a thing is: "a plan proposed by the senator"."""
BETWEEN = 4


def makers(text: Text, noun: int) -> list[int]:
    """Who made it, by the clause that hangs on the noun: "a bill written by Roe", "the order that Roe signed"."""
    found: list[int] = []
    for clause in text.kids(noun, "acl", "relcl"):
        if clause.lemma not in MADE:
            continue
        if clause.dep == "acl" or passive(text, clause.i):
            found += with_conjuncts(text, agents(text, clause.i))
        elif noun in objects(text, clause.i)[0]:
            found += [one for one in doers(text, clause.i)[0] if one != noun]
    return found


def late_of(text: Text, noun: int) -> list[int]:
    """An "of" that a word of time parts from its noun: "praised the efforts so far of Roe"."""
    for i in range(noun + 1, min(noun + 2 + BETWEEN, len(text.tokens))):
        token = text.tokens[i]
        if token.lower == "of":
            apart = i > noun + 1 and token.head != noun
            return with_conjuncts(text, [kid.i for kid in text.kids(i, "pobj")]) if apart else []
        if (
            token.pos != "ADV"
            and token.ent not in ("DATE", "TIME")
            and token.dep != "npadvmod"
            and token.tag != "DT"
        ):
            return []
    return []
