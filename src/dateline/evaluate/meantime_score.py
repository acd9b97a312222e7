"""MEANTIME gold and predictions -> days, participants and chains of given words, and of the product's own mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.evaluate.coref import conll
from dateline.evaluate.frame import Figure, Gold, Prediction, f1

Data = Mapping[str, Any]
FULL = "certainty"
"""Only words that carry this were annotated in full; of the others, the gold says which chain they are in."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """Figures over the records whose events carry an instance; none where no record does."""
    pairs = [
        (g, p)
        for g, p in zip(gold, predicted, strict=True)
        if g.get("events") and all("instance" in event for event in g["events"])
    ]
    if not pairs:
        return []
    return [*_days(pairs), *_participants(pairs), *_chains(pairs), *_own(pairs)]


def _days(pairs: Sequence[tuple[Gold, Prediction]]) -> list[Figure]:
    events = [
        (want["day"], have)
        for g, p in pairs
        for want, have in zip(g["events"], p["events"], strict=True)
        if want.get("day")
    ]
    exact = [(want, have) for want, have in events if _DAY.fullmatch(want)]
    rows = []
    for label, some in (
        ("day right", events),
        ("day right, of whole days", exact),
        ("day right, where the parse dates it", [(w, h) for w, h in events if h.get("day_rule", "").startswith("clause")]),
    ):  # fmt: skip
        right = sum(have.get("day") == want.replace("-XX", "") for want, have in some)
        given = sum("day" in have for _, have in some)
        rows.append(
            Figure(
                label,
                right / len(some) if some else 0.0,
                (("right", right), ("given", given), ("gold", len(some))),
            )
        )
    return rows


def _participants(pairs: Sequence[tuple[Gold, Prediction]]) -> list[Figure]:
    hits = roles = found = wanted = 0
    for g, p in pairs:
        for want, have in zip(g["events"], p["events"], strict=True):
            if FULL not in want:
                continue
            left = list(want["participants"])
            found += len(have["participants"])
            wanted += len(left)
            for one in have["participants"]:
                match = next((other for other in left if other["start"] <= one["head"] < other["end"]), None)
                if match is not None:
                    left.remove(match)
                    hits += 1
                    roles += match["role"] == one["role"]
    rows = []
    for label, right in (("participants", hits), ("participants with role", roles)):
        precision, recall, mean = f1(right, found, wanted)
        counts = (("right", right), ("found", found), ("gold", wanted))
        rows += [
            Figure(f"{label}: precision", precision, counts),
            Figure(f"{label}: recall", recall, counts),
            Figure(f"{label}: F1", mean, counts),
        ]
    return rows


def _chains(pairs: Sequence[tuple[Gold, Prediction]]) -> list[Figure]:
    gold = {(g["id"], n): event["instance"] or n for g, _ in pairs for n, event in enumerate(g["events"])}
    found = {(p["id"], n): event["instance"] for _, p in pairs for n, event in enumerate(p["events"])}
    return _conll(gold, found, "")


def _own(pairs: Sequence[tuple[Gold, Prediction]]) -> list[Figure]:
    """The product's mentions whose trigger shares a character with a gold event (the first that does)."""
    total = dated = right = held = 0
    hits = found = wanted = 0
    gold: dict[tuple[str, int], str] = {}
    chain: dict[tuple[str, int], str] = {}
    for g, p in pairs:
        events = [event for event in g["events"] if not event.get("pieces")]
        for n, one in enumerate(p["mentions"]):
            total += 1
            event = next((e for e in events if e["start"] < one["end"] and e["end"] > one["start"]), None)
            if event is None:
                continue
            gold[g["id"], n], chain[g["id"], n] = event["instance"] or f"{g['id']}:{n}", one["event"]
            if event.get("day"):
                dated += 1
                day = event["day"].replace("-XX", "")
                right += one["day"] == day
                held += (one["earliest"] or "0") <= day + "~" and day <= (one["latest"] or "9")
            spans = [*one["source"], *one["target"]]
            if FULL not in event:
                continue
            left = list(event["participants"])
            found += len(spans)
            wanted += len(left)
            for start, end in spans:
                match = next((other for other in left if other["start"] < end and other["end"] > start), None)
                if match is not None:
                    left.remove(match)
                    hits += 1
    precision, recall, _ = f1(hits, found, wanted)
    counts = (("right", hits), ("found", found), ("gold", wanted))
    return [
        _share("own mentions that are gold events", len(gold), total),
        _share("own mentions: day right", right, dated),
        _share("own mentions: interval holds the day", held, dated),
        Figure("own mentions: participants: precision", precision, counts),
        Figure("own mentions: participants: recall", recall, counts),
        *_conll(gold, chain, ", own mentions"),
    ]


def _share(label: str, part: int, whole: int) -> Figure:
    return Figure(label, part / whole if whole else 0.0, (("right", part), ("of", whole)))


def _conll(gold: Mapping[Any, Any], found: Mapping[Any, Any], of: str) -> list[Figure]:
    counts = (
        ("mentions", len(gold)),
        ("gold chains", len(set(gold.values()))),
        ("chains", len(set(found.values()))),
    )
    whole, without = conll(gold, found), conll(gold, found, singletons=False)
    return [
        Figure(f"CoNLL F1{of}", whole.f1, counts),
        Figure(f"CoNLL F1 without singletons{of}", without.f1, counts),
    ]
