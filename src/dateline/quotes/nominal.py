"""Text, Lexicon -> Frames of nouns, adjectives, prepositions and adverbs: "a claim that", "is sure that", "according to"."""

from __future__ import annotations

from dateline.quotes.complements import clause_ranges
from dateline.quotes.cues import Cue, Lexicon
from dateline.quotes.frames import Frame, Range
from dateline.quotes.phrases import phrase, source_phrase, subject, trim, verb_above, verb_group
from dateline.syntax import Text, Token


def nominal_frames(text: Text, lexicon: Lexicon) -> list[Frame]:
    """Attributions made by words that are no verbs, in order of the cue."""
    found: list[Frame] = []
    for token in text.tokens:
        frame: Frame | None = None
        if token.pos == "NOUN":
            for entry in (*lexicon.of("noun", token.lemma), *lexicon.any("noun")):
                frame = frame or _noun(text, token, entry)
        elif token.tag[:2] in ("JJ", "VB") and token.dep in (
            "acomp",
            "ROOT",
            "conj",
            "oprd",
            "amod",
            "advcl",
        ):
            for entry in (*lexicon.of("adjective", token.lower), *lexicon.any("adjective")):
                frame = frame or _adjective(text, token, entry)
        elif token.tag[:2] == "RB":
            for entry in lexicon.of("adverb", token.lower):
                frame = frame or _adverb(text, token, entry)
        if frame is None and token.lower == "according":
            frame = _according(text, token)
        if frame is None and token.lower == "in" and token.dep == "prep":
            frame = _in_a_poll(text, token)
        if frame is None and token.lower == "words" and token.i and text.tokens[token.i - 1].lower == "the":
            frame = _in_the_words(text, token)
        if frame is not None:
            found.append(frame)
    return found


def _noun(text: Text, noun: Token, entry: Cue) -> Frame | None:
    content: tuple[Range, ...] = ()
    rule, last = "", noun.i
    for clause in text.kids(noun.i, "acl", "relcl", "ccomp"):
        finite = any(t.lower == "that" and t.dep == "mark" for t in text.kids(clause.i, "mark"))
        infinitive = any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
        if (finite and "that" in entry.takes) or (
            infinitive and "to" in entry.takes and clause.dep != "relcl"
        ):
            content, rule = clause_ranges(text, clause.i, noun.i), "noun with clause"
            break
    if not content:
        for prep in text.kids(noun.i, "prep"):
            if prep.lower in entry.content_preps:
                ranges = trim(text, prep.i + 1, text.edges(prep.i)[1])
                if ranges[0] < ranges[1]:
                    content, rule, last = (ranges,), "noun with preposition", prep.i
                    break
    if not content:
        return None
    source, low = _owner(text, noun)
    return Frame(
        head=noun.i,
        words=(low, last + 1),
        entry=entry,
        source=source.i if source is not None else None,
        source_words=source_phrase(text, source.i) if source is not None else None,
        content=content,
        rule=rule,
    )


def _owner(text: Text, noun: Token) -> tuple[Token | None, int]:
    """Who a reporting noun belongs to (owner, "by" or "from" phrase, subject of its verb), and where the cue starts."""
    owner = text.kid(noun.i, "poss")
    if owner is not None:
        case = text.edges(owner.i)[1]
        return owner, case if case <= noun.i else noun.i
    for prep in text.kids(noun.i, "prep"):
        if prep.lower in ("by", "from", "among"):
            maker = text.kid(prep.i, "pobj")
            if maker is not None:
                return maker, noun.i
    above = text.tokens[noun.head]
    if noun.dep == "dobj" and above.pos in ("VERB", "AUX"):
        doer = subject(text, above.i)
        if doer is not None:
            return doer, verb_group(text, above.i)[0]
    if noun.dep == "pobj":
        verb = verb_above(text, noun.i)
        if verb is not None and text.tokens[above.head].i == verb.i and above.lower in ("in", "with"):
            doer = subject(text, verb.i)
            if doer is not None:
                return doer, noun.i
    return None, noun.i


