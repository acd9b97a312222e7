"""A trigger and its article in, the words of its act and where those lead out: what ties a place to an act.

`Act` holds the act's own words; `goes_to` and `aimed_at` say whether a preposition after one of them leads to where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.events.settings import load
from dateline.events.triggers import Hit
from dateline.events.words import is_noun, is_verb
from dateline.syntax import Text, Token

TOWARDS = frozenset({"to", "into", "in", "toward", "towards", "onto"})
JOURNEYS = frozenset({"visit", "trip", "tour", "journey", "return", "pilgrimage"})
GATHERED = frozenset({"CONSULT", "AGREE", "PROTEST"})
SPOKEN = frozenset({
    "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE", "COOPERATE", "SANCTION", "AGREE",
})  # fmt: skip
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
HELD_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


class Tie(NamedTuple):
    """How a place hangs from an act; the lowest `rank` is the surest. `direct`: by "in" on the act's own word;
    `before`: it stands before the act; `kinds`: what of place may be meant ("any", or "town" for a town or a site)."""

    rank: int
    word: str
    kinds: str = "any"


class Act(NamedTuple):
    """The words of one act: its trigger, the noun of its light verb, the verbs that carry its noun or its infinitive."""

    hit: Hit
    own: frozenset[int]
    carriers: frozenset[int]

    @property
    def type(self) -> str:
        """The act's type; a truce that is signed takes place as agreements do."""
        entry = self.hit.entry
        return "AGREE" if entry.mode == "ceasefire" else entry.type


def act_of(text: Text, hit: Hit, carriers: Sequence[int]) -> Act:
    """The act's own words; the verb over its noun counts where it says that, when or where the act is."""
    words = load()
    own = {hit.i} | ({hit.object} if hit.object is not None else set())
    token = text.tokens[hit.i]
    above = text.tokens[token.head]
    kept = set()
    for one in carriers:
        under = above.i == one and token.dep in ("nsubj", "nsubjpass") and above.lemma not in words["tell"]
        if hit.entry.kind != "nouns" or under or text.tokens[one].lemma.lower() in words["held"]:
            kept.add(one)
    if is_verb(token):
        if token.dep in ("relcl", "acl") and is_a(above, "deed", "occasion") and is_noun(above):
            kept.add(above.i)  # "the attack in X that killed 12"
        purpose = token.dep in ("advcl", "xcomp") and any(
            aux.lower == "to" for aux in text.kids(hit.i, "aux")
        )
        if purpose and above.lemma == "be":
            kept.add(above.i)  # "is in X to meet"
        if (purpose or token.dep == "conj") and above.lemma.lower() in words["move"] | words["setting"]:
            kept.add(above.i)
    elif token.dep == "pobj" and above.lower in ("for", "to", "on"):
        goer = text.tokens[above.head]
        if goer.lemma.lower() in words["move"] or (above.lower == "for" and goer.lemma == "be"):
            kept.add(goer.i)
    return Act(hit, frozenset(own), frozenset(kept))


def is_a(token: Token, *kinds: str) -> bool:
    """Whether the word is of one of the kinds in settings.tsv."""
    forms = {token.lemma.lower(), token.lower}
    words = load()
    return any(forms & words[kind] for kind in kinds)


def goes_to(act: Act, word: str, above: Token) -> str | None:
    """Whether somebody or something goes there: "flew to X", "a visit to X", "sent troops to X", "withdrew from X".

    What of place may be meant ("any", "town"), else None; `above` is the word that has the preposition.
    """
    kind, own = act.type, act.own
    near = above.i in own or (above.dep in ("dobj", "nsubjpass") and above.head in own)
    visits = near and (act.hit.entry.mode == "visit" or is_a(above, "bid"))
    if word in ("from", "out"):
        allowed = {"RETREAT": "any", "SANCTION": "town"}.get(kind)
        return allowed if near else None
    if word == "for":
        return "any" if visits else None
    if word not in TOWARDS:
        return None
    moves = is_a(above, "move") and (is_verb(above) or above.lemma in JOURNEYS)
    if moves or above.lemma.lower() in JOURNEYS or visits:
        return "any"
    if word == "into" and kind == "ASSAULT" and near:
        return "any"
    goods = kind == "AID" and above.i in own and is_a(above, "carry")
    reached = (
        "any" if goods else {"MOBILIZE": "any", "AID": "town"}.get(kind)
    )  # a state that gets aid is who gets it
    return reached if near else None


def aimed_at(act: Act, above: Token) -> str | None:
    """Whether force is aimed there: "a strike on X", "launched raids against X"; as `goes_to`."""
    if act.type != "ASSAULT":
        return None
    own = act.own
    if above.i not in own and not (above.head in own and above.dep == "dobj" and is_a(above, "deed")):
        return None
    return "any" if is_a(above, "ground") else "town"


def names_ground(token: Token) -> bool:
    """Whether a word is known for a name of something, or is a thing in a place: no surname left unmarked."""
    return token.ent != "" or not token.tag.startswith("NNP")


def paired(text: Text, token: Token) -> bool:
    """ "U.S.-Russian talks": a name joined to another by a dash is a side, not a place."""
    beside = [text.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(text.tokens)]
    return any(one.text in ("-", "–", "—", "/") for one in beside) or text.kid(token.i, "conj") is not None


def in_one_breath(text: Text, act: Act, verb: Token, place: int) -> bool:
    """Whether the act follows on what was done at the place: "stormed a house in X and arrested two men"."""
    own = text.tokens[act.hit.i]
    joined = own.dep == "conj" and own.head == verb.i and is_verb(verb) and place < own.i
    fits = joined and act.type in FORCE | GATHERED and not is_a(verb, "tell")
    return fits and text.kid(own.i, "nsubj", "nsubjpass") is None
