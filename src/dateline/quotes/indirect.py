"""Text, Lexicon -> Frames of verbs that report: complements, passives, objects, infinitives, prepositions."""

from __future__ import annotations

from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.phrases import passive, source_phrase, subject, trim, verb_group
from dateline.syntax import Text, Token

_WH = frozenset({"what", "whether", "how", "why", "who", "which", "when", "where", "if", "whom", "whose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EXPLETIVE = frozenset({"it", "there"})


def verb_frames(text: Text, lexicon: Lexicon) -> list[Frame]:
    """Every attribution that a verb of the lexicon makes by its complements, in order of the verb."""
    found: list[Frame] = []
    for token in text.tokens:
        if token.pos not in ("VERB", "AUX") and token.tag[:2] != "VB":
            continue
        entries = lexicon.of("verb", token.lemma.lower())
        if not entries:
            continue
        frame = _verb_frame(text, token, entries)
        if frame is not None:
            found.append(frame)
    return found


def particle_of(text: Text, verb: int, entry: Cue) -> int | None:
    """The particle or preposition that a phrasal entry asks for; None when it is not there."""
    for child in text.kids(verb, "prt", "prep", "advmod"):
        if child.lower == entry.particle:
            return child.i
    return None


def _verb_frame(text: Text, verb: Token, entries: tuple[Cue, ...]) -> Frame | None:
    for entry in entries:
        last: int | None = None
        if entry.particle is not None:
            last = particle_of(text, verb.i, entry)
            if last is None:
                continue
        frame = _complete(text, verb, entry, last)
        if frame is not None:
            return frame
    return None


def _complete(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    if passive(text, verb.i):
        return _passive(text, verb, entry, last)
    who = subject(text, verb.i)
    content, rule, end = _content(text, verb, entry, last)
    if not content:
        return None
    words = verb_group(text, verb.i, last=end)
    addressee = _addressee(text, verb, entry, content)
    if who is not None and who.lower in _EXPLETIVE and who.dep == "expl":
        who = None
    return Frame(
        head=verb.i,
        words=words,
        entry=entry,
        source=who.i if who is not None else None,
        source_words=source_phrase(text, who.i) if who is not None else None,
        content=content,
        rule=rule,
        addressee=addressee,
        negated=text.kid(verb.i, "neg") is not None,
    )


def _content(
    text: Text, verb: Token, entry: Cue, last: int | None
) -> tuple[tuple[Range, ...], str, int | None]:
    """What an active verb expresses, the rule, and the last token of the cue beyond the verb itself."""
    takes = entry.takes
    if takes & {"that", "wh", "quote", "it"}:
        for clause in text.kids(verb.i, "ccomp"):
            opener = text.tokens[text.edges(clause.i)[0]]
            asks = opener.lower in _WH and opener.tag[0] in "WI"
            if asks and "wh" not in takes or not asks and not takes & {"that", "quote", "it"}:
                if not (asks and "that" in takes):
                    continue
            ranges = clause_ranges(text, clause.i, verb.i)
            if ranges:
                return ranges, "clause", last
        around = _parenthesis(text, verb)
        if around:
            return around, "parenthesis", last
    if takes & {"to", "ing", "wh"}:
        for clause in text.kids(verb.i, "xcomp"):
            infinitive = any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
            if (infinitive and "to" in takes) or (clause.tag == "VBG" and "ing" in takes):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    return ranges, "infinitive" if infinitive else "gerund", last
    if "addr" in takes and "to" in takes:
        for clause in text.kids(verb.i, "xcomp", "ccomp", "advcl"):
            if clause.i > verb.i and any(t.tag == "TO" for t in text.kids(clause.i, "aux")):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    return ranges, "infinitive", last
    if takes & {"be", "as"}:
        found = _predicate(text, verb, takes)
        if found:
            return found, "predicate", last
    for prep in text.kids(verb.i, "prep"):
        if prep.lower in entry.content_preps and prep.i > verb.i:
            low, high = text.edges(prep.i)
            ranges = trim(text, prep.i + 1, high)
            if ranges[0] < ranges[1]:
                adjacent = all(
                    text.tokens[i].head == verb.i and text.tokens[i].dep in ("advmod", "prt")
                    for i in range(verb.i + 1, prep.i)
                )
                return (ranges,), "preposition", prep.i if adjacent else last
    if "obj" in takes:
        thing = text.kid(verb.i, "dobj")
        if thing is not None:
            ranges = trim(text, *text.edges(thing.i))
            if ranges[0] < ranges[1] and not ranges[0] <= verb.i < ranges[1]:
                return (ranges,), "object", last
    return (), "", None


def clause_ranges(text: Text, head: int, cue: int) -> tuple[Range, ...]:
    """The words of a complement clause without the cue's own phrase where that stands inside."""
    low, high = text.edges(head)
    if low <= cue < high:
        return ()
    low, high = trim(text, low, high)
    return ((low, high),) if low < high else ()


def _parenthesis(text: Text, verb: Token) -> tuple[Range, ...]:
    """The clause around or before "..., she said, ...": the verb hangs on it between commas."""
    if verb.dep not in ("parataxis", "ccomp", "dep", "advcl") or verb.head == verb.i:
        return ()
    if text.kid(verb.i, "dobj", "ccomp", "xcomp") is not None:
        return ()
    low, high = text.edges(verb.i)
    if not _comma(text, low - 1) and not _comma(text, low):
        return ()
    above = text.edges(verb.head)
    pieces = [trim(text, above[0], low), trim(text, high, above[1])]
    return tuple((a, b) for a, b in pieces if a < b)


def _comma(text: Text, i: int) -> bool:
    return 0 <= i < len(text.tokens) and text.tokens[i].text in {",", "—", "–", "--", "”", '"', "''"}


def _predicate(text: Text, verb: Token, takes: frozenset[str]) -> tuple[Range, ...]:
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
    if said is None:
        return ()
    low = min(text.edges(said.i)[0], text.edges(thing.i)[0] if thing is not None else said.i)
    ranges = trim(text, low, text.edges(said.i)[1])
    return (ranges,) if ranges[0] < ranges[1] and ranges[0] > verb.i else ()


def _passive(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    """ "X was described by Y as Z", "it was reported that", "voters were told that", "is expected to"."""
    agent = text.kid(verb.i, "agent")
    doer = text.kid(agent.i, "pobj") if agent is not None else None
    theme = text.kid(verb.i, "nsubjpass")
    content: list[Range] = []
    rule = "passive"
    clause = text.kid(verb.i, "ccomp", "xcomp", "csubjpass")
    infinitive = clause is not None and any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
    addressee: int | None = None
    if clause is not None and (entry.takes & {"that", "wh"} or (infinitive and "to" in entry.takes)):
        if infinitive and entry.cue_class not in ("want", "believe", "promise", "demand"):
            return None  # "is said to be": hearsay about a subject, nobody's words
        content.extend(clause_ranges(text, clause.i, verb.i))
        if "addr" in entry.takes and theme is not None:
            addressee = theme.i
        elif theme is not None and theme.lower not in _EXPLETIVE and infinitive:
            content.insert(0, trim(text, *text.edges(theme.i)))
    elif entry.takes & {"be", "as"} and theme is not None:
        said = text.kid(verb.i, "oprd") or next(
            (p for p in text.kids(verb.i, "prep") if p.lower == "as" and p.i > verb.i), None
        )
        if said is None:
            return None
        content = [trim(text, *text.edges(theme.i)), trim(text, *text.edges(said.i))]
    elif theme is not None and (entry.takes & {"obj", "be"} or entry.content_preps) and doer is not None:
        content = [trim(text, *text.edges(theme.i))]
        prep = next((p for p in text.kids(verb.i, "prep") if p.lower in entry.content_preps), None)
        if prep is not None:
            content.append(trim(text, *text.edges(prep.i)))
    content = [(a, b) for a, b in content if a < b]
    if not content:
        return None
    return Frame(
        head=verb.i,
        words=verb_group(text, verb.i, last=agent.i if agent is not None and agent.i == verb.i + 1 else last),
        entry=entry,
        source=doer.i if doer is not None else None,
        source_words=source_phrase(text, doer.i) if doer is not None else None,
        content=tuple(sorted(content)),
        rule=rule,
        addressee=addressee,
        passive=True,
        negated=text.kid(verb.i, "neg") is not None,
    )


def _addressee(text: Text, verb: Token, entry: Cue, content: tuple[Range, ...]) -> int | None:
    """The head of who is told."""
    if "addr" in entry.takes:
        thing = text.kid(verb.i, "dobj", "dative")
        if thing is not None and thing.dep == "dative" and thing.pos == "ADP":
            thing = text.kid(thing.i, "pobj")
        if thing is not None and not any(a <= thing.i < b for a, b in content):
            return thing.i
        if (
            content and verb.i < content[0][0]
        ):  # "urged voters to stay": the parser makes voters the subject of stay
            inner = next((c for c in text.kids(verb.i, "ccomp", "xcomp") if text.kid(c.i, "nsubj")), None)
            if inner is not None and any(t.tag == "TO" for t in text.kids(inner.i, "aux")):
                told = text.kid(inner.i, "nsubj")
                return told.i if told is not None else None
    for prep in text.kids(verb.i, "prep", "dative"):
        if prep.lower in entry.addressee_preps or prep.lower == "to" and "to" in entry.addressee_preps:
            told = text.kid(prep.i, "pobj")
            if told is not None:
                return told.i
    return None
