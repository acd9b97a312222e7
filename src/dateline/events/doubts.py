"""An act that has passed the gates in, the reason to leave it out after all: words that tell of no single act.

What readings of whole articles showed to be wrong most often: what is generally so, a warning that only informs,
a defence of one's own, a poll, words of a web page run together.
"""

from __future__ import annotations

import re

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.everyday import everyday
from dateline.events.figures import figurative
from dateline.events.grammar import complement, objects
from dateline.events.imagined import imagined
from dateline.events.metaphors import metaphor
from dateline.events.naming import last_word
from dateline.events.opinions import in_jest, opinion, too_late
from dateline.events.tense import Standing
from dateline.events.threats import threatens
from dateline.events.triggers import Hit
from dateline.events.unpolitical import unpolitical
from dateline.records import ActorRef
from dateline.syntax import Text

DEEDS = frozenset({
    "COERCE", "ASSAULT", "AID", "MOBILIZE", "RETREAT", "SANCTION", "COOPERATE", "PROTEST", "CONSULT", "CONCEDE",
})  # fmt: skip
GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]{3}")
ASKED = frozenset({"voter", "american", "people", "respondent", "adult", "resident", "citizen"})
POLLED = frozenset({"respondent", "reader", "viewer", "listener", "participant", "subscriber"})
SECRETS = frozenset({"detail", "information", "figure", "data", "name", "identity", "question", "comment"})
ANY_ONE = frozenset({"person", "individual"})
NOBODIES = frozenset({"market", "economy", "system", "world"})
PRESENT = frozenset(
    {"in", "at", "during", "after", "following", "from", "for", "of", "with", "since", "between"}
)
MOVING = frozenset({"refugee", "migrant", "civilian", "criminal"})
QUOTES = frozenset({'"', "“", "”", "''", "``"})
LANDS = frozenset({"country", "nation", "people", "homeland", "land"})


