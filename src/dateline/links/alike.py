"""Two actors, or two sides of an act -> how likely they are the same, 0..1, with what each kind of match is worth.

Documents name one actor in many ways: by name, by a shorter name, by what it is, by its state. A shared country says much
where an act runs between states, and next to nothing where everybody is at home.
"""

from __future__ import annotations

from dateline.links.families import root
from dateline.records import ActorRef, Mention

MUTUAL_TYPES = frozenset({"CONSULT", "AGREE", "COOPERATE"})
PUBLIC = frozenset({"state", "government_body"})
EXECUTIVE = frozenset({"president", "premier", "minister", "chancellor", "king", "secretary", "spokesman", "spokeswoman", "spokesperson"})  # fmt: skip
"""Heads of roles whose holders act for their state."""

SAME_NAME = 0.95
SHORTER_NAME = 0.85
FOR_THE_STATE = 0.7
DESCRIBED = 0.7
OF_ONE_STATE = 0.5
COMPATRIOTS = 0.25
OTHER_PERSON = 0.1
SILENT = 0.5
BOTH_SILENT = 0.6

Refs = tuple[ActorRef, ...]


def sides(one: Mention, other: Mention) -> tuple[float, float]:
    """How alike the sources are, and the targets; crossed over where the act is mutual and that fits better."""
    abroad = len(countries(one)) > 1 and len(countries(other)) > 1
    (a, b), (c, d) = _parted(one), _parted(other)
    straight = alike(a, c, abroad), alike(b, d, abroad)
    if one.mutual or other.mutual or one.type in MUTUAL_TYPES:
        crossed = alike(a, d, abroad), alike(b, c, abroad)
        return max(straight, crossed, key=sum)
    return straight


def countries(mention: Mention) -> set[str]:
    """The countries that the two sides belong to."""
    return {ref.country for ref in (*mention.source, *mention.target) if ref.country}


def alike(left: Refs, right: Refs, abroad: bool) -> float:
    """Best match between two sides; a side that one report leaves out neither speaks for nor against."""
    if not left and not right:
        return BOTH_SILENT
    if not left or not right:
        return SILENT
    return max(same(one, other, abroad) for one in left for other in right)


def same(one: ActorRef, other: ActorRef, abroad: bool) -> float:
    """How likely two references mean one actor."""
    if one.actor_id and one.actor_id == other.actor_id:
        return 1.0
    by_name = _named(one, other)
    if by_name:
        return by_name
    if one.kind == other.kind == "person" and one.actor_id and other.actor_id:
        return OTHER_PERSON
    if not one.actor_id and not other.actor_id and _described(one, other):
        return DESCRIBED
    if not one.country or one.country != other.country:
        return 0.0
    if "state" in (one.kind, other.kind) and abroad:
        return FOR_THE_STATE
    if (one.kind in PUBLIC and (other.kind in PUBLIC or _acts_for_state(other))) or (
        other.kind in PUBLIC and _acts_for_state(one)
    ):
        return FOR_THE_STATE
    return OF_ONE_STATE if abroad else COMPATRIOTS


def _parted(mention: Mention) -> tuple[Refs, Refs]:
    """Both sides; of an act among several with no target named, the first and the rest."""
    if len(mention.source) > 1 and not mention.target and (mention.mutual or mention.type in MUTUAL_TYPES):
        return mention.source[:1], mention.source[1:]
    return mention.source, mention.target


def _named(one: ActorRef, other: ActorRef) -> float:
    left, right = _words(one.name), _words(other.name)
    if not left or not right:
        return 0.0
    if left == right and (len(left) > 1 or not (one.actor_id and other.actor_id)):
        return SAME_NAME
    full, short = (left, right) if len(left) >= len(right) else (right, left)
    if len(short) > 1 and one.kind == other.kind == "person" and (full[0], full[-1]) == (short[0], short[-1]):
        return SAME_NAME
    capital = one.name[:1].isupper() and other.name[:1].isupper()
    if (
        len(short) == 1
        and len(full) > 1
        and capital
        and full[-1] == short[0]
        and not (one.actor_id and other.actor_id)
    ):
        return SHORTER_NAME
    return 0.0


def _described(one: ActorRef, other: ActorRef) -> bool:
    """Whether two descriptions have one head ("two officers", "white police officer") and no country against it."""
    left, right = _words(one.name), _words(other.name)
    if not left or not right or (one.country and other.country and one.country != other.country):
        return False
    return root(left[-1]) == root(right[-1])


def _acts_for_state(ref: ActorRef) -> bool:
    return ref.kind == "person" and any(word in EXECUTIVE for word in _words(ref.role or ""))


def _words(name: str) -> list[str]:
    return [word for part in name.casefold().replace("’", "'").split() if (word := part.strip(".,'\"“”‘"))]
