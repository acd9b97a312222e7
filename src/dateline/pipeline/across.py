"""Corpus -> Told and the table of actors: copies, links, stories, in that order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.config import Config
from dateline.corpus import Corpus, Told
from dateline.pipeline.cast import actors
from dateline.pipeline.line import Line
from dateline.pipeline.unit import Clock
from dateline.records import Actor


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that was found by looking across articles; `seconds` by stage."""

    told: Told
    actors: tuple[Actor, ...]
    seconds: tuple[tuple[str, float], ...]


def tell(
    corpus: Corpus,
    config: Config,
    line: Line,
    started: Callable[[str], None] = lambda stage: None,
) -> Whole:
    """Copies, links, stories and actors of a corpus sorted by id; `started` hears each stage's name.

    A fault in one of these stages concerns the whole project and is raised.
    """
    clock = Clock()

    def begin(stage: str) -> None:
        clock.start(stage)
        started(stage)

    resolvers = line.part("resolvers")(config)
    begin("copies")
    found = line.part("copies")(corpus.digests)
    corpus = replace(
        corpus,
        articles=tuple(
            replace(article, copy_of=found[article.id][0], copied_share=found[article.id][1])
            if article.id in found
            else article
            for article in corpus.articles
        ),
    )
    begin("links")
    linked = line.part("links")(config, resolvers)(corpus)
    begin("stories")
    told = line.part("stories")(config, resolvers)(linked)
    begin("actors")
    cast = actors(corpus.seen, told.linked.corpus.quotations, told.linked.corpus.mentions, resolvers.who)
    clock.stop()
    return Whole(told, cast, tuple(sorted(clock.seconds.items())))
