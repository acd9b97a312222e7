"""BASIL articles in, their story as `event` and `spans` of lexical and informational bias out; F1 and B-cubed.

`lex` spans are coloured words where a sentence has enough of them. An `inf` span (what a sentence chooses to tell) is
guessed only from its wording: a quotation that holds coloured words, or a sentence of coloured narration; which facts
slant a story is not known from words (Fan et al. 2019 reach .43 there with BERT, .31 on `lex`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, f1
from dateline.evaluate.stories import predict as clusters
from dateline.evaluate.stories import score as story_figures

if TYPE_CHECKING:
    from dateline.stories.lexicon import Hit

ENOUGH = 4.0
"""Points of the words of a sentence, quoted ones included, from which its coloured words are marked."""
HEAVY, SHOWN = 3, 2
OPINION = frozenset({"opinion", "certainty", "praise", "hedge"})
"""Kinds of words by which a writer judges or hedges, mostly in comment and speech: no lexical bias in the coders' sense."""
MARKS = '"“”'


def make(config: Config) -> Benchmark:
    """Reads title, day, text and `sentences`; these are found by ourselves where a record has none."""
    about = "lexical and informational bias in articles, three outlets a story (BASIL)"
    return Benchmark("basil", about, ("event", "spans"), predict, score)


def predict(records: Sequence[Gold]) -> Iterable[Prediction]:
    """Each record with `event` and `spans` in the gold's form; target and polarity are not known and left out."""
    for record, story in zip(records, clusters(records), strict=True):
        yield {**record, "event": story["event"], "spans": list(_spans(record))}


def _spans(record: Gold) -> Iterator[dict[str, Any]]:
    from dateline.stories.passages import sentences, within
    from dateline.stories.sentence import judged, points_of, quoted_in

    text = record["text"]
    places = record.get("sentences") or [(span.start, span.end) for span in sentences(text)]
    for number, (start, end) in enumerate(places):
        sentence = text[start:end]
        found = judged(sentence)
        quoted = quoted_in(sentence, 0)
        points = sum(points_of(hit) for hit in found.every)
        every, own = _lexical(found.every), _lexical(found.words)
        heavy = any(hit.entry.weight >= HEAVY for hit in own)
        for hit in every if sum(map(points_of, every)) >= ENOUGH else own if heavy else ():
            if hit.entry.weight >= SHOWN:
                inside = "yes" if within(quoted, hit.start, hit.end) else "no"
                yield _span(text, number, start + hit.start, start + hit.end, "lex", inside)
        if any(mark in sentence for mark in MARKS) and points > 0:
            held = [(a, b) for a, b in quoted if any(a <= hit.start < b for hit in found.every)]
            first, last = held[0] if held else (0, len(sentence))
            yield _span(text, number, start + first, start + last, "inf", "yes" if held else "no")
        elif found.coloured:
            yield _span(text, number, start, end, "inf", "no")


def _lexical(found: Iterable[Hit]) -> list[Hit]:
    return [hit for hit in found if hit.entry.kind not in OPINION]


def _span(text: str, number: int, start: int, end: int, kind: str, quote: str) -> dict[str, Any]:
    return {
        "sentence": number, "start": start, "end": end, "kind": kind, "quote": quote, "content": text[start:end],
    }  # fmt: skip


def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """F1 a kind by sentence and by characters (spans in titles left out), and B-cubed of the stories."""
    figures = []
    for kind in ("lex", "inf"):
        wanted = [_of(kind, row["spans"]) for row in gold]
        found = [_of(kind, row["spans"]) for row in predicted]
        sentences = [(_sentences(g), _sentences(p)) for g, p in zip(wanted, found, strict=True)]
        characters = [(_characters(g), _characters(p)) for g, p in zip(wanted, found, strict=True)]
        figures += [
            *_figures(f"{kind} by sentence", sentences),
            *_figures(f"{kind} by characters", characters),
        ]
    return [*figures, *story_figures(gold, predicted)]


def _of(kind: str, spans: Sequence[Gold]) -> list[Gold]:
    return [span for span in spans if span["kind"] == kind and span["sentence"] >= 0]


def _sentences(spans: Sequence[Gold]) -> set[int]:
    return {span["sentence"] for span in spans}


def _characters(spans: Sequence[Gold]) -> set[int]:
    return {at for span in spans for at in range(span["start"], span["end"])}


def _figures(label: str, pairs: Sequence[tuple[set[int], set[int]]]) -> list[Figure]:
    hits = sum(len(gold & found) for gold, found in pairs)
    ours, there = sum(len(found) for _, found in pairs), sum(len(gold) for gold, _ in pairs)
    precision, recall, both = f1(hits, ours, there)
    counts = (("right", hits), ("ours", ours), ("gold", there))
    return [
        Figure(f"{label}: F1", both, counts),
        Figure(f"{label}: precision", precision, counts),
        Figure(f"{label}: recall", recall, counts),
    ]
