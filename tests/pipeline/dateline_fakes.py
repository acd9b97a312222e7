"""Stages small enough to reason about, reached by name so that spawned workers can load them too.

An article is `OUTLET|YYYY-MM-DD|Title` on the first line and a body. Words in double quotation marks are quotations of
the capitalised word after `said`; `met` and `refused` between two words are mentions.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dateline.config import Config
from dateline.corpus import Corpus, Linked, Told
from dateline.errors import ConfigError, InputError
from dateline.pipeline import Line
from dateline.records import (
    Actor,
    ActorRef,
    Article,
    DateRange,
    Event,
    Mention,
    Quotation,
    RawDocument,
    Rejected,
    Span,
    StatusChange,
    Story,
    Storyline,
    content_id,
)  # fmt: skip
from dateline.syntax import Entity, Name, Sentence, Text, Token

PACE = "DATELINE_FAKE_SECONDS"


@dataclass(frozen=True)
class FakeWho:
    known: tuple[Actor, ...] = ()

    def actor(self, actor_id: str) -> Actor | None:
        return next((actor for actor in self.known if actor.id == actor_id), None)


@dataclass(frozen=True)
class FakeResolvers:
    who: FakeWho = FakeWho()


def resolvers(config: Config) -> FakeResolvers:
    return FakeResolvers()


def read(
    paths: Sequence[str], config: Config, *, fields: Mapping[str, str] | None = None
) -> Iterator[RawDocument | Rejected]:
    files: list[Path] = []
    for given in map(Path, paths):
        files.extend(sorted(given.iterdir()) if given.is_dir() else [given])
    for path in files:
        data = path.read_bytes()
        sha = hashlib.sha256(data).hexdigest()
        if not data:
            yield Rejected(path.name, sha, "sources", "empty", "there is nothing in it")
        else:
            yield RawDocument(path.name, sha, "text", data.decode())


def articles(config: Config, resolvers: FakeResolvers) -> object:
    def clean(raw: RawDocument) -> Article | Rejected:
        head, _, body = raw.content.partition("\n")
        if "FRENCH" in body:
            return Rejected(raw.source, raw.sha256, "articles", "language", "the article is in French")
        outlet, day, title = head.split("|")
        return Article(
            id=Article.make_id(raw.sha256), source=raw.source, sha256=raw.sha256, outlet=outlet, domain=None,
            title=title, byline=("A. Writer",), language="en", dateline_place=None, text=body.strip(),
            published=DateRange(date.fromisoformat(day), date.fromisoformat(day), day, "metadata"),
        )  # fmt: skip

    return clean


def digest(article: Article) -> bytes:
    return hashlib.sha256(article.text.encode()).digest()[:8]


def copies(digests: Iterable[tuple[str, bytes]]) -> dict[str, tuple[str, float]]:
    first: dict[bytes, str] = {}
    found = {}
    for article_id, mark in digests:
        if mark in first:
            found[article_id] = (first[mark], 1.0)
        first.setdefault(mark, article_id)
    return found


def text(config: Config, resolvers: FakeResolvers) -> object:
    def parse(articles: Iterable[Article]) -> Iterator[Text]:
        for article in articles:
            time.sleep(float(os.environ.get(PACE, "0")))
            if "KILL" in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            words = list(re.finditer(r"\w+", article.text))
            tokens = tuple(
                Token(i, w.start(), w.end(), w.group(), w.group().lower(), w.group(), "X", "X", "dep", 0, 0)
                for i, w in enumerate(words)
            )
            names = [i for i, w in enumerate(words) if w.group()[0].isupper()]
            actors = sorted({words[i].group() for i in names})
            yield Text(
                article.id, article.text, tokens, (Sentence(0, 0, len(tokens), 0, 0),), tuple(() for _ in tokens),
                names=tuple(Name(i, i + 1, "PERSON", _id(words[i].group())) for i in names),
                entities=tuple(Entity(i, name, "person", _id(name)) for i, name in enumerate(actors)),
                published=article.published, title=article.title, outlet=article.outlet,
            )  # fmt: skip

    return parse


def quotes(config: Config, resolvers: FakeResolvers) -> object:
    def find(text: Text) -> tuple[Quotation, ...]:
        if "BREAK" in text.text:
            raise KeyError("a table without a row")
        if "REFUSE" in text.text:
            raise InputError("odd", "this text is odd", where="somewhere", remedy="Mend it")
        return tuple(_quotations(text))

    return find


def _quotations(text: Text) -> Iterator[Quotation]:
    for found in re.finditer(r'"([^"]+)"(?: said (\w+))?', text.text):
        span = Span(found.start(1), found.end(1), found.group(1))
        speaker = _ref(found, 2) if found.group(2) else None
        yield Quotation(
            Quotation.make_id(text.article_id, "direct", span.start, span.end), text.article_id, "direct", span,
            speaker, None, None, (), "fake", 0.9, cue_class="say", issues=("trade",),
        )  # fmt: skip


def events(config: Config, resolvers: FakeResolvers) -> object:
    def code(text: Text, quotations: tuple[Quotation, ...]) -> tuple[Mention, ...]:
        return tuple(_mentions(text))

    return code


def _mentions(text: Text) -> Iterator[Mention]:
    for found in re.finditer(r"(\w+) (met|refused) (\w+)", text.text):
        type_, status = ("CONSULT", "happened") if found.group(2) == "met" else ("REJECT", "refused")
        trigger = Span(found.start(2), found.end(2), found.group(2))
        yield Mention(
            Mention.make_id(text.article_id, type_, trigger.start, trigger.end), text.article_id, None, type_, "meet",
            status, type_, "040", (_ref(found, 1),), (_ref(found, 3),), True, text.published, None, ("summitry",),
            trigger, Span(found.start(), found.end(), found.group()), (), "fake", 0.8, (("rule", "fake"),),
        )  # fmt: skip


def links(config: Config, resolvers: FakeResolvers) -> object:
    def link(corpus: Corpus) -> Linked:
        outlets = {article.id: article.outlet or "" for article in corpus.articles}
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in corpus.mentions:
            sides = sorted(ref.name for ref in (*mention.source, *mention.target))
            groups[content_id("evt", mention.type, *sides)].append(mention)
        same = {q.id: content_id("same", q.content.text) for q in corpus.quotations}
        where = {mention.id: event_id for event_id, group in groups.items() for mention in group}
        linked = replace(
            corpus,
            mentions=tuple(replace(m, event_id=where[m.id]) for m in corpus.mentions),
            quotations=tuple(replace(q, same_as=same[q.id]) for q in corpus.quotations),
        )
        return Linked(linked, tuple(_event(one, groups[one], outlets) for one in sorted(groups)))

    return link


def _event(event_id: str, group: list[Mention], outlets: dict[str, str]) -> Event:
    first = min(group, key=lambda m: (m.when.earliest or date.max, m.id))
    return Event(
        event_id, None, first.type, first.evidence.text, first.status,
        (StatusChange(first.status, first.when.earliest, first.id),), first.when, None, first.source, first.target,
        tuple(m.id for m in group), tuple(sorted({m.article_id for m in group})),
        tuple(sorted({outlets[m.article_id] for m in group})), 1, (), 0.7, issues=first.issues,
    )  # fmt: skip


def stories(config: Config, resolvers: FakeResolvers) -> object:
    def tell(linked: Linked) -> Told:
        articles = linked.corpus.articles
        if not articles:
            return Told(linked)
        story_id, line_id = content_id("sto", articles[0].id), content_id("lin", articles[0].id)
        days = sorted(a.published.earliest for a in articles if a.published.earliest)
        actors = tuple(
            sorted({ref.actor_id for e in linked.events for ref in (*e.source, *e.target) if ref.actor_id})
        )
        story = Story(
            story_id, line_id, "All of it", days[0], days[-1], tuple(a.id for a in articles),
            tuple(e.id for e in linked.events), actors, tuple(sorted({a.outlet or "" for a in articles})),
        )  # fmt: skip
        corpus = replace(linked.corpus, articles=tuple(replace(a, story_id=story_id) for a in articles))
        told = tuple(replace(e, story_id=story_id) for e in linked.events)
        return Told(
            Linked(corpus, told),
            (story,),
            (Storyline(line_id, "All", days[0], days[-1], (story_id,), actors),),
        )

    return tell


def _id(name: str) -> str:
    return Actor.make_id("person", name, None)


def _ref(found: re.Match[str], group: int) -> ActorRef:
    name = found.group(group)
    span = Span(found.start(group), found.end(group), name)
    if name == "officials":
        return ActorRef(None, "officials", anonymous=True, kind="anonymous", span=span)
    return ActorRef(_id(name), name, country="ARC", kind="person", span=span)


NAME = "dateline_fakes"
FAKES = Line(
    resolvers=f"{NAME}:resolvers", sources=f"{NAME}:read", articles=f"{NAME}:articles", digest=f"{NAME}:digest",
    copies=f"{NAME}:copies", text=f"{NAME}:text", quotes=f"{NAME}:quotes", events=f"{NAME}:events",
    links=f"{NAME}:links", stories=f"{NAME}:stories",
)  # fmt: skip


def no_table(config: Config, resolvers: FakeResolvers) -> object:
    raise ConfigError("a table cannot be read", where="offices.tsv")


def dies_at_once(config: Config, resolvers: FakeResolvers) -> object:
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def broken_links(config: Config, resolvers: FakeResolvers) -> object:
    return lambda corpus: len(corpus.articles) / 0
