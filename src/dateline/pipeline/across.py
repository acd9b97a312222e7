"""Corpus -> Told and the table of actors: copies, links, stories, in that order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.config import Config
from dateline.corpus import Corpus, Told
from dateline.errors import DatelineError
from dateline.pipeline.cast import actors
from dateline.pipeline.companions import narrowed
from dateline.pipeline.line import Line
from dateline.pipeline.unit import STAGE_FAULTS, Clock, describe
from dateline.records import Actor


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that was found by looking across articles; `seconds` of processor time by stage."""

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

    Raises DatelineError for a fault in one of these stages, since it concerns the whole project.
    """
    clock = Clock()

    def begin(stage: str) -> None:
        clock.start(stage)
        started(stage)

    try:
        whole = _tell(corpus, config, line, begin)
    except STAGE_FAULTS as error:
        raise DatelineError(
            f"the stage '{clock.stage}' failed on this project ({describe(error)})",
            remedy="Every article is stored; please report this, with the output of: dateline doctor PROJECT.db",
        ) from error
    clock.stop()
    return Whole(*whole, tuple(sorted(clock.seconds.items())))


def _tell(
    corpus: Corpus, config: Config, line: Line, begin: Callable[[str], None]
) -> tuple[Told, tuple[Actor, ...]]:
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
    begin("dates")
    articles, mentions = narrowed(corpus.articles, corpus.mentions, resolvers)
    corpus = replace(corpus, articles=articles, mentions=mentions)
    begin("links")
    linked = line.part("links")(config, resolvers)(corpus)
    begin("stories")
    told = line.part("stories")(config, resolvers)(linked)
    begin("actors")
    return told, actors(
        corpus.seen, told.linked.corpus.quotations, told.linked.corpus.mentions, resolvers.who
    )
