"""A trigger in, how things stand with its act out: happened, planned, refused .., with the rule that decided.

The walk goes from the trigger up the parse. Its own tense, modals and negation speak first; then every word it
hangs from: a codebook entry that swallows the act ("threatened to ..", "demanded .."), an operator ("plans to",
"failed to", "talks collapsed"), a condition, a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.events.codebook import Codebook, Operator
from dateline.events.grammar import is_noun, is_verb
from dateline.events.patterns import forms, match
from dateline.events.triggers import Hit
from dateline.syntax import Text, Token

PAST_REPORT = frozenset({"VBD", "VBN"})
CONDITION = frozenset({"if", "unless", "whether", "lest", "until", "provided", "should"})
NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "without", "nobody", "none", "instead"}
)
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "gon"})
MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "ought", "ca"})
SOFT = frozenset({"alleged", "allegedly", "reportedly", "purportedly", "supposedly", "apparently"})
BEFOREHAND = frozenset({"before", "ahead", "pending", "until", "for", "towards", "toward", "upcoming"})
UNREAL = frozenset({"without", "instead", "against", "despite_no", "barring", "short"})


class Standing(NamedTuple):
    """`status` (None: the act is no event of its own), `rule`, whether it was negated, and the word that dropped it."""

    status: str | None
    rule: str
    negated: bool = False
    dropped_by: int | None = None
    alleged_by: int | None = None


def operator_at(text: Text, book: Codebook, i: int) -> Operator | None:
    """The operator whose pattern holds at token i."""
    for form in forms(text, i):
        for operator in book.operator_index.get(form, ()):
            if match(text, i, operator.pattern) is not None:
                return operator
    return None


def decide(text: Text, book: Codebook, hit: Hit, hits: Mapping[int, Hit]) -> Standing:
    """How things stand with the act reported by `hit`; `hits` are the best entries of the text by token."""
    token = text.tokens[hit.i]
    if hit.entry.kind == "verbs":
        own = _own(text, token)
    elif hit.entry.kind == "adjectives":
        head = text.tokens[token.head]
        own = _own(text, head) if head.i != token.i else _own(text, token)
    else:
        own = _noun(text, book, token, hit)
    if own.status is None or own.rule.startswith("condition") or own.status in ("happened", "ongoing"):
        above = _climb(text, book, token, hits, own)
    else:
        above = _climb(text, book, token, hits, own)
    if above.dropped_by is not None or above.status is None:
        return above
    return _fixed(hit, above)


def _fixed(hit: Hit, found: Standing) -> Standing:
    entry = hit.entry
    if (
        entry.presupposes
        and found.status in ("failed", "hypothetical", "happened")
        and found.status == "failed"
    ):
        return found._replace(status=entry.presupposes, rule=f"{found.rule}+presupposed")
    if entry.status and found.status in ("happened", "ongoing"):
        return found._replace(status=entry.status, rule=f"{found.rule}+entry")
    return found


def negated(text: Text, i: int) -> bool:
    """Whether "not", "never", "no .." or "without" stands on the word."""
    for kid in text.kids(i):
        if kid.dep == "neg" or (kid.lower in NEGATIVE and kid.dep in ("advmod", "preconj", "det", "neg")):
            return True
        if (
            kid.dep in ("dobj", "nsubjpass", "attr")
            and is_noun(kid)
            and text.tokens[i].pos in ("VERB", "AUX")
        ):
            if any(det.lower in ("no", "neither") for det in text.kids(kid.i, "det", "neg")):
                return True
        if kid.dep in ("nsubj", "nsubjpass") and kid.lower in ("nobody", "none", "neither"):
            return True
    return False


def _own(text: Text, token: Token) -> Standing:
    """What the verb's own auxiliaries say."""
    auxiliaries = [kid for kid in text.kids(token.i, "aux", "auxpass")]
    no = negated(text, token.i)
    words = {kid.lower for kid in auxiliaries}
    soft = any(kid.lower in SOFT for kid in text.kids(token.i, "advmod"))
    mark = next((kid for kid in text.kids(token.i, "mark", "advmod") if kid.lower in CONDITION), None)
    if mark is not None and token.dep in ("advcl", "ccomp", "acl", "ROOT", "conj") and mark.i < token.i:
        if mark.lower != "until" or not token.tag == "VBD":
            return Standing("hypothetical", f"condition:{mark.lower}", no)
    if words & FUTURE:
        return Standing("cancelled" if no else "planned", "future", no)
    if "would" in words or "'d" in words or "’d" in words:
        if {"have", "'ve"} & words:
            return Standing("hypothetical", "would-have", no)
        if _reported_past(text, token):
            return Standing("cancelled" if no else "planned", "future-in-the-past", no)
        return Standing("refused" if no else "hypothetical", "would", no)
    if words & MAYBE:
        if {"have", "'ve"} & words:
            return Standing(
                "alleged" if words & {"may", "might", "could"} else "hypothetical", "modal-past", no
            )
        return Standing("hypothetical", "modal", no)
    if "to" in words:
        return Standing(None, "infinitive", no)
    if no:
        return Standing("failed", "negation", no)
    if soft:
        return Standing("alleged", "hearsay-adverb")
    return Standing(*_tense(text, token, auxiliaries, words))


