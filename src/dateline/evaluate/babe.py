"""BABE sentences in, `label_bias` with `biased_words` out, by lexicon and grammar alone; macro-F1 and F1 of the words.

A sentence comes without context, so nothing of its article, outlet or topic is used. The set's own label "No agreement"
is predicted never and scored never (Spinde et al. 2021).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, f1, macro_f1

BIASED, NEUTRAL, UNDECIDED = "Biased", "Non-biased", "No agreement"
SHOWN = 2


def make(config: Config) -> Benchmark:
    """Reads `text` only."""
    about = "coloured sentences and words of US news (BABE): label_bias, biased_words"
    return Benchmark("babe", about, ("label_bias", "biased_words"), predict, score)


def predict(records: Sequence[Gold]) -> Iterable[Prediction]:
    """Each record with the label of its sentence and, where that is Biased, the words that make it so."""
    from dateline.stories.lexicon import WORD
    from dateline.stories.sentence import judged

    for record in records:
        found = judged(record["text"])
        shown = [hit for hit in found.words if hit.entry.weight >= SHOWN] if found.coloured else []
        words = [
            match.group().lower()
            for hit in shown
            for match in WORD.finditer(record["text"], hit.start, hit.end)
        ]
        yield {
            **record,
            "label_bias": BIASED if found.coloured else NEUTRAL,
            "biased_words": list(dict.fromkeys(words)),
            "points": found.points,
            "signs": list(found.signs),
        }


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """Macro-F1 and F1 of each class over sentences that the coders agreed on; F1 of words over the same."""
    pairs = [(g, p) for g, p in zip(gold, predicted, strict=True) if g["label_bias"] != UNDECIDED]
    wanted = [g["label_bias"] for g, _ in pairs]
    given = [p["label_bias"] for _, p in pairs]
    counts = (
        ("sentences", len(pairs)),
        ("biased", wanted.count(BIASED)),
        ("called biased", given.count(BIASED)),
    )
    figures = [Figure("macro F1", macro_f1(wanted, given), counts)]
    for name in (BIASED, NEUTRAL):
        hits = sum(g == p == name for g, p in zip(wanted, given, strict=True))
        figures.append(
            Figure(f"{name}: F1", f1(hits, given.count(name), wanted.count(name))[2], (("right", hits),))
        )
    return [*figures, *_words(pairs)]


def _words(pairs: Sequence[tuple[Gold, Prediction]]) -> list[Figure]:
    hits = found = there = 0
    for gold, prediction in pairs:
        marked = Counter(word.lower() for phrase in gold["biased_words"] for word in phrase.split())
        ours: Counter[str] = Counter(prediction["biased_words"])
        hits += (marked & ours).total()
        found += ours.total()
        there += marked.total()
    counts = (("right", hits), ("ours", found), ("gold", there))
    precision, recall, both = f1(hits, found, there)
    return [
        Figure("words: F1", both, counts),
        Figure("words: precision", precision, counts),
        Figure("words: recall", recall, counts),
    ]
