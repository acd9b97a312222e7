"""Judgements in any order -> those that hold: in order of time, without what was taken back."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.errors import NotFound, UsageError
from dateline.judgements.forms import Judgement, Standing


def ordered(judgements: Iterable[Judgement]) -> list[Judgement]:
    """By time, then by id: the later word counts."""
    return sorted(judgements, key=lambda one: (one.at, one.id))


def undone(judgements: Iterable[Judgement]) -> set[str]:
    """Ids of what was taken back; an undo can itself be taken back."""
    dead: set[str] = set()
    for one in reversed(ordered(judgements)):
        if one.kind == "undo" and one.undoes and one.id not in dead:
            dead.add(one.undoes)
    return dead


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What holds, by time, undos left out."""
    judgements = list(judgements)
    dead = undone(judgements)
    return [one for one in ordered(judgements) if one.kind != "undo" and one.id not in dead]


def last(judgements: Iterable[Judgement]) -> Judgement:
    """The latest that holds. Raises NotFound when there is none."""
    holding = in_force(judgements)
    if not holding:
        raise NotFound(
            "there is no judgement to take back", remedy="See: dateline judge PROJECT.db --list --all"
        )
    return holding[-1]


def takeable(judgements: Iterable[Judgement], id: str) -> Judgement:
    """The judgement of that id. Raises NotFound, and UsageError when it was taken back already."""
    judgements = list(judgements)
    found = next((one for one in judgements if one.id == id), None)
    if found is None:
        raise NotFound(
            f"no judgement has the id '{id}'", remedy="See: dateline judge PROJECT.db --list --all"
        )
    if id in undone(judgements):
        raise UsageError(f"{id} is undone already", remedy="Undo the undo itself to bring it back")
    return found


def present(judgements: Iterable[Judgement], found: Iterable[Standing]) -> list[Standing]:
    """Every judgement by time with its state; `found` is what laying them on the records gave."""
    judgements = list(judgements)
    known = {one.judgement.id: one for one in found}
    dead = undone(judgements)
    return [
        Standing(one, "undone") if one.id in dead else known.get(one.id, Standing(one, "in force"))
        for one in ordered(judgements)
    ]
