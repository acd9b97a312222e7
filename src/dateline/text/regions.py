""" "The state of Ohio", "the cities of A and B" -> the authorities of that region or town, never those of the whole state."""

from __future__ import annotations

from dateline.records import Actor
from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.reading import Meant, Reading

_REGIONS = frozenset({
    "state", "commonwealth", "province", "canton", "city", "town", "county", "municipality", "borough", "republic",
})  # fmt: skip
_WINDOW = 4
_PLACE = frozenset(
    {"in", "at", "across", "throughout", "around", "inside", "within", "near", "through", "into"}
)


def told_regions(reading: Reading, token: Token) -> list[Token]:
    """The places after "of" that a noun for a region is said to be; [] where one of them is a sovereign state."""
    of = reading.text.kid(token.i, "prep")
    if token.lemma not in _REGIONS or of is None or of.lower != "of" or of.i != token.i + 1:
        return []
    first = reading.text.kid(of.i, "pobj")
    places = reading.text.conjuncts(first.i) if first is not None else []
    if any(place.ent not in ("GPE", "LOC") or reading.drafts_at(place.i) for place in places):
        return []
    return places if token.tag in ("NNS", "NNPS") else places[:1]


def regions(reading: Reading, token: Token, places: list[Token]) -> Meant | None:
    """Those in power there; None where the words only say where something is, or no table knows the place."""
    above = reading.tokens[token.head]
    if token.dep == "pobj" and above.lower in _PLACE:
        return None
    found = []
    for place in places:
        words = reading.phrases.words(*reading.phrases.phrase(place.i))
        known = reading.gazetteer.place(words)
        if known is None or known.country is None:
            return None
        identity = Actor.make_id("government_body", words, known.country)
        draft = Draft(name=words, kind="government_body", actor_id=identity, country=known.country)
        found.append(reading.book.add(draft))
    if not found:
        return None
    return Meant(reading.phrases.start(token.i), places[-1].i + 1, tuple(found), "authorities of a region")


def still_meant(reading: Reading, token: Token, number: int) -> bool:
    """Whether "the state" can still be that region: told of in the last sentences, and no other named since."""
    own = reading.book[number].name
    last = next((mention for mention in reading.back(token.i, _WINDOW) if number in mention.entities), None)
    if last is None:
        return False
    for head in reading.places:
        if last.head < head < token.i and reading.tokens[head].text not in own:
            words = reading.phrases.words(*reading.phrases.phrase(head))
            if reading.gazetteer.where.kind(words) == "region":
                return False
    return True
