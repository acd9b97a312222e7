"""A plural and the names after it -> whether they say who the group is: "two senators, Ann Roe and Carl Doe,".

Parsers hang such names anywhere. Where a numeral counts exactly the persons between two commas, dashes or a colon, the
words alone tell; without one the parser must have made the first an apposition.
"""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.reading import Reading

_SET_OFF = frozenset({",", "-", "--", "—", "–", ":"})
_DASHES = frozenset({"-", "--", "—", "–"})
_CLOSING = frozenset({",", ")", ".", ";"})
_BETWEEN = frozenset({",", ";", "and", "&", "(", ")", "-", "of", "'s", "’s", "."})
_NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
}
_LONGEST = 40
_FURTHER = 9


def listed(reading: Reading, token: Token) -> tuple[int, ...]:
    """Entity numbers of two or more persons that a plural is said to be; () where any is unknown."""
    wanted = next(
        (n for kid in reading.text.kids(token.i) if kid.i < token.i and (n := _NUMBERS.get(kid.lower))), 0
    )
    found = _apposed(reading, token)
    if found and wanted in (0, len(found)):
        return found
    return _counted(reading, token, wanted) if wanted else ()


def _apposed(reading: Reading, token: Token) -> tuple[int, ...]:
    first = reading.text.kid(token.i, "appos")
    if first is None or first.i < token.i:
        return ()
    low = reading.text.edges(first.i)[0]
    after, before = reading.tokens[token.i + 1], reading.tokens[low - 1]
    if before.text not in _SET_OFF and after.ent != "PERSON":
        return ()
    named = [first, *(kid for kid in reading.text.conjuncts(first.i) if kid.i != first.i)]
    found = [reading.named.get(one.i) for one in named if one.ent == "PERSON"]
    entities = tuple(dict.fromkeys(n for meant in found if meant is not None for n in meant.entities))
    whole = all(meant is not None for meant in found) and all(reading.book[n].person for n in entities)
    return entities if whole and len(entities) > 1 else ()


def _counted(reading: Reading, token: Token, wanted: int) -> tuple[int, ...]:
    """The persons named between the marks after a counted plural, where they are as many as it counts."""
    opens = _opens(reading, token)
    if opens is None:
        return ()
    tokens, last = reading.tokens, reading.text.sentence_of(token.i).end
    found: list[int] = []
    i = opens + 1
    while i < min(last, opens + _LONGEST):
        word = tokens[i]
        if word.text in _DASHES and word.text == tokens[opens].text:
            break
        meant = reading.named.get(i)
        if meant is not None and word.ent == "PERSON":
            found.extend(n for n in meant.entities if reading.book[n].person and n not in found)
        elif not _within(reading, word):
            break
        i += 1
    closed = i == last or tokens[i].text in _SET_OFF or tokens[i - 1].text in _CLOSING
    return tuple(found) if closed and len(found) == wanted else ()


def _within(reading: Reading, word: Token) -> bool:
    """Whether a word can stand inside a list of persons: their names, titles, parties and states."""
    if word.text in _BETWEEN or word.ent in ("PERSON", "GPE", "NORP", "ORG") or word.i in reading.in_title:
        return True
    return word.pos == "PROPN" or (word.text[0].isupper() and word.pos in ("ADJ", "NOUN", "X"))


def _opens(reading: Reading, token: Token) -> int | None:
    """The mark after a group and what belongs to it: "two senators from the south --"."""
    tokens, last = reading.tokens, reading.text.sentence_of(token.i).end
    edge = token.i + 1
    if edge < last and tokens[edge].pos == "ADP" and tokens[edge].head == token.i:
        while edge < min(last, token.i + _FURTHER) and tokens[edge].text not in _SET_OFF:
            if tokens[edge].pos in ("VERB", "AUX"):
                return None
            edge += 1
    return edge if edge < last and tokens[edge].text in _SET_OFF else None
