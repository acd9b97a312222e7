"""PolNeAR records -> predictions in the gold's own form: attributions of the finder under the corpus's conventions.

PolNeAR: Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News", LREC. Only outermost
attributions are annotated; a content holds its quotation marks and its "that", a cue its auxiliaries. By hand:
`python -m dateline.evaluate.polnear FILE [--predictions OUT]`, or `dateline evaluate polnear FILE`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction, read_gold, run, write_predictions
from dateline.evaluate.polnear_score import ROLES, figures
from dateline.quotes.attributions import Attribution, Found, attribute
from dateline.quotes.cues import load_lexicon
from dateline.quotes.frames import Range
from dateline.records import UNDATED, Article
from dateline.syntax import Text

Span = tuple[int, int]
Finder = Callable[[Text], Found]


def make(config: Config) -> Benchmark:
    """Reads `text` of each record (and `id`, `outlet`, `title` where they stand)."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        from dateline.text.adapter import SpacyParser

        lexicon = load_lexicon(config.overlay)
        texts = SpacyParser(config.model).parse(article_of(record) for record in records)
        for record, text in zip(records, texts, strict=True):
            yield predict(record, text, lambda body: attribute(body, lexicon))

    def score(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
        lexicon = load_lexicon(config.overlay)
        return [Figure(label, value, counts) for label, value, counts in figures(gold, predicted, lexicon)]

    about = "who said what: source, cue and content of statements and beliefs (PolNeAR)"
    return Benchmark("polnear", about, ("attributions",), predict_all, score)


def article_of(record: Mapping[str, Any]) -> Article:
    """The article behind a record; only `text` and `id` are needed."""
    return Article(
        id=str(record.get("id", "")), source="polnear", sha256="", outlet=record.get("outlet"), domain=None,
        title=record.get("title"), byline=(), language="en", published=UNDATED, dateline_place=None,
        text=record["text"],
    )  # fmt: skip


def predict(record: Mapping[str, Any], text: Text, find: Finder) -> dict[str, Any]:
    """The record's id with attributions as the gold writes them; gold fields of the record are not read."""
    body = record["text"]
    found: dict[tuple[Span, ...], dict[str, list[Span]]] = {}
    for one in find(text).attributions:
        roles = spans(text, one)
        if one.nested or not roles["content"]:
            continue
        cue = tuple(roles["cue"])
        if cue in found and _goes_on(text, one, found[cue]["content"]):
            found[cue]["content"].extend(roles["content"])
        else:
            found[cue if cue not in found else (*cue, *roles["content"])] = roles
    return {
        "id": record.get("id"),
        "attributions": [
            {role: [{"start": a, "end": b, "content": body[a:b]} for a, b in roles[role]] for role in ROLES}
            for roles in found.values()
        ],
    }


def _goes_on(text: Text, one: Attribution, before: Sequence[Span]) -> bool:
    """Whether marked words behind a cue's sentence go on with what the cue expresses: then both are one attribution."""
    cue = one.frame.head
    if cue is None or not one.spoken:
        return False
    first = one.content[0][0]
    near = text.sentence_of(first).paragraph == text.sentence_of(cue).paragraph
    return near and first > cue and before[-1][1] <= text.tokens[first].start


def spans(text: Text, one: Attribution) -> dict[str, list[Span]]:
    """Code points of the three roles under the corpus's conventions."""
    frame = one.frame
    return {
        "source": [_source(text, frame.source_words)] if frame.source_words else [],
        "cue": [_chars(text, frame.words)] if frame.words else [],
        "content": [_chars(text, _aside(text, _fragment(text, one, piece))) for piece in one.content],
    }


def _chars(text: Text, piece: Range) -> Span:
    return text.tokens[piece[0]].start, text.tokens[piece[1] - 1].end


def _fragment(text: Text, one: Attribution, piece: Range) -> Range:
    """Marked words with the "that" before them, or with the article and adjectives of the noun they hold."""
    low, high = piece
    if one.kind != "direct" or one.frame.head is None or one.frame.head > low:
        return piece
    while low > one.frame.head + 1:
        before = text.tokens[low - 1]
        if before.lower == "that" and before.tag == "IN":
            return low - 1, high
        if (
            before.dep in ("det", "amod", "poss", "case", "aux", "compound", "nummod")
            and low <= before.head < high
        ):
            low -= 1
            continue
        break
    return low, high


def _aside(text: Text, piece: Range) -> Range:
    """What is expressed without a last ", which ..." or ", who ...", which annotators leave to the narrator."""
    low, high = piece
    for i in range(low + 1, high):
        token = text.tokens[i]
        if token.dep == "relcl" and text.edges(i)[1] >= high:
            first = text.edges(i)[0]
            if (
                first - 1 > low
                and text.tokens[first - 1].text == ","
                and text.tokens[first].lower in ("which", "who")
            ):
                return low, first - 1
    return piece


def _source(text: Text, piece: Range) -> Span:
    """A source phrase with an apposition keeps the comma that closes it."""
    low, high = piece
    tokens = text.tokens
    if high < len(tokens) and tokens[high].text == "," and any(t.text == "," for t in tokens[low:high]):
        high += 1
    return tokens[low].start, tokens[high - 1].end


def main() -> None:
    """Score a file by hand, and write predictions where asked."""
    parser = argparse.ArgumentParser(description="Attributions of a PolNeAR file: predict and score")
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path)
    asked = parser.parse_args()
    predicted, values = run(make(Config()), read_gold(asked.file))
    if asked.predictions:
        write_predictions(asked.predictions, predicted)
    for figure in values:
        print(f"{figure.value:.3f}  {figure.label}  {dict(figure.counts)}")


if __name__ == "__main__":
    main()
