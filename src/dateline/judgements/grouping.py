"""Merges and splits of events -> which mentions are one event, starting from the machine's clusters.

A merge is a must-link between whole clusters, a split a cannot-link between what goes out and what stays; the later one
counts. A mention that the analyst never saw stays with the mention that the machine linked it to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.judgements.bench import Bench
from dateline.judgements.forms import Judgement, Passage, Target
from dateline.records import Event

Locate = Callable[[Passage], str | None]


class Groups:
    """Mentions by group; a group's key is the machine's event, or a number for a new one."""

    def __init__(self, bench: Bench, locate: Locate) -> None:
        self._bench, self._locate = bench, locate
        self.members: dict[str, set[str]] = {}
        self._at: dict[str, str] = {}
        self.pairs: dict[str, list[tuple[str, str, str]]] = {}
        for event in bench.of("event").values():
            self._open(event.id, event.mentions)
        for mention in bench.of("mention").values():
            if mention.id not in self._at and mention.id not in bench.base["mention"]:
                self._open(f"new {mention.id}", [mention.id])

    def of(self, target: Target) -> str | None:
        """The group that holds most of the mentions an event was anchored by; None when none is found."""
        votes = Counter(self._at[one] for one in self.found(target) if one in self._at)
        return min(votes, key=lambda key: (-votes[key], key), default=None)

    def found(self, target: Target) -> list[str]:
        """The mentions that stand on a target's words now."""
        return [one for anchor in target.passages if (one := self._locate(anchor)) is not None]

    def lay(self, one: Judgement) -> bool:
        """Carry out a merge or split of events; False when what it is about is not found."""
        first = self.of(one.targets[0])
        if first is None:
            return False
        return self._merge(first, one) if one.kind == "merge" else self._split(first, one)

    def _merge(self, first: str, one: Judgement) -> bool:
        joined = False
        for target in one.targets[1:]:
            other = self.of(target)
            if other is None:
                continue
            joined = True
            if other == first:
                continue
            self._reason(first, min(self.members[first]), min(self.members[other]), one)
            self.pairs.setdefault(first, []).extend(self.pairs.pop(other, ()))
            for mention in sorted(self.members.pop(other)):
                self.members[first].add(mention)
                self._at[mention] = first
        return joined

    def _split(self, first: str, one: Judgement) -> bool:
        out = {m for target in one.targets[1:] for m in self.found(target) if m in self._at}
        stay = {m for m in self.found(one.targets[0]) if m in self._at} - out
        if not out:
            return False
        leaving = {m for m in out if self.members[self._at[m]] & stay}
        for key in {self._at[m] for m in leaving}:
            leaving |= self._followers(key, leaving & self.members[key], stay)
        groups = {self._at[m] for m in out - leaving}
        if leaving:
            key = f"split {one.id}"
            for mention in leaving:
                self.members[self._at[mention]].discard(mention)
            self._open(key, leaving)
            groups.add(key)
        home, *rest = sorted(groups, key=lambda key: (-len(self.members[key]), key))
        for key in rest:
            for mention in self.members.pop(key):
                self.members[home].add(mention)
                self._at[mention] = home
        return True

    def _followers(self, key: str, leaving: set[str], stay: set[str]) -> set[str]:
        """Mentions unknown to the analyst that the machine's links tie to one that leaves, not to one that stays."""
        tied: dict[str, str] = dict.fromkeys(leaving, "out") | dict.fromkeys(stay, "stay")
        followers: set[str] = set()
        links = [
            link for link in self._links() if link[0] in self.members[key] and link[1] in self.members[key]
        ]
        grew = True
        while grew:
            grew = False
            for left, right, _ in links:
                for known, other in ((left, right), (right, left)):
                    if known in tied and other not in tied:
                        tied[other] = tied[known]
                        grew = True
                        if tied[known] == "out":
                            followers.add(other)
        return followers

    def _links(self) -> Iterator[tuple[str, str, str]]:
        events: dict[str, Event] = self._bench.base["event"]
        for event in events.values():
            yield from event.links

    def _open(self, key: str, mentions: Iterable[str]) -> None:
        self.members[key] = set(mentions)
        for mention in self.members[key]:
            self._at[mention] = key

    def _reason(self, key: str, left: str, right: str, one: Judgement) -> None:
        words = f"analyst {one.by}: one event" + (f" ({one.why})" if one.why else "")
        self.pairs.setdefault(key, []).append((left, right, words))

    def links(self, key: str, members: set[str]) -> tuple[tuple[str, str, str], ...]:
        """Why these are one event: the machine's reasons that still hold, then hers."""
        mine = [*self._links(), *self.pairs.get(key, ())]
        return tuple(dict.fromkeys(row for row in mine if row[0] in members and row[1] in members))

    def name(self, members: set[str], taken: set[str], fallback: str) -> str:
        """The id of an event: the machine's own, of which it holds the most mentions, else `fallback`."""
        events: dict[str, Event] = self._bench.base["event"]
        origin = Counter(event.id for event in events.values() for one in event.mentions if one in members)
        for event_id in sorted(origin, key=lambda one: (-origin[one], one)):
            if event_id not in taken:
                return event_id
        return fallback


def home(event: Event, story_of: Callable[[str], str | None]) -> str | None:
    """The story of most of its articles, as the machine places an event."""
    counts = Counter(story for one in event.articles if (story := story_of(one)))
    return max(counts, key=lambda story: (counts[story], story), default=None)


def by_size(groups: dict[str, set[str]]) -> Sequence[str]:
    """Keys, the largest group first, so that it keeps the machine's id."""
    return sorted(groups, key=lambda key: (-len(groups[key]), min(groups[key], default="")))
