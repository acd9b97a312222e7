"""An act none of whose own phrases leads to somebody in, heads of those its context names as the other side out.

Each finding carries the rule that made it; whether a head is an actor is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.adjectives import MISSIONS
from dateline.events.grammar import complement, doers, objects, possessors, prepositions, subject
from dateline.events.triggers import Hit
from dateline.events.words import is_verb, passive, with_conjuncts
from dateline.syntax import Text

CONTEXT = frozenset({
    "deed before", "thing before", "it", "subject above clause", "shared", "cause", "offer", "force", "manner",
})  # fmt: skip
"""Rules that lead to the other side itself and not to whom a thing belongs."""
CAUSES = frozenset({"due", "because", "amid", "owing", "over"})
SINCE = frozenset({"after", "because", "since", "when", "as"})
ANSWERS = frozenset({"retaliate", "respond", "retaliation", "response", "countermeasure", "revenge"})
LEAVING = frozenset({"resign", "quit", "sue", "resignation", "lawsuit"})
DOORS = frozenset({"office", "home", "house", "residence", "headquarters", "apartment", "mansion"})
NEARBY = frozenset({"outside", "at", "near", "in"})
FORCE = frozenset({
    "strike", "attack", "airstrike", "sanction", "tariff", "invasion", "raid", "ban", "war", "airstrikes", "tariffs",
})  # fmt: skip
ASKS = frozenset({"offer", "invitation", "request", "call", "proposal", "bid", "chance", "plea", "demand"})
JOINING = frozenset({
    "join", "lead", "serve", "meet", "debate", "testify", "advise", "negotiate", "talk", "endorse", "work", "speak", "host",
    "co-chair", "chair", "run", "back", "support",
})  # fmt: skip
JUDGED = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
STANCES = JUDGED | {"THREATEN"}
PAPERS = frozenset({
    "bill", "plan", "proposal", "measure", "order", "budget", "package", "resolution", "amendment", "offer", "law", "decree",
    "ruling",
})  # fmt: skip
"""What is somebody's by the name before it and can be taken up again as "it" or "the plan"."""
DEEDS = frozenset({
    "move", "decision", "step", "action", "launch", "announcement", "maneuver", "manoeuvre", "withdrawal", "attack",
    "strike", "test",
})  # fmt: skip
"""What takes up a deed told in the sentence before."""
TELLING = frozenset({
    "say", "tell", "add", "argue", "note", "warn", "ask", "write", "tweet", "claim", "believe", "think", "know", "hope",
    "expect", "report", "be", "have", "see", "hear", "feel", "want", "seem", "appear", "mean", "remain", "praise",
    "criticize", "condemn", "applaud", "describe", "call",
})  # fmt: skip
"""Verbs that tell of no deed one could call a move."""
MANNER = frozenset({"how", "what"})
NAMING = frozenset(
    {"call", "describe", "see", "term", "dub", "consider", "label", "regard", "view", "characterize"}
)
"""Verbs of a clause that only gives a thing another name: "what critics call a ban"."""
WAYS = frozenset({"way", "manner", "how"})
BARE = frozenset({"the", "that", "this"})
OWNING = frozenset({"poss", "amod", "compound", "nmod"})


def bearers(text: Text, hit: Hit) -> Iterator[tuple[list[int], str]]:
    """Heads of the other side and the rule, the surest first."""
    kind, i = hit.entry.type, hit.i
    if kind == "PROTEST":
        yield _mission(text, i), "embassy"
        yield _doorstep(text, i), "doorstep"
    if kind == "CONSULT" and hit.entry.status == "cancelled":
        yield _cause(text, i), "cause"
    if kind == "THREATEN" and _answers(text, hit, ANSWERS):
        yield _cause(text, i, complement(text, i)), "cause"
    if kind == "THREATEN" and _answers(text, hit, LEAVING):
        yield _cause(text, i, complement(text, i)), "cause at home"
    if kind == "CONCEDE":
        yield _force_told(text, i), "force"
    if kind == "REJECT":
        yield _invited_to(text, i), "offer"
    if passive(text, i) and text.tokens[i].dep == "conj":
        yield _shared(text, i), "shared"
        if kind in JUDGED:
            yield _above_clause(text, i), "subject above clause"
    if kind in STANCES:
        yield _taken_up(text, hit), "it"
        yield _same_thing(text, hit), "thing before"
        if kind in ("ACCUSE", "SUPPORT"):
            yield _manner(text, i), "manner"
            yield _deed_before(text, hit), "deed before"


