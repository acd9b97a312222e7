"""A project in which every text an article or an analyst could bring is an attack: one hundred payloads, everywhere."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

from dateline.corpus import Corpus, Linked, Seen, Told
from dateline.records import (
    Actor,
    ActorRef,
    Article,
    Claim,
    Comparison,
    DateRange,
    Discrepancy,
    Event,
    Loaded,
    Mention,
    Office,
    OnlyIn,
    Place,
    Quotation,
    Rejected,
    Removed,
    Span,
    StatusChange,
    Story,
    Storyline,
    content_id,
)
from dateline.store import Store

BREAKERS = (
    "",
    '">',
    "'>",
    "</title>",
    "</script>",
    "--></style>",
    "</textarea></option>",
    "]]>",
    "` x=",
    "{{ 7*7 }}",
)
"""How an attack leaves the place it was put in: text, attributes in either quotes, elements of raw text, templates."""
CORES = (
    "<script>window.ran=1;alert(1)</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg/onload=window.ran=1>",
    "<a href=javascript:window.ran=1 autofocus onfocus=window.ran=1 tabindex=1>x</a>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<div hx-get=/chronicle hx-trigger=load hx-on:htmx:load=window.ran=1 hx-on::load=window.ran=1>x</div>",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=1'><base href=//evil.example/>",
    "<details open ontoggle=window.ran=1><summary style=background:url(javascript:window.ran=1)>x</summary>",
    " onmouseover=window.ran=1 onfocus=window.ran=1 autofocus style=width:9999px ",
    '=HYPERLINK("javascript:window.ran=1","x")<object data=javascript:window.ran=1></object>',
)
PAYLOADS = tuple(breaker + core for breaker, core in itertools.product(BREAKERS, CORES))
DAY = dt.date(2021, 3, 1)


def build(path: Path) -> None:
    """Write the project: one article a payload, all in one story, events shared by two articles each."""
    articles, mentions, quotations, events, actors = [], [], [], [], []
    for number, payload in enumerate(PAYLOADS):
        article, mention, quotation, actor = _one(number, payload)
        articles.append(article)
        mentions.append(mention)
        quotations.append(quotation)
        actors.append(actor)
    for first in range(0, len(mentions), 2):
        pair = mentions[first : first + 2]
        events.append(_event(PAYLOADS[first], pair, articles[first : first + 2]))
    event_of = {m: event.id for event in events for m in event.mentions}
    after = Corpus(
        tuple(_with(article, story_id=STORY) for article in articles),
        tuple(_with(one, same_as="same_0123456789abcdef") for one in quotations),
        tuple(_with(one, event_id=event_of[one.id]) for one in mentions),
    )
    before = Corpus(tuple(articles), tuple(quotations), tuple(mentions))
    story = Story(
        STORY, LINE, PAYLOADS[0], DAY, DAY + dt.timedelta(99), tuple(a.id for a in articles),
        tuple(e.id for e in events), tuple(a.id for a in actors), tuple(a.outlet or "" for a in articles),
        Comparison(
            tuple((e.id, tuple((a.outlet or "", "reported" if a.id in e.articles else "omitted") for a in articles[:9])) for e in events),
            (("same_0123456789abcdef", tuple((a.outlet or "", "reported") for a in articles[:9])),),
            tuple(OnlyIn(a.outlet or "", Span(0, 9, a.text[:9]), a.id) for a in articles[:9]),
            tuple(Loaded(a.id, Span(0, 9, a.text[:9]), PAYLOADS[n]) for n, a in enumerate(articles[:9])),
        ),
    )  # fmt: skip
    line = Storyline(LINE, PAYLOADS[1], DAY, DAY, (STORY,), tuple(a.id for a in actors))
    with Store(path) as store:
        stamp = store.stamp("program 1", "model 1", "data 1")
        for number, article in enumerate(articles):
            seen = [Seen(actors[number].id, actors[number].name, "person", "XVE", (actors[number].name,))]
            store.add(article, [quotations[number]], [mentions[number]], seen, b"digest", stamp)
            store.reject(
                Rejected(f"{PAYLOADS[number]}.html", f"bad {number}", "articles", "no-body", PAYLOADS[number])
            )
        told = Told(Linked(after, tuple(events)), (story,), (line,))
        store.put(before, told, actors, store.generation(), stamp)


STORY, LINE = "sto_0123456789abcdef", "lin_0123456789abcdef"


def _with(record, **changes):  # type: ignore[no-untyped-def]
    import dataclasses

    return dataclasses.replace(record, **changes)


def _one(number: int, payload: str) -> tuple[Article, Mention, Quotation, Actor]:
    name = f"{payload} {number}"
    words = f"{payload} met somebody & <b>others</b>."
    said = f"“We agree {payload},” said {name}."
    text = f"{words} {said}\n\n{payload}"
    sha256 = f"hostile {number}"
    day = DAY + dt.timedelta(number)
    article = Article(
        Article.make_id(sha256), f"folder/{payload}.txt", sha256, name, payload, payload, (payload,), "en",
        DateRange(day, day, payload, "metadata"), payload, text, (Removed(payload, payload),), None, None, 0.0,
        f"javascript:window.ran=1//{number}" if number % 2 else f"https://news.example/{payload}",
    )  # fmt: skip
    actor_id = Actor.make_id("person", name, "XVE")
    met = text.index(" met ") + 1
    ref = ActorRef(
        actor_id, name, "XVE", payload, Span(0, len(payload), payload), "person", description=payload
    )
    other = ActorRef(None, payload, "XKA", payload, None, "anonymous", anonymous=True, sector=payload)
    mention = Mention(
        Mention.make_id(article.id, "CONSULT", met, met + 3), article.id, None, "CONSULT", payload, "happened",
        "CONSULT", payload, (ref,), (other,), False, DateRange(day, day, payload, "text"),
        Place(payload, "XVE", 1.0, 1.0), (payload,), Span(met, met + 3, "met"), Span(0, len(words), words), (other,),
        payload, 0.5, (("entry", payload), (payload, payload)),
    )  # fmt: skip
    start = text.index("“") + 1
    content = Span(start, start + len(f"We agree {payload},"), f"We agree {payload},")
    cue = text.index("said", content.end)
    quotation = Quotation(
        Quotation.make_id(article.id, "direct", content.start, content.end), article.id, "direct", content, ref,
        Span(cue, cue + 4, "said"), other, (other,), payload, 0.5, None, payload, payload, issues=(payload,),
    )  # fmt: skip
    actor = Actor(
        actor_id, name, (payload, f"{payload} II"), "person", "XVE", (Office(payload, day, None),), 1, 1
    )
    return article, mention, quotation, actor


def _event(payload: str, mentions: list[Mention], articles: list[Article]) -> Event:
    ids = tuple(sorted(one.id for one in mentions))
    gap = Discrepancy("place", tuple(Claim(f"{payload} {n}", (one.id,)) for n, one in enumerate(mentions)))
    return Event(
        content_id("evt", ids[0]), STORY, "CONSULT", payload, "happened",
        tuple(StatusChange("happened", DAY, one.id) for one in mentions), mentions[0].when, mentions[0].where,
        mentions[0].source, mentions[0].target, ids, tuple(a.id for a in articles),
        tuple(a.outlet or "" for a in articles), 2, (gap,), 0.5, payload, "CONSULT", False, (payload,),
        tuple((mentions[0].id, one.id, payload) for one in mentions[1:]),
        tuple((articles[0].id, one.id, payload) for one in articles[1:]),
    )  # fmt: skip
