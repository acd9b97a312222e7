"""Bodies and documents by a common noun: "the Russian government", "the ministry", "a joint statement"."""

from __future__ import annotations

from dateline.records import Actor
from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.groups import speaker_position
from dateline.text.lexicon import Noun
from dateline.text.members import PARTY
from dateline.text.reading import Meant, Mention, Reading, speaker_country
from dateline.text.regions import last_region, regions, told_regions

_GOVERNMENT = frozenset({"government", "regime", "authority", "leadership", "state"})
_STATE = frozenset({"country", "nation", "republic", "kingdom", "superpower"})
_WITHIN = frozenset({
    "bureau", "agency", "commission", "committee", "court", "council", "department", "ministry", "bank", "fund",
    "parliament", "party", "company", "institute", "foundation", "association", "university", "network", "campaign",
})  # fmt: skip
_BAND = frozenset({"group", "movement", "organization", "organisation", "militia"})
_KINDS = frozenset(
    {"militant", "terrorist", "terror", "extremist", "armed", "jihadist", "islamist", "insurgent", "rebel"}
)
_GENERIC = frozenset(
    {"no", "any", "every", "each", "a", "an", "one", "another", "some", "what", "which", "either", "neither"}
)


def body(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """A government, ministry, court, party or company named by its common noun."""
    joined = reading.countries_joined(token.i) if token.lemma in _GOVERNMENT and token.tag == "NNS" else ()
    if joined and noun.kind == "body" and reading.phrases.role(token.i) != "mod":
        states = [actor for country in joined if (actor := reading.who.country(country)) is not None]
        span = reading.phrases.phrase(token.i)
        return Meant(*span, tuple(reading.book.actor(state) for state in states), "governments of states")
    several = token.tag == "NNS" and token.lemma != "authority"
    if noun.kind != "body" or (several and not told_regions(reading, token)):
        return None
    i = token.i
    determiner = reading.determiner(i)
    if determiner in _GENERIC or reading.phrases.role(i) == "mod":
        return None
    start, end = reading.phrases.phrase(i)
    places = told_regions(reading, token)
    if places:
        return regions(reading, token, places)
    if token.lemma == "state" and _condition(reading, i):
        return None
    called = _called(reading, token)
    if called is not None:
        return Meant(start, end, (called,), "called by its name")
    if token.lemma in _STATE:
        return _same_state(reading, token, start, end)
    name = reading.bare(start, end)
    country = reading.country_of(i, places=" " in name or token.lemma in _GOVERNMENT)
    if token.lemma in _GOVERNMENT and country:
        actor = reading.who.country(country)
        if actor is not None:
            return Meant(start, end, (reading.book.actor(actor),), "government of a state")
    known = reading.who.organisation(name)
    if known is not None and " " in name:
        return Meant(start, end, (reading.book.actor(known),), "body")
    if (
        token.lemma == "administration"
        and reading.home
        and determiner in ("the", "this")
        and name.lower() == "administration"
    ):
        actor = reading.who.country(reading.home)
        if actor is not None:
            return Meant(start, end, (reading.book.actor(actor),), "administration at home")
    if determiner in ("the", "this", "that", "poss", ""):
        earlier = _antecedent(reading, token, country)
        if token.lemma == "state":
            region = (
                last_region(reading, token)
                if determiner in ("the", "this", "that") and name.lower() == "state"
                else None
            )
            if region is not None or earlier is None or reading.book[earlier].kind != "state":
                return region
        if earlier is not None and (determiner != "" or " " in name):
            return Meant(start, end, (earlier,), "the same body")
    if determiner == "the" and token.lemma in _BAND:
        lately = _band(reading, token)
        if lately is not None:
            return Meant(start, end, (lately,), "the last group named")
    if country is None:
        country = next(
            (d.country for k in reading.text.kids(i, "poss", "compound") for d in reading.drafts_at(k.i)),
            None,
        )
    if not country and not reading.text.kid(i, "compound", "poss"):
        return None
    kind = (
        "government_body"
        if token.lemma
        not in (
            "company",
            "firm",
            "corporation",
            "newspaper",
            "magazine",
            "university",
            "bank",
            "campaign",
            "group",
            "organization",
            "organisation",
            "foundation",
            "movement",
        )
        else "organisation"
    )
    identity = Actor.make_id(kind, name.lower(), country) if country else None
    draft = Draft(name=name, kind=kind, actor_id=identity, country=country, head=token.lemma)  # type: ignore[arg-type]
    return Meant(start, end, (reading.book.add(draft),), "body")


def _antecedent(reading: Reading, token: Token, country: str | None) -> int | None:
    if token.lemma in _GOVERNMENT and reading.text.kid(token.i, "poss") is not None:
        return None
    before = {kid.lower for kid in reading.text.kids(token.i, "compound")}
    wanted = token.lemma
    named = reading.nouns.get(wanted, ())
    other = len(named) == 1 and any(
        kid.pos == "PROPN" and kid.lower not in reading.book[named[0]].name.lower()
        for kid in reading.text.kids(token.i, "compound")
    )
    other = other or (len(named) == 1 and _another_owner(reading, token, named[0]))
    if len(named) == 1 and not other and (not country or reading.book[named[0]].country in (country, None)):
        return named[0]
    if wanted not in _WITHIN:
        return None
    for mention in reversed(reading.mentions):
        for number in mention.entities:
            draft = reading.book[number]
            if draft.kind not in ("organisation", "government_body", "armed_group", "media"):
                continue
            if country and draft.country and draft.country != country:
                continue
            words = draft.name.lower().split()
            if (draft.head == wanted or wanted == _head_word(words)) and before <= set(words):
                return None if _another_owner(reading, token, number) else number
    return None


def _condition(reading: Reading, i: int) -> bool:
    """Whether "state" is a condition: "a state of emergency"."""
    of = reading.text.kid(i, "prep")
    noun = reading.text.kid(of.i, "pobj") if of is not None and of.lower == "of" and of.i == i + 1 else None
    return noun is not None and noun.pos == "NOUN"


def _called(reading: Reading, token: Token) -> int | None:
    """The body of the tables whose name stands before a word for what it is: "the Houthi movement", "the NATO alliance"."""
    if token.lemma not in _BAND | {"alliance", "party", "bloc"}:
        return None
    for kid in reading.text.kids(token.i, "compound", "amod", "nmod"):
        meant = reading.named.get(kid.i) if kid.i == token.i - 1 else None
        draft = reading.book[meant.entities[0]] if meant is not None and len(meant.entities) == 1 else None
        if meant is not None and draft is not None and draft.kind in ("armed_group", "organisation"):
            known = reading.gazetteer.find(reading.phrases.words(*reading.phrases.phrase(kid.i)).split()[-1])
            return meant.entities[0] if draft.actor_id and (known or kid.ent == "ORG") else None
    return None


def _band(reading: Reading, token: Token) -> int | None:
    """The one armed group, else the one organisation, named in this sentence so far or in the one before."""
    if any(
        kid.lower not in _KINDS
        for kid in reading.text.kids(token.i, "amod", "compound", "nmod", "relcl", "prep")
    ):
        return None
    found: dict[str, set[int]] = {"armed_group": set(), "organisation": set()}
    for mention in reading.back(token.i, 1):
        for number in mention.entities:
            kind = reading.book[number].kind
            if (
                kind in found
                and mention.kind == "name"
                and reading.gazetteer.who.sector_of(reading.book[number].actor_id or "") != PARTY
            ):
                found[kind].add(number)
    near = found["armed_group"] or found["organisation"]
    return near.pop() if len(near) == 1 else None


def _head_word(words: list[str]) -> str:
    """The word of a body's name that says what it is: the last before "of", "for", "on"; else the last."""
    stop = next(
        (k for k, word in enumerate(words) if k and word in ("of", "for", "on", "in", "against")), len(words)
    )
    return words[stop - 1]


def _another_owner(reading: Reading, token: Token, number: int) -> bool:
    """Whether "his campaign" cannot be a body named after somebody else: "the Roe campaign"."""
    owner = reading.text.kid(token.i, "poss")
    persons = {n for n, draft in enumerate(reading.book.drafts) if draft.kind == "person"}
    owners = (
        {n for n in (reading.at(owner.i) or Meant(0, 0, (), "")).entities if n in persons} if owner else set()
    )
    words = set(reading.book[number].name.split())
    named = {n for n in persons if reading.book[n].name.split()[-1] in words}
    return bool(owners and named and not owners & named)


def _same_state(reading: Reading, token: Token, start: int, end: int) -> Meant | None:
    """ "The country": the one state of the sentence before, or of this one so far."""
    if reading.determiner(token.i) not in ("the", "this", "that") or token.tag == "NNS":
        return None
    if _described(reading, token.i):
        return None
    by_sentence: dict[int, set[int]] = {}
    for mention in reading.back(token.i, 1):
        for number in mention.entities:
            if (
                reading.book[number].kind == "state"
                and mention.role != "mod"
                and not _only_where(reading, token, mention, number)
            ):
                by_sentence.setdefault(mention.sent, set()).add(number)
    for sent in sorted(by_sentence, reverse=True):
        if len(by_sentence[sent]) == 1:
            return Meant(start, end, tuple(by_sentence[sent]), "the same state")
        return None
    return None


def _only_where(reading: Reading, token: Token, mention: Mention, number: int) -> bool:
    """Whether a state abroad was told in the same sentence only as a place: "Ann is in Lima, where she met the country's heir",
    or somebody of another state speaks: "Captive in Peru, the Ruritanian said the country .."."""
    above = reading.tokens[reading.tokens[mention.head].head]
    country = reading.book[number].country
    if mention.role != "pobj" or above.lower not in ("in", "at") or mention.sent != token.sent:
        return False
    if country == reading.home:
        return False
    if reading.tokens[above.head].pos == "AUX":
        return True
    told = speaker_country(reading, token)
    return told is not None and told != country


def _described(reading: Reading, i: int) -> bool:
    return reading.text.kid(i, "amod", "compound", "relcl", "prep") is not None


def document(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """A document that speaks: those who issued it when the phrase says so, else the document itself."""
    if noun.kind != "document" or token.tag == "NNS" or not speaker_position(reading, token.i):
        return None
    start, end = reading.phrases.phrase(token.i)
    owner = reading.text.kid(token.i, "poss")
    issuers = reading.at(owner.i) if owner else None
    for preposition in reading.text.kids(token.i, "prep"):
        if preposition.lower in ("by", "from") and issuers is None:
            kid = reading.text.kid(preposition.i, "pobj")
            issuers = reading.at(kid.i) if kid else None
    if issuers is not None:
        return Meant(start, end, issuers.entities, "issuer of a document")
    name = reading.bare(start, end)
    if reading.determiner(token.i) == "the" and name.lower() == token.lemma:
        earlier = reading.nouns.get(token.lemma)
        if earlier is not None and reading.book[earlier[0]].kind is None:
            return Meant(start, end, earlier, "the same document")
        name = _introduced_as(reading, token) or name
    draft = Draft(name=name, kind=None, description=name, head=token.lemma)
    return Meant(start, end, (reading.book.add(draft),), "document")


def _introduced_as(reading: Reading, token: Token) -> str | None:
    """The words under which the same noun came up before: "a joint statement .. the statement"."""
    for earlier in reversed(reading.tokens[max(0, token.i - 400) : token.i]):
        if earlier.lemma == token.lemma and earlier.pos == "NOUN" and earlier.tag == "NN":
            start, end = reading.phrases.phrase(earlier.i)
            return reading.bare(start, end) if end - start > 1 else None
    return None
