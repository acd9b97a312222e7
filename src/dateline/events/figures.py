"""An act that has passed the gates in, why it is no such act after all out: words of war without arms, opinions, settings.

A party is not burnt down, residents who fight a company do so in court, and who expresses concern to a senator does
not accuse him.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, objects
from dateline.events.triggers import Hit
from dateline.records import ActorRef
from dateline.syntax import Text

BATTLE = frozenset({"fight", "battle", "combat", "war"})
TAKING = frozenset({"seize", "take", "gain"})
TELLING = frozenset({"say", "tell", "declare"})
ATTACKS = frozenset({
    "strike", "airstrike", "cyberattack", "attack", "raid", "bombing", "invasion", "assault",
})  # fmt: skip
MINDS = frozenset(
    {"know", "expect", "understand", "remember", "realize", "realise", "worry", "believe", "enjoy", "deserve"}
)
BLOODLESS = frozenset({
    "trade", "culture", "price", "bidding", "turf", "class", "media", "legal", "charm", "advertising", "ad", "smear",
    "twitter", "verbal", "rhetorical", "tariff", "currency", "propaganda", "publicity", "marketing",
})  # fmt: skip
GOING = frozenset({
    "resignation", "departure", "ouster", "firing", "dismissal", "removal", "arrest", "death", "defeat", "conviction", "exit",
    "demise", "indictment", "killing",
})  # fmt: skip
SEARCHES = frozenset({"search", "spy", "surveillance", "wiretap", "fisa"})
EXERCISES = frozenset({"exercise", "drill", "simulation"})
ASKING = frozenset({"did", "does", "do", "will", "has", "have", "was", "were", "is", "are"})
INQUIRIES = frozenset({"probe", "investigation", "inquiry", "review", "audit", "hearing"})
MISGIVINGS = frozenset({
    "concern", "doubt", "worry", "fear", "misgiving", "reservation", "frustration", "objection",
})  # fmt: skip


def figurative(text: Text, hit: Hit, act: Act, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    head, path = hit.entry.pattern.head, roles.target_rule.partition(":")[0]
    thing = text.tokens[hit.object].lemma if hit.object is not None else ""
    if act.type == "REQUEST" and head in TELLING and _opinion(text, hit.i):
        return "opinion"
    if act.type == "REQUEST" and head == "order" and not roles.target and _deed(text, hit.i):
        return "order-of-a-deed"
    if _inverted(text, hit.i) or (_asked(text, hit.i) and act.type != "REQUEST"):
        return "question"
    if _likened(text, hit.i):
        return "simile"
    if act.type == "SUPPORT" and head == "defend" and not objects(text, hit.i)[0]:
        return "own-record"
    if act.type == "SUPPORT" and any(
        text.tokens[one].lemma.lower() in GOING for one in objects(text, hit.i)[0]
    ):
        return "good-riddance"
    if act.type == "MOBILIZE" and any(
        text.tokens[one].ent == "PERSON" or _names_person(text, one) for one in hit.bound.matched
    ):
        return "order-to-a-person"
    kinds = {
        kid.lower
        for head in (hit.object, hit.i)
        if head is not None
        for kid in text.kids(head, "compound", "amod", "nmod")
    }
    if (act.type == "ASSAULT" and kinds & BLOODLESS) or (thing == "warrant" and kinds & SEARCHES):
        return "figure"
    if act.type == "MOBILIZE" and thing in EXERCISES and any(
        one.kind in ("group", "person", "anonymous") and one.sector not in ("military", "rebel", "police")
        for one in (*roles.source, *roles.target)
    ):  # fmt: skip
        return "exercise-on-paper"
    if act.mode == "discontinue" and all(one.kind == "organisation" and one.sector in (None, "business") for one in roles.source) and any(
        one.kind not in ("state", "government_body") and not one.country for one in roles.target
    ):  # fmt: skip
        return "own-goods"
    if act.type == "ASSAULT" and _bloodless(hit, roles):
        return "figure"
    if (
        act.type == "COERCE"
        and head in TAKING
        and roles.target
        and all(_private_body(one) for one in roles.target)
    ):
        return "figure"
    if act.type == "CONSULT" and hit.object is not None and _news_conference(text, hit.object, path):
        return "news-conference"
    if act.type == "CONSULT" and head == "attend" and path == "for":
        return "loose"
    if act.type != "ACCUSE" or thing not in MISGIVINGS:
        return None
    if path == "to":
        return "addressee-of-the-object"
    named = any(one.actor_id or one.kind == "person" for one in roles.target)
    return "topic" if path in ("owner", "for") and not named else None


def _opinion(text: Text, verb: int) -> bool:
    """Whether what should be is a state of mind and no deed: "said voters should be proud"."""
    inner = complement(text, verb)
    if inner is not None and text.tokens[inner].lemma in MINDS:
        return True
    if inner is None or text.tokens[inner].lemma != "be":
        return False
    return text.kid(inner, "acomp") is not None and text.kid(inner, "attr", "xcomp") is None


def _bloodless(hit: Hit, roles: Roles) -> bool:
    """Whether words of war are said of those who bear no arms: residents "fight" a firm, a man "burns down" a party."""
    if any(_party(one) for one in roles.target):
        return True
    speaks = all(_party(one) for one in roles.source)
    if speaks and all(one.kind == "person" for one in roles.target):
        return True
    if hit.entry.pattern.head not in BATTLE or not roles.target:
        return False
    return all(
        one.kind in ("organisation", "media", "person")
        or (one.kind in ("group", None) and one.sector in (None, "civilian"))
        for one in (*roles.source, *roles.target)
    )


def _party(one: ActorRef) -> bool:
    return one.kind == "organisation" and (one.sector == "party" or one.name.lower().endswith("party"))


def _inverted(text: Text, i: int) -> bool:
    """Whether an auxiliary stands before its subject at the head of the sentence: "Did Chad attack?"."""
    sentence = text.sentence_of(i)
    subject = text.kid(i, "nsubj", "nsubjpass")
    asks = any(kid.text == "?" for kid in text.kids(i, "punct"))
    return subject is not None and any(
        kid.i < subject.i and (kid.lower in ASKING or (asks and kid.lower == "had")) and kid.i - sentence.start <= 2
        for kid in text.kids(i, "aux", "auxpass")
    )  # fmt: skip


def _asked(text: Text, i: int) -> bool:
    """Whether the sentence only asks: "So Chad will attack?"."""
    sentence = text.sentence_of(i)
    return any(
        token.text == "?" for token in text.tokens[max(sentence.start, sentence.end - 2) : sentence.end]
    )


def _likened(text: Text, i: int) -> bool:
    """Whether the clause is what something is compared with: "it is like when Chad invaded"."""
    low = text.edges(i)[0]
    return any(text.tokens[at].lower == "like" for at in (low - 1, low) if 0 <= at < i) and any(
        kid.lower == "when" for kid in text.kids(i, "advmod", "mark")
    )


def _names_person(text: Text, i: int) -> bool:
    return any(kid.ent == "PERSON" for kid in text.kids(i, "appos"))


def _private_body(one: ActorRef) -> bool:
    return one.kind == "organisation" and one.sector in (None, "party")


def _news_conference(text: Text, noun: int, path: str) -> bool:
    """Whether what was held is a conference for the press, at which several appear but do not deal with each other."""
    press = any(kid.lower in ("news", "press", "media") for kid in text.kids(noun, "compound", "nmod"))
    joint = any(kid.lower == "joint" for kid in text.kids(noun, "amod"))
    return press and not joint and path != "with"


def _deed(text: Text, verb: int) -> bool:
    """Whether what is ordered is an attack that the one who orders it makes: "ordered strikes"."""
    return any(text.tokens[head].lemma.lower() in ATTACKS | INQUIRIES for head in objects(text, verb)[0])
