"""An act that has passed the other doubts in, why its words of power mean something tamer after all out.

A judge's deadline is no threat, a house seat is lost and nobody deported, clinics have "access to funds", a ruling is fought.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, objects, prepositions
from dateline.events.lists import listed
from dateline.events.naming import last_word
from dateline.events.tense import negated
from dateline.events.triggers import Hit
from dateline.events.words import passive
from dateline.records import ActorRef
from dateline.syntax import Text

QUARRELS = frozenset({"fight", "battle", "clash", "skirmish", "combat", "war"})
ARMED = frozenset({"military", "rebel", "police", "criminal"})
SHARES = frozenset({"some", "much", "part", "most", "all", "any", "share", "bit", "lot"})
LANDS = frozenset({"country", "nation", "land", "economy", "constitution", "planet", "earth"})
ONESELF = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"})
TO_OTHERS = frozenset({"ACCUSE", "SANCTION", "COERCE", "SUPPORT", "ASSAULT", "CONSULT"})


def metaphor(text: Text, hit: Hit, act: Act, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    thing = text.tokens[hit.object].lemma.lower() if hit.object is not None else ""
    if act.type in TO_OTHERS and any(text.tokens[one].lower in ONESELF for one in things(text, hit)):
        return "to-oneself"
    if _staged(text, hit.i):
        return "staged"
    if _thing_by_which(text, hit):
        return "no-person"
    if act.type == "THREATEN" and thing == "deadline" and all(court(one) for one in roles.source):
        return "court-date"
    if act.type == "THREATEN" and _vows_to_quarrel(text, hit):
        return "quarrel"
    if (
        act.rule == "promise-of-harm"
        and (inner := complement(text, hit.i)) is not None
        and negated(text, inner)
    ):
        return "harmless"
    if act.type == "ASSAULT":
        return _no_arms(text, hit, act, roles)
    if act.mode in ("deport", "expel") and _put_out(text, hit, roles):
        return "no-country"
    if act.mode == "access" and (after(text, hit, "to") | _accessed(text, hit.i)) & listed("holdings"):
        return "holdings"
    if act.mode == "seize" and hit.entry.pattern.head == "take" and _buys(roles):
        return "bought"
    if act.type == "MOBILIZE" and roles.source and all(one.sector == "party" for one in roles.source):
        return "no-forces"
    if act.mode == "disarm" and all(one.kind in ("person", "anonymous") for one in roles.source):
        return "own-arms"
    if act.type == "ACCUSE" and "responsible" in hit.entry.pattern.particles:
        return "credit" if after(text, hit, "for") & listed("honours") else None
    return _no_support(text, hit, roles) if act.type == "SUPPORT" else None


def things(text: Text, hit: Hit) -> list[int]:
    """Heads of what the trigger has for objects, whatever its pattern caught."""
    found = [*objects(text, hit.i)[0], *hit.bound.matched, *(kid.i for kid in text.kids(hit.i, "dobj"))]
    return list(dict.fromkeys(found))


def after(text: Text, hit: Hit, *words: str) -> set[str]:
    """Lemmas of the nouns that one of the prepositions hangs from the trigger, its object or its particle."""
    near = (hit.i, *things(text, hit), *(kid.i for kid in text.kids(hit.i, "prt", "acomp", "oprd")))
    return {
        text.tokens[one].lemma.lower()
        for above in near
        for word, _, noun in prepositions(text, above)
        if word in words
        for one in (noun, *_part_of(text, noun))
    }


def court(one: ActorRef) -> bool:
    """Whether somebody is a judge or a court."""
    last = last_word(one.role or one.name)
    return one.sector in ("judicial", "judiciary") or last in listed("courts") or one.name.endswith("Court")


def _part_of(text: Text, noun: int) -> list[int]:
    """What a share is one of: "some of the success"."""
    if text.tokens[noun].lemma.lower() not in SHARES:
        return []
    return [kid.i for of in text.kids(noun, "prep") if of.lower == "of" for kid in text.kids(of.i, "pobj")]


def _staged(text: Text, i: int) -> bool:
    """Whether the deed is only shown or dreamt of: "reenacted beheading the king"."""
    below = text.tokens[i]
    for above in text.ancestors(i):
        if below.dep in ("relcl", "advcl", "acl"):
            return False
        if above.lemma in listed("staged"):
            return True
        below = above
    return False


def _no_arms(text: Text, hit: Hit, act: Act, roles: Roles) -> str | None:
    """Words of battle said of those who quarrel over something, of rulings that are fought, of programmes to be "destroyed"."""
    heads = {text.tokens[one].lemma.lower() for one in objects(text, hit.i)[0]}
    homes = {one.country for one in roles.source if one.country}
    if hit.entry.pattern.head == "declare" and roles.target and all(
        one.kind in ("group", None, "anonymous") and (one.country in homes or one.country is None) for one in roles.target
    ):  # fmt: skip
        return "figure"
    at = after(text, hit, "at")
    if (heads and heads <= listed("papers")) or (at and at & listed("papers") and not heads):
        return "figure"
    if after(text, hit, "with") & listed("volleys"):
        return "figure"
    if act.mode == "sexual" and all(one.kind == "state" or one.name.lower() in LANDS for one in roles.target):
        return "figure"
    if hit.entry.pattern.head == "stab" and "back" in after(text, hit, "in"):
        return "figure"
    unarmed = bool(roles.source) and not any(_armed(one) or one.kind == "state" for one in roles.source)
    if hit.entry.pattern.head in QUARRELS:
        topic = any(word in ("over", "about") for word, _, _ in prepositions(text, hit.i))
        if topic and unarmed and not any(_armed(one) for one in roles.target):
            return "quarrel"
        if roles.target_rule.startswith("objmod") and heads and not heads & listed("armed"):
            return "quarrel"
    speaks = unarmed and all(_speaker(one) for one in roles.source)
    bodies = all(one.kind in ("organisation", "state", "government_body", None) for one in roles.target)
    return "figure" if act.mode == "destroy" and speaks and bodies else None


def _vows_to_quarrel(text: Text, hit: Hit) -> bool:
    """Whether what is vowed is a fight with something that is no side in one: "vowed to fight all subpoenas"."""
    inner = complement(text, hit.i)
    if inner is None or text.tokens[inner].lemma not in QUARRELS:
        return False
    heads = objects(text, inner)[0]
    return bool(heads) and not any(text.refer(one) for one in heads)


def _accessed(text: Text, verb: int) -> set[str]:
    """Lemmas of what "access to .." later in the sentence opens, wherever the parser hangs it."""
    end = text.sentence_of(verb).end
    return {
        text.tokens[noun].lemma.lower()
        for at in range(verb, end)
        if text.tokens[at].lower == "access"
        for word, _, noun in prepositions(text, at)
        if word == "to"
    }


def _buys(roles: Roles) -> bool:
    """Whether a person or firm takes over a firm or paper."""
    return all(one.kind in ("person", "organisation") for one in roles.source) and all(
        one.kind in ("organisation", "media") for one in roles.target
    )


def _put_out(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether somebody only loses a seat or a room: "kicked 11 of them out of the state houses"."""
    if _out_of(text, hit.i) & listed("offices"):
        return True
    elected = all(
        one.sector in ("party", "legislative", "government", "opposition") or one.role for one in roles.target
    )
    return hit.entry.pattern.head in ("kick", "throw") and hit.entry.type == "COERCE" and elected