def doubted(text: Text, hit: Hit, standing: Standing, act: Act, roles: Roles) -> str | None:
    """The doubt that keeps the act out, None when there is none."""
    if act.status in ("failed", "denied") and standing.negated and _since(text, hit.i):
        return "not-since"
    if act.status == "hypothetical" and roles.source and all(_unnamed(one) for one in roles.source):
        return "generic"
    if act.type == "THREATEN" and standing.rule == "present" and all(_unnamed(one) for one in roles.source):
        return "generic"
    if act.type == "REQUEST" and roles.target_rule.startswith("compsubj") and too_late(text, hit.i):
        return "regret"
    if hit.entry.pattern.head == "say" and (opinion(text, hit.i) or in_jest(text, hit.i)):
        return "opinion"
    if act.type == "REQUEST" and hit.entry.pattern.head == "ask" and roles.target_rule.startswith("on:"):
        return "addressee-of-the-object"
    figure = (
        figurative(text, hit, act, roles)
        or imagined(text, hit, act, standing, roles)
        or metaphor(text, hit, act, roles)
        or everyday(text, hit, standing, act, roles)
        or unpolitical(text, hit, act, roles)
    )
    if figure is not None:
        return figure
    if act.type == "THREATEN" and not threatens(text, hit, roles):
        return "informs"
    if act.type == "RETREAT" and not _gives_way(text, hit, act, roles):
        return "no-retreat"
    if act.type == "SUPPORT" and _stance(hit, standing, roles):
        return "stance"
    if (
        act.type == "REQUEST"
        and hit.entry.pattern.head == "say"
        and any(last_word(one.name) in ASKED for one in roles.source)
    ):
        return "poll"
    if standing.rule == "operator:likely" and _more_likely(text, hit.i):
        return "generic"
    if standing.rule == "present-passive" and roles.target and all(_unnamed(one) for one in roles.target):
        return "generic"
    if act.type == "AID" and roles.target_rule.endswith(":place-of-state") and not any(
        one.country or one.kind in ("state", "government_body") for one in roles.source
    ):  # fmt: skip
        return "ground-only"
    if act.type == "CONSULT" and any(
        kid.lower == "halfway" for kid in text.kids(hit.i, "advmod", "npadvmod")
    ):
        return "figure"
    if (
        act.type in DEEDS
        and standing.rule.startswith("present")
        and "passive" not in standing.rule
        and _usual(text, hit)
    ):
        return "usual"
    if (
        act.type == "SUPPORT"
        and roles.source
        and roles.target
        and all(_own(one, roles.source) for one in roles.target)
    ):
        return "own-state"
    if act.type == "SUPPORT" and _ones_own(text, hit, roles):
        return "own-record"
    if (
        act.type == "AID"
        and roles.target
        and all(_unnamed(one) and one.sector == "military" for one in roles.target)
    ):
        return "own-forces"
    if act.mode == "riot" and roles.source and all(one.kind == "state" for one in roles.source):
        return "state-protests"
    if act.mode == "obstruct" and any(
        one.sector == "government" or last_word(one.name) == "authoritie" for one in roles.source
    ):
        return "state-protests"
    if act.type == "PROTEST" and act.mode != "boycott" and any(
        one.sector in ("police", "military", "rebel") or one.kind == "armed_group" for one in roles.source
    ):  # fmt: skip
        return "armed"
    if act.type in ("REQUEST", "CONSULT") and any(last_word(one.name) in POLLED for one in roles.target):
        return "poll"
    if act.type == "SUPPORT" and any(last_word(one.name) in ASKED for one in roles.source):
        return "poll"
    if act.type == "REQUEST" and roles.target_rule.startswith("objmod"):
        return "topic"
    if (
        act.type == "REQUEST"
        and roles.target_rule.startswith("to:")
        and hit.object is None
        and text.kid(hit.i, "dobj")
    ):
        return "addressee-of-the-object"
    if (
        act.type == "THREATEN"
        and roles.target_rule.startswith("compmods")
        and standing.rule in ("emphatic", "present")
    ):
        return "figure"
    if act.type == "REJECT" and _keeps_quiet(text, hit):
        return "no-comment"
    if any(one.actor_id is None and last_word(one.name) in NOBODIES for one in roles.target):
        return "figure"
    if (
        act.type == "CONSULT"
        and roles.source_rule.startswith("governing-subject")
        and not _there(text, hit.i)
    ):
        return "loose"
    if act.mode == "visit" and any(
        one.actor_id is None
        and (one.sector in MOVING or (one.country is None and roles.target_rule.endswith(":place-of-state")))
        for one in roles.source
    ):
        return "journey"
    if (
        text.tokens[hit.i].tag == "VBG"
        and standing.rule in ("adverbial", "participial")
        and _quoted_apart(text, hit.i, roles)
    ):
        return "speaker"
    if act.type == "REQUEST" and any(
        one.actor_id is None and one.name.lower() in ANY_ONE for one in roles.target
    ):
        return "generic"
    if act.type in ("COOPERATE", "AID", "CONSULT", "SANCTION", "ASSAULT") and _at_home(roles):
        return "own-state"
    if any(_run_together(one) for one in (*roles.source, *roles.target)):
        return "glued-name"
    if roles.target_rule.startswith("compsubj") and any(_any_one(text, one) for one in roles.target):
        return "generic"
    return None


def _unnamed(one: ActorRef) -> bool:
    return one.actor_id is None and one.country is None and one.kind in ("group", "anonymous", "person", None) and (
        one.name[:1].islower() or one.anonymous
    )  # fmt: skip


def _gives_way(text: Text, hit: Hit, act: Act, roles: Roles) -> bool:
    """Whether somebody who could give way does: frees people, pulls back forces, leaves an office of one's own."""
    if act.mode == "release" and roles.source and not roles.target:
        return any(text.tokens[head].tag.startswith("NNP") or head in hit.bound.matched for head in objects(text, hit.i)[0]) and any(
            text.reference_at(head) is not None for head in objects(text, hit.i)[0]
        )  # fmt: skip
    if act.mode == "resign" and hit.entry.pattern.head != "resign":
        return all(one.kind in ("person", "group", "anonymous", None) for one in roles.source)
    if act.mode == "withdraw":
        return not all(one.kind == "organisation" and one.sector in (None, "party") for one in roles.source)
    return True