def _tense(text: Text, token: Token, auxiliaries: list[Token], words: set[str]) -> tuple[str | None, str]:
    present = {"is", "are", "am", "'s", "’s", "'re", "’re"}
    if token.tag == "VBG":
        if words & present:
            return "ongoing", "progressive"
        if words & {"been"} and words & {"has", "have", "'s", "'ve"}:
            return "ongoing", "perfect-progressive"
        if words & {"was", "were", "been"}:
            return "happened", "past-progressive"
        return None, "gerund"
    if token.tag == "VBD":
        return "happened", "past"
    if token.tag == "VBN":
        if words & {"has", "have", "had", "'ve", "'d", "was", "were", "been", "got"}:
            return "happened", "perfect" if words & {"has", "have", "had"} else "past"
        if words & present:
            return "happened", "present-passive"
        if words & {"being"}:
            return "ongoing", "progressive"
        return ("happened", "participle") if not auxiliaries else ("happened", "passive")
    if token.tag in ("VBZ", "VBP"):
        return "happened", "present"
    if token.dep == "conj":
        return None, "shared"
    if words & {"did", "does", "do"}:
        return "happened", "emphatic"
    return (None, "bare") if token.dep not in ("ROOT", "ccomp") else ("happened", "bare-finite")


def _reported_past(text: Text, token: Token) -> bool:
    for above in text.ancestors(token.i):
        if is_verb(above) and (above.tag in PAST_REPORT or above.tag == "VBG"):
            return True
    return any(kid.tag == "VBD" for kid in text.kids(token.i, "parataxis"))


def _noun(text: Text, book: Codebook, token: Token, hit: Hit) -> Standing:
    """What a noun's own adjectives and articles say: "planned talks", "no talks", "the alleged attack"."""
    if negated(text, token.i):
        return Standing("failed", "no-noun", True)
    for kid in text.kids(token.i, "amod", "compound", "advmod"):
        operator = operator_at(text, book, kid.i)
        if operator is not None and operator.inner not in ("happened", "drop"):
            return Standing(operator.inner, f"modifier:{kid.lower}")
    return Standing(None, "noun")


def _climb(text: Text, book: Codebook, token: Token, hits: Mapping[int, Hit], own: Standing) -> Standing:
    """Walk up from the trigger; `own` is what it says itself."""
    current, standing, here = token, own, own
    for _ in range(8):
        head = text.tokens[current.head]
        if head.i == current.i:
            break
        dep = current.dep
        if dep == "conj":
            if (
                is_verb(current)
                and is_verb(head)
                and here.status in (None,)
                and _same_form(text, current, head)
            ):
                here = _own(text, head)
                standing = _merge(standing, here)
            elif is_verb(current) and is_verb(head) and here.status == "happened" and head.tag == current.tag:
                pass
            current = head
            if head.i in hits and is_noun(head) and not is_noun(token):
                break
            continue
        if dep in ("xcomp", "ccomp", "dobj", "nsubjpass", "nsubj", "attr", "oprd", "acl", "dative", "appos"):
            link, g = dep, head
        elif dep in ("pobj", "pcomp"):
            link, g = f"prep:{head.lower}", text.tokens[head.head]
            if g.i == head.i:
                break
            if g.pos == "ADP":
                g = text.tokens[g.head]
        elif dep == "advcl":
            return _adverbial(text, current, head, standing)
        elif dep in ("relcl", "parataxis", "compound", "poss", "amod", "nmod"):
            break
        else:
            break
        moved = _under(text, book, token, current, g, link, hits, standing)
        if moved is None:
            break
        standing = moved
        if standing.dropped_by is not None:
            return standing
        if dep in (
            "xcomp",
            "dobj",
            "pcomp",
            "pobj",
            "nsubjpass",
            "nsubj",
            "attr",
            "acl",
            "oprd",
            "ccomp",
            "dative",
            "appos",
        ):
            current = g
            here = standing
            continue
        break
    if standing.status is None:
        return _default(text, token, standing)
    return standing


