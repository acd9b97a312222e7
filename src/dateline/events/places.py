"""A trigger in, the place of its act out: a place named in the act's own clause, or the city of the summit it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.events.triggers import Hit
from dateline.records import ActorRef, DateRange, Place
from dateline.syntax import Name, Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

WHERE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "off", "over", "within", "throughout"}
)
THITHER = frozenset({"to", "into", "for"})
GATHERED = frozenset({"CONSULT", "AGREE", "PROTEST"})
MEETINGS = frozenset({"summit", "conference", "meeting", "forum", "assembly", "talks", "g8", "g20", "g7"})
LABELS = frozenset({"GPE", "LOC", "FAC", "EVENT", "ORG", "CARDINAL", "PRODUCT", "MONEY"})


class Places:
    """Places of one article by the words they hang from."""

    def __init__(self, text: Text, resolvers: Resolvers | None) -> None:
        self._text, self._resolvers = text, resolvers
        self._by_token = {i: name for name in text.names for i in range(name.start, name.end)}

    def of(
        self, hit: Hit, carriers: Sequence[int], triggers: set[int], when: DateRange
    ) -> tuple[Place | None, str]:
        """(place, rule) of one act."""
        if self._resolvers is None:
            return None, "no-gazetteer"
        text = self._text
        own = {hit.i, *carriers} | ({hit.object} if hit.object is not None else set())
        found: list[tuple[int, int, str]] = []
        sentence = text.sentence_of(hit.i)
        for token in text.tokens[sentence.start : sentence.end]:
            if token.dep != "pobj":
                continue
            prep = text.tokens[token.head]
            travels = hit.entry.mode == "visit" and prep.lower in THITHER
            if prep.lower not in WHERE and not travels and prep.lower != "of":
                continue
            steps = self._steps(token.i, own, triggers)
            if steps is not None:
                found.append((steps, token.i, prep.lower))
        if hit.entry.mode == "visit" and hit.entry.kind == "verbs":
            found += [(0, kid.i, "object") for kid in text.kids(hit.i, "dobj")]
        for _, i, word in sorted(found):
            summit = self._summit(i, when)
            if summit is not None:
                return summit, f"summit:{text.tokens[i].text}"
            if word == "of":
                continue
            place = self._named(i)
            if place is not None:
                return place, f"{word}:{place.name}"
        filed = self._filed(hit, when)
        return (filed, "dateline") if filed is not None else (None, "none")

    def ruled(self, mode: str | None, sources: Sequence[ActorRef]) -> Place | None:
        """The state whose rulers put it under a curfew or martial law: they have no other to put there."""
        countries = {one.country for one in sources if one.country}
        if self._resolvers is None or mode not in ("curfew", "martial-law") or len(countries) != 1:
            return None
        state = self._resolvers.who.country(countries.pop())
        place: Place | None = (
            None if state is None else self._resolvers.where.place(state.name, state.country)
        )
        return place

    def _filed(self, hit: Hit, when: DateRange) -> Place | None:
        """Where the report was filed, for a meeting, a signing or a rally of one known day in the first paragraph: reporters
        write of those from where they are. Deeds of force and calls are often told from elsewhere."""
        text = self._text
        if self._resolvers is None or text.dateline_place is None or hit.entry.mode in ("phone", "visit"):
            return None
        gathered = hit.entry.type in GATHERED and when.days == 1
        if not gathered or text.sentence_of(hit.i).paragraph > 0 or not when.overlaps(text.published):
            return None
        place: Place | None = self._resolvers.where.place(text.dateline_place)
        return place

    def _steps(self, i: int, own: set[int], triggers: set[int]) -> int | None:
        for steps, above in enumerate(self._text.ancestors(i)):
            if above.i in own:
                return steps
            if above.i in triggers or above.dep in ("relcl", "ccomp", "advcl", "ROOT", "parataxis"):
                return None
            if steps > 7:
                return None
        return None

    def _named(self, i: int) -> Place | None:
        assert self._resolvers is not None
        name = self._by_token.get(i)
        if name is None or name.label not in ("GPE", "LOC", "FAC"):
            return None
        country = self._within(i)
        return self._resolvers.where.place(self._words(name), country)

    def _within(self, i: int) -> str | None:
        """The country named right after a town: "Osaka, Japan"."""
        for kid in self._text.kids(i, "appos", "npadvmod"):
            for actor in self._text.refer(kid.i):
                if actor.kind == "state":
                    return actor.country
        return None

    def _words(self, name: Name) -> str:
        return self._text.span(name.start, name.end).text

    def _summit(self, i: int, when: DateRange) -> Place | None:
        assert self._resolvers is not None
        text = self._text
        token = text.tokens[i]
        if token.lemma.lower() not in MEETINGS and not token.lower.startswith(("g8", "g20", "g7", "g-")):
            return None
        low, high = text.edges(i)
        words = text.span(low, min(high, i + 6)).text
        published = self._text.published
        summits = self._resolvers.when.summits(words)
        if when.earliest is not None and when.latest is not None:
            fitting = [s for s in summits if s.days.overlaps(when)]
        elif published.latest is not None:
            fitting = [s for s in summits if abs((s.start - published.latest).days) <= 200]
        else:
            fitting = list(summits)
        cities = {(s.city, s.country) for s in fitting}
        if len(cities) != 1:
            return None
        city, country = cities.pop()
        return self._resolvers.where.place(city, country) or Place(city, country)
