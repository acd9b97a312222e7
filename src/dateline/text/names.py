"""A bare Text -> its names corrected: gazetteer over the tagger, persons cut clean, and a vote within the document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dateline.syntax import Name, Sentence, Text, Token
from dateline.text.gazetteer import Gazetteer, Known
from dateline.text.lexicon import Lexicon

_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_INNER = frozenset({"of", "the", "and", "for", "on", "in", "to", "&", "-", "de", "’s", "'s"})
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "la",
        "le",
        "-",
        "dos",
        "dela",
        "ben",
        "ul",
        "abu",
    }
)
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_OPENERS = frozenset({"PROPN", "ADJ", "NOUN", "X", "NUM"})
_LONGEST = 7
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]+$")


def correct(text: Text, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a text in order, never overlapping, without determiners, titles and possessive endings."""
    tokens = text.tokens
    shouted = [title_case(text, sentence) for sentence in text.sentences]
    found = _gazetteer_names(text, gazetteer, lexicon)
    spans: list[Name] = []
    for name in text.names:
        if name.label in _NUMERIC:
            spans.append(name)
        elif not shouted[tokens[name.start].sent] or _full_and_known(text, name, gazetteer):
            spans.extend(_cleaned(text, name, found, lexicon))
    taken = [False] * len(tokens)
    kept: list[Name] = []
    for name in sorted(spans, key=lambda n: (n.label in _NUMERIC, n.start - n.end)):
        if not any(taken[name.start : name.end]):
            kept.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    for start, (end, known) in found.items():
        if not any(taken[start:end]):
            kept.append(Name(start, end, known.label))
            taken[start:end] = [True] * (end - start)
    return tuple(sorted(_vote(text, kept, taken, shouted, gazetteer, lexicon)))


def title_case(text: Text, sentence: Sentence) -> bool:
    """Whether nearly every longer word of a sentence is capitalised, as in a headline or a line of credits."""
    tokens = text.tokens[sentence.start : sentence.end]
    words = [t for t in tokens if t.text[:1].isalpha() and len(t.text) > 3]
    if len(words) < 4 or tokens[-1].text in (".", "!", "”", '"'):
        return False
    capitals = [word for word in words if word.text[0].isupper()]
    return len(capitals) >= 0.8 * len(words) and any(
        word.pos in ("VERB", "NOUN", "ADP", "ADJ", "ADV") or word.text.isupper() for word in capitals
    )


