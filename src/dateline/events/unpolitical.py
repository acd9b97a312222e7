"""An act that is told in so many words in, why it is no public act after all out.

A chief executive resigns, a prisoner was held with another, a player is banned from football, a governor declares an emergency
for a flood, "from Norway to Peru, governments went into crisis mode", a father lends his son money.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, prepositions
from dateline.events.lists import listed
from dateline.events.metaphors import after
from dateline.events.naming import last_word
from dateline.events.triggers import Hit
from dateline.events.words import passive
from dateline.records import ActorRef
from dateline.syntax import Text, Token

_CHIEF = frozenset({"executive", "officer"})
_BEFORE, _AFTER = 2, 1  # sentences in which the cause of an emergency is looked for


def unpolitical(text: Text, hit: Hit, act: Act, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    head = hit.entry.pattern.head
    if act.mode == "resign" and roles.source and all(_in_business(text, one) for one in roles.source):
        return "business"
    if head == "incarcerate" and passive(text, hit.i) and _held_there(text, hit):
        return "held-there"
    if head == "infect" and all(one.kind != "state" for one in roles.target):
        return "disease"
    if act.mode == "ban" and after(text, hit, "from") & listed("sports"):
        return "sport"
    if act.mode == "martial-law" and _for_a_disaster(text, hit):
        return "disaster"
    if act.mode == "visit" and hit.entry.kind == "verbs" and _range_or_mode(text, hit):
        return "figure"
    if act.type == "AID" and _one_family(roles):
        return "family"
    if act.type == "AID" and head == "train" and roles.target and all(
        last_word(one.name) in listed("retinue") and one.country is None for one in roles.target
    ):  # fmt: skip
        return "own-people"
    path = roles.target_rule.partition(":")[0]
    if act.type == "CONSULT" and path == "on" and hit.object is not None:
        return "topic"
    if act.type == "REQUEST" and path == "with" and hit.object is not None and _asked_for(text, hit.object):
        return "with-others"
    if act.type == "REQUEST" and head == "say" and _should_it(text, hit):
        return "condition"
    if act.type == "RETREAT" and hit.entry.kind == "nouns" and _named_after(text, hit, roles):
        return "named-after"
    return None


def _in_business(text: Text, one: ActorRef) -> bool:
    """Whether somebody of no state is told, here or elsewhere in the article, as one who runs a firm."""
    if one.kind != "person" or one.country is not None:
        return False
    words = set((one.role or "").lower().replace("-", " ").split())
    if words & listed("executives") or ("chief" in words and words & _CHIEF):
        return True
    surname = last_word(one.name)
    for token in text.tokens:
        if token.lower != surname:
            continue
        near = (*text.kids(token.i, "compound", "nmod", "appos", "amod"), *_said_to_be(text, token.i))
        if any(_executive(text, kid.i) for kid in near):
            return True
    return False


def _said_to_be(text: Text, i: int) -> tuple[Token, ...]:
    """What a clause says that somebody is: "who was CEO"; what an apposition makes of him."""
    token = text.tokens[i]
    verbs = [*text.kids(i, "relcl"), text.tokens[token.head]]
    found = [kid for verb in verbs if verb.lemma == "be" for kid in text.kids(verb.i, "attr")]
    if token.dep == "appos":
        found.append(text.tokens[token.head])
    return tuple(found)


def _executive(text: Text, i: int) -> bool:
    token = text.tokens[i]
    chief = any(kid.lower == "chief" for kid in text.kids(i, "amod", "compound")) or (
        i > 0 and text.tokens[i - 1].lower == "chief"
    )
    return token.lower in listed("executives") or (chief and token.lower in _CHIEF)


def _held_there(text: Text, hit: Hit) -> bool:
    """Whether a passive only says where or with whom somebody was a prisoner."""
    words = {word for word, _, _ in prepositions(text, hit.i)}
    return bool(words & {"with", "in", "at"}) and not words & {"for", "by", "on", "after", "over"}


def _for_a_disaster(text: Text, hit: Hit) -> bool:
    """Whether an emergency is declared for a flood or a quake, so that help can be sent, and nobody riots."""
    thing = text.tokens[hit.object].lemma.lower() if hit.object is not None else ""
    at = text.tokens[hit.i].sent
    near = text.sentences[max(0, at - _BEFORE) : at + _AFTER + 1]
    words = {text.tokens[i].lemma.lower() for one in near for i in range(one.start, one.end)}
    return thing in ("emergency", "state", "disaster") and bool(words & listed("disasters")) and not (
        words & listed("unrest")
    )  # fmt: skip


def _range_or_mode(text: Text, hit: Hit) -> bool:
    """Whether one only goes "into crisis mode", or the place ends a list: "from Norway to Peru, governments went .."."""
    into = {noun for word, _, noun in prepositions(text, hit.i) if word == "into"}
    if any(text.tokens[one].lemma.lower() in ("mode", "overdrive", "lockdown") for one in into):
        return True
    return any(
        above.lower == "to" and any(kid.lower == "from" for kid in text.kids(above.head, "prep") if kid.i < above.i)
        for one in hit.bound.caught if one < hit.i
        for above in (text.tokens[text.tokens[one].head],)
    )  # fmt: skip


def _one_family(roles: Roles) -> bool:
    """Whether two people of one surname help each other."""
    sides = (*roles.source, *roles.target)
    return bool(roles.source and roles.target) and all(one.kind == "person" and " " in one.name for one in sides) and (
        len({last_word(one.name) for one in sides}) == 1
    )  # fmt: skip


def _should_it(text: Text, hit: Hit) -> bool:
    """Whether "should" opens a condition: "should Chad see the virus spread, he said, .."."""
    start = text.sentence_of(hit.i)
    first = text.tokens[start.start]
    inner = complement(text, hit.i)
    opens = first.lower == "should" and text.tokens[start.end - 1].text != "?"
    return opens and (first.head == inner or not any(
        text.tokens[i].lower in ("should", "must", "ought") for i in range(start.start + 1, start.end)
    ))  # fmt: skip


def _asked_for(text: Text, thing: int) -> bool:
    """Whether what is asked is told after "for", so that who stands after "with" asks too: "calls for X to go, with Y"."""
    following = text.tokens[min(thing + 1, len(text.tokens) - 1)]
    return (
        text.tokens[thing].lemma.lower() in ("call", "demand", "appeal", "plea") and following.lower == "for"
    )


def _named_after(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether the state before "troop withdrawal" is where the troops are: "a Chad troop withdrawal", not "a Chadian one"."""
    if not roles.source_rule.startswith("mod:"):
        return False
    places = [kid for kid in text.kids(hit.i, "compound", "nmod") if kid.ent == "GPE" and kid.tag == "NNP"]
    forces = any(kid.lemma.lower() in listed("armed") for kid in text.kids(hit.i, "compound", "nmod"))
    return forces and bool(places)
