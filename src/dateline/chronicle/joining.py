"""A few new articles in a large project -> each joins its events and story, instead of everything being told again.

A small project is always told anew (that takes seconds and is exact), and so is one that has grown by a fifth since it was
last told whole, or whose program, model or tables are others.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.chronicle.judging import unjudged
from dateline.config import Config
from dateline.judgements import Tools
from dateline.pipeline import Line
from dateline.pipeline.join import joiner
from dateline.store import Near, Store

SMALLEST = 500
"""Articles that a project must have been told of whole."""
BATCH = 25
"""One new article in so many: more at once are told anew with all the others."""
GROWTH = 5
"""A project that grew by one in so many since it was told whole is told whole again."""


def may_join(store: Store, near: Near, stamp: int, smallest: int = SMALLEST) -> bool:
    """Whether the articles that are in no story yet can join one by one."""
    fresh, all_ = len(near.fresh()), store.count("articles")
    return (
        near.keyed() >= smallest
        and store.linked_but(fresh, stamp)
        and fresh * BATCH <= all_
        and (all_ - near.keyed()) * GROWTH <= near.keyed()
    )


def join_all(
    store: Store, config: Config, line: Line, stamp: int, lent: Tools, done: Callable[[], None] = lambda: None
) -> int:
    """Let every article that is in no story join; how many did. An analyst's judgements are lifted and laid on again."""
    join = joiner(config, line)
    count = 0
    with unjudged(store, lent), store.near() as near:
        for article_id in near.fresh():
            near.write(join(near.bare(article_id), near))
            count += 1
            done()
        store.settle(stamp)
    return count
