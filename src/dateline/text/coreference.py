"""A bare Text -> the same Text with corrected names, its entities, and a reference for every phrase that is settled."""

from __future__ import annotations

import dataclasses

from dateline.syntax import Entity, Name, Reference, Text, Token
from dateline.text.bodies import body, document
from dateline.text.book import Book
from dateline.text.gazetteer import Gazetteer
from dateline.text.groups import group, measured
from dateline.text.homonyms import elsewhere
from dateline.text.joint import joint
from dateline.text.lexicon import Lexicon
from dateline.text.lists import listed
from dateline.text.members import affiliation, one_member
from dateline.text.names import correct, title_case
from dateline.text.pairs import counted, pair
from dateline.text.people import enter, mentions
from dateline.text.phrases import Phrases
from dateline.text.polities import Polities
from dateline.text.pronouns import pronoun
from dateline.text.reading import Meant, Reading
from dateline.text.roles import counterpart, identified, owned, role
from dateline.text.titles import Titled
from dateline.text.unnamed import unnamed


def resolve(text: Text, gazetteer: Gazetteer, lexicon: Lexicon) -> Text:
    """Names, entities and references of one article; tokens take the corrected labels."""
    gazetteer = gazetteer.within(elsewhere(text, gazetteer))
    names = correct(text, gazetteer, lexicon)
    phrases = Phrases(text)
    book = Book()
    reading = Reading(text, phrases, book, gazetteer, lexicon)
    ids = _enter_names(reading, names)
    reading.home = _home(reading)
    inside = {
        i
        for name in names
        if name.label in _ACTORS or name.label == "PERSON"
        for i in range(name.start, name.end)
        if i not in reading.one_of
    }
    shouted = [title_case(text, sentence) for sentence in text.sentences]
    for token in text.tokens:
        if token.i in reading.named:
            reading.decide(token.i, reading.named[token.i])
        elif (
            token.i not in inside
            and token.i not in reading.in_title
            and not (shouted[token.sent] and token.text[0].isupper())
        ):
            meant = _decide(reading, token)
            if meant is not None:
                reading.decide(token.i, meant)
    _roles(reading)
    labels = {i: name.label for name in names for i in range(name.start, name.end)}
    tokens = tuple(
        t if t.ent == labels.get(t.i, "") else t._replace(ent=labels.get(t.i, "")) for t in text.tokens
    )
    references, entities = _in_order(reading)
    known = tuple(
        name._replace(actor_id=book[ids[name.start]].actor_id) if name.start in ids else name
        for name in names
    )
    return dataclasses.replace(
        text,
        tokens=tokens,
        names=known,
        entities=entities,
        references=references,
        _edges=text._edges,
        _heads={},
    )


def _in_order(reading: Reading) -> tuple[tuple[Reference, ...], tuple[Entity, ...]]:
    """References by position and entities by first mention; entities that nothing refers to are left out."""
    book, references = reading.book, reading.references()
    place: dict[int, int] = {}
    for reference in references:
        for number in reference.entities:
            place.setdefault(number, len(place))
    entities = tuple(book.entity(number, i) for number, i in place.items())
    moved = tuple(r._replace(entities=tuple(place[n] for n in r.entities)) for r in references)
    return moved, entities


def _decide(reading: Reading, token: Token) -> Meant | None:
    if token.pos == "PRON" or token.tag in ("WP", "WDT", "WP$", "PRP$"):
        return pronoun(reading, token) or pair(reading, token) or measured(reading, token)
    if token.pos in ("NUM", "DET"):
        return pair(reading, token) or measured(reading, token)
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    if token.pos == "ADJ" and token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return None
    noun = reading.lexicon.noun(token.lemma.lower())
    lowered = token._replace(lemma=token.lemma.lower())
    if counted(reading, lowered) is not None:
        return pair(reading, lowered)
    if noun is not None:
        if token.lemma == "counterpart":
            return counterpart(reading, lowered)
        for rule in (identified, role, joint, unnamed, body, document):
            if (found := rule(reading, lowered, noun)) is not None:
                return found
    return group(reading, lowered, noun) or owned(reading, lowered)


