"""A trigger in, the phrases that fill its roles out: heads of source and target, each with the rule that found them."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.alongside import alongside
from dateline.events.asked import after, allowed, asked_of, called_to, unless, whose_doing
from dateline.events.bearers import ASKS
from dateline.events.grammar import agents, complement, doers, governor, objects, possessors, prepositions
from dateline.events.makers import late_of, makers
from dateline.events.triggers import Hit
from dateline.events.words import passive, with_conjuncts
from dateline.syntax import Text

AIMED = frozenset({"on", "against", "to", "with", "from", "of", "over", "toward", "towards"})
LIGHT = ("to", "on", "against", "with", "toward", "towards", "for", "from")
LOOSE = (
    "to", "on", "against", "with", "at", "toward", "towards", "over", "of", "for", "from", "in", "into", "about",
    "objmod", "obj", "comp", "purpose",
)  # fmt: skip


CONTESTS = frozenset({"victory", "win", "defeat", "triumph", "lead", "loss", "challenge", "success"})
"""What one side has over another: whoever owns it is meant, not the one beaten."""


QUARTERS = frozenset(
    {"east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "interior"}
)
EDGES = frozenset({"border", "frontier", "coast", "outskirt", "edge", "part", "city", "town"})
ON_A_MATTER = frozenset({
    "compromise", "negotiate", "act", "vote", "agree", "work", "talk", "speak", "comment", "focus", "cooperate", "rule",
    "testify", "decide", "deliver", "move", "campaign",
})  # fmt: skip
"""Verbs whose "on" names the matter, not the other side."""
STRIKES = frozenset(
    {"attack", "capture", "seize", "kill", "strike", "bomb", "destroy", "invade", "take", "storm", "hit"}
)
BONDS = frozenset(
    {"agreement", "treaty", "pact", "accord", "deal", "alliance", "truce", "ceasefire", "partnership"}
)


class Filled(NamedTuple):
    """Heads in order of preference; `rule` names the path that gave them."""

    heads: tuple[int, ...]
    rule: str


def source_paths(text: Text, hit: Hit) -> list[Filled]:
    """Every path of the frame that leads somewhere, for who acts."""
    return _paths(text, hit, hit.entry.frame.source)


def target_paths(text: Text, hit: Hit, *, loose: bool = False) -> list[Filled]:
    """Every path of the frame that leads somewhere, for who is acted on; `loose`: and any other tie after those."""
    names = hit.entry.frame.target
    if hit.object is not None and "against" not in names[:2]:
        cut = names.index("objmod") if "objmod" in names and not loose else len(names)
        whose = ("whose",) if hit.entry.type == "REJECT" else ()
        names = names[:cut] + whose + LIGHT + ("owner",) + names[cut:]
    names = tuple(name for name in names if name != "from" or hit.entry.type != "AID")
    names += LOOSE if loose else ()
    return _paths(text, hit, tuple(dict.fromkeys(names)))


def _paths(text: Text, hit: Hit, names: tuple[str, ...]) -> list[Filled]:
    found = []
    for name in names:
        heads = _walk(text, hit, name)
        if heads:
            found.append(Filled(tuple(heads), name))
        if name == "caught":
            whose = [one for head in heads for one in text.children[head] if text.tokens[one].dep == "poss"]
            if whose and hit.entry.type in ("SUPPORT", "ACCUSE"):
                found.append(Filled(tuple(whose), "objmod"))
            after = [one for head in heads for word, _, one in prepositions(text, head) if word in AIMED]
            if after:
                found.append(Filled(tuple(after), "beyond"))
            behind = [owner for head in heads for owner in owners(text, head)]
            if behind:
                found.append(Filled(tuple(behind), "objmod"))
    return found


def _walk(text: Text, hit: Hit, name: str) -> list[int]:
    i = hit.i
    noun = hit.entry.kind == "nouns"
    if name == "subj":
        return _subject(text, hit)
    if name == "agent":
        return agents(text, i)
    if name == "obj":
        return [one for one in objects(text, i)[0] if one != hit.object] if not noun else []
    if name == "iobj":
        return with_conjuncts(text, [kid.i for kid in text.kids(i, "dative") if kid.pos != "ADP"])
    if name == "caught":
        heads = with_conjuncts(text, list(hit.bound.caught))
        return [one for one in (*heads, *_said_again(text, heads)) if one != hit.object]
    if name == "beyond":
        return [
            one for head in hit.bound.matched for word, _, one in prepositions(text, head)
            if word in ("against", "on", "with", "to", "by", "from")
        ]  # fmt: skip
    if name == "split":
        return _subject(text, hit)[1:]
    if name == "objmod":
        where = [hit.object] if hit.object is not None else objects(text, i)[0]
        if hit.bound.caught and hit.object is None:
            where = list(hit.bound.caught)
        if hit.object is not None and hit.entry.type == "CONSULT":
            return possessors(text, hit.object)
        return [one for head in where for one in owners(text, head)]
    if name == "by" and noun:
        inside = [one for head in after(text, i, "of") for one in after(text, head, "by")]
        return after(text, i, "by") + inside
    if name == "poss":
        return with_conjuncts(text, [kid.i for kid in text.kids(i, "poss")])
    if name == "owner":
        where = [i, hit.object] if hit.object is not None else [i]
        aims = [head for one in where for word, _, head in prepositions(text, one) if word in LIGHT]
        return [one for head in aims for one in possessors(text, head)]
    if name == "mod":
        return [kid.i for kid in text.kids(i, "amod", "compound", "nmod")]
    if name == "pair":
        return _pair(text, i)
    if name == "of_pair":
        return after(text, i, "of")[1:]
    if name == "whose":
        return [] if hit.object is None else possessors(text, hit.object)
    if name == "forto":
        return called_to(text, i)
    if name == "let":
        return allowed(text, i)
    if name == "asked":
        return asked_of(text, i)
    if name == "unless":
        return unless(text, i)
    if name == "purpose":
        return [one for kid in text.kids(i, "advcl", "xcomp", "acl") for one in _purpose(text, kid.i)]
    if name in ("comp", "compsubj", "compobj", "compmods", "compowner"):
        return _complement(text, i, name, hit.object)
    where = [i] if hit.object is None else [i, hit.object]
    if hit.object is None and not noun:
        where += objects(text, i)[0][:1]
    if hit.object is not None and name in ("with", "against", "to"):
        where += after(text, hit.object, "of")
    found = [head for one in where for word, _, head in prepositions(text, one) if word == name]
    if not found and name == "into":
        found = whose_doing(text, where)
    return [beyond for head in found for beyond in _beyond(text, head)]


def _said_again(text: Text, heads: list[int]) -> list[int]:
    """What the same preposition names after "and": "spoke with the mayor and with the envoys"."""
    preps = [text.tokens[text.tokens[head].head] for head in heads]
    mates = [mate for prep in preps for mate in text.kids(prep.i, "conj") if mate.lower == prep.lower]
    return with_conjuncts(text, [kid.i for mate in mates for kid in text.kids(mate.i, "pobj")])


def object_owners(text: Text, noun: int) -> list[Filled]:
    """Whose the object of a passive is: "a visit by Chad was called off", "the talks between Chad and Mali were put off"."""
    found = possessors(text, noun)
    between = after(text, noun, "between")
    return [Filled(tuple(heads), rule) for heads, rule in ((found, "poss"), (between, "between")) if heads]


def _beyond(text: Text, head: int) -> list[int]:
    """A border is somebody's: "near the border with Chad"."""
    lemma = text.tokens[head].lemma.lower()
    if lemma in QUARTERS:
        return [head, *possessors(text, head)]
    if lemma not in EDGES:
        return [head]
    return [head, *(one for word, _, one in prepositions(text, head) if word in ("with", "of", "in"))]


