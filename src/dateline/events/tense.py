"""A verb in, what its own auxiliaries, negation and conjunctions say of its act out, before anything above is asked."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.unasserted import condition, motive_guessed, only_after, withheld_until
from dateline.events.words import is_noun, is_verb, stranded
from dateline.syntax import Text, Token

CONDITION = frozenset({"if", "unless", "whether", "lest", "until", "provided", "should"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought", "ca", "need"})
HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
PRESENT_BE = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
PAST_BE = frozenset({"was", "were", "been", "got"})
SOFT = frozenset({"allegedly", "reportedly", "purportedly", "supposedly", "apparently"})
HABIT = frozenset(
    {
        "often",
        "always",
        "oftentimes",
        "usually",
        "normally",
        "ordinarily",
        "habitually",
        "customarily",
        "routinely",
        "typically",
        "frequently",
        "sometimes",
        "generally",
        "regularly",
        "rarely",
        "whenever",
        "commonly",
        "constantly",
    }
)
NOW_AND_THEN = frozenset({"rarely", "seldom", "sometimes", "occasionally"})
NOT = {"planned": "cancelled", "happened": "failed", "ongoing": "failed"}
"""What "not" makes of an auxiliary that is shared: "will meet X but not sign"."""
LIKES = frozenset({"like", "love", "prefer", "hate"})
NEARLY = frozenset({"nearly", "almost"})
CLAUSES = frozenset({"advcl", "ccomp", "acl", "ROOT", "conj", "pcomp"})


class Standing(NamedTuple):
    """`status` (None: nothing says so yet), the `rule` that decided, whether the act was negated.

    dropped_by: the word that swallows the act, so that it is no event of its own; alleged_by: the accusing word.
    """

    status: str | None
    rule: str
    negated: bool = False
    dropped_by: int | None = None
    alleged_by: int | None = None


def negated(text: Text, i: int) -> bool:
    """Whether "not", "never", "no .." or "nobody" stands on the word."""
    predicate = text.tokens[i].pos in ("VERB", "AUX")
    if text.tokens[i].dep == "conj" and any(
        kid.lower == "nor" and kid.i < i for kid in text.kids(text.tokens[i].head, "cc")
    ):
        return True
    for kid in text.kids(i):
        if kid.dep in ("aux", "auxpass") and kid.i + 1 < i and _no_beside(text, kid.i, i):
            return True
        if kid.dep == "neg" or (kid.lower in NEGATIVE and kid.dep in ("advmod", "preconj", "det", "neg")):
            return kid.lower != "no" or not text.tokens[i].lower.startswith("doubt")
        if kid.lower == "longer" and any(no.lower == "no" for no in text.kids(kid.i)):
            return True
        if not predicate:
            continue
        if kid.dep in ("dobj", "nsubjpass", "attr") and is_noun(kid) and _no(text, kid):
            return True
        if kid.dep in ("nsubj", "nsubjpass") and (
            kid.lower in ("nobody", "none", "neither")
            or _no(text, kid)
            or any(one.lower == "neither" for one in text.kids(kid.i, "preconj", "cc:preconj"))
        ):
            return True
    return False


def _no_beside(text: Text, helper: int, verb: int) -> bool:
    """Whether a "not" stands behind a helping verb, wherever the parser hung it: "didn’t" with a printer's apostrophe."""
    word = text.tokens[helper + 1]
    return word.lower in ("n't", "n’t", "not") and word.dep != "neg" and word.head in (helper, verb)


def _no(text: Text, noun: Token) -> bool:
    return any(det.lower in ("no", "neither") for det in text.kids(noun.i, "det", "neg"))


