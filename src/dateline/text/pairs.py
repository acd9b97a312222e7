""" "The two leaders", "both sides", "the two" -> the last two persons or states spoken of together, else nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable

from dateline.syntax import Token
from dateline.text.reading import Meant, Reading

_STATES = frozenset({
    "country", "nation", "side", "party", "government", "power", "superpower", "super-power", "state", "neighbor",
    "neighbour", "ally", "rival", "capital", "adversary", "economy", "camp", "delegation", "team", "partner",
})  # fmt: skip
_HEADS = frozenset({"leader", "president", "premier", "chancellor", "statesman"})
_PLACE = frozenset({"in", "at", "near", "over", "inside", "outside", "across", "into", "around"})
_WINDOW = 6


def pair(reading: Reading, token: Token) -> Meant | None:
    """Two actors meant together by a numeral or "both"."""
    found = counted(reading, token)
    if found is None:
        return None
    start, end, noun = found
    if noun in _STATES:
        members = _states(reading, token)
        if members is None and noun in ("side", "party", "rival", "ally", "partner", "camp", "team"):
            members = _any(reading, token)
    elif noun:
        members = _persons(reading, token, noun)
    else:
        members = _any(reading, token)
    if members is None:
        return None
    return Meant(start, end, members, "two together")


def counted(reading: Reading, token: Token) -> tuple[int, int, str] | None:
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
    """Two persons spoken of together; among more, those of the rank that the noun names."""
    gender = {"man": "m", "woman": "f"}.get(noun)

    def ranked(number: int) -> bool:
        draft = reading.book[number]
        if draft.kind != "person" or draft.plural or (gender and draft.gender and draft.gender != gender):
            return False
        if noun in _HEADS:
            held = reading.held(number)
            return bool(held & {"head_of_state", "head_of_government"}) or any(
                (n := reading.lexicon.noun(t)) is not None and n.rank == "head" for t in draft.titles
            )
        role = (reading.who.role(draft.actor_id, reading.text.published) or "") if draft.actor_id else ""
        return not noun or gender is not None or noun in draft.titles or noun in role.lower().split()

    def persons(number: int) -> tuple[Hashable, ...]:
        return (number,) if ranked(number) else ()

    found = _two(reading, token, persons)
    return tuple(n for n in found if isinstance(n, int)) if found else None


def _any(reading: Reading, token: Token) -> tuple[int, ...] | None:
    """Two persons, states or parties, whichever were last spoken of together."""

    def either(number: int) -> tuple[Hashable, ...]:
        return (number,) if reading.book[number].kind in ("person", "state", "organisation") else ()

    found = _two(reading, token, either)
    members = tuple(n for n in found or () if isinstance(n, int))
    return members if len({reading.book[n].kind for n in members}) == 1 else None


def _states(reading: Reading, token: Token) -> tuple[int, ...] | None:
    """Two states spoken of together, by themselves or through their leaders and bodies."""

    def countries(number: int) -> tuple[Hashable, ...]:
        draft = reading.book[number]
        return (
            (draft.country,) if draft.country and draft.kind in ("state", "person", "government_body") else ()
        )

    found = _two(reading, token, countries)
    actors = [actor for code in found or () if (actor := reading.who.country(str(code))) is not None]
    return tuple(sorted(reading.book.actor(actor) for actor in actors)) if len(actors) == 2 else None


def _two(
    reading: Reading, token: Token, values: Callable[[int], tuple[Hashable, ...]]
) -> tuple[Hashable, ...] | None:
    """The two of the last pair joined by grammar nearby, else of an earlier "the two", else the two most named."""
    by_sentence: dict[int, list[Hashable]] = {}
    joined: dict[int, tuple[Hashable, ...]] = {}
    earlier: tuple[Hashable, ...] | None = None
    counts: Counter[Hashable] = Counter()
    for mention in reversed(reading.mentions):
        near = token.sent - mention.sent <= _WINDOW
        found = tuple(dict.fromkeys(v for number in mention.entities for v in values(number)))
        place = mention.role == "pobj" and reading.tokens[reading.tokens[mention.head].head].lower in _PLACE
        if len(found) == 2 and len(mention.entities) == 2:
            if near:
                joined.setdefault(mention.sent, found)
            earlier = earlier or found
        for value in found:
            counts[value] += 1
            if near and not place and mention.role != "mod":
                here = by_sentence.setdefault(mention.sent, [])
                if value not in here:
                    here.append(value)
    for sent in sorted(by_sentence, reverse=True):
        if sent in joined:
            return joined[sent]
        if (
            len(by_sentence[sent]) == 2
            and token.sent - sent <= 2
            and (earlier is None or set(earlier) == set(by_sentence[sent]))
        ):
            return tuple(by_sentence[sent])
    if earlier is not None:
        return earlier
    for sent in sorted(by_sentence, reverse=True):
        if len(by_sentence[sent]) == 2:
            return tuple(by_sentence[sent])
    top = counts.most_common(3)
    if len(top) == 2 or (len(top) == 3 and top[1][1] > top[2][1]):
        return (top[0][0], top[1][0])
    return None
