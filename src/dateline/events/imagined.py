"""An act that is told in so many words in, why nobody did it or is known to have a part in it out.

"You would think Chad had invaded", "it is an invasion by lorries", "ordered the team to be dismissed", "made a plea to him"
where nobody knows who he is.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.grammar import complement, objects, possessors, prepositions
from dateline.events.naming import last_word
from dateline.events.tense import Standing
from dateline.events.triggers import Hit
from dateline.events.words import is_verb, passive
from dateline.records import ActorRef
from dateline.syntax import Text, Token

FANCY = frozenset({"think", "believe", "imagine", "assume", "swear", "suppose", "fancy", "guess"})
ANYBODY = frozenset({"you", "one", "anybody", "anyone", "somebody", "someone"})
WOULD = frozenset({"would", "'d", "’d", "might", "could"})
MISTAKEN = frozenset({"incorrectly", "erroneously", "mistakenly", "inaccurately", "wrongly"})
KIN = frozenset({
    "father", "mother", "wife", "husband", "brother", "sister", "son", "daughter", "uncle", "aunt", "cousin", "friend",
    "grandfather", "grandmother", "girlfriend", "boyfriend",
})  # fmt: skip
PUBLIC = frozenset({"AID", "COOPERATE", "ASSAULT", "COERCE", "CONSULT", "AGREE", "CONCEDE"})
POINTING = frozenset({"this", "that", "it", "what", "which", "these", "those"})
VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "THREATEN", "SANCTION", "MOBILIZE"})
PERSONAL = frozenset({"him", "her", "them", "us", "me", "his", "their", "hers", "theirs"})
TOWARD = frozenset({"to", "on", "against", "at", "with", "from", "upon"})
LEAVING = frozenset({"withdrawal", "pullout", "pull-out", "exit", "departure"})


def imagined(text: Text, hit: Hit, act: Act, standing: Standing, roles: Roles) -> str | None:
    """The reason to leave the act out, None when there is none."""
    if _fancied(text, hit.i):
        return "fancied"
    if hit.entry.kind == "nouns" and act.type in VIOLENT and _labels(text, hit.i):
        return "label"
    if act.type in PUBLIC and any(
        side and all(_kin(one) for one in side) for side in (roles.source, roles.target)
    ):
        return "private"
    if act.type == "REQUEST" and not roles.target and _for_oneself(text, hit):
        return "for-oneself"
    if act.type == "AGREE" and any(_kin(one) or one.name.lower() == "family" for one in roles.target):
        return "private"
    if (
        act.mode == "visit"
        and hit.entry.kind == "nouns"
        and any(one.kind == "person" for one in roles.target)
    ):
        return "journey"
    if hit.entry.pattern.head == "call" and act.type == "CONSULT" and _called_names(text, hit.i):
        return "names"
    if act.type == "REQUEST" and hit.entry.kind == "verbs" and _done_to(text, hit, roles):
        return "done-to-the-addressee"
    if act.type == "RETREAT" and hit.entry.pattern.head in LEAVING and any(
        one.kind == "organisation" or (one.kind == "state" and one.country is None) for one in roles.target
    ):  # fmt: skip
        return "withdrawal-from-what"
    if standing.rule == "presupposed" and _open_to(text, hit.i):
        return "open-to"
    if not roles.target and _somebody_there(text, hit):
        return "nobody-knows-whom"
    return None


def _fancied(text: Text, i: int) -> bool:
    """Whether the act is only what somebody might think ("you'd think Chad had invaded") or was told by mistake."""
    below = text.tokens[i]
    for above in text.ancestors(i):
        if above.lemma == "pretend" and above.i != i:
            return True
        if above.lemma in ("imagine", "fantasize") and below.i == i and below.dep in ("ccomp", "xcomp"):
            return True
        below = above
        if any(kid.lower in MISTAKEN for kid in text.kids(above.i, "advmod")) and above.i != i:
            return True
        if above.lemma not in FANCY or not is_verb(above):
            continue
        helpers = {kid.lower for kid in text.kids(above.i, "aux")}
        subjects = {kid.lower for kid in text.kids(above.i, "nsubj")}
        if helpers & WOULD and subjects & ANYBODY:
            return True
    return False


def _labels(text: Text, i: int) -> bool:
    """Whether a noun only says what something amounts to: "this is an invasion by lorries"."""
    token = text.tokens[i]
    above = text.tokens[token.head]
    if token.dep != "attr" or above.lemma != "be":
        return False
    subject = text.kid(above.i, "nsubj")
    articles = {kid.lower for kid in text.kids(i, "det")}
    return subject is not None and subject.lower in POINTING and not articles - {"a", "an"}


def _done_to(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether what is asked is to be done to the one named, by others: "ordered the team to be dismissed"."""
    path = roles.target_rule.partition(":")[0]
    inner = complement(text, hit.i)
    return inner is not None and path in ("caught", "obj", "iobj") and passive(text, inner) and (
        text.kid(inner, "nsubj", "nsubjpass") is not None or text.kid(hit.i, "dobj") is not None
    )  # fmt: skip


def _for_oneself(text: Text, hit: Hit) -> bool:
    """Whether one only asks how to be dealt with: "asked not to be named"."""
    inner = complement(text, hit.i)
    return hit.entry.pattern.head == "ask" and inner is not None and passive(text, inner)


def _kin(one: ActorRef) -> bool:
    """Whether somebody is known only as another's relative or friend."""
    return one.actor_id is None and last_word(one.name) in KIN


def _called_names(text: Text, i: int) -> bool:
    """Whether somebody is called something: "after calling the envoy a liar", "calling X and Y insecure men"."""
    heads = objects(text, i)[0]
    return any(text.kid(head, "dobj", "oprd", "attr") is not None for head in heads) or (
        text.kid(i, "oprd", "ccomp") is not None
    )


def _open_to(text: Text, i: int) -> bool:
    """Whether somebody is only open to the act: "said he was open to meeting the envoy"."""
    token = text.tokens[i]
    prep = text.tokens[token.head]
    return token.dep in ("pcomp", "pobj") and prep.lower == "to" and text.tokens[prep.head].lower == "open"


def _somebody_there(text: Text, hit: Hit) -> bool:
    """Whether the words name a party, only nobody can tell whom: "made a plea to him", "blocked her plan"."""
    if hit.entry.kind != "verbs":
        return False
    heads = list(objects(text, hit.i)[0]) if hit.object is None else [hit.object]
    near: list[Token] = [text.tokens[head] for head in heads]
    near += [text.tokens[owner] for head in heads for owner in possessors(text, head)]
    near += [
        text.tokens[one] for head in (hit.i, *heads) for word, _, one in prepositions(text, head) if word in TOWARD
    ]  # fmt: skip
    if any(
        text.tokens[owner].tag == "NNP" and not text.refer(owner) and text.tokens[owner].ent in ("NORP", "")
        for head in heads
        for owner in possessors(text, head)
    ):
        return True
    return any(
        one.lower in PERSONAL and (one.tag == "PRP" or not text.refer(one.i)) and one.i != hit.i
        for one in near
    )