def _same_form(text: Text, one: Token, other: Token) -> bool:
    return one.tag == other.tag or one.tag in ("VB", "VBN", "VBG")


def _merge(inner: Standing, outer: Standing) -> Standing:
    """The standing of an act whose own words say `inner`, under words that say `outer`."""
    if inner.status in (None, "happened", "ongoing"):
        return Standing(outer.status, outer.rule, inner.negated or outer.negated)
    if outer.status == "hypothetical" and outer.rule.startswith("condition"):
        return outer
    return inner


def _under(
    text: Text,
    book: Codebook,
    trigger: Token,
    current: Token,
    g: Token,
    link: str,
    hits: Mapping[int, Hit],
    now: Standing,
) -> Standing | None:
    """The standing after word `g`, that the act hangs from by `link`; None when nothing above matters."""
    nominal = is_noun(current)
    above = hits.get(g.i)
    swallowing = above.entry.inner if above is not None else None
    if (
        link in ("nsubj", "nsubjpass")
        and above is not None
        and link == "nsubj"
        and not _passive_like(text, g)
    ):
        swallowing = None
    if link == "appos" or (
        is_noun(g)
        and link.startswith("prep:")
        and nominal
        and operator_at(text, book, g.i) is None
        and swallowing is None
    ):
        return now if link == "appos" else _noun_under_noun(text, g, link, now)
    if swallowing == "drop" and link != "nsubj":
        if (
            link.startswith("prep:")
            and nominal
            and link[5:] in ("after", "during", "following", "in", "at", "over", "since", "amid")
        ):
            return Standing(now.status or "happened", f"adjunct:{link[5:]}", now.negated)
        return Standing(None, f"under:{g.lemma}", now.negated, dropped_by=g.i)
    if swallowing == "alleged" and link != "nsubj":
        if now.status in ("planned", "hypothetical", "cancelled"):
            return Standing(None, f"under:{g.lemma}", now.negated, dropped_by=g.i)
        return Standing("alleged", f"under:{g.lemma}", now.negated, alleged_by=g.i)
    operator = operator_at(text, book, g.i)
    mine = _own(text, g) if is_verb(g) or g.pos == "AUX" else Standing(None, "noun")
    if g.lemma == "be" and link == "xcomp" and any(k.lower == "to" for k in text.kids(current.i, "aux")):
        return Standing("planned", "be-to", mine.negated)
    if g.lemma in ("go", "have") and link == "xcomp" and g.tag in ("VBG", "VBP", "VBZ", "VBD"):
        if g.lemma == "go" and g.tag == "VBG":
            return Standing("cancelled" if mine.negated else "planned", "going-to", mine.negated)
        if g.lemma == "have":
            return Standing("hypothetical", "have-to", mine.negated)
    if (
        (link.startswith("prep:")
        and operator is None
        and above is None)
        or (link.startswith("prep:")
        and is_verb(g)
        and nominal)
    ):
        return _adjunct(text, current, g, link[5:], operator, mine, now)
    if operator is not None and not (
        link == "nsubj" and operator.inner in ("hypothetical", "planned", "alleged", "denied", "refused")
    ):
        return _operate(operator, g, mine, now)
    if link in ("nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd"):
        if mine.status in ("planned", "hypothetical", "cancelled", "failed") and (
            link != "dobj" or above is None
        ):
            return Standing(now.status or mine.status, mine.rule, mine.negated)
        return Standing(now.status or "happened", now.rule if now.status else "presupposed", now.negated)
    if link == "ccomp":
        if now.status is None:
            return Standing(None, now.rule, now.negated)
        if mine.status == "hypothetical" and mine.rule.startswith("condition"):
            return mine
        return now
    if link in ("xcomp", "acl") or link.startswith("prep:"):
        if now.status is None and mine.status is not None and link == "xcomp":
            return Standing(mine.status, f"{mine.rule}+{g.lemma}", mine.negated)
        if link.startswith("prep:") and now.status is None:
            return Standing("happened", f"adjunct:{link[5:]}", now.negated)
        return now
    return None


def _passive_like(text: Text, g: Token) -> bool:
    return text.kid(g.i, "nsubjpass") is not None


