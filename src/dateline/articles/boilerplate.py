"""`boilerplate.toml` and its overlays -> a matcher that says why a line, or a part of one, is not the article."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import ConfigError
from dateline.records import Removed

SCOPES = ("line", "inline", "head", "tail")
_BULLET = re.compile(r"[\s\-–—•*|>»·▶►■_#]+")
_LONGEST = 1000
_LONGEST_UNHINTED = 360


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    longest: int

    def may_match(self, lowered: str) -> bool:
        """Whether the line holds one of the words without which no pattern of the rule can match: a cheap first look."""
        if len(lowered) > self.longest:
            return False
        for hint in self.hints:  # a plain loop: this runs a hundred times a paragraph
            if hint in lowered:
                return True
        return not self.hints


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The compiled rules, by scope."""

    line: tuple[_Rule, ...]
    head: tuple[_Rule, ...]
    tail: tuple[_Rule, ...]
    inline: tuple[_Rule, ...]

    def reason(self, line: str, *scopes: str) -> str | None:
        """Why the whole line is no part of the article, or None. Scope "line" always counts."""
        bullet = _BULLET.match(line)
        core = line[bullet.end() :] if bullet and bullet.end() < len(line) else line
        lowered = core.lower()
        more = {"head": self.head, "tail": self.tail}
        for rules in (self.line, *(more[scope] for scope in scopes)):
            for rule in rules:
                if rule.may_match(lowered) and rule.pattern.fullmatch(core):
                    return rule.reason
        return None

    def strip_inline(self, line: str) -> tuple[str, list[Removed]]:
        """The line without the insertions that the inline rules know, and what was taken out."""
        removed: list[Removed] = []
        lowered = line.lower()
        for rule in self.inline:
            if not rule.may_match(lowered):
                continue
            found = [match[0] for match in rule.pattern.finditer(line)]
            if found:
                removed.extend(Removed(rule.reason, words) for words in found)
                line = re.sub(r"\s{2,}", " ", rule.pattern.sub(" ", line)).strip()
                line = re.sub(r" +([.,;:!?”])", r"\1", line)
        return line, removed


@functools.lru_cache(maxsize=4)
def load(overlay: tuple[Path, ...] = ()) -> Boilerplate:
    """The package's rules, then those of each overlay folder that has a `boilerplate.toml`. Raises ConfigError."""
    built_in = files(__package__) / "boilerplate.toml"
    tables = [("boilerplate.toml", built_in.read_text(encoding="utf-8"))]
    for folder in overlay:
        path = folder / "boilerplate.toml"
        if path.is_file():
            tables.append((str(path), path.read_text(encoding="utf-8")))
    by_scope: dict[str, list[_Rule]] = {scope: [] for scope in SCOPES}
    for where, text in tables:
        for raw in _raw_rules(text, where):
            by_scope[raw["scope"]].append(_compiled(raw, where))
    return Boilerplate(**{scope: tuple(rules) for scope, rules in by_scope.items()})


def _raw_rules(text: str, where: str) -> Iterable[dict[str, Any]]:
    try:
        rules = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(error), where=where, remedy="Mend the file or move it away") from error
    for number, raw in enumerate(rules, 1):
        if raw.get("scope") not in SCOPES or not raw.get("reason") or not raw.get("patterns"):
            what = f"rule {number} needs a reason, patterns and a scope of {', '.join(SCOPES)}"
            raise ConfigError(what, where=where)
        yield raw


def _compiled(raw: dict[str, Any], where: str) -> _Rule:
    flags = re.NOFLAG if raw.get("case") else re.IGNORECASE
    try:
        pattern = re.compile("|".join(f"(?:{one})" for one in raw["patterns"]), flags)
    except re.error as error:
        raise ConfigError(f"'{error.pattern!r}' is no regular expression: {error}", where=where) from error
    hints = tuple(raw.get("hints", ()))
    longest = int(raw.get("longest", _LONGEST if hints else _LONGEST_UNHINTED))
    return _Rule(raw["reason"], pattern, hints, longest)
