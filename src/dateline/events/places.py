"""A trigger in, the place of its act out: a place that its clause ties to it, or the city of the summit it names.

In order: what the parse ties to the act (`locating.py`), the surest tie and the narrowest place first; the summit it
names; a following sentence that speaks of the same meeting or attack; the dateline, for meetings of the first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.events.locating import Walk
from dateline.events.settings import load
from dateline.events.ties import GATHERED, SPOKEN, Tie, act_of
from dateline.events.triggers import Hit
from dateline.events.venues import Venues
from dateline.events.words import is_noun
from dateline.records import ActorRef, DateRange, Place
from dateline.syntax import Text, Token

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
SAME = frozenset({"the", "this", "these", "that", "their", "his", "her", "its"})
KINDS = ("city", "region", "water", "country")


class _Found(NamedTuple):
    place: Place
    kind: str
    tie: Tie
    i: int

    @property
    def breadth(self) -> int:
        """How wide a place it is: town, province or sea, country, part of the world."""
        return 4 if self.kind == "region" and self.place.country is None else KINDS.index(self.kind)


class Places:
    """Places of one article by the words they hang from."""

    def __init__(self, text: Text, resolvers: Resolvers | None) -> None:
        self._text, self._resolvers = text, resolvers
        self._venues = None if resolvers is None else Venues(text, resolvers)

    def of(
        self, hit: Hit, carriers: Sequence[int], triggers: set[int], when: DateRange
    ) -> tuple[Place | None, str]:
        """(place, rule) of one act."""
        if self._venues is None:
            return None, "no-gazetteer"
        if hit.entry.mode == "phone":
            return None, "by-phone"
        found = self._tied(self._venues, hit, carriers, when)
        if found is not None:
            return found
        told = self._told_next(self._venues, hit, when)
        if told is not None:
            return told
        titled = self._titled(hit)
        if titled is not None:
            return titled, f"title:{titled.name}"
        filed = self._filed(hit, when)
        return (filed, "dateline") if filed is not None else (None, "none")

    def ruled(self, mode: str | None, sources: Sequence[ActorRef]) -> Place | None:
        """The state whose rulers put it under a curfew or martial law: they have no other to put there."""
        countries = {one.country for one in sources if one.country and not _local(one)}
        if self._resolvers is None or mode not in ("curfew", "martial-law") or len(countries) != 1:
            return None
        state = self._resolvers.who.country(countries.pop())
        place: Place | None = (
            None if state is None else self._resolvers.where.place(state.name, state.country)
        )
        return place

    def _tied(
        self, venues: Venues, hit: Hit, carriers: Sequence[int], when: DateRange
    ) -> tuple[Place, str] | None:
        text = self._text
        act = act_of(text, hit, carriers)
        sentence = text.sentence_of(hit.i)
        found: list[_Found] = []
        summits: list[tuple[int, int]] = []
        whereby = self._where_clause(hit)
        for i in venues.heads(sentence.start, sentence.end):
            tie = Tie(0, "where") if i == whereby else Walk(text, act, i).tie()
            if tie is None:
                continue
            if venues.is_meeting(i):
                summits.append((tie.rank, i))
            named = self._there(venues, i) if text.tokens[i].lower == "there" else venues.of(i, tie.word)
            if named is None:
                continue
            kind = venues.kind(named) or ""
            if kind in KINDS and self._allowed(hit, kind, tie, i):
                found.append(_Found(named, kind, tie, i))
        if found:
            best = self._narrowest(sorted(found, key=lambda one: (one.tie.rank, one.i)))
            for i in (i for _, i in sorted(summits) if best.kind == "country"):
                city = venues.summit(i, when)
                if city is not None and city.country == best.place.country:
                    return city, f"summit:{text.tokens[i].text}"
            return best.place, f"{best.tie.word}:{best.place.name}"
        own = hit.object if hit.object is not None else hit.i
        for _, i in sorted({*summits, (0, own)}):
            summit = venues.summit(i, when)
            if summit is not None:
                return summit, f"summit:{text.tokens[i].text}"
        return None

    def _allowed(self, hit: Hit, kind: str, tie: Tie, i: int) -> bool:
        """What is said or signed is placed by towns; "in Syria" beside it mostly says what it is about."""
        if hit.entry.type in SPOKEN and hit.entry.type != "AGREE" and not self._clear(hit, tie, i):
            return False
        if kind == "city":
            return True
        if tie.kinds == "town":
            return kind == "region" and tie.word in ("object", "on", "at", "against", "to", "into")
        if hit.entry.type in SPOKEN:
            return tie.rank > 0 and hit.entry.type != "AGREE"
        return True

    def _clear(self, hit: Hit, tie: Tie, i: int) -> bool:
        """Whether "in X" after words of blame or demand is theirs: "accused rebels in X" and "called for talks in X" are not."""
        if i < hit.i or tie.rank > 0 or tie.word in ("from", "to"):
            return True
        if hit.entry.type == "REQUEST":
            return False
        tokens = self._text.tokens
        prep = tokens[i].head
        while tokens[prep].dep == "pobj":
            prep = tokens[prep].head
        before = tokens[max(prep - 1, 0)]
        return (
            before.ent in ("PERSON", "GPE", "ORG", "DATE", "TIME")
            or before.i == hit.i
            or before.pos in ("PUNCT", "ADV", "PRON")
        )

    def _narrowest(self, found: list[_Found]) -> _Found:
        """The first, or the narrower place inside it that is tied as well."""
        assert self._resolvers is not None
        best = found[0]
        for one in found[1:]:
            narrower = one.breadth < best.breadth
            if narrower and (one.place.country == best.place.country or best.place.country is None):
                best = one
            low, high = self._text.edges(best.i)
            if low <= one.i < high and one.kind == "city" and not self._venues_own(best):
                best = one
        return best

    def _venues_own(self, one: _Found) -> bool:
        """Whether the place is the one that its words name, not the town a building is known to stand in."""
        return self._text.tokens[one.i].text in one.place.name

    def _where_clause(self, hit: Hit) -> int | None:
        """The noun before ", where ..": "travelled to X, where she met"."""
        text = self._text
        token = text.tokens[hit.i]
        while token.dep in ("xcomp", "conj", "dobj") and token.head != token.i:
            token = text.tokens[token.head]
        if token.dep not in ("relcl", "advcl"):
            return None
        where = next((kid for kid in text.kids(token.i, "advmod") if kid.lower == "where"), None)
        if where is None or where.i == 0:
            return None
        before = where.i - 1
        if text.tokens[before].text == ",":
            before -= 1
        named = text.tokens[token.head]
        town = token.dep == "relcl" and named.ent in ("GPE", "LOC", "FAC") and named.i < before
        one = named.i if town else max(before, 0)
        return None if text.tokens[one].dep == "conj" else one

    def _there(self, venues: Venues, i: int) -> Place | None:
        """The place named last before "there" in the sentence."""
        sentence = self._text.sentence_of(i)
        for one in reversed(venues.heads(sentence.start, i)):
            above = self._text.tokens[self._text.tokens[one].head]
            if above.lower in ("in", "to", "into", "at"):
                place = venues.of(one, "in")
                if place is not None:
                    return place
        return None

    def _told_next(self, venues: Venues, hit: Hit, when: DateRange) -> tuple[Place, str] | None:
        """The place of "The talks, held in X, .." or "The meeting took place in X" in the sentence that follows."""
        text, words = self._text, load()
        kind = "occasion" if hit.entry.type in ("CONSULT", "AGREE", "PROTEST") else "deed"
        if hit.entry.type not in ("CONSULT", "AGREE", "PROTEST", "ASSAULT") or hit.entry.mode == "visit":
            return None
        after = text.tokens[hit.i].sent + 1
        if after >= len(text.sentences):
            return None
        sentence = text.sentences[after]
        for token in text.tokens[sentence.start : min(sentence.end, sentence.start + 6)]:
            same = token.lemma.lower() in words[kind] and is_noun(token) and self._same(token)
            if same and token.dep in ("nsubj", "nsubjpass"):
                entry = hit.entry
                found = self._tied(
                    venues, Hit(token.i, entry._replace(kind="nouns"), hit.bound._replace(object=None), "nominal"),
                    [token.head], when,
                )  # fmt: skip
                return None if found is None else (found[0], f"next-sentence:{found[1]}")
        return None

    def _same(self, noun: Token) -> bool:
        """Whether the noun speaks of something told before."""
        kids = self._text.kids(noun.i, "det", "poss")
        return bool(kids) and kids[0].lower in SAME

    def _titled(self, hit: Hit) -> Place | None:
        """The only town that the title names with "in" or before "talks", where it tells the act of the first paragraph."""
        text = self._text
        if not text.title or self._resolvers is None or text.sentence_of(hit.i).paragraph > 0:
            return None
        words = load()
        title = _WORD.findall(text.title)
        stems = {word.lower()[:4] for word in title}
        trigger = text.tokens[hit.i].lemma.lower()
        gathers = hit.entry.type in GATHERED and hit.entry.mode != "visit"
        found = set()
        for at, word in enumerate(title):
            for size in (3, 2, 1):
                name = " ".join(title[at : at + size])
                if len(title) < at + size or not word[:1].isupper():
                    continue
                before = title[at - 1].lower() if at else ""
                after = title[at + size].lower() if at + size < len(title) else ""
                told = before in ("in", "at") and trigger[:4] in stems
                if not told and not (gathers and after in words["occasion"] and hit.entry.type == "CONSULT"):
                    continue
                place = self._resolvers.where.place(name)
                if place is not None and self._resolvers.where.kind(name) == "city":
                    found.add(place)
                    break
        return found.pop() if len(found) == 1 else None

    def _filed(self, hit: Hit, when: DateRange) -> Place | None:
        """Where the report was filed, for a meeting, a signing or a rally of one known day in the first paragraph: reporters
        write of those from where they are. Deeds of force and calls are often told from elsewhere."""
        text = self._text
        if self._resolvers is None or text.dateline_place is None or hit.entry.mode in ("phone", "visit"):
            return None
        gathered = (hit.entry.type in GATHERED or hit.entry.mode == "ceasefire") and when.days == 1
        if not gathered or text.sentence_of(hit.i).paragraph > 0 or not when.overlaps(text.published):
            return None
        place: Place | None = self._resolvers.where.place(text.dateline_place)
        return place


def _local(one: ActorRef) -> bool:
    """Whether somebody rules less than a state."""
    return any(word in (one.role or "").lower() for word in ("governor", "mayor")) or one.kind not in (
        "person",
        "state",
        "government_body",
    )
