"""A trigger in, how its act stands by the trigger alone out; and what entries and nouns of telling do to a standing."""

from __future__ import annotations

from dateline.events.codebook import Codebook, Operator
from dateline.events.operators import OPEN, operator_at
from dateline.events.tense import HABIT, Standing, conditional, negated, own_standing
from dateline.events.triggers import Hit
from dateline.events.unasserted import HEARSAY, untrue
from dateline.events.willed import not_to_be
from dateline.events.words import is_noun
from dateline.syntax import Text, Token

GROWING = frozenset({
    "broaden", "widen", "expand", "extend", "prolong", "intensify", "escalate", "deepen", "continue", "jeopardize",
    "jeopardise", "imperil", "endanger", "undermine", "hamper", "derail", "disrupt", "overshadow", "dominate", "complicate",
})  # fmt: skip
AIMS = frozenset({
    "purpose", "goal", "aim", "job", "role", "task", "point", "idea", "challenge", "duty", "trick", "key", "way",
})  # fmt: skip
WORDS = frozenset({"REJECT", "ACCUSE", "REQUEST", "SUPPORT"})
KEEPS = frozenset({"arrest", "abduct", "convict"})
"""Modes that last: who is jailed stays so for a while."""
STILL = frozenset({"still", "currently", "now", "presently", "already"})
ANNOUNCES = frozenset({"announce", "unveil", "reveal", "outline", "detail"})
ASKS = frozenset({"THREATEN", "REQUEST", "AGREE", "REJECT"})


def alone(text: Text, book: Codebook, hit: Hit) -> Standing:
    """What the trigger says before anything above it speaks: its tense, its modals, its adjectives, its negation."""
    token = text.tokens[hit.i]
    if hit.entry.kind == "verbs":
        return _unless_usual(text, book, hit, own_standing(text, token))
    if hit.entry.kind == "adjectives":
        if negated(text, token.i):
            return Standing("failed", "negation", True)
        head = text.tokens[token.head]
        return own_standing(text, head if head.i != token.i and head.pos in ("AUX", "VERB") else token)
    return _noun(text, book, token)


def _unless_usual(text: Text, book: Codebook, hit: Hit, own: Standing) -> Standing:
    """A present tense after "when" tells what is to come (a meeting) or what usually is so; "still" what goes on."""
    token = text.tokens[hit.i]
    adverbs = {kid.lower for kid in text.kids(hit.i, "advmod", "npadvmod", "neg")}
    whens = any(kid.lower in ("when", "whenever") for kid in text.kids(hit.i, "advmod"))
    above = text.tokens[token.head]
    if own.rule == "present" and token.dep == "advcl" and whens:
        if any(kid.lower in HABIT for kid in text.kids(above.i, "advmod")):
            return Standing("hypothetical", "habit", own.negated)
        return Standing(
            "planned" if hit.entry.type == "CONSULT" else "hypothetical", "when-present", own.negated
        )
    if hit.entry.mode in KEEPS and own.rule == "present-passive" and adverbs & STILL:
        return Standing("ongoing", "present-passive:still")
    if hit.entry.mode in KEEPS and own.rule == "negation" and "longer" in adverbs:
        return Standing("happened", "present-passive:no-longer")
    if own.rule == "past-progressive" and hit.entry.type == "CONSULT" and "later" in adverbs:
        return Standing("planned", "past-progressive:later", own.negated)
    if own.status in OPEN and _only_planned(text, book, hit):
        return Standing("planned", "modifier:planned", own.negated)
    if own.rule in ("present", "progressive") and hit.entry.type not in ASKS and conditional(text, token):
        return Standing("hypothetical", "present-if", own.negated)
    return own


def _only_planned(text: Text, book: Codebook, hit: Hit) -> bool:
    """Whether what is announced is told as planned: "announced planned tariffs on Chad"."""
    if hit.object is None or hit.entry.pattern.head not in ANNOUNCES or hit.object == hit.i:
        return False
    found = (operator_at(text, book, kid.i) for kid in text.kids(hit.object, "amod") if kid.i > hit.i)
    return any(one is not None and one.inner in ("planned", "hypothetical") for one in found)


def fixed(text: Text, hit: Hit, found: Standing) -> Standing:
    """The standing of the sentence under what the entry itself says: "cancel" cancels, "deny" denies."""
    entry = hit.entry
    kept = (found.negated and found.status in ("cancelled", "failed")) or found.status == "denied"
    if entry.status == "cancelled" and kept:  # "will not call off the talks": they stand
        return found._replace(status="planned", rule=f"{found.rule}+not-entry")
    if entry.presupposes and found.status == "failed":
        return found._replace(status=entry.presupposes, rule=f"{found.rule}+presupposed")
    if entry.status and (
        found.status in ("happened", "ongoing") or (entry.status == "cancelled" and found.status == "planned")
    ):
        return found._replace(status=entry.status, rule=f"{found.rule}+entry")
    return not_to_be(text, hit, found) if entry.status is None else found


