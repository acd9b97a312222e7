"""Verb -> the token ranges of what it expresses: clauses, parentheses, predicates, objects with what completes them."""

from __future__ import annotations

from dateline.quotes.frames import Range
from dateline.quotes.phrases import trim, verb_group
from dateline.syntax import Text, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADJUNCT = frozenset({"IN", "TO", "VBG", "VBN", "WRB", "RB", "RBR", "CC", "EX"})
_LINKS = frozenset(
    {"yet", "still", "so", "indeed", "instead", "however", "besides", "meanwhile", "therefore"}
)
_TRAIL = frozenset({"as", "for", "with", "over", "to", "by", "about", "on"})


def _as_below(text: Text, verb: Token, thing: Token) -> Token | None:
    """An "as" deeper in the object or in a clause beside it: "cast the plan for the port as ...", "see it as driven by"."""
    high = max(text.edges(thing.i)[1], text.edges(verb.i)[1])
    for token in text.tokens[thing.i + 1 : high]:
        if token.lower != "as" or token.dep not in ("prep", "mark"):
            continue
        if token.dep == "mark":
            clause = text.tokens[token.head]
            if clause.head in (verb.i, thing.i) and clause.tag in ("VBN", "VBG", "JJ"):
                return clause
        elif any(above.i == thing.i for above in text.ancestors(token.i)):
            return token
    return None


def predicate(text: Text, verb: Token, takes: frozenset[str]) -> tuple[Range, ...]:
    """ "call X Y", "describe X as Y": from the object to the end of what is said of it."""
    thing = text.kid(verb.i, "dobj")
    said: Token | None = None
    if "be" in takes:
        said = text.kid(verb.i, "oprd") or next(
            (c for c in text.kids(verb.i, "ccomp", "xcomp") if text.kid(c.i, "nsubj") is not None), None
        )
    if said is None and "as" in takes:
        said = next((p for p in text.kids(verb.i, "prep") if p.lower == "as" and p.i > verb.i), None)
        if said is None and thing is not None:
            said = next((p for p in text.kids(thing.i, "prep") if p.lower == "as"), None)
            said = said or _as_below(text, verb, thing)
    if said is None:
        return ()
    if _fronted(text, verb, thing) and said.i > verb.i:
        after = trim(text, max(verb.i + 1, text.edges(said.i)[0]), text.edges(said.i)[1])
        if after[0] >= after[1]:
            return ()
        return ((thing.i, thing.i + 1), after) if thing is not None and thing.lower != "what" else (after,)
    low = min(text.edges(said.i)[0], text.edges(thing.i)[0] if thing is not None else said.i)
    ranges = with_trail(text, verb, trim(text, low, text.edges(said.i)[1]))
    return (ranges,) if ranges[0] < ranges[1] and ranges[0] > verb.i else ()


def _fronted(text: Text, verb: Token, thing: Token | None) -> bool:
    """Whether what is spoken of stands before the verb: "what she calls a ruin", "a port that sailors called a ruin"."""
    if thing is not None:
        return thing.i < verb.i and thing.tag in ("WP", "WDT")
    return verb.dep == "relcl" and text.tokens[verb.head].i < verb.i and text.kid(verb.i, "nsubj") is not None


def made_clear(text: Text, verb: Token) -> tuple[tuple[Range, ...], str, int | None]:
    """ "made (it) clear that ..."."""
    for small in text.kids(verb.i, "ccomp", "oprd", "acomp", "xcomp"):
        if small.lower in ("clear", "plain", "known", "official", "obvious"):
            for clause in [
                *text.kids(small.i, "ccomp", "xcomp", "advcl"),
                *text.kids(verb.i, "ccomp", "advcl"),
            ]:
                if clause.i > small.i:
                    ranges = clause_ranges(text, clause.i, small.i)
                    if ranges:
                        return ranges, "clause", small.i
    return (), "", None


def seeming(text: Text, verb: Token) -> tuple[tuple[Range, ...], str, int | None]:
    """ "X seems Y": the subject and what it seems."""
    who = text.kid(verb.i, "nsubj", "expl")
    what = text.kid(verb.i, "xcomp", "acomp", "oprd", "ccomp") or next(
        (p for p in text.kids(verb.i, "prep") if p.lower == "like"), None
    )
    if what is None or what.i < verb.i:
        return (), "", None
    said = trim(text, *text.edges(what.i))
    if who is None or who.lower == "it" or text.tokens[who.i].dep == "expl":
        return ((said,), "seeming", None) if said[0] > verb.i else ((), "", None)
    named = trim(text, *text.edges(who.i))
    if named[1] > verb.i or said[0] <= verb.i:
        return (), "", None
    return (named, said), "seeming", None


