"""One title in the plural over several states -> the holders: "the presidents of Laos and Cambodia"."""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.lexicon import Noun
from dateline.text.reading import Meant, Reading
from dateline.text.roles import in_office


def joint(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """One person a state: who held the office then, else somebody known by office and state alone."""
    if noun.kind != "title" or token.tag not in ("NNS", "NNPS"):
        return None
    states = [
        head.i
        for preposition in reading.text.kids(token.i, "prep")
        if preposition.lower == "of"
        for kid in reading.text.kids(preposition.i, "pobj")
        for head in reading.text.conjuncts(kid.i)
    ]
    countries = [_country(reading, i) for i in states]
    if len(countries) < 2 or None in countries or len(set(countries)) != len(countries):
        return None
    start, end = reading.phrases.phrase(token.i)
    words = reading.bare(start, end)
    title = f"{words[: -len(token.text)]}{token.lemma}" if words.endswith(token.text) else token.lemma
    office = reading.office(title)
    members = tuple(
        _holder(reading, title, token.lemma, office, noun, country) for country in countries if country
    )
    return Meant(start, end, members, "holders of one office")


def _country(reading: Reading, i: int) -> str | None:
    meant = reading.named.get(i)
    if meant is None or len(meant.entities) != 1:
        return None
    draft = reading.book[meant.entities[0]]
    return draft.country if draft.kind == "state" else None


def _holder(reading: Reading, title: str, lemma: str, office: str | None, noun: Noun, country: str) -> int:
    actor = in_office(reading, lemma, noun, office, country)
    if actor is not None:
        return reading.book.actor(actor)
    state = reading.who.country(country)
    name = f"{title} of {state.name if state else country}"
    draft = Draft(name=name, kind="person", country=country, role=title, head=lemma, titles={lemma})
    return reading.book.add(draft, "role", lemma, country, office)
