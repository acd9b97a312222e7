"""A trigger and the actors of the article in, who is source and who is target out, each side with its rule."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

from dateline.events.actors import NOBODY, Actors, Known
from dateline.events.asked import addressed, bidden
from dateline.events.bearers import bearers
from dateline.events.grammar import prepositions
from dateline.events.roles import Filled, governing_subject, object_owners, source_paths, target_paths
from dateline.events.triggers import Hit
from dateline.events.words import passive
from dateline.records import ActorRef
from dateline.syntax import Text

MIXING = frozenset({"REQUEST", "SANCTION", "CONSULT", "AGREE"})
"""Acts that are done to people and bodies only: what stands in one list with them is the like."""
PAIRED = frozenset({"between", "pair", "of_pair", "objmod"})
FREED = frozenset({"release", "freedom", "liberation", "return", "extradition", "handover"})
REGRETS = frozenset({"regret", "remorse", "apology", "contrition", "sorrow"})
MODIFIERS = frozenset({"mod", "objmod", "pair", "beyond"})
FOREIGN = frozenset({"cause"})
"""Rules of the context that hold between those of two states only."""


class Roles(NamedTuple):
    """Both sides of an act and how each was found; `sure`: neither stands for something else that was named."""

    source: tuple[ActorRef, ...]
    target: tuple[ActorRef, ...]
    source_rule: str
    target_rule: str
    sure: bool


def cast(text: Text, hit: Hit, actors: Actors) -> Roles:
    """The first path of the entry's frame that leads to an actor, for each side."""
    source, source_rule = _source(text, hit, actors)
    target, target_rule = _target(text, hit, actors, source)
    sources, targets = source.actors, target.actors
    if hit.entry.frame.mutual and not targets and _meet_each_other(text, hit, sources, source_rule):
        sources, targets, target_rule = sources[:1], sources[1:], "coordinated"
    if hit.entry.frame.mutual and not sources and len(targets) > 1 and target_rule in PAIRED:
        sources, targets, source_rule = targets[:1], targets[1:], target_rule
    targets = tuple(one for one in targets if not _own_ground(one, target, sources))
    targets = _come_from(text, hit, actors, _kept(text, hit, actors, targets, target_rule, sources))
    return Roles(
        sources, targets, f"{source_rule}:{source.rule}", f"{target_rule}:{target.rule}",
        source.sure and (target.sure or not targets),
    )  # fmt: skip


def _source(text: Text, hit: Hit, actors: Actors) -> tuple[Known, str]:
    """Who acts, and the path that led there."""
    source, rule = _first(actors, hit.i, source_paths(text, hit), (), place=False)
    if source is NOBODY and hit.object is not None and hit.entry.type == "CONSULT" and passive(text, hit.i):
        source, rule = _first(actors, hit.i, object_owners(text, hit.object), (), place=False)
    if hit.entry.kind == "nouns" and source is NOBODY and hit.entry.frame.mutual:
        return _any(actors, governing_subject(text, hit.i), place=False), "governing-subject"
    return source, rule


def _target(text: Text, hit: Hit, actors: Actors, source: Known) -> tuple[Known, str]:
    """Who is acted on, and the path that led there; a path that leads back to one's own side is not taken."""
    paths = target_paths(text, hit)
    target, rule = _first(actors, hit.i, paths, source.actors, place=True)
    for wrong in ("compsubj", "objmod", "compobj"):
        if rule == wrong and _leads_home(wrong, hit, actors, source, target):
            paths = [path for path in paths if path.rule != wrong]
            target, rule = _first(actors, hit.i, paths, source.actors, place=True)
    if target is NOBODY and hit.entry.type == "REQUEST" and hit.entry.kind == "verbs":
        known = [actors.bidden(head) for head in (*bidden(text, hit.i), *addressed(text, hit.i))]
        target, rule = next((one for one in known if one.actors), NOBODY), "bidden"
    if target is NOBODY and rule == "none":
        target, rule = _from_context(text, hit, actors, source)
    if hit.entry.type in MIXING and rule != "objmod":
        target = _with_mates(text, actors, target)
    return target, rule