def _full_and_known(text: Text, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a full name in a headline is one the tables of office holders have."""
    if name.label != "PERSON" or name.end - name.start < 2:
        return False
    words = text.text[text.tokens[name.start].start : text.tokens[name.end - 1].end]
    return gazetteer.who.person(words, text.published) is not None


def _gazetteer_names(text: Text, gazetteer: Gazetteer, lexicon: Lexicon) -> dict[int, tuple[int, Known]]:
    """Longest names of the reference tables, left to right: first token -> (end, what it is)."""
    tokens, found, i = text.tokens, {}, 0
    persons = {
        i for name in text.names if name.label == "PERSON" and name.end - name.start > 1
        for i in range(name.start, name.end) if tokens[i].pos == "PROPN"
    }  # fmt: skip
    while i < len(tokens):
        match = None
        opens = tokens[i].pos in _OPENERS or (tokens[i].ent and tokens[i].lower != "the")
        if tokens[i].text[0].isupper() and opens:
            for end in _window_ends(text, i, i in persons, lexicon):
                words = text.text[tokens[i].start : tokens[end - 1].end]
                if not words.isascii():
                    words = " ".join(words.split())
                known = gazetteer.find(words)
                if known and (end - i > 1 or _fits(text, i, known, lexicon)):
                    match = (end, known)
                    break
        if match:
            found[i] = match
            i = match[0]
        else:
            i += 1
    return _plausible(text, found, gazetteer)


def _plausible(
    text: Text, found: dict[int, tuple[int, Known]], gazetteer: Gazetteer
) -> dict[int, tuple[int, Known]]:
    """Leave out short names of bodies whose country the article never names; an outlet may stand in for them."""
    outlet = gazetteer.find(text.outlet) if text.outlet else None
    countries = {
        known.actor.country for _, known in found.values() if known.kind in ("state", "demonym", "seat")
    }
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
        elif word.lower() not in _INNER:
            break
    return reversed(ends)


def _fits(text: Text, i: int, known: Known, lexicon: Lexicon) -> bool:
    """Whether a single word may be the name it looks like, by its tag and its neighbours."""
    token = text.tokens[i]
    if token.ent == "PERSON" and known.kind != "demonym" and _inside_person(text, i):
        return False
    if known.kind == "demonym":
        return token.pos in ("ADJ", "PROPN", "NOUN")
    if token.pos not in ("PROPN", "NOUN", "X") and token.ent not in ("GPE", "ORG"):
        return False
    if known.kind in ("state", "seat") or _ACRONYM.match(token.text):
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


def _inside_person(text: Text, i: int) -> bool:
    return any(
        name.start <= i < name.end and name.end - name.start > 1
        for name in text.names
        if name.label == "PERSON"
    )


def _cleaned(text: Text, name: Name, found: dict[int, tuple[int, Known]], lexicon: Lexicon) -> list[Name]:
    """One name of the tagger as zero, one or several better ones."""
    tokens = text.tokens
    start, end = name.start, name.end
    while start < end and (
        tokens[start].pos in ("DET", "PUNCT") or tokens[start].lower in ("the", "a", "an")
    ):
        start += 1
    while start < end and (tokens[end - 1].tag == "POS" or tokens[end - 1].pos == "PUNCT"):
        end -= 1
    while start < end and tokens[end - 1].text in _INNER:
        end -= 1
    if start == end:
        return []
    inside = [(s, e, k) for s, (e, k) in found.items() if s < end and e > start]
    if any(s <= start and e >= end for s, e, _ in inside):
        return []
    if inside and sum(e - s for s, e, _ in inside) >= end - start:
        return []
    if name.label == "PERSON":
        prefix = [Name(s, e, k.label) for s, e, k in inside if s == start and e < end]
        cut = _person(
            tokens,
            prefix[0].end if prefix and _splits(tokens, prefix[0], inside, lexicon) else start,
            end,
            lexicon,
        )
        if cut is None:
            return []
        return [p for p in prefix if p.end <= cut.start] + [cut]
    if name.label in ("GPE", "NORP", "LOC") and any(known.kind == "demonym" for _, _, known in inside):
        return []
    if not any(token.text[0].isupper() or token.text[0].isdigit() for token in tokens[start:end]):
        return []
    noun = lexicon.noun(tokens[start].lower)
    if end - start == 1 and (
        tokens[start].text in lexicon.honorifics or (noun and noun.kind in ("body", "document"))
    ):
        return []
    before = tokens[start - 1]
    given = start > 0 and not before.ent and before.text[0].isupper() and before.lower in lexicon.given
    if end - start == 1 and given and before.head == start:
        return [Name(start - 1, end, "PERSON")]
    return [Name(start, end, name.label)]


def _splits(
    tokens: tuple[Token, ...], prefix: Name, inside: list[tuple[int, int, Known]], lexicon: Lexicon
) -> bool:
    """Whether a known name at the front of a person's is no part of it: a demonym, or a rank follows."""
    kind = inside[0][2].kind
    return kind == "demonym" or prefix.end - prefix.start > 1 or tokens[prefix.end].text in lexicon.honorifics


def _person(tokens: tuple[Token, ...], start: int, end: int, lexicon: Lexicon) -> Name | None:
    """The tokens of a personal name proper: no rank before it, no verb or common word after it."""
    core = end
    while core - 1 > start and tokens[core - 1].text in _SUFFIXES:
        core -= 1
    for i in range(core - 2, start - 1, -1):
        if tokens[i].text in lexicon.honorifics or (
            tokens[i].lower in lexicon.nouns and tokens[i].pos != "PROPN"
        ):
            start = i + 1
            break
    while start < end and not tokens[start].text[0].isupper() and tokens[start].lower not in _PARTICLES:
        start += 1
    stop = start
    while stop < end:
        token = tokens[stop]
        good = token.text[0].isupper() and not any(c.isdigit() for c in token.text)
        if stop == start:
            good = good and (token.pos in _NAMELIKE or token.lower in lexicon.given)
        if not (good or token.lower in _PARTICLES or token.text in _SUFFIXES or token.text in ("[", "]")):
            break
        stop += 1
    while stop > start and (tokens[stop - 1].lower in _PARTICLES or tokens[stop - 1].text in ("[", "]")):
        stop -= 1
    if stop == start or all(token.text in lexicon.honorifics for token in tokens[start:stop]):
        return None
    return Name(start, stop, "PERSON")


def plain(word: str) -> str:
    """A word without accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def surname(tokens: tuple[Token, ...], name: Name) -> str:
    """The last part of a person's name, suffixes and the Arabic article left out."""
    end = name.end
    while end - 1 > name.start and tokens[end - 1].text in (*_SUFFIXES, "]"):
        end -= 1
    return tokens[end - 1].text


def _vote(
    text: Text,
    kept: list[Name],
    taken: list[bool],
    shouted: list[bool],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> list[Name]:
    """Give single words the label their document, or a table of office holders, decides for."""
    tokens = text.tokens
    surnames: set[str] = set()
    bodies: set[str] = set()
    for name in kept:
        if name.label == "PERSON":
            titled = name.start > 0 and tokens[name.start - 1].text in lexicon.honorifics
            if titled or name.end - name.start > 1:
                surnames.add(plain(surname(tokens, name)))
            if name.end - name.start > 1 and tokens[name.start].lower not in lexicon.given:
                surnames.add(plain(tokens[name.start].text))
        elif name.label == "ORG" and name.end - name.start > 1:
            bodies.add(tokens[name.start].text)
    voted: list[Name] = []
    for name in kept:
        label = name.label
        if name.end - name.start == 1 and label not in _NUMERIC:
            token = tokens[name.start]
            known = gazetteer.find(token.text)
            free = known is None and label != "NORP" and not _ACRONYM.match(token.text)
            if (plain(token.text) in surnames and (known is None or known.kind == "outlet")) or (
                free and gazetteer.high_office(token.text)
            ):
                label = "PERSON"
            elif label == "PERSON" and token.text in bodies:
                label = "ORG"
            elif label == "PERSON" and token.tag in ("NNS", "NNPS"):
                continue
        elif label in ("ORG", "GPE") and plain(tokens[name.end - 1].text) in surnames:
            lone = all(t.lower in _PARTICLES for t in tokens[name.start : name.end - 1])
            label = "PERSON" if lone else label
        voted.append(Name(name.start, name.end, label))
    for token in tokens:
        if taken[token.i] or token.pos not in _OPENERS or not token.text[0].isupper():
            continue
        rank = token.text in lexicon.honorifics and plain(token.text) not in surnames
        if rank or (not shouted[token.sent] and _joined(tokens, token)):
            continue
        stands = shouted[token.sent] or token.dep in ("nsubj", "poss", "nsubjpass", "dobj", "pobj")
        if plain(token.text) in surnames or (
            token.pos == "PROPN" and stands and gazetteer.high_office(token.text)
        ):
            voted.append(Name(token.i, token.i + 1, "PERSON"))
    return voted


def _joined(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether a capitalised neighbour makes one longer name with the word."""
    for j in (token.i - 1, token.i + 1):
        if 0 <= j < len(tokens) and tokens[j].sent == token.sent:
            beside = tokens[j]
            linked = beside.head == token.i or token.head == j or beside.head == token.head
            if beside.pos == "PROPN" and beside.text[0].isupper() and linked:
                return True
    return False
