"""One article while it is read from left to right: what was mentioned where, and who was meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.syntax import Reference, ReferenceKind, Text, Token
from dateline.text.book import Book, Draft
from dateline.text.gazetteer import Gazetteer
from dateline.text.known_names import part_of_a_name, part_of_america
from dateline.text.lexicon import Lexicon
from dateline.text.phrases import Phrases

_TELLING = ("of", "for", "from", "in", "at")
_BEFORE = ("amod", "compound", "nmod", "poss", "npadvmod")
_OF_PLACES, _OTHERS = frozenset({"GPE", "NORP", "LOC"}), frozenset({"other", "foreign"})
_OF_STATES = frozenset({"state", "government", "country", "nation", "republic", "party", "administration"})
_WORLDWIDE = ("NGO", "HRI")
_PARTED = ("New", "North", "South", "West", "East")
_NATIONAL = frozenset({
    "government", "military", "army", "navy", "president", "ambassador", "congress", "soldier", "troop", "diplomat",
})  # fmt: skip
_MARKS = str.maketrans("", "", '“”"«»„')


class Meant(NamedTuple):
    """A decision: tokens `start` to `end` speak of those entities by that rule."""

    start: int
    end: int
    entities: tuple[int, ...]
    rule: str
    kind: ReferenceKind = "nominal"


class Mention(NamedTuple):
    """One decided phrase as candidates for what follows see it."""

    head: int
    sent: int
    quote: int
    role: str
    kind: ReferenceKind
    entities: tuple[int, ...]
    plural: bool


class Reading:
    """State of one walk. `named` holds what names mean, by head token, for the whole article in advance; `one_of` are
    names of a party in the singular, which mean one member; `regions` are names of regions, by head token, with their country."""

    def __init__(
        self, text: Text, phrases: Phrases, book: Book, gazetteer: Gazetteer, lexicon: Lexicon
    ) -> None:
        self.text, self.tokens, self.phrases = text, text.tokens, phrases
        self.book, self.gazetteer, self.lexicon = book, gazetteer, lexicon
        self.who = gazetteer.who
        self.named: dict[int, Meant] = {}
        self.in_title: set[int] = set()
        self.one_of: set[int] = set()
        self.meant: dict[int, Meant] = {}
        self.mentions: list[Mention] = []
        self.home: str | None = None
        self.offices: dict[int, set[str]] = {}
        self.places: dict[int, str | None] = {}
        self.regions: dict[int, tuple[str, str]] = {}
        self._speakers: dict[int, tuple[int, ...]] = {}
        self.nouns: dict[str, tuple[int, ...]] = {}

    def decide(self, head: int, meant: Meant) -> None:
        """Enter a decision; later phrases may refer back to it. The last of "X and Y" enters both together."""
        self.meant[head] = meant
        self._mention(head, meant.entities, meant.kind)
        if meant.kind == "nominal":
            self.nouns[self.tokens[head].lemma.lower()] = meant.entities
        elif meant.kind == "name" and meant.end - meant.start > 1:
            last = self.tokens[meant.end - 1].lower
            beside = self.phrases.role(head) == "mod"  # the court of "the Circuit Court judge" is no topic
            for word in (last, self._own_noun(head, meant)):
                noun = self.lexicon.noun(word)
                if noun is not None and noun.kind == "body" and not (beside and word in self.nouns):
                    self.nouns[word] = meant.entities
        if self.tokens[head].dep == "conj":
            first = self.phrases.first_conjunct(head)
            joined = [t for t in self.text.conjuncts(first) if t.i <= head]
            parts = [self.meant[t.i].entities for t in joined if t.i in self.meant]
            entities = tuple(dict.fromkeys(n for part in parts for n in part))
            if (
                len(parts) == len(joined)
                and len(entities) > 1
                and len(self.text.conjuncts(first)) == len(joined)
                and not self._either(joined)
            ):
                self._mention(head, entities, meant.kind)

    def _either(self, joined: list[Token]) -> bool:
        """Whether "or" stands between those joined: one of them and not both, as in "neither X nor Y"."""
        return any(kid.lower == "or" for one in joined for kid in self.text.kids(one.i, "cc"))

    def _own_noun(self, head: int, meant: Meant) -> str:
        """The noun that says what the name after it is: "the organization X"; "" for "the state X", whose X is another."""
        nouns = [kid for kid in self.text.kids(head, "compound") if kid.pos == "NOUN" and kid.tag == "NN"]
        last = nouns[-1] if nouns else None
        if (
            last is None
            or self.determiner(head) not in ("the", "a", "an", "poss")
            or last.lemma in _OF_STATES
        ):
            return ""
        return last.lemma if self.tokens[last.i + 1].text[0].isupper() else ""

    def _mention(self, head: int, entities: tuple[int, ...], kind: ReferenceKind) -> None:
        drafts = [self.book[n] for n in entities]
        people = self.tokens[head].tag in ("NNS", "NNPS") and any(d.kind == "organisation" for d in drafts)
        plural = people or len(drafts) > 1 or any(d.plural for d in drafts)
        role = self.phrases.role(head)
        self.mentions.append(
            Mention(head, self.tokens[head].sent, self.phrases.quote[head], role, kind, entities, plural)
        )

    def at(self, head: int) -> Meant | None:
        """What the phrase headed by `head` means: decided already, or a name further on."""
        return self.meant.get(head) or self.named.get(head)

    def drafts_at(self, head: int) -> list[Draft]:
        """The drafts that the phrase headed by `head` means."""
        meant = self.at(head)
        return [self.book[n] for n in meant.entities] if meant else []

    def back(self, head: int, sentences: int) -> Iterator[Mention]:
        """Mentions before token `head`, nearest first, no more than that many sentences earlier."""
        sent = self.tokens[head].sent
        for mention in reversed(self.mentions):
            if mention.sent < sent - sentences:
                return
            if mention.head < head:
                yield mention

    def country_of(self, head: int, *, places: bool = True) -> str | None:
        """The country that the modifiers of a noun tell: "Russian", "Russia's", "of Russia", "White House".

        With `places` also where it is: "in Ankara", unless it is a word for those who serve abroad. A part of a body's name
        tells nothing, and whoever works for an outlet is of any country.
        """
        around, lemma = self.lexicon.around_places, self.tokens[head].lemma.lower()
        if lemma in _NATIONAL and any(kid.lower == "our" for kid in self.text.kids(head, "poss")):
            return self._ours(head)
        theirs, about = lemma in around["abroad"], lemma in around["about"]
        telling = ("of", "for", "from") if places and self._abroad(head) else _TELLING if places else ("of",)
        whole = any(draft.kind == "organisation" for draft in self.drafts_at(head))
        for kid in self.text.kids(head, *(("poss",) if whole else _BEFORE)):
            if kid.dep == "poss" and (theirs or (about and not self._somebody(kid.i))):
                continue
            if part_of_america(self.text, kid.i):
                return None
            country = self._country_at(kid.i, kid.dep == "poss")
            if country:
                return None if self._mixed(kid.i, country) else country
        for preposition in self.text.kids(head, "prep"):
            if preposition.lower in telling and not (theirs and preposition.lower == "of"):
                for kid in self.text.kids(preposition.i, "pobj"):
                    if about and preposition.lower == "of" and not self._somebody(kid.i):
                        continue
                    country = self._country_of_whose(kid.i, preposition.lower)
                    if country:
                        return None if self._mixed(kid.i, country) else country
        return None

    def _ours(self, i: int) -> str | None:
        """The country of whoever says "our": the speaker of the quotation, else where the article is written."""
        quote = self.phrases.quote[i]
        if not quote:
            return self.home
        countries = {self.book[n].country for n in self.speakers(quote)}
        return countries.pop() if len(countries) == 1 else None

    def _somebody(self, i: int) -> bool:
        """Whether the token means anybody but a state."""
        return any(draft.kind != "state" for draft in self.drafts_at(i))

    def _mixed(self, i: int, country: str) -> bool:
        """Whether what is joined to a word tells of others too: "Ruritanian and other officials", "from Peru and Chile"."""
        for joined in self.text.conjuncts(i)[1:]:
            other = self._country_at(joined.i, False) if joined.ent in _OF_PLACES else None
            people = joined.ent == "NORP" and self.gazetteer.find(joined.text) is None
            if (other or country) != country or (other is None and (people or joined.lower in _OTHERS)):
                return True
        return False

    def countries_joined(self, head: int) -> tuple[str, ...]:
        """The countries of modifiers joined by "and", two at least: "the Greek and Turkish governments"."""
        for kid in self.text.kids(head, "amod", "compound", "nmod", "poss"):
            countries = [self._country_at(one.i, False) for one in self.text.conjuncts(kid.i)]
            found = tuple(dict.fromkeys(country for country in countries if country))
            if len(found) > 1 and len(found) == len(countries):
                return found
        return ()

    def _country_of_whose(self, i: int, preposition: str) -> str | None:
        """The country that "of X", "for X", "in X" tells."""
        kinds = {draft.kind for draft in self.drafts_at(i)}
        if "media" in kinds or any(self._charity_abroad(draft) for draft in self.drafts_at(i)):
            return None
        country = next((draft.country for draft in self.drafts_at(i) if draft.country), None)
        if "organisation" not in kinds:
            country = country or self._country_at(i, False)
        return country or (self.country_of(i) if preposition in ("of", "for", "at") else None)

    def _charity_abroad(self, draft: Draft) -> bool:
        """Whether a body works all over the world from another country: its people may be of any."""
        sector = (
            self.who.sector_of(draft.actor_id) if draft.kind == "organisation" and draft.actor_id else None
        )
        return sector is not None and sector[1] in _WORLDWIDE and draft.country != self.home

    def _abroad(self, head: int) -> bool:
        """Whether a place beside the noun is where they serve: "diplomats in Lima", not "security forces in Lima"."""
        around = self.lexicon.around_places
        if self.tokens[head].lemma.lower() not in around["serves_abroad"]:
            return False
        kids = self.text.kids(head, "amod", "compound", "nmod")
        return not any(kid.lower in around["serves_at_home"] for kid in kids)

    def _country_at(self, i: int, owner: bool) -> str | None:
        for draft in self.drafts_at(i):
            if draft.country and not (owner and draft.person and self.tokens[i].pos == "PRON"):
                return draft.country
        if i in self.places:
            return self.places[i]
        if self.tokens[i].ent not in ("GPE", "LOC") and self.tokens[i].text[0].isupper():
            country = self._whole(i)
            if country:
                return country
        for kid in self.text.kids(i, "amod", "compound", "nmod"):
            if kid.text[0].isupper():
                country = self._whole(kid.i) or next(
                    (d.country for d in self.drafts_at(kid.i) if d.country), None
                )
                if country:
                    return country
        return None

    def _whole(self, i: int) -> str | None:
        """The country of a word with the one before it: New Jersey is not Jersey, West Virginia is not Virginia."""
        word, before = self.tokens[i].text, self.tokens[i - 1].text if i else ""
        if part_of_a_name(self.text, i, i + 1):
            return None
        whole = self.gazetteer.country(f"{before} {word}") if before in _PARTED else None
        return whole or (None if before == "New" else self.gazetteer.country(word))

    def bare(self, start: int, end: int) -> str:
        """The words of a phrase without determiner, possessive pronoun and quotation marks; no capital by position."""
        tokens = self.tokens
        while start < end - 1 and (
            tokens[start].pos in ("DET", "PUNCT")
            or (tokens[start].lower == "one" and tokens[end - 1].tag == "NN")
            or tokens[start].tag in ("POS", "PRP$", "DT", "PDT")
            or not any(c.isalnum() for c in tokens[start].text)
        ):
            start += 1
        words = self.phrases.words(start, end).translate(_MARKS).strip()
        first = tokens[start]
        opens = (
            start == self.text.sentence_of(start).start
            and first.pos in ("NOUN", "ADJ", "NUM")
            and not first.ent
        )
        return words[0].lower() + words[1:] if opens and words[1:2].islower() else words

    def determiner(self, head: int) -> str:
        """the, this, a, one, no, .. ; "poss" for an owner; "" for none."""
        one = ""
        for kid in self.text.kids(head, "det", "predet", "poss", "nummod"):
            if kid.i < head and kid.dep != "nummod":
                return "poss" if kid.dep == "poss" else kid.lower
            one = "one" if kid.lower == "one" else one
        return one

    def held(self, number: int) -> set[str]:
        """Office keys an entity has by the words of the article, else by the tables on its day."""
        known = self.offices.get(number)
        if known is None:
            draft = self.book[number]
            title = self.who.role(draft.actor_id, self.text.published) if draft.actor_id else None
            key = self.office(title) if title else None
            known = self.offices[number] = {key} if key else set()
        return known

    def office(self, words: str) -> str | None:
        """The office key of title words, leading words dropped one by one ("Russian foreign minister")."""
        parts = words.split()
        for k in range(len(parts)):
            key = self.who.office(" ".join(parts[k:]))
            if key:
                return key
        return None

    def speakers(self, quote: int) -> tuple[int, ...]:
        """Who is said to speak the words of a quotation, in its own sentences or carried over from the one before."""
        if quote in self._speakers:
            return self._speakers[quote]
        extent = self.phrases.extent(quote)
        found: tuple[int, ...] = ()
        if extent is not None:
            first, last = (self.text.sentence_of(i) for i in extent)
            verbs = [
                t for t in self.tokens[first.start : last.end]
                if not self.phrases.quote[t.i] and t.pos == "VERB" and self.lexicon.speech(t.lemma)
            ]  # fmt: skip
            verbs.sort(key=lambda t: min(abs(t.i - extent[0]), abs(t.i - extent[1])))
            for verb in verbs:
                subject = self.phrases.subject(verb.i)
                meant = self.at(subject.i) if subject is not None else None
                if meant is not None:
                    found = meant.entities
                    break
            before = self.phrases.extent(quote - 1)
            if not verbs and before is not None and first.i - self.tokens[before[1]].sent <= 1:
                found = self.speakers(quote - 1)
        if found:
            self._speakers[quote] = found
        return found

    def references(self) -> tuple[Reference, ...]:
        """Every decision as a reference, in order of position."""
        return tuple(
            Reference(m.start, m.end, head, m.kind, m.entities, m.rule)
            for head, m in sorted(self.meant.items())
        )


def speaker_country(reading: Reading, token: Token) -> str | None:
    """The country of a body or servant of a state in whose reported words the title stands."""
    for above in reading.text.ancestors(token.i):
        if above.pos == "VERB" and reading.lexicon.speech(above.lemma):
            subject = reading.text.kid(above.i, "nsubj")
            if subject is None or subject.i == token.i:
                continue
            drafts = reading.drafts_at(subject.i)
            if len(drafts) == 1 and drafts[0].kind in ("person", "anonymous", "government_body", "group"):
                return drafts[0].country
    return None
