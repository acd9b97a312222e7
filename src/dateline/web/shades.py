"""Counts -> a few steps of shade and what each step stands for, evenly spaced in the logarithm."""

from __future__ import annotations

import math
from dataclasses import dataclass

STEPS = 5


@dataclass(frozen=True, slots=True)
class Shades:
    """Steps 1 to `STEPS` for counts from 1 to `most`; 0 for none."""

    most: int

    def of(self, count: int) -> int:
        """The step of one count."""
        if count <= 0:
            return 0
        return min(STEPS, max(1, math.ceil(STEPS * math.log1p(count) / math.log1p(self.most) - 1e-9)))

    def legend(self) -> list[tuple[int, str]]:
        """Each step that is in use with the counts that have it, as `4 to 12`."""
        lasts = [
            math.floor(math.expm1(step / STEPS * math.log1p(self.most)) + 1e-6)
            for step in range(1, STEPS + 1)
        ]
        made, first = [], 1
        for step, last in enumerate(lasts, 1):
            if last >= first:
                made.append((step, f"{first:,}" if last == first else f"{first:,} to {last:,}"))
                first = last + 1
        return made
