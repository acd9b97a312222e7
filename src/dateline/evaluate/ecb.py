"""ECB+ documents with their action mentions -> the chain of happenings each mention falls into, without the gold topic.

The mentions' places in the text are given, their chains are not; documents are parted into topics by their words
alone. Scored in the usual setting: actions in validated sentences, CoNLL F1 with and without singletons. The product's own
mentions come along as `own` and are scored beside (ecb_own.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.config import Config
from dateline.evaluate import ecb_own
from dateline.evaluate.coref import Conll, conll
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction
from dateline.links.bare import BareMention, bare_mention
from dateline.links.chains import chains
from dateline.records import UNDATED, Article
from dateline.syntax import Text

LEVELS = (0.08, 0.12, 0.15, 0.2, 0.25, 0.3)
"""Cosines at which documents are parted into topics, from wide to narrow."""
FLOOR = 0.02
ACTION = "ACTION"

Key = tuple[str, int]


def make(config: Config) -> Benchmark:
    """Reads `text` and, of each of the `mentions`, where it stands and its `type`."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        texts = parsed(records, config)
        chain = predicted_chains(records, texts)
        own = ecb_own.found([*map(as_article, records)], texts, config)
        for record, found in zip(records, own, strict=True):
            mentions = [
                {**mention, "chain": chain[record["id"], n]} for n, mention in enumerate(record["mentions"])
            ]
            yield {**record, "mentions": mentions, "own": found}

    about = "the same event across documents, mentions given or our own, topics not (CoNLL F1): ECB+"
    return Benchmark("ecb", about, (), predict_all, score)


def parsed(records: Sequence[Gold], config: Config) -> list[Text]:
    """The texts as the product reads them."""
    from dateline import text
    from dateline.resolvers import Resolvers

    return list(text.make(config, Resolvers.load(config))(map(as_article, records)))


def as_article(record: Gold) -> Article:
    """A record as an article without a date."""
    return Article(
        id=record["id"], source=record["id"], sha256=record["id"], outlet=None, domain=None, title=None, byline=(),
        language="en", published=UNDATED, dateline_place=None, text=record["text"],
    )  # fmt: skip


def predicted_chains(records: Sequence[Gold], texts: Sequence[Text]) -> dict[Key, str]:
    """(document, number of the mention) -> its chain. What is no action is in a chain of its own."""
    found: dict[str, Key] = {}
    given: list[BareMention] = []
    chain: dict[Key, str] = {}
    for record, text in zip(records, texts, strict=True):
        for n, mention in enumerate(record["mentions"]):
            key = (record["id"], n)
            chain[key] = f"{record['id']}:{n}"
            if ACTION not in mention.get("type", ACTION):
                continue
            pieces = mention.get("pieces") or [(mention["start"], mention["end"])]
            bare = bare_mention(text, chain[key], [(start, end) for start, end in pieces])
            if bare is not None:
                found[bare.id] = key
                given.append(bare)
    for group in chains(given, topics(texts)):
        for member in group:
            chain[found[member]] = group[0]
    return chain


def topics(texts: Sequence[Text]) -> dict[str, tuple[int, ...]]:
    """Document -> the topics it falls into by its words, one a level."""
    from dateline.linkage import average_linkage
    from dateline.stories.vectors import neighbours, vectors

    articles = [as_article({"id": text.article_id, "text": text.text}) for text in texts]
    pairs = neighbours(vectors(articles), FLOOR)
    found: dict[str, list[int]] = defaultdict(list)
    for level in LEVELS:
        for number, group in enumerate(average_linkage(len(texts), pairs, level)):
            for i in group:
                found[texts[i].article_id].append(number)
    return {document: tuple(numbers) for document, numbers in found.items()}


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """CoNLL F1 and its parts; none where a mention has no gold chain."""
    wanted, found = _judged(gold), _judged(predicted)
    if wanted is None or found is None:
        return []
    counts = (
        ("mentions", len(wanted)),
        ("gold chains", len(set(wanted.values()))),
        ("chains", len({found[key] for key in wanted})),
    )
    found = {key: found[key] for key in wanted}
    whole, without = conll(wanted, found), conll(wanted, found, singletons=False)
    return [
        *figures(whole, "", counts),
        Figure("CoNLL F1 without singletons", without.f1, counts),
        *ecb_own.figures(gold, predicted),
    ]


def figures(found: Conll, of: str, counts: tuple[tuple[str, int], ...]) -> list[Figure]:
    """The mean and each measure's F1, precision and recall."""
    rows = [Figure(f"CoNLL F1{of}", found.f1, counts)]
    for name, one in (("MUC", found.muc), ("B-cubed", found.b_cubed), ("CEAF-e", found.ceaf_e)):
        rows += [
            Figure(f"{name} F1{of}", one.f1, counts),
            Figure(f"{name} precision{of}", one.precision, counts),
            Figure(f"{name} recall{of}", one.recall, counts),
        ]
    return rows


def _judged(records: Sequence[Mapping[str, Any]]) -> dict[Key, str] | None:
    """The chains of actions in validated sentences; None where any of them has none."""
    chain: dict[Key, str] = {}
    for record in records:
        for n, mention in enumerate(record["mentions"]):
            if ACTION in mention.get("type", ACTION) and mention.get("validated", True):
                if "chain" not in mention:
                    return None
                chain[record["id"], n] = mention["chain"]
    return chain
