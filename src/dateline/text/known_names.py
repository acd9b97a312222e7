"""A bare Text -> the longest names of the reference tables in it: states, demonyms, bodies, outlets, seats of power."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.syntax import Text, Token
from dateline.text.gazetteer import Gazetteer, Known
from dateline.text.lexicon import Lexicon

INNER = frozenset({"of", "the", "and", "for", "on", "in", "to", "&", "-", "de", "’s", "'s"})
OPENERS = frozenset({"PROPN", "ADJ", "NOUN", "X", "NUM"})
ACRONYM = re.compile(r"[A-Z][A-Z.&-]+$")
_LONGEST = 7
_PARTS_OF_AMERICA = frozenset({"central", "south", "latin", "north", "meso", "middle"})
GROUNDS = frozenset({
    "County", "Counties", "Township", "Parish", "Borough", "Street", "Avenue", "Road", "Boulevard", "Lane", "Creek", "Hill",
    "Hills", "Valley", "Lake", "Quarter", "Village", "Springs", "Heights", "Beach", "Square", "War",
})  # fmt: skip


def known_names(text: Text, gazetteer: Gazetteer, lexicon: Lexicon) -> dict[int, tuple[int, Known]]:
    """Longest names of the reference tables, left to right: first token -> (end, what it is)."""
    tokens, found, i = text.tokens, {}, 0
    persons = {
        i for name in text.names if name.label == "PERSON" and name.end - name.start > 1
        for i in range(name.start, name.end) if tokens[i].pos == "PROPN"
    }  # fmt: skip
    while i < len(tokens):
        match = None
        opens = tokens[i].pos in OPENERS or (tokens[i].ent and tokens[i].lower != "the")
        if tokens[i].text[0].isupper() and opens:
            for end in _window_ends(text, i, i in persons, lexicon):
                words = text.text[tokens[i].start : tokens[end - 1].end]
                if not words.isascii():
                    words = " ".join(words.split())
                known = gazetteer.find(words)
                if known and (part_of_a_name(text, i, end) or _newer(text, i, end, gazetteer)):
                    continue
                if known and (end - i > 1 or _fits(text, i, known, lexicon)):
                    match = (end, known)
                    break
        if match:
            found[i] = match
            i = match[0]
        else:
            i += 1
    return _plausible(text, found, gazetteer)


def part_of_a_name(text: Text, start: int, end: int) -> bool:
    """Whether a state's name or demonym only stands in that of something else: "Central American", "Dane County", "Iraq War"."""
    if end - start != 1:
        return False
    after = text.tokens[end] if end < len(text.tokens) else None
    grounds = after is not None and after.text in GROUNDS and after.sent == text.tokens[start].sent
    return grounds or part_of_america(text, start)


def _newer(text: Text, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a longer name opens with the last word of a region's: "New | Jersey's Supreme Court"."""
    before = text.tokens[start - 1] if start else None
    if before is None or before.text != "New" or end - start < 2:
        return False
    return gazetteer.country(f"New {text.tokens[start].text}") is not None


def part_of_america(text: Text, i: int) -> bool:
    """Whether a word is that of "Central American", "Latin-American": of many states, and no name of the United States."""
    before = text.tokens[i - 1].lower if i else ""
    if before == "-" and i > 1:
        before = text.tokens[i - 2].lower
    return text.tokens[i].text.startswith("America") and before in _PARTS_OF_AMERICA


def _plausible(
    text: Text, found: dict[int, tuple[int, Known]], gazetteer: Gazetteer
) -> dict[int, tuple[int, Known]]:
    """Leave out short names of bodies whose country the article never names; an outlet may stand in for them."""
    outlet = gazetteer.find(text.outlet) if text.outlet else None
    countries = {
        known.actor.country for _, known in found.values() if known.actor.kind == "state" and known.kind != "body"
    }  # fmt: skip
    countries |= {outlet.actor.country} if outlet else set()
    kept = {}
    for start, (end, known) in found.items():
        country, short = (
            known.actor.country,
            end - start == 1 or (end - start == 2 and text.tokens[start].lower == "the"),
        )
        if known.actor.kind in ("state", "media") or not short or country is None or country in countries:
            kept[start] = (end, known)
            continue
        words = text.text[text.tokens[start].start : text.tokens[end - 1].end]
        actor = gazetteer.who.outlet(words)
        if actor is not None:
            kept[start] = (end, Known("outlet", "ORG", actor))
        elif known.kind == "seat":
            kept[start] = (end, known)
    return kept


def _window_ends(text: Text, start: int, person: bool, lexicon: Lexicon) -> Iterable[int]:
    """Where a name that starts here may end, farthest first; "administration" alone follows a person's name."""
    tokens, last = text.tokens, text.sentence_of(start).end
    ends = [start + 1]
    first = tokens[start]
    polite = lexicon.honorifics.get(first.text, "rank") != "rank" or (
        first.text.endswith(".") and not first.ent
    )
    ruled = start + 1 < last and tokens[start + 1].lower == "administration"
    if polite or (person and not ruled and tokens[start - 1].ent == "PERSON"):
        return ends
    for end in range(start + 2, min(start + _LONGEST, last) + 1):
        word = tokens[end - 1].text
        if word[0].isupper() or word.isdigit() or word == "administration":
            ends.append(end)
        elif word.lower() not in INNER:
            break
    return reversed(ends)


def _fits(text: Text, i: int, known: Known, lexicon: Lexicon) -> bool:
    """Whether a single word may be the name it looks like, by its tag and its neighbours."""
    token = text.tokens[i]
    if known.kind == "state" and common_plural(token, lexicon):
        return False
    if token.ent == "PERSON" and known.kind != "demonym" and _inside_person(text, i):
        return False
    if known.kind == "demonym":
        return token.pos in ("ADJ", "PROPN", "NOUN")
    if token.pos not in ("PROPN", "NOUN", "X") and token.ent not in ("GPE", "ORG"):
        return False
    if known.kind in ("state", "seat") or ACRONYM.match(token.text):
        return token.ent != "DATE"
    beside = [text.tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(text.tokens)]
    joined = any(
        word.pos == "PROPN" and word.text[0].isupper() and word.head in (i, token.head) for word in beside
    )
    if joined and not any(word.ent in ("GPE", "NORP") for word in beside):
        return False
    if known.kind == "outlet":
        return (
            token.ent in ("ORG", "WORK_OF_ART")
            or beside[0].lower == "the"
            or (token.dep == "nsubj" and lexicon.speech(text.tokens[token.head].lemma))
        )
    return True


def common_plural(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital only opens the sentence: "States must act" names no state."""
    return token.tag == "NNS" and lexicon.noun(token.lemma.lower()) is not None


def _inside_person(text: Text, i: int) -> bool:
    return any(
        name.start <= i < name.end and name.end - name.start > 1
        for name in text.names
        if name.label == "PERSON"
    )
