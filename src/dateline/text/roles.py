"""Titles without a name -> the person meant: apposition, "the president", "Russia's president", "his counterpart"."""

from __future__ import annotations

from dateline.records import Actor
from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.holders import held_once, true_holders
from dateline.text.lexicon import Noun
from dateline.text.members import one_member, stated
from dateline.text.reading import Meant, Reading, speaker_country
from dateline.text.regional import Region, fits_region, region_of

_SHORT = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
          "lt": "lieutenant", "sgt": "sergeant", "adm": "admiral", "capt": "captain", "maj": "major"}  # fmt: skip
_SAME = {"congressman": "representative", "congresswoman": "representative", "premier": "minister"}
_DESCRIBED = frozenset({
    "only", "first", "last", "next", "previous", "future", "sitting", "any", "second", "third", "own", "late", "same",
})  # fmt: skip
_CANDIDATE = "other:presidential_candidate"
LEADER = frozenset({"leader", "ruler", "strongman", "dictator", "despot", "autocrat", "tyrant"})
_PERSONAL = ("er", "or", "ee", "é", "ist", "ant", "mate", "man", "woman")  # endings of nouns for persons
_FORMER = frozenset({"former", "ex", "late", "onetime", "ousted", "deposed", "disgraced"})
_NEAR = 2  # sentences
_PARTS = frozenset({"state", "city", "county", "town", "province", "region", "district", "borough"})
_GENERIC = frozenset({"no", "any", "every", "each", "another", "some", "what", "which", "whichever"})


