"""Sentences with one gold event record each -> the record Dateline codes, and precision, recall and F1 by field.

The records are those of the PLOVER project (openeventdata/PLOVER, CC BY-SA 4.0), in the event names of 2016; both sides are
compared after the mapping to sixteen types that its 2018 manual gives. Actors are sets of (country, sector).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, f1
from dateline.records import UNDATED, ActorRef, Article, Mention

if TYPE_CHECKING:
    from dateline.who import Who

TYPE_OF = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
GOVERNMENT = "GOV"
NO_COUNTRY = ("IGO", "NGO", "MNC")
"""Sectors that stand in the place of a country where an actor has none."""
JOINT = ("coordinated", "split")
"""Paths that part one plural subject into two sides; the gold leaves both in the source."""


def make(config: Config) -> Benchmark:
    """Reads `text` only, through the stages of a build; of several mentions the surest counts, then the first."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        import dateline.events
        import dateline.quotes
        import dateline.text
        from dateline.resolvers import Resolvers

        resolvers = Resolvers.load(config)
        quotations_of = dateline.quotes.make(config, resolvers)
        mentions_of = dateline.events.make(config, resolvers)
        texts = dateline.text.make(config, resolvers)(article_of(record) for record in records)
        for record, text in zip(records, texts, strict=True):
            yield predict(record, mentions_of(text, quotations_of(text)), resolvers.who)

    about = "whole event records from the examples of the PLOVER project: type, source, target, place"
    return Benchmark("plover-gold", about, ("event", "source", "target"), predict_all, score)


def article_of(record: Gold) -> Article:
    """The article behind a record: one sentence without a date."""
    return Article(
        id=str(record.get("id", "")), source="plover-gold", sha256=record["text"], outlet=None, domain=None, title=None,
        byline=(), language="en", published=UNDATED, dateline_place=None, text=record["text"].strip(),
    )  # fmt: skip


def predict(record: Gold, mentions: Sequence[Mention], who: Who) -> Prediction:
    """The record's id with the fields of its event; `event` is null where nothing was coded."""
    if not mentions:
        return {"id": record.get("id"), "event": None, "event_text": None, "source": [], "target": []}
    best = min(mentions, key=lambda one: (-one.confidence, one.trigger.start))
    joint = dict(best.why).get("target", "").partition(":")[0] in JOINT
    sources, targets = (best.source + best.target, ()) if joint else (best.source, best.target)
    return {
        "id": record.get("id"),
        "event": best.plover_type,
        "event_text": best.trigger.text,
        "source": [_actor(ref, who) for ref in sources],
        "target": [_actor(ref, who) for ref in targets],
        **({"mode": best.mode} if best.mode else {}),
        **({"location": {"name": best.where.name}} if best.where else {}),
    }


def _actor(ref: ActorRef, who: Who) -> dict[str, str]:
    """Country and PLOVER sector, as the gold writes them: a state has no sector, a body of many states no country."""
    sector = ""
    if ref.kind != "state":
        known = who.sector_of(ref.actor_id) if ref.actor_id else None
        sector = known[1] if known else who.sector_code(ref.description or ref.name) or ""
    country = ref.country or ""
    if not country and sector in NO_COUNTRY:
        country, sector = sector, ""
    return {"text": ref.span.text if ref.span else ref.name, "code": country, "sector": sector}


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """Precision, recall and F1 of type, source, target (with and without sector), place, and of all three together."""
    views: dict[str, Callable[[Any], frozenset[Any]]] = {
        "type": lambda row: frozenset({TYPE_OF.get(row["event"], row["event"])} if row["event"] else ()),
        "source": lambda row: _side(row["source"]),
        "target": lambda row: _side(row["target"]),
        "source country": lambda row: frozenset(country for country, _ in _side(row["source"])),
        "target country": lambda row: frozenset(country for country, _ in _side(row["target"])),
        "place": lambda row: frozenset({row["location"]["name"].casefold()} if row.get("location") else ()),
    }
    figures = []
    for name, view in views.items():
        pairs = [(view(g), view(p)) for g, p in zip(gold, predicted, strict=True)]
        hits = sum(len(g & p) for g, p in pairs)
        figures += _figures(name, hits, sum(len(p) for _, p in pairs), sum(len(g) for g, _ in pairs))
    whole = [
        tuple(views[name](row) for name in ("type", "source country", "target country"))
        for rows in (gold, predicted)
        for row in rows
    ]
    hits = sum(g == p for g, p in zip(whole[: len(gold)], whole[len(gold) :], strict=True))
    return [*figures, *_figures("record", hits, sum(bool(row["event"]) for row in predicted), len(gold))]


def _side(actors: Iterable[Any]) -> frozenset[tuple[str, str]]:
    """Countries with sectors; the government of a country is the country."""
    return frozenset(
        (actor["code"], "" if actor["sector"] == GOVERNMENT else actor["sector"])
        for actor in actors
        if actor["code"] or actor["sector"]
    )


def _figures(name: str, hits: int, predicted: int, gold: int) -> list[Figure]:
    precision, recall, both = f1(hits, predicted, gold)
    counts = (("right", hits), ("predicted", predicted), ("gold", gold))
    values = (("precision", precision), ("recall", recall), ("F1", both))
    return [Figure(f"{name} {label}", value, counts) for label, value in values]
