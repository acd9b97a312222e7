"""An act with its roles in, whether it is to be recorded out: precision before recall.

Each gate is one reason not to record an act; the first that shuts is named.
"""

from __future__ import annotations

import re

from dateline.events.actors import RULING
from dateline.events.bearers import CONTEXT
from dateline.events.casting import Roles
from dateline.events.codebook import Codebook
from dateline.events.derive import Act
from dateline.events.grammar import objects, prepositions
from dateline.events.naming import is_media
from dateline.events.tense import Standing
from dateline.events.triggers import Hit
from dateline.records import ActorRef
from dateline.syntax import Text

WANTS_TARGET = frozenset(
    {"CONSULT", "SUPPORT", "COOPERATE", "AID", "ACCUSE", "SANCTION", "COERCE", "ASSAULT"}
)
SPOKEN = frozenset({"PROTEST", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "AGREE", "CONCEDE", "THREATEN"})
GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]{2}|[a-z]{2}[A-Z]{3}|[a-z]\d$")
TALK = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
DEEDS = frozenset({"RETREAT", "CONCEDE", "AID", "COOPERATE", "CONSULT"})
PULLOUTS = frozenset({"withdrawal", "pullout", "pull-out", "pullback"})
LOOSE = frozenset({"purpose", "bare", "infinitive"})
DIRECT = frozenset({
    "caught", "obj", "iobj", "plain", "split", "coordinated", "with", "against", "compsubj", "compobj", "beyond", "of",
    "from", "at", "on", "to", "between", *CONTEXT,
})  # fmt: skip
BY_MODIFIER = frozenset({"objmod"})
ALONE = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
TOLD = frozenset({"happened", "ongoing", "planned", "cancelled", "refused"})
BY_NOBODY = frozenset(
    {("COERCE", mode) for mode in ("arrest", "deport", "seize", "ban", "censor")}
    | {("RETREAT", mode) for mode in ("release", "return")}
    | {("SANCTION", mode) for mode in ("expel", "convict")}
    | {("ASSAULT", mode) for mode in ("abduct", "assassinate", "execute", "torture")}
)
"""Acts of power that are told without saying whose: only a passive with somebody known at the other end."""


