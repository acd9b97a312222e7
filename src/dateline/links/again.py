"""Mentions that are settled to be one event -> that event, made as the linker makes its own; and its title."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.links import _bases
from dateline.links.events import Cluster
from dateline.links.merge import merge
from dateline.links.titles import shown, title
from dateline.links.wordings import shared_quotations
from dateline.records import Article, Event, Mention, Quotation


def merged(
    mentions: Sequence[Mention], articles: Sequence[Article], quotations: Sequence[Quotation]
) -> Event:
    """The event of these mentions, without links. `articles` are theirs, `quotations` those of the articles."""
    return merge(
        Cluster(tuple(mentions), ()),
        {article.id: article for article in articles},
        _bases(quotations),
        shared_quotations(quotations),
    )


def titled(event: Event) -> str:
    """The title its slots give it."""
    status = shown(event.status, event.status_history)
    return title(event.type, status, event.source, event.target, event.mutual, event.where, event.mode)
