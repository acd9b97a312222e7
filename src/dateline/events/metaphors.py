"""An act that has passed the other doubts in, why its words of power mean something tamer after all out.

A judge's deadline is no threat, a house seat is lost and nobody deported, a paper lets programmes have "access to funds".
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, objects, prepositions
from dateline.events.triggers import Hit
from dateline.events.words import passive
from dateline.records import ActorRef
from dateline.syntax import Text

QUARRELS = frozenset({"fight", "battle", "clash", "skirmish", "combat", "war"})
ARMED = frozenset({"military", "rebel", "police", "criminal"})
OFFICES = frozenset({
    "office", "house", "senate", "congress", "parliament", "legislature", "statehouse", "seat", "race", "power", "job", "post",
    "leadership", "caucus", "party", "presidency", "contest", "running", "game", "league", "school", "club", "band", "meeting",
    "hearing", "room", "rally", "event", "hotel", "restaurant", "bar", "chamber", "courtroom", "home", "bedroom", "bed",
    "building", "apartment", "car", "tournament", "match", "cup", "store", "mansion", "debate",
})  # fmt: skip
HOLDINGS = frozenset({
    "fund", "money", "care", "service", "information", "record", "document", "datum", "data", "file", "benefit", "loan",
    "market", "credit", "healthcare", "insurance", "coverage", "capital", "technology", "program", "programme", "abortion",
    "contraception", "education", "weapon", "evidence", "material", "tape", "transcript", "email",
})  # fmt: skip
HONOURS = frozenset({
    "success", "victory", "win", "gain", "achievement", "rise", "improvement", "progress", "triumph", "boom", "growth",
    "recovery", "turnaround",
})  # fmt: skip
WARES = frozenset(
    {"product", "brand", "startup", "stock", "film", "show", "book", "venture", "horse", "team"}
)
IDEALS = frozenset({
    "democracy", "freedom", "liberty", "constitution", "border", "homeland", "seat", "title", "championship", "interest",
    "value", "life", "honor", "honour", "principle", "faith", "family", "turf", "territory", "crown", "civilization",
    "civilisation", "culture", "heritage", "tradition", "coast", "realm",
})  # fmt: skip
STAGED = frozenset(
    {
        "reenact",
        "re-enact",
        "simulate",
        "depict",
        "portray",
        "imagine",
        "envision",
        "fantasize",
        "dream",
        "joke",
    }
)
AIRED = frozenset({
    "episode", "podcast", "show", "interview", "broadcast", "segment", "programme", "program", "documentary", "livestream",
})  # fmt: skip
DUTIES = frozenset(
    {"combat", "duty", "book", "concert", "farewell", "speaking", "bus", "campaign", "comedy", "reunion"}
)
AGAINST = frozenset(
    {
        "critic",
        "opponent",
        "accuser",
        "foe",
        "rival",
        "enemy",
        "detractor",
        "challenger",
        "adversary",
        "victim",
    }
)
ASKERS = frozenset(
    {"interviewer", "host", "anchor", "moderator", "reporter", "journalist", "interviewers", "correspondent"}
)
SHARES = frozenset({"some", "much", "part", "most", "all", "any", "share", "bit", "lot"})
COUNSELLING = frozenset({"say", "advise", "recommend", "encourage", "tell", "ask", "warn", "caution"})
ADVISED = frozenset(
    {
        "patient",
        "student",
        "parent",
        "people",
        "resident",
        "reader",
        "viewer",
        "woman",
        "man",
        "fan",
        "client",
        "pupil",
    }
)
ONESELF = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"})
TO_OTHERS = frozenset({"ACCUSE", "SANCTION", "COERCE", "SUPPORT", "ASSAULT", "CONSULT"})
MEETS = frozenset({"meet", "speak", "talk"})


def tamer(text: Text, hit: Hit, rule: str, act: Act, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    head = hit.entry.pattern.head
    thing = text.tokens[hit.object].lemma.lower() if hit.object is not None else ""
    if act.type in TO_OTHERS and any(text.tokens[one].lower in ONESELF for one in _things(text, hit)):
        return "to-oneself"
    if any(above.lemma in STAGED and above.i != hit.i for above in text.ancestors(hit.i)):
        return "staged"
    if _thing_by_which(text, hit):
        return "no-person"
    if act.type == "THREATEN" and thing == "deadline" and all(_court(one) for one in roles.source):
        return "court-date"
    if act.type == "ASSAULT":
        return _no_arms(text, hit, act, roles)
    if (
        act.type in ("COERCE", "SANCTION")
        and act.mode in ("deport", "expel")
        and _out_of(text, hit.i) & OFFICES
    ):
        return "no-country"
    if act.mode == "deport" and head in ("kick", "throw") and all(_politician(one) for one in roles.target):
        return "no-country"
    if act.mode == "access" and _after(text, hit, "to") & HOLDINGS:
        return "holdings"
    if act.mode == "disarm" and all(one.kind in ("person", "anonymous") for one in roles.source):
        return "own-arms"
    if (
        act.type == "ACCUSE"
        and "responsible" in hit.entry.pattern.particles
        and _after(text, hit, "for") & HONOURS
    ):
        return "credit"
    if act.type == "SUPPORT":
        return _no_support(text, hit, roles)
    if act.type == "CONSULT":
        return _no_talks(text, hit, rule, act, roles)
    if act.type == "REJECT" and _to_the_press(text, hit, roles):
        return "no-comment"
    if act.type == "REQUEST" and thing == "plea" and not _after(text, hit, "to", "for") and not roles.target:
        return "plea-in-court"
    if act.type == "REQUEST" and _advice(hit, roles):
        return "advice"
    if act.type == "REQUEST" and roles.source and all(
        one.name.lower().rsplit(" ", 1)[-1].removesuffix("s") in ASKERS for one in roles.source
    ):  # fmt: skip
        return "press"
    return None


def _things(text: Text, hit: Hit) -> list[int]:
    found = [*objects(text, hit.i)[0], *hit.bound.matched, *(kid.i for kid in text.kids(hit.i, "dobj"))]
    return list(dict.fromkeys(found))


def _no_arms(text: Text, hit: Hit, act: Act, roles: Roles) -> str | None:
    """Words of battle said of people who quarrel over something, of programmes and savings that are to be "destroyed"."""
    unarmed = all(_unarmed(one) for one in roles.source)
    topic = any(word in ("over", "about") for word, _, _ in prepositions(text, hit.i))
    if (
        hit.entry.pattern.head in QUARRELS
        and topic
        and unarmed
        and not any(_armed(one) for one in roles.target)
    ):
        return "quarrel"
    speaks = unarmed and bool(roles.source) and all(_speaker(one) for one in roles.source)
    bodies = all(one.kind in ("organisation", "state", "government_body", None) for one in roles.target)
    return "figure" if act.mode == "destroy" and speaks and bodies else None


def _no_support(text: Text, hit: Hit, roles: Roles) -> str | None:
    """Praise of what is not the one named: a product, an ideal fought for, those who are against him."""
    lemmas = {text.tokens[one].lemma.lower() for one in objects(text, hit.i)[0]}
    if hit.entry.pattern.head in ("back", "support", "endorse") and lemmas and lemmas <= WARES:
        return "ware"
    if hit.entry.pattern.head == "defend" and lemmas & IDEALS:
        return "ideal"
    path = roles.target_rule.partition(":")[0]
    behind = lemmas | {text.tokens[one].lemma.lower() for one in hit.bound.caught}
    return "those-against" if path in ("objmod", "owner", "of") and behind & AGAINST else None


def _no_talks(text: Text, hit: Hit, rule: str, act: Act, roles: Roles) -> str | None:
    """Who was a guest of a broadcast, who never met somebody in his life, whose tour was one of duty."""
    if hit.entry.pattern.head in (*MEETS, "sit") and _after(text, hit, "in", "on", "during", "for") & AIRED:
        return "interview"
    if roles.source and roles.target and any(
        all(one.anonymous and one.sector == "civilian" for one in side)
        and all(one.country is None and one.kind == "person" for one in other)
        for side, other in ((roles.source, roles.target), (roles.target, roles.source))
    ):  # fmt: skip
        return "private"
    if rule == "not-until" and hit.entry.pattern.head == "meet":
        return "no-acquaintance"
    never = any(kid.lower == "never" for kid in text.kids(hit.i, "neg", "advmod"))
    if act.status == "failed" and never and hit.entry.pattern.head in MEETS:
        return "no-acquaintance"
    if act.mode == "visit" and hit.entry.kind == "nouns":
        near = {kid.lemma.lower() for kid in text.kids(hit.i, "compound", "amod", "nmod")}
        if (near & DUTIES) or _after(text, hit, "of") & DUTIES:
            return "tour-of-duty"
    return None


def _to_the_press(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether it is only a talk with the press that is declined: "declined a request for comment"."""
    inner = complement(text, hit.i)
    speaks = inner is not None and text.tokens[inner].lemma in (*MEETS, "sit", "appear")
    if speaks and roles.target and all(one.kind == "media" or one.sector == "media" for one in roles.target):
        return True
    talks = inner is not None and text.tokens[inner].lemma in ("discuss", "speculate", "elaborate")
    if (
        talks
        and not roles.target
        and not any(word == "with" for word, _, _ in prepositions(text, inner or 0))
    ):
        return True
    asked = [one for one in _things(text, hit) if text.tokens[one].lemma.lower() in ("request", "invitation")]
    return any(
        word == "for" and text.tokens[noun].lemma.lower() in ("comment", "interview")
        for one in asked
        for word, _, noun in prepositions(text, one)
    )


