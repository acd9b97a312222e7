"""An article and its quotations -> coloured words in the narration, by kind, each a span of the text.

Words by the tables of `lexicon/`: heavy ones wherever the narration has them, lighter ones in a sentence that is coloured
otherwise (`sentence.toml`). Turns of phrase by `grammar.toml`. Words that report speech and by which the writer doubts it,
and feelings or aims given to somebody in coloured words, by the quotations' own cues. What somebody is quoted or
reported as saying is never the narrator's. It is evidence for a reader, not a score for an outlet.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Any, NamedTuple

from dateline.records import Article, Loaded, Quotation, Span
from dateline.stories.lexicon import Hit, hits
from dateline.stories.passages import marked, merged, sentence_at, sentences, within
from dateline.stories.sentence import judged, quoted_in

HEAVY = 3
SHOWN = 2
SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|wrote|writes|argued|argues|asked|asks|added|claim(?:s|ed)|believes)\b"
)
MINDS = frozenset({"believe", "want"})
"""Classes of cues of the mind; what somebody knows, seeks or seems is read off from what he does."""
ACTS = re.compile(
    r"\b(?:plan|seek|sought|intend|aim|tr(?:y|ie)|attempt|decid|opt|vow|agree|prepar|would|by$|expect|consider|need)",
    re.IGNORECASE,
)
Places = list[tuple[int, int]]


@functools.cache
def _grammar() -> dict[str, list[dict[str, Any]]]:
    raw = resources.files("dateline.stories").joinpath("grammar.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


class Turn(NamedTuple):
    """A turn of phrase of grammar.toml; what `pattern` finds holds one of `hints`."""

    kind: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    unless_said: bool


@functools.cache
def turns(name: str) -> tuple[Turn, ...]:
    """Those of a table: "turn" or "reported"."""
    return tuple(
        Turn(
            turn.get("kind", ""),
            re.compile(turn["pattern"]),
            tuple(turn["hints"]),
            turn.get("unless_said", False),
        )
        for turn in _grammar()[name]
    )


def _possible(name: str, text: str) -> list[tuple[Turn, list[str]]]:
    """The turns that a text can hold, each with those of its hints that are there."""
    found = [(turn, [hint for hint in turn.hints if hint in text]) for turn in turns(name)]
    return [(turn, hints) for turn, hints in found if hints]


def coloured(article: Article, quotations: Sequence[Quotation]) -> tuple[Loaded, ...]:
    """Everything that colours the narration, in order of position, none over another."""
    cut = sentences(article.text)
    said = merged(sorted([*_said(quotations), *_others_view(article.text, cut)]))
    own = [hit for hit in hits(article.text) if not within(said, hit.start, hit.end)]
    found: list[tuple[Span, str]] = []
    found.extend(_turned(article.text, cut, said))
    found.extend(_cues(quotations, own, _said(quotations)))
    found.extend(_words(article.text, cut, own))
    kept: list[tuple[Span, str]] = []
    for span, kind in sorted(found, key=lambda item: (item[0].start, -item[0].end, item[1])):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return tuple(Loaded(article.id, span, kind) for span, kind in kept)


def known(marks: Iterable[Loaded]) -> dict[str, tuple[Loaded, ...]]:
    """Article id -> what `coloured` gave for it, out of the marks of a story that was told (`compare`)."""
    found: dict[str, list[Loaded]] = {}
    for mark in marks:
        found.setdefault(mark.article_id, []).append(Loaded(mark.article_id, mark.span, mark.kind))
    return {id_: tuple(own) for id_, own in found.items()}


def _said(quotations: Sequence[Quotation]) -> Places:
    """Quoted words, and what is reported as said; what is reported as thought or wished is the narrator's reading."""
    places = marked(quotations)
    for quotation in quotations:
        if quotation.kind == "indirect" and quotation.mode == "speech":
            places.extend((p.start, p.end) for p in (quotation.pieces or (quotation.content,)))
    return merged(sorted(places))


def _others_view(text: str, cut: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Words in marks of quotation, whoever's they are, and what a sentence gives as somebody's view of somebody."""
    views = _possible("reported", text)
    for sentence in cut:
        found = quoted_in(sentence.text, 0)
        for view, hints in views:
            if any(hint in sentence.text for hint in hints):
                found += [match.span("it") for match in view.pattern.finditer(sentence.text)]
        yield from ((sentence.start + start, sentence.start + end) for start, end in found)


def _words(text: str, cut: Sequence[Span], own: Sequence[Hit]) -> Iterator[tuple[Span, str]]:
    by_sentence: dict[int, list[Hit]] = {}
    for hit in own:
        sentence = sentence_at(cut, hit.start)
        by_sentence.setdefault(sentence.start if sentence else hit.start, []).append(hit)
    lengths = {sentence.start: sentence for sentence in cut}
    for start, held in by_sentence.items():
        heavy = [hit for hit in held if hit.entry.weight >= HEAVY]
        light = [hit for hit in held if hit.entry.weight == SHOWN and hit.entry.kind != "cue"]
        if light and start in lengths:
            local = [hit._replace(start=hit.start - start, end=hit.end - start) for hit in held]
            heavy.extend(light if judged(lengths[start].text, local).coloured else ())
        for hit in heavy:
            yield Span(hit.start, hit.end, text[hit.start : hit.end]), hit.entry.kind


def _turned(text: str, cut: Sequence[Span], said: Places) -> Iterator[tuple[Span, str]]:
    possible = _possible("turn", text)
    for sentence in cut:
        reported: bool | None = None
        for turn, hints in possible:
            if not any(hint in sentence.text for hint in hints):
                continue
            match = turn.pattern.search(sentence.text)
            if match is None:
                continue
            if turn.unless_said:
                reported = bool(SAID.search(sentence.text)) if reported is None else reported
                if reported:
                    continue
            start, end = sentence.start + match.start("it"), sentence.start + match.end("it")
            if not within(said, start, end):
                yield Span(start, end, text[start:end]), turn.kind


def _minded(quotation: Quotation) -> bool:
    """Whether the writer says what somebody holds or wishes: no plan, no finding, and not as others see it."""
    return (
        quotation.mode == "belief"
        and quotation.kind == "indirect"
        and quotation.cue_class in MINDS
        and quotation.speaker is not None
        and quotation.cue is not None
        and not ACTS.search(quotation.cue.text)
    )


def _cues(quotations: Sequence[Quotation], own: Sequence[Hit], said: Places) -> Iterator[tuple[Span, str]]:
    """Cues that doubt what they report, and thoughts or wishes given to somebody in coloured words. A cue within what
    somebody else says is his."""
    for quotation in quotations:
        cue = quotation.cue
        if cue is None or within(said, cue.start, cue.end):
            continue
        if quotation.mode == "speech" and quotation.stance == "doubting":
            yield cue, "doubting cue"
        elif _minded(quotation):
            content = quotation.content
            if any(content.start <= hit.start < content.end and hit.entry.weight >= SHOWN for hit in own):
                yield cue, "mind-reading"
