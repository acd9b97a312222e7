"""Two actors, or two sides of an act -> how likely they are the same, 0..1, with what each kind of match is worth.

Documents name one actor in many ways: by name, by a shorter name, by what it is, by its state. A shared country says much
where an act runs between states, and next to nothing where everybody is at home.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import NamedTuple

from dateline.links.families import root
from dateline.records import ActorRef, Mention

MUTUAL_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE"})
PUBLIC = frozenset({"state", "government_body"})
EXECUTIVE = frozenset({"president", "premier", "minister", "chancellor", "king", "secretary", "spokesman", "spokeswoman", "spokesperson"})  # fmt: skip
"""Heads of roles whose holders act for their state."""
GOVERNMENT = frozenset(
    {"government", "authorities", "administration", "officials", "police", "army", "ministry"}
)
LEADERS = frozenset(
    {"leader", "president", "premier", "dictator", "strongman", "ruler", "chancellor", "minister"}
)

CROWD = frozenset({"people", "protesters", "protestors", "demonstrators", "marchers", "residents", "civilians", "supporters", "activists", "crowd", "participants", "persons"})  # fmt: skip
"""Heads of descriptions any of which may stand for another where many are acted upon."""

SAME_NAME = 0.95
SHORTER_NAME = 0.85
FOR_THE_STATE = 0.7
DESCRIBED = 0.7
OF_ONE_STATE = 0.5
COMPATRIOTS = 0.25
OTHER_PERSON = 0.1
NAMED_BESIDE = 0.6
SILENT = 0.5
BOTH_SILENT = 0.6

_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
Words = frozenset[str]


class Party(NamedTuple):
    """An actor as one mention names it, without the place where it does: what comparing needs."""

    actor_id: str | None
    words: tuple[str, ...]
    kind: str | None
    country: str | None
    executive: bool
    named: bool
    """Whether its name starts as proper names do."""
    role: str = ""
    """The head of its role or office ("mayor")."""


Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Both sides of an act, and the countries they belong to. `sides_of` gives one object for equal values, so that pairs
    of them are looked up by identity."""

    source: tuple[Party, ...]
    target: tuple[Party, ...]
    mutual: bool
    lands: frozenset[str]
    told: frozenset[str]
    """The capitalised words of the sentence, in lower case: the names that stand beside the act and its sides."""


def sides_of(mention: Mention) -> Sides:
    """The sides of a mutual act among several with no target named are the first and the rest."""
    source, target = tuple(map(party, mention.source)), tuple(map(party, mention.target))
    mutual = mention.mutual or mention.type in MUTUAL_TYPES
    if len(source) > 1 and not target and mutual:
        source, target = source[:1], source[1:]
    lands = frozenset(ref.country for ref in (*mention.source, *mention.target) if ref.country)
    told = {word.casefold() for word in _CAPITAL.findall(mention.evidence.text)}
    told.difference_update(word for one in (*source, *target) if one.named for word in one.words)
    return _sides(source, target, mutual, lands, frozenset(told))


_sides = functools.lru_cache(maxsize=50_000)(Sides)


def party(ref: ActorRef) -> Party:
    """The actor of a reference."""
    executive = ref.kind == "person" and any(word in EXECUTIVE for word in _words(ref.role or ""))
    role = _words(ref.role or "")[-1:]
    named = ref.name[:1].isupper()
    return Party(ref.actor_id, _words(ref.name), ref.kind, ref.country, executive, named, "".join(role))


@functools.lru_cache(maxsize=50_000)
def sides(one: Sides, other: Sides) -> tuple[float, float]:
    """How alike the sources are, and the targets; crossed over where the act is mutual and that fits better."""
    abroad = len(one.lands) > 1 and len(other.lands) > 1
    told = one.told, other.told
    straight = alike(one.source, other.source, abroad, *told), alike(one.target, other.target, abroad, *told)
    if one.mutual or other.mutual:
        crossed = (
            alike(one.source, other.target, abroad, *told),
            alike(one.target, other.source, abroad, *told),
        )
        return max(straight, crossed, key=sum)
    return straight