def _thing_by_which(text: Text, hit: Hit) -> bool:
    """Whether "which" stands for what looks like a person: a book of that name that "was released"."""
    if not passive(text, hit.i):
        return False
    above = text.tokens[text.tokens[hit.i].head]
    relative = any(kid.lower == "which" for kid in text.kids(hit.i, "nsubjpass"))
    return relative and text.tokens[hit.i].dep == "relcl" and above.ent == "PERSON"


def _out_of(text: Text, verb: int) -> set[str]:
    """Lemmas of what somebody is put out of: "kicked them out of the state houses"."""
    found: set[str] = set()
    for out in text.kids(verb, "prt", "advmod", "prep"):
        if out.lower != "out":
            continue
        for of in (*text.kids(out.i, "prep"), *text.kids(verb, "prep")):
            found |= {noun.lemma.lower() for noun in text.kids(of.i, "pobj")}
    for word, _, noun in prepositions(text, verb):
        if word in ("of", "from"):
            found.add(text.tokens[noun].lemma.lower())
    return found


def _after(text: Text, hit: Hit, *words: str) -> set[str]:
    """Lemmas of the nouns that one of the prepositions hangs from the trigger or its object."""
    return {
        text.tokens[one].lemma.lower()
        for above in (
            hit.i,
            *_things(text, hit),
            *(kid.i for kid in text.kids(hit.i, "prt", "acomp", "oprd")),
        )
        for word, _, noun in prepositions(text, above)
        if word in words
        for one in (noun, *_part_of(text, noun))
    }


