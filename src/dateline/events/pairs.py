"""A parsed sentence and the spans of two actors in, the one act between them out (for benchmarks that give the pair).

Every entry that holds anywhere in the sentence is a candidate; it is ranked by how the parse ties it to the two
spans and by how specific it is. The rule names the tie, so a weak one can be told from a strong one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.events.codebook import Codebook, load
from dateline.events.derive import derive
from dateline.events.guess import Guesser
from dateline.events.inner import complement_hit
from dateline.events.roles import Filled, source_paths, target_paths
from dateline.events.status import decide
from dateline.events.tense import Standing
from dateline.events.triggers import Hit, candidates
from dateline.syntax import Text

Chars = tuple[int, int] | None


class Judged(NamedTuple):
    """The act between two actors: PLOVER type as derived, status, the entry and the tie that chose it."""

    type: str
    plover_type: str
    status: str
    mode: str | None
    cameo: str | None
    entry: str
    rule: str
    confidence: float


def make_pairs(book: Codebook | None = None) -> Callable[[Text, Chars, Chars], Judged]:
    """The judge of pairs over a codebook (the built-in one by default)."""
    known = book or load()
    words = Guesser(known)

    def judge(text: Text, source: Chars, target: Chars) -> Judged:
        best: tuple[float, Judged] | None = None
        best_hits: dict[int, Hit] = {}
        everything: list[Hit] = []
        for token in text.tokens:
            found = candidates(text, known, token.i)
            if found:
                best_hits[token.i] = found[0]
                everything.append(found[0])
        for hit in everything:
            standing = decide(text, known, hit, best_hits)
            if standing.dropped_by is not None:
                continue
            worth, rule = _worth(text, hit, standing, _inside(text, source), _inside(text, target), best_hits)
            act = derive(known, hit, standing, complement_hit(text, hit, best_hits))
            judged = Judged(
                act.type,
                act.plover_type,
                act.status,
                act.mode,
                act.cameo,
                hit.entry.key,
                rule,
                min(1.0, worth / 10),
            )
            if best is None or worth > best[0]:
                best = (worth, judged)
        if best is None:
            guess = words.guess(text)
            if guess is not None:
                return Judged(guess.type, guess.type, "happened", None, None, "", "guess", 0.1)
        if best is None:
            return Judged("SUPPORT", "SUPPORT", "happened", None, None, "", "nothing-found", 0.0)
        return best[1]

    return judge


def _inside(text: Text, span: Chars) -> set[int]:
    if span is None:
        return set()
    return {token.i for token in text.tokens if token.start < span[1] and token.end > span[0]}


def _worth(
    text: Text, hit: Hit, standing: Standing, source: set[int], target: set[int], hits: dict[int, Hit]
) -> tuple[float, str]:
    tie_source = _tie(text, source_paths(text, hit), source)
    tie_target = _tie(text, target_paths(text, hit, loose=True), target)
    swapped = 0.0
    if hit.entry.frame.mutual:
        swapped = 0.8 * (
            _tie(text, target_paths(text, hit), source) + _tie(text, source_paths(text, hit), target)
        )
    depth = sum(1 for _ in text.ancestors(hit.i))
    worth = max(2.0 * tie_source + 1.5 * tie_target, swapped)
    worth += min(hit.entry.pattern.weight, 8) * 0.35 - 0.25 * depth
    if hit.entry.kind == "nouns":
        worth -= 1.0
    if hit.i in source or hit.i in target:
        worth -= 4.0
    if standing.alleged_by is not None:
        worth -= 1.0
    if standing.rule == "purpose":
        worth -= 2.5
    rule = (
        "both"
        if tie_source and tie_target
        else "source"
        if tie_source
        else "target"
        if tie_target
        else "lexical"
    )
    return worth, rule


def _tie(text: Text, paths: list[Filled], span: set[int]) -> float:
    best = 0.0
    for path in paths:
        for head in path.heads:
            if head in span:
                best = max(best, 3.0)
            else:
                low, high = text.edges(head)
                if any(low <= one < high for one in span):
                    best = max(best, 2.0)
    return best
