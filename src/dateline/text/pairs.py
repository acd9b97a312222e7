""" "The two leaders", "both sides", "the two" -> the last two persons or states spoken of together, else nothing."""

from __future__ import annotations

from collections import Counter

from dateline.syntax import Token
from dateline.text.reading import Meant, Reading

_STATES = frozenset({
    "country", "nation", "side", "party", "government", "power", "superpower", "super-power", "state", "neighbor",
    "neighbour", "ally", "rival", "capital", "adversary", "economy", "camp", "delegation", "team", "partner",
})  # fmt: skip
_HEADS = frozenset({"leader", "president", "premier", "chancellor", "statesman"})
_WINDOW = 6


def pair(reading: Reading, token: Token) -> Meant | None:
    """Two actors meant together by a numeral or "both", as a group with two members."""
    counted = _counted(reading, token)
    if counted is None:
        return None
    start, end, noun = counted
    if noun in _STATES:
        members = _states(reading, token)
        if members is None and noun in ("side", "party", "rival", "ally", "partner", "camp", "team"):
            members = _persons(reading, token, "")
    else:
        members = _persons(reading, token, noun)
        if members is None and not noun:
            members = _states(reading, token)
    if members is None:
        return None
    return Meant(start, end, members, "two together")


def _counted(reading: Reading, token: Token) -> tuple[int, int, str] | None:
    """Edges and head noun ("" without one) of "the two leaders", "both sides", "the two", "both"."""
    text, tokens = reading.text, reading.tokens
    start, end = reading.phrases.phrase(token.i)
    if token.tag == "NNS":
        words = {t.lower for t in tokens[start:end]}
        if not ("both" in words or ("two" in words and words & {"the", "these", "those", "their"})):
            return None
        if text.kid(token.i, "amod", "compound") is not None and not words & {"both", "respective", "world"}:
            return None
        noun = reading.lexicon.noun(token.lemma)
        if token.lemma not in _STATES and (noun is None or noun.kind not in ("title", "official", "person")):
            return None
        return start, end, token.lemma
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"):
        return None
    if text.kid(token.i, "prep") is not None and text.kid(token.i, "prep").lower == "of":  # type: ignore[union-attr]
        return None
    if token.lower == "both" and token.pos in ("DET", "PRON") and text.kid(token.i, "cc", "preconj") is None:
        return start, end, ""
    if token.lower in ("two", "pair", "duo") and reading.determiner(token.i) == "the":
        return start, end, "" if token.lower == "two" else "man"
    return None


def _persons(reading: Reading, token: Token, noun: str) -> tuple[int, ...] | None:
    """The last two persons of one sentence; among more, those of the rank that the noun names."""
    gender = {"man": "m", "woman": "f"}.get(noun)

    def fits(number: int) -> bool:
        draft = reading.book[number]
        if draft.kind != "person" or draft.plural:
            return False
        return not (gender and draft.gender and draft.gender != gender)

    def ranked(number: int) -> bool:
        draft = reading.book[number]
        if noun in _HEADS:
            held = reading.offices.get(number, set())
            return bool(held & {"head_of_state", "head_of_government"}) or any(
                (n := reading.lexicon.noun(t)) is not None and n.rank == "head" for t in draft.titles
            )
        return not noun or gender is not None or noun in draft.titles

    return _two(reading, token, fits, ranked)


def _states(reading: Reading, token: Token) -> tuple[int, ...] | None:
    def fits(number: int) -> bool:
        return reading.book[number].kind == "state"

    direct = _two(reading, token, fits, fits)
    if direct is not None:
        return direct
    countries: list[str] = []
    for mention in reading.back(token.i, _WINDOW):
        for number in mention.entities:
            draft = reading.book[number]
            if (
                draft.country
                and draft.country not in countries
                and draft.kind in ("state", "person", "government_body")
            ):
                countries.append(draft.country)
    actors = [actor for code in countries if (actor := reading.who.country(code)) is not None]
    if len(actors) == len(countries) == 2:
        return tuple(sorted(reading.book.actor(actor) for actor in actors))
    return None


def _two(reading: Reading, token: Token, fits, ranked) -> tuple[int, ...] | None:  # type: ignore[no-untyped-def]
    """Nearest sentence with two that fit; then the two of the window; then the two most named of that rank."""
    by_sentence: dict[int, list[int]] = {}
    counts: Counter[int] = Counter()
    for mention in reversed(reading.mentions):
        if mention.head >= token.i:
            continue
        for number in mention.entities:
            if fits(number):
                counts[number] += 1
                if token.sent - mention.sent <= _WINDOW:
                    here = by_sentence.setdefault(mention.sent, [])
                    if number not in here:
                        here.append(number)
    for sent in sorted(by_sentence, reverse=True):
        here = by_sentence[sent]
        top = [n for n in here if ranked(n)]
        if len(top) == 2:
            return tuple(sorted(top))
        if len(here) == 2 and not top:
            return tuple(sorted(here))
    chosen = [n for n, _ in counts.most_common() if ranked(n)]
    if len(chosen) == 2 or (len(chosen) > 2 and counts[chosen[1]] > counts[chosen[2]]):
        return tuple(sorted(chosen[:2]))
    return None
