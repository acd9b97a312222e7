"""Plural and collective people -> one entity a group, with country and sector; "a swarm of officials" is the officials."""

from __future__ import annotations

from dateline.records import Actor
from dateline.syntax import Token
from dateline.text.book import Draft
from dateline.text.lexicon import Noun
from dateline.text.lists import listed
from dateline.text.phrases import COUNTING, MEASURE
from dateline.text.reading import Meant, Reading
from dateline.text.unnamed import SECOND_HAND, complement_end

_ACTING = frozenset({"subj", "agent", "obj", "poss"})
_GENERIC = frozenset({"no", "any", "every", "each", "what", "which", "neither", "either"})


def group(reading: Reading, token: Token, noun: Noun | None) -> Meant | None:
    """A group of people by its head noun, or None when the noun is no such thing."""
    i = token.i
    part = measured(reading, token)
    if part is not None:
        return part
    plural = token.tag in ("NNS", "NNPS")
    collective = noun is not None and noun.kind == "collective"
    people = noun is not None and noun.kind in ("title", "official", "person")
    bodies = plural and noun is not None and noun.kind == "body" and reading.phrases.role(i) in _ACTING
    if noun is None:
        return _others(reading, token)
    if noun.kind == "document":
        return None
    if not (collective and not _abstract(reading, token)) and not plural:
        return None
    sector = reading.who.sector(reading.phrases.words(*reading.phrases.phrase(i)))
    if not collective and not bodies and not (plural and people):
        return None
    if reading.determiner(i) in _GENERIC or reading.phrases.role(i) == "mod":
        return None
    start, end = reading.phrases.phrase(i)
    members = listed(reading, token) if plural and people else ()
    if members:
        return Meant(start, end, members, "apposition")
    if reading.determiner(i) in ("the", "these", "those", "this", "that"):
        earlier = _antecedent(reading, token)
        if earlier is not None:
            return Meant(start, end, (earlier,), "the same group")
    country = reading.country_of(i)
    name = reading.bare(_uncounted(reading, start, i), end)
    long = complement_end(reading, i)
    told = {t.lower for t in reading.tokens[end:long]} & SECOND_HAND
    source = bool(told) or (noun is not None and noun.kind == "official")
    speaks = source and speaker_position(reading, i)
    kind = "anonymous" if speaks else sector[1] if sector and sector[1] != "anonymous" else "group"
    identity = Actor.make_id("group", name.lower(), country) if country and not speaks else None
    draft = Draft(
        name=name, kind=kind, actor_id=identity, country=country, anonymous=speaks,  # type: ignore[arg-type]
        sector=sector[0] if sector else None, description=reading.bare(start, long), head=token.lemma, plural=True,
        steps=(2 if told or token.lemma == "source" else 1) if speaks else None,
    )  # fmt: skip
    number = reading.book.add(draft, "group", name.lower(), country, speaks and i)
    return Meant(start, long if speaks else end, (number,), "unnamed sources" if speaks else "group")


def _others(reading: Reading, token: Token) -> Meant | None:
    """ "Others in the White House": whoever else is of a body or state, said by that."""
    if token.lower != "others" or reading.phrases.role(token.i) not in _ACTING:
        return None
    prep = reading.text.kid(token.i, "prep")
    inner = reading.text.kid(prep.i, "pobj") if prep is not None and prep.i == token.i + 1 else None
    if (
        inner is None
        or prep is None
        or prep.lower not in ("in", "at", "from", "within")
        or inner.ent not in ("ORG", "NORP")
    ):
        return None
    name = reading.bare(token.i, inner.i + 1)
    draft = Draft(
        name=name,
        kind="group",
        country=reading.country_of(token.i),
        description=name,
        head="other",
        plural=True,
    )
    return Meant(token.i, inner.i + 1, (reading.book.add(draft, "group", name.lower()),), "group")


def _abstract(reading: Reading, token: Token) -> bool:
    """ "Widespread opposition to the law" is no group, "the Syrian opposition" is."""
    if token.lemma not in ("opposition", "resistance", "leadership", "press", "public", "security"):
        return False
    if any(kid.lower in ("to", "from", "on") for kid in reading.text.kids(token.i, "prep")):
        return True
    return (
        reading.determiner(token.i) not in ("the", "poss", "their", "this")
        and reading.country_of(token.i) is None
    )


def speaker_position(reading: Reading, i: int) -> bool:
    """Whether the phrase stands where a speaker stands: subject of a verb of saying, or after "according to"."""
    first = reading.tokens[reading.phrases.first_conjunct(i)]
    above = reading.tokens[first.head]
    if first.dep == "nsubj":
        return reading.lexicon.speech(above.lemma)
    if first.dep == "pobj":
        return (above.lower == "to" and reading.tokens[above.head].lower == "according") or (
            above.dep == "agent" and reading.lexicon.speech(reading.tokens[above.head].lemma)
        )
    return False


def measured(reading: Reading, token: Token) -> Meant | None:
    """ "A swarm of officials", "some of the rebels": those who are measured out."""
    if token.lemma not in MEASURE:
        return None
    preposition = next((kid for kid in reading.text.kids(token.i, "prep") if kid.lower == "of"), None)
    inner = reading.text.kid(preposition.i, "pobj") if preposition else None
    if inner is None:
        return None
    meant = reading.at(inner.i) or group(reading, inner, reading.lexicon.noun(inner.lemma))
    if meant is None or any(reading.book[n].kind == "state" for n in meant.entities):
        return None
    return Meant(reading.phrases.start(token.i), inner.i + 1, meant.entities, meant.rule)


def _uncounted(reading: Reading, start: int, head: int) -> int:
    """The first token after numerals, "more than", "some", "all" and the like."""
    number = [
        t.i for t in reading.tokens[start:head] if t.pos == "NUM" and t.dep == "nummod" and t.head == head
    ]
    start = number[-1] + 1 if number else start
    while start < head and (
        reading.tokens[start].pos in ("DET", "PUNCT", "CCONJ")
        or (
            reading.tokens[start].pos == "NUM"
            and "-" not in (reading.tokens[start + 1].text, reading.tokens[start - 1].text)
        )
        or reading.tokens[start].lower in COUNTING
    ):
        start += 1
    return start


def _antecedent(reading: Reading, token: Token) -> int | None:
    country = reading.country_of(token.i)
    for mention in reversed(reading.mentions):
        for number in mention.entities:
            draft = reading.book[number]
            same = draft.head == token.lemma and (draft.plural or draft.kind == "group")
            if same and (not country or not draft.country or draft.country == country):
                return number
    return None
