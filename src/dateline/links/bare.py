"""Words marked as acts in parsed texts -> bare mentions: what the words, the sentence and the parse tell of each act.

A bare mention has no type, no resolved date and no codebook entry behind it; it is what linking has to go by where
acts are given and not found (chains.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.links.families import kinds, light_verbs, root
from dateline.syntax import Text, Token
from dateline.wording import common_words

SUBJECTS = ("nsubj", "csubj", "poss")
PASSIVE = ("nsubjpass",)
OBJECTS = ("dobj", "dative", "attr", "oprd")
NOMINAL = ("compound", "amod", "nmod", "appos", "nummod")
REACH = 4
"""How far up the parse an act without a subject looks for one."""


@dataclass(frozen=True, slots=True)
class BareMention:
    """One given act. All words are roots in lower case; `sides` are those who or what take part, by the parse."""

    id: str
    document: str
    words: tuple[str, ...]
    """What the act is called, its head first."""
    kinds: frozenset[int]
    agents: frozenset[str]
    patients: frozenset[str]
    sides: frozenset[str]
    sentence: frozenset[str]
    days: frozenset[str]
    numbers: frozenset[str]
    pronoun: bool = False


def bare_mention(text: Text, id_: str, pieces: Sequence[tuple[int, int]]) -> BareMention | None:
    """The mention whose words stand at those code points; None where no token does."""
    own = tokens_of(text, pieces)
    if not own:
        return None
    inside = {token.i for token in own}
    head = head_of(own)
    content = [t for t in own if t is not head and _content(t)]
    words = tuple(dict.fromkeys((_act(text, head), *(root(t.lemma.lower()) for t in content))))
    done_by = frozenset(_names(text, agents(text, head), inside))
    done_to = frozenset(_names(text, patients(text, head), inside))
    beside = frozenset(_names(text, around(text, head), inside))
    sentence = text.sentence_of(head.i)
    told = text.tokens[sentence.start : sentence.end]
    return BareMention(
        id=id_,
        document=text.article_id,
        words=words,
        kinds=kinds(_lemma(text, head)),
        agents=done_by,
        patients=done_to,
        sides=done_by | done_to | beside,
        sentence=frozenset(root(t.lemma.lower()) for t in told if _content(t) and t.i not in inside),
        days=frozenset(t.lower for t in told if t.ent == "DATE" and _content(t)),
        numbers=frozenset(t.lower for t in told if t.pos == "NUM" and t.i not in inside),
        pronoun=head.pos in ("PRON", "DET"),
    )


def tokens_of(text: Text, pieces: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens that stand at those code points."""
    return [t for t in text.tokens if any(t.start < end and t.end > start for start, end in pieces)]


def head_of(own: Sequence[Token]) -> Token:
    """The word that names the act: the top of the given words, or the noun of a light verb among them."""
    inside = {token.i for token in own}
    head = next((t for t in own if t.head not in inside or t.head == t.i), own[0])
    if head.lemma.lower() in light_verbs():
        return next((t for t in own if t is not head and t.pos in ("NOUN", "PROPN")), head)
    return head


def _content(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") and token.lower not in common_words()


def _lemma(text: Text, head: Token) -> str:
    lemma = head.lemma.lower()
    particle = text.kid(head.i, "prt")
    return f"{lemma}_{particle.lower}" if particle is not None else lemma


def _act(text: Text, head: Token) -> str:
    """The root of the head, with its particle where that makes a word that is known."""
    whole = _lemma(text, head)
    return root(whole) if kinds(whole) else root(head.lemma.lower())


def _names(text: Text, heads: Sequence[Token], inside: set[int]) -> Iterator[str]:
    """The words of those phrases: the names of who is meant where that is known, else the head."""
    for token in heads:
        if token.i in inside:
            continue
        known = text.refer(token.i)
        for ref in known:
            yield from (word.lower() for word in ref.name.split() if word.lower() not in common_words())
        if token.pos != "PRON":
            yield root(token.lemma.lower())
            yield from (
                root(kid.lemma.lower())
                for kid in text.kids(token.i, "compound", "amod", "nummod")
                if _content(kid)
            )


def _with(text: Text, heads: Sequence[Token]) -> list[Token]:
    return [one for head in heads for one in text.conjuncts(head.i)]


def agents(text: Text, head: Token) -> list[Token]:
    """Heads of those who do it: subjects, "by", owners; of an act without one, the subject of what it depends on."""
    found = _with(text, text.kids(head.i, *SUBJECTS))
    for by in text.kids(head.i, "agent"):
        found += _with(text, text.kids(by.i, "pobj"))
    if found or not _climbs(text, head):
        return found
    at = head
    for _ in range(REACH):
        if at.dep in ("relcl", "acl") and at is head and at.tag != "VBN":
            return [text.tokens[at.head]]
        if (
            at.dep not in ("xcomp", "advcl", "conj", "pcomp", "prep", "dobj", "ccomp", "pobj")
            or at.head == at.i
        ):
            return []
        at = text.tokens[at.head]
        subjects = text.kids(at.i, "nsubj", "nsubjpass")
        if subjects:
            return _with(text, subjects)
    return []


def _climbs(text: Text, head: Token) -> bool:
    """A verb takes the subject of what it depends on; a noun only that of its light verb."""
    over = text.tokens[head.head]
    return head.pos in ("VERB", "AUX") or (head.dep == "dobj" and over.lemma.lower() in light_verbs())


def patients(text: Text, head: Token) -> list[Token]:
    """Heads of those to whom or what it is done: objects, passive subjects, "of" and compounds of a noun."""
    found = _with(text, text.kids(head.i, *PASSIVE, *OBJECTS))
    if head.dep == "acl" and head.tag == "VBN":
        found.append(text.tokens[head.head])
    if head.pos in ("NOUN", "PROPN"):
        for of in text.kids(head.i, "prep"):
            if of.lower == "of":
                found += _with(text, text.kids(of.i, "pobj"))
        found += text.kids(head.i, "compound")
    return found


def around(text: Text, head: Token) -> list[Token]:
    """Heads of what else stands with it: after prepositions, before a noun, the noun that it stands before."""
    found: list[Token] = []
    for prep in text.kids(head.i, "prep"):
        found += _with(text, text.kids(prep.i, "pobj"))
    if head.pos in ("NOUN", "PROPN"):
        found += text.kids(head.i, *NOMINAL)
    if head.dep in ("compound", "amod", "nmod"):
        found.append(text.tokens[head.head])
    return found
