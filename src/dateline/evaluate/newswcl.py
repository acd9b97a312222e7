"""NewsWCL50 articles in, what each outlet speaks of as `codings` and what it leaves out as `omitted`; P/R of omissions.

The gold codes phrases by hand, one `code` a concept over the five outlets of an event; an outlet without a phrase of a
code that others have leaves that concept out. We are given text, event and outlet. Each article is parsed, and every
actor, name, noun, verb and adjective becomes a coding whose `code` is our own key (things.py). To compare the two, a gold
code stands for the keys that cover at least a tenth of its phrases (each phrase goes to the coding that overlaps it
best); we say that an outlet omits the code where it has none of those keys. A code that we find nowhere is never said to
be omitted, and counts against recall. Scored twice: actors, groups, countries, events, acts and objects; and all codes,
with the set's frames ("Aggressor", "Poor quality"), which are ways of speaking and not things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, f1
from dateline.evaluate.stories import predict as clusters
from dateline.records import UNDATED, Article

FRAMES = "PROPERTY"
OVERLAP = 0.2
"""Character F1 from which a coding of ours and a phrase of the gold are one."""
SHARE = 0.1
"""Part of a code's phrases that a key of ours must cover to stand for it."""
TYPES = {"actor": "ACTOR", "name": "ACTOR", "thing": "OBJECT", "act": "ACTION", "quality": FRAMES}

Codings = Sequence[Mapping[str, Any]]
Omissions = set[tuple[str, str]]
"""Pairs of code and outlet."""


def make(config: Config) -> Benchmark:
    """Reads `text`, `event` (found by ourselves where it is missing) and `outlet`."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        return predict(records, config)

    about = "actors and events that an outlet of a story leaves out (NewsWCL50)"
    return Benchmark("newswcl", about, ("codings",), predict_all, score)


def predict(records: Sequence[Gold], config: Config) -> Iterable[Prediction]:
    """Each record with `codings` (code: our key over the whole event) and `omitted` (keys only others have)."""
    from dateline.resolvers import Resolvers
    from dateline.stories.things import left_out, spoken_of
    from dateline.text import make as parser

    names = list(_events(records))
    texts = parser(config, Resolvers.load(config))([_article(record) for record in records])
    spoken = [spoken_of(text) for text in texts]
    events: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for record, event, found in zip(records, names, spoken, strict=True):
        events[event][record.get("outlet") or record["id"]].extend(found)
    omitted = {event: left_out(outlets) for event, outlets in events.items()}
    for record, event, found in zip(records, names, spoken, strict=True):
        codings = [
            {
                "start": one.start, "end": one.end, "content": record["text"][one.start : one.end],
                "code_type": TYPES[one.kind], "code": one.key, "target": "",
            }
            for one in found
        ]  # fmt: skip
        keys = omitted[event][record.get("outlet") or record["id"]]
        yield {**record, "codings": codings, "omitted": sorted(keys)}


def _events(records: Sequence[Gold]) -> Iterable[str]:
    """The event of each record; where none is given the story into which its words fall."""
    if all(record.get("event") for record in records):
        return [record["event"] for record in records]
    return [prediction["event"] for prediction in clusters(records)]


def _article(record: Gold) -> Article:
    return Article(
        id=Article.make_id(record["id"]), source=record["id"], sha256=record["id"], outlet=record.get("outlet"),
        domain=None, title=None, byline=(), language="en", published=UNDATED, dateline_place=None, text=record["text"],
    )  # fmt: skip


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """Precision and recall of "this outlet does not speak of this code", over events."""
    figures = []
    for label, frames in (("omissions", False), ("omissions, frames included", True)):
        hits = ours = there = pairs = 0
        for event in sorted({row["event"] for row in gold}):
            rows = [(g, p) for g, p in zip(gold, predicted, strict=True) if g["event"] == event]
            wanted, found, size = omissions(rows, frames)
            hits, ours, there = hits + len(wanted & found), ours + len(found), there + len(wanted)
            pairs += size
        precision, recall, both = f1(hits, ours, there)
        counts = (("right", hits), ("ours", ours), ("gold", there), ("pairs of code and outlet", pairs))
        figures += [
            Figure(f"{label}: precision", precision, counts),
            Figure(f"{label}: recall", recall, counts),
            Figure(f"{label}: F1", both, counts),
        ]
    return figures


def omissions(rows: Sequence[tuple[Gold, Prediction]], frames: bool) -> tuple[Omissions, Omissions, int]:
    """What the gold says is left out in one event, what we say, and how many pairs there are."""
    outlets = sorted({gold["outlet"] for gold, _ in rows})
    told: dict[str, set[str]] = defaultdict(set)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, set[str]] = defaultdict(set)
    for gold, prediction in rows:
        for ours in prediction["codings"]:
            where[ours["code"]].add(gold["outlet"])
        for coding in gold["codings"]:
            if frames or coding["code_type"] != FRAMES:
                told[coding["code"]].add(gold["outlet"])
                best = _best(coding, prediction["codings"])
                if best is not None:
                    votes[coding["code"]][best] += 1
    wanted = {(code, outlet) for code, own in told.items() for outlet in outlets if outlet not in own}
    found: Omissions = set()
    for code in told:
        enough = SHARE * votes[code].total()
        keys = [key for key, count in votes[code].items() if count >= enough]
        found.update(
            (code, outlet) for outlet in outlets if keys and not any(outlet in where[k] for k in keys)
        )
    return wanted, found, len(told) * len(outlets)


def _best(coding: Mapping[str, Any], ours: Codings) -> str | None:
    best: tuple[float, str] | None = None
    for one in ours:
        shared = min(coding["end"], one["end"]) - max(coding["start"], one["start"])
        if shared <= 0:
            continue
        likeness = 2 * shared / (coding["end"] - coding["start"] + one["end"] - one["start"])
        if likeness >= OVERLAP and (best is None or likeness > best[0]):
            best = likeness, one["code"]
    return best[1] if best else None