def _adjective(text: Text, word: Token, entry: Cue) -> Frame | None:
    content: tuple[Range, ...] = ()
    rule, last = "", word.i
    for clause in text.kids(word.i, "ccomp", "xcomp"):
        infinitive = any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
        if (infinitive and "to" in entry.takes) or (not infinitive and entry.takes & {"that", "wh"}):
            content, rule = clause_ranges(text, clause.i, word.i), "adjective with clause"
            break
    if not content:
        for prep in text.kids(word.i, "prep"):
            if prep.lower in entry.content_preps:
                ranges = trim(text, prep.i + 1, text.edges(prep.i)[1])
                if ranges[0] < ranges[1]:
                    content, rule, last = (ranges,), "adjective with preposition", prep.i
                    break
    if not content:
        return None
    copula = text.tokens[word.head]
    low = word.i
    if word.dep == "acomp" and copula.pos in ("VERB", "AUX") and copula.i < word.i:
        who = subject(text, copula.i)
        low = verb_group(text, copula.i)[0]
    else:
        who = subject(text, word.i) if word.tag[:2] == "VB" else None
    if who is None or who.dep == "expl" or who.lower == "it":
        return None
    return Frame(
        head=word.i, words=(low, last + 1), entry=entry, source=who.i,
        source_words=source_phrase(text, who.i), content=content, rule=rule,
    )  # fmt: skip


def _adverb(text: Text, word: Token, entry: Cue) -> Frame | None:
    """ "reportedly": the clause around it, said by nobody who is named."""
    above = text.tokens[word.head]
    if above.pos not in ("VERB", "AUX"):
        return None
    low, high = trim(text, *text.edges(above.i))
    pieces = [trim(text, low, word.i), trim(text, word.i + 1, high)]
    content = tuple((a, b) for a, b in pieces if a < b)
    if not content:
        return None
    return Frame(word.i, (word.i, word.i + 1), entry, None, None, content, "adverb")


def _according(text: Text, word: Token) -> Frame | None:
    """ "according to X": all of its clause but the phrase itself."""
    to = text.kid(word.i, "prep")
    if to is None or to.lower != "to":
        return None
    who = text.kid(to.i, "pobj")
    if who is None:
        return None
    named = phrase(text, who.i)
    sentence = text.sentence_of(word.i)
    if (
        word.i == sentence.start and named[1] >= sentence.end - 1
    ):  # the parser took the clause for part of the name
        comma = next((i for i in range(who.i + 1, named[1]) if text.tokens[i].text == ","), named[1])
        named = named[0], comma
    content = around(text, word.i, (word.i, max(named[1], to.i + 1)))
    return (
        Frame(word.i, (word.i, to.i + 1), ACCORDING, who.i, named, content, "according to")
        if content
        else None
    )


def _in_a_poll(text: Text, word: Token) -> Frame | None:
    """ "in a poll by X, half of the voters ...": all of its clause but the phrase itself is what the poll says."""
    what = text.kid(word.i, "pobj")
    if what is None or what.lemma.lower() not in _POLLS or what.tag == "NNS":
        return None
    which = text.kid(what.i, "det")
    if which is None or (which.lower == "the" and word.i != text.sentence_of(word.i).start):
        return None  # "up in the polls" is where somebody stands
    named = phrase(text, what.i)
    content = around(text, word.i, (word.i, named[1]))
    return (
        Frame(word.i, (word.i, word.i + 1), ACCORDING, what.i, named, content, "in a poll")
        if content
        else None
    )


def _in_the_words(text: Text, word: Token) -> Frame | None:
    """ "in the words of X"."""
    of = text.kid(word.i, "prep")
    if of is None or of.lower != "of" or word.i < 2 or text.tokens[word.i - 2].lower != "in":
        return None
    who = text.kid(of.i, "pobj")
    if who is None:
        return None
    named = phrase(text, who.i)
    content = around(text, word.i - 2, (word.i - 2, named[1]))
    return (
        Frame(word.i, (word.i - 2, of.i + 1), ACCORDING, who.i, named, content, "in the words of")
        if content
        else None
    )


def around(text: Text, i: int, hole: Range) -> tuple[Range, ...]:
    """The clause that an adjunct at token i belongs to, without the adjunct's own words."""
    sentence = text.sentence_of(i)
    low, high = sentence.start, sentence.end
    before, after = trim(text, low, hole[0]), trim(text, hole[1], high)
    long_before, long_after = before[1] - before[0], after[1] - after[0]
    if long_before >= 4 and text.tokens[hole[0] - 1].text == ",":
        inside = long_after > 0 and text.tokens[hole[1]].text == ","
        if not inside:
            return (before,)
        return tuple((a, b) for a, b in (before, after) if a < b)
    if long_before >= 4:
        return (before,)
    return (after,) if long_after else ((before,) if long_before else ())


ACCORDING = Cue(
    "according_to", "according", "to", "adverb", "say", "speech", "neutral", frozenset({"quote", "clause"}),
    frozenset(), frozenset(),
)  # fmt: skip
_POLLS = frozenset({"poll", "survey"})
