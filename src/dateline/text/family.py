"""A surname that several people of an article bear -> the one whom pronouns and the order of telling mean, if they do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dateline.records import Actor, DateRange
from dateline.text.book import Book
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.personal import surname
from dateline.text.phrases import Phrases
from dateline.who.terms import HEADS

if TYPE_CHECKING:
    from dateline.text.people import Person

_GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


class Families:
    """What the sentences around a name tell of its bearer. `people` are all personal names, in order."""

    def __init__(self, phrases: Phrases, people: list[Person], lexicon: Lexicon) -> None:
        self.phrases, self.lexicon = phrases, lexicon
        self._in: dict[int, list[Person]] = {}
        for person in people:
            self._in.setdefault(phrases.tokens[person.name.start].sent, []).append(person)

    def told(
        self, book: Book, candidates: list[int], person: Person, decided: dict[int, tuple[int, str]]
    ) -> int | None:
        """The one of several bearers whom a pronoun after the name means, or the sentence before was about."""
        if len(candidates) < 2 or person.title is not None:
            return None
        gender = self.gender(person)
        fitting = [n for n in candidates if gender and book[n].gender == gender]
        if len(fitting) == 1 and all(book[n].gender for n in candidates):
            return fitting[0]
        topic = self.topic(person)
        number = decided[topic][0] if topic in decided and gender is None else None
        return number if number in candidates else None

    def gender(self, person: Person) -> str | None:
        """m or f where a pronoun after the name in its sentence can mean nobody else who is named there or just before."""
        tokens = self.phrases.tokens
        sent = tokens[person.name.start].sent
        for token in tokens[person.name.end : self.phrases.text.sentence_of(person.name.start).end]:
            told = _GENDER.get(token.lower)
            if told is None or self.phrases.quote[token.i] != self.phrases.quote[person.name.start]:
                continue
            own = surname(tokens, person.name)
            others = [
                p for s in (sent - 1, sent) for p in self._in.get(s, ()) if surname(tokens, p.name) != own
            ]
            return None if any(self._given(other) in (told, None) for other in others) else told
        return None

    def _given(self, person: Person) -> str | None:
        title = person.title.gender if person.title else None
        return title or self.lexicon.given.get(person.parts[0].lower()) if len(person.parts) > 1 else title

    def topic(self, person: Person) -> int | None:
        """The first token of the full name, in the sentence before, of the one bearer told of there and then by a pronoun."""
        tokens = self.phrases.tokens
        own, sent = surname(tokens, person.name), tokens[person.name.start].sent
        same = [p for p in self._in.get(sent - 1, ()) if surname(tokens, p.name) == own]
        here = [p for p in self._in.get(sent, ()) if surname(tokens, p.name) == own and p.name < person.name]
        if len(same) != 1 or here or len(same[0].parts) < 2:
            return None
        gender = self.gender(same[0])
        return same[0].name.start if gender is not None and gender == self._given(same[0]) else None


def before_full_names(
    people: list[Person], word: str, fold: dict[int, str], *, anywhere: bool = False
) -> Person | None:
    """The first to be called by that surname alone, where nobody was yet named in full by it, or `anywhere`; `fold` gives
    surnames."""
    for person in people:
        if fold.get(person.name.start) == word:
            alone = len(person.parts) == 1 and not person.junior
            if alone or not anywhere:
                return person if alone else None
    return None


def head_of_that_name(
    person: Person, gazetteer: Gazetteer, on: DateRange, countries: frozenset[str]
) -> Actor | None:
    """Who led a state of `countries` on those days and is known by that surname alone."""
    found = [
        actor for actor in gazetteer.who.surname(person.parts[-1], on)
        if (not countries or actor.country in countries)
        and any(term.office in HEADS and term.held(on) for term in gazetteer.who.terms(actor.id))
        and any(person.parts[-1] in name.split() for name in (actor.name, *actor.also_known_as))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def of_that_age(
    book: Book, gazetteer: Gazetteer, bearers: list[int], junior: int | None, age: str
) -> int | None:
    """Whom "the elder Roe" and "the younger Roe" mean: the son by his "Jr.", else by who held an office first."""
    if junior is not None:
        elders = [n for n in bearers if n != junior]
        return junior if age == "younger" else elders[0] if len(elders) == 1 else None
    first: dict[int, date] = {}
    for number in bearers:
        actor_id = book[number].actor_id
        terms = gazetteer.who.terms(actor_id) if actor_id else ()
        begun = [term.possible.earliest for term in terms if term.possible.earliest is not None]
        if not begun:
            return None
        first[number] = min(begun)
    if len(first) != 2:
        return None
    return (min if age == "elder" else max)(first, key=lambda number: first[number])
