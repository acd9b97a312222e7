"""Personal names of an article -> one entity a person: full names, surnames, titles, gender, country, office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.records import Actor, DateRange
from dateline.syntax import Name
from dateline.text.book import Book, Draft
from dateline.text.family import Families, before_full_names, head_of_that_name, of_that_age
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.personal import fold, surname
from dateline.text.phrases import Phrases
from dateline.text.prominent import contradicted, from_tables, holds, lacks_a_middle_name
from dateline.text.titles import Titled, title_before
from dateline.who.names import is_junior
from dateline.who.people import family_names
from dateline.who.terms import HEADS

_INITIALS = re.compile(r"^(?:[A-Z]\.)+$")
_AGES = frozenset({"elder", "younger"})


class Person(NamedTuple):
    """One mention by name: its parts without suffixes, its title if any, and whether it is the son of that name."""

    name: Name
    parts: tuple[str, ...]
    title: Titled | None
    junior: bool = False
    shared: bool = False


def last_of(phrases: Phrases, person: Person) -> str:
    """The surname as it stands, or that of the one after "and" who shares it."""
    return person.parts[-1] if person.shared else surname(phrases.tokens, person.name)


def mentions(
    phrases: Phrases, names: tuple[Name, ...], gazetteer: Gazetteer, lexicon: Lexicon
) -> list[Person]:
    """Every personal name with the title that goes with it, in order."""
    found = []
    for name in names:
        if name.label == "PERSON":
            words = phrases.words(name.start, name.end).replace("[", "").replace("]", "")
            parts = tuple(
                part
                for part in words.split()
                if part not in ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV", "Jr.,") and part[0] not in '“"‘'
            )
            if parts and len(set(parts)) == len(parts) and not _fragment(parts):
                after = phrases.words(name.start, min(name.end + 1, len(phrases.tokens)))
                junior = is_junior(words) or is_junior(after)
                title = title_before(phrases, name.start, gazetteer, lexicon)
                found.append(Person(name, parts, title, junior))
    return _sharing(phrases, found, lexicon)


def _sharing(phrases: Phrases, people: list[Person], lexicon: Lexicon) -> list[Person]:
    """The same with the surname that a given name before "and" shares: "Ann and Tom Roe", "George H.W. and George W. Bush"."""
    surnames = {p.parts[-1] for p in people if len(p.parts) > 1 and not _INITIALS.match(p.parts[-1])}
    for k, (person, after) in enumerate(pairwise(people)):
        end = person.name.end
        if len(after.parts) < 2 or after.name.start != end + 1 or person.parts[-1] == after.parts[-1]:
            continue
        given = all(part.lower() in lexicon.given or _INITIALS.match(part) for part in person.parts)
        alone = len(person.parts) == 1 or _INITIALS.match(person.parts[-1])
        if phrases.tokens[end].lower in ("and", "&") and given and alone and person.parts[-1] not in surnames:
            people[k] = person._replace(parts=(*person.parts, after.parts[-1]), shared=True)
    return people


def _fragment(parts: tuple[str, ...]) -> bool:
    """Whether what is left of an insertion in brackets is an article: "A[n] old friend"."""
    return len(parts) == 1 and parts[0].lower() in ("a", "an", "the")


def enter(
    phrases: Phrases,
    people: list[Person],
    book: Book,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    countries: frozenset[str],
) -> dict[int, tuple[int, str]]:
    """Put every person into the book; gives first token of the name -> (entity number, rule).

    `countries` are those the article names or is published in.

    A surname goes to the last full name that carries it; where a family shares it, to the one whose title or
    gender fits, else to nobody.
    """
    on = phrases.text.published
    full: dict[tuple[str, ...], int] = {}
    sons = {fold(last_of(phrases, p)) for p in people if len(p.parts) > 1 and not p.junior}
    bearers: dict[str, list[int]] = {}
    firsts: dict[str, list[int]] = {}
    juniors: dict[str, int] = {}
    decided: dict[int, tuple[int, str]] = {}
    for person in sorted((p for p in people if len(p.parts) > 1), key=lambda p: -len(p.parts)):
        given, last = person.parts[0], fold(last_of(phrases, person))
        between = _between(person.parts)
        key = (given.lower(), between, last, "Jr." if person.junior else "")
        number = full.get(key)
        if number is None and not person.junior:
            number = _same_person(book, given, between, last, bearers)
        if number is None:
            number = _new(person, book, gazetteer, on, countries)
            second = person.junior and last in sons
            keys = [(bearers, last), (firsts, fold(given))]
            if fold(given) in family_names() and last not in family_names():
                keys.append((bearers, fold(given)))  # "Kim Jong Un" is called Kim
            for table, word in () if second else keys:
                if number not in table.setdefault(word, []):
                    table[word].append(number)
        full[key] = number
        if person.junior:
            juniors[last] = number
        decided[person.name.start] = (number, "full name")
        _learn(book[number], person, lexicon)
    _enter_holders(people, book, gazetteer, on, bearers)
    _enter_heads(phrases, people, book, gazetteer, on, bearers, countries)
    families = Families(phrases, people, lexicon)
    latest: dict[str, int] = {}
    for person in people:
        at = person.name.start
        if at in decided:
            latest[fold(last_of(phrases, person))] = decided[at][0]
            continue
        word = fold(person.parts[0])
        if person.junior:
            decided[at] = (
                (juniors[word], "surname") if word in juniors else (_son(person, book), "surname alone")
            )
            continue
        candidates = [n for n in bearers.get(word, []) if not _other_gender(book, n, person)]
        rule = "surname"
        if not candidates and len(firsts.get(word, [])) == 1:
            candidates, rule = firsts[word], "given name"
            surname_first = word in lexicon.given or word in family_names()
            holder = None if surname_first else from_tables(person, book, gazetteer, on, countries)
            if holder is not None:
                candidates, rule = [holder], "surname in office"
        age = phrases.tokens[at - 1].lower if at else ""
        if age in _AGES:
            chosen = of_that_age(book, gazetteer, bearers.get(word, []), juniors.get(word), age)
            if chosen is None:
                continue
        else:
            chosen = families.told(book, candidates, person, decided)
        if chosen is None:
            chosen = _choose(book, gazetteer, on, candidates, person, latest.get(word))
        if chosen is None and not candidates:
            chosen, rule = from_tables(person, book, gazetteer, on, countries), "surname in office"
            if chosen is None:
                draft = Draft(name=person.parts[0], kind="person")
                chosen, rule = book.add(draft, "surname", word), "surname alone"
            bearers.setdefault(word, []).append(chosen)
        if chosen is None:
            continue
        latest[word] = chosen
        decided[at] = (chosen, "title and name" if person.title and rule == "surname" else rule)
        _learn(book[chosen], person, lexicon)
    return decided


def _enter_holders(
    people: list[Person], book: Book, gazetteer: Gazetteer, on: DateRange, bearers: dict[str, list[int]]
) -> None:
    """Enter those whom a title and surname alone mean by the tables, where somebody else of the surname is named in full.

    An article may name the president's wife in full and him only as "President Harrow".
    """
    for person in people:
        word = fold(person.parts[-1])
        known = bearers.get(word)
        if len(person.parts) > 1 or person.junior or not known or not person.title or not person.title.heads:
            continue
        office = gazetteer.who.office(person.title.words)
        if office is None or person.title.former:
            continue
        ids = {book[n].actor_id for n in known}
        holders = [
            actor for actor in gazetteer.who.surname(person.parts[-1], on)
            if holds(actor.id, office, gazetteer, on)
            and (person.title.country is None or actor.country == person.title.country)
        ]  # fmt: skip
        if len(holders) == 1 and holders[0].id not in ids:
            known.append(book.actor(holders[0]))


def _enter_heads(
    phrases: Phrases, people: list[Person], book: Book, gazetteer: Gazetteer, on: DateRange,
    bearers: dict[str, list[int]], countries: frozenset[str],
) -> None:  # fmt: skip
    """Enter whoever leads a state and is called by surname before anybody of it is named in full: who needs no first name."""
    last = {p.name.start: fold(last_of(phrases, p)) for p in people}
    for word, known in bearers.items():
        sons = all(book[n].name.endswith("Jr.") for n in known)
        first = before_full_names(people, word, last, anywhere=sons) if on.known else None
        actor = head_of_that_name(first, gazetteer, on, countries) if first is not None else None
        if actor is not None and all(book[n].actor_id != actor.id for n in known):
            known.append(book.actor(actor))


def _son(person: Person, book: Book) -> int:
    """The son whom an article never names in full: "Harrow Jr." is not Harrow."""
    name = f"{person.parts[0]} Jr."
    return book.add(Draft(name=name, kind="person"), "surname", name.lower())


def _other_gender(book: Book, number: int, person: Person) -> bool:
    """ "Mr." is never the woman of that surname; family is told apart by it even where only one is named in full."""
    said, known = person.title.gender if person.title else None, book[number].gender
    return bool(said and known and said != known)


def _between(parts: Sequence[str]) -> str:
    """The initials of the names between the first and the last: "hw" of "George H.W. Roe"."""
    return "".join(
        letter for part in parts[1:-1] for letter in (part if "." in part else part[:1]) if letter.isalpha()
    ).lower()


def _same_person(
    book: Book, given: str, between: str, last: str, bearers: dict[str, list[int]]
) -> int | None:
    """An earlier, longer name this one shortens: initials and middle names may be missing, not be others."""
    for number in bearers.get(last, []):
        parts = book[number].name.split()
        other = _between(parts) if parts[0].lower() == given.lower() else ""
        if between and other and not other.startswith(between) and not between.startswith(other):
            continue
        if any(
            p.lower() == given.lower() or (given.endswith(".") and p[0] == given[0] and p == parts[0])
            for p in parts[:-1]
        ):
            return number
    return None


def _new(person: Person, book: Book, gazetteer: Gazetteer, on: DateRange, countries: frozenset[str]) -> int:
    words = " ".join((*person.parts, "Jr.") if person.junior else person.parts)
    country = person.title.country if person.title else None
    actor = gazetteer.who.person(words, on, country)
    if (
        actor is not None
        and lacks_a_middle_name(words, actor)
        and on.known
        and not gazetteer.who.role(actor.id, on)
    ):
        actor = None
    if actor is not None and contradicted(person, words, actor, gazetteer, countries):
        actor = None
    if actor is not None:
        return book.actor(actor)
    identity = Actor.make_id("person", words, country)
    return book.add(
        Draft(name=words, kind="person", actor_id=identity, country=country), "person", words.lower()
    )


def _learn(draft: Draft, person: Person, lexicon: Lexicon) -> None:
    """What one mention tells of a person: gender by given name or title, titles, country, role."""
    draft.mentions += 1
    if draft.gender is None:
        named = draft.name.split()
        draft.gender = lexicon.given.get(named[0].lower()) if len(named) > 1 else None
    title = person.title
    if title is None:
        return
    draft.gender = title.gender or draft.gender
    draft.titles |= title.heads
    draft.epithets |= set(title.words.lower().split())
    draft.former = draft.former or title.former
    if title.heads and title.country is None and not title.former:
        draft.bare_title = True
    draft.foreign = draft.foreign or bool(title.heads and title.country)
    if draft.country is None and title.country:
        draft.country = title.country
    if draft.role is None and title.office:
        draft.role = title.words


def _choose(
    book: Book, gazetteer: Gazetteer, on: DateRange, candidates: list[int], person: Person, latest: int | None
) -> int | None:
    """The one bearer of a surname that is meant; None when a family shares it and nothing tells."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    title = person.title
    left = candidates
    if title and title.gender:
        left = [n for n in left if book[n].gender in (title.gender, None)]
        sure = [n for n in left if book[n].gender == title.gender]
        left = sure or left
    if title and title.heads and len(left) > 1:
        office = gazetteer.who.office(title.words)
        fitting = [n for n in left if office and holds(book[n].actor_id, office, gazetteer, on)]
        fitting = fitting or [n for n in left if book[n].titles & title.heads]
        left = fitting or left
    if len(left) == 1:
        return left[0]
    if title is None or not title.heads:
        heads = [n for n in left if any(holds(book[n].actor_id, office, gazetteer, on) for office in HEADS)]
        others = max((book[n].mentions for n in left if n not in heads), default=0)
        if len(heads) == 1 and others < 3 * (book[heads[0]].mentions + 1):
            return heads[0]
        ranked = sorted(left, key=lambda n: -book[n].mentions)
        if book[ranked[0]].mentions >= 3 * book[ranked[1]].mentions or latest == ranked[0]:
            return ranked[0]
    return None
