"""Kind of record -> its class: what there is to export, in the order of reading."""

from __future__ import annotations

from dateline.records import Actor, Article, Event, Mention, Quotation, Rejected, Story, Storyline

KINDS: dict[str, type] = {
    "articles": Article,
    "quotations": Quotation,
    "mentions": Mention,
    "events": Event,
    "stories": Story,
    "storylines": Storyline,
    "actors": Actor,
    "rejected": Rejected,
}
