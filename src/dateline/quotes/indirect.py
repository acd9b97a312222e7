"""Text, Lexicon -> Frames of verbs that report: complements, passives, objects, infinitives, prepositions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dateline.quotes.complements import (
    clause_ranges,
    interposed,
    led_by,
    made_clear,
    parenthesis,
    predicate,
    seeming,
    with_object,
    with_trail,
)
from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.passives import passive_frame
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
        frame = _verb_frame(text, lexicon, token, lexicon.of("verb", token.lemma.lower()))
        if frame is None and token.pos == "VERB" and not passive(text, token.i) and _topic(text, token.i):
            frame = _verb_frame(text, lexicon, token, lexicon.any("verb"))
        if frame is not None:
            found.append(frame)
    heads = {frame.head for frame in found}
    return [
        f for f in found
        if f.head is None
        or (not (f.rule == "seeming" and _seems_to_say(text, heads, f.head))
        and not (f.rule in ("predicate", "passive", "object") and cited_saying(text, f.head) in heads))
    ]  # fmt: skip


def cited_saying(text: Text, verb: int) -> int | None:
    """The "saying" of "quoted X as saying ...", which is the cue then; what quotes is the channel."""
    return next(
        (
            said.i
            for prep in text.kids(verb, "prep")
            if prep.lower == "as"
            for said in text.kids(prep.i, "pcomp")
            if said.tag == "VBG"
        ),
        None,
    )


def _topic(text: Text, verb: int) -> bool:
    """Whether "about" behind a verb names a topic, not a number."""
    return any(
        prep.lower == "about"
        and (thing := text.kid(prep.i, "pobj", "pcomp")) is not None
        and thing.pos != "NUM"
        for prep in text.kids(verb, "prep")
    )


def _seems_to_say(text: Text, heads: Collection[int | None], verb: int) -> bool:
    """Whether what somebody seems to do is to report: then that verb is the cue."""
    below = text.kid(verb, "xcomp")
    return below is not None and below.i in heads


def particle_of(text: Text, verb: int, entry: Cue) -> int | None:
    """The particle or preposition that a phrasal entry asks for; None when it is not there."""
    for child in text.kids(verb, "prt", "prep", "advmod", "dobj"):
        if child.lower == entry.particle and (child.dep != "dobj" or child.i > verb):
            return child.i
    if (
        entry.particle == "for"
    ):  # "called for the port to open": the parser makes "for" part of the infinitive
        for clause in text.kids(verb, "advcl", "ccomp", "xcomp"):
            mark = text.kid(clause.i, "mark")
            if mark is not None and mark.lower == "for" and mark.i > verb:
                return mark.i
    return None


def _verb_frame(text: Text, lexicon: Lexicon, verb: Token, entries: tuple[Cue, ...]) -> Frame | None:
    for entry in entries:
        last: int | None = None
        if entry.particle is not None:
            last = particle_of(text, verb.i, entry)
            if last is None:
                continue
        frame = _complete(text, verb, entry, last)
        if frame is not None and frame.words is not None:
            words = chain_start(text, lexicon, verb.i, frame.words), frame.words[1]
            return _sent_by(text, replace(frame, words=words))
    return None


def _sent_by(text: Text, frame: Frame) -> Frame:
    """A cue that holds its own source ("sent a letter vowing") is the words of whoever sent it."""
    if frame.source is None or frame.words is None or not frame.words[0] <= frame.source < frame.words[1]:
        return frame
    sender = subject(text, text.tokens[frame.source].head)
    if sender is None or sender.i == frame.source:
        return frame
    return replace(frame, source=sender.i, source_words=source_phrase(text, sender.i))


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
        elif token.dep == "pcomp" and above.lower == "as" and passive(text, above.head):
            return verb_group(text, above.head)[0] if above.head < above.i else low
        elif token.dep == "acl" and token.tag == "VBG" and above.dep == "dobj":
            entry = next(iter(lexicon.of("noun", above.lemma)), None)
            light = text.tokens[above.head]
            if entry is not None and "act" in entry.takes and light.pos == "VERB":
                return verb_group(text, light.i)[0]
        break
    return low


def _complete(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    if verb.dep == "pcomp" and text.tokens[verb.head].lower == "without":
        return None  # "it goes without saying that", "left without saying why": nobody says it
    if passive(text, verb.i):
        return passive_frame(text, verb, entry, last)
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
        return made_clear(text, verb)
    if takes & {"that", "wh", "quote"}:
        clauses = text.kids(verb.i, "ccomp")
        if "wh" in takes and not clauses:
            asked = text.kids(verb.i, "advcl")
            clauses = [c for c in asked if c.i > verb.i and _asks(text, c)]
        for clause in [c for c in clauses if c.i > verb.i] or [
            c for c in clauses if led_by(text, c.i, verb.i)
        ]:
            opener = text.tokens[text.edges(clause.i)[0]]
            asks = opener.lower in _WH and opener.tag[0] in "WI"
            if not takes & ({"wh", "that"} if asks else {"that", "quote"}):
                continue
            if not takes & {"to", "whom", "be", "wh"} and _infinitive(text, clause):
                continue
            ranges = clause_ranges(text, clause.i, verb.i)
            if ranges:
                return ranges, "clause", last
        who = text.kid(verb.i, "nsubj")
        around = (
            (parenthesis(text, verb) or interposed(text, verb)) if who is None or who.lower != "you" else ()
        )
        if around:  # "you know" only fills a pause
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
                    ranges = with_object(text, verb, takes, ranges)
                    return ranges, "infinitive" if infinitive else "gerund", last
    if takes & {"addr", "whom"} and "to" in takes:
        for clause in text.kids(verb.i, "xcomp", "ccomp", "advcl"):
            if clause.i > verb.i and any(t.tag == "TO" for t in text.kids(clause.i, "aux")):
                ranges = clause_ranges(text, clause.i, verb.i)
                if ranges:
                    return with_object(text, verb, takes, ranges), "infinitive", last
    if takes & {"be", "as"}:
        found = predicate(text, verb, takes)
        if found:
            return found, "predicate", last
    found_for = _for_to(text, verb, entry)
    if found_for is not None:
        return (found_for,), "preposition", found_for[0] - 1 if found_for[0] - 2 == verb.i else last
    for prep in _prepositions(text, verb, entry, last):
        if prep.lower in entry.content_preps and prep.i > verb.i:
            _low, high = text.edges(prep.i)
            inner = trim(text, prep.i + 1, high)
            if inner[0] < inner[1]:
                if "whom" in takes and text.kid(verb.i, "dobj") is not None:
                    return with_object(text, verb, takes, (inner,)), "preposition", last
                adjacent = all(
                    text.tokens[i].head == verb.i and text.tokens[i].dep in ("advmod", "prt")
                    for i in range(verb.i + 1, prep.i)
                )
                return (inner,), "preposition", prep.i if adjacent else last
    thing = text.kid(verb.i, "dobj")
    if thing is not None and "obj" not in takes and _holds_prep(text, thing, entry):
        span = trim(text, *text.edges(thing.i))
        if span[0] > verb.i:
            return (span,), "preposition", last
    if "obj" in takes and thing is not None:
        span = trim(text, *text.edges(thing.i))
        if span[0] < span[1] and not span[0] <= verb.i < span[1]:
            return (with_trail(text, verb, span),), "object", last
    if "seem" in takes:
        return seeming(text, verb)
    return (), "", None


def _infinitive(text: Text, clause: Token) -> bool:
    return clause.tag == "VB" and any(t.tag == "TO" for t in text.kids(clause.i, "aux"))


def _holds_prep(text: Text, thing: Token, entry: Cue) -> bool:
    """Whether the parser hung the content's preposition on the object: "accused the guards of theft"."""
    return any(prep.lower in entry.content_preps for prep in text.kids(thing.i, "prep"))


