"""An act told by a noun or gerund under a preposition, how it stands so far in, how it stands out: "after talks with ..".

Also what hangs beside a clause: a decision that is judged, a participle set off by commas.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.events.codebook import Operator
from dateline.events.operators import OPEN, operate
from dateline.events.tense import Standing, own_standing
from dateline.events.triggers import Hit
from dateline.events.willed import decided_against
from dateline.events.words import is_noun, is_verb
from dateline.syntax import Text, Token

BEFOREHAND = frozenset({"before", "ahead", "pending", "until"})
FACTIVE = frozenset({"after", "by", "since", "before", "while", "when", "upon", "following", "besides"})
WITHOUT = frozenset({"without", "instead", "short"})
LEADING_TO = frozenset({
    "road", "path", "way", "route", "prelude", "run-up", "lead-up", "runup", "buildup", "build-up", "step", "push",
    "invitation", "return", "opening", "door", "commitment", "alternative", "precondition", "condition",
})  # fmt: skip
EXCUSES = frozenset(
    {"prelude", "prologue", "precursor", "pretext", "excuse", "justification", "case", "preparation"}
)
JUDGED = frozenset({
    "defend", "criticize", "criticise", "praise", "regret", "justify", "condemn", "applaud", "denounce", "slam", "blast", "lament",
    "question", "rue", "hail", "welcome", "explain", "protest", "mock",
})  # fmt: skip
REGARDED = frozenset(
    {"see", "regard", "view", "consider", "deem", "criticize", "criticise", "praise", "condemn", "hail"}
)
STIRS = frozenset({
    "draw", "anger", "infuriate", "enrage", "outrage", "upset", "spark", "prompt", "provoke", "trigger", "cause", "surprise",
    "shock", "stun", "alarm", "please", "delight", "divide", "cost", "backfire", "raise", "stir", "fuel", "leave", "force",
    "hurt", "help", "reflect", "mark", "end", "split", "alienate", "embarrass", "haunt", "dismay", "irk", "rattle",
})  # fmt: skip
"""What only a decision that was carried out does: "his decision to pull back angered allies"."""
GUESSED = frozenset({
    "talk", "speculation", "question", "debate", "chatter", "prediction", "hype", "worry", "concern", "fear", "hope", "doubt",
    "theory", "guess", "expectation",
})  # fmt: skip
"""What a clause about somebody's future doings is only talked of in: "all the talk about how he would defy them"."""
AHEAD = frozenset({"next", "coming", "tomorrow", "upcoming", "later", "soon"})
GATHERS = frozenset({"break", "pause", "convene", "gather", "assemble", "huddle", "interrupt"})
"""What one does on the spot for a meeting that then takes place, as far as the past tense tells."""
UNPLANNED = frozenset({"ASSAULT", "PROTEST", "RETREAT", "COERCE"})


class Hung(NamedTuple):
    """The word that tells the act, the word over its preposition, and the preposition."""

    current: Token
    above: Token
    prep: str


