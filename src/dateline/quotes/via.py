"""Text, Attributions -> for each the chain it came through: outlets told, asked or cited, and whoever reports the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.quotes.attributions import Attribution
from dateline.quotes.speaker import actors, name_of
from dateline.records import ActorRef
from dateline.syntax import Text, Token

if TYPE_CHECKING:
    from dateline.who import Who

_TALKS = frozenset(
    {"interview", "appearance", "conversation", "statement", "comment", "remark", "email", "e-mail", "op-ed",
     "editorial", "article", "column", "essay", "piece", "segment", "call", "report", "story", "profile", "podcast"}
)  # fmt: skip
_MEDIA = frozenset(
    {"agency", "newspaper", "paper", "magazine", "broadcaster", "network", "station", "channel", "service", "site",
     "website", "outlet", "daily", "weekly", "tabloid", "organization", "organisation", "radio", "wire"}
)  # fmt: skip
_WAYS = frozenset({"to", "with", "on", "in", "during", "by", "via", "through", "for", "from"})
_CITES = frozenset({"quote", "cite"})


class Channels:
    """The chain of every attribution of one article, nearest first; `who` (or None) knows outlets by name."""

    def __init__(self, text: Text, attributions: Sequence[Attribution], who: Who | None) -> None:
        self.text, self.attributions, self.who = text, attributions, who
        self._cache: dict[int, tuple[ActorRef, ...]] = {}
        self._brought: dict[str, tuple[ActorRef, ...]] = {}

    def of(self, number: int) -> tuple[ActorRef, ...]:
        """Whom the article took attribution `number` from."""
        if number not in self._cache:
            self._cache[number] = ()  # a circle of holders ends here
            self._cache[number] = self._chain(number)
        return self._cache[number]

    def run(self) -> None:
        """Walk the article once, so that a source an outlet brought in earlier keeps that outlet later."""
        for number in sorted(range(len(self.attributions)), key=lambda n: self._position(n)):
            chain = self.of(number)
            frame = self.attributions[number].frame
            if frame.source is not None and not chain:
                for ref in actors(self.text, frame.source):
                    for key in (_key(ref), self._head_key(frame.source)):
                        if not chain and _unnamed(self.text, ref, frame.source) and key in self._brought:
                            chain = self._cache[number] = self._brought[key]
            self._introduce(number, chain)

    def _position(self, number: int) -> int:
        one = self.attributions[number]
        return one.frame.head if one.frame.head is not None else one.content[0][0]

    def _introduce(self, number: int, chain: tuple[ActorRef, ...]) -> None:
        frame = self.attributions[number].frame
        if frame.head is None or frame.source is None:
            return
        outlet = self.outlet(frame.source)
        if outlet is not None and frame.entry is not None and frame.entry.lemma in _CITES:
            thing = self.text.kid(frame.head, "dobj")
            if thing is not None:
                for ref in actors(self.text, thing.i):
                    self._brought[_key(ref)] = (outlet, *chain)
                self._brought["the " + thing.lemma] = (outlet, *chain)
        elif chain:
            for ref in actors(self.text, frame.source):
                if _unnamed(self.text, ref, frame.source):
                    self._brought.setdefault(_key(ref), chain)
                    self._brought["the " + self.text.tokens[frame.source].lemma] = chain

    def _head_key(self, head: int) -> str:
        """ "the official": the last official that was brought in, where coreference does not know better."""
        known = self.text.reference_at(head) is not None
        definite = any(kid.lower == "the" for kid in self.text.kids(head, "det"))
        return "the " + self.text.tokens[head].lemma if definite and not known else ""

    def _chain(self, number: int) -> tuple[ActorRef, ...]:
        one = self.attributions[number]
        speaker = (
            {_key(ref) for ref in actors(self.text, one.frame.source)}
            if one.frame.source is not None
            else set()
        )
        links = self._told(one)
        holder = self._holder(number)
        if holder is not None:
            over = self.attributions[holder].frame
            if over.source is not None and (over.entry is None or over.entry.mode == "speech"):
                source = self.outlet(over.source) or next(iter(actors(self.text, over.source)), None)
                if source is not None:
                    links.append(source)
            links.extend(self.of(holder))
        chain: list[ActorRef] = []
        for link in links:
            if _key(link) not in speaker and _key(link) not in {_key(known) for known in chain}:
                chain.append(link)
        return tuple(chain)

    def _holder(self, number: int) -> int | None:
        """The smallest attribution whose content holds this one's cue and the start of its content."""
        one = self.attributions[number]
        cue = one.frame.head
        if cue is None:
            return None
        best: tuple[int, int] | None = None
        for other, held in enumerate(self.attributions):
            if held.frame.head == cue or held.frame.rule == "adverb":
                continue
            if held.holds(cue) and held.holds(one.content[0][0]) and not one.holds(held.content[0][0] - 1):
                size = held.content[-1][1] - held.content[0][0]
                if best is None or size < best[0]:
                    best = size, other
        return best[1] if best is not None else None

    def _told(self, one: Attribution) -> list[ActorRef]:
        """Outlets that were told, in the cue's own phrase: "told CNN", "to CNN", "in an interview with CNN"."""
        frame = one.frame
        if frame.rule == "name below" and frame.source_words is not None:
            low, high = frame.source_words
            heads = [n.end - 1 for n in self.text.names if low <= n.start and n.end <= high]
            return [ref for ref in map(self.outlet, heads) if ref is not None]
        if frame.head is None or self.text.tokens[frame.head].pos not in ("VERB", "AUX"):
            return []
        heads = [frame.addressee] if frame.addressee is not None else []
        heads.extend(self._citing(frame.head))
        for prep in self.text.kids(frame.head, "prep", "dative", "agent"):
            if prep.lower in _WAYS and not one.holds(prep.i):
                heads.extend(self._objects(prep))
        for head in tuple(heads):  # "told Ann Ames of the Herald"
            for prep in self.text.kids(head, "prep"):
                if prep.lower in ("of", "at", "from"):
                    heads.extend(thing.i for thing in self.text.kids(prep.i, "pobj"))
        tail = self.trailing(one)
        if tail is not None:
            heads.append(tail)
        found = [self.outlet(head) for head in heads]
        return [ref for ref in found if ref is not None]

    def _citing(self, cue: int) -> list[int]:
        """Who quotes in "CNN quoted a guard as saying ...", whose cue is "saying", and in "X is quoted by CNN as saying"."""
        link = self.text.tokens[self.text.tokens[cue].head]
        over = self.text.tokens[link.head]
        if self.text.tokens[cue].dep != "pcomp" or link.lower != "as" or over.lemma not in _CITES:
            return []
        own = [kid.i for kid in self.text.kids(over.i, "nsubj")]
        return own + [
            thing.i for by in self.text.kids(over.i, "agent") for thing in self.text.kids(by.i, "pobj")
        ]

    def trailing(self, one: Attribution) -> int | None:
        """The outlet at the end of what is expressed that was only told it: "called it “a start” to CNN"."""
        low, high = one.content[-1]
        for i in range(high - 1, max(low, high - 8), -1):
            token = self.text.tokens[i]
            if token.text in {"”", '"', "''", "’"}:
                return None
            if token.lower == "to" and token.tag in ("IN", "TO"):
                thing = self.text.kid(i, "pobj")
                if (
                    thing is not None
                    and self.text.edges(thing.i)[1] >= high
                    and self.outlet(thing.i) is not None
                ):
                    return thing.i
                return None
        return None

    def _objects(self, prep: Token) -> list[int]:
        heads = []
        for thing in self.text.kids(prep.i, "pobj"):
            heads.append(thing.i)
            heads.extend(owner.i for owner in self.text.kids(thing.i, "poss"))
            if thing.lemma in _TALKS:
                for inner in self.text.kids(thing.i, "prep"):
                    heads.extend(deep.i for deep in self.text.kids(inner.i, "pobj"))
        return heads

    def outlet(self, head: int) -> ActorRef | None:
        """The medium that the noun phrase names, unless it is the article's own."""
        for ref in actors(self.text, head):
            if ref.kind == "media" and ref.actor_id is not None:
                return None if self._own(ref.name) else ref
        if self.who is None or self.text.tokens[head].pos not in ("PROPN", "NOUN"):
            return None
        span = name_of(self.text, head)
        low, high = self.text.edges(head)
        within = [self.text.span(n.start, n.end) for n in self.text.names if low <= n.start and n.end <= high]
        for words in (span, *(w for w in within if self.text.tokens[head].lemma in _MEDIA)):
            known = self.who.outlet(words.text)
            if known is not None and not self._own(known.name):
                return ActorRef(
                    actor_id=known.id, name=known.name, country=known.country, span=words, kind="media"
                )
        return None

    def _own(self, name: str) -> bool:
        return bool(self.text.outlet) and name.casefold() == str(self.text.outlet).casefold()


def _key(ref: ActorRef) -> str:
    return ref.actor_id or ref.name.casefold()


def _unnamed(text: Text, ref: ActorRef, head: int) -> bool:
    return ref.anonymous or (ref.actor_id is None and text.tokens[head].pos == "NOUN")