def with_object(
    text: Text, verb: Token, takes: frozenset[str], ranges: tuple[Range, ...]
) -> tuple[Range, ...]:
    """The content with the object before it, when that is part of what is expressed."""
    thing = text.kid(verb.i, "dobj")
    if "whom" in takes and thing is not None and verb.i < thing.i < ranges[0][0]:
        return ((text.edges(thing.i)[0], ranges[0][1]), *ranges[1:])
    return ranges


def with_trail(text: Text, verb: Token, span: Range) -> Range:
    """The object with the prepositional phrases that complete what is said of it ("blamed the delay on him")."""
    low, high = span
    for prep in text.kids(verb.i, "prep", "dative"):
        first, last = text.edges(prep.i)
        if first == high and prep.lower in _TRAIL and not _when(text, prep.i):
            high = trim(text, low, last)[1]
    return low, high


def _when(text: Text, prep: int) -> bool:
    thing = text.kid(prep, "pobj")
    return thing is not None and text.tokens[thing.i].ent in ("DATE", "TIME")


def parenthesis(text: Text, verb: Token) -> tuple[Range, ...]:
    """The clause around or before "..., she said, ...": the verb hangs on it between commas."""
    if verb.dep not in ("parataxis", "ccomp", "dep", "advcl") or verb.head == verb.i:
        return ()
    mark = text.kid(verb.i, "mark")
    if (mark is not None and mark.lower != "as") or (verb.dep == "advcl" and mark is None):
        return ()
    thing = text.kid(verb.i, "dobj", "ccomp", "xcomp")
    if thing is not None and (thing.lower != "it" or mark is None):
        return ()
    low, high = text.edges(verb.i)
    if not any(_comma(text, i) for i in (low - 1, low, high - 1, high)):
        return ()
    above = text.edges(verb.head)
    pieces = [trim(text, above[0], low), trim(text, high, above[1])]
    return tuple(
        (a, b)
        for a, b in pieces
        if any(t.tag != "CC" and not (b - a == 1 and t.lower in _LINKS) for t in text.tokens[a:b])
    )


def interposed(text: Text, verb: Token) -> tuple[Range, ...]:
    """ "The cranes, X said on Monday, belong to the town" where the parser lost the clause: a noun phrase that opens the
    sentence, the report between two commas, and a finite verb with no subject behind it."""
    tokens = text.tokens
    who = text.kid(verb.i, "nsubj")
    start = text.sentence_of(verb.i).start
    first = text.edges(who.i)[0] if who is not None else start
    if who is None or who.i > verb.i or not start < first - 1 or tokens[first - 1].text != ",":
        return ()
    lead = tokens[start : first - 1]
    if lead[0].tag in _ADJUNCT or any(t.tag in _FINITE or t.text in {",", ":"} for t in lead):
        return ()
    if not any(t.pos in ("NOUN", "PROPN", "PRON") for t in lead):
        return ()
    for i in range(verb.i + 1, min(len(tokens) - 1, verb.i + 12)):
        if tokens[i].tag in _FINITE or tokens[i].sent != verb.sent:
            return ()
        if tokens[i].text == ",":
            rest = trim(text, i + 1, text.sentence_of(verb.i).end)
            goes_on = tokens[i + 1].tag in _FINITE and rest[1] - rest[0] > 1
            return ((start, first - 1), rest) if goes_on else ()
    return ()


def _comma(text: Text, i: int) -> bool:
    return 0 <= i < len(text.tokens) and text.tokens[i].text in {",", "—", "–", "--", "”", '"', "''"}


def led_by(text: Text, clause: int, verb: int) -> bool:
    """Whether a clause before the cue is what the cue expresses ("It will rain, he said"), not merely the clause before."""
    high = text.edges(clause)[1]
    gap = text.tokens[high:verb]
    if text.kid(verb, "dobj") is not None and text.tokens[text.kid(verb, "dobj").i].i > verb:  # type: ignore[union-attr]
        return False
    return not any(t.text in (";", "—", "–", "--", "-") or t.tag == "CC" for t in gap[:3])


def clause_ranges(text: Text, head: int, cue: int) -> tuple[Range, ...]:
    """The words of a complement clause without the cue's own phrase where that stands inside."""
    low, high = text.edges(head)
    if low <= cue < high:
        if head < cue:
            return ()
        hole = text.kid(cue, "nsubj", "nsubjpass")
        first = text.edges(hole.i)[0] if hole is not None and hole.i < cue else verb_group(text, cue)[0]
        if not low < first <= cue:
            return ()
        pieces = [trim(text, low, first), trim(text, cue + 1, high)]
        return tuple((a, b) for a, b in pieces if a < b)
    low, high = trim(text, low, high)
    return ((low, high),) if low < high else ()
