"""A silent outlet's articles and an event -> the sentence that may tell it in other words, if there is one.

Linking misses what is told in other terms. Before an outlet is said to omit an event, it is asked for an act of the same
type between the same two sides (by name or by country), and for a sentence that names all the event's identified sides
and shares words with the reports, or, where it names two, has a word for an act of that type; where there is one, nothing is
said.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.records import ActorRef, Article, Event, Mention, Span
from dateline.stories.passages import content_words, particulars, plain, sentences

SHARED = 2
"""Stems of the reports (names left out) that a sentence with the one side must share, where it lacks the stem of the act
itself; one is enough of a sentence that names two."""

Sentence = tuple[str, int, int]
"""Article id and the sentence's first and last code point."""


class Retold:
    """A story's acts by article and type, and its sentences by the words in them, read when first asked for."""

    def __init__(
        self, articles: Sequence[Article], events: Sequence[Event], mentions: Mapping[str, Mention]
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._words: dict[str, set[Sentence]] = defaultdict(set)
        self._read: set[str] = set()
        self._said: dict[Sentence, tuple[Span, set[str]]] = {}
        self._reports: dict[str, tuple[set[str], set[str]]] = {}
        self._acts: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for event in events:
            for mention in (mentions[one] for one in event.mentions):
                self._acts[mention.article_id, mention.type].append(mention)

    def find(
        self, event: Event, mentions: Mapping[str, Mention], silent: Sequence[Article]
    ) -> tuple[str, Span] | None:
        """Article id and sentence, the one with most in common with the reports."""
        alike = self._alike(event, silent)
        if alike:
            return alike.article_id, alike.evidence
        sides = [_stems(actor) for actor in (*event.source, *event.target) if actor.actor_id]
        if not sides:
            return None
        enough = SHARED if len(sides) == 1 else 1
        acts, told = self._reported(event, mentions)
        if len(sides) > 1:
            acts = acts | _kind_words(event.type)
        for article in silent:
            self._index(article)
        own = {article.id for article in silent}
        best: tuple[int, str, Span] | None = None
        for place in sorted(self._naming(sides)):
            if place[0] not in own:
                continue
            span, said = self._sentence(place)
            shared = len(said & told) + SHARED * bool(said & acts)
            if shared >= enough and (best is None or shared > best[0]):
                best = shared, place[0], span
        return (best[1], best[2]) if best else None

    def _reported(self, event: Event, mentions: Mapping[str, Mention]) -> tuple[set[str], set[str]]:
        """Stems of the acts and of the particulars in an event's reports; the same for every silent outlet."""
        held = self._reports.get(event.id)
        if held is None:
            reports = [mentions[one] for one in event.mentions]
            held = self._reports[event.id] = (
                set[str]().union(*(content_words(mention.trigger.text) for mention in reports)),
                set[str]().union(*(particulars(mention.evidence.text) for mention in reports)),
            )
        return held

    def _sentence(self, place: Sentence) -> tuple[Span, set[str]]:
        """A sentence with its particulars, read once however many events ask for it."""
        held = self._said.get(place)
        if held is None:
            span = Span(place[1], place[2], self._articles[place[0]].text[place[1] : place[2]])
            held = self._said[place] = span, particulars(span.text)
        return held

    def _alike(self, event: Event, silent: Sequence[Article]) -> Mention | None:
        here, there = _known(event.source), _known(event.target)
        if not here or not there:
            return None
        for article in silent:
            for mention in self._acts.get((article.id, event.type), ()):
                source, target = _known(mention.source), _known(mention.target)
                if (source & here and target & there) or (source & there and target & here):
                    return mention
        return None

    def _naming(self, sides: Sequence[set[str]]) -> set[Sentence]:
        places = [set[Sentence]().union(*(self._words.get(stem, ()) for stem in side)) for side in sides]
        return set.intersection(*places)

    def _index(self, article: Article) -> None:
        if article.id in self._read:
            return
        self._read.add(article.id)
        for sentence in sentences(article.text):
            for stem in content_words(sentence.text):
                self._words[stem].add((article.id, sentence.start, sentence.end))


@functools.cache
def _kind_words(type_: str) -> frozenset[str]:
    """Stems of the words by which a sentence that names both sides may tell of an act of that type."""
    return frozenset(content_words(" ".join(sorted(plain(f"act_{type_}")))))


def _known(side: Sequence[ActorRef]) -> set[str]:
    return {key for actor in side for key in (actor.actor_id, actor.country) if key}


def _stems(actor: ActorRef) -> set[str]:
    """The last word of the name, and what the passage calls the actor by name."""
    words = actor.name.split()[-1:]
    if actor.span:
        words += [word for word in actor.span.text.split() if word[:1].isupper()][-1:]
    return content_words(" ".join(words))
