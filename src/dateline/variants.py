"""Two quotations of the same words -> where they differ, word by word: what one leaves out, adds, exchanges or moves.

Words are compared without case, and with apostrophes straightened; they are given as they stand. What an editor put in
brackets counts as a word of that version alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOVED = 2
"""Words that a run must have at least to count as moved, not as left out here and added there."""
LONGEST = 8
ENDS = 3
"""Words shown at either end of a run of more than `LONGEST`."""
_TOKEN = re.compile(r"\[[^\]]*\]|[^\W_]+(?:['’\-][^\W_]+)*")

Kind = Literal["equal", "missing", "added", "replaced", "moved"]


@dataclass(frozen=True, slots=True)
class Step:
    """Words of `one` and of `other` that stand in the same place; either may be empty.

    kind: `equal`; `missing` from the other; `added` by the other; `replaced` by the other; `moved`: the words stand
    elsewhere in the other (`one` and `other` hold them both, at the place where `one` has them).
    """

    kind: Kind
    one: str
    other: str


def difference(one: str, other: str) -> tuple[Step, ...]:
    """The steps from `one` to `other`, in the order of `one`; all `equal` where only case and marks differ."""
    left, right = _TOKEN.findall(one), _TOKEN.findall(other)
    plain, other_plain = [_plain(t) for t in left], [_plain(t) for t in right]
    steps: list[Step] = []
    codes = SequenceMatcher(None, plain, other_plain, autojunk=False).get_opcodes()
    gone = {(a, b): plain[a:b] for tag, a, b, _, _ in codes if tag in ("delete", "replace")}
    came = {(c, d): other_plain[c:d] for tag, _, _, c, d in codes if tag in ("insert", "replace")}
    moved = _moved(gone, came)
    for tag, a, b, c, d in codes:
        mine, theirs = " ".join(left[a:b]), " ".join(right[c:d])
        if tag == "equal":
            steps.append(Step("equal", mine, theirs))
            continue
        here = moved.get((a, b))
        if here is not None:
            steps.append(Step("moved", mine, " ".join(right[here[0] : here[1]])))
        elif mine and theirs and (c, d) not in moved.values():
            steps.append(Step("replaced", mine, theirs))
            continue
        elif mine:
            steps.append(Step("missing", mine, ""))
        if theirs and (c, d) not in moved.values():
            steps.append(Step("added", "", theirs))
    return tuple(steps)


def variants(wordings: Sequence[str]) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """The fullest wording first, with no steps, then each other wording with how it differs from the fullest.

    Wordings that differ from an earlier one in case and marks alone are left out.
    """
    ordered = sorted(dict.fromkeys(wordings), key=lambda words: (-len(_TOKEN.findall(words)), words))
    if not ordered:
        return ()
    found: list[tuple[str, tuple[Step, ...]]] = [(ordered[0], ())]
    seen = {_key(ordered[0])}
    for words in ordered[1:]:
        if _key(words) not in seen:
            seen.add(_key(words))
            found.append((words, difference(ordered[0], words)))
    return tuple(found)


def marked(steps: Sequence[Step]) -> str:
    """The steps as one line: left out words as {-words-}, added ones as {+words+}, moved ones as {~words~}.

    Long runs are cut to their first and last words.
    """
    parts = []
    for step in steps:
        if step.kind == "equal":
            parts.append(_short(step.one))
        elif step.kind == "moved":
            parts.append(f"{{~{_short(step.one)}~}}")
        else:
            parts += [f"{{-{_short(step.one)}-}}"] if step.one else []
            parts += [f"{{+{_short(step.other)}+}}"] if step.other else []
    return " ".join(parts)


def _short(run: str) -> str:
    words = run.split()
    return run if len(words) <= LONGEST else f"{' '.join(words[:ENDS])} … {' '.join(words[-ENDS:])}"


def _plain(token: str) -> str:
    return token.lower().replace("’", "'")


def _key(words: str) -> tuple[str, ...]:
    return tuple(_plain(token) for token in _TOKEN.findall(words))


def _moved(
    gone: dict[tuple[int, int], list[str]], came: dict[tuple[int, int], list[str]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Places in one -> places in the other of runs that stand in both, each used once."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for place, words in gone.items():
        for there, others in came.items():
            if words == others and len(words) >= MOVED and there not in found.values():
                found[place] = there
                break
    return found
