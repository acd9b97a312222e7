"""Words for members of a party -> whether the party is meant, some of its members, or one of them, and which one.

"Democrats" is the party; "those Democrats", "Democrats who oppose the bill" are some of them; "a Democrat", "the Ohio
Republican" is one person: the one of whom the article told party and state, else the one lawmaker spoken of just before.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.records import Actor
from dateline.syntax import Name, Token
from dateline.text.book import Draft
from dateline.text.gazetteer import Gazetteer
from dateline.text.phrases import COUNTING, MEASURE, Phrases
from dateline.text.reading import Meant, Reading
from dateline.where.gazetteer import Gazetteer as Places

PARTY = ("party", "PTY")
_WHOLE = frozenset({"all", "both", "most", "not"})
_PICKED = frozenset({"those", "these", "certain"})
_ROUND = frozenset(
    {"dozen", "hundred", "half", "couple", "a", "than", "least", "about", "nearly", "almost", "fellow"}
)
_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
_SEATS = frozenset({"other:senator", "other:representative"})
_SITTING = frozenset({
    "senator", "sen", "representative", "rep", "congressman", "congresswoman", "lawmaker", "governor", "gov",
})  # fmt: skip
# After a name: ", R-Ohio," / "(D-N.Y.)" / "(D) of Ohio"
_BRACKET = re.compile(r"\(([A-Z])\)")
_AFTER = re.compile(r"(?:’s|'s)?\s*[,(]\s*([A-Z])\s?[-–—]\s?([A-Z][A-Za-z. ]*?[A-Za-z]\.?)\s*(?=[,);]|$)")
_STATE = r"([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,2}?)"
_APPOSED = re.compile(
    rf",\s(?:an?\s|the\s)?(?:[a-z-]+\s)?{_STATE}\s([A-Z][a-z]+)(?=,|\s(?:who|and|on|in)\b|$)"
)
_SEAT = re.compile(rf"(?:of|from)\s{_STATE}(?=[^\w\s]|\s[a-z]|$)")
_WITHIN = 9


def one_member(phrases: Phrases, head: int, gazetteer: Gazetteer) -> Actor | None:
    """The party of one person called by its singular: "a Democrat"; None where the word modifies or names the party itself."""
    token = phrases.tokens[head]
    if token.tag not in ("NN", "NNP") or token.dep in _MODIFYING:
        return None
    known, several = gazetteer.find(token.text), gazetteer.find(f"{token.text}s")
    if known is None or several is None or known.actor.id != several.actor.id:
        return None
    return known.actor if gazetteer.who.sector_of(known.actor.id) == PARTY else None


def home_of_member(phrases: Phrases, head: int, state: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a name of a state is that of a region of another: "the Georgia Republican" is of no party abroad."""
    token = phrases.tokens[head]
    party = _party(phrases.tokens[token.head].text, gazetteer) if token.dep in _MODIFYING else None
    if party is None or party.country == state:
        return False
    return any(place.country == party.country for place in gazetteer.where.candidates(token.text))


def some_members(phrases: Phrases, head: int) -> bool:
    """Whether a plural means some of those it names: "two Labourites", "those Greens", "Tories who object"."""
    token = phrases.tokens[head]
    if token.tag not in ("NNPS", "NNS"):
        return False
    above = phrases.tokens[token.head]
    if token.dep == "pobj" and above.lower == "of" and phrases.tokens[above.head].lemma in MEASURE:
        return True
    kids = [phrases.tokens[kid] for kid in phrases.text.children[head]]
    wanted = (COUNTING - _WHOLE) | _PICKED
    counted = any(
        kid.i < head and (kid.dep == "nummod" or (kid.lower in wanted and kid.dep != "conj")) for kid in kids
    )
    return counted or restricted(phrases, head) is not None


def restricted(phrases: Phrases, head: int) -> Token | None:
    """The clause that picks some out of those it follows, without a comma; a cleft ("it was they who ..") picks nobody."""
    token = phrases.tokens[head]
    if token.dep == "attr":
        return None
    for kid in phrases.text.kids(head, "relcl", "acl"):
        low = phrases.text.edges(kid.i)[0]
        if low == head + 1 and phrases.tokens[low].text not in (",", "-", "--", "—", "–", "("):
            return kid
    return None


