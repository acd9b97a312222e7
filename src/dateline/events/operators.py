"""A word that is no act itself but says how an act stands ("plans to", "failed to", "the cancelled ..") and the act's
standing so far in, its standing under that word out."""

from __future__ import annotations

from dateline.events.codebook import Codebook, Operator
from dateline.events.patterns import forms, match
from dateline.events.tense import Standing
from dateline.events.willed import unwilled
from dateline.events.words import lemma_of
from dateline.syntax import Text, Token

OPEN = (None, "happened", "ongoing")
WISHES = frozenset({"hope", "wish", "pray", "trust", "expect"})
HINTS = frozenset(
    {
        "suggest",
        "hint",
        "imply",
        "insinuate",
        "speculate",
        "surmise",
        "fear",
        "theorize",
        "theorise",
        "suspect",
    }
)
"""What is told under these was done, if at all, by what others guess: "hinted that Chad attacked"."""
GUESSES = frozenset({"think", "believe", "guess", "bet", "reckon", "suspect"})
"""What "will" be done is only foretold under these: "I think that Chad will attack"."""
WILLS = frozenset({"intention", "intent", "readiness", "willingness", "desire", "interest", "wish"})
TURNED = {
    "planned": "cancelled", "failed": "happened", "refused": "planned", "denied": "happened", "happened": "failed",
    "ongoing": "failed", "cancelled": "planned", "alleged": "happened",
}  # fmt: skip


def operator_at(text: Text, book: Codebook, i: int) -> Operator | None:
    """The operator whose pattern holds at token i."""
    token = text.tokens[i]
    if token.lower == "concerning":
        return None  # "a complaint concerning his call"
    ends = book.ends["operators"]
    if token.lower not in ends and lemma_of(token) not in ends:
        return None
    for form in sorted(forms(text, i), key=len, reverse=True):
        for operator in book.operator_index.get(form, ()):
            if match(text, i, operator.pattern) is not None:
                return operator
    return None


def operate(operator: Operator, above: Token, mine: Standing, now: Standing) -> Standing:
    """What an operator makes of the act under it."""
    inner, rule = operator.inner, f"operator:{above.lemma.lower()}"
    if inner == "through" or now.rule.startswith("condition"):
        return now
    if mine.rule.startswith("condition"):
        return mine
    if above.lemma == "have" and now.rule.startswith("no-will:"):
        return now
    if mine.negated and mine.rule == "noun" and (inner == "planned" or above.lemma in WILLS):
        if above.lemma in WILLS:  # "has no intention of", "no plans to"
            return Standing("refused", f"no-will:{above.lemma}", True)
        return Standing(None, f"no-will:{above.lemma}", True, dropped_by=above.i)
    if (
        mine.negated
        and inner == "alleged"
        and mine.status != "hypothetical"
        and above.lemma in ("believe", "think")
        and not now.rule.startswith(("operator:decision", "settled"))
    ):
        return Standing(
            "denied" if now.status in ("happened", "ongoing") else "hypothetical", f"not-{rule}", True
        )
    chosen = unwilled(above, mine, now)
    if chosen is not None:
        return chosen
    if mine.negated and mine.status != "hypothetical":
        if inner == "refused" and above.lemma == "rule":
            return Standing("hypothetical", f"not-{rule}", True)
        if inner == "planned" and above.lemma in ("likely", "expect"):
            return Standing("hypothetical", f"not-{rule}", True)
        return Standing(TURNED.get(inner, "hypothetical"), f"not-{rule}", True)
    if inner == "planned" and now.rule == "whether":
        return Standing("hypothetical", rule, now.negated)
    if now.negated and inner == "planned" and now.status in OPEN:
        return Standing("cancelled", rule, True)
    if inner in ("happened", "ongoing"):
        if now.status not in OPEN:
            return now
        if mine.status is None and inner == "happened":
            return Standing(None, mine.rule, now.negated)
        if mine.status in OPEN:
            return Standing(mine.status if inner == "happened" else "ongoing", rule, now.negated)
        return Standing(mine.status, f"{mine.rule}+{rule}", mine.negated)
    if inner == "failed" and mine.rule in ("infinitive", "gerund") and above.lemma != "fail":
        return Standing("hypothetical", f"{mine.rule}+{rule}", now.negated)
    if (
        inner == "hypothetical"
        and lemma_of(above) in WISHES
        and now.rule.startswith(("present", "bare-finite"))
    ):
        return Standing("hypothetical", rule, now.negated)
    if inner == "hypothetical" and now.rule.startswith("modifier:"):
        return now
    if inner == "hypothetical" and above.lemma in HINTS and now.rule in ("past", "perfect"):
        return Standing("alleged", rule, now.negated)
    if inner == "hypothetical":
        return (
            now
            if now.status in ("alleged", "happened", "ongoing") and now.rule != "participle"
            else Standing("hypothetical", rule, now.negated)
        )
    if mine.status in ("hypothetical", "planned") and inner in ("planned", "cancelled", "failed"):
        return Standing(
            inner if mine.status == "planned" and inner != "failed" else "hypothetical",
            f"{mine.rule}+{rule}",
            now.negated,
        )
    if inner == "planned" and now.rule == "modal":
        return now  # "the debate over how Chad should fight them is set to go on"
    if inner == "alleged" and above.lemma in GUESSES and now.rule == "future":
        return Standing("hypothetical", rule, now.negated)
    if inner == "alleged" and now.status in ("planned", "cancelled", "hypothetical"):
        return now
    if (
        inner == "planned"
        and now.status in ("happened", "ongoing", "planned")
        and above.lemma in ("confirm", "announce", "expect")
    ):
        return now
    return Standing(inner, rule, now.negated)