def _stance(hit: Hit, standing: Standing, roles: Roles) -> bool:
    """A party or people that "support" somebody hold a view; and a land is not somebody to defend."""
    if any(
        one.actor_id is None and one.country is None and last_word(one.name) in LANDS for one in roles.target
    ):
        return True
    crowd = all(
        one.kind == "group" or (one.kind == "organisation" and one.sector in (None, "party"))
        for one in roles.source
    )
    return crowd and hit.entry.pattern.head in ("support", "back") and standing.rule.startswith("present")


def _more_likely(text: Text, i: int) -> bool:
    above = text.tokens[text.tokens[i].head]
    return above.lower == "likely" and any(
        kid.lower in ("more", "less", "most") for kid in text.kids(above.i)
    )


def _own(one: ActorRef, sources: tuple[ActorRef, ...]) -> bool:
    """Whether a state is praised or defended by its own."""
    return one.kind == "state" and all(source.country == one.country for source in sources)


def _ones_own(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether somebody defends what is his own: "the president defended his record"."""
    mine = {(one.actor_id or one.name) for one in roles.source}
    for head in objects(text, hit.i)[0]:
        for kid in text.kids(head, "poss") if head != hit.object else ():
            if kid.tag == "PRP$" and mine & {(one.actor_id or one.name) for one in text.refer(kid.i)}:
                return True
    return False


def _keeps_quiet(text: Text, hit: Hit) -> bool:
    """Whether what is refused is only to tell: "declined to release details"."""
    inner = complement(text, hit.i)
    return inner is not None and any(
        text.tokens[head].lemma.lower() in SECRETS for head in objects(text, inner)[0]
    )


def _there(text: Text, noun: int) -> bool:
    """Whether the verb's subject takes part in what the noun names: "met ..", "during talks", not "selling them on talks"."""
    prep = text.tokens[text.tokens[noun].head]
    return text.tokens[noun].dep != "pobj" or prep.lower in PRESENT


def _quoted_apart(text: Text, i: int, roles: Roles) -> bool:
    """Whether the act stands in quotation marks and who is said to do it outside of them: the speaker, not the doer."""
    marks = [
        token.i
        for token in text.tokens[text.sentence_of(i).start : text.sentence_of(i).end]
        if token.text in QUOTES
    ]
    for one in roles.source:
        at = text.token_at(one.span.start) if one.span is not None else None
        if at is not None and sum(min(at, i) < mark < max(at, i) for mark in marks) % 2:
            return True
    return False


def _at_home(roles: Roles) -> bool:
    """Whether a person of a state is told to deal with that state itself: a word before a name taken for its state."""
    return any(
        there.kind == "state" and any(one.kind == "person" and one.country == there.country for one in roles.source)
        for there in roles.target
    )  # fmt: skip


def _run_together(one: ActorRef) -> bool:
    return (
        one.actor_id is None
        and bool(GLUED.search(one.name))
        and not one.name.startswith(("Mac", "Mc", "Fitz"))
    )


def _any_one(text: Text, one: ActorRef) -> bool:
    """Whether the side is any one of a sort: "a party that .. should"."""
    if one.actor_id or one.country or one.span is None:
        return False
    i = text.token_at(one.span.end - 1)
    return i is not None and any(kid.lower in ("a", "an", "any", "every") for kid in text.kids(i, "det"))


def _usual(text: Text, hit: Hit) -> bool:
    """A deed in the plain present tells what is usually so, but in a headline or with a day beside it."""
    if hit.entry.kind != "verbs":
        return False
    sentence = text.sentence_of(hit.i)
    closed = any(token.text in ".!?" for token in text.tokens[sentence.start : sentence.end][-3:])
    dated = any(
        one.ent in ("DATE", "TIME") for kid in text.kids(hit.i, "npadvmod", "prep", "advmod")
        for one in (kid, *text.kids(kid.i, "pobj"))
    )  # fmt: skip
    return closed and not dated


def _since(text: Text, i: int) -> bool:
    """ "had not met since the vote": the writer dates the last time, no act that failed."""
    clauses = [mark for kid in text.kids(i, "advcl") for mark in text.kids(kid.i, "mark")]
    return any(kid.lower == "since" for kid in (*text.kids(i, "prep", "mark"), *clauses))
