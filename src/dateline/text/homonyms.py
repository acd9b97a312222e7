"""A bare Text -> names of states that in this article mean a place of another state: Georgia of the South, Greece near Rochester.

A name says so itself where a region of the other state follows it ("Lima, Ohio"), where what only such a region has stands
beside it (its governor, its Republicans, a town of it before a comma, a list of its neighbours) or the outlet is of the
region's country, unless the article also tells of the state's people or capital.
"""

from __future__ import annotations

from collections import Counter

from dateline.syntax import Name, Text
from dateline.text.gazetteer import Gazetteer

_REGIONAL = frozenset({
    "Gov.", "Gov", "Governor", "Govs.", "Lt.", "Sen.", "Senator", "Sens.", "Rep.", "Reps.", "Congressman", "Congresswoman",
    "Legislature", "Secretary", "gubernatorial", "legislature", "statehouse",
})  # fmt: skip
_PLACES = frozenset({"GPE", "LOC"})
_JOINING = frozenset({",", "and", "or", "&"})
_PARTY = "PTY"


def elsewhere(text: Text, gazetteer: Gazetteer) -> dict[str, str]:
    """Name of a state -> the country (ISO alpha-3) in which the place lies that the article means by it."""
    told: dict[str, Counter[str]] = {}
    names = text.names
    for k, name in enumerate(names):
        if name.label not in _PLACES or name.end - name.start > 2:
            continue
        words = _words(text, name)
        known = gazetteer.find(words)
        if known is None or known.kind != "state" or known.actor.country is None:
            continue
        other = _other(text, names, k, known.actor.country, gazetteer)
        if other is not None:
            told.setdefault(words, Counter())[other] += 1
    found = {}
    for words, countries in told.items():
        country, times = countries.most_common(1)[0]
        if times > 2 * _of_the_state(text, words, gazetteer):
            found[words] = country
    return found


def _words(text: Text, name: Name) -> str:
    return text.text[text.tokens[name.start].start : text.tokens[name.end - 1].end]


def _other(text: Text, names: tuple[Name, ...], k: int, state: str, gazetteer: Gazetteer) -> str | None:
    """The other country that what stands beside the k-th name tells."""
    tokens, name = text.tokens, names[k]
    after = tokens[name.end] if name.end < len(tokens) else None
    if after is not None and after.text == "," and k + 1 < len(names) and names[k + 1].start == name.end + 1:
        outer = _region(_words(text, names[k + 1]), gazetteer)
        beyond = names[k + 1].end
        closed = beyond >= len(tokens) or tokens[beyond].lower not in ("and", "or")
        if outer is not None and outer != state and closed and not _listed(text, names, k):
            return outer
    words = _words(text, name)
    places = gazetteer.where.candidates(words)
    others = {p.country for p in places if p.country not in (state, None)}
    namesake = next((c for c in others if c and gazetteer.where.kind(words, c) == "region"), None)
    if namesake is None:
        return None
    outlet = gazetteer.find(text.outlet) if text.outlet else None
    at_home = (
        outlet is not None
        and outlet.actor.country == namesake
        and not _among_states(text, names, k, gazetteer)
    )
    return namesake if at_home or _is_region(text, names, k, namesake, gazetteer) else None


def _among_states(text: Text, names: tuple[Name, ...], k: int, gazetteer: Gazetteer) -> bool:
    """Whether another state stands next to the name in one list: "Armenia and Georgia"."""
    for j in (k - 1, k + 1):
        if 0 <= j < len(names) and _beside(text, names[min(j, k)], names[max(j, k)]):
            known = gazetteer.find(_words(text, names[j]))
            if known is not None and known.kind == "state":
                return True
    return False


def _is_region(text: Text, names: tuple[Name, ...], k: int, country: str, gazetteer: Gazetteer) -> bool:
    tokens, name = text.tokens, names[k]
    if name.end < len(tokens):
        after = tokens[name.end]
        if after.text in _REGIONAL:
            return True
        party = gazetteer.find(after.text) if after.text[0].isupper() else None
        if party is not None and party.actor.country == country:
            sector = gazetteer.who.sector_of(party.actor.id)
            if sector is not None and sector[1] == _PARTY:
                return True
    before = tokens[name.start - 1] if name.start else None
    if (
        before is not None
        and before.lower == "of"
        and name.start > 1
        and tokens[name.start - 2].lower == "state"
    ):
        return True
    for j in (k - 1, k + 1):
        if 0 <= j < len(names) and _beside(text, names[min(j, k)], names[max(j, k)]):
            words = _words(text, names[j])
            if _region(words, gazetteer) == country:
                return True
            known = gazetteer.find(words)
            town = (
                j < k
                and before is not None
                and before.text == ","
                and (known is None or known.kind == "seat")
            )
            if town and any(place.country == country for place in gazetteer.where.candidates(words)):
                return True
    return False


def _beside(text: Text, first: Name, second: Name) -> bool:
    """Whether nothing but commas and "and" stands between two names."""
    between = text.tokens[first.end : second.start]
    return 0 < len(between) < 3 and all(token.lower in _JOINING for token in between)


def _listed(text: Text, names: tuple[Name, ...], k: int) -> bool:
    """Whether another place stands before the name in one list with it: "in Peru, Chile, California"."""
    return k > 0 and names[k - 1].label in _PLACES and _beside(text, names[k - 1], names[k])


def _region(words: str, gazetteer: Gazetteer) -> str | None:
    """The country of a region; of a word that no state and no body bears."""
    if gazetteer.find(words) is not None:
        return None
    where = gazetteer.where
    return where.country_of(words) if where.kind(words) == "region" or words == "New York" else None


def _of_the_state(text: Text, words: str, gazetteer: Gazetteer) -> int:
    """How often the article tells of the state by its people or its capital."""
    known = gazetteer.find(words)
    state = known.actor.id if known is not None else ""
    times = 0
    for name in text.names:
        told = gazetteer.find(_words(text, name)) if name.label in ("NORP", "GPE") else None
        if told is not None and told.actor.id == state and told.kind in ("demonym", "seat"):
            times += 1
    return times