def shut(
    text: Text, book: Codebook, hit: Hit, standing: Standing, act: Act, roles: Roles, inner: Hit | None
) -> str | None:
    """The gate that keeps the act out, None when it may pass."""
    if not roles.source and not _done_to(hit, act, roles):
        return "no-source"
    area = act.mode in ("curfew", "martial-law")
    if (
        not roles.target
        and ((act.type in WANTS_TARGET and not area) or hit.entry.needs == "target")
        and not _whole_alone(text, book, hit, act, roles, inner)
    ):
        return "no-target"
    if not any(_known(one) for one in (*roles.source, *roles.target)) and not _crowd(act, roles):
        return "nobody-known"
    if act.type == "CONSULT" and any(is_media(one) for one in (*roles.source, *roles.target)):
        return "press"
    path, _, _ = roles.target_rule.partition(":")
    if act.type == "REQUEST" and not (
        any(_public(one) or one.country for one in roles.source)
        or any(one.country or one.role or one.kind != "group" for one in roles.target)
    ):
        return "private"
    if act.type in ("CONSULT", "COOPERATE", "AID") and not any(
        _public(one) for one in (*roles.source, *roles.target)
    ):
        return "private"
    if act.mode == "visit" and not all(_travels(one, roles) for one in roles.source):
        return "journey"
    if act.mode == "visit" and any(_after_a_house(text, one) for one in hit.bound.caught):
        return "journey"
    if act.mode == "visit" and not all(
        one.actor_id or one.kind in ("person", "state") for one in roles.target
    ):
        return "journey"
    if (
        act.type == "CONSULT"
        and path == "objmod"
        and not all(one.kind in ("person", "state") for one in roles.target)
    ):
        return "loose"
    if standing.rule == "purpose" and act.type != "CONSULT":
        return "purpose"
    if (
        hit.entry.pattern.weight <= 1
        and hit.entry.kind != "nouns"
        and hit.entry.needs != "nothing"
        and not _weak_stands(text, book, hit, act, roles, path, inner)
    ):
        return "weak-word"
    if path == "objmod" and act.type in SPOKEN and not _owned(text, book, hit, act):
        return "topic"
    if act.type == "AGREE" and not roles.target and (inner is None or inner.entry.type not in DEEDS):
        return "empty-promise"
    readies = hit.entry.kind == "adjectives" or hit.entry.pattern.head == "announce"
    if act.type == "AGREE" and readies and inner is not None and inner.entry.type in ("ACCUSE", "REJECT"):
        return "no-promise"
    if act.type == "AGREE" and all(_vague(one) for one in roles.source):
        return "generic"
    if (
        act.type == "RETREAT"
        and hit.entry.pattern.head in ("withdraw", "pull")
        and roles.target
        and all(one.kind == "organisation" for one in roles.target)
    ):
        return "withdrawal-from-what"
    if act.mode == "access" and not any(_rules(one) for one in roles.source):
        return "private"
    if (
        act.type == "ASSAULT"
        and hit.entry.kind == "nouns"
        and roles.source_rule.startswith("mod:")
        and not any(_rules(one) for one in roles.source)
    ):
        return "named-after"
    if act.type == "PROTEST" and all(one.kind == "person" for one in roles.source):
        return "one-man-protest"
    if act.type == "MOBILIZE" and not any(
        _rules(one) or one.country or (_public(one) and one.sector != "criminal") for one in roles.source
    ):
        return "no-forces"
    if act.type == "PROTEST" and all(is_media(one) for one in roles.source):
        return "press"
    if act.type == "REQUEST" and any(is_media(one) for one in roles.source):
        return "press"
    if (
        act.type == "AGREE"
        and inner is None
        and path == "compobj"
        and hit.entry.pattern.head not in ("agree", "offer")
    ):
        return "empty-promise"
    if (
        hit.entry.kind == "nouns"
        and not roles.target
        and hit.entry.needs != "nothing"
        and act.type != "PROTEST"
    ):
        return "bare-noun"
    if standing.negated and act.type in SPOKEN and (act.status == "failed" or hit.entry.type == "REJECT"):
        return "unsaid"
    if act.status == "hypothetical" and act.type in TALK:
        return "idle"
    untold = standing.rule == "negation" and text.tokens[hit.i].tag == "VB"
    if (standing.rule in ("present", "present+shared") or untold) and all(
        _vague(one) for one in roles.source
    ):
        return "generic"
    if (
        act.rule == "refusal"
        and inner is None
        and hit.entry.needs != "nothing"
        and (not roles.target or path == "objmod")
    ):
        return "empty-refusal"
    if standing.rule in ("gerund", "habit", "aim") or (
        text.tokens[hit.i].dep in ("csubj", "csubjpass") and text.tokens[hit.i].tag == "VBG"
    ):
        return "generic"
    if text.tokens[hit.i].tag == "VB" and standing.rule.startswith("adjunct"):
        return "generic"
    bare = text.tokens[hit.i].tag == "VB" and text.kid(hit.i, "aux") is None
    told_not = standing.negated and bare and text.tokens[hit.i].dep in ("ROOT", "ccomp")
    bidding = standing.rule == "bare-finite" or told_not
    if bidding and hit.entry.kind == "verbs" and not _has_subject(text, hit.i):
        return "imperative"
    if standing.rule == "purpose" and path not in ("with", "caught", "obj"):
        return "purpose"
    if (
        act.type == "RETREAT"
        and hit.entry.pattern.head in PULLOUTS
        and hit.entry.kind == "nouns"
        and (not roles.target or path in ("to", "objmod"))
        and not _of_forces(text, book, hit)
    ):
        return "withdrawal-from-what"
    if act.type == "RETREAT" and roles.source_rule.startswith("governing-subject"):
        return "truce-of-others"
    if roles.source_rule.endswith(":document"):
        return "document"
    if act.type == "ASSAULT" and standing.rule == "adverbial" and text.tokens[hit.i].tag == "VBG":
        return "outcome"
    if act.type in ("ASSAULT", "COERCE") and path == "objmod" and not _concrete(text, book, hit):
        return "figure"
    if glued(text, hit.i):
        return "glued-sentence"
    named = all(_public(one) for one in roles.source) and all(_known(one) for one in roles.target)
    if act.status == "hypothetical" and not (roles.target and named):
        return "idle"
    if standing.rule in ("infinitive", "bare") or (
        standing.rule in LOOSE and path in ("coordinated", "split", "")
    ):
        return "loose"
    return None


def _of_forces(text: Text, book: Codebook, hit: Hit) -> bool:
    """Whether a withdrawal is one of troops or from a place, not from a treaty: "the troop withdrawal", "from the town"."""
    near = [kid.i for kid in text.kids(hit.i, "compound", "nmod", "amod", "poss")]
    near += [head for word, _, head in prepositions(text, hit.i) if word in ("of", "from")]
    forces = book.classes["troops"] | {"troop", "military", "force"}
    return any(
        text.tokens[one].lemma.lower() in forces or text.tokens[one].ent in ("LOC", "FAC")
        or (text.tokens[one].ent == "GPE" and text.tokens[one].dep == "pobj")
        for one in near
    )  # fmt: skip


def _has_subject(text: Text, i: int) -> bool:
    """Whether a verb, or the one it is joined to, has a subject of its own."""
    token = text.tokens[i]
    while not text.kids(token.i, "nsubj", "nsubjpass") and token.dep == "conj":
        token = text.tokens[token.head]
    return bool(text.kids(token.i, "nsubj", "nsubjpass", "expl", "csubj"))


def glued(text: Text, i: int) -> bool:
    """Whether link texts of a web page have run into the sentence: words grown together and a bare "MORE"."""
    sentence = text.sentence_of(i)
    words = [text.tokens[k].text for k in range(sentence.start, sentence.end)]
    return "|" in words or ("MORE" in words and any(GLUED.search(word) for word in words))


