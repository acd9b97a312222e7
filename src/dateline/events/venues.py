"""The head of a noun phrase in, the place that it names out: a town, a region, a building's town, a state's capital."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.events.settings import load
from dateline.records import DateRange, Place
from dateline.syntax import Name, Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers
    from dateline.when.summits import Summit

BESIDE = frozenset({"at", "outside", "near", "inside", "of"})
MEETINGS = frozenset({"summit", "conference", "meeting", "forum", "assembly", "talks", "g8", "g20", "g7"})
BUILT = frozenset(
    {"house", "palace", "street", "square", "road", "office", "building", "castle", "hall", "headquarters"}
)
SMALL = 50_000
NEAR_DAYS = 200
LABELS = frozenset({"GPE", "LOC", "FAC"})
PROVINCES = frozenset({"province", "region", "state", "governorate", "county"})
TURNED = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
    "northwestern", "southeastern", "southwestern", "upper", "lower", "downtown", "greater", "nearby", "neighboring",
    "neighbouring", "rural", "occupied", "coastal", "mainland", "the",
})  # fmt: skip


class Venues:
    """What the noun phrases of one article name, as places."""

    def __init__(self, text: Text, resolvers: Resolvers) -> None:
        self._text, self._resolvers = text, resolvers
        self._by_token = {i: name for name in text.names for i in range(name.start, name.end)}
        self._known: dict[int, Place | None] = {}

    def heads(self, start: int, end: int) -> list[int]:
        """Tokens of a sentence that may name a place: the last of a name, "the capital", "here", a summit."""
        found = []
        for token in self._text.tokens[start:end]:
            if token.tag in ("NNP", "NNPS") or token.i in self._by_token:
                name = self._by_token.get(token.i)
                if (
                    name is None
                    or not (name.start <= token.head < name.end)
                    or token.head == token.i
                    or token.i + 1 == name.end
                ):
                    found.append(token.i)
            elif (
                token.lower in ("capital", "here", "there") or self.is_meeting(token.i) or self._land(token.i)
            ):
                found.append(token.i)
        return found

    def is_meeting(self, i: int) -> bool:
        """Whether the word can stand for a summit of the table."""
        token = self._text.tokens[i]
        return token.lemma.lower() in MEETINGS or token.lower.startswith(("g8", "g20", "g7", "g-"))

    def of(self, i: int, prep: str) -> Place | None:
        """The place named by the phrase headed by token i; `prep` is the word before it."""
        token = self._text.tokens[i]
        if token.lower == "capital":
            return self._capital(i)
        if token.lower == "here":
            return self._filed
        land = self._land(i)
        if land is not None:
            return self._resolvers.where.centre(land)
        name = self._by_token.get(i)
        if i not in self._known:
            self._known[i] = self._named(i, name)
        return self._known[i] or self._built(i, name, prep)

    def kind(self, place: Place) -> str | None:
        """country, region, water or city; a building's town counts as a city."""
        return self._resolvers.where.kind(place.name, place.country) or "city"

    @cached_property
    def _filed(self) -> Place | None:
        place = self._text.dateline_place
        return None if place is None else self._resolvers.where.place(place)

    def countries(self, but: str = "") -> frozenset[str]:
        """ISO codes of the countries that the article speaks of by name, through towns or people; `but` leaves one name out."""
        return frozenset(country for name, country in self._spoken if name != but)

    @cached_property
    def _spoken(self) -> frozenset[tuple[str, str]]:
        text = self._text
        found = {(one.name, one.country) for one in text.entities if one.country}
        for words in {text.span(one.start, one.end).text for one in text.names if one.label in LABELS}:
            country = self._resolvers.where.country_of(words)
            if country:
                found.add((words, country))
        for words in {text.span(one.start, one.end).text for one in text.names if one.label == "NORP"}:
            state = self._resolvers.who.demonym(words)
            if state is not None and state.country:
                found.add((words, state.country))
        return frozenset(found)

    def _named(self, i: int, name: Name | None) -> Place | None:
        token = self._text.tokens[i]
        if (
            name is not None
            and name.label not in LABELS
            and not self._of_an_area(i)
            and not self._mislabelled(i, name)
        ):
            return None
        if name is None and (token.tag != "NNP" or not token.text[:1].isupper()):
            return None
        words = self._words(i, name)
        if name is not None and self._longer(name):
            return None
        where = self._resolvers.where
        country = self._within(i)
        last = i if name is None else name.end - 1
        for form in self._forms(words, last):
            place = where.place(form, country)
            if place is None:
                place = self._spoken_of(form)
            if place is not None:
                known = name is not None or self.kind(place) != "country"
                return place if known and not self._far(place, words) else None
        shared = where.country_of(words) if name is not None and name.label == "GPE" else None
        return Place(words, shared) if shared and where.is_place(words) else None

    def _province(self, last: int) -> str | None:
        """The word before "of X" that makes a province of a town's name."""
        token = self._text.tokens[last]
        above = self._text.tokens[self._text.tokens[token.head].head]
        of = token.dep == "pobj" and self._text.tokens[token.head].lower == "of"
        return above.lower if of and above.lower in PROVINCES else None

    def _mislabelled(self, i: int, name: Name) -> bool:
        """Whether a name taken for a body or a person is a well-known place's: "in Crimea"."""
        words = self._words(i, name)
        token = self._text.tokens[i]
        prep = self._text.tokens[token.head].lower
        strict = token.dep == "pobj" and prep in ("in", "near", "outside", "off")
        if name.label == "PERSON":
            town = strict and self._resolvers.where.kind(words) == "city"
            return town and name.actor_id is None and not self._surname(words)
        if name.label not in ("ORG", "PRODUCT") or not (strict or token.dep == "compound"):
            return False
        who = self._resolvers.who
        if who.stands_for(words) is not None or who.organisation(words) is not None:
            return False
        place = self._resolvers.where.place(words)
        return place is not None and (self.kind(place) != "city" or place.country in self.countries(words))

    def _surname(self, words: str) -> bool:
        """Whether the article has a person whose longer name has these words."""
        text = self._text
        full = (text.span(one.start, one.end).text for one in text.names if one.label == "PERSON")
        return " " in words or any(words != one and words in one.split() for one in full)

    def _of_an_area(self, i: int) -> bool:
        """Whether the words say themselves that it is a place: "the province of X", "the X peninsula"."""
        tokens = self._text.tokens
        token, above = tokens[i], tokens[tokens[i].head]
        if token.dep == "pobj" and above.lower == "of":
            above = tokens[above.head]
        elif token.dep != "compound":
            return False
        return bool({above.lemma.lower(), above.lower} & load()["area"])

    def _far(self, place: Place, words: str) -> bool:
        """Whether it is a small town of a country that the article does not speak of: rather another of that name."""
        where = self._resolvers.where
        least = (
            SMALL if place.name == words else 2 * SMALL
        )  # a surname need not be a town spelled with an accent
        city = where.kind(place.name, place.country) == "city"
        small = city and where.people(place.name, place.country) < least
        return small and place.country not in self.countries(words)

    def _forms(self, words: str, last: int) -> list[str]:
        """The words, with the area's own noun ("Idlib province"), without "northern"."""
        tokens = self._text.tokens
        forms = [words]
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if (
            after is not None
            and after.lower in load()["area"]
            and after.dep in ("pobj", "appos", "dobj", "nsubj")
        ):
            forms.insert(0, f"{words} {after.text}")
        if after is not None and after.text == "," and last + 2 < len(tokens):
            outer = self._by_token.get(last + 2)
            if outer is not None and outer.label in LABELS:
                forms.insert(0, f"{words}, {self._text.span(outer.start, outer.end).text}")
        province = self._province(last)
        if province:
            forms.insert(0, f"{words} {province}")
        stripped = words.split()
        while len(stripped) > 1 and stripped[0].lower() in TURNED:
            stripped = stripped[1:]
            forms.append(" ".join(stripped))
        return forms

    def _longer(self, name: Name) -> bool:
        """Whether the name as marked is the end of a longer one: "Little Tokyo"."""
        before = self._text.tokens[name.start - 1] if name.start else None
        return (
            before is not None
            and before.tag == "NNP"
            and before.dep == "compound"
            and before.ent == ""
            and name.start <= before.head < name.end
        )

    def _words(self, i: int, name: Name | None) -> str:
        if name is not None:
            return self._text.span(name.start, name.end).text
        low = i
        while low and self._text.tokens[low - 1].tag == "NNP" and self._text.tokens[low - 1].head == i:
            low -= 1
        return self._text.span(low, i + 1).text

    def _spoken_of(self, words: str) -> Place | None:
        """Of places that share a name, the only one in a country that the article speaks of."""
        found = self._resolvers.where.candidates(words)
        near = [one for one in found if one.country in self.countries(words)]
        return near[0] if found and len({(one.name, one.country) for one in near}) == 1 else None

    def _within(self, i: int) -> str | None:
        """The country named right after a town: "Osaka, Japan"."""
        for kid in self._text.kids(i, "appos", "npadvmod"):
            for actor in self._text.refer(kid.i):
                if actor.kind == "state":
                    return actor.country
        return None

    def _built(self, i: int, name: Name | None, prep: str) -> Place | None:
        """The town of a building or a body of the state: "at the White House", "outside the Foreign Office"."""
        token = self._text.tokens[i]
        beside = self._text.tokens[self._text.tokens[token.head].head]
        aside = prep == "of" and beside.lemma in ("sideline", "margin", "fringe")
        if token.tag not in ("NNP", "NNPS", "NN") or (prep == "of" and not aside):
            return None
        forms = [self._words(i, None)] if name is None else [self._words(i, name), self._words(i, None)]
        for words in forms:
            site = self._resolvers.where.site(words, self.countries())
            if site is not None:
                return site
        if prep not in BESIDE and token.lower not in BUILT:
            return None
        actor = self._resolvers.who.stands_for(forms[0])
        owner = None if actor is None or actor.kind not in ("government_body", "state") else actor.country
        return self._resolvers.where.capital(owner) if owner else None

    def _capital(self, i: int) -> Place | None:
        """ "the Sudanese capital", "the capital of Sudan", "Sudan's capital"; alone, of the one state the sentence names."""
        text = self._text
        for kid in text.kids(i, "appos", "compound"):
            named = self._named(kid.i, self._by_token.get(kid.i))
            if named is not None:
                return named
        after = i + 1
        if after < len(text.tokens) and text.tokens[after].text == ",":
            after += 1
        if (
            after < len(text.tokens)
            and (name := self._by_token.get(after)) is not None
            and name.label in LABELS
        ):
            named = self._named(after, name)
            if named is not None and self.kind(named) == "city":
                return named
        owners = [kid.i for kid in text.kids(i, "amod", "poss", "compound", "nmod")]
        owners += [
            one.i for of in text.kids(i, "prep") if of.lower == "of" for one in text.kids(of.i, "pobj")
        ]
        for owner in owners:
            state = self._state(owner)
            if state is not None:
                return self._resolvers.where.capital(state)
        sentence = text.sentence_of(i)
        states = {
            self._state(one) for one in range(sentence.start, sentence.end) if one in self._by_token
        } - {None}
        only = states.pop() if len(states) == 1 else None
        return self._resolvers.where.capital(only) if only else None

    def _land(self, i: int) -> str | None:
        """The country of "a Syrian village", whatever the village is called."""
        token = self._text.tokens[i]
        if token.tag != "NN" or token.lemma.lower() not in load()["area"]:
            return None
        owners = [self._state(kid.i) for kid in self._text.kids(i, "amod") if kid.ent == "NORP"]
        return owners[0] if len(owners) == 1 else None

    def _state(self, i: int) -> str | None:
        name = self._by_token.get(i)
        if name is None or name.label not in ("GPE", "NORP"):
            return None
        words = self._text.span(name.start, name.end).text
        who = self._resolvers.who
        state = who.state(words) or who.demonym(words)
        return state.country if state is not None and state.kind == "state" else None

    def summit(self, i: int, when: DateRange) -> Place | None:
        """The city of the one summit that the phrase can mean in those days, else about the article's day."""
        if not self.is_meeting(i):
            return None
        text = self._text
        low, high = text.edges(i)
        if low > 1 and text.tokens[low - 2].lower == "group":
            low -= 2  # "Group of 20"
        words = text.span(low, min(high, i + 6)).text
        published = text.published
        summits = [one for one in self._resolvers.when.summits(words) if not _joint(words, one)]
        fitting = summits
        if when.earliest is not None and when.latest is not None:
            fitting = [s for s in summits if s.days.overlaps(when)]
        elif published.latest is not None:
            fitting = [s for s in summits if abs((s.start - published.latest).days) <= NEAR_DAYS]
            coming = sorted((s for s in fitting if s.end >= published.latest), key=lambda s: s.start)
            gone = sorted((s for s in fitting if s.start <= published.latest), key=lambda s: s.start)
            dated = any(token.ent == "DATE" for token in text.tokens[low:high])
            if when.earliest is not None:
                fitting = coming[:1]  # what is planned will be at the next
            elif when.latest is not None and not dated:
                fitting = gone[-1:]  # what was done was at the last, unless another is named by its time
        cities = {(s.city, s.country) for s in fitting}
        if len(cities) != 1:
            return None
        city, country = cities.pop()
        return self._resolvers.where.place(city, country) or Place(city, country)


def _joint(words: str, summit: Summit) -> bool:
    """Whether the words join two bodies of which the summit is only one's: "the EU-Arab League summit"."""
    names = " ".join((summit.series, summit.name, *summit.other_names))
    return any(word not in names for word in re.findall(r"[A-Z]\w*[A-Za-z]-[A-Z]\w*", words))