def _pair(text: Text, i: int) -> list[int]:
    """Two names before a noun: "U.S.-Russian talks", "the Kerry-Lavrov meeting"; one name alone is no pair."""
    found = [kid.i for kid in text.kids(i, "amod", "compound", "nmod")]
    found += [
        kid.i
        for one in list(found)
        for kid in text.kids(one, "amod", "compound", "nmod", "npadvmod", "punct", "dep")
    ]
    named = sorted(one for one in found if text.reference_at(one) is not None)
    named = [
        one for one in named if any(abs(one - other) == 2 and _joined(text, one, other) for other in named)
    ]
    joined = [one for one in found if "-" in text.tokens[one].text.strip("-")]
    return named if len(named) > 1 else joined


def _joined(text: Text, one: int, other: int) -> bool:
    return text.tokens[(one + other) // 2].text in ("-", "–", "—", "/")


def _subject(text: Text, hit: Hit) -> list[int]:
    if hit.entry.kind == "adjectives":
        above = text.tokens[text.tokens[hit.i].head]
        return with_conjuncts(text, doers(text, above.i)[0])
    found = doers(text, hit.i)[0]
    return [*found, *(one for one in alongside(text, found) if one not in found)]


def owners(text: Text, noun: int) -> list[int]:
    """Who a noun belongs to or is about: possessor, demonym or name before it, "of", "by", "against" .. after it."""
    found = list(possessors(text, noun))
    if found and text.tokens[noun].lemma.lower() in CONTESTS:
        return found
    found += [kid.i for kid in text.kids(noun, "amod", "compound", "nmod")]
    found += makers(text, noun) + late_of(text, noun)
    owned = any(text.reference_at(one) is not None and text.tokens[one].tag != "PRP$" for one in found)
    for word, _, head in prepositions(text, noun):
        if owned and (word in ("in", "at") or (word == "for" and text.tokens[noun].lemma in ASKS)):
            continue
        if word in (
            "against",
            "on",
            "with",
            "from",
            "to",
            "in",
            "for",
            "at",
            "between",
            "over",
            "toward",
            "towards",
        ):
            found.append(head)
    return found


def _complement(text: Text, i: int, name: str, thing: int | None) -> list[int]:
    inner = complement(text, i)
    if inner is None and thing is not None:
        inner = complement(text, thing)  # "expressed its readiness to meet Chad"
    if inner is None:
        return []
    asked = any(kid.tag in ("WRB", "WP", "WDT") and kid.i < inner for kid in text.kids(inner))
    if name == "compsubj" and asked:
        return []
    subjects = [kid.i for kid in text.kids(inner, "nsubj", "nsubjpass")]
    if name == "compsubj" and text.tokens[inner].tag == "VBN" and not text.kids(inner, "aux", "auxpass"):
        return []  # "ordered them moved"
    own = text.tokens[i].lemma in ("threaten", "vow") and text.tokens[inner].lemma in STRIKES
    if name == "compsubj" and own and not passive(text, inner):
        return []  # "threatened that its fighters would take the city": the fighters are its own
    if name == "compsubj":
        return with_conjuncts(text, [] if passive(text, inner) else subjects)
    found = objects(text, inner)[0] if not passive(text, inner) else []
    if text.tokens[inner].lemma in ("let", "allow", "permit"):
        found += [
            kid.i for clause in text.kids(inner, "ccomp", "xcomp") for kid in text.kids(clause.i, "nsubj")
        ]
    for one in list(found):
        if name == "comp":
            found += owners(text, one)
        else:
            bond = text.tokens[one].lemma.lower() in BONDS
            found += [
                head for word, _, head in prepositions(text, one)
                if word in AIMED or (bond and word in ("between", "among"))
            ]  # fmt: skip
    if name == "compmods":
        aims = [head for word, _, head in prepositions(text, inner) if word in ("on", "against")]
        aims += [
            head for one in found for word, _, head in prepositions(text, one) if word in ("on", "against")
        ]
        aims += [head for one in tuple(aims) for word, _, head in prepositions(text, one) if word == "of"]
        return [
            kid.i for one in (*found, *aims) for kid in text.kids(one, "poss", "amod", "compound", "nmod")
        ]
    if name == "compowner":
        return [owner for one in found for owner in possessors(text, one)]
    if name == "compobj":
        words = AIMED - {"on", "over"} if text.tokens[inner].lemma in ON_A_MATTER else AIMED
        found += [head for word, _, head in prepositions(text, inner) if word in words]
        return [beyond for head in found for beyond in _beyond(text, head)]
    found += [head for _, _, head in prepositions(text, inner)]
    return with_conjuncts(text, subjects) + found


def _purpose(text: Text, verb: int) -> list[int]:
    """What a "to .." clause is aimed at: "sent a team to assist Kenya"."""
    if not any(helper.lower == "to" for helper in text.kids(verb, "aux")):
        return []
    found = objects(text, verb)[0]
    for one in list(found):
        found += owners(text, one)
    return found + [head for word, _, head in prepositions(text, verb) if word != "from"]


def governing_subject(text: Text, noun: int) -> list[int]:
    """Who does what a noun names, through its verb: "Kenya carried out the attack", "Kenya's leader backed the raid"."""
    up = governor(text, noun)
    carrier = text.tokens[text.tokens[noun].head]
    if up is not None and (
        text.tokens[noun].dep != "pobj" or carrier.lower not in ("to", "from", "by", "over", "about")
    ):
        return doers(text, up)[0]
    head = text.tokens[text.tokens[noun].head]
    if text.tokens[noun].dep == "pobj" and head.lower in ("of", "for") and head.head != head.i:
        above = head.head
        owned = (
            possessors(text, above) if head.lower == "for" else [kid.i for kid in text.kids(above, "poss")]
        )
        up = governor(text, above)
        return owned or ([] if up is None else doers(text, up)[0])
    return []