def members(phrases: Phrases, party: Actor, head: int) -> Draft:
    """Some members of a party, who are not the party."""
    start, end = phrases.phrase(head)
    while start < head and (
        phrases.tokens[start].pos in ("DET", "NUM", "PRON", "PUNCT")
        or phrases.tokens[start].lower in COUNTING | _ROUND
    ):
        start += 1
    clause = restricted(phrases, head)
    long = phrases.text.edges(clause.i)[1] if clause is not None else end
    return Draft(
        name=phrases.words(start, end), kind="group", country=party.country, sector=PARTY[0], plural=True,
        description=phrases.words(start, long if long - end <= _WITHIN else end),
    )  # fmt: skip


def affiliation(phrases: Phrases, name: Name, title: int, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Party letter and state told beside a person's name, whose title begins at `title`.

    "Ann Roe (D-Ohio)", "Ann Roe, Ohio Democrat,", "Ohio Democrat Ann Roe", "Democratic Sen. Ann Roe of Ohio".
    """
    last = len(phrases.tokens)
    after = phrases.words(name.end, min(name.end + _WITHIN, last)) if name.end < last else ""
    found = _AFTER.match(after)
    if found is not None:
        return _told(found[1], found[2], gazetteer)
    if (found := _APPOSED.match(after)) is not None:
        party = _party(found[2], gazetteer)
        return _told(party.name, found[1], gazetteer) if party else None
    if (bracket := _BRACKET.match(after)) is not None:
        seat = _SEAT.match(after[bracket.end() :].lstrip())
        words = phrases.words(title, name.start).split(" ") if title < name.start else []
        before = (region(" ".join(words[:n]), gazetteer) for n in (2, 1) if len(words) > n)
        state = region(seat[1], gazetteer) if seat else next((state for state in before if state), None)
        return (bracket[1], state) if state else None
    floor = max(phrases.text.sentence_of(name.start).start, title - 1)
    for at in range(name.start - 1, floor - 1, -1):
        party = _party(phrases.tokens[at].text, gazetteer)
        if party is not None:
            seat = _SEAT.match(after)
            return _told(party.name, seat[1], gazetteer) if seat else stated(phrases, at, gazetteer)
    return None


def _party(word: str, gazetteer: Gazetteer) -> Actor | None:
    known = gazetteer.find(word) if word[0].isupper() else None
    return known.actor if known and gazetteer.who.sector_of(known.actor.id) == PARTY else None


def _told(party: str, words: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    state = region(words, gazetteer)
    return (party[0], state) if state else None


def stated(phrases: Phrases, head: int, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Party letter and state of a member's word with the state before it: "the New York Democrat"."""
    low = max(phrases.text.sentence_of(head).start, head - 3)
    for start in range(low, head):
        if phrases.tokens[start].text[0].isupper() and phrases.tokens[start].pos == "PROPN":
            state = region(phrases.words(start, head), gazetteer)
            if state:
                return phrases.tokens[head].text[0], state
    return None


def region(words: str, gazetteer: Gazetteer) -> str | None:
    """One name for a state, however it is written ("Ohio", "Calif.", "CA"); None for what is no place."""
    if len(words) == 2 and words.isupper():
        return _postal().get(words)
    places = gazetteer.where.candidates(words)
    return places[0].name.removesuffix(" state") if places else None


@cache
def _postal() -> dict[str, str]:
    """Postal code -> the state of the USA."""
    return {code: name for name, code in Places(()).us_states.items()}


def by_party_and_state(reading: Reading, token: Token) -> Meant | None:
    """ "The Ohio Republican": the one person whose party and state the article told so, else the one lawmaker spoken of last."""
    told = stated(reading.phrases, token.i, reading.gazetteer)
    fitting = [n for n, draft in enumerate(reading.book.drafts) if told and told in draft.affiliations]
    if told and not fitting:
        fitting = _lawmakers_near(reading, token, told)
    if len(fitting) != 1:
        return None
    return Meant(*reading.phrases.phrase(token.i), tuple(fitting), "party and state")


def _lawmakers_near(reading: Reading, token: Token, told: tuple[str, str]) -> list[int]:
    """Those of the last two sentences who sit in a parliament and of whom no other party or state was told."""
    party = reading.gazetteer.find(token.text)
    found: list[int] = []
    for mention in reading.back(token.i, 2):
        for number in mention.entities:
            draft = reading.book[number]
            if draft.kind != "person" or number in found or mention.kind != "name":
                continue
            terms = reading.who.terms(draft.actor_id) if draft.actor_id else ()
            on = reading.text.published
            sits = any(term.office in _SEATS and term.held(on) for term in terms) or bool(
                draft.titles & _SITTING
            )
            other = any(letter != told[0] or state != told[1] for letter, state in draft.affiliations)
            abroad = party is not None and draft.country not in (None, party.actor.country)
            if sits and not other and not abroad:
                found.append(number)
    return found
