"""A parsed article with its quotations in, its mentions out: one for each act that the codebook finds an actor for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.events.actors import NOBODY, Actors, Known
from dateline.events.codebook import Codebook
from dateline.events.dates import Anchored, anchors, bounded, fitted, own_date
from dateline.events.derive import derive
from dateline.events.grammar import governor
from dateline.events.issues import Issues, window
from dateline.events.places import Places
from dateline.events.reports import reporters
from dateline.events.roles import Filled, governing_subject, source_paths, target_paths
from dateline.events.same_act import share_dates
from dateline.events.status import Standing, decide
from dateline.events.triggers import Hit, find
from dateline.records import ActorRef, Mention, Quotation, Span
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

WANTS_TARGET = frozenset(
    {"CONSULT", "SUPPORT", "COOPERATE", "AID", "ACCUSE", "SANCTION", "COERCE", "ASSAULT"}
)
FLOOR = 0.35


class Roles(NamedTuple):
    """Both sides of an act and how each was found."""

    source: tuple[ActorRef, ...]
    target: tuple[ActorRef, ...]
    source_rule: str
    target_rule: str
    sure: bool


class Coder:
    """Codes articles with one codebook, one table of issues and the resolvers."""

    def __init__(self, book: Codebook, issues: Issues, resolvers: Resolvers | None) -> None:
        self._book, self._issues, self._resolvers = book, issues, resolvers

    def __call__(self, text: Text, quotations: tuple[Quotation, ...]) -> tuple[Mention, ...]:
        """Mentions in the order of their triggers."""
        hits = find(text, self._book)
        by_token = {hit.i: hit for hit in hits}
        actors = Actors(text, self._book, self._resolvers)
        places = Places(text, self._resolvers)
        expressions = self._resolvers.when.expressions(text) if self._resolvers is not None else ()
        found = anchors(text, expressions)
        issues = window(len(text.text), self._issues.find(text.text))
        triggers = set(by_token)
        mentions: list[Mention] = []
        for hit in hits:
            standing = decide(text, self._book, hit, by_token)
            if standing.dropped_by is not None or standing.status is None:
                continue
            roles = self._roles(text, hit, actors)
            if not self._stands(hit, roles):
                continue
            mentions.append(
                self._mention(text, hit, standing, roles, quotations, places, found, triggers, issues)
            )
        return tuple(share_dates(text, mentions))

    def _stands(self, hit: Hit, roles: Roles) -> bool:
        """Whether the act has the actors its type asks for."""
        if not roles.source:
            return False
        wanted = hit.entry.type in WANTS_TARGET or hit.entry.needs == "target"
        return bool(roles.target) or not wanted

    def _roles(self, text: Text, hit: Hit, actors: Actors) -> Roles:
        source, source_rule = self._first(actors, source_paths(text, hit), (), False)
        if hit.entry.kind == "nouns" and source is NOBODY:
            known = self._any(actors, governing_subject(text, hit.i), False)
            if known is not NOBODY and hit.entry.frame.mutual:
                source, source_rule = known, "governing-subject"
        target, target_rule = self._first(actors, target_paths(text, hit), source.actors, True)
        sources, targets = source.actors, target.actors
        if hit.entry.frame.mutual and not targets and len(sources) > 1:
            sources, targets, target_rule = sources[:1], sources[1:], "coordinated"
        targets = tuple(one for one in targets if not _among(one, sources))
        return Roles(
            sources,
            targets,
            f"{source_rule}/{source.rule}",
            f"{target_rule}/{target.rule}",
            source.sure and target.sure,
        )

    def _first(
        self, actors: Actors, paths: Sequence[Filled], but: tuple[ActorRef, ...], place: bool
    ) -> tuple[Known, str]:
        for heads, rule in paths:
            known = self._any(actors, heads, place)
            kept = tuple(one for one in known.actors if not _among(one, but))
            if kept:
                return known._replace(actors=kept), rule
        return NOBODY, "none"

    @staticmethod
    def _any(actors: Actors, heads: Sequence[int], place: bool) -> Known:
        found: list[ActorRef] = []
        rule, sure = "", True
        for head in heads:
            known = actors.at(head, place=place)
            if known.actors:
                found += [one for one in known.actors if not _among(one, found)]
                rule, sure = rule or known.rule, sure and known.sure
        return Known(tuple(found), rule, sure) if found else NOBODY

    def _mention(
        self, text: Text, hit: Hit, standing: Standing, roles: Roles, quotations: tuple[Quotation, ...], places: Places,
        found: Anchored, triggers: set[int], issues: Callable[[int, int], tuple[str, ...]],
    ) -> Mention:  # fmt: skip
        status = standing.status or "happened"
        carriers = self._carriers(text, hit, triggers)
        dated = own_date(text, hit, carriers, triggers, found)
        if dated is None:
            when, when_rule = bounded(status, text.published)
        else:
            when, when_rule = fitted(dated[0], status, text.published), dated[1]
        where, where_rule = places.of(hit, carriers, triggers, when)
        trigger = _trigger(text, hit)
        evidence = text.sentence_span(hit.i)
        said_by, said_rule = reporters(quotations, trigger.start, roles.source)
        plover, cameo = derive(self._book, hit.entry, standing)
        sentence = text.sentence_of(hit.i)
        low = text.tokens[text.sentences[max(0, sentence.i - 1)].start].start
        after = text.sentences[min(len(text.sentences) - 1, sentence.i + 1)]
        high = text.tokens[after.end - 1].end
        why = (
            ("entry", hit.entry.key), ("construction", hit.construction), ("source", roles.source_rule),
            ("target", roles.target_rule), ("status", standing.rule), ("when", when_rule), ("where", where_rule),
            *((("reported", said_rule),) if said_rule else ()),
        )  # fmt: skip
        return Mention(
            id=Mention.make_id(text.article_id, hit.entry.type, trigger.start, trigger.end),
            article_id=text.article_id, event_id=None, type=hit.entry.type, mode=hit.entry.mode,
            status=status, plover_type=plover, cameo=cameo,  # type: ignore[arg-type]
            source=roles.source, target=roles.target, mutual=hit.entry.frame.mutual, when=when, where=where,
            issues=issues(low, high), trigger=trigger, evidence=evidence, reported_by=said_by,
            rule=f"{hit.construction}", confidence=_confidence(hit, standing, roles), why=why,
        )  # fmt: skip

    @staticmethod
    def _carriers(text: Text, hit: Hit, triggers: set[int]) -> list[int]:
        """Words whose time and place are the act's too: the verb of a nominal act, the verb over an infinitive."""
        found: list[int] = []
        if hit.entry.kind == "nouns":
            up = governor(text, hit.i)
            if up is not None and up not in triggers:
                found.append(up)
        token = text.tokens[hit.i]
        while token.dep == "xcomp" and text.tokens[token.head].i not in triggers:
            token = text.tokens[token.head]
            found.append(token.i)
        return found


def _among(one: ActorRef, others: Sequence[ActorRef]) -> bool:
    return any(
        (one.actor_id is not None and one.actor_id == other.actor_id)
        or (one.name == other.name and one.country == other.country)
        for other in others
    )


def _trigger(text: Text, hit: Hit) -> Span:
    last = hit.i
    if hit.object is not None and hit.i < hit.object <= hit.i + 5:
        last = hit.object
    for kid in text.kids(hit.i, "prt"):
        if hit.i < kid.i <= hit.i + 2:
            last = max(last, kid.i)
    return text.span(hit.i, last + 1)


def _confidence(hit: Hit, standing: Standing, roles: Roles) -> float:
    value = 0.6 + min(hit.entry.pattern.weight, 6) * 0.04
    if roles.target:
        value += 0.1
    if hit.entry.kind == "nouns":
        value -= 0.15
    if not roles.sure:
        value -= 0.1
    if standing.status in ("hypothetical", "alleged"):
        value -= 0.1
    return round(max(0.05, min(0.99, value)), 2)
