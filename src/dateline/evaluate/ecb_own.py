"""ECB+ documents as parsed -> the product's own mentions with the event each is linked into, and how they stand against the gold.

Own mentions are found and linked exactly as in a build, with the same settings. One is the gold action that its trigger
overlaps (each gold action is at most one own mention's); what is left over on either side stays in the score as missed or
made up, as the CoNLL-2012 scorer counts predicted mentions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.corpus import Corpus
from dateline.evaluate.coref import conll
from dateline.evaluate.frame import Figure, Gold, f1
from dateline.pipeline import Line

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.evaluate.coref import Conll
    from dateline.records import Article, Mention, Quotation
    from dateline.syntax import Text

Key = tuple[str, str, int]
"""Document, "gold" or "own", number."""
ACTION = "ACTION"


def found(articles: Sequence[Article], texts: Sequence[Text], config: Config) -> list[list[dict[str, Any]]]:
    """The own mentions of each text in order: where the trigger stands, `type` and `event`."""
    line = Line()
    resolvers, stages = line.part("resolvers")(config), line.stages(config)
    quotations: list[Quotation] = []
    own: list[tuple[Mention, ...]] = []
    for text in texts:
        said = stages.quotes(text)
        quotations.extend(said)
        own.append(stages.events(text, said))
    corpus = Corpus(
        tuple(sorted(articles, key=lambda one: one.id)),
        tuple(sorted(quotations, key=lambda one: one.id)),
        tuple(sorted((mention for mentions in own for mention in mentions), key=lambda one: one.id)),
    )
    linked = line.part("links")(config, resolvers)(corpus)
    event = {mention.id: mention.event_id for mention in linked.corpus.mentions}
    return [[_plain(mention, event[mention.id]) for mention in mentions] for mentions in own]


def _plain(mention: Mention, event: str | None) -> dict[str, Any]:
    trigger = mention.trigger
    return {
        "start": trigger.start, "end": trigger.end, "content": trigger.text, "type": mention.type, "event": event,
    }  # fmt: skip


def figures(gold: Sequence[Gold], predicted: Sequence[Mapping[str, Any]]) -> list[Figure]:
    """How many gold actions are found at all, and the CoNLL F1 of the own mentions; in validated sentences."""
    wanted: dict[Key, str] = {}
    got: dict[Key, str] = {}
    for right, answer in zip(gold, predicted, strict=True):
        chains, events = aligned(right, answer.get("own", ()))
        wanted |= chains
        got |= events
    both = wanted.keys() & got.keys()
    precision, recall, value = f1(len(both), len(got), len(wanted))
    counts = (("own", len(got)), ("gold", len(wanted)), ("both", len(both)))
    whole = conll(wanted, got)
    shared = conll({key: wanted[key] for key in both}, {key: got[key] for key in both})
    return [
        Figure("own mentions: found F1", value, counts),
        Figure("own mentions: found precision", precision, counts),
        Figure("own mentions: found recall", recall, counts),
        *_rows("own mentions", whole, counts),
        Figure("own mentions: CoNLL F1 without singletons", conll(wanted, got, singletons=False).f1, counts),
        *_rows("own mentions that are gold", shared, counts),
    ]


def _rows(of: str, one: Conll, counts: tuple[tuple[str, int], ...]) -> list[Figure]:
    parts = (("CoNLL", one.f1), ("MUC", one.muc.f1), ("B-cubed", one.b_cubed.f1), ("CEAF-e", one.ceaf_e.f1))
    return [Figure(f"{of}: {name} F1", value, counts) for name, value in parts]


def aligned(record: Gold, own: Sequence[Mapping[str, Any]]) -> tuple[dict[Key, str], dict[Key, str]]:
    """Gold actions with their chains and own mentions with their events; the two that are one bear one key."""
    actions = {
        n: mention
        for n, mention in enumerate(record["mentions"])
        if ACTION in mention.get("type", ACTION) and mention.get("validated", True)
    }
    places = {(one["start"], one["end"]): one for one in own if _judged(record, one["start"])}
    overlaps = sorted(
        (-shared, n, place)
        for n, mention in actions.items()
        for place in places
        if (shared := _overlap(mention, *place))
    )
    partner: dict[tuple[int, int], int] = {}
    for _, n, place in overlaps:
        if place not in partner and n not in partner.values():
            partner[place] = n
    document = record["id"]
    chains: dict[Key, str] = {(document, "gold", n): one["chain"] for n, one in actions.items()}
    events: dict[Key, str] = {}
    for number, (place, one) in enumerate(sorted(places.items())):
        key = (document, "gold", partner[place]) if place in partner else (document, "own", number)
        events[key] = one["event"]
    return chains, events


def _overlap(mention: Mapping[str, Any], start: int, end: int) -> int:
    pieces = mention.get("pieces") or [(mention["start"], mention["end"])]
    return sum(max(0, min(end, last) - max(start, first)) for first, last in pieces)


def _judged(record: Gold, start: int) -> bool:
    """Whether the annotators read that sentence; in a record that does not say, they read all."""
    if "validated_sentences" not in record:
        return True
    validated = {*record["validated_sentences"]}
    return any(first <= start < last for n, (first, last) in enumerate(record["sentences"]) if n in validated)