def own_standing(text: Text, token: Token) -> Standing:
    """What the verb says by itself. A conjoined verb borrows the auxiliaries of the first: "will meet X and sign Y"."""
    first_verb = stranded(text, token.i)
    if first_verb is not None:
        shared = own_standing(text, text.tokens[first_verb])
        return shared._replace(rule=f"{shared.rule}+shared")
    auxiliaries = text.kids(token.i, "aux", "auxpass")
    words = {kid.lower for kid in auxiliaries}
    no = negated(text, token.i)
    adverbs = {kid.lower for kid in text.kids(token.i, "advmod", "mark")}
    mark = next((kid for kid in text.kids(token.i, "mark", "advmod") if kid.lower in CONDITION), None)
    if (
        mark is not None
        and mark.i < token.i
        and token.dep in CLAUSES
        and not (mark.lower == "until" and (token.tag == "VBD" or (token.tag == "VBN" and words & PAST_BE)))
    ):
        return Standing("hypothetical", f"condition:{mark.lower}", no)
    if token.dep == "xcomp" and any(kid.lower == "whether" for kid in text.kids(token.i)):
        return Standing("hypothetical", "whether", no)
    case = condition(text, token)
    if case is not None:
        return Standing("hypothetical", f"condition:{case}", no)
    if token.dep == "conj" and not words and token.tag in ("VB", "VBN", "VBG", "VBP"):
        first = text.tokens[token.head]
        alike = {first.tag, token.tag} in ({"VB", "VBP"}, {"VBD", "VBN"}) and first.tag != "VBN"
        if is_verb(first) and (first.tag == token.tag or alike):
            shared = own_standing(text, first)
            negates = no or (shared.negated and not _contrast(text, token))
            if shared.rule in ("present", "present-passive") and adverbs & HABIT:
                return Standing("hypothetical", "habit", negates)
            if no and not shared.negated and shared.status in NOT:
                return Standing(NOT[shared.status], f"{shared.rule}+not", True)
            if token.tag != "VBG" or shared.status is not None:
                return shared._replace(rule=f"{shared.rule}+shared", negated=negates)
    if _rather_than(text, token.i):
        return Standing("failed", "rather-than", True)
    modal = _modal(text, token, words, no)
    if modal is not None:
        return modal
    if adverbs & NEARLY:
        return Standing("failed", "nearly", True)
    if no and (token.tag != "VBG" or words & (PRESENT_BE | PAST_BE)):
        return Standing("failed", "negation", True)
    now = token.tag in ("VBZ", "VBP") or _tense(token, words)[1] == "present-passive"
    if (now and adverbs & HABIT) or adverbs & NOW_AND_THEN:
        return Standing("hypothetical", "habit")
    if token.tag in ("VBZ", "VBP") and token.dep == "advcl" and adverbs & {"before", "once", "until"}:
        return Standing("planned", "time-clause")
    over = {kid.lower for kid in text.kids(token.head, "aux")}
    if only_after(text, token) or withheld_until(text, token):
        return Standing("hypothetical", "condition:only-after", no)
    done = "after" in adverbs and (token.tag == "VBD" or words & PAST_BE)
    if token.dep == "advcl" and adverbs & {"once", "until", "after"} and over & (WOULD | FUTURE) and not done:
        return Standing("planned", "time-clause", no)
    if adverbs & SOFT:
        under_way = token.tag == "VBG" and bool(words & PRESENT_BE) and not words & PAST_BE
        return Standing("alleged", "hearsay-adverb:progressive" if under_way else "hearsay-adverb")
    return Standing(*_tense(token, words), negated=no)


def _rather_than(text: Text, i: int) -> bool:
    return i > 1 and text.tokens[i - 1].lower == "than" and text.tokens[i - 2].lower == "rather"


def _contrast(text: Text, token: Token) -> bool:
    return any(kid.lower in ("but", "instead", "rather") for kid in text.kids(token.head, "cc", "advmod"))