def _enter_names(reading: Reading, names: tuple[Name, ...]) -> dict[int, int]:
    """Fill `reading.named` and `reading.in_title`; gives first token of a name -> entity number."""
    phrases, book = reading.phrases, reading.book
    people = mentions(phrases, names, reading.gazetteer, reading.lexicon)
    said = {phrases.words(name.start, name.end) for name in names if name.label in ("GPE", "NORP", "ORG")}
    countries = reading.gazetteer.countries({*said, reading.text.outlet or ""})
    decided = enter(phrases, people, book, reading.gazetteer, reading.lexicon, countries)
    titles: dict[int, Titled] = {p.name.start: p.title for p in people if p.title}
    polities = Polities(phrases, book, reading.gazetteer, reading.lexicon, countries)
    ids: dict[int, int] = {}
    inside = {i for title in titles.values() for i in range(title.start, title.end)}
    for name in names:
        if name.label == "ORG" and name.end - name.start == 1 and _in_a_title(reading, name.start, inside):
            continue
        head = _head(reading, name)
        title = titles.get(name.start)
        one = name.label != "PERSON" and name.end - name.start == 1
        if one and one_member(phrases, head, reading.gazetteer) is not None:
            reading.one_of.add(head)
            continue
        if name.label == "PERSON":
            found = decided.get(name.start)
            opens = title.start if title else name.start
            told = affiliation(phrases, name, opens, reading.gazetteer) if found else None
            if found and told:
                book[found[0]].affiliations.add(told)
            if title:
                reading.in_title.update(range(title.start, title.end))
        elif name.label in _ACTORS:
            if name.label == "GPE":
                _note_region(reading, head, phrases.words(name.start, name.end))
            found = polities.entity(name, head)
        else:
            continue
        if found is not None and found[1] == "surname alone" and not title and _channel(reading, head):
            found = None
        if found is None:
            if name.label in ("GPE", "LOC"):
                reading.places[head] = reading.gazetteer.place_country(phrases.words(name.start, name.end))
            continue
        number, rule = found
        ids[name.start] = number
        start = min(phrases.start(head), title.start if title else name.start, name.start)
        if name.label == "PERSON":
            start = _with_determiner(reading, title.start if title else name.start)
            if title and title.heads:
                key = reading.office(title.words)
                if key:
                    reading.held(number).add(key)
        reading.named[head] = Meant(start, max(name.end, head + 1), (number,), rule, "name")
    for head, meant in reading.named.items():
        if meant.rule == "group" and (listing := listed(reading, reading.tokens[head])):
            reading.named[head] = meant._replace(entities=listing, rule="apposition")
    return ids


def _in_a_title(reading: Reading, i: int, inside: set[int]) -> bool:
    """The "State" of "secretary of State": part of a title, no body of its own."""
    token = reading.tokens[i]
    if reading.gazetteer.find(token.text) is not None:
        return False
    above = reading.tokens[reading.tokens[token.head].head]
    noun = reading.lexicon.noun(above.lower)
    return i in inside or (
        token.dep == "pobj" and noun is not None and noun.kind == "title" and above.i == i - 2
    )


def _channel(reading: Reading, head: int) -> bool:
    """ "On X", "via X": no person."""
    token = reading.tokens[head]
    return token.dep == "pobj" and reading.tokens[token.head].lower in ("on", "via", "in", "at")


def _note_region(reading: Reading, head: int, words: str) -> None:
    if reading.gazetteer.find(words) is None and not words.endswith("County"):
        country = reading.gazetteer.country(words)
        if country is not None:
            reading.regions[head] = (words, country)


_ACTORS = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})


def _with_determiner(reading: Reading, start: int) -> int:
    before = reading.tokens[start - 1] if start else None
    return (
        start - 1
        if before is not None and before.pos == "DET" and before.sent == reading.tokens[start].sent
        else start
    )


def _head(reading: Reading, name: Name) -> int:
    """The last token of a name whose head lies outside it."""
    tokens = reading.tokens
    outside = [
        t.i for t in tokens[name.start : name.end] if not name.start <= t.head < name.end or t.head == t.i
    ]
    return outside[-1] if outside else name.end - 1


def _home(reading: Reading) -> str | None:
    """The country an article is written in: of the one head of state it names by bare title, else of its outlet."""
    outlet = reading.who.outlet(reading.text.outlet) if reading.text.outlet else None
    bare = {
        d.country for d in reading.book.drafts
        if d.kind == "person" and d.bare_title and not d.foreign and d.country and d.titles & {"president", "prime", "chancellor", "king"}
    }  # fmt: skip
    if len(bare) == 1:
        return bare.pop()
    return outlet.country if outlet else None


def _roles(reading: Reading) -> None:
    """Give office holders the title they held when the article appeared, over the words of the article."""
    for draft in reading.book.drafts:
        if draft.kind == "person" and draft.actor_id:
            held = reading.who.role(draft.actor_id, reading.text.published)
            draft.role = held or draft.role