def _mission(text: Text, i: int) -> list[int]:
    """Whose embassy a protest is at: "stormed the grounds of the Kenyan embassy"."""
    low, high = text.edges(i)
    return [
        kid.i for one in range(max(low, i), high) if text.tokens[one].lower in MISSIONS
        for kid in text.kids(one, *OWNING)
    ]  # fmt: skip


def _doorstep(text: Text, i: int) -> list[int]:
    """Before whose door a protest is: "protested outside the office of Senator Roe"."""
    return [
        one for word, _, noun in prepositions(text, i) if word in NEARBY and text.tokens[noun].lemma.lower() in DOORS
        for one in possessors(text, noun)
    ]  # fmt: skip


def _force_told(text: Text, i: int) -> list[int]:
    """Against whom was what one gives up: "backed down from the threat of strikes on Chad"."""
    high = text.edges(i)[1]
    return [
        head for one in range(i + 1, high) if text.tokens[one].lemma.lower() in FORCE
        for word, _, head in prepositions(text, one) if word in ("on", "against")
    ]  # fmt: skip


def _invited_to(text: Text, i: int) -> list[int]:
    """With whom one would not do what one was asked to: "rejected an offer to join Roe's cabinet"."""
    found: list[int] = []
    for noun in objects(text, i)[0]:
        for clause in text.kids(noun, "acl"):
            if text.tokens[noun].lemma in ASKS and clause.tag == "VB" and clause.lemma in JOINING:
                things = objects(text, clause.i)[0]
                found += things + [one for thing in things for one in possessors(text, thing)]
                found += [head for word, _, head in prepositions(text, clause.i) if word in ("with", "for")]
    return found


def _answers(text: Text, hit: Hit, words_of: frozenset[str]) -> bool:
    inner = complement(text, hit.i)
    words = {text.tokens[one].lemma.lower() for one in (inner, hit.object) if one is not None}
    return bool(words & words_of)


def _cause(text: Text, *verbs: int | None) -> list[int]:
    """Who gave cause: "because of Chad's threats", "citing Chad's hostility", "after Chad closed the border"."""
    found: list[int] = []
    for i in verbs:
        if i is None:
            continue
        for prep in text.kids(i, "prep"):
            if prep.lower in CAUSES:
                inner = [
                    kid.i
                    for deeper in text.kids(prep.i, "prep", "pcomp")
                    for kid in text.kids(deeper.i, "pobj")
                ]
                for noun in (*inner, *(kid.i for kid in text.kids(prep.i, "pobj"))):
                    found += possessors(text, noun)
        for clause in text.kids(i, "advcl"):
            if clause.lemma == "cite":
                found += [one for noun in objects(text, clause.i)[0] for one in possessors(text, noun)]
            elif any(kid.lower in SINCE for kid in text.kids(clause.i, "mark", "advmod")):
                found += doers(text, clause.i)[0]
    return found


def _shared(text: Text, i: int) -> list[int]:
    """Whom the first of two passives says it was against: "strikes were ordered against Chad but halted"."""
    first = text.tokens[text.tokens[i].head]
    if not passive(text, first.i):
        return []
    return [head for word, _, head in prepositions(text, first.i) if word in ("against", "on")]


def _above_clause(text: Text, i: int) -> list[int]:
    """The subject of the whole, where a passive was joined to a clause of time: "spoke when it began and was backed by"."""
    first = text.tokens[text.tokens[i].head]
    if first.dep != "advcl" or text.kid(i, "nsubjpass", "nsubj") is not None or passive(text, first.i):
        return []
    return subject(text, first.head)[0]