def identified(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """A title or occupation beside a name: "X, a spokesman for Y", "the senator, X", "X is a lawyer"."""
    text, i = reading.text, token.i
    other: int | None = None
    rule = "apposition"
    if token.tag in ("NNS", "NNPS") or noun.kind not in ("title", "official", "person"):
        return None
    if token.dep == "appos":
        other = token.head
    elif (
        (kid := text.kid(i, "appos")) is not None
        and kid.i in reading.named
        and not token.i < token.head < kid.i
    ):
        other = kid.i  # but not beyond its verb: "the president took aim at a reporter: Ann Roe"
    elif (joined := _joined(reading, token)) is not None:
        other = joined
    elif (
        token.dep == "attr"
        and reading.tokens[token.head].lemma == "be"
        and text.kid(token.head, "neg") is None
    ):
        subject = text.kid(token.head, "nsubj")
        other, rule = (subject.i if subject else None), "predicate"
    elif (named := _said_to_be(reading, token)) is not None:
        other, rule = named, "predicate"
    if other is None:
        return None
    meant = reading.at(other)
    if meant is None or len(meant.entities) != 1 or not reading.book[meant.entities[0]].person:
        return None
    draft = reading.book[meant.entities[0]]
    start, end = reading.phrases.phrase(i)
    words = reading.bare(start, end)
    if noun.gender and draft.gender is None:
        draft.gender = noun.gender
    draft.titles.add(token.lemma)
    if one_member(reading.phrases, i, reading.gazetteer) is not None:
        told = stated(reading.phrases, i, reading.gazetteer)
        draft.affiliations |= {told} if told else set()
    draft.epithets |= {t.lower for t in reading.tokens[start:end]}
    if draft.kind == "person":
        country = reading.country_of(i)
        draft.country = draft.country or country
        draft.role = draft.role or (words if noun.kind in ("title", "official") else None)
        key = reading.office(words)
        if key:
            reading.held(meant.entities[0]).add(key)
    return Meant(start, end, meant.entities, rule)


def _said_to_be(reading: Reading, token: Token) -> int | None:
    """Who is named after "be": "the senator who led the inquiry was Ann Roe"."""
    verb = reading.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma != "be" or reading.determiner(token.i) != "the":
        return None
    named = reading.text.kid(verb.i, "attr")
    if named is None or named.i not in reading.named or reading.text.kid(verb.i, "neg", "aux") is not None:
        return None
    return named.i if named.ent == "PERSON" and token.i < named.i else None


def _joined(reading: Reading, token: Token) -> int | None:
    """The name that titles joined without articles share: "Ohio representative and presidential hopeful Ann Roe"."""
    first = reading.phrases.first_conjunct(token.i)
    if token.dep != "conj" or any(reading.determiner(i) not in ("", "poss") for i in (first, token.i)):
        return None
    for head in (token.i, first):
        kid = reading.text.kid(head, "appos")
        if kid is not None and kid.i in reading.named and reading.text.edges(kid.i)[0] == token.i + 1:
            return kid.i
    return None


def owned(reading: Reading, token: Token) -> Meant | None:
    """Whatever somebody is to somebody, named after a comma: "his protégé, Ann Roe, ..", "the mayor's pick, Ann Roe"."""
    kid = reading.text.kid(token.i, "appos")
    if kid is None or token.tag != "NN" or reading.determiner(token.i) != "poss" or kid.ent != "PERSON":
        return None
    meant = reading.named.get(kid.i)
    low = reading.text.edges(kid.i)[0]
    known = reading.lexicon.noun(token.lemma)
    personal = known.kind in ("title", "official", "person") if known else token.lemma.endswith(_PERSONAL)
    if not personal or reading.tokens[token.head].lower == "of":
        return None
    if meant is None or low != token.i + 2 or reading.tokens[token.i + 1].text != ",":
        return None
    if len(meant.entities) != 1 or not reading.book[meant.entities[0]].person:
        return None
    return Meant(*reading.phrases.phrase(token.i), meant.entities, "apposition")


def title_words(reading: Reading, head: int) -> str:
    """The words of a title with what belongs to it on the right: "secretary of state"."""
    start, end = reading.phrases.phrase(head)
    for preposition in reading.text.kids(head, "prep"):
        if preposition.lower == "of" and preposition.i == head + 1:
            kid = reading.text.kid(preposition.i, "pobj")
            if kid is not None and kid.i - head <= 3 and not reading.drafts_at(kid.i):
                end = kid.i + 1
    return reading.bare(start, end)


def role(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """The holder of an office named without a name; None when the article and the tables do not settle it."""
    if noun.kind != "title" or token.tag in ("NNS", "NNPS"):
        return None
    determiner = reading.determiner(token.i)
    if determiner in ("a", "an", "one") or determiner in _GENERIC or token.lemma == "counterpart":
        return None
    for kid in reading.text.kids(token.i, "amod"):
        superlative = kid.tag == "JJS" or any(k.lower == "most" for k in reading.text.kids(kid.i, "advmod"))
        if kid.lower in _DESCRIBED or superlative:
            return None
    if any(k.lower in ("a", "an") for kid in _led(reading, token) for k in reading.text.kids(kid.i, "det")):
        return None  # "the leader of a group" nobody has told of
    words = title_words(reading, token.i)
    country = reading.country_of(token.i)
    former = any(kid.lower in _FORMER for kid in reading.text.kids(token.i, "amod"))
    key = reading.office(words)
    if key == _CANDIDATE and any(kid.ent == "ORG" for kid in reading.text.kids(token.i, "compound", "nmod")):
        return None  # "the Supreme Court nominee" stands for no other office
    start, end = reading.phrases.phrase(token.i)
    if not determiner and not country:
        return None
    near = None if country else speaker_country(reading, token)
    region = region_of(reading, token, start, end)
    found = _in_article(reading, token, noun, words, key, near, former, region) if near else None
    if found is None:
        found = _in_article(reading, token, noun, words, key, country, former, region)
    if found is not None:
        return Meant(start, end, (found,), "title in the article")
    if former:
        return None
    lesser_land = any(kid.lemma.lower() in _PARTS for kid in reading.text.kids(token.i, "poss"))
    land = country or near or reading.home
    if land and not lesser_land and region is None:
        lesser = not key and token.lemma in LEADER and _of_some(reading, token)
        actor = None if lesser else in_office(reading, token.lemma, noun, key, land)
        if actor is not None:
            return Meant(start, end, (reading.book.actor(actor),), "holder of the office")
    if country and (key or noun.rank):
        name = reading.bare(start, end)
        draft = Draft(
            name=name, kind="person", country=country, role=name, head=token.lemma, titles={token.lemma}
        )
        return Meant(
            start,
            end,
            (reading.book.add(draft, "role", token.lemma, country, key, region),),
            "office without a name",
        )
    return None


def in_office(reading: Reading, lemma: str, noun: Noun, key: str | None, land: str) -> Actor | None:
    """Who holds the office in that state by the tables, when the title means one office."""
    on = reading.text.published
    if not key and noun.rank == "head" and lemma in LEADER:
        return reading.who.leader(land, on)
    if key:
        return reading.who.holder(land, key, on)
    for office in ("head_of_state", "head_of_government") if noun.rank == "head" else ():
        actor = reading.who.holder(land, office, on)
        title = reading.who.role(actor.id, on) if actor is not None else None
        if title is not None and lemma in title.lower().replace("prime minister", "prime minister premier"):
            return actor
    return None


def _led(reading: Reading, token: Token) -> list[Token]:
    """What a title says it is of: "the leader of the party"."""
    preps = [prep for prep in reading.text.kids(token.i, "prep") if prep.lower == "of"]
    return [kid for prep in preps for kid in reading.text.kids(prep.i, "pobj")]


def _of_some(reading: Reading, token: Token) -> bool:
    """Whether a leader leads less than a state: "the majority leader", "the opposition leader", "the party leader"."""
    text, of = reading.text, _led(reading, token)
    if any(not reading.drafts_at(kid.i) and kid.ent not in ("GPE", "LOC", "NORP") for kid in of):
        return True  # "the leader of a group called Time's Up"
    return any(kid.pos != "PROPN" or kid.ent == "ORG" for kid in text.kids(token.i, "compound", "nmod"))


def _below(words: set[str]) -> bool:
    """Whether a title is that of a deputy."""
    return bool(words & {"deputy", "vice", "assistant", "undersecretary", "under", "acting"})


def _in_article(
    reading: Reading,
    token: Token,
    noun: Noun,
    words: str,
    key: str | None,
    country: str | None,
    former: bool,
    region: Region | None = None,
) -> int | None:
    """The person of the article who bears the title; the last one where several do and none is at home here."""
    lemma = _plain(token.lemma)
    modifiers = {
        kid.lower for kid in reading.text.kids(token.i, "amod", "compound")
        if kid.lower not in ("former", "new") and reading.gazetteer.country(kid.text) is None
    }  # fmt: skip
    near = set(reading.text.conjuncts(reading.phrases.first_conjunct(token.i)))
    barred = {n for t in near if t.i != token.i for n in (reading.at(t.i) or Meant(0, 0, (), "")).entities}
    seen: dict[int, int] = {}
    for mention in reading.mentions:
        for number in mention.entities:
            seen[number] = mention.head
    fitting = []
    for number in seen:
        draft = reading.book[number]
        if draft.kind != "person" or number in barred:
            continue
        if country and draft.country and draft.country != country:
            continue
        held = reading.held(number)
        if key:
            fits = key in held or (not held and lemma in {_plain(t) for t in draft.titles})
        elif noun.rank == "head" and token.lemma in LEADER:
            fits = bool(held & {"head_of_state", "head_of_government"}) or any(
                (reading.lexicon.noun(t) or noun).rank == "head" for t in draft.titles
            )
        else:
            fits = lemma in {_plain(t) for t in draft.titles}
        if not key and not modifiers <= draft.epithets:
            continue
        if _below(draft.titles) and not _below(set(words.lower().split())):
            continue
        if former and key:
            fits = held_once(reading, number, key, fits)
        at_home = not country or draft.country == country or (region is not None and draft.country is None)
        if fits and at_home and (former or not draft.former or not key):
            fitting.append(number)
    if region is not None:
        alone, land = len(fitting) == 1, country or reading.home
        lately = {n for n in fitting if token.sent - reading.tokens[seen[n]].sent <= _NEAR}
        sure = [n for n in fitting if fits_region(reading, n, region, key, land, alone=alone)]
        fitting = sure or [
            n for n in fitting if n in lately and fits_region(reading, n, region, key, land, alone=True)
        ]
    if len(fitting) > 1 and country in (None, reading.home):
        fitting = true_holders(reading, token, fitting, seen, key)
    if len(fitting) > 1 and not country:
        bare = [n for n in fitting if reading.book[n].bare_title]
        bare = [n for n in bare if not reading.book[n].foreign] or bare
        home = [n for n in fitting if reading.home and reading.book[n].country == reading.home]
        fitting = bare or home or fitting
    if len(fitting) > 1 and country and token.lemma in LEADER:
        leads = reading.who.leader(country, reading.text.published)
        fitting = [n for n in fitting if leads and reading.book[n].actor_id == leads.id] or fitting
    return max(fitting, key=lambda n: seen[n]) if fitting else None


def _plain(title: str) -> str:
    title = _SHORT.get(title, title)
    return _SAME.get(title, title)


def counterpart(reading: Reading, token: Token) -> Meant | None:
    """ "His Russian counterpart": the holder of the owner's office in that country."""
    if token.lemma != "counterpart":
        return None
    country = reading.country_of(token.i)
    owner = reading.text.kid(token.i, "poss")
    meant = reading.at(owner.i) if owner else None
    if country is None or meant is None:
        return None
    start, end = reading.phrases.phrase(token.i)
    found: list[int] = []
    for number in meant.entities:
        for key in sorted(reading.held(number)):
            bearer = next(
                (n for n, d in enumerate(reading.book.drafts)
                 if d.kind == "person" and d.country == country and n != number and key in reading.held(n)),
                None,
            )  # fmt: skip
            if bearer is None:
                actor = reading.who.holder(country, key, reading.text.published)
                bearer = reading.book.actor(actor) if actor else None
            if bearer is not None and bearer not in found:
                found.append(bearer)
                break
    if not found:
        return None
    return Meant(start, end, tuple(found), "counterpart")
