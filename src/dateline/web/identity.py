"""An actor -> who it may be the same as, and its reports and quotations to tell apart; a form's names -> ids."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.chronicle.pages import Pages
from dateline.records import Actor, Event, Mention, Quotation
from dateline.web import words
from dateline.web.ask import Ask

ALIKE, APART = 12, 40
"""Namesakes that are offered, reports and quotations that are listed to be told apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """One report or quotation that names the actor: its id, who tells it and when, its words."""

    id: str
    told_by: str
    when: str
    words: str


def namesakes(pages: Pages, actor: Actor) -> list[Actor]:
    """Other actors that share a name or the last word of a name with this one, the most active first."""
    names = {actor.name, *actor.also_known_as}
    names |= {name.split()[-1] for name in names if name.split()}
    ids = {id for name in sorted(names) for id in pages.store.actor_ids(name)} - {actor.id}
    found: dict[str, Actor] = pages.by_ids("actors", sorted(ids))
    return sorted(found.values(), key=lambda one: (-one.mentions - one.quotations, one.name, one.id))[:ALIKE]


def places(pages: Pages, actor: Actor) -> list[Place]:
    """Its newest reports and quotations, each with what it says."""
    events: list[Event] = pages.find("event", {"actor": [actor.id]}, newest=True).page(1, APART)
    ids = [id for event in events for id in event.mentions][: 3 * APART]
    found: dict[str, Mention] = pages.by_ids("mentions", ids)
    mentions = [
        found[id]
        for id in ids
        if id in found and any(ref.actor_id == actor.id for ref in (*found[id].source, *found[id].target))
    ]
    said: list[Quotation] = pages.find("quotation", {"speaker": [actor.id]}, newest=True).page(1, APART)
    held = [(one.id, one.article_id, one.evidence.text) for one in mentions]
    held += [(one.id, one.article_id, f"says: {one.content.text}") for one in said]
    articles = pages.by_ids("articles", [article for _, article, _ in held])
    return [
        Place(id, words.told_by(articles[article]), words.days(articles[article].published), text)
        for id, article, text in held[: 2 * APART]
        if article in articles
    ]


def meant(ask: Ask) -> Ask:
    """The same request, its other actors by id: each line of `others`, apart by ; where one holds several, is a name or
    an id. Raises NotFound and UsageError on a name that nobody or several go by."""
    ids: list[str] = []
    for name in ask.form.get("others", "").replace(";", "\n").split("\n"):
        several = name.split()
        if several and all(one.startswith("act_") for one in several):
            ids += several
        elif several:
            ids.append(ask.pages.chronicle.actor(name.strip()).id)
    return replace(ask, form={**ask.form, "others": " ".join(ids)})
