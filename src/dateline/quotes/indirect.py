"""Text, Lexicon -> Frames of verbs that report: complements, passives, objects, infinitives, prepositions."""

from __future__ import annotations

from dataclasses import replace

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
        frame = _verb_frame(text, lexicon, token, entries)
        if frame is not None and frame.rule == "seeming" and _seems_to_say(text, lexicon, token.i):
            continue
        if frame is not None:
            found.append(frame)
    return found


def _seems_to_say(text: Text, lexicon: Lexicon, verb: int) -> bool:
    """Whether what somebody seems to do is to report: then that verb is the cue."""
    below = text.kid(verb, "xcomp")
    return below is not None and bool(lexicon.of("verb", below.lemma.lower()))


def particle_of(text: Text, verb: int, entry: Cue) -> int | None:
    """The particle or preposition that a phrasal entry asks for; None when it is not there."""
    for child in text.kids(verb, "prt", "prep", "advmod"):
        if child.lower == entry.particle:
            return child.i
    return None


def _verb_frame(text: Text, lexicon: Lexicon, verb: Token, entries: tuple[Cue, ...]) -> Frame | None:
    for entry in entries:
        last: int | None = None
        if entry.particle is not None:
            last = particle_of(text, verb.i, entry)
            if last is None:
                continue
        frame = _complete(text, verb, entry, last)
        if frame is not None:
            return replace(frame, words=(chain_start(text, lexicon, verb.i, frame.words), frame.words[1]))
    return None


def chain_start(text: Text, lexicon: Lexicon, verb: int, words: Range) -> int:
    """Where the cue starts when the verb hangs on others that only carry it: "tried to defend", "issued a statement saying"."""
    low = words[0]
    for _ in range(3):
        token = text.tokens[verb]
        above = text.tokens[token.head]
        if token.dep == "xcomp" and above.i < verb:
            gap = text.tokens[above.i + 1 : low]
            if any(t.pos not in ("ADV", "PART", "ADP") for t in gap):
                break
            over = lexicon.of("verb", above.lemma.lower())
            if above.pos in ("VERB", "AUX") and all(entry.cue_class == "seem" for entry in over):
                low, verb = verb_group(text, above.i)[0], above.i
                continue
            if above.pos == "ADJ" and text.tokens[above.head].pos == "AUX":
                return verb_group(text, above.head)[0]
        elif token.dep == "acl" and token.tag == "VBG" and above.dep == "dobj":
            entry = next(iter(lexicon.of("noun", above.lemma)), None)
            light = text.tokens[above.head]
            if entry is not None and "act" in entry.takes and light.pos == "VERB":
                return verb_group(text, light.i)[0]
        break
    return low


