"""Pairs that belong together -> groups (union-find), the same whatever the order of the pairs."""

from __future__ import annotations

from collections import defaultdict


class Groups:
    """Members are strings; a member never joined to another is in no group."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, member: str) -> str:
        """The group's representative: its smallest member."""
        above = self._above.setdefault(member, member)
        while above != self._above[above]:
            self._above[member] = self._above[above]
            member, above = above, self._above[above]
        return above

    def join(self, left: str, right: str) -> None:
        """Put both, and all that is with them, into one group."""
        low, high = sorted((self.find(left), self.find(right)))
        self._above[high] = low

    def all(self) -> list[list[str]]:
        """Groups with their members sorted, in order of their first member."""
        groups: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self._above):
            groups[self.find(member)].append(member)
        return [groups[key] for key in sorted(groups)]