def _noun(text: Text, book: Codebook, token: Token) -> Standing:
    """What a noun's own adjectives and articles say: "planned talks", "no talks", "the alleged attack"."""
    if negated(text, token.i):
        return Standing("failed", "no-noun", True)
    if any(kid.lower == "any" for kid in text.kids(token.i, "det")):
        return Standing("hypothetical", "any")
    if _grows(text, token):
        return Standing("ongoing", "under-way")
    for kid in text.kids(token.i, "amod", "compound", "advmod"):
        operator = operator_at(text, book, kid.i) if kid.lower != "direct" else None
        if operator is not None and operator.inner not in ("happened", "drop"):
            return Standing(operator.inner, f"modifier:{kid.lower}")
    return Standing(None, "noun")


def _grows(text: Text, token: Token) -> bool:
    """Whether the act is there already and only more of it is talked of: "under pressure to widen the offensive"."""
    above = text.tokens[token.head]
    definite = any(
        kid.lower in ("the", "its", "his", "her", "their") or kid.dep == "poss"
        for kid in text.kids(token.i, "det", "poss")
    )
    return token.dep == "dobj" and above.lemma in GROWING and definite


def told(inner: str, noun: Token, now: Standing) -> Standing:
    """An act in the clause of a noun: "the claim that ..", "the notion that ..", "the report that ..", "plans that ..".."""
    if inner == "hypothetical" and now.rule in ("present", "bare-finite", "bare", "emphatic"):
        return Standing("hypothetical", f"noun:{noun.lemma}", now.negated)
    if inner in ("hypothetical", "alleged", "denied") and now.status in ("happened", "ongoing"):
        return Standing("alleged" if inner != "denied" else "denied", f"noun:{noun.lemma}", now.negated)
    if inner == "alleged" and now.status == "failed":
        return Standing("denied", f"noun:{noun.lemma}", True)
    if inner in ("hypothetical", "denied") and now.status == "planned":
        return Standing("hypothetical", f"noun:{noun.lemma}", now.negated)
    return now


def claimed(
    text: Text, book: Codebook, clause: Token, above: Token, operator: Operator | None
) -> tuple[str, Token] | None:
    """A word of hearsay whose clause the parser hung on its verb: "a rumor spread that ..", "repeated claims that ..".."""
    if operator is not None and operator.inner != "happened":
        return None
    for kid in text.kids(above.i, "dobj", "nsubj", "nsubjpass"):
        near = kid.i < clause.i and is_noun(kid) and (kid.dep != "dobj" or above.i < kid.i)
        said = operator_at(text, book, kid.i) if near else None
        if said is not None and (said.inner in ("alleged", "denied") or kid.lemma in HEARSAY):
            return said.inner, kid
    return None


def told_by(
    text: Text, book: Codebook, hit: Hit, clause: Token, noun: Token, now: Standing
) -> Standing | None:
    """A "that" clause the parser hung on the wrong noun: "claims by Chad that Mali attacked the town"."""
    marks = [kid for kid in text.kids(clause.i) if kid.lower == "that" and kid.i < clause.i]
    subject = text.kid(clause.i, "nsubj")
    if not marks or subject is None or subject.i == marks[0].i or now.status is None:
        return None
    if now.status in OPEN and untrue(text, clause, noun):
        return Standing("denied", "untrue", now.negated)
    itself = operator_at(text, book, noun.i) if hit.entry.type not in WORDS else None
    if itself is not None and itself.inner in ("alleged", "denied"):
        return told(itself.inner, noun, now)
    if noun.dep != "pobj":
        return None
    above = text.tokens[text.tokens[noun.head].head]
    operator = operator_at(text, book, above.i) if is_noun(above) else None
    return None if operator is None else told(operator.inner, above, now)


def half_auxiliary(text: Text, current: Token, above: Token, link: str, mine: Standing) -> Standing | None:
    """Verbs that are half auxiliaries: "is to meet", "is going to", "has to", "used to"."""
    if link != "xcomp" or not any(kid.lower == "to" for kid in text.kids(current.i, "aux")):
        return None
    if mine.rule.startswith("condition"):
        return mine
    if above.lemma == "be" and any(kid.lower == "yet" for kid in text.kids(above.i, "advmod")):
        return Standing("hypothetical", "yet-to", mine.negated)
    if above.lemma == "be":
        subject = text.kid(above.i, "nsubj")
        if subject is not None and (
            subject.lemma in AIMS or subject.tag == "PRP$" or subject.lower in ("hers", "theirs")
        ):
            return Standing("hypothetical", "aim", mine.negated)
        return Standing("cancelled" if mine.negated else "planned", "be-to", mine.negated)
    if above.lemma == "go" and above.tag == "VBG":
        return Standing("cancelled" if mine.negated else "planned", "going-to", mine.negated)
    if above.lemma == "have":
        if above.tag == "VBD" and not mine.negated:
            return Standing("happened", "had-to")
        return Standing("hypothetical", "have-to", mine.negated)
    if above.lemma == "use" and above.tag == "VBD" and text.kid(above.i, "dobj", "auxpass", "aux") is None:
        return Standing("happened", "used-to")
    return None