def _complete(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    if passive(text, verb.i):
        return _passive(text, verb, entry, last)
    content, rule, end = _content(text, verb, entry, last)
    if not content:
        return None
    who = None if rule == "seeming" else subject(text, verb.i)
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
    if "it" in takes:
        return _made_clear(text, verb)
    if takes & {"that", "wh", "quote"}:
        clauses = text.kids(verb.i, "ccomp")
        for clause in [c for c in clauses if c.i > verb.i] or [
            c for c in clauses if _led_by(text, c.i, verb.i)
        ]:
            opener = text.tokens[text.edges(clause.i)[0]]
            asks = opener.lower in _WH and opener.tag[0] in "WI"
            if asks and "wh" not in takes or not asks and not takes & {"that", "quote"}:
                if not (asks and "that" in takes):
                    continue
            ranges = clause_ranges(text, clause.i, verb.i)
            if ranges:
                return ranges, "clause", last
        around = _parenthesis(text, verb)
        if around:
            return around, "parenthesis", last
    if takes & {"to", "ing", "wh", "that"}:
        for clause in text.kids(verb.i, "xcomp", "ccomp"):
            if (
                clause.dep == "xcomp"
                and "that" in takes
                and clause.tag in ("VBZ", "VBD", "VBP")
                and clause.i > verb.i
            ):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    return ranges, "clause", last
            infinitive = any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
            if (infinitive and "to" in takes) or (clause.tag == "VBG" and "ing" in takes):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    ranges = _with_object(text, verb, takes, ranges)
                    return ranges, "infinitive" if infinitive else "gerund", last
    if takes & {"addr", "whom"} and "to" in takes:
        for clause in text.kids(verb.i, "xcomp", "ccomp", "advcl"):
            if clause.i > verb.i and any(t.tag == "TO" for t in text.kids(clause.i, "aux")):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    return _with_object(text, verb, takes, ranges), "infinitive", last
    if takes & {"be", "as"}:
        found = _predicate(text, verb, takes)
        if found:
            return found, "predicate", last
    for prep in text.kids(verb.i, "prep"):
        if prep.lower in entry.content_preps and prep.i > verb.i:
            low, high = text.edges(prep.i)
            inner = trim(text, prep.i + 1, high)
            if inner[0] < inner[1]:
                if "whom" in takes and text.kid(verb.i, "dobj") is not None:
                    return _with_object(text, verb, takes, (inner,)), "preposition", last
                adjacent = all(
                    text.tokens[i].head == verb.i and text.tokens[i].dep in ("advmod", "prt")
                    for i in range(verb.i + 1, prep.i)
                )
                return (inner,), "preposition", prep.i if adjacent else last
    if "obj" in takes:
        thing = text.kid(verb.i, "dobj")
        if thing is not None:
            span = trim(text, *text.edges(thing.i))
            if span[0] < span[1] and not span[0] <= verb.i < span[1]:
                return (_with_trail(text, verb, span),), "object", last
        elif (
            verb.dep == "relcl"
            and text.tokens[verb.head].i < verb.i
            and text.kid(verb.i, "nsubj") is not None
        ):
            span = trim(text, text.edges(verb.head)[0], text.edges(verb.i)[0])
            if span[0] < span[1] and text.kid(verb.i, "ccomp", "xcomp", "prep") is None:
                return (span,), "relative", last
    if "seem" in takes:
        return _seeming(text, verb)
    return (), "", None


_TRAIL = frozenset({"as", "for", "with", "over", "to", "by", "about", "on"})


def _led_by(text: Text, clause: int, verb: int) -> bool:
    """Whether a clause before the cue is what the cue expresses ("It will rain, he said"), not merely the clause before."""
    high = text.edges(clause)[1]
    gap = text.tokens[high:verb]
    if text.kid(verb, "dobj") is not None and text.tokens[text.kid(verb, "dobj").i].i > verb:  # type: ignore[union-attr]
        return False
    return not any(t.text in (";", "—", "–", "--", "-") or t.tag == "CC" for t in gap[:3])


def _with_object(
    text: Text, verb: Token, takes: frozenset[str], ranges: tuple[Range, ...]
) -> tuple[Range, ...]:
    """The content with the object before it, when that is part of what is expressed."""
    thing = text.kid(verb.i, "dobj")
    if "whom" in takes and thing is not None and verb.i < thing.i < ranges[0][0]:
        return ((text.edges(thing.i)[0], ranges[0][1]), *ranges[1:])
    return ranges


def _with_trail(text: Text, verb: Token, span: Range) -> Range:
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


def _seeming(text: Text, verb: Token) -> tuple[tuple[Range, ...], str, int | None]:
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


def _parenthesis(text: Text, verb: Token) -> tuple[Range, ...]:
    """The clause around or before "..., she said, ...": the verb hangs on it between commas."""
    if verb.dep not in ("parataxis", "ccomp", "dep", "advcl") or verb.head == verb.i:
        return ()
    mark = text.kid(verb.i, "mark")
    if mark is not None and mark.lower != "as" or verb.dep == "advcl" and mark is None:
        return ()
    thing = text.kid(verb.i, "dobj", "ccomp", "xcomp")
    if thing is not None and (thing.lower != "it" or mark is None):
        return ()
    low, high = text.edges(verb.i)
    if not _comma(text, low - 1) and not _comma(text, low):
        return ()
    above = text.edges(verb.head)
    pieces = [trim(text, above[0], low), trim(text, high, above[1])]
    return tuple((a, b) for a, b in pieces if a < b)


def _comma(text: Text, i: int) -> bool:
    return 0 <= i < len(text.tokens) and text.tokens[i].text in {",", "—", "–", "--", "”", '"', "''"}


def _made_clear(text: Text, verb: Token) -> tuple[tuple[Range, ...], str, int | None]:
    """ "made (it) clear that ..."."""
    for small in text.kids(verb.i, "ccomp", "oprd", "acomp", "xcomp"):
        if small.lower in ("clear", "plain", "known", "official", "obvious"):
            for clause in [*text.kids(small.i, "ccomp", "xcomp"), *text.kids(verb.i, "ccomp")]:
                if clause.i > small.i:
                    ranges = clause_ranges(text, clause.i, small.i)
                    if ranges:
                        return ranges, "clause", small.i
    return (), "", None


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
    ranges = _with_trail(text, verb, trim(text, low, text.edges(said.i)[1]))
    return (ranges,) if ranges[0] < ranges[1] and ranges[0] > verb.i else ()


def _passive(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    """ "X was described by Y as Z", "it was reported that", "voters were told that", "is expected to"."""
    agent = text.kid(verb.i, "agent")
    doer = text.kid(agent.i, "pobj") if agent is not None else None
    theme = text.kid(verb.i, "nsubjpass")
    content: list[Range] = []
    rule = "passive"
    clause = next((c for c in text.kids(verb.i, "ccomp", "xcomp") if c.i > verb.i), None)
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
    elif (
        theme is not None
        and (entry.takes & {"obj", "be", "whom"} or entry.content_preps)
        and (doer is not None or entry.mode == "speech")
    ):
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
