"""A parsed article and the codebook in, the words that report an act out, each with its entry and construction."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.codebook import Codebook, Entry
from dateline.events.patterns import Bound, forms, match
from dateline.events.words import gerund_stems, is_gerund, is_noun, is_verb, lemma_of, passive, stranded
from dateline.syntax import Text

CONSTRUCTIONS = {"verbs": "verb", "nouns": "nominal", "adjectives": "adjective"}
PREDICATIVE = frozenset({"acomp", "attr", "oprd", "ROOT", "conj", "acl", "advcl", "amod"})


class Hit(NamedTuple):
    """The word at `i` reports an act of `entry`; `bound` is what its pattern caught."""

    i: int
    entry: Entry
    bound: Bound
    construction: str

    @property
    def object(self) -> int | None:
        """The noun of a light verb or of an object the pattern asked for."""
        return self.bound.object


def candidates(text: Text, book: Codebook, i: int, *, broad: bool = True) -> list[Hit]:
    """Every entry that holds at token i, most specific first; `broad`: those for given pairs as well."""
    token = text.tokens[i]
    if is_verb(token) and token.dep not in ("aux", "auxpass"):
        if token.dep == "amod" and token.tag in ("VBN", "VBG", "VBD") and stranded(text, i) is None:
            return []
        if token.tag in ("VBN", "VBD") and i and text.tokens[i - 1].dep in ("prep", "det", "poss"):
            return []
        kind = "verbs"
    elif is_gerund(text, i):
        kind = "verbs"
    elif is_noun(token):
        if token.ent == "PERSON" and token.tag == "NNP":
            return []  # "Will Grant" grants nothing
        kind = "nouns"
    elif token.tag.startswith("JJ") and token.dep in PREDICATIVE:
        kind = "adjectives"
    else:
        return []
    gerund = kind == "verbs" and is_noun(token)
    ends = book.ends[kind]
    if not gerund and token.lower not in ends and lemma_of(token) not in ends:
        return []
    index = book.index[kind]
    found: list[Hit] = []
    spellings = forms(text, i) | (gerund_stems(token.lower) if gerund else set())
    for form in sorted(spellings):
        for entry in index.get(form, ()):
            if entry.pattern.broad and not broad:
                continue
            bound = match(text, i, entry.pattern)
            if bound is not None:
                found.append(Hit(i, entry, bound, _construction(text, i, kind, bound)))
    found.sort(key=lambda hit: (-hit.entry.pattern.weight, hit.entry.pattern.breadth, hit.entry.key))
    return found


def find(text: Text, book: Codebook) -> list[Hit]:
    """The best entry at each word, in order; a noun that a light verb has taken is not counted twice."""
    found: list[Hit] = []
    taken: set[int] = set()
    for token in text.tokens:
        if token.pos in ("PUNCT", "DET", "ADP", "PRON", "NUM", "SPACE", "PART", "SYM", "CCONJ"):
            continue
        here = candidates(text, book, token.i, broad=False)
        if here:
            found.append(here[0])
            if here[0].object is not None:
                taken.add(here[0].object)
    return [hit for hit in found if not (hit.entry.kind == "nouns" and hit.i in taken)]


def _construction(text: Text, i: int, kind: str, bound: Bound) -> str:
    if kind == "verbs":
        shape = "light-verb" if bound.object is not None else "verb"
        return f"passive-{shape}" if passive(text, i) else shape
    return CONSTRUCTIONS[kind]
