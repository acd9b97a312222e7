""" "The state of Ohio", "the cities of A and B" -> the authorities of that region or town, never those of the whole state."""

from __future__ import annotations

from dateline.records import Actor
from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.reading import Meant, Reading

_REGIONS = frozenset({
    "state", "commonwealth", "province", "canton", "city", "town", "county", "municipality", "borough", "republic",
})  # fmt: skip
_WINDOW = 3
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


def last_region(reading: Reading, token: Token) -> Meant | None:
    """ "The state": the one region told of in this sentence so far, else in the last one that tells of any."""
    near: dict[int, dict[str, str]] = {}
    for head, (words, country) in reading.regions.items():
        sent = reading.tokens[head].sent
        if head < token.i and 0 <= token.sent - sent <= _WINDOW:
            near.setdefault(sent, {})[words] = country
    if not near:
        return None
    told = near[max(near)]
    if len(told) != 1:
        return None
    (words, country), *_ = told.items()
    identity = Actor.make_id("government_body", words, country)
    draft = Draft(name=words, kind="government_body", actor_id=identity, country=country)
    return Meant(*reading.phrases.phrase(token.i), (reading.book.add(draft),), "the last region named")