def _modal(text: Text, token: Token, words: set[str], no: bool) -> Standing | None:
    if words & FUTURE and no and _held_off(text, token):
        return Standing("refused", "future:unless", True)
    if words & FUTURE and not no and conditional(text, token):
        return Standing("hypothetical", "future:if")
    if words & FUTURE:
        return Standing("cancelled" if no else "planned", "future", no)
    if words & WOULD and not (words <= {"'d", "’d"} and token.tag in ("VBN", "VBD")):
        if words & HAVE:
            return Standing("hypothetical", "would-have", no)
        if conditional(text, token):
            return Standing("hypothetical", "would-if", no)
        if token.lemma in LIKES:
            return Standing("hypothetical", "would-like", no)
        if reported_past(text, token) and not _by_oneself(text, token):
            return Standing("cancelled" if no else "planned", "future-in-the-past", no)
        if no and any(kid.lower == "until" for kid in text.kids(token.i, "prep", "mark")):
            return Standing("happened", "not-until")
        return Standing("refused" if no else "hypothetical", "would", no)
    if words & MAYBE:
        if words & HAVE and "could" in words and not no:
            return Standing("hypothetical", "could-have", no)
        if words & HAVE and conditional(text, token):
            return Standing("hypothetical", "could-have", no)
        if words & HAVE and words & {"may", "might"} and not no and motive_guessed(text, token):
            return Standing("happened", "motive-guessed")
        if words & HAVE and words & {"may", "might", "could"}:
            return Standing("alleged", "modal-past", no)
        return Standing("hypothetical", "modal", no)
    if "to" in words:
        return Standing(None, "infinitive", no)
    return None


def parted(text: Text, participle: Token, be: Token) -> bool:
    """Whether words in between have parted a progressive from its "be": "are, for the first time, holding talks"."""
    if be.lemma != "be" or participle.tag != "VBG" or participle.i < be.i:
        return False
    return not text.kids(be.i, "attr", "acomp", "expl") and not text.kids(
        participle.i, "mark", "nsubj", "aux"
    )


def _by_oneself(text: Text, token: Token) -> bool:
    """Whether somebody says in his own words what he would do: "I would cut the aid," she said."""
    return any(kid.lower in ("i", "we") for kid in text.kids(token.i, "nsubj"))


def _held_off(text: Text, token: Token) -> bool:
    """Whether what will not be done will not be done for now: "will not meet until the wall is built", "unless he pays"."""
    return any(
        kid.lower in ("until", "unless")
        for clause in (token, *text.kids(token.i, "advcl", "prep"))
        for kid in (clause, *text.kids(clause.i, "mark", "advmod", "prep"))
    )


def conditional(text: Text, token: Token) -> bool:
    """Whether an "if" clause hangs from the verb."""
    return any(
        kid.lower in ("if", "unless", "should", "were") for clause in text.kids(token.i, "advcl")
        for kid in text.kids(clause.i, "mark", "aux", "advmod")
    )  # fmt: skip


def reported_past(text: Text, token: Token) -> bool:
    """Whether the verb stands in a clause under a past verb, so that its "would" is a "will" said earlier."""
    for above in text.ancestors(token.i):
        if is_verb(above) and above.tag in ("VBD", "VBN", "VBG"):
            return True
    return any(kid.tag == "VBD" for kid in text.kids(token.i, "parataxis"))


def _tense(token: Token, words: set[str]) -> tuple[str | None, str]:
    if token.tag == "VBG":
        if words & PRESENT_BE and not words & PAST_BE:
            return "ongoing", "progressive"
        if words & {"been"} and words & HAVE:
            return "ongoing", "perfect-progressive"
        if words & PAST_BE:
            return "happened", "past-progressive"
        return (None, "gerund") if not words & HAVE else ("happened", "perfect")
    if token.tag == "VBD":
        return "happened", "past"
    if token.tag == "VBN":
        if words & HAVE:
            return "happened", "perfect"
        if "being" in words:
            return "ongoing", "progressive"
        if words & PAST_BE:
            return "happened", "past"
        return "happened", "present-passive" if words & PRESENT_BE else "participle"
    if token.tag in ("VBZ", "VBP"):
        return "happened", "present"
    if words & {"did", "does", "do"}:
        return "happened", "emphatic"
    if words & {"having"} and token.tag == "VB":
        return None, "gerund"  # "having parliament tell the president how to wage war"
    return ("happened", "bare-finite") if token.dep in ("ROOT", "ccomp") else (None, "bare")
