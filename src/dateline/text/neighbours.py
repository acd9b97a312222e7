"""Names of persons -> the same without words of a neighbour that a tagger swallowed: a description, a verb, a name again.

Who is called only so: "Organizer Ann Roe" is Ann Roe, "Roe Blasts" (of a headline) is Roe where the article names an Ann
Roe, "Roe Beat Roe" is no full name.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.syntax import Name, Text, Token
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.personal import SUFFIXES, plain, surname
from dateline.who.people import family_names

_MOCKING = ("ed", "y", "in'", "in’", "ing")  # endings of nicknames before a given name
_OPENING, _CLOSING = frozenset('“"'), frozenset('”"')
_PEOPLE = frozenset({"title", "official", "person"})


def unswallowed(text: Text, names: list[Name], gazetteer: Gazetteer, lexicon: Lexicon) -> list[Name]:
    """The names, those of persons cut where they hold more than a person's name."""
    tokens = text.tokens
    full = [n for n in names if n.label == "PERSON" and n.end - n.start > 1]
    parts = {tuple(_parts(tokens, name)) for name in full}
    alone = {tokens[n.start].text for n in names if n.label == "PERSON" and n.end - n.start == 1}
    cut: list[Name] = []
    for name in names:
        if name.label == "PERSON" and name.end - name.start > 1:
            name = _undescribed(tokens, name, lexicon)
            name = _once(tokens, name, parts)
            name = _after_a_nickname(text, name, parts, gazetteer, lexicon)
            if _more_than_a_surname(tokens, name, parts, alone, gazetteer, lexicon):
                name = name._replace(end=name.start + 1)
        cut.append(name)
    return cut


def nicknamed(text: Text, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names, those of persons that go on after a nickname in quotation marks: "Lewis “Scooter” Roe"."""
    tokens, found = text.tokens, list(names)
    starts = {name.start: name for name in names}
    for k, name in enumerate(names):
        at = name.end
        if name.label != "PERSON" or tokens[name.start].lower not in lexicon.given or at + 3 >= len(tokens):
            continue
        if tokens[at].text not in _OPENING or tokens[at + 2].text not in _CLOSING:
            continue
        last = tokens[at + 3]
        other = starts.get(last.i)
        inner = starts.get(at + 1)
        free = other is None or (other.label == "PERSON" and other.end == last.i + 1)
        if (
            free
            and tokens[at + 1].text[0].isupper()
            and last.pos == "PROPN"
            and last.sent == tokens[name.start].sent
        ):
            found[k] = name._replace(end=last.i + 1)
            found = [one for one in found if one not in (other, inner)]
            return nicknamed(text, found, lexicon)
    return found


def named_after_title(tokens: tuple[Token, ...], start: int, end: int, lexicon: Lexicon) -> Name | None:
    """The person at the end of what a tagger took for a body: "Secretary of State Ann Roe"."""
    for i in range(start + 1, end - 1):
        if tokens[i].lower not in lexicon.given or end - i > 4:
            continue
        before = tokens[i - 1]
        noun, last = lexicon.noun(before.lower), lexicon.noun(tokens[end - 1].lower)
        title = noun is not None and noun.kind in _PEOPLE
        of_state = before.text == "State" and tokens[i - 2].lower == "of"
        capital = all(token.text[0].isupper() for token in tokens[i:end])
        if (title or of_state) and capital and (last is None or last.kind != "body"):
            return Name(i, end, "PERSON")
    return None


def _parts(tokens: tuple[Token, ...], name: Name) -> list[str]:
    return [token.text for token in tokens[name.start : name.end] if token.text not in SUFFIXES]


def _undescribed(tokens: tuple[Token, ...], name: Name, lexicon: Lexicon) -> Name:
    """Without a description before the given name: "Organizer Ann Roe"."""
    first, given = tokens[name.start], tokens[name.start + 1]
    noun = lexicon.nouns.get(first.lower)
    described = noun is not None and noun.kind in _PEOPLE and first.lower not in lexicon.given
    if name.end - name.start > 2 and described and given.lower in lexicon.given:
        return name._replace(start=name.start + 1)
    return name


def _once(tokens: tuple[Token, ...], name: Name, full: set[tuple[str, ...]]) -> Name:
    """Up to where the first word comes again: "Ann Roe Ann Mary Roe"; of "Ann Beat Ann" only the first, if an Ann Roe is there."""
    first = tokens[name.start].text
    again = next((i for i in range(name.start + 1, name.end) if tokens[i].text == first), None)
    if again is None or not first[0].isalpha():
        return name
    words = _parts(tokens, name)
    called = any(first in (other[0], other[-1]) and words[1] not in other for other in full)
    return name._replace(end=name.start + 1 if again - name.start < 3 and called else again)


def _after_a_nickname(
    text: Text, name: Name, full: set[tuple[str, ...]], gazetteer: Gazetteer, lexicon: Lexicon
) -> Name:
    """Without words before a name that are none of it: "Embed Ann Roe", "Clerk Ann Roe", "Sleepy Ann", "Tough Guy Roe".

    Where the rest is a full name of the tables, or somebody's given name or surname in the article.
    """
    tokens = text.tokens
    words = _parts(tokens, name)
    first, last = words[0].lower(), words[-1]
    if len(words) < 2 or first in lexicon.given or "-" in words or plain(first) in family_names():
        return name
    for cut in range(1, len(words) - 1):
        rest = words[cut:]
        if rest[0].lower() not in lexicon.given:
            continue
        shouted = all(word.isupper() and len(word) > 2 for word in words[:cut]) and not last.isupper()
        whole = " ".join(words)
        named = gazetteer.who.person(" ".join(rest), text.published) and not gazetteer.who.person(whole)
        if named or (shouted and tuple(rest) in full):
            return name._replace(start=name.start + cut)
    others = [other for other in full if other != tuple(words) and len(other) > 1]
    if len(words) == 2 and last.lower() in lexicon.given:
        called = {other for other in others if other[0] == last and other[-1] != last}
        return name._replace(start=name.start + 1) if len(called) == 1 and first.endswith(_MOCKING) else name
    noun = lexicon.nouns.get(words[-2].lower())
    borne = any(other[-1] == last for other in others)
    if noun is not None and noun.kind == "person" and borne and gazetteer.who.person(" ".join(words)) is None:
        return name._replace(start=name.start + len(words) - 1)
    return name


def _more_than_a_surname(
    tokens: tuple[Token, ...], name: Name, full: Iterable[tuple[str, ...]], alone: set[str],
    gazetteer: Gazetteer, lexicon: Lexicon,
) -> bool:  # fmt: skip
    """Whether a name is a surname and words that are none: a full name of the article ends in its first word, none in its others."""
    words = _parts(tokens, name)
    first, last = words[0], surname(tokens, name)
    if len(words) < 2 or "-" in words or first.lower() in lexicon.given or last.lower() in lexicon.given:
        return False
    if plain(first).lower() in family_names() or last in alone:
        return False
    others = [other for other in full if other != tuple(words)]
    borne = any(other[-1] == first and len(other) > 1 and "-" not in other for other in others)
    told = any(last in (other[0], other[-1]) or other[-len(words) :] == tuple(words) for other in others)
    return borne and not told and gazetteer.who.person(" ".join(words)) is None