def adjunct(
    text: Text, hit: Hit, hung: Hung, operator: Operator | None, mine: Standing, now: Standing,
    up: Callable[[Token, Standing], Standing],
) -> Standing:  # fmt: skip
    """A noun or gerund hung from something by a preposition: "after talks with", "ahead of the visit", "by arresting"."""
    current, above, prep = hung
    if prep == "barring":
        return Standing("hypothetical", "adjunct:barring", now.negated)
    if (
        now.rule in ("future-in-the-past", "future")
        and prep in ("about", "over", "of")
        and above.lemma in GUESSED
    ):
        return Standing("hypothetical", f"noun:{above.lemma}", now.negated)
    if now.status not in OPEN:
        return now
    if prep in WITHOUT:
        return Standing("failed", f"adjunct:{prep}", True)
    if decided_against(above, prep) and mine.status in OPEN and not mine.negated:
        return Standing("refused", f"operator:{above.lemma}", True)
    strong = operator is not None and operator.inner not in ("happened", "ongoing", "through", "drop")
    if (
        operator is not None
        and strong
        and prep in ("on", "for", "of", "about", "to", "with", "from", "against", "into")
    ):
        return operate(operator, above, mine, now)
    if now.status == "happened":
        return now
    if prep in ("by", "upon", "while") and current.tag == "VBG" and (is_verb(above) or above.pos == "AUX"):
        over = up(above, own_standing(text, above))
        if over.dropped_by is not None or over.status not in ("happened", "ongoing"):
            return Standing(None, f"gerund:{prep}", dropped_by=above.i)
    if prep == "with" and current.tag == "VBG" and current.dep == "pcomp" and is_noun(above):
        return Standing(None, "gerund:with", dropped_by=above.i)
    if prep == "with" and current.tag == "VBG":
        return now
    if current.tag == "VBG" and prep not in FACTIVE:
        return Standing(None, f"gerund:{prep}", dropped_by=above.i)
    coming = prep == "for" and hit.entry.type == "CONSULT" and current.tag != "VBG"
    if coming and above.lemma in GATHERS and own_standing(text, above).status == "happened":
        return Standing("happened", f"adjunct:{above.lemma}", now.negated)
    done = prep == "before" and is_verb(current) and mine.status == "happened"
    toward = prep in ("to", "toward", "towards") and above.lemma in LEADING_TO and hit.entry.type == "CONSULT"
    befell = prep == "before" and hit.entry.type in UNPLANNED and past_above(text, above)
    if (
        prep in ("to", "for")
        and above.lemma in EXCUSES
        and now.status in OPEN
        and hit.entry.type != "CONSULT"
    ):
        return Standing("hypothetical", f"adjunct:{above.lemma}", now.negated)
    if (prep in BEFOREHAND and not done and not befell) or coming or toward:
        return Standing("planned", f"adjunct:{prep}", now.negated)
    if (
        prep in ("at", "during")
        and hit.entry.type == "CONSULT"
        and is_noun(current)
        and mine.status == "hypothetical"
    ):
        return Standing("planned", f"adjunct:{prep}", now.negated)
    owned = prep in ("about", "regarding", "concerning") and text.kid(current.i, "poss") is not None
    if (
        mine.status in ("planned", "hypothetical", "cancelled")
        and not owned
        and prep
        not in (
            "after",
            "since",
            "following",
            "despite",
        )
    ):
        return Standing(mine.status, mine.rule, mine.negated)
    return Standing("failed" if now.negated else "happened", f"adjunct:{prep}", now.negated)


def settled(text: Text, choice: Token) -> bool:
    """Whether a decision is talked of as carried out: "defended his decision to pardon"."""
    verb = text.tokens[choice.head]
    low, high = text.edges(choice.i)
    if any(token.lower in AHEAD for token in text.tokens[low:high]):
        return False
    if choice.dep == "nsubjpass" and verb.lemma in REGARDED:
        return own_standing(text, verb).status in OPEN
    if choice.dep == "nsubj" and verb.lemma == "be" and text.kid(verb.i, "acomp", "attr") is not None:
        return own_standing(text, verb).status in OPEN
    if choice.dep == "nsubj" and verb.lemma in STIRS:
        return own_standing(text, verb).status in OPEN
    judged = choice.dep == "dobj" and verb.lemma in JUDGED
    return judged and own_standing(text, verb).status in OPEN


def past_above(text: Text, above: Token) -> bool:
    """Whether the clause over a word tells of the past."""
    for token in (above, *text.ancestors(above.i)):
        if (is_verb(token) or token.pos == "AUX") and token.tag not in ("VB", "VBG"):
            return own_standing(text, token).status == "happened"
    return False


def set_off(text: Text, token: Token) -> bool:
    """A participle set off by commas behind its subject: "Chad, blaming Mali, closed the border"."""
    before = text.tokens[token.i - 1] if token.i else token
    return token.dep == "acl" and token.tag == "VBG" and before.text in (",", "--", "—", "–")
