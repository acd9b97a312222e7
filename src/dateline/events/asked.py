"""A word of asking, threatening or looking into in, the heads of those told as parties by its clauses and deeds out."""

from __future__ import annotations

from dateline.events.grammar import agents, complement, doers, objects, possessors, prepositions
from dateline.events.words import passive
from dateline.syntax import Text

GIVEN_UP = frozenset({
    "resignation", "testimony", "apology", "surrender", "recusal", "departure", "retirement", "abdication", "compliance",
    "cooperation", "restraint",
})  # fmt: skip
"""What one asks for of somebody by naming whose it is to be: "called for the resignation of the minister"."""
BIDDING = frozenset({
    "urge", "ask", "tell", "press", "encourage", "instruct", "direct", "beg", "implore", "advise", "exhort", "entreat",
})  # fmt: skip
"""Verbs whose object is whoever is to act; one also orders a probe and demands a report."""

ADDRESSING = {"plead": ("with",), "appeal": ("to",), "call": ("on", "upon"), "reason": ("with",)}
"""Verbs of asking and the preposition that names who is to act."""
ANSWERED = frozenset(
    {"answer", "document", "record", "information", "explanation", "apology", "testimony", "detail"}
)
"""What is wanted about a matter and from somebody: "answers about the raid from the minister"."""
SOUGHT = frozenset({"question", "favor", "favour", "permission", "leave", "time", "chance", "price"})
"""What one asks and not whom."""
LETTING = frozenset({"let", "allow", "permit"})


def after(text: Text, i: int, prep: str) -> list[int]:
    """Heads of the nouns that one preposition hangs from the token."""
    return [head for word, _, head in prepositions(text, i) if word == prep]


def called_to(text: Text, verb: int) -> list[int]:
    """Who is to do what is asked: "called for the watchdogs to look into it"; "a special prosecutor" is yet to be named."""
    sought = after(text, verb, "for")
    clauses = [
        clause for above in (verb, *sought, *(kid.i for one in sought for kid in text.kids(one, "acl"))) for clause in text.kids(above, "advcl", "xcomp", "acl", "relcl")
        if any(kid.lower == "to" for kid in text.kids(clause.i, "aux")) and not passive(text, clause.i)
    ]  # fmt: skip
    told = [one for one in sought if any(one < clause.i for clause in clauses)]
    for clause in text.kids(verb, "advcl", "xcomp", "ccomp"):
        for mark in text.kids(clause.i, "mark"):
            if mark.lower == "for" and not passive(text, clause.i):
                told += [kid.i for kid in (*text.kids(clause.i, "nsubj"), *text.kids(mark.i, "pobj"))]
    return [one for one in told if not any(kid.lower in ("a", "an") for kid in text.kids(one, "det"))]


def bidden(text: Text, verb: int) -> list[int]:
    """Whoever is asked to do something can act, whatever the noun: "urged railroads to fit brakes"."""
    if text.tokens[verb].lemma not in BIDDING:
        return []
    heads = [one for one in objects(text, verb)[0] if text.tokens[one].lemma not in SOUGHT]
    for clause in text.kids(verb, "xcomp", "ccomp"):
        if any(kid.lower == "to" for kid in text.kids(clause.i, "aux")) and not passive(text, clause.i):
            said = [kid.i for kid in text.kids(clause.i, "nsubj")]
            return said or [head for head in heads if head < clause.i]
    return []


def addressed(text: Text, verb: int) -> list[int]:
    """Whoever a prepositional phrase bids do something: "pleaded with shoppers to stay home", "called on fans to wait"."""
    ties = ADDRESSING.get(text.tokens[verb].lemma, ())
    bid = any(
        kid.lower == "to" for clause in text.kids(verb, "xcomp", "ccomp", "advcl") for kid in text.kids(clause.i, "aux")
    )  # fmt: skip
    if not bid or after(text, verb, "for"):
        return []
    return [head for word, at, head in prepositions(text, verb) if word in ties and at <= verb + 2]


def allowed(text: Text, verb: int) -> list[int]:
    """Whom one refuses to let do something: "refused to let the marchers pass"."""
    inner = complement(text, verb)
    if inner is None or text.tokens[inner].lemma not in LETTING or passive(text, inner):
        return []
    clauses = text.kids(inner, "ccomp", "xcomp")
    raised = [kid.i for clause in clauses for kid in text.kids(clause.i, "nsubj")]
    return raised or [head for head in objects(text, inner)[0] if clauses]


def asked_of(text: Text, verb: int) -> list[int]:
    """Of whom something is asked that only they can give: "demanded testimony from X", "called for the minister's resignation"."""
    sought = after(text, verb, "for")
    wanted = objects(text, verb)[0] + sought
    found: list[int] = []
    for noun in dict.fromkeys(wanted):
        given = [
            one for one in range(noun, text.edges(noun)[1]) if text.tokens[one].lemma.lower() in GIVEN_UP
        ]
        found += [kid.i for kid in text.kids(noun, "poss") if kid.tag == "PRP$" and noun in sought]
        found += [
            head for _, _, matter in prepositions(text, noun) for head in after(text, matter, "from")
            if text.tokens[noun].lemma.lower() in ANSWERED
        ]  # fmt: skip
        for one in dict.fromkeys((noun, *given)):
            found += after(text, one, "from")
            if one in given:
                if one + 1 < len(text.tokens) and text.tokens[one + 1].lower == "from":
                    found += [kid.i for kid in text.kids(one + 1, "pobj")]
                found += [*possessors(text, one), *after(text, one, "by")]
    return list(dict.fromkeys(found))


def unless(text: Text, verb: int) -> list[int]:
    """Who must do or leave something lest a threat come true: "threatened to leave unless the council paid"."""
    inner = complement(text, verb)
    clauses = [
        clause for i in (verb, inner) if i is not None for clause in text.kids(i, "advcl")
        if any(kid.lower in ("unless", "until", "if") for kid in text.kids(clause.i, "mark"))
    ]  # fmt: skip
    return [
        one
        for clause in clauses
        for one in (agents(text, clause.i) if passive(text, clause.i) else doers(text, clause.i)[0])
    ]


def whose_doing(text: Text, where: list[int]) -> list[int]:
    """Whose doing is looked into: "an investigation into whether X had lied", "into how X won"."""
    clauses = [
        clause for i in where for prep in text.kids(i, "prep") if prep.lower == "into"
        for clause in text.kids(prep.i, "pcomp")
    ]  # fmt: skip
    return [one for clause in clauses for one in doers(text, clause.i)[0]]
