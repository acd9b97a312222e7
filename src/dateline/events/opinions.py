"""What somebody said must or should be in, whether it only tells how things ought to be, and asks nobody for anything out."""

from __future__ import annotations

from dateline.events.grammar import complement
from dateline.events.lists import listed
from dateline.syntax import Text

STATES = frozenset({
    "be", "have", "know", "understand", "think", "feel", "realize", "realise", "remember", "expect", "worry", "fear", "get",
    "receive", "enjoy", "deserve", "become", "happen", "occur", "exist", "remain", "seem", "matter", "last", "belong", "cost",
})  # fmt: skip
"""What nobody does at another's bidding."""
SENSES = frozenset({"see", "hear", "lose", "need", "want", "like", "forget", "doubt"})


def opinion(text: Text, verb: int) -> bool:
    """Whether "must" or "should" tells how things ought to be, not what to do: "said rich people should not be getting it"."""
    inner = complement(text, verb)
    if inner is None:
        return False
    token = text.tokens[inner]
    continuous = any(kid.lower in ("be", "been") for kid in text.kids(inner, "aux")) and token.tag == "VBG"
    refused = text.kid(inner, "neg") is not None
    return continuous or token.lemma in STATES or (refused and token.lemma in SENSES)


def in_jest(text: Text, verb: int) -> bool:
    """Whether what somebody "should" do is said to taunt him: "hit back, saying he should move there", "joked that ..".."""
    for above in text.ancestors(verb):
        if above.lemma in listed("jests"):
            return True
        if text.tokens[verb].dep == "advcl" and above.i == text.tokens[verb].head:
            back = any(kid.lower == "back" for kid in text.kids(above.i, "advmod", "prt"))
            return back and above.lemma in ("hit", "fire", "shoot", "strike", "snap", "clap")
    return False


def too_late(text: Text, verb: int) -> bool:
    """Whether what is asked is past mending: "said he should not have been able to"."""
    inner = complement(text, verb)
    helpers = {kid.lower for kid in text.kids(inner, "aux")} if inner is not None else set[str]()
    return inner is not None and bool(helpers & {"should", "must"}) and bool(helpers & {"have", "'ve", "’ve"})
