"""An act that has passed the other doubts in, why it is private life, the press at work or a court's routine after all out.

Guests of a broadcast, people who never met in their lives, a talk with one's family, a doctor's counsel, a plea in court.
"""

from __future__ import annotations

import re

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, objects, prepositions
from dateline.events.lists import listed
from dateline.events.metaphors import after, court, things
from dateline.events.naming import is_media, last_word
from dateline.events.tense import Standing, own_standing
from dateline.events.triggers import Hit
from dateline.records import ActorRef
from dateline.syntax import Text

CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(-(TV|FM|AM))?")  # of American stations
MEETS = frozenset({"meet", "speak", "talk"})
INDEFINITE = frozenset({"a", "an", "any", "some"})
OFFICIAL = frozenset(
    {
        "military",
        "rebel",
        "police",
        "government",
        "party",
        "legislative",
        "judicial",
        "judiciary",
        "opposition",
    }
)


def everyday(text: Text, hit: Hit, standing: Standing, act: Act, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    if _such_a_one(text, hit, roles):
        return "such-a-one"
    if _polled(text, hit, roles):
        return "poll"
    if act.type in ("CONSULT", "REQUEST") and any(
        _of_the_press(text, one) for one in (*roles.source, *roles.target)
    ):
        return "press"
    if act.type in ("CONSULT", "REQUEST") and any(_by_its_name(one) for one in roles.source):
        return "press"
    if act.type == "AGREE" and _between_firms(text, hit, roles):
        return "private"
    if act.type == "COOPERATE" and any(is_media(one) for one in (*roles.source, *roles.target)):
        return "press"
    if act.mode == "release" and _patient(text, hit):
        return "patient"
    if act.type == "AID" and all(one.kind == "person" for one in roles.source) and all(
        last_word(one.name) in listed("charities") for one in roles.target
    ):  # fmt: skip
        return "charity"
    if act.type == "CONSULT":
        return _no_talks(text, hit, standing, act, roles)
    if act.type == "ASSAULT" and all(_private(one) for one in (*roles.source, *roles.target)):
        return (
            "private-crime"
            if act.mode == "sexual" or any(_at_home(text, one) for one in roles.target)
            else None
        )
    if hit.entry.pattern.head == "harass" and all(one.kind == "person" for one in roles.source):
        return "private-crime"
    if act.type == "REJECT" and _charges_nobody(text, hit):
        return "no-charges"
    if act.type == "REJECT" and _to_the_press(text, hit, roles):
        return "no-comment"
    if (
        act.type == "AGREE"
        and roles.source
        and all(court(one) for one in roles.source)
        and _docket(text, hit)
    ):
        return "docket"
    return _no_request(text, hit, roles) if act.type == "REQUEST" else None


def _no_talks(text: Text, hit: Hit, standing: Standing, act: Act, roles: Roles) -> str | None:
    """Who was a guest of a broadcast, who never met somebody in his life, who has only his own people around him."""
    if hit.entry.pattern.head in (*MEETS, "sit") and after(text, hit, "in", "on", "during", "for") & listed(
        "aired"
    ):
        return "interview"
    if hit.entry.pattern.head in ("resolve", "settle") and any(
        court(one) for one in (*roles.source, *roles.target)
    ):
        return "docket"
    if hit.entry.pattern.head == "meet" and after(text, hit, "with") & listed("receptions"):
        return "reception"
    if after(text, hit, "in", "at", "for", "during") & listed("matches"):
        return "match"
    if roles.source and roles.target and any(
        all(one.anonymous and one.sector == "civilian" for one in side)
        and all(one.country is None and one.kind == "person" for one in other)
        for side, other in ((roles.source, roles.target), (roles.target, roles.source))
    ):  # fmt: skip
        return "private"
    if roles.target and all(_own_people(text, one) for one in roles.target):
        return "own-people"
    if standing.rule == "not-until" and hit.entry.pattern.head == "meet":
        return "no-acquaintance"
    never = any(kid.lower == "never" for kid in text.kids(hit.i, "neg", "advmod"))
    bound = any(kid.lower in ("during", "in", "at", "on") for kid in text.kids(hit.i, "prep"))
    if act.status == "failed" and never and not bound and hit.entry.pattern.head in MEETS:
        return "no-acquaintance"
    near = {
        kid.lemma.lower()
        for one in (hit.i, *things(text, hit))
        for kid in text.kids(one, "compound", "amod", "nmod")
    }
    if "behalf" in after(text, hit, "on") and roles.target_rule.startswith(("owner", "on")):
        return "on-behalf"
    if act.mode == "phone" and near & listed("dialling"):
        return "dialling"
    if act.mode == "visit" and hit.entry.kind == "nouns":
        return "tour-of-duty" if (near | after(text, hit, "of")) & listed("duties") else None
    return None


def _no_request(text: Text, hit: Hit, roles: Roles) -> str | None:
    """What a reporter asks for a living, a plea of guilty, a doctor's counsel, a question put in anger."""
    thing = text.tokens[hit.object].lemma.lower() if hit.object is not None else ""
    if thing == "plea" and not after(text, hit, "to", "for") and not roles.target:
        return "plea-in-court"
    if roles.source and all(last_word(one.name) in listed("askers") for one in roles.source):
        return "press"
    if hit.entry.pattern.head == "press" and any(
        kid.lower == "hard" for kid in text.kids(hit.i, "advmod", "amod")
    ):
        return "hard-pressed"
    if hit.entry.pattern.head == "invite" and _home(text, hit):
        return "guest"
    inner = complement(text, hit.i)
    if not roles.target and inner is not None and inner < hit.i and any(
        text.tokens[at].text == "?" for at in range(inner, hit.i)
    ):  # fmt: skip
        return "question"
    counsels = bool(roles.source) and all(_counsels(one) for one in roles.source)
    anybody = bool(roles.target) and all(
        last_word(one.name) in listed("advised") and one.country is None and one.actor_id is None
        for one in roles.target
    )
    return "advice" if counsels and anybody and hit.entry.pattern.head in listed("counselling") else None


def _charges_nobody(text: Text, hit: Hit) -> bool:
    """Whether what is declined is to bring somebody to court: he is spared, not refused."""
    inner = complement(text, hit.i)
    if inner is None or text.tokens[inner].lemma not in ("bring", "file", "press", "pursue"):
        return False
    heads = {text.tokens[one].lemma.lower() for one in objects(text, inner)[0]}
    return bool(heads & {"charge", "case", "suit", "lawsuit", "indictment"})


def _to_the_press(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether it is only a talk with the press that is declined: "declined a request for comment"."""
    inner = complement(text, hit.i)
    said = text.tokens[inner].lemma if inner is not None else ""
    if said in (*MEETS, "sit", "appear") and roles.target and all(is_media(one) for one in roles.target):
        return True
    with_whom = inner is not None and any(word == "with" for word, _, _ in prepositions(text, inner))
    persons = all(one.kind in ("person", "anonymous") for one in roles.source)
    if (
        said in ("discuss", "speculate", "elaborate", "talk", "speak")
        and persons
        and not roles.target
        and not with_whom
    ):
        return True
    asked = [one for one in things(text, hit) if text.tokens[one].lemma.lower() in ("request", "invitation")]
    return any(
        word == "for" and text.tokens[noun].lemma.lower() in ("comment", "interview")
        for one in asked
        for word, _, noun in prepositions(text, one)
    )


def _such_a_one(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether the doer is anybody of a kind that is only wished for: "must elect a president who will support the court"."""
    token = text.tokens[hit.i]
    noun = text.tokens[token.head]
    if token.dep != "relcl" or noun.ent or not all(one.actor_id is None for one in roles.source):
        return False
    if not any(kid.lower in INDEFINITE for kid in text.kids(noun.i, "det")):
        return False
    above = text.tokens[noun.head]
    return above.pos in ("VERB", "AUX") and own_standing(text, above).rule in (
        "modal",
        "would",
        "have-to",
        "infinitive",
    )


def _docket(text: Text, hit: Hit) -> bool:
    """Whether a court only takes a case: "agreed to hear the appeal"."""
    inner = complement(text, hit.i)
    return inner is not None and text.tokens[inner].lemma in listed("dockets")


def _of_the_press(text: Text, one: ActorRef) -> bool:
    """Whether a person is told as one of a paper or station: "the Daily Post's Clara Roe"; or a station by its call sign."""
    if CALL_SIGN.fullmatch(one.name):
        return True
    i = (
        text.token_at(one.span.end - 1)
        if one.span is not None and one.kind == "person" and not one.role
        else None
    )
    if i is None:
        return False
    owners = [kid for kid in text.kids(i, "poss", "compound") if kid.ent != "PERSON"]
    return any(is_media(ref) for kid in owners for ref in text.refer(kid.i))


def _own_people(text: Text, one: ActorRef) -> bool:
    """Whether it is one's family or one's own staff that is met."""
    if one.actor_id is not None or one.country is not None:
        return False
    if last_word(one.name) in listed("household"):
        return True
    i = (
        text.token_at(one.span.end - 1)
        if one.span is not None and last_word(one.name) in listed("retinue")
        else None
    )
    if i is None:
        return False
    own = any(kid.tag == "PRP$" for kid in text.kids(i, "poss"))
    return own or (last_word(one.name) in ("staff", "staffer", "employee") and " " not in one.name)


def _polled(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether it is what people answered in a poll: "a survey found that most voters would not back him"."""
    if not roles.source or not all(one.kind in ("group", "anonymous", None) for one in roles.source):
        return False
    return any(
        kid.lemma.lower() in listed("polls")
        for above in text.ancestors(hit.i)
        if above.i != hit.i and above.lemma in listed("finding")
        for kid in text.kids(above.i, "nsubj")
    )


def _by_its_name(one: ActorRef) -> bool:
    """Whether a body's name says that it is a paper or station: "Kisumu Magazine"."""
    return one.kind in ("organisation", None) and last_word(one.name) in listed("papers_of_the_press")


def _between_firms(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether a quarrel at law is settled between people and firms, no public body among them."""
    heads = {text.tokens[one].lemma.lower() for one in things(text, hit)}
    sides = (*roles.source, *roles.target)
    return "settlement" in heads and bool(roles.target) and all(
        one.kind in ("person", "organisation", "media", None) and one.role is None and one.sector not in OFFICIAL for one in sides
    )  # fmt: skip


def _patient(text: Text, hit: Hit) -> bool:
    """Whether it is a hospital that lets somebody go: "was released from the hospital", "was treated and released"."""
    if after(text, hit, "from") & listed("wards"):
        return True
    first = text.tokens[text.tokens[hit.i].head]
    return text.tokens[hit.i].dep == "conj" and first.lemma in listed("cures")


def _home(text: Text, hit: Hit) -> bool:
    """Whether one is asked to somebody's home: "invited the staff to his house"."""
    return any(
        text.tokens[noun].lemma.lower() in listed("homes") and text.tokens[noun].tag in ("NN", "NNS")
        for one in (hit.i, *things(text, hit))
        for word, _, noun in prepositions(text, one)
        if word == "to"
    )


def _at_home(text: Text, one: ActorRef) -> bool:
    """Whether somebody is told as one of the household: "his then-girlfriend Clara Roe"."""
    i = text.token_at(one.span.end - 1) if one.span is not None else None
    if i is None:
        return False
    near = {kid.lemma.lower() for kid in text.kids(i, "compound", "nmod", "amod", "appos")}
    return bool((near | {last_word(one.name)}) & listed("household"))


def _private(one: ActorRef) -> bool:
    """Whether nothing public is known of a person: no state, no part held, no arms."""
    return (
        one.kind in ("person", "anonymous", None)
        and one.country is None
        and one.role is None
        and one.sector not in OFFICIAL
    )


def _counsels(one: ActorRef) -> bool:
    """Whether somebody speaks for no state, body or party: a doctor, a teacher."""
    return (
        one.kind in ("person", "anonymous", None)
        and one.country is None
        and one.sector in (None, "civilian", "unspecified")
    )
