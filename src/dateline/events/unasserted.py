"""A clause in, what keeps its writer from asserting it out: a condition, an arguer nobody knows, a guess at its motive.

"only after Chad paid", "should Chad attack", "one might object that ..", "aghast that Chad would dare attack".
"""

from __future__ import annotations

from dateline.events.words import is_verb
from dateline.syntax import Text, Token

HOLDS = frozenset(
    {
        "say",
        "believe",
        "think",
        "report",
        "understand",
        "rumor",
        "rumour",
        "suppose",
        "reckon",
        "presume",
        "consider",
    }
)
CASES = frozenset({"case", "event"})
INVERTED = frozenset({"should", "were", "had"})
LATER = frozenset({"after", "once", "when", "if"})
WITHHOLD = frozenset(
    {"withhold", "hold", "freeze", "block", "delay", "suspend", "halt", "stall", "deny", "refuse", "keep"}
)
ARGUES = frozenset({
    "say", "argue", "object", "retort", "counter", "claim", "contend", "suggest", "reply", "respond", "complain", "assert",
    "maintain", "insist", "protest", "tell", "call",
})  # fmt: skip
SOMEBODY = frozenset({
    "one", "some", "you", "someone", "somebody", "anyone", "anybody", "people", "many", "critics", "others", "cynics",
    "skeptics", "sceptics", "readers", "opponents", "defenders", "supporters",
})  # fmt: skip
MIGHT = frozenset({"may", "might", "could", "can", "would", "will", "'ll", "’ll", "'d", "’d"})
TRUE = frozenset({"true", "correct", "accurate", "right", "so"})
FALSE = frozenset({
    "wrong", "incorrect", "inaccurate", "unsubstantiated",
    "false", "untrue", "fake", "fabricated", "baseless", "unfounded", "groundless", "bogus", "nonsense", "lie", "hoax", "myth",
    "fiction", "falsehood", "rubbish", "invention", "fabrication",
})  # fmt: skip
EVIDENCE = frozenset({"evidence", "proof", "indication", "sign", "suggestion", "confirmation"})
HEARSAY = frozenset({"theory", "speculation", "legend", "conspiracy"})
SHOCKED = frozenset({
    "aghast", "shocked", "stunned", "appalled", "outraged", "astonished", "amazed", "surprised", "disgusted", "horrified",
    "incredulous", "dumbfounded", "baffled", "staggered", "astounded", "scandalized", "scandalised", "incensed",
})  # fmt: skip


def condition(text: Text, token: Token) -> str | None:
    """The words that make a clause a condition where no "if" does: "in case X attacks", "should X attack"."""
    low = text.edges(token.i)[0]
    above = text.tokens[token.head]
    if (
        token.dep in ("acl", "relcl", "ccomp")
        and above.lower in CASES
        and text.tokens[above.head].lower == "in"
    ):
        return "in-case"
    for at in range(max(0, low - 3), min(low + 1, token.i)):
        words = [one.lower for one in text.tokens[at : at + 3]]
        noun = at + 1 if words[1:2] == ["case"] else at + 2
        if words[:2] == ["in", "case"] or (words[:2] == ["in", "the"] and words[2] == "event"):
            return "in-case" if noun < token.i and text.tokens[noun + 1].lower != "of" else None
    if token.dep not in ("advcl", "ccomp"):
        return None
    subject = text.kid(token.i, "nsubj", "nsubjpass")
    if subject is not None and token.i == low and token.lower == "were" and token.dep == "advcl":
        return "inverted:were"
    first = next((kid for kid in text.kids(token.i, "aux", "auxpass") if kid.i == low), None)
    if subject is None or first is None or first.i > subject.i or first.lower not in INVERTED:
        return None
    return f"inverted:{first.lower}"


def held_to_have(text: Text, deed: Token, above: Token) -> bool:
    """Whether somebody only is said or thought to have done the deed: "is believed to have attacked"."""
    if deed.dep != "xcomp" or above.lemma not in HOLDS or text.kid(above.i, "nsubjpass") is None:
        return False
    return any(kid.lower in ("have", "be", "been") for kid in text.kids(deed.i, "aux", "auxpass")) and any(
        kid.lower == "to" for kid in text.kids(deed.i, "aux")
    )


