"""An analyst's word on a record of the project -> a judgement kept for good and laid on at once; taken back, listed."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from dateline.chronicle.laying import laid_on, unjudged
from dateline.chronicle.values import Values
from dateline.config import Config
from dateline.errors import NotFound, UsageError
from dateline.judgements import (
    Judgement,
    Passage,
    Standing,
    Target,
    Tools,
    canonical,
    last,
    make,
    passage,
    present,
    takeable,
)
from dateline.pipeline import Line
from dateline.pipeline.judged import tools
from dateline.records import UNDATED, Actor, Article, Event, Mention, Quotation, to_json
from dateline.store import Shelf, Store

__all__ = ["Judging", "full_id", "laid_on", "unjudged"]

TIME = "%Y-%m-%dT%H:%M:%S.%fZ"
WITH_RECORD = 3
"""Mentions of an event that its anchor carries whole, to be set there again should the machine lose them all."""
PASSAGES = 8
"""Passages by which an actor is anchored."""
STORY_ARTICLES = 24
HEAD = 80
"""Code points of an article by which it is anchored."""
MAY: dict[str, tuple[str, ...]] = {
    "confirm": ("mention", "quotation", "event"),
    "reject": ("mention", "quotation", "event"),
    "correct": ("mention", "quotation", "event", "article"),
    "merge": ("event", "actor"),
    "split": ("event", "actor"),
    "rename": ("event", "actor", "story"),
}


class Judging:
    """The judgements of one project."""

    def __init__(self, store: Store, config: Config, line: Line) -> None:
        self._store, self._config, self._line = store, config, line

    def judge(
        self, kind: str, id: str, others: Sequence[str], fields: Mapping[str, Any], name: str | None, *,
        why: str | None, by: str | None,
    ) -> Standing:  # fmt: skip
        """See `Chronicle.judge`."""
        if kind not in MAY:
            raise UsageError(f"nothing is judged by '{kind}'", remedy=f"Known: {', '.join(MAY)}")
        shelf = self._store.shelf()
        about, record = self._found(shelf, id)
        _check(kind, about, others, fields, name)
        targets = [self._target(shelf, about, record)]
        values: dict[str, Any] = {}
        if kind == "correct":
            values = self.values.read(about, fields, _day_of(record))
        elif kind == "rename" or (name and kind == "split"):
            values = {"name": " ".join(str(name).split())}
        if kind == "merge":
            targets += self._merged(shelf, about, record, others)
        elif kind == "split":
            targets += self._parted(shelf, about, record, others)
        return self._keep(kind, targets, values, why, by)

    def undo(self, id: str | None, *, why: str | None, by: str | None) -> Standing:
        """See `Chronicle.undo`."""
        given = self._store.shelf().judgements()
        one = last(given) if id is None else takeable(given, full_id(given, id))
        self._keep("undo", [], {}, why, by, one.id)
        return next(standing for standing in self.listed() if standing.judgement.id == one.id)

    def listed(self) -> list[Standing]:
        """Every judgement by time, with its state."""
        shelf = self._store.shelf()
        return present(shelf.judgements(), shelf.standings())

    def add(self, judgements: Iterable[Judgement]) -> int:
        """Judgements made elsewhere; how many were new here."""
        return laid_on(self._store, self._tools, lambda shelf: judgements)

    def withdrawn(self, kind: str) -> list[Any]:
        """Rejected mentions, quotations or events, by id."""
        return self._store.shelf().withdrawn(kind)

    @cached_property
    def _tools(self) -> Tools:
        return tools(self._config, self._line)

    @cached_property
    def values(self) -> Values:
        """Reads corrected values."""
        return Values(self._store, lambda: self._line.part("resolvers")(self._config))

    # ---------------------------------------------------------------- keeping

    def _keep(
        self, kind: str, targets: Sequence[Target], values: Mapping[str, Any], why: str | None, by: str | None,
        undoes: str | None = None,
    ) -> Standing:  # fmt: skip
        kept: list[Judgement] = []

        def add(shelf: Shelf) -> list[Judgement]:
            latest = max((one.at for one in shelf.judgements()), default="")
            kept.append(
                make(
                    kind, targets, values, by=self._who(by), at=_after(latest),
                    why=" ".join(why.split()) if why and why.strip() else None, undoes=undoes,
                )
            )  # fmt: skip
            return kept

        laid_on(self._store, self._tools, add)
        return next(one for one in self.listed() if one.judgement.id == kept[0].id)

    def _who(self, by: str | None) -> str:
        name = by or self._config.analyst
        if not name:
            try:
                name = getpass.getuser()
            except (OSError, KeyError, ImportError):
                raise UsageError(
                    "it is not known who judges", remedy="Say so with --by NAME or DATELINE_ANALYST=NAME"
                ) from None
        return " ".join(name.split())

    # ---------------------------------------------------------------- anchors

    def _found(self, shelf: Shelf, given: str) -> tuple[str, Any]:
        """The record of an id, or the actor of a name."""
        try:
            return shelf.find(given)
        except NotFound:
            ids = self._store.actor_ids(given)
            if len(ids) == 1:
                return "actor", self._store.one(Actor, ids[0])
            if ids:
                raise UsageError(
                    f"several actors are called '{given}': {', '.join(ids)}", remedy="Give the id"
                ) from None
            raise

    def _target(self, shelf: Shelf, about: str, record: Any) -> Target:
        passages: list[Passage]
        if about in ("mention", "quotation"):
            passages = [self._words(shelf, about, record, whole=True)]
        elif about == "event":
            mentions = [m for one in record.mentions if (m := shelf.record("mention", one)) is not None]
            passages = [
                self._words(shelf, "mention", m, whole=n < WITH_RECORD) for n, m in enumerate(mentions)
            ]
        elif about == "article":
            passages = [_head(record)]
        elif about == "story":
            passages = [_head(article) for article in shelf.of_story(record.id)[:STORY_ARTICLES]]
        else:
            passages = self._speaking_of(shelf, record)
        return Target(about, record.id, _name(record), tuple(passages))

    def _words(self, shelf: Shelf, about: str, record: Any, *, whole: bool) -> Passage:
        span = record.trigger if about == "mention" else record.content
        text: str | None = None
        if whole:
            made = shelf.machine(about, record.id) or record
            text = canonical(to_json(replace(made, judgement=None, judged_by=None)))
        return passage(self._article(shelf, record.article_id), span.start, span.end, about, record.id, text)

    def _speaking_of(self, shelf: Shelf, actor: Actor) -> list[Passage]:
        mentions, quotations, _, _ = shelf.about(actor.id)
        found: list[Passage] = []
        for about, ids in (("mention", mentions), ("quotation", quotations)):
            for id_ in ids:
                record: Mention | Quotation = shelf.record(about, id_)
                sides = (
                    [record.speaker] if isinstance(record, Quotation) else [*record.source, *record.target]
                )
                for ref in sides:
                    if ref and ref.span and ref.actor_id == actor.id and len(found) < PASSAGES:
                        article = self._article(shelf, record.article_id)
                        found.append(passage(article, ref.span.start, ref.span.end, about, record.id))
        return found

    @staticmethod
    def _article(shelf: Shelf, id_: str) -> Article:
        article: Article = shelf.record("article", id_)
        made = shelf.machine("article", id_)
        return replace(article, title=made.title, outlet=made.outlet)

    def _merged(self, shelf: Shelf, about: str, record: Any, others: Sequence[str]) -> list[Target]:
        found: dict[str, Target] = {}
        for given in others:
            kind, other = self._found(shelf, given)
            if kind != about:
                raise UsageError(
                    f"{record.id} is {_a(about)} and {other.id} {_a(kind)}",
                    remedy="Merge events with events, actors with actors",
                )
            if other.id == record.id:
                raise UsageError(f"{record.id} cannot be merged with itself")
            found[other.id] = self._target(shelf, kind, other)
        return list(found.values())

    def _parted(self, shelf: Shelf, about: str, record: Any, others: Sequence[str]) -> list[Target]:
        parts = ("mention",) if about == "event" else ("mention", "quotation")
        found: dict[str, Target] = {}
        for given in others:
            kind, other = shelf.find(given)
            if kind not in parts:
                raise UsageError(
                    f"{other.id} is {_a(kind)}",
                    remedy=f"What is split out of {_a(about)}: {' or '.join(parts)} ids",
                )
            if about == "event" and other.id not in record.mentions:
                raise UsageError(
                    f"{other.id} is no report of {record.id}",
                    remedy="See: dateline event ID --json, `mentions`",
                )
            found[other.id] = self._target(shelf, kind, other)
        if isinstance(record, Event) and set(found) >= set(record.mentions):
            raise UsageError("nothing would stay behind", remedy="Leave at least one mention in the event")
        return list(found.values())


def full_id(judgements: Sequence[Judgement], given: str) -> str:
    """The id of a judgement, of which `given` is a beginning. Raises NotFound and UsageError."""
    wanted = given.strip().lower().removeprefix("jud_")
    found = [one.id for one in judgements if one.id.removeprefix("jud_").startswith(wanted)] if wanted else []
    if not found:
        raise NotFound(f"no judgement has the id '{given}'", remedy="See: dateline judge PROJECT.db --list")
    if len(found) > 1:
        raise UsageError(
            f"'{given}' fits several ids: {', '.join(found[:3])} ..", remedy="Give more of the id"
        )
    return found[0]


def _check(kind: str, about: str, others: Sequence[str], fields: Mapping[str, Any], name: str | None) -> None:
    if about not in MAY[kind]:
        raise UsageError(
            f"{_a(about)} cannot be {kind}ed" if kind != "split" else f"{_a(about)} cannot be split",
            remedy=f"What can: {', '.join(MAY[kind])}",
        )
    if kind in ("merge", "split") and not others:
        raise UsageError(f"to {kind}, name at least one more record", remedy=f"Write: {kind} ID ID...")
    if kind not in ("merge", "split") and others:
        raise UsageError(f"one record at a time can be judged by '{kind}'", remedy="Call it once for each")
    if kind == "rename" and not (name and name.strip()):
        raise UsageError("a name is missing", remedy='Write: rename ID "New name"')
    if fields and kind != "correct":
        raise UsageError(f"'{kind}' takes no corrected fields", remedy="Write: correct ID --FIELD VALUE")


def _a(about: str) -> str:
    return f"{'an' if about[0] in 'aeiou' else 'a'} {about}"


def _after(latest: str) -> str:
    """The present moment in UTC, later than every judgement there is."""
    now = dt.datetime.now(dt.UTC)
    if latest and now.strftime(TIME) <= latest:
        now = dt.datetime.strptime(latest, TIME).replace(tzinfo=dt.UTC) + dt.timedelta(microseconds=1)
    return now.strftime(TIME)


def _day_of(record: Any) -> Any:
    return record.when if isinstance(record, (Mention, Event)) else UNDATED


def _head(article: Article) -> Passage:
    return passage(article, 0, min(HEAD, len(article.text)), "article", article.id)


def _name(record: Any) -> str:
    if isinstance(record, Mention):
        return f"{record.type} {record.status}"
    if isinstance(record, Quotation):
        return record.speaker.name if record.speaker else "(nobody named)"
    return str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)
