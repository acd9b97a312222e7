"""Judgements of a project -> laid on its records, in parts that have nothing in common, so that one more costs little."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager

from dateline.groups import Groups
from dateline.judgements import Judgement, Tools, in_force, lay
from dateline.store import Shelf, Store


def laid_on(store: Store, lent: Tools, add: Callable[[Shelf], Iterable[Judgement]]) -> int:
    """Keep the judgements that `add` gives and lay them on, in one transaction; how many were new.

    What was laid before is lifted only where it has something in common with the new ones.
    """
    with store.judging() as shelf:
        before = {one.id for one in shelf.judgements()}
        count = shelf.append(add(shelf))
        if count:
            every = shelf.judgements()
            fresh = {one.id for one in every} - before
            concerned = _concerned(every, fresh)
            pending = [{one} for one in concerned] if len(concerned) == 1 else _apart(shelf, every, concerned)
            _lay(shelf, lent, every, pending)
        return count


@contextmanager
def unjudged(store: Store, lent: Tools) -> Iterator[None]:
    """Inside, the records are as the machine made them and may be made anew; then all that holds is laid on again.

    One transaction: nobody ever sees the records without the analyst's word.
    """
    with store.judging() as shelf:
        shelf.lift()
        yield
        every = shelf.judgements()
        _lay(shelf, lent, every, _apart(shelf, every, {one.id for one in in_force(every)}))


def _concerned(every: Collection[Judgement], fresh: set[str]) -> set[str]:
    """The new judgements, and those that they take back or bring back."""
    by_id = {one.id: one for one in every}
    found = set(fresh)
    queue = list(fresh)
    while queue:
        one = by_id.get(queue.pop())
        if one is not None and one.undoes and one.undoes not in found:
            found.add(one.undoes)
            queue.append(one.undoes)
    return {one for one in found if one in by_id and by_id[one].kind != "undo"}


def _apart(shelf: Shelf, every: Collection[Judgement], ids: set[str]) -> list[set[str]]:
    """A first guess at which belong together: those about one story or one actor."""
    groups = Groups()
    wanted = [one for one in every if one.id in ids]
    anchors = {anchor: None for one in wanted for target in one.targets for anchor in target.passages}
    story = {article.sha256: article.story_id for article in shelf.anchored(list(anchors))} if anchors else {}
    for one in wanted:
        groups.find(one.id)
        for target in one.targets:
            if target.about == "actor":
                groups.join(one.id, f"~{target.id}")
            for anchor in target.passages:
                groups.join(one.id, f"~{story.get(anchor.sha256) or anchor.source}")
    found = ({one for one in group if not one.startswith("~")} for group in groups.all())
    return [group for group in found if group]


def _lay(shelf: Shelf, lent: Tools, every: Collection[Judgement], pending: list[set[str]]) -> None:
    """Lay each group; where it reaches into what is laid already, lift that and lay both together."""
    holding = in_force(every)
    parts = shelf.parts()
    for group in pending:
        ids = set(group)
        for part in [part for part in parts if part.judgements & ids]:
            shelf.lift(part)
            parts.remove(part)
            ids |= part.judgements
        while True:
            laid = lay([one for one in holding if one.id in ids], shelf, lent)
            touched = [part for part in parts if part.reach & laid.reach]
            if not touched:
                break
            for part in touched:
                shelf.lift(part)
                parts.remove(part)
                ids |= part.judgements
        shelf.lay(laid)
        parts = shelf.parts() if laid.standings else parts
