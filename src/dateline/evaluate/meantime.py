"""MEANTIME articles with their event words -> the day, the participants and the chain of each, and how often they are right.

Given words are dated and linked as the product does for its own; the product's own mentions of each article come along
as `mentions` (with the event each is linked into) and are judged where their trigger is one of the given words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.config import Config
from dateline.evaluate.ecb import topics
from dateline.evaluate.frame import Benchmark, Gold, Prediction
from dateline.evaluate.meantime_days import as_written, days, heads_in
from dateline.evaluate.meantime_score import score
from dateline.links.bare import BareMention, agents, around, bare_mention, patients, tokens_of
from dateline.links.chains import chains
from dateline.records import UNDATED, ActorRef, Article, DateRange, Mention
from dateline.syntax import Text, Token

Pieces = list[tuple[int, int]]
PLACES = frozenset({"GPE", "LOC", "FAC"})


def make(config: Config) -> Benchmark:
    """Reads `text`, `title`, `dct` and where the `events` stand; a record without `events` gets the product's own."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        from dateline.pipeline import Resolvers

        return predict(records, config, Resolvers.load(config))

    about = "day, participants and chains of event words in Wikinews articles: MEANTIME"
    return Benchmark("meantime", about, (), predict_all, score)


def predict(records: Sequence[Gold], config: Config, resolvers: Any) -> Iterable[Prediction]:
    """One prediction a record, `events` in the gold's own form."""
    from dateline.pipeline import Line

    stages = Line().stages(config)
    texts = list(stages.text([as_article(record) for record in records]))
    own = [stages.events(text, stages.quotes(text)) for text in texts]
    yield from answered(records, texts, own, resolvers, config)


def answered(
    records: Sequence[Gold],
    texts: Sequence[Text],
    own: Sequence[Sequence[Mention]],
    resolvers: Any,
    config: Config,
) -> Iterable[Prediction]:
    """The predictions, given the parsed articles and the product's own mentions."""
    from dateline.events.codebook import load
    from dateline.events.dates import anchors

    entry = load(config.overlay).entries[0]
    linked = _linked(records, own)
    given = [_given(record, mentions) for record, mentions in zip(records, own, strict=True)]
    chain = _chained(given, texts)
    for record, text, words, mentions in zip(records, texts, given, own, strict=True):
        tokens = [tokens_of(text, pieces) for pieces in words]
        heads = heads_in(tokens)
        dated = days(text, heads, anchors(text, resolvers.when.expressions(text)), entry)
        events = []
        for n, pieces in enumerate(words):
            start, end = pieces[0][0], pieces[-1][1]
            event: dict[str, Any] = {"start": start, "end": end, "content": record["text"][start:end]}
            if len(pieces) > 1:
                event["pieces"] = [list(piece) for piece in pieces]
            event["instance"] = chain[record["id"], n]
            if n in dated and (day := as_written(dated[n][0])) is not None:
                event |= {"day": day, "day_rule": dated[n][1]}
            event["participants"] = _participants(text, heads[n]) if n in heads else []
            events.append(event)
        kept = {key: value for key, value in record.items() if key != "events"}
        yield {**kept, "events": events, "mentions": [_mention(one, linked[one.id]) for one in mentions]}


def as_article(record: Gold) -> Article:
    """A record as an article of its day; the title stands at the head of the text as well."""
    import datetime as dt

    published = UNDATED
    if record.get("dct"):
        day = dt.date.fromisoformat(record["dct"])
        published = DateRange(day, day, record["dct"], "metadata")
    return Article(
        id=record["id"], source=record["id"], sha256=record["id"], outlet=None, domain=None, title=record.get("title"),
        byline=(), language="en", published=published, dateline_place=None, text=record["text"],
    )  # fmt: skip


def _given(record: Gold, own: Sequence[Mention]) -> list[Pieces]:
    if "events" not in record:
        return [[(one.trigger.start, one.trigger.end)] for one in own]
    return [
        [(start, end) for start, end in event.get("pieces") or [(event["start"], event["end"])]]
        for event in record["events"]
    ]


def _chained(given: Sequence[Sequence[Pieces]], texts: Sequence[Text]) -> dict[tuple[str, int], str]:
    """(article, number of the event) -> its chain."""
    bare: list[BareMention] = []
    place: dict[str, tuple[str, int]] = {}
    chain: dict[tuple[str, int], str] = {}
    for words, text in zip(given, texts, strict=True):
        for n, pieces in enumerate(words):
            key = (text.article_id, n)
            chain[key] = f"{text.article_id}:{n}"
            mention = bare_mention(text, chain[key], pieces)
            if mention is not None:
                bare.append(mention)
                place[mention.id] = key
    for group in chains(bare, topics(texts)):
        for member in group:
            chain[place[member]] = group[0]
    return chain


def _participants(text: Text, head: Token) -> list[dict[str, Any]]:
    found: dict[int, str] = {token.i: "Arg0" for token in agents(text, head)}
    found |= {token.i: "Arg1" for token in patients(text, head) if token.i not in found}
    for token in around(text, head):
        found.setdefault(token.i, "Argm-LOC" if token.ent in PLACES else "Arg2")
    return [
        _part(text, i, role)
        for i, role in found.items()
        if text.tokens[i].pos in ("NOUN", "PROPN", "PRON") and text.tokens[i].ent not in ("DATE", "TIME")
    ]


def _part(text: Text, i: int, role: str) -> dict[str, Any]:
    """From the left edge of the phrase to its head, or to the end of "of .." after it."""
    first, last = text.edges(i)[0], i + 1
    for prep in text.kids(i, "prep"):
        if prep.i == i + 1 and prep.lower == "of":
            last = text.edges(prep.i)[1]
    span = text.span(min(first, i), last)
    return {
        "role": role,
        "start": span.start,
        "end": span.end,
        "content": span.text,
        "head": text.tokens[i].start,
    }


def _linked(records: Sequence[Gold], own: Sequence[Sequence[Mention]]) -> dict[str, str]:
    from dateline.corpus import Corpus
    from dateline.links import link

    mentions = tuple(sorted((one for group in own for one in group), key=lambda one: one.id))
    articles = tuple(sorted(map(as_article, records), key=lambda one: one.id))
    told = link(Corpus(articles, (), mentions)).corpus.mentions
    return {one.id: one.event_id or one.id for one in told}


def _mention(one: Mention, event: str) -> dict[str, Any]:
    return {
        "start": one.trigger.start, "end": one.trigger.end, "content": one.trigger.text, "type": one.type,
        "status": one.status, "day": as_written(one.when), "earliest": str(one.when.earliest or ""),
        "latest": str(one.when.latest or ""), "event": event, "source": _spans(one.source), "target": _spans(one.target),
    }  # fmt: skip


def _spans(actors: Iterable[ActorRef]) -> list[list[int]]:
    return [[one.span.start, one.span.end] for one in actors if one.span is not None]
