"""A rule's pattern over classes of words -> a regular expression over characters, and the characters it can start with.

Grammar: alternatives `a | b`, groups `( )`, `?`, `*`, `+`, unions `[A B]`, and `name:` before a class, union or group to
keep what it matched. A name may stand in several alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dateline.errors import ConfigError

_PIECE = re.compile(r"[a-z]\w*:|[A-Z]\w*|[][()|?*+]")


class Compiled(NamedTuple):
    """`names[n]` lists the groups of the expression that keep name n."""

    regex: re.Pattern[str]
    starts: frozenset[str]
    names: Mapping[str, tuple[str, ...]]


class _Part(NamedTuple):
    regex: str
    starts: frozenset[str]
    empty: bool


def compile_pattern(pattern: str, classes: Mapping[str, str], macros: Mapping[str, str]) -> Compiled:
    """Raises ConfigError for a class that no word has and for unbalanced brackets."""
    reader = _Reader(pattern, classes, macros, {})
    part = reader.alternatives()
    if reader.at < len(reader.pieces):
        raise ConfigError(
            f"unexpected {reader.pieces[reader.at]!r} in pattern {pattern!r}", where="grammar.toml"
        )
    names = {name: tuple(f"{name}_{i}" for i in range(count)) for name, count in reader.used.items()}
    return Compiled(re.compile(part.regex), part.starts, names)


class _Reader:
    def __init__(
        self, pattern: str, classes: Mapping[str, str], macros: Mapping[str, str], used: dict[str, int]
    ) -> None:
        self.pattern, self.classes, self.macros, self.used = pattern, classes, macros, used
        self.pieces: list[str] = _PIECE.findall(pattern)
        self.at = 0

    def next(self) -> str:
        return self.pieces[self.at] if self.at < len(self.pieces) else ""

    def take(self) -> str:
        self.at += 1
        return self.pieces[self.at - 1]

    def alternatives(self) -> _Part:
        branches = [self.sequence()]
        while self.next() == "|":
            self.take()
            branches.append(self.sequence())
        starts = frozenset[str]().union(*(branch.starts for branch in branches))
        regex = "(?:" + "|".join(branch.regex for branch in branches) + ")"
        return _Part(regex, starts, any(branch.empty for branch in branches))

    def sequence(self) -> _Part:
        regex, starts, empty = "", frozenset[str](), True
        while self.next() and self.next() not in "|)":
            item = self.item()
            regex += item.regex
            if empty:
                starts |= item.starts
            empty = empty and item.empty
        return _Part(regex, starts, empty)

    def item(self) -> _Part:
        name = self.take()[:-1] if self.next().endswith(":") else ""
        atom = self.atom()
        regex = atom.regex
        if name:
            regex = f"(?P<{name}_{self.used.get(name, 0)}>{regex})"
            self.used[name] = self.used.get(name, 0) + 1
        if self.next() and self.next() in "?*+":
            repeat = self.take()
            return _Part(regex + repeat, atom.starts, atom.empty or repeat != "+")
        return _Part(regex, atom.starts, atom.empty)

    def atom(self) -> _Part:
        piece = self.take() if self.next() else ""
        if piece == "(":
            inner = self.alternatives()
            self._close(")")
            return inner
        if piece == "[":
            marks = ""
            while self.next() and self.next() != "]":
                marks += self._marks(self.take())
            self._close("]")
            return _Part(f"[{marks}]", frozenset(marks), False)
        if piece in self.macros:
            return _Reader(self.macros[piece], self.classes, self.macros, self.used).alternatives()
        marks = self._marks(piece)
        return _Part(f"[{marks}]", frozenset(marks), False)

    def _close(self, bracket: str) -> None:
        if self.next() != bracket:
            raise ConfigError(f"{bracket!r} is missing in pattern {self.pattern!r}", where="grammar.toml")
        self.take()

    def _marks(self, name: str) -> str:
        if name not in self.classes:
            raise ConfigError(f"no word is of class {name!r} in {self.pattern!r}", where="grammar.toml")
        return self.classes[name]
