"""One article: its text with layers to switch on and off, where its date comes from, what was taken out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.chronicle.layers import Layers, Passage
from dateline.chronicle.pages import Pages
from dateline.records import Article, Mention, Quotation, to_json
from dateline.web import words
from dateline.web.ask import Ask
from dateline.web.judging import about, interval, judge
from dateline.web.marks import Mark, marked
from dateline.web.screen import Answer, Extra, Page, Redirect, Rows, Screen

VOICES = 6
"""Speakers that have a colour of their own, the most quoted first."""
DEFAULT = ("quotations", "events")
ALL = ("quotations", "events", "people", "bodies", "places", "dates", "coloured", "copied")
NONE = "none"
"""What an address says when every layer is off."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer as the page offers it: how many passages it has, whether it is on, the address that switches it."""

    name: str
    count: int
    on: bool
    url: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the class of its colour."""

    name: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """A speaker, or a type of events, that a layer can be narrowed to: `on` where its passages are marked."""

    name: str
    kind: str
    count: int
    on: bool
    url: str


def show(ask: Ask) -> Answer:
    """The page of one article. Raises NotFound."""
    article = ask.pages.chronicle.article(ask.id)
    found = ask.pages.layers(article)
    on = chosen(ask)
    voices = speakers(found.quotations)
    heard, types = ask.many("voice"), ask.many("type")
    made = marks(narrowed(found, voices, heard, types), voices)
    counted = {"quotations": len(found.quotations), "events": len(found.mentions)}
    story = ask.pages.labels("story", [article.story_id]) if article.story_id else {}
    return Page(
        words.heading(article),
        {
            "article": article,
            "body": marked(article.text, (mark for name in ALL if name in on for mark in made[name])),
            "layers": [
                _layer(ask, name, made[name], on, counted.get(name))
                for name in ALL
                if made[name] or name in DEFAULT
            ],
            "voices": [
                Part(
                    one.name,
                    one.kind,
                    one.count,
                    not heard or one.name in heard,
                    ask.toggle("voice", one.name),
                )
                for one in voices.values()
            ]
            if "quotations" in on
            else [],
            "types": [
                Part(name, f"t-{name.lower()}", n, not types or name in types, ask.toggle("type", name))
                for name, n in Counter(one.type for one in found.mentions).most_common()
            ]
            if "events" in on
            else [],
            "narrowed": {"voice": bool(heard), "type": bool(types)},
            "all_voices": ask.url(voice=None),
            "all_types": ask.url(type=None),
            "events": found.mentions,
            "original": found.original,
            "story": story,
            "show_removed": ask.one("removed") == "1",
            "removed_url": ask.url(removed=None if ask.one("removed") == "1" else "1"),
            "judged": about(ask.pages, article.id),
            "fields": shown(article),
        },
    )


def chosen(ask: Ask) -> set[str]:
    """The layers that the address switches on."""
    return {name for name in ask.many("layer") if name in ALL} if ask.many("layer") else set(DEFAULT)


def narrowed(found: Layers, voices: dict[str, Voice], heard: Sequence[str], types: Sequence[str]) -> Layers:
    """The layers with the quotations of some speakers and the events of some types alone; nothing said means all."""
    names = {key for key, one in voices.items() if one.name in heard}
    quotations = found.quotations
    if heard:
        quotations = tuple(q for q in quotations if (q.speaker.name if q.speaker else "") in names)
    mentions = tuple(one for one in found.mentions if not types or one.type in types)
    return replace(found, quotations=quotations, mentions=mentions)


def _layer(ask: Ask, name: str, made: Sequence[Mark], on: set[str], count: int | None) -> Layer:
    left = [one for one in ALL if (one in on) != (one == name)]
    places = count if count is not None else len({(mark.start, mark.end) for mark in made})
    return Layer(
        name, places, name in on, ask.url(layer=None if set(left) == set(DEFAULT) else left or [NONE])
    )


def speakers(quotations: Iterable[Quotation]) -> dict[str, Voice]:
    """Speakers by name, the most quoted first; past the first few they share a colour."""
    counts: dict[str, int] = {}
    for one in quotations:
        name = one.speaker.name if one.speaker else ""
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted((name for name in counts if name), key=lambda name: (-counts[name], name))
    voices = {
        name: Voice(name, f"v{number}" if number <= VOICES else "v0", counts[name])
        for number, name in enumerate(ordered, 1)
    }
    if "" in counts:
        voices[""] = Voice("nobody named", "v0", counts[""])
    return voices


def marks(found: Layers, voices: dict[str, Voice]) -> dict[str, list[Mark]]:
    """The marks of every layer; quotations and triggers carry their id, so that they can be linked to."""
    return {
        "quotations": [mark for one in found.quotations for mark in _quotation(one, voices)],
        "events": [mark for one in found.mentions for mark in _event(one)],
        "people": _plain("l-people", found.people),
        "bodies": _plain("l-bodies", found.bodies),
        "places": _plain("l-places", found.places),
        "dates": _plain("l-dates", found.dates),
        "coloured": [
            Mark(
                one.span.start, one.span.end, "l-coloured",
                one.kind.replace("_", " ") + (f"; elsewhere: {words.one_line(one.neutral, 60)}" if one.neutral else ""),
            )
            for one in found.coloured
        ],
        "copied": _plain("l-copied", found.copied),
    }  # fmt: skip


def _plain(kind: str, several: Iterable[Passage]) -> list[Mark]:
    return [Mark(one.start, one.end, kind, one.said) for one in several]


def _quotation(one: Quotation, voices: dict[str, Voice]) -> list[Mark]:
    voice = voices[one.speaker.name if one.speaker else ""]
    told = ", ".join(part for part in (one.kind, one.cue_class, f"rule {one.rule}") if part)
    spans = one.pieces or (one.content,)
    said = f"{voice.name}: {told}"
    made = [Mark(span.start, span.end, f"l-said {voice.kind}", said) for span in spans]
    made[0] = Mark(spans[0].start, spans[0].end, f"l-said {voice.kind}", said, one.id)
    if one.cue:
        made.append(Mark(one.cue.start, one.cue.end, "l-cue", f"cue: {one.cue_class or 'not classed'}"))
    return made


def _event(one: Mention) -> list[Mark]:
    sides = " → ".join(part for part in (_names(one.source), _names(one.target)) if part)
    said = f"{one.type} {one.status}{f': {sides}' if sides else ''}; {words.days(one.when)}"
    return [Mark(one.trigger.start, one.trigger.end, f"l-event t-{one.type.lower()}", said, one.id)]


def _names(actors: Iterable[Any]) -> str:
    return ", ".join(words.one_line(actor.name, 40) for actor in actors)


def rows(ask: Ask) -> Rows:
    """Its quotations, as rows."""
    article = ask.pages.chronicle.article(ask.id)
    return Rows(ask.pages.chronicle.quotations(article=article.id), Quotation)


def data(ask: Ask) -> Any:
    """The article with its quotations and mentions, as the command `article --json` gives it."""
    article = ask.pages.chronicle.article(ask.id)
    return {
        **to_json(article),
        "quotations": to_json(list(ask.pages.chronicle.quotations(article=article.id))),
        "mentions": to_json(list(ask.pages.chronicle.mentions(article=article.id))),
    }


def change(ask: Ask) -> Redirect:
    """What the analyst decides about the article."""
    article = ask.pages.chronicle.article(ask.id)
    return judge(ask, article.id, shown(article), home="/chronicle")


def shown(article: Article) -> dict[str, str]:
    """The fields of an article as its form shows them."""
    return {
        "published": interval(article.published),
        "outlet": article.outlet or "",
        "title": article.title or "",
    }


def examples(pages: Pages) -> Sequence[str]:
    """The first, the longest of the first hundred with every layer on, one that is a copy, one with parts taken out."""
    articles: list[Article] = pages.find("article").page(1, 100)
    if not articles:
        return []
    longest = max(articles, key=lambda one: len(one.text))
    every = "&".join(f"layer={name}" for name in ALL)
    made = [
        f"/article/{articles[0].id}",
        f"/article/{longest.id}?{every}",
        f"/article/{longest.id}?layer={NONE}",
    ]
    made += [f"/article/{one.id}?layer=copied" for one in articles if one.copy_of][:1]
    made += [f"/article/{one.id}?removed=1" for one in articles if one.removed][:1]
    return list(dict.fromkeys(made))


SCREEN = Screen(
    name="article",
    paths=("/article/{id}",),
    show=show,
    rows=rows,
    data=data,
    examples=examples,
    extra=(Extra("POST", "/judge/article/{id}", change),),
)