def alike(left: Parties, right: Parties, abroad: bool, by_left: Words, by_right: Words) -> float:
    """Best match between two sides; a side that one report leaves out neither speaks for nor against.

    by_left, by_right: the names in each sentence. Who is named in one and only described in the other is likely the
    same when the other's sentence has the name as well.
    """
    if not left and not right:
        return BOTH_SILENT
    if not left or not right:
        return SILENT
    best = max(same(one, other, abroad) for one in left for other in right)
    if best < NAMED_BESIDE and any(
        _beside(one, other, by_right) or _beside(other, one, by_left) for one in left for other in right
    ):
        return NAMED_BESIDE
    return best


def _beside(named: Party, described: Party, told: Words) -> bool:
    return named.named and not described.named and bool(named.words) and named.words[-1] in told


@functools.lru_cache(maxsize=200_000)
def same(one: Party, other: Party, abroad: bool) -> float:
    """How likely two references mean one actor."""
    if one.actor_id and one.actor_id == other.actor_id:
        return 1.0
    both = bool(one.actor_id and other.actor_id)
    by_name = _named(one, other, both)
    if by_name:
        return by_name
    if one.kind == other.kind == "person" and both:
        return OTHER_PERSON
    if not one.actor_id and not other.actor_id and _described(one, other):
        return DESCRIBED
    if _by_office(one, other) or _by_office(other, one):
        return DESCRIBED
    if (one.kind in PUBLIC and _any_government(other)) or (other.kind in PUBLIC and _any_government(one)):
        return SILENT
    if not one.country or one.country != other.country:
        return 0.0
    if (one.executive and _any_leader(other)) or (other.executive and _any_leader(one)):
        return FOR_THE_STATE
    if "state" in (one.kind, other.kind) and abroad:
        return FOR_THE_STATE
    if (one.kind in PUBLIC and (other.kind in PUBLIC or other.executive)) or (
        other.kind in PUBLIC and one.executive
    ):
        return FOR_THE_STATE
    return OF_ONE_STATE if abroad else COMPATRIOTS


def _named(one: Party, other: Party, both_known: bool) -> float:
    left, right = one.words, other.words
    if not left or not right:
        return 0.0
    apart = one.country and other.country and one.country != other.country
    if not one.named and apart:
        return 0.0
    if left == right and (len(left) > 1 or not both_known):
        return SAME_NAME
    full, short = (left, right) if len(left) >= len(right) else (right, left)
    if (
        len(short) > 1
        and one.kind == other.kind == "person"
        and full[-1] == short[-1]
        and _short_for(full[0], short[0])
    ):
        return SAME_NAME
    if (
        len(short) == 1
        and len(full) > 1
        and one.named
        and other.named
        and full[-1] == short[0]
        and not both_known
    ):
        return SHORTER_NAME
    return 0.0


def _short_for(one: str, other: str) -> bool:
    """Whether two given names are one, or one is the other cut short ("Chris")."""
    return one == other or (
        min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))
    )


def _any_leader(one: Party) -> bool:
    """Whether it is described as the one who leads ("the Kastrian leader")."""
    return not one.actor_id and bool(one.words) and one.words[-1] in LEADERS


def _any_government(one: Party) -> bool:
    """Whether it is a government or its people without a word on whose."""
    return not one.named and not one.country and bool(one.words) and one.words[-1] in GOVERNMENT


def _by_office(named: Party, described: Party) -> bool:
    """Whether one has a name and the office by which the other is called ("the mayor"), no country against it."""
    if not named.named or described.named or not named.role or described.words[-1:] != (named.role,):
        return False
    return not (named.country and described.country and named.country != described.country)


def _described(one: Party, other: Party) -> bool:
    """Whether two descriptions have one head ("two officers", "white police officer") and no country against it."""
    if not one.words or not other.words or (one.country and other.country and one.country != other.country):
        return False
    heads = one.words[-1], other.words[-1]
    return root(heads[0]) == root(heads[1]) or all(head in CROWD for head in heads)


@functools.lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    words = (part.strip(".,'\"“”‘") for part in name.casefold().replace("’", "'").split())
    return tuple(word for word in words if word)
