"""A verb of trying or choosing over an act in, how the act under it stands out: "tried to seize", "chose not to endorse".

Who tried to say something said it; who tried to do something in the past is told not to have done it. What somebody
chooses or does not mean to do was no appointment that could be cancelled: he refuses it.
"""

from __future__ import annotations

from dateline.events.codebook import Entry
from dateline.events.tense import Standing
from dateline.events.triggers import Hit
from dateline.syntax import Text, Token

TRIES = frozenset({"try", "attempt"})
CHOICES = frozenset({"decide", "choose", "opt", "elect", "resolve", "decision", "choice"})
MEANS = frozenset({"plan", "intend"})
SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST"})
"""Types whose trying is their doing: "tried to defend him", "tried to talk him out of it"."""
SPOKEN = frozenset({"ACCUSE", "SUPPORT"})
DONE = frozenset({"past", "perfect", "past+shared", "perfect+shared"})
KEPT = frozenset({"CONSULT", "AGREE"})
"""Types that are appointed before they happen, so that they can be called off."""


def willed(
    text: Text, entry: Entry, step: tuple[Token, Token, str], mine: Standing, now: Standing
) -> Standing | None:
    """How an act stands under a word of trying, remembering or expecting; `step`: the word below, the one above, the link."""
    current, above, link = step
    beside = text.kid(above.i, "dobj") is not None and link == "xcomp"
    if above.lemma == "keep" and beside and now.status == "happened":
        return now  # "kept memos detailing their talks"
    if link == "ccomp" and (found := remembered(text, current, above, now)) is not None:
        return found
    return tried(entry, above, link, mine, now) or expected_of(text, current, above, now)


def tried(entry: Entry, above: Token, link: str, mine: Standing, now: Standing) -> Standing | None:
    """How an act stands under "tried to", "is trying to" or "decided to", None where another word has spoken."""
    if link not in ("xcomp", "dobj") or mine.negated or now.negated:
        return None
    rule = f"operator:{above.lemma}"
    words = entry.mode not in ("allege", "investigate")
    if above.lemma == "decide" and mine.rule in DONE and words and entry.type in SPOKEN:
        return Standing("happened", rule) if now.rule.partition("+")[0] == "infinitive" else None
    if above.lemma not in TRIES or mine.status not in ("happened", "ongoing"):
        return None
    if words and entry.type in SAID and now.status in (None, "happened", "ongoing"):
        return Standing(mine.status, rule)
    if mine.rule in DONE:
        return Standing("failed", rule) if now.status in (None, "happened", "ongoing", "planned") else None
    return None


def unwilled(above: Token, mine: Standing, now: Standing) -> Standing | None:
    """How an act stands that somebody chose not to do or does not mean to do; None for a word of another kind."""
    if now.negated and not mine.negated and above.lemma in CHOICES and now.status in (None, "happened"):
        return Standing("refused", f"operator:{above.lemma}", True)
    if mine.negated and mine.status != "hypothetical" and not now.negated and above.lemma in MEANS:
        return Standing("refused", f"not-operator:{above.lemma}", True)
    return None


def expected_of(text: Text, clause: Token, above: Token, now: Standing) -> Standing | None:
    """What others expect somebody to do, who has planned nothing: "critics expect him to resign"."""
    foretells = above.lemma == "expect" and text.kid(above.i, "auxpass") is None and above.tag != "VBN"
    own = text.kid(clause.i, "nsubj", "nsubjpass") is not None and text.kid(above.i, "nsubj") is not None
    if foretells and own and clause.head == above.i and now.rule.partition("+")[0] == "infinitive":
        return Standing("hypothetical", "operator:expect", now.negated)
    return None


def decided_against(above: Token, prep: str) -> bool:
    """Whether what follows is what somebody chose to leave: "decided against charging"."""
    return prep == "against" and above.lemma in CHOICES


def not_to_be(text: Text, hit: Hit, found: Standing) -> Standing:
    """What "will not" makes of an act nobody had appointed: a sanction that is not imposed is refused, not cancelled; so is a
    meeting that no day or place is named for."""
    if found.status != "cancelled" or not found.negated:
        return found
    if hit.entry.type not in KEPT:
        return found._replace(status="refused")
    low, high = text.edges(hit.i)
    dated = any(
        token.ent in ("DATE", "TIME")
        or (token.ent in ("GPE", "FAC", "LOC") and text.tokens[token.i - 1].lower in ("in", "at"))
        for token in text.tokens[low:high]
    )
    meets = hit.entry.kind == "verbs" and hit.entry.type == "CONSULT" and hit.entry.mode is None
    plain = found.rule in ("future", "future-in-the-past") and text.tokens[hit.i].tag == "VB"
    return found._replace(status="refused") if meets and plain and not dated else found


def remembered(text: Text, clause: Token, above: Token, now: Standing) -> Standing | None:
    """What somebody "would" do as others remember it he used to do: "recalled how she would invite the envoys"."""
    recalls = above.lemma in ("recall", "remember", "reminisce", "recount", "describe")
    how = any(kid.lower == "how" and kid.i < clause.i for kid in text.kids(clause.i, "advmod", "mark"))
    if recalls and how and now.rule.startswith("future-in-the-past") and not now.negated:
        return Standing("happened", "used-to")
    return None
