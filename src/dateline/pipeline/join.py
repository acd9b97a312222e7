"""One new article and the project's neighbourhood of it -> what joining changes, by the same rules as `tell`, without the rest.

Near the article are: articles that share its most telling words, texts that hold pieces of it, quotations that share
runs of words with its own, mentions that share a side and a stretch of days with its own. Their stories and events are
taken whole, clustered again with the new ones, and what comes out otherwise than it was is given back. What `tell` would
find farther away is not found; docs/accuracy/stories.md says how often that matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.config import Config
from dateline.corpus import Corpus, Indexed, Joined, Known
from dateline.links import ready
from dateline.links.keys import words_of
from dateline.pipeline import join_events, join_stories, keys
from dateline.pipeline.around import TEXTS, Found, Near
from dateline.pipeline.cast import grown
from dateline.pipeline.companions import narrowed
from dateline.pipeline.join_words import alike, commonness, copied
from dateline.pipeline.line import Line
from dateline.records import Actor, Article
from dateline.stories import weights

Join = Callable[[Corpus, Near], Joined]


def joiner(config: Config, line: Line) -> Join:
    """The function that joins one article (as it gave it, with all it gave); tables are read once."""
    resolvers = line.part("resolvers")(config)
    link = line.part("links")(config, resolvers)
    ready()

    def join(fresh: Corpus, near: Near) -> Joined:
        (article,) = fresh.articles
        known = commonness(article, fresh.mentions, near)
        article, copying = copied(article, fresh, near)
        likely = alike(article, known, near)
        beside = near.records(Article, [*likely[:TEXTS], *copying])
        (article, *_), mentions = narrowed((article, *beside.values()), fresh.mentions, resolvers)
        quotations = join_events.shared_words(article, fresh.quotations, near)
        found = join_events.events(article, mentions, quotations, known, near, link)
        article = found.articles[article.id]
        groups = join_stories.groups_near(article, found, [*likely, *copying], known, near)
        told = join_stories.told(article, groups, found, known, near)
        cast = _cast(fresh, found, near, resolvers.who)
        return replace(told, actors=cast, indexed=_indexed(article, fresh, found, known, told.indexed))

    return join


def _cast(fresh: Corpus, found: Found, near: Near, who: Any) -> tuple[Actor, ...]:
    """The actors that the article names, with what it adds to them."""
    (article,) = fresh.articles
    quotations = [q for q in found.quotations.values() if q.article_id == article.id]
    mentions = [m for m in found.mentions.values() if m.article_id == article.id]
    return grown(lambda ids: near.records(Actor, ids), fresh.seen, quotations, mentions, who)


def _indexed(article: Article, fresh: Corpus, found: Found, known: Known, told: Indexed) -> Indexed:
    """Keys and counts that the article adds."""
    own = weights.counted(article)
    around: Counter[str] = Counter()
    mentions = [m for m in found.mentions.values() if m.article_id == article.id]
    for mention in mentions:
        around.update(words_of(mention))
    said = frozenset(q.same_as for q in found.quotations.values() if q.article_id == article.id and q.same_as)
    dated = found.articles.get(article.id, article)
    rows = [
        *keys.of_article(dated, own, known.articles, known.words),
        *keys.of_text(*fresh.digests[0]),
        *(row for q in fresh.quotations for row in keys.of_quotation(q)),
        *(row for m in mentions for row in keys.of_mention(m, dated, said, known.near)),
        *(row for id_, profile in told.profiles.items() for row in keys.of_story(id_, profile)),
    ]
    totals = keys.counted(1, dict.fromkeys(own, 1), len(mentions), around)
    return replace(told, keys=tuple(rows), counts=totals)
