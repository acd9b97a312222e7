"""A parsed article with its quotations in, its mentions out: one for each act that the codebook finds an actor for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dateline.events.actors import Actors
from dateline.events.candidates import candidate
from dateline.events.casting import Roles, cast
from dateline.events.codebook import Codebook
from dateline.events.dates import Anchored, anchors, date_of
from dateline.events.derive import Act, derive
from dateline.events.distance import hard
from dateline.events.doubts import doubted
from dateline.events.gates import shut
from dateline.events.grammar import governor
from dateline.events.inner import complement_hit, given_up
from dateline.events.issues import Issues, window
from dateline.events.partners import with_partner
from dateline.events.persons import between_persons
from dateline.events.places import Places
from dateline.events.prominence import around, spoken_of, tellings_of
from dateline.events.reports import denied_by_doer, reporters
from dateline.events.same_act import share_dates
from dateline.events.same_place import share_places
from dateline.events.status import decide
from dateline.events.tense import Standing
from dateline.events.triggers import Hit, find
from dateline.events.weighing import Doubts, Ground, grounds
from dateline.records import Mention, Quotation, Span
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers


class _Read(NamedTuple):
    """What is known of one article before its acts are coded."""

    text: Text
    quotations: tuple[Quotation, ...]
    hits: dict[int, Hit]
    actors: Actors
    places: Places
    times: Anchored
    issues: Callable[[int, int], tuple[str, ...]]


class Coder:
    """Codes articles with one codebook, one table of issues and the resolvers (None: no names, days or places)."""

    def __init__(self, book: Codebook, issues: Issues, resolvers: Resolvers | None, doubts: Doubts) -> None:
        self._book, self._issues, self._resolvers, self._doubts = book, issues, resolvers, doubts

    def __call__(self, text: Text, quotations: tuple[Quotation, ...]) -> tuple[Mention, ...]:
        """Mentions in the order of their triggers."""
        hits = find(text, self._book)
        times = self._resolvers.when.expressions(text) if self._resolvers is not None and hits else ()
        read = _Read(
            text, quotations, {hit.i: hit for hit in hits}, Actors(text, self._book, self._resolvers),
            Places(text, self._resolvers), anchors(text, times), window(self._issues.find(text.text)),
        )  # fmt: skip
        told: list[Mention] = []
        known: list[tuple[Ground, ...]] = []
        for hit in hits:
            coded = self._code(read, hit, told)
            if coded is not None:
                told.append(coded[0])
                known.append(coded[1])
        return tuple(share_places(share_dates(list(self._sure(text, told, known)))))

    def _sure(
        self, text: Text, mentions: Sequence[Mention], known: Sequence[tuple[Ground, ...]]
    ) -> Iterator[Mention]:
        """The mentions that are not too doubtful, each with the confidence in it."""
        counted = spoken_of(text) if mentions else Counter[str]()
        tellings = tellings_of(mentions)
        for mention, grounds_ in zip(mentions, known, strict=True):
            article = (("article", one) for one in around(mention, tellings, counted))
            weighed = self._doubts.weigh((*grounds_, *article))
            if not weighed.too_doubtful:
                yield replace(mention, confidence=weighed.confidence)

    def _code(self, read: _Read, hit: Hit, told: list[Mention]) -> tuple[Mention, tuple[Ground, ...]] | None:
        standing = decide(read.text, self._book, hit, read.hits)
        if standing.dropped_by is not None or standing.status is None:
            return None
        inner = complement_hit(read.text, hit, read.hits)
        if (
            inner is not None
            and inner.entry.type in hit.entry.yields
            and not standing.negated
            and not _of_another(read.text, hit, inner)
        ):
            return None
        roles = with_partner(read.text, hit, cast(read.text, hit, read.actors), read.actors, told)
        standing = denied_by_doer(read.text, hit.i, standing, roles.source)
        act = derive(self._book, hit, standing, inner, given_up(read.text, hit, inner))
        spoken = between_persons(hit, act, roles)
        if spoken is None or doubted(read.text, hit, standing, spoken, roles) is not None:
            return None
        if shut(read.text, self._book, hit, standing, spoken, roles, inner) is not None:
            return None
        aimed = () if roles.target_rule.startswith("coordinated") else roles.target
        grammar = hard(read.text, hit, roles.source, aimed)
        another = candidate(read.text, hit, roles)
        return self._mention(read, hit, standing, spoken, roles), tuple(
            grounds(spoken, standing, roles, grammar, another=another)
        )

    def _mention(self, read: _Read, hit: Hit, standing: Standing, act: Act, roles: Roles) -> Mention:
        text = read.text
        carriers = _carriers(text, hit, read.hits)
        when, status, when_rule = date_of(
            text, hit, act.status, carriers, set(read.hits), read.times, standing.rule
        )
        if status != act.status:
            act = derive(self._book, hit, Standing(status, when_rule), None)._replace(status=status)
        where, where_rule = read.places.of(hit, carriers, set(read.hits), when)
        if where is None:
            where = read.places.ruled(act.mode, roles.source)
            where_rule = where_rule if where is None else "rulers-state"
        trigger = _trigger(text, hit)
        said_by, said_rule = reporters(read.quotations, trigger.start, roles.source)
        sentence = text.sentence_of(hit.i)
        low = text.sentences[max(0, sentence.i - 1)]
        high = text.sentences[min(len(text.sentences) - 1, sentence.i + 1)]
        why = (
            ("entry", hit.entry.key), ("construction", hit.construction), ("type", act.rule),
            ("source", roles.source_rule), ("target", roles.target_rule), ("status", standing.rule),
            ("when", when_rule), ("where", where_rule), *((("reported", said_rule),) if said_rule else ()),
        )  # fmt: skip
        return Mention(
            id=Mention.make_id(text.article_id, act.type, trigger.start, trigger.end),
            article_id=text.article_id, event_id=None, type=act.type, mode=act.mode,
            status=act.status, plover_type=act.plover_type, cameo=act.cameo,  # type: ignore[arg-type]
            source=roles.source, target=roles.target, mutual=hit.entry.frame.mutual, when=when, where=where,
            issues=read.issues(text.tokens[low.start].start, text.tokens[high.end - 1].end), trigger=trigger,
            evidence=text.sentence_span(hit.i), reported_by=said_by, rule=hit.construction,
            confidence=0.0, why=why,
        )  # fmt: skip


def _carriers(text: Text, hit: Hit, hits: dict[int, Hit]) -> list[int]:
    """Words whose time and place are the act's too: the verb of a nominal act, the verbs over an infinitive."""
    found: list[int] = []
    if hit.entry.kind == "nouns":
        up = governor(text, hit.i)
        if up is not None and up not in hits:
            found.append(up)
    token = text.tokens[hit.i]
    while token.dep == "xcomp" and text.tokens[token.head].i not in hits:
        token = text.tokens[token.head]
        found.append(token.i)
    return found


def _of_another(text: Text, hit: Hit, inner: Hit) -> bool:
    """Whether the act stands inside an object that is somebody else's: "accepted Chad's offer to mediate"."""
    return any(
        text.kid(head, "poss") is not None and any(above.i == head for above in text.ancestors(inner.i))
        for head in hit.bound.matched
    )


def _trigger(text: Text, hit: Hit) -> Span:
    last = hit.i
    if hit.object is not None and hit.i < hit.object <= hit.i + 5:
        last = hit.object
    for kid in text.kids(hit.i, "prt"):
        if hit.i < kid.i <= hit.i + 2:
            last = max(last, kid.i)
    return text.span(hit.i, last + 1)
