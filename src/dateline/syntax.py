"""Text: what the parser and coreference say of one article, in plain immutable values that stages walk.

Everything is numbered: tokens by position in `Text.tokens`, entities by position in `Text.entities`.
No stage sees the parser's own objects, so any parser can stand behind `dateline.text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dateline.records import UNDATED, ActorKind, ActorRef, DateRange, Span

ReferenceKind = Literal["name", "nominal", "pronoun"]


_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})


class Token(NamedTuple):
    """One word. `start`/`end` are code points into the article's text; `head` is a token number (its own at a root).

    `pos` is Universal POS, `tag` Penn Treebank, `dep` the ClearNLP labels of spaCy's English pipelines;
    `ent` is the corrected name label (PERSON, GPE, ORG, NORP, DATE, ..) or "".
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int
    ent: str = ""


class Sentence(NamedTuple):
    """Tokens `start` to `end` (half open); `root` is the head of the sentence, `paragraph` counts from 0."""

    i: int
    start: int
    end: int
    root: int
    paragraph: int


class Name(NamedTuple):
    """A proper name: tokens `start` to `end`, its label after correction, and the actor it is known to be."""

    start: int
    end: int
    label: str
    actor_id: str | None = None


class Entity(NamedTuple):
    """Somebody or something the article speaks of. `members` are entity numbers of a group ("the two leaders")."""

    i: int
    name: str
    kind: ActorKind | None
    actor_id: str | None = None
    country: str | None = None
    role: str | None = None
    anonymous: bool = False
    sector: str | None = None
    description: str | None = None
    steps: int | None = None
    members: tuple[int, ...] = ()
    plural: bool = False


class Reference(NamedTuple):
    """Tokens `start` to `end` with head `head` speak of those entities; `rule` says how that was decided."""

    start: int
    end: int
    head: int
    kind: ReferenceKind
    entities: tuple[int, ...]
    rule: str


@dataclass(frozen=True)
class Text:
    """One article, parsed. `children[i]` are the dependents of token i in order of position.

    `left_out` are stretches of the text, half open, that were no part of the sentence around them and not parsed.
    """

    article_id: str
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    published: DateRange = UNDATED
    title: str | None = None
    outlet: str | None = None
    dateline_place: str | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    _edges: list[tuple[int, int]] = field(default_factory=list, repr=False, compare=False)
    _heads: dict[int, Reference] = field(default_factory=dict, repr=False, compare=False)

    def span(self, start: int, end: int) -> Span:
        """Tokens `start` to `end` (half open) as a span of the article."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return Span(first, last, self.text[first:last])

    def words(self, start: int, end: int) -> str:
        """Tokens `start` to `end` (half open) as they stand in the article, white space evened out, nothing of `left_out`."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        words = ""
        for low, high in self.left_out:
            if first <= low and high <= last:
                words, first = words + self.text[first:low], high
        return " ".join((words + self.text[first:last]).split())

    def without_left_out(self) -> str:
        """The article's text with blanks for what was left out, so that positions stay."""
        words = self.text
        for low, high in self.left_out:
            words = words[:low] + " " * (high - low) + words[high:]
        return words

    def edges(self, i: int) -> tuple[int, int]:
        """The subtree of token i as token numbers, half open."""
        if not self._edges:
            self._edges.extend(_subtree_edges(self.tokens))
        return self._edges[i]

    def hyphenated(self, start: int) -> int:
        """The first token of the word that token `start` ends, where hyphens join it: "Harrow-supporting" from "supporting"."""
        while (
            start > 1
            and self.tokens[start - 1].text == "-"
            and self.tokens[start - 1].end == self.tokens[start].start
        ):
            start -= 2
        return start

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token i, only those with one of the labels when any is given."""
        tokens = self.tokens
        return [tokens[c] for c in self.children[i] if not deps or tokens[c].dep in deps]

    def kid(self, i: int, *deps: str) -> Token | None:
        """The first dependent of token i with one of the labels."""
        tokens = self.tokens
        return next((tokens[c] for c in self.children[i] if tokens[c].dep in deps), None)

    def conjuncts(self, i: int) -> list[Token]:
        """Token i and what is joined to it by "and", "or" or a comma, i first; "not families" joins nothing."""
        found, queue = [self.tokens[i]], [i]
        while queue:
            for child in self.kids(queue.pop(0), "conj"):
                if not self.denied(child.i):
                    found.append(child)
                    queue.append(child.i)
        return found

    def denied(self, i: int) -> bool:
        """Whether "not" stands directly before the phrase of token i, other than in "not only": "felons, not families"."""
        low = i
        while low and self.tokens[low - 1].head == i and self.tokens[low - 1].dep in _BEFORE_NOUN:
            low -= 1
        before = self.tokens[low - 1] if low else None
        denying = before is not None and before.lower == "not" and before.sent == self.tokens[i].sent
        return denying and self.tokens[i].pos in _NOUNS

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads from token i upwards, the root last."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token i."""
        return self.sentences[self.tokens[i].sent]

    def sentence_span(self, i: int) -> Span:
        """The sentence that holds token i, as a span without the white space around it."""
        sentence = self.sentence_of(i)
        return self.span(sentence.start, sentence.end)

    def token_at(self, offset: int) -> int | None:
        """The number of the token that covers a code point, else of the next one; None after the last."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.tokens) else None

    def reference_at(self, i: int) -> Reference | None:
        """The reference whose head is token i."""
        if not self._heads:
            self._heads.update({reference.head: reference for reference in self.references})
        return self._heads.get(i)

    def refer(self, i: int, *, span: Span | None = None) -> tuple[ActorRef, ...]:
        """The actors that the noun phrase headed by token i stands for, groups opened into their members.

        Empty when the head refers to nothing that is known; `span` overrides the words to point at.
        """
        reference = self.reference_at(i)
        if reference is None:
            return ()
        where = span or self.span(reference.start, reference.end)
        found: list[ActorRef] = []
        for number in reference.entities:
            entity = self.entities[number]
            for member in entity.members or (number,):
                found.append(self.entity_ref(member, where))
        return tuple(found)

    def entity_ref(self, number: int, span: Span | None) -> ActorRef:
        """Entity `number` as an actor reference that points at `span`."""
        entity = self.entities[number]
        return ActorRef(
            actor_id=entity.actor_id, name=entity.name, country=entity.country, role=entity.role, span=span,
            kind=entity.kind, anonymous=entity.anonymous, sector=entity.sector,
            description=entity.description, steps=entity.steps,
        )  # fmt: skip


def _subtree_edges(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    first, last = list(range(len(tokens))), list(range(1, len(tokens) + 1))
    heads = [token.head for token in tokens]
    for i in range(len(tokens)):
        at = i
        while (above := heads[at]) != at and i < first[above]:
            first[above] = i
            at = above
        at = i
        while (above := heads[at]) != at and i >= last[above]:
            last[above] = i + 1
            at = above
    return list(zip(first, last, strict=True))