def _noun_under_noun(text: Text, g: Token, link: str, now: Standing) -> Standing | None:
    prep = link[5:]
    if prep in BEFOREHAND and now.status is None:
        return Standing("planned", f"adjunct:{prep}", now.negated)
    return now


def _adjunct(
    text: Text, current: Token, g: Token, prep: str, operator: Operator | None, mine: Standing, now: Standing
) -> Standing:
    """A noun or gerund that hangs from a verb by a preposition: "after talks with", "ahead of the visit", "by arresting"."""
    if now.status not in (None, "happened", "ongoing"):
        return now
    if prep in UNREAL:
        return Standing("failed", f"adjunct:{prep}", True)
    if operator is not None and prep in (
        "on",
        "for",
        "of",
        "about",
        "to",
        "with",
        "from",
        "against",
        "into",
        "in",
    ):
        if operator.inner in (
            "hypothetical",
            "planned",
            "cancelled",
            "failed",
            "refused",
            "denied",
            "alleged",
        ):
            return _operate(operator, g, mine, now)
    if prep in BEFOREHAND:
        return Standing("planned", f"adjunct:{prep}", now.negated)
    if mine.status in ("planned", "hypothetical", "cancelled") and prep in (
        "at",
        "in",
        "with",
        "to",
        "into",
        "during",
        "on",
        "for",
    ):
        return Standing(mine.status, mine.rule, mine.negated)
    return Standing("happened", f"adjunct:{prep}", now.negated)


def _operate(operator: Operator, g: Token, mine: Standing, now: Standing) -> Standing:
    """What an operator makes of the act under it."""
    inner, rule = operator.inner, f"operator:{g.lemma}"
    if inner == "through":
        return now
    if mine.negated and mine.status != "hypothetical":
        turned = {
            "planned": "cancelled",
            "failed": "happened",
            "refused": "planned",
            "denied": "happened",
            "happened": "failed",
            "ongoing": "failed",
            "cancelled": "planned",
        }
        return Standing(turned.get(inner, "hypothetical"), f"not-{rule}", True)
    if inner in ("happened", "ongoing"):
        if now.status not in (None, "happened", "ongoing"):
            return now
        if mine.status in (None, "happened"):
            return Standing(mine.status if inner == "happened" else "ongoing", rule, now.negated)
        return Standing(mine.status, f"{mine.rule}+{rule}", mine.negated)
    if (
        inner == "hypothetical"
        and now.status in ("cancelled", "refused", "failed", "denied", "alleged", "happened")
        and not is_infinitive(now)
    ):
        return now if now.status in ("alleged", "happened") else Standing("hypothetical", rule, now.negated)
    if inner in ("planned",) and mine.status == "hypothetical":
        return Standing("hypothetical", f"{mine.rule}+{rule}", now.negated)
    if inner == "cancelled" and mine.status in ("hypothetical", "planned"):
        return Standing("cancelled" if mine.status == "planned" else "hypothetical", rule, now.negated)
    if now.negated and inner == "planned":
        return Standing("cancelled", rule, True)
    if inner in ("alleged",) and now.status in ("planned", "cancelled", "hypothetical"):
        return now
    return Standing(inner, rule, now.negated)


def is_infinitive(now: Standing) -> bool:
    """Whether nothing has been said yet of the act's own time."""
    return now.status is None


def _adverbial(text: Text, current: Token, head: Token, now: Standing) -> Standing:
    if now.status is not None:
        return now
    marks = {kid.lower for kid in text.kids(current.i, "mark", "advmod")}
    if "to" in {kid.lower for kid in text.kids(current.i, "aux")}:
        return Standing("planned", "purpose", now.negated)
    above = _own(text, head) if is_verb(head) or head.pos == "AUX" else Standing("happened", "adverbial")
    if above.status in ("planned", "hypothetical", "cancelled") and not marks & {"after", "since", "because"}:
        return Standing(above.status, f"{above.rule}+adverbial", above.negated)
    if now.negated:
        return Standing("failed", "negation", True)
    return Standing("happened", "adverbial", now.negated)


def _default(text: Text, token: Token, now: Standing) -> Standing:
    if now.rule in ("infinitive", "bare"):
        return Standing("planned" if token.dep == "ROOT" else "hypothetical", now.rule, now.negated)
    if now.negated:
        return Standing("failed", "negation", True)
    if now.rule == "noun":
        return Standing("happened", "presupposed", now.negated)
    return Standing("happened", now.rule, now.negated)
