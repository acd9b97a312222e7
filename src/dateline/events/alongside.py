"""The head of a doer in, the heads of those told to do it with him out: "X, along with Y, is suing", "X, joined by Y, ..".

What a comma sets apart stands with the doer and not with the deed; the parser hangs it on the name before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.words import with_conjuncts
from dateline.syntax import Text

TIES = frozenset({"alongside", "with"})
OPENERS = frozenset({"along", "together"})
JOINED = frozenset({"join"})


def alongside(text: Text, heads: Iterable[int]) -> list[int]:
    """Heads of those beside the doers, in the order of the text."""
    found: list[int] = []
    for head in heads:
        for prep in text.kids(head, "prep"):
            if prep.lower in OPENERS:
                inner = text.kid(prep.i, "prep")
                found += [] if inner is None else [kid.i for kid in text.kids(inner.i, "pobj")]
            elif prep.lower in TIES and _apart(text, prep.i):
                found += [kid.i for kid in text.kids(prep.i, "pobj")]
        for clause in text.kids(head, "acl"):
            if clause.tag == "VBN" and clause.lemma in JOINED and _apart(text, clause.i):
                found += [
                    kid.i for by in text.kids(clause.i, "agent", "prep") for kid in text.kids(by.i, "pobj")
                ]
    return with_conjuncts(text, found)


def _apart(text: Text, i: int) -> bool:
    """Whether a comma, or "together" after one, stands before the word."""
    before = [token.lower for token in text.tokens[max(0, i - 2) : i]]
    return before[-1:] == [","] or before[-1:] == ["together"]
