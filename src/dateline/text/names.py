"""A bare Text -> its names corrected: gazetteer over the tagger, persons cut clean, and a vote within the document."""

from __future__ import annotations

from dateline.syntax import Name, Sentence, Text, Token
from dateline.text.gazetteer import Gazetteer, Known
from dateline.text.known_names import ACRONYM, INNER, OPENERS, common_plural, known_names
from dateline.text.lexicon import Lexicon
from dateline.text.namesakes import namesakes
from dateline.text.neighbours import named_after_title, nicknamed, unswallowed
from dateline.text.personal import PARTICLES, cut_person, plain, splits, surname

PAPERS = frozenset(
    {"Rule", "Act", "Plan", "Amendment", "Doctrine", "Treaty", "Accord", "Agreement", "Memo", "Dossier"}
)
"""Last words of laws and papers named after people."""
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj"})
_NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


def correct(text: Text, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a text in order, never overlapping, without determiners, titles and possessive endings."""
    tokens = text.tokens
    shouted = [title_case(text, sentence) for sentence in text.sentences]
    found = known_names(text, gazetteer, lexicon)
    spans: list[Name] = []
    for name in text.names:
        if name.label in _NUMERIC:
            spans.append(name)
        elif not shouted[tokens[name.start].sent] or _full_and_known(text, name, gazetteer):
            spans.extend(_cleaned(text, name, found, gazetteer, lexicon))
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
    kept.extend(_given_and_family(text, taken, shouted, lexicon))
    voted = _vote(text, kept, taken, shouted, gazetteer, lexicon)
    whole = unswallowed(text, nicknamed(text, sorted(voted), lexicon), gazetteer, lexicon)
    return tuple(sorted(namesakes(text, whole, gazetteer, lexicon)))


def _given_and_family(text: Text, taken: list[bool], shouted: list[bool], lexicon: Lexicon) -> list[Name]:
    """Persons the tagger missed: a given name of the table and the capitalised words after it, the last of which it modifies."""
    tokens, found = text.tokens, []
    for token in tokens[:-1]:
        if taken[token.i] or not token.text[0].isupper():
            continue
        if token.lower not in lexicon.given and not _after_a_description(tokens, token, lexicon):
            continue
        last = token.head
        if token.dep != "compound" or not 0 < last - token.i <= 3 or shouted[token.sent]:
            continue
        parts = tokens[token.i + 1 : last + 1]
        joined = all(
            part.pos == "PROPN"
            and part.text[0].isupper()
            and not taken[part.i]
            and last in (part.i, part.head)
            for part in parts
        )
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if joined and (
            following is None or not (following.pos == "PROPN" and tokens[last].head == following.i)
        ):
            found.append(Name(token.i, last + 1, "PERSON"))
            taken[token.i : last + 1] = [True] * (last + 1 - token.i)
    return found


def _after_a_description(tokens: tuple[Token, ...], token: Token, lexicon: Lexicon) -> bool:
    """Whether a word for a person before a name of two words and more tells it: "Democrat Alda Mae Roe"."""
    before = tokens[token.i - 1] if token.i else token
    noun = lexicon.nouns.get(before.lower)
    described = noun is not None and noun.kind == "person" and before.text[0].isupper()
    plain_words = all(part.lower not in lexicon.nouns for part in tokens[token.i : token.head + 1])
    return described and before.dep == "compound" and before.head == token.head > token.i and plain_words


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


def _cleaned(
    text: Text, name: Name, found: dict[int, tuple[int, Known]], gazetteer: Gazetteer, lexicon: Lexicon
) -> list[Name]:
    """One name of the tagger as zero, one or several better ones."""
    tokens = text.tokens
    start, end = name.start, name.end
    while start < end and (
        tokens[start].pos in ("DET", "PUNCT") or tokens[start].lower in ("the", "a", "an")
    ):
        start += 1
    while start < end and (tokens[end - 1].tag == "POS" or tokens[end - 1].pos == "PUNCT"):
        end -= 1
    while start < end and tokens[end - 1].text in INNER:
        end -= 1
    if start == end or _tagged(tokens, start):
        return []
    inside = [(s, e, k) for s, (e, k) in found.items() if s < end and e > start]
    if any(s <= start and e >= end for s, e, _ in inside):
        return []
    if inside and sum(e - s for s, e, _ in inside) >= end - start:
        return []
    if name.label == "PERSON":
        if end - start > 1 and tokens[end - 1].text in PAPERS:
            return []
        prefix = [Name(s, e, k.label) for s, e, k in inside if s == start and e < end]
        cut = cut_person(
            tokens,
            prefix[0].end if prefix and splits(tokens, prefix[0], inside, lexicon) else start,
            end,
            lexicon,
        )
        if cut is None:
            return []
        cut = cut._replace(end=_hyphened(text, cut.end))
        return [p for p in prefix if p.end <= cut.start] + [cut]
    if name.label == "GPE" and end - start == 1 and common_plural(tokens[start], lexicon):
        return []
    if name.label in ("GPE", "NORP", "LOC") and any(known.kind == "demonym" for _, _, known in inside):
        return []
    if not any(token.text[0].isupper() or token.text[0].isdigit() for token in tokens[start:end]):
        return []
    if name.label == "ORG" and _case_of_a_court(tokens, start, end, inside, gazetteer):
        return []
    noun = lexicon.noun(tokens[start].lower)
    if end - start == 1 and (
        tokens[start].text in lexicon.honorifics or (noun and noun.kind in ("body", "document"))
    ):
        return []
    person = named_after_title(tokens, start, end, lexicon) if name.label == "ORG" else None
    if person is not None:
        return [person]
    if name.label == "ORG" and 1 < end - start < 4 and _called_so(text, start, end, gazetteer):
        return [Name(start, end, "PERSON")]
    before = tokens[start - 1]
    given = start > 0 and not before.ent and before.text[0].isupper() and before.lower in lexicon.given
    if end - start == 1 and given and before.head == start:
        return [Name(start - 1, end, "PERSON")]
    return [Name(start, end, name.label)]


def _called_so(text: Text, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether what a tagger took for a body is, letter for letter, an office holder's name."""
    words = text.words(start, end)
    actor = gazetteer.who.person(words, text.published)
    return actor is not None and words in (actor.name, *actor.also_known_as)


def _tagged(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a word is a hashtag or the handle of an account: no name that stands for its bearer."""
    before = tokens[start - 1] if start else None
    return tokens[start].text[0] in "#@" or (
        before is not None and before.text in ("#", "@") and before.end == tokens[start].start
    )


def _case_of_a_court(
    tokens: tuple[Token, ...],
    start: int,
    end: int,
    inside: list[tuple[int, int, Known]],
    gazetteer: Gazetteer,
) -> bool:
    """Whether words that are no place's only say which case or which president's body: "Roe United Supreme Court"."""
    last = next(
        (s for s, e, k in inside if e == end and e - s > 1 and k.actor.kind in ("government_body", "state")),
        None,
    )
    if last is None or last == start:
        return False
    before = tokens[start:last]
    joined = any(not token.text[0].isupper() for token in before)
    words = " ".join(token.text for token in before)
    placed = any(gazetteer.find(token.text) is not None for token in before) or gazetteer.where.is_place(
        words
    )
    return not joined and not placed


def _hyphened(text: Text, end: int) -> int:
    """Where a personal name ends that the tagger cut at a hyphen: "Ban Ki" of "Ban Ki-moon"."""
    tokens = text.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "-":
        return end
    after = tokens[end + 1]
    touching = tokens[end - 1].end == tokens[end].start and tokens[end].end == after.start
    names = after.tag == "NNP" or (after.tag == "NN" and after.dep in _HEADS and len(after.text) < 6)
    return end + 2 if touching and names and after.text.islower() else end


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
            free = known is None and label != "NORP" and not ACRONYM.match(token.text)
            if (plain(token.text) in surnames and (known is None or known.kind == "outlet")) or (
                free and gazetteer.high_office(token.text)
            ):
                label = "PERSON"
            elif label == "PERSON" and token.text in bodies:
                label = "ORG"
            elif label == "PERSON" and (token.tag in ("NNS", "NNPS") or plain(token.text[:-1]) in surnames):
                continue
        elif label not in ("PERSON", *_NUMERIC) and plain(tokens[name.end - 1].text) in surnames:
            before = tokens[name.start : name.end - 1]
            if all(t.lower in PARTICLES for t in before) or (
                len(before) == 1 and before[0].lower in lexicon.given
            ):
                label = "PERSON"
        voted.append(Name(name.start, name.end, label))
    for token in tokens:
        if taken[token.i] or token.pos not in OPENERS or not token.text[0].isupper():
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