def _no_support(text: Text, hit: Hit, roles: Roles) -> str | None:
    """Praise of what is not the one named: a product, an ideal fought for, those who are against him."""
    lemmas = {text.tokens[one].lemma.lower() for one in objects(text, hit.i)[0]}
    if hit.entry.pattern.head == "defend" and after(text, hit, "in", "before", "at") & {
        "court",
        "trial",
        "lawsuit",
        "case",
    }:
        return "in-court"
    if hit.entry.pattern.head == "defend" and not roles.target and _ones_own(text, hit, roles):
        return "one's-own"
    if hit.entry.pattern.head in ("back", "support", "endorse") and lemmas and lemmas <= listed("wares"):
        return "ware"
    if hit.entry.pattern.head == "welcome" and (
        lemmas & listed("tests") or after(text, hit, "to", "into") & listed("contests")
    ):
        return "courtesy"
    if hit.entry.pattern.head == "stand" and text.kid(hit.i, "dobj") is not None:
        return "stood-up"
    if hit.entry.pattern.head == "defend" and lemmas & listed("ideals"):
        return "ideal"
    path = roles.target_rule.partition(":")[0]
    behind = lemmas | {text.tokens[one].lemma.lower() for one in hit.bound.caught}
    return "those-against" if path in ("objmod", "owner", "of") and behind & listed("against") else None


def _ones_own(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether what somebody defends is his own doing: "defended his decision to leave"."""
    mine = {one.actor_id or one.name for one in roles.source}
    owners = [kid for head in objects(text, hit.i)[0] for kid in text.kids(head, "poss") if kid.tag == "PRP$"]
    return bool(owners) and all(
        not text.refer(owner.i) or mine & {one.actor_id or one.name for one in text.refer(owner.i)}
        for owner in owners
    )


def _thing_by_which(text: Text, hit: Hit) -> bool:
    """Whether "which" stands for what looks like a person: a book of that name that "was released"."""
    if not passive(text, hit.i):
        return False
    above = text.tokens[text.tokens[hit.i].head]
    relative = any(kid.lower == "which" for kid in text.kids(hit.i, "nsubjpass"))
    return relative and text.tokens[hit.i].dep == "relcl" and above.ent == "PERSON"


def _out_of(text: Text, verb: int) -> set[str]:
    """Lemmas of what somebody is put out of."""
    outs = [out for out in text.kids(verb, "prt", "advmod", "prep") if out.lower == "out"]
    below = [of for out in outs for of in (*text.kids(out.i, "prep"), *text.kids(verb, "prep"))]
    found = {noun.lemma.lower() for of in below for noun in text.kids(of.i, "pobj")}
    return found | {
        text.tokens[noun].lemma.lower()
        for word, _, noun in prepositions(text, verb)
        if word in ("of", "from")
    }


def _armed(one: ActorRef) -> bool:
    return one.kind == "armed_group" or one.sector in ARMED


def _speaker(one: ActorRef) -> bool:
    return one.kind in ("person", "organisation", "government_body", "media") or one.sector in (
        "party",
        "legislative",
    )