def _taken_up(text: Text, hit: Hit) -> list[int]:
    """Whose bill or plan "it" is, told before in the sentence: "mocked Roe's bill and vowed to veto it"."""
    verbs = [hit.i, *([] if (inner := complement(text, hit.i)) is None else [inner])]
    its = [kid.i for verb in verbs for kid in text.kids(verb, "dobj") if kid.lower == "it"]
    first = text.tokens[text.tokens[hit.i].head]
    if text.tokens[hit.i].dep == "conj" and is_verb(first) and text.tokens[verbs[-1]].lemma == "veto":
        its += [] if its or objects(text, verbs[-1])[0] else [verbs[-1]]
    if not its:
        return []
    start = text.sentence_of(hit.i).start
    for one in range(its[0] - 1, start - 1, -1):
        token = text.tokens[one]
        if token.lemma.lower() in PAPERS and token.tag in ("NN", "NNP") and one != hit.i:
            owned = [owner for owner in _owned_by(text, one) if text.tokens[owner].text[:1].isupper()]
            if owned:
                return owned
    return []


def _thing(text: Text, hit: Hit) -> int | None:
    """The bare thing an act is about: "the order", nothing said of whose or which it is."""
    here = [hit.object] if hit.object is not None else objects(text, hit.i)[0]
    if len(here) != 1 or text.tokens[here[0]].tag != "NN":
        return None
    kids = [kid for kid in text.kids(here[0]) if kid.dep not in ("prep", "punct")]
    after = [kid for kid in text.kids(here[0], "prep") if kid.lower in ("of", "by", "from", "on")]
    return here[0] if len(kids) == 1 and kids[0].lower in BARE and not after else None


def _same_thing(text: Text, hit: Hit) -> list[int]:
    """Whose it was when the same thing was told of in the sentence before: "argued over Roe's order. X defended the order"."""
    thing = _thing(text, hit)
    if thing is None or text.tokens[thing].lemma.lower() not in PAPERS | DEEDS:
        return []
    number = text.tokens[thing].sent
    if number == 0:
        return []
    before = text.sentences[number - 1]
    for one in range(thing - 1, before.start - 1, -1):
        if text.tokens[one].lemma.lower() == text.tokens[thing].lemma.lower():
            return _owned_by(text, one)
    return []


def _manner(text: Text, i: int) -> list[int]:
    """Whose doing a clause is about: "criticized how Roe handled it", "praised the way Roe spoke", "mocked what Roe said"."""
    clauses = [
        clause for clause in text.kids(i, "ccomp") if any(kid.lower in MANNER for kid in text.kids(clause.i))
    ]  # fmt: skip
    for noun in objects(text, i)[0]:
        clauses += text.kids(noun, "relcl") if text.tokens[noun].lemma in WAYS else []
    return [one for clause in clauses if clause.lemma not in NAMING for one in doers(text, clause.i)[0]]


def _deed_before(text: Text, hit: Hit) -> list[int]:
    """Who did what the sentence before tells, when an act is about "the move": "Chad shut the border. Mali blasted the move"."""
    thing = _thing(text, hit)
    number = text.tokens[hit.i].sent
    if thing is None or number == 0 or text.tokens[thing].lemma.lower() not in DEEDS:
        return []
    before = text.sentences[number - 1]
    root = next((one for one in text.tokens[before.start : before.end] if one.head == one.i), None)
    if root is None or not is_verb(root) or root.lemma in TELLING:
        return []
    done = root.tag == "VBD" or any(kid.lemma == "have" for kid in text.kids(root.i, "aux"))
    several = any(is_verb(kid) for kid in text.kids(root.i, "conj"))
    if (
        passive(text, root.i)
        or passive(text, hit.i)
        or several
        or not done
        or text.kid(root.i, "neg") is not None
    ):
        return []
    found = doers(text, root.i)[0]
    return found if len(found) == 1 else []


def _owned_by(text: Text, noun: int) -> list[int]:
    """Whom the words before a thing, or "of" and "by" after it, give it to."""
    found = [*possessors(text, noun), *(kid.i for kid in text.kids(noun, "amod", "compound", "nmod"))]
    return with_conjuncts(text, [one for one in found if text.tokens[one].tag != "PRP$"])
