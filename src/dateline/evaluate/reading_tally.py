"""Single judgements, right or wrong -> figures with their counts, and what was wrong in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.evaluate.frame import Figure


@dataclass(slots=True)
class Tally:
    """Counts by label, in the order in which labels first come up. `wrong`: (label, where, what), for people."""

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def judge(self, label: str, right: bool, where: str = "", what: object = "") -> bool:
        """Count one judgement and give it back."""
        self.add(label, int(right), 1)
        if not right:
            self.wrong.append((label, where, str(what)))
        return right

    def add(self, label: str, right: int, total: int) -> None:
        """Count several at once."""
        had_right, had_total = self.counts.get(label, (0, 0))
        self.counts[label] = (had_right + right, had_total + total)

    def figures(self) -> list[Figure]:
        """One figure a label: the share that was right."""
        return [
            Figure(label, right / total if total else 0.0, (("right", right), ("of", total)))
            for label, (right, total) in self.counts.items()
        ]