def _asks(text: Text, clause: Token) -> bool:
    mark = text.kid(clause.i, "mark")
    return mark is not None and mark.lower in ("if", "whether") and text.edges(clause.i)[0] == mark.i


def _prepositions(text: Text, verb: Token, entry: Cue, last: int | None) -> list[Token]:
    """The prepositions of a verb, then those of its particle noun and of adjuncts right behind it ("spoke at length about")."""
    found = text.kids(verb.i, "prep")
    if last is not None:
        found += text.kids(last, "prep")
    if not any(prep.lower in entry.content_preps for prep in found):
        for token in text.tokens[verb.i + 2 : verb.i + 6]:
            above = text.tokens[text.tokens[token.head].head]
            if (
                token.dep == "prep"
                and token.lower in entry.content_preps
                and above.dep == "prep"
                and above.head == verb.i
            ):
                found.append(token)
    return found


def _for_to(text: Text, verb: Token, entry: Cue) -> Range | None:
    """ "called for the minister to resign": the infinitive with its subject behind "for"."""
    if "for" not in entry.content_preps:
        return None
    for clause in text.kids(verb.i, "advcl", "ccomp", "xcomp"):
        mark = text.kid(clause.i, "mark")
        if mark is not None and mark.lower == "for" and mark.i > verb.i:
            span = trim(text, mark.i + 1, text.edges(clause.i)[1])
            return span if span[0] < span[1] else None
    return None


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
        if prep.lower in entry.addressee_preps or (prep.lower == "to" and "to" in entry.addressee_preps):
            told = text.kid(prep.i, "pobj")
            if told is not None:
                return told.i
    return None
