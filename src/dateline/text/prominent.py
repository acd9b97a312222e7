"""A personal name in -> the person of the reference tables whom it means on the day of the article, if one alone fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import Actor, DateRange
from dateline.text.book import Book
from dateline.text.gazetteer import Gazetteer
from dateline.text.personal import fold

if TYPE_CHECKING:
    from dateline.text.people import Person

_SECOND = frozenset({"deputy", "assistant", "vice", "under", "undersecretary", "associate"})
_OBSCURE = frozenset({
    "other:representative", "other:mayor", "other:journalist", "other:judge", "other:lawyer", "other:agency_official",
    "other:state_department_spokesperson", "other:campaign_official",
})  # fmt: skip
_LONG = 10  # years after which a bare surname needs more to mean who held an office


def lacks_a_middle_name(words: str, actor: Actor) -> bool:
    """Whether the tables know the name only with a part more: then it may be a namesake."""
    known = {fold(name) for name in (actor.name, *actor.also_known_as)}
    return fold(words) not in known and len(words.split()) < len(actor.name.split())


def contradicted(
    person: Person, words: str, actor: Actor, gazetteer: Gazetteer, countries: frozenset[str]
) -> bool:
    """Whether somebody whom the tables spell otherwise is a namesake: a deputy by his title, or of a state nobody names."""
    if fold(words) in {fold(name) for name in (actor.name, *actor.also_known_as)}:
        return False
    if countries and actor.country not in countries and len(words.split()) < len(actor.name.split()):
        return True
    said = set(person.title.words.lower().split()) & _SECOND if person.title else set[str]()
    return bool(said) and not any(
        said & set(term.title.lower().split()) for term in gazetteer.who.terms(actor.id)
    )


def from_tables(
    person: Person, book: Book, gazetteer: Gazetteer, on: DateRange, countries: frozenset[str]
) -> int | None:
    """An office holder known by surname alone, when title, country or date leave only one.

    Without a title only who led a state, or spoke for it abroad, is meant by a bare surname, and only where the
    article names the state.
    """
    word = fold(person.parts[-1])
    title = person.title
    ranked = title is not None and bool(title.heads)
    actors = tuple(
        actor
        for actor in gazetteer.who.surname(person.parts[-1], on)
        if any(word in map(fold, name.split()) for name in (actor.name, *actor.also_known_as))
        and (ranked or _needs_no_first_name(person, actor, gazetteer, on, countries))
    )
    if title and title.country:
        actors = tuple(a for a in actors if a.country == title.country)
    if len(actors) > 1 and title and ranked:
        office = gazetteer.who.office(title.words)
        fitting = tuple(a for a in actors if any(t.office == office for t in gazetteer.who.terms(a.id)))
        actors = fitting or actors
    if len(actors) > 1 and on.known:
        serving = tuple(a for a in actors if gazetteer.who.role(a.id, on))
        actors = serving or actors
    if len(actors) > 1 and not ranked:
        leads = {a.country: gazetteer.who.leader(a.country, on) for a in actors if a.country}
        actors = (
            tuple(a for a in actors if (one := leads.get(a.country or "")) is not None and one.id == a.id)
            or actors
        )
    return book.actor(actors[0]) if len(actors) == 1 else None


def _needs_no_first_name(
    person: Person, actor: Actor, gazetteer: Gazetteer, on: DateRange, countries: frozenset[str]
) -> bool:
    """Whether a bare surname can be enough: of who held high office, or, after "Mr.", is prominent on the day of the article."""
    if countries and actor.country not in countries:
        return False
    if gazetteer.held_high_office(actor):
        return person.title is not None or not (
            on.known and _outlived(actor, person.parts[-1], gazetteer, on)
        )
    polite = person.title is not None and person.title.gender is not None
    terms = gazetteer.who.terms(actor.id) if polite and on.known and countries else ()
    return any(term.office not in _OBSCURE and term.held(on) for term in terms)


def _outlived(actor: Actor, word: str, gazetteer: Gazetteer, on: DateRange) -> bool:
    """Whether somebody long out of office shares the surname with another of his country who serves on the day."""
    last = [term.possible.latest for term in gazetteer.who.terms(actor.id)]
    gone = bool(last) and on.earliest is not None and all(
        day is not None and on.earliest.year - day.year > _LONG for day in last
    )  # fmt: skip
    return gone and any(
        other.id != actor.id and other.country == actor.country and gazetteer.who.role(other.id, on)
        for other in gazetteer.who.surname(word, on)
    )


def holds(actor_id: str | None, office: str, gazetteer: Gazetteer, on: DateRange) -> bool:
    """Whether somebody surely held the office on the days of the article."""
    terms = gazetteer.who.terms(actor_id) if actor_id else ()
    return any(term.office == office and term.held(on) for term in terms)