def _part_of(text: Text, noun: int) -> list[int]:
    """What a share is one of: "some of the success"."""
    if text.tokens[noun].lemma.lower() not in SHARES:
        return []
    return [kid.i for of in text.kids(noun, "prep") if of.lower == "of" for kid in text.kids(of.i, "pobj")]


def _armed(one: ActorRef) -> bool:
    return one.kind == "armed_group" or one.sector in ARMED


def _unarmed(one: ActorRef) -> bool:
    return not _armed(one) and one.kind != "state"


def _speaker(one: ActorRef) -> bool:
    return one.kind in ("person", "organisation", "government_body", "media") or one.sector in (
        "party",
        "legislative",
    )


def _court(one: ActorRef) -> bool:
    last = (one.role or one.name).lower().rsplit(" ", 1)[-1].removesuffix("s")
    return one.sector in ("judicial", "judiciary") or last in ("judge", "court", "magistrate", "justice")


def _word(one: ActorRef) -> str:
    return one.name.lower().rsplit(" ", 1)[-1].removesuffix("s")


def _counsels(one: ActorRef) -> bool:
    """Whether somebody speaks for no state, body or party: a doctor, a teacher."""
    return (
        one.kind in ("person", "anonymous")
        and one.country is None
        and one.sector in (None, "civilian", "unspecified")
    )


def _advice(hit: Hit, roles: Roles) -> bool:
    """Whether a doctor or teacher only counsels whom it may concern: "people should still exercise, Dr. Roe said"."""
    counsels = bool(roles.source) and all(_counsels(one) for one in roles.source)
    anybody = bool(roles.target) and all(
        _word(one) in ADVISED and one.country is None and one.actor_id is None for one in roles.target
    )
    return counsels and anybody and hit.entry.pattern.head in COUNSELLING


def _politician(one: ActorRef) -> bool:
    return one.sector in ("party", "legislative", "government", "opposition") or one.role is not None
