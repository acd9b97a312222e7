"""Names of states, bodies, outlets and peoples -> entities; a place that does not act gets none."""

from __future__ import annotations

from dateline.records import Actor, ActorKind
from dateline.syntax import Name
from dateline.text.book import Book, Draft
from dateline.text.gazetteer import Gazetteer, Known
from dateline.text.known_names import GROUNDS, part_of_a_name
from dateline.text.lexicon import Lexicon
from dateline.text.members import PARTY, home_of_member, members, some_members
from dateline.text.metonymy import acts, governs
from dateline.text.phrases import Phrases

_REGIONS = frozenset({"state", "commonwealth", "province"})


class Polities:
    """Decides for the names of one article that are no persons."""

    def __init__(
        self, phrases: Phrases, book: Book, gazetteer: Gazetteer, lexicon: Lexicon, countries: frozenset[str]
    ) -> None:
        """`countries` are those the article names or is published in."""
        self.phrases, self.book, self.gazetteer = phrases, book, gazetteer
        self.countries = countries
        self.lexicon = lexicon
        self._acronyms: dict[str, int] = {}
        self._short: dict[str, int] = {}
        self._outlets: dict[str, int] = {}

    def entity(self, name: Name, head: int) -> tuple[int, str] | None:
        """Entity number and rule for a name with that head token; None where it is a place, a thing or a time."""
        words = self._words(name)
        if name.label != "PERSON" and part_of_a_name(self.phrases.text, name.start, name.end):
            return None
        known = self.gazetteer.find(words)
        own = self._acronyms.get(words.lower()) if words.isupper() and len(words) > 2 else None
        if own is not None and known is not None and known.kind == "body":
            return own, "acronym"
        if known is not None and known.kind == "outlet":
            fuller = next(
                (
                    n
                    for long, n in self._outlets.items()
                    if long.endswith(f" {words.split()[-1].lower()}") and long != words.lower()
                ),
                None,
            )
            if fuller is not None and len(words.split()) <= 2:
                return fuller, "shortened name"
            self._outlets[words.lower()] = self.book.actor(known.actor)
        if known is not None:
            return self._known(known, words, name, head)
        if name.label == "ORG":
            return self._organisation(words, name)
        if name.label == "NORP":
            return self._people(words, head)
        if name.label == "GPE" and governs(self.phrases, head, self.lexicon):
            return self._town(words)
        return None

    def _words(self, name: Name) -> str:
        return self.phrases.words(name.start, name.end)

    def _known(self, known: Known, words: str, name: Name, head: int) -> tuple[int, str] | None:
        if known.kind == "demonym":
            return self._demonym(known.actor, head)
        if known.kind == "state" and home_of_member(self.phrases, head, known.actor.country, self.gazetteer):
            return None
        local = self._of_a_region(known.actor, words, head)
        if local is not None:
            return local, "body of a region"
        if known.kind == "seat":
            seat = known.label == "ORG"
            if not acts(self.phrases, head, self.lexicon, seat=seat):
                return None
            return self.book.actor(known.actor), "stands for a state"
        if self.gazetteer.who.sector_of(known.actor.id) == PARTY and some_members(self.phrases, head):
            draft = members(self.phrases, known.actor, head)
            return self.book.add(draft, "members", draft.name.lower(), head), "group"
        self._alias(self.book.actor(known.actor), name)
        return self.book.actor(known.actor), known.kind

    def _of_a_region(self, actor: Actor, words: str, head: int) -> int | None:
        """A body that a part of the state has too, said to be its: "Ohio's Supreme Court", "the state's Senate"."""
        owner = self.phrases.text.kid(head, "poss")
        if owner is None or actor.kind != "government_body":
            return None
        start, end = self.phrases.phrase(owner.i)
        while start < owner.i and self.phrases.tokens[start].ent != owner.ent:
            start += 1  # "on Friday Ohio's court"
        place = self.phrases.words(start, end)
        if owner.lower in _REGIONS:
            name, country = f"{owner.text}’s {words}", actor.country
        elif self.gazetteer.find(place) is None and (country := self.gazetteer.country(place)) is not None:
            name = f"{place} {words}"
        else:
            return None
        identity = Actor.make_id("government_body", name, country) if owner.lower not in _REGIONS else None
        sector = self.gazetteer.who.sector_of(actor.id)
        draft = Draft(
            name=name, kind="government_body", actor_id=identity, country=country, head=words.split()[-1].lower(),
            sector=sector[0] if sector else None,
        )  # fmt: skip
        return self.book.add(draft, "body of a region", name.lower())

    def _demonym(self, actor: Actor, head: int) -> tuple[int, str] | None:
        phrases, token = self.phrases, self.phrases.tokens[head]
        role = phrases.role(head)
        if role == "mod" or token.dep in ("amod", "compound", "nmod"):
            return self.book.actor(actor), "demonym"
        if token.pos == "ADJ" and role in ("attr", "other", "root"):
            return None
        kids = phrases.text.children[head]
        if any(phrases.tokens[k].lower == "the" for k in kids):
            return self.book.actor(actor), "people of a state"
        if token.tag in ("NNPS", "NNS") or any(phrases.tokens[k].dep == "nummod" for k in kids):
            name = phrases.words(*phrases.phrase(head))
            draft = Draft(
                name=name,
                kind="group",
                country=actor.country,
                sector="civilian",
                plural=True,
                description=name,
            )
            return self.book.add(draft), "people of a state"
        if any(phrases.tokens[k].lower in ("a", "an") for k in kids):
            name = f"{token.text} citizen"
            return self.book.add(
                Draft(name=name, kind="anonymous", anonymous=True, country=actor.country), "one", head
            ), "unnamed person"
        return self.book.actor(actor), "demonym"

    def _organisation(self, words: str, name: Name) -> tuple[int, str] | None:
        folded = words.lower()
        if folded in self._acronyms:
            return self._acronyms[folded], "acronym"
        if folded in self._short:
            return self._short[folded], "shortened name"
        if name.end - name.start == 1 and self.gazetteer.where.is_place(words):
            return None
        country = self._country_within(words)
        last = folded.split()[-1]
        noun = self.lexicon.noun(last)
        kind: ActorKind = "organisation"
        if (
            noun
            and noun.kind == "body"
            and last
            in (
                "ministry",
                "government",
                "administration",
                "department",
                "parliament",
                "senate",
                "congress",
                "embassy",
                "committee",
                "court",
                "agency",
            )
        ):
            kind = "government_body"
        identity = Actor.make_id(kind, words, country)
        number = self.book.add(
            Draft(name=words, kind=kind, actor_id=identity, country=country), "org", folded
        )
        self._alias(number, name)
        return number, "organisation"

    def _alias(self, number: int, name: Name) -> None:
        """Remember an acronym introduced in brackets after a name, and the initials the name would give."""
        tokens = self.phrases.tokens
        words = [t.text for t in tokens[name.start : name.end]]
        first = words[0]
        telling = (
            len(words) > 1 and len(first) > 2 and first[0].isupper() and first not in self.lexicon.honorifics
        )
        if telling and self.lexicon.noun(first.lower()) is None and self.gazetteer.find(first) is None:
            self._short.setdefault(first.lower(), number)
        initials = "".join(w[0] for w in words if w[0].isupper())
        if len(initials) > 2:
            self._acronyms.setdefault(initials.lower(), number)
        if name.end + 2 < len(tokens) and tokens[name.end].text == "(" and tokens[name.end + 2].text == ")":
            inner = tokens[name.end + 1].text
            if inner.isupper() and inner[0] == initials[:1]:
                self._acronyms[inner.lower()] = number

    def _country_within(self, words: str) -> str | None:
        """The country that a body's name tells; by the one word of a region before it only where the article tells
        of that country too."""
        parts = words.replace("’s", "").replace("'s", "").split()
        widths = (2,) if len(parts) > 1 and parts[1] in GROUNDS else (2, 1)  # "Lebanon County Board"
        openings = [" ".join(parts[:width]) for width in widths]
        if "of" in parts:
            openings.append(" ".join(parts[parts.index("of") + 1 :]))
        for k, opening in enumerate(openings):
            country = self.gazetteer.country(opening)
            told = k >= len(widths) or " " in opening or not self.countries or country in self.countries
            if country is not None and (told or self.gazetteer.find(opening) is not None):
                return country
        return None

    def _people(self, words: str, head: int) -> tuple[int, str] | None:
        token = self.phrases.tokens[head]
        if self.phrases.role(head) == "mod" or token.pos == "ADJ":
            return None
        if token.tag not in ("NNPS", "NNS"):
            return None
        start, end = self.phrases.phrase(head)
        name = _bare(self.phrases, start, end)
        return self.book.add(
            Draft(name=name, kind="group", plural=True, description=name, head=token.lemma.lower())
        ), "group"

    def _town(self, words: str) -> tuple[int, str] | None:
        place = self.gazetteer.place(words)
        if place is None:
            return None
        identity = Actor.make_id("government_body", words, place.country)
        draft = Draft(name=words, kind="government_body", actor_id=identity, country=place.country)
        return self.book.add(draft), "place that acts"


def _bare(phrases: Phrases, start: int, end: int) -> str:
    while start < end - 1 and (
        phrases.tokens[start].pos in ("DET", "PRON", "PUNCT") or phrases.tokens[start].tag in ("POS", "PRP$")
    ):
        start += 1
    return phrases.words(start, end)
