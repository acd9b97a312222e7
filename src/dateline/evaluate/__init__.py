"""Predictions against public gold: one entry a benchmark; `dateline evaluate --list` shows them."""

from __future__ import annotations

from dateline.registry import Registry

BENCHMARKS = Registry(
    "benchmark",
    {
        "babe": "dateline.evaluate.babe:make",
        "basil": "dateline.evaluate.basil:make",
        "dating": "dateline.evaluate.dating:make",
        "ecb": "dateline.evaluate.ecb:make",
        "meantime": "dateline.evaluate.meantime:make",
        "newswcl": "dateline.evaluate.newswcl:make",
        "plv": "dateline.evaluate.plv:make",
        "plover-gold": "dateline.evaluate.plover_gold:make",
        "polnear": "dateline.evaluate.polnear:make",
        "reading": "dateline.evaluate.reading:make",
        "stories": "dateline.evaluate.stories:make",
        "timex": "dateline.evaluate.timex:make",
    },
)