def only_after(text: Text, token: Token) -> bool:
    """Whether a past clause tells what has to come first: "was only to be paid after Chad opened an inquiry"."""
    mark = _time_mark(text, token)
    if mark is None or mark.lower == "until":
        return False
    above = text.tokens[token.head]
    while above.dep == "xcomp" and above.head != above.i:
        if _only(text, above.i):
            break
        above = text.tokens[above.head]
    helpers = {kid.lower for one in (text.tokens[token.head], above) for kid in text.kids(one.i, "aux")}
    coming = bool(helpers & {"to", "will", "would", "'ll", "’ll", "'d", "’d", "can", "could"})
    before = text.tokens[text.edges(token.i)[0] - 1] if text.edges(token.i)[0] else token
    return coming and (before.lower == "only" or _only(text, above.i) or _only(text, token.i))


def withheld_until(text: Text, token: Token) -> bool:
    """Whether a past clause tells for what something is being held back: "holding up aid until Chad opened an inquiry"."""
    mark, above = _time_mark(text, token), text.tokens[token.head]
    return mark is not None and mark.lower == "until" and above.tag == "VBG" and above.lemma in WITHHOLD


def _time_mark(text: Text, token: Token) -> Token | None:
    """The word of time that opens an adverbial clause."""
    marks = (kid for kid in text.kids(token.i, "mark", "advmod") if kid.lower in (*LATER, "until"))
    mark = next(marks, None) if token.dep == "advcl" else None
    return None if mark is None or mark.i > token.i else mark


def _only(text: Text, i: int) -> bool:
    return any(kid.lower == "only" for kid in text.kids(i, "advmod"))


def argued(text: Text, i: int) -> bool:
    """Whether the words are put into the mouth of nobody in particular: "one might object that Chad tortures"."""
    below = text.tokens[i]
    for above in (below, *text.ancestors(i)):
        told = [above] if above.i != i and below.dep in ("ccomp", "conj") else []
        if above.dep in ("ROOT", "ccomp"):  # the parser may hang "one might say that .." before what is said
            told += [kid for kid in text.kids(above.i, "ccomp", "parataxis") if kid.i < min(above.i, i)]
        if any(is_verb(one) and _nobody_says(text, one) for one in told if one.lemma in ARGUES):
            return True
        below = above
    return False


def _nobody_says(text: Text, verb: Token) -> bool:
    subjects = {kid.lower for kid in text.kids(verb.i, "nsubj")}
    return bool(subjects & SOMEBODY) and any(kid.lower in MIGHT for kid in text.kids(verb.i, "aux"))


def motive_guessed(text: Text, token: Token) -> bool:
    """Whether only the cause is guessed at: "might have stepped down simply because he was tired"."""
    later = [kid for kid in text.kids(token.i, "advcl", "prep") if kid.i > token.i]
    marks = [mark for kid in later for mark in text.kids(kid.i, "mark")]
    return any(one.lower == "because" for one in (*later, *marks))


def untrue(text: Text, clause: Token, above: Token) -> bool:
    """Whether the sentence says that what its clause tells is not so: "it is not true that ..", "the story that .. is false"."""
    verb = above if above.lemma == "be" else text.tokens[above.head]
    if verb.lemma not in ("be", "prove", "turn") or not _that(text, clause):
        return False
    if above.i != verb.i and (above.dep not in ("nsubj", "acomp") or verb.i == above.i):
        return False
    no = any(kid.dep == "neg" for kid in text.kids(verb.i))
    said = {
        kid.lower
        for one in (verb, *text.kids(verb.i, "xcomp"))
        for kid in (one, *text.kids(one.i, "acomp", "attr", "oprd"))
        if kid.i != verb.i
    }
    if above.i == verb.i:
        said.discard("wrong")  # "it was wrong that Chad attacked" blames Chad
    return bool(said & TRUE if no else said & FALSE)


def _that(text: Text, clause: Token) -> bool:
    """Whether a clause is told by "that", though the parser may take the word for an object beside another."""
    things = text.kids(clause.i, "dobj")
    return any(
        kid.lower == "that" and kid.i < clause.i and (kid.dep == "mark" or len(things) > 1)
        for kid in (*text.kids(clause.i, "mark"), *things)
    )


def any_at_all(text: Text, noun: Token) -> bool:
    """Whether nobody has what the noun names, or next to none of it: "found no sign that ..", "little evidence that ..".."""
    return any(one.lower in ("no", "little", "scant", "any") for one in text.kids(noun.i, "det", "amod"))


def shocking(text: Text, clause: Token, above: Token) -> bool:
    """Whether a clause tells what somebody was shocked at, with the "would" of indignation: "aghast that X would .."."""
    feeling = above
    if above.lemma == "be" and (adjective := text.kid(above.i, "acomp")) is not None:
        feeling = adjective
    would = any(kid.lower in ("would", "'d", "’d") for kid in text.kids(clause.i, "aux"))
    return would and clause.dep == "ccomp" and feeling.lower in SHOCKED
