"""Unnamed people and sources: "a senior administration official", "the official", "a source close to X"."""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.lexicon import Noun
from dateline.text.members import by_party_and_state, one_member
from dateline.text.reading import Meant, Reading
from dateline.text.regional import region_of

_GENERIC = frozenset({"no", "any", "every", "each", "what", "which", "neither", "either"})
_RELATIONAL = frozenset({
    "opponent", "rival", "foe", "enemy", "adversary", "successor", "predecessor", "challenger", "contender", "candidate",
})  # fmt: skip
_FORMER = frozenset({"former", "onetime", "ex"})
_BACK = frozenset({"the", "this", "that"})
SECOND_HAND = frozenset(
    {"close", "familiar", "briefed", "informed", "knowledge", "acquainted", "privy", "aware"}
)
_BELONGS = frozenset({"for", "of", "with", "from", "at", "in", "to", "on"})


def unnamed(reading: Reading, token: Token, noun: Noun) -> Meant | None:
    """One person without a name; a definite one goes back to the last of that kind."""
    i = token.i
    if noun.kind not in ("official", "person", "title") or token.tag in ("NNS", "NNPS"):
        return None
    if reading.phrases.role(i) in ("mod", "attr") or reading.tokens[token.head].lower == "as":
        return None
    determiner = reading.determiner(i)
    if determiner in _GENERIC or (determiner in ("the", "poss") and token.lemma in _RELATIONAL):
        return None
    start, end = reading.phrases.phrase(i)
    party = one_member(reading.phrases, i, reading.gazetteer)
    if determiner in _BACK:
        if party is not None and (named := by_party_and_state(reading, token)) is not None:
            return named
        earlier = None if _of_somebody(reading, i) else antecedent(reading, token)
        if earlier is not None and (party is None or _spoken_of(reading, token, earlier)):
            return Meant(start, end, (earlier,), "the same unnamed person")
        if not _described(reading, i) or noun.kind == "title":
            return None
    if noun.kind == "title" and determiner not in ("a", "an", "one", "another"):
        return None
    if determiner == "" and not _described(reading, i):
        return None
    long = complement_end(reading, i)
    draft = describe(reading, token, noun, start, end, long)
    return Meant(
        start,
        long,
        (reading.book.add(draft, "unnamed", i),),
        "unnamed source" if noun.kind == "official" else "unnamed person",
    )


def _of_somebody(reading: Reading, i: int) -> bool:
    """ "The mother of A" is no mother spoken of before, who may be B's."""
    for preposition in reading.text.kids(i, "prep"):
        inner = reading.text.kid(preposition.i, "pobj") if preposition.lower in ("of", "for") else None
        if inner is not None and any(draft.kind == "person" for draft in reading.drafts_at(inner.i)):
            return True
    return False


def _spoken_of(reading: Reading, token: Token, number: int) -> bool:
    """Whether "the Democrat", with nothing that would tell him apart, can be the one spoken of just before."""
    near = any(number in mention.entities for mention in reading.back(token.i, 2))
    return near and not _described(reading, token.i)


def antecedent(reading: Reading, token: Token) -> int | None:
    """The last person introduced under the same noun ("an official .. the official"), named or not."""
    wanted = token.lemma
    modifiers = {kid.lower for kid in reading.text.kids(token.i, "amod", "compound")}
    kinds = {
        kid.lower for kid in reading.text.kids(token.i, "compound")
        if kid.lower in reading.lexicon.nouns and not kid.ent
    }  # fmt: skip
    former, on = bool(modifiers & _FORMER), reading.text.published
    country = reading.country_of(token.i)
    region = region_of(reading, token, *reading.phrases.phrase(token.i))
    for mention in reversed(reading.mentions):
        if len(mention.entities) != 1:
            continue
        draft = reading.book[mention.entities[0]]
        if region is not None and not (region.words and region.words in draft.name.lower()):
            continue
        if not draft.person or (country and draft.country and draft.country != country):
            continue
        if draft.head == wanted and (not modifiers or modifiers & set(draft.name.lower().split())):
            return mention.entities[0]
        if (
            former
            and draft.actor_id
            and wanted in (reading.who.role(draft.actor_id, on) or "").lower().split()
        ):
            continue
        if draft.kind == "person" and wanted in draft.titles and kinds <= draft.epithets:
            return mention.entities[0]
    return None


def describe(reading: Reading, token: Token, noun: Noun, start: int, end: int, long: int) -> Draft:
    """The draft of an unnamed source: description, country, sector and how far it stands from its government."""
    name = reading.bare(start, end)
    sector = reading.who.sector(token.lemma)
    words = {t.lower for t in reading.tokens[start : max(long, end)]}
    country = reading.country_of(token.i)
    if country is None and "administration" in words:
        country = reading.home
    party = one_member(reading.phrases, token.i, reading.gazetteer)
    country = party.country if party is not None else country
    gender = noun.gender or ("m" if "male" in words else "f" if "female" in words else None)
    steps = 2 if words & SECOND_HAND and noun.kind == "person" else None
    if noun.kind == "official" or noun.kind == "title":
        steps = 2 if words & SECOND_HAND or (token.lemma == "source" and country is None) else 1
    return Draft(
        name=name, kind="anonymous", country=country, anonymous=True, sector=sector[0] if sector else None,
        description=reading.bare(start, long), steps=steps, gender=gender, head=token.lemma,
        titles={token.lemma}, plural=token.tag in ("NNS", "NNPS"),
    )  # fmt: skip


def complement_end(reading: Reading, i: int) -> int:
    """Where a description ends with "for the ministry", "close to the talks", "familiar with the matter"."""
    end = i + 1
    for kid in reading.text.kids(i, "prep", "amod", "acl"):
        if kid.i != end:
            continue
        if kid.dep == "prep" and kid.lower not in _BELONGS:
            break
        if kid.dep == "acl" and kid.lower not in SECOND_HAND:
            break
        stop = reading.text.edges(kid.i)[1]
        clause = next(
            (t.i for t in reading.tokens[kid.i : stop] if t.dep in ("relcl", "advcl") or t.text == ","), stop
        )
        end = max(end, min(stop, clause))
    return end


def _described(reading: Reading, i: int) -> bool:
    return reading.text.kid(i, "amod", "compound", "nmod", "poss", "prep", "acl", "relcl") is not None
