"""Several persons of an article who may bear a title in -> those who held the office, or hold it on the day of the article."""

from __future__ import annotations

from dateline.records import DateRange
from dateline.syntax import Token
from dateline.text.reading import Reading
from dateline.who.terms import Term

_HIGHEST = frozenset({"head_of_state", "head_of_government", "other:vice_president"})


def held_once(reading: Reading, number: int, key: str, fits: bool) -> bool:
    """Whether somebody is a former holder: by the tables before the day of the article, not on it; else by the article."""
    draft, on = reading.book[number], reading.text.published
    terms = reading.who.terms(draft.actor_id) if draft.actor_id else ()
    held = [term for term in terms if term.office == key]
    if any(term.held(on) for term in held):
        return False
    past = any(_before(term, on) for term in held)
    return (past and key in _HIGHEST) or (fits and (draft.former or past or not terms))


def _before(term: Term, on: DateRange) -> bool:
    last = term.possible.latest
    return last is not None and on.earliest is not None and last < on.earliest


def true_holders(
    reading: Reading, token: Token, fitting: list[int], seen: dict[int, int], key: str | None
) -> list[int]:
    """Without those whom the article only imagines in the office, or whom nobody would mean by its bare title here.

    Where the holder at home on the day of the article is among them, somebody who by the tables never held the office is
    none of those meant; who holds it abroad or in a body, and who held it before, only where the sentence or the one
    before tells of him.
    """
    on = reading.text.published
    lands = {reading.book[n].country for n in fitting}
    home = reading.home or (lands.pop() if len(lands) == 1 else None)
    holder = reading.who.holder(home, key, on) if key in _HIGHEST and home else None
    if holder is None or all(reading.book[n].actor_id != holder.id for n in fitting):
        return fitting
    if token.lemma not in (reading.who.role(holder.id, on) or "").lower().split():
        return fitting  # "the pope" is no president
    near = {n for n in fitting if token.sent - reading.tokens[seen[n]].sent <= 1}
    kept = []
    for number in fitting:
        draft = reading.book[number]
        terms = reading.who.terms(draft.actor_id) if draft.actor_id else ()
        held = any(term.office == key for term in terms)
        if (held and draft.country == home) or (number in near and (held or not terms)):
            kept.append(number)
    serving = {n for n in kept if reading.book[n].actor_id == holder.id}
    lately = near & set(kept)
    if serving & near or not lately:
        kept = [n for n in kept if n in near or n in serving]
    return kept or fitting
