"""PolNeAR gold and predictions -> exact and overlap P/R/F1 of source, cue and content, by kind and by mode.

Exact: the set of spans of a document. Overlap: one-to-one pairs by falling character F1, each worth its F1, white
space not counted. Kinds and modes are told from the words of an attribution alone, gold and predicted alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.quotes.cues import Lexicon

ROLES = ("source", "cue", "content")
Span = tuple[int, int]
Attribution = Mapping[str, Any]
Documents = Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]
Keep = Callable[[Attribution], bool]


def kind_of(attribution: Mapping[str, Any]) -> str:
    """direct, mixed or indirect by the quotation marks in the content."""
    pieces = attribution["content"]
    marked = [_marked(piece["content"].strip()) for piece in pieces]
    if marked and all(share > 0.9 for share in marked):
        return "direct"
    return "mixed" if any(share > 0 for share in marked) else "indirect"


_OPEN, _SHUT = "“\"'‘«", "”\"'’»"


def _marked(words: str) -> float:
    """Share of the words inside quotation marks."""
    if not words:
        return 0.0
    inside, total, covered = False, 0, 0
    i = 0
    while i < len(words):
        two = words[i : i + 2]
        if two == "''" or words[i] in '“”"«»':
            inside = not inside if words[i] in "\"'" else words[i] in "“«"
            i += 2 if two == "''" else 1
            continue
        if words[i] == "‘" or (words[i] in "'’" and (i == 0 or not words[i - 1].isalnum()) and not inside):
            inside = True
        total += not words[i].isspace()
        covered += inside and not words[i].isspace()
        i += 1
    return covered / total if total else 0.0


def score(
    gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]], keep: Keep
) -> dict[str, Any]:
    """`{"exact"|"overlap": {role: {"precision", "recall", "f1", "gold", "predicted"}}}` over documents matched by id.

    Only attributions that `keep` lets through are looked at, in gold and predictions alike.
    """
    answers = {row["id"]: row for row in predicted}
    documents = [(row, answers.get(row["id"], {"attributions": []})) for row in gold]
    return {
        "exact": {role: _exact(documents, role, keep) for role in ROLES},
        "overlap": {role: _overlap(documents, role, keep) for role in ROLES},
    }


def figures(
    gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]], lexicon: Lexicon
) -> Iterator[tuple[str, float, tuple[tuple[str, int], ...]]]:
    """Label, value and counts of every figure: all attributions first, then by kind, then by mode."""
    modes = Modes(lexicon)
    cuts: list[tuple[str, Keep]] = [("all", lambda _: True)]
    for name, kinds in (
        ("direct", {"direct"}),
        ("mixed", {"mixed"}),
        ("direct and mixed", {"direct", "mixed"}),
        ("indirect", {"indirect"}),
    ):
        cuts.append((name, lambda one, kinds=kinds: kind_of(one) in kinds))  # type: ignore[misc]
    cuts.append(("speech", lambda one: modes.of(one) == "speech"))
    cuts.append(("belief", lambda one: modes.of(one) == "belief"))
    for cut, keep in cuts:
        values = score(gold, predicted, keep)
        for way in ("exact", "overlap"):
            for role in ROLES:
                row = values[way][role]
                counts = (("gold", int(row["gold"])), ("predicted", int(row["predicted"])))
                for measure in ("precision", "recall", "f1"):
                    yield f"{cut}: {way} {role} {measure}", row[measure], counts


class Modes:
    """Speech or belief by the words of a cue, looked up in the lexicon; unknown words count as speech."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._beliefs: set[str] = set()
        speech: set[str] = set()
        for group in lexicon.entries.values():
            for cue in group:
                (speech if cue.mode == "speech" else self._beliefs).update(forms(cue.lemma))
        self._beliefs -= speech

    def of(self, one: Attribution) -> str:
        """ "belief" when the cue's words hold a belief word and no word of speech."""
        words = {word for piece in one["cue"] for word in piece["content"].lower().split()}
        return "belief" if words & self._beliefs else "speech"


_IRREGULAR = {
    "think": ("thought",), "feel": ("felt",), "know": ("knew", "known"), "understand": ("understood",),
    "see": ("saw", "seen"), "foresee": ("foresaw", "foreseen"), "forget": ("forgot", "forgotten"),
    "hear": ("heard",), "mean": ("meant",), "seek": ("sought",), "choose": ("chose", "chosen"),
    "learn": ("learnt",), "take": ("took", "taken"), "stand": ("stood",), "mistake": ("mistook", "mistaken"),
}  # fmt: skip


def forms(lemma: str) -> set[str]:
    """A word and its inflected forms by the regular rules of spelling, with the irregular ones of belief verbs."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    found = {
        lemma,
        lemma + "s",
        lemma + "es",
        stem + "ed",
        stem + "ing",
        lemma + lemma[-1:] + "ed",
        lemma + lemma[-1:] + "ing",
    }
    if lemma.endswith("y"):
        found |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    return found | set(_IRREGULAR.get(lemma, ()))


def _set(row: Mapping[str, Any], role: str, keep: Keep) -> set[Span]:
    return {
        (piece["start"], piece["end"])
        for attribution in row.get("attributions", ())
        if keep(attribution)
        for piece in attribution[role]
    }


def _exact(documents: Documents, role: str, keep: Keep) -> dict[str, float]:
    hits = gold = predicted = 0
    for truth, answer in documents:
        a, b = _set(truth, role, keep), _set(answer, role, keep)
        hits, gold, predicted = hits + len(a & b), gold + len(a), predicted + len(b)
    return _figures(hits, hits, gold, predicted)


def _overlap(documents: Documents, role: str, keep: Keep) -> dict[str, float]:
    worth, gold, predicted = 0.0, 0, 0
    for truth, answer in documents:
        a, b = _set(truth, role, keep), _set(answer, role, keep)
        gold, predicted = gold + len(a), predicted + len(b)
        worth += sum(value for value, _, _ in pairs(truth["text"], a, b))
    return _figures(worth, worth, gold, predicted)


def pairs(text: str, gold: set[Span], predicted: set[Span]) -> Iterator[tuple[float, Span, Span]]:
    """One-to-one pairs by falling character F1, white space not counted."""
    solid = [0]
    for character in text:
        solid.append(solid[-1] + (not character.isspace()))

    def size(low: int, high: int) -> int:
        return solid[high] - solid[low] if high > low else 0

    rows = []
    for a in gold:
        for b in predicted:
            common = size(max(a[0], b[0]), min(a[1], b[1]))
            if common:
                rows.append((2 * common / (size(*a) + size(*b)), a, b))
    taken_a: set[Span] = set()
    taken_b: set[Span] = set()
    for value, a, b in sorted(rows, key=lambda row: (-row[0], row[1], row[2])):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            yield value, a, b


def _figures(right_gold: float, right_predicted: float, gold: int, predicted: int) -> dict[str, float]:
    recall = right_gold / gold if gold else 0.0
    precision = right_predicted / predicted if predicted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "predicted": predicted}