def _from_context(text: Text, hit: Hit, actors: Actors, source: Known) -> tuple[Known, str]:
    """The other side as the rest of the sentence or the one before names it, an actor the tables know only."""
    for heads, rule in bearers(text, hit):
        known = _any(actors, heads, place=False, named=True, acts=True)
        kept = tuple(one for one in known.actors if not among(one, source.actors) and _stands_by_itself(one))
        if kept and not (rule in FOREIGN and _at_home(kept, source)):
            return known._replace(actors=kept[:1] if rule == "cause" else kept), rule
    return NOBODY, "none"


def _stands_by_itself(one: ActorRef) -> bool:
    return one.actor_id is not None or (one.kind == "person" and one.name[:1].isupper())


def _at_home(found: Sequence[ActorRef], source: Known) -> bool:
    """Whether somebody is of the doer's own country: nobody one's threats abroad or talks are with."""
    homes = {one.country for one in source.actors if one.country}
    return all(one.country is None or one.country in homes for one in found)


def _leads_home(path: str, hit: Hit, actors: Actors, source: Known, target: Known) -> bool:
    """Whether a path that mostly leads to the other side leads to the doer's own: "threatened that Chad would leave"."""
    if path == "compobj":
        return not any(_other_side(one, hit, actors, source.actors) for one in target.actors)
    own = hit.entry.type == "THREATEN" if path == "compsubj" else hit.entry.type == "AGREE"
    return own and (path == "compsubj" or hit.object is not None) and _own_land(target, source)


def _meet_each_other(text: Text, hit: Hit, sources: Sequence[ActorRef], rule: str) -> bool:
    """Whether several doers of a mutual act are its two sides: "X and Y met"; all who "attended it" are not."""
    whole = rule != "governing-subject" or text.tokens[hit.i].dep == "dobj"
    return (
        len(sources) > 1 and whole and hit.entry.pattern.head != "attend"
        and not _listing(sources) and not _with(text, hit.i)
    )  # fmt: skip


def _kept(
    text: Text,
    hit: Hit,
    actors: Actors,
    targets: tuple[ActorRef, ...],
    rule: str,
    sources: Sequence[ActorRef],
) -> tuple[ActorRef, ...]:
    """Of those a path led to, whom the act can be aimed at."""
    homes = {one.country for one in sources if one.country}
    if len(targets) > 1 and rule in ("objmod", "beyond", "on", "compobj"):
        targets = tuple(one for one in targets if one.kind != "state" or one.country not in homes) or targets
    if rule == "beyond" and hit.entry.type == "REQUEST":
        targets = tuple(one for one in targets if one.actor_id or one.kind == "state")
    if rule == "compobj":
        targets = tuple(one for one in targets if _other_side(one, hit, actors, sources))
    thing = text.tokens[hit.object].lemma if hit.object is not None else ""
    if rule == "of" and thing in FREED:
        return ()  # whose release is demanded does not hold them
    if thing in REGRETS and rule in ("owner", "for", "over", "at", "on"):
        return ()  # regret for a deed is offered to those hurt, not to those who did it
    return targets


def _with_mates(text: Text, actors: Actors, target: Known) -> Known:
    """Plurals that stand beside groups in one list are groups too: "fines on banks, auto dealers and lenders"."""
    if not target.actors or any(one.actor_id or not one.name[:1].islower() for one in target.actors):
        return target
    ends = [text.token_at(one.span.end - 1) for one in target.actors if one.span is not None]
    mates = {mate.i for end in ends if end is not None for mate in text.conjuncts(end) if mate.tag == "NNS"}
    found = [*target.actors]
    for mate in sorted(mates - set(ends)):
        found += [one for one in actors.bidden(mate).actors if not among(one, found)]
    return target._replace(actors=tuple(found))


def _other_side(one: ActorRef, hit: Hit, actors: Actors, sources: Sequence[ActorRef]) -> bool:
    """Whether what a deed to come is done to is somebody else's: neither one's own means nor one's own people."""
    unknown = hit.entry.type in ("REJECT", "AGREE") and one.kind in ("group", "anonymous", None)
    if not (one.actor_id or one.country) and (unknown or actors.forces(one)):
        return False
    return not (
        one.kind == "group" and one.country in {source.country for source in sources if source.country}
    )