def _concrete(text: Text, book: Codebook, hit: Hit) -> bool:
    """Whether what is hit can be hit: not "the motives of the party", "the rules of the house"."""
    heads = [*objects(text, hit.i)[0], *hit.bound.matched, *hit.bound.caught]
    return not any(text.tokens[one].lemma.lower() in book.classes["abstract"] for one in heads)


def _weak_stands(
    text: Text, book: Codebook, hit: Hit, act: Act, roles: Roles, path: str, inner: Hit | None
) -> bool:
    """Whether a word of many meanings is held to this one by a known actor at the other end."""
    if not roles.target:
        return (inner is not None and act.type in SPOKEN) or _whole_alone(text, book, hit, act, roles, inner)
    if act.type in SPOKEN and not any(
        _known(one) or (path == "objmod" and one.sector in RULING) for one in roles.target
    ):
        return False
    if path in BY_MODIFIER:
        return _owned(text, book, hit, act) or _abroad(act, roles)
    return path in DIRECT


def _owned(text: Text, book: Codebook, hit: Hit, act: Act) -> bool:
    """Whether the object is somebody's deed (or ground), not only about them: "Chad's decision", not "the Chad file"."""
    if hit.object is not None or (hit.entry.pattern.conditions[:1] and hit.entry.kind == "nouns"):
        return True
    owned = book.classes["deeds" if act.type in SPOKEN else "territory"]
    heads = objects(text, hit.i)[0] + list(hit.bound.matched)
    return any(
        text.tokens[head].lemma.lower() in owned or text.kid(head, "poss") is not None for head in heads
    )


def _done_to(hit: Hit, act: Act, roles: Roles) -> bool:
    """Whether a passive names whom power was used on, and only who used it is left out: "X was arrested in Chad"."""
    return (
        hit.construction.startswith("passive")
        and (act.type, act.mode) in BY_NOBODY
        and act.status in TOLD
        and any(one.actor_id is not None or one.country is not None for one in roles.target)
    )


def _whole_alone(text: Text, book: Codebook, hit: Hit, act: Act, roles: Roles, inner: Hit | None) -> bool:
    """Whether an act of words stands without a recipient, as PLOVER lets it: "Chad condemned the arrest", "Laos called off
    the talks"; its source holds a public part and its object is somebody's deed or agreement."""
    if act.status not in TOLD or not roles.source or not all(_public(one) for one in roles.source):
        return False
    if act.type == "CONSULT":
        return act.status == "cancelled" and hit.object is not None
    if act.mode == "investigate":
        return False
    token = text.tokens[hit.i]
    if token.tag == "VBG" and token.dep in ("advcl", "pcomp"):
        return False
    told = book.classes["deeds"] | book.classes["agreement"]
    heads = [text.tokens[head] for head in objects(text, hit.i)[0]]
    if act.type in ALONE and inner is not None and inner.entry.kind == "nouns":
        return True
    return act.type in ALONE and any(head.lemma.lower() in told and head.i != hit.object for head in heads)


def _abroad(act: Act, roles: Roles) -> bool:
    """Whether a state's hand is laid on what belongs to another state: "Chadian police detained two Libyan lorries"."""
    lands = [{one.country for one in side if one.country} for side in (roles.source, roles.target)]
    return act.type in ("COERCE", "ASSAULT") and bool(lands[0] and lands[1]) and not lands[0] & lands[1]


def _crowd(act: Act, roles: Roles) -> bool:
    """Whether people with a part to play do what such people do: "rebels attacked", "workers went on strike"."""
    return act.type in ("PROTEST", "ASSAULT") and all(one.sector is not None for one in roles.source)


def _vague(one: ActorRef) -> bool:
    return one.actor_id is None and one.country is None and one.kind in ("group", "anonymous", None)


def _known(one: ActorRef) -> bool:
    return (
        one.actor_id is not None or one.country is not None or one.kind in ("person", "state", "armed_group")
    )


def _public(one: ActorRef) -> bool:
    """Whether the actor holds a public part: an office, a state, a body, an armed group."""
    return (
        one.role is not None or one.kind in ("state", "government_body", "organisation", "armed_group")
        or one.sector not in (None, "civilian", "media")
    )  # fmt: skip


def _travels(one: ActorRef, roles: Roles) -> bool:
    """Whether going to a place is a visit to its state: officials abroad, not everybody and not at home."""
    if not _public(one) or one.sector in ("military", "rebel"):
        return False
    return all(
        there.kind != "state" or one.country is None or one.country != there.country for there in roles.target
    )


def _after_a_house(text: Text, i: int) -> bool:
    """Whether a place only follows a shop or person that is gone to: "went to Baker Brothers in the capital and Chad"."""
    first = text.tokens[i]
    while first.dep == "conj":
        first = text.tokens[first.head]
    return first.i != i and first.ent in ("PERSON", "ORG", "FAC")


def _rules(one: ActorRef) -> bool:
    """Whether the actor holds ground or arms: a state, its bodies, forces, rebels."""
    return one.kind in ("state", "government_body", "armed_group") or one.sector in (
        "government",
        "military",
        "rebel",
        "police",
        "legislative",
        "judicial",
    )