def _own_land(target: Known, source: Known) -> bool:
    """Whether a speaker for a state tells what that state will do: "his spokesman threatened that Chad would leave"."""
    homes = {one.country for one in source.actors if one.country}
    return bool(target.actors) and all(one.kind == "state" and one.country in homes for one in target.actors)


def _with(text: Text, i: int) -> bool:
    """Whether the other side is told, though nobody knows it: "A and B spoke with members" is no talk of A with B."""
    inner = [kid for kid in text.kids(i, "prep") if kid.lower == "with"]
    return any(
        kid.tag in ("NNS", "NNPS", "PRP") or kid.ent in ("PERSON", "ORG", "NORP")
        for one in inner for head in (*text.kids(one.i, "pobj"), *text.kids(one.i, "pcomp"))
        for kid in (head, *text.kids(head.i, "nsubj"))
    )  # fmt: skip


def _listing(sources: Sequence[ActorRef]) -> bool:
    """Whether the first side is a group and the rest are its members: "a group of aides, including A and B, met"."""
    first, *rest = sources
    return (
        first.kind in ("group", "anonymous", None)
        and len(rest) > 1
        and all(one.kind == "person" for one in rest)
    )


def _come_from(text: Text, hit: Hit, actors: Actors, targets: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """People nobody has named take the country after "from", wherever the parser hangs it: "expelled envoys from Chad"."""
    if not targets or any(one.actor_id or one.country or one.kind == "person" for one in targets):
        return targets
    for word, _, head in prepositions(text, hit.i):
        if word == "from":
            for origin in actors.at(head).actors:
                if origin.kind == "state":
                    return tuple(dataclasses.replace(one, country=origin.country) for one in targets)
    return targets


def _own_ground(one: ActorRef, target: Known, sources: Sequence[ActorRef]) -> bool:
    """Whether a state was only named as the place where its own people act."""
    return target.rule in ("place-of-state", "state", "the same state") and one.kind == "state" and any(
        source.country == one.country and (target.rule == "place-of-state" or source.kind in ("state", "government_body"))
        for source in sources
    )  # fmt: skip


def among(one: ActorRef, others: Sequence[ActorRef]) -> bool:
    """Whether the same actor is already there."""
    return any(
        (one.actor_id is not None and one.actor_id == other.actor_id)
        or (one.name == other.name and one.country == other.country)
        for other in others
    )


def _first(
    actors: Actors, hit: int, paths: Sequence[Filled], but: tuple[ActorRef, ...], *, place: bool
) -> tuple[Known, str]:
    for heads, rule in paths:
        heads = tuple(head for head in heads if head != hit)
        known = _any(actors, heads, place=place and rule != "objmod", named=rule in MODIFIERS, acts=not place)
        kept = tuple(one for one in known.actors if not among(one, but))
        if kept:
            return known._replace(actors=kept), rule
    return NOBODY, "none"


def _any(
    actors: Actors, heads: Sequence[int], *, place: bool, named: bool = False, acts: bool = False
) -> Known:
    found: list[ActorRef] = []
    rule, sure = "", True
    for head in heads:
        known = actors.at(head, place=place, acts=acts)
        if actors.titles(head, heads):
            continue
        if not known.actors and not named and (some := actors.included(head)):
            known = Known(some, "included")
        unnamed = known.rule == "head-noun" and not any(one.country for one in known.actors)
        misnamed = known.rule == "place-of-state" and any(
            one.kind in ("person", "group")
            for other in heads
            if other != head
            for one in actors.at(other).actors
        )
        if (
            known.actors
            and not misnamed
            and not ((named and unnamed and not actors.owns(head)) or (found and known.rule == "head-noun"))
        ):
            found += [one for one in known.actors if not among(one, found)]
            if all(one.kind in ("group", "anonymous", None) for one in known.actors):
                found += [one for one in actors.included(head) if not among(one, found)]
            rule, sure = rule or known.rule, sure and known.sure
    return Known(tuple(found), rule, sure) if found else NOBODY
