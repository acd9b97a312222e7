"""grammar.toml -> Lexicon: what each word may stand for, and the rules as regular expressions over classes of words.

Every set of classes that some word belongs to is one character, so that a sentence is a string of characters and a
rule is an ordinary regular expression over it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from dateline.when.patterns import Compiled, compile_pattern

# what the shape of a word makes it, whatever its letters are
SHAPES: dict[str, frozenset[str]] = {
    "day": frozenset({"DAY", "NUM"}),
    "number": frozenset({"NUM"}),
    "year": frozenset({"YEAR"}),
    "ordinal": frozenset({"ORD"}),
    "decade": frozenset({"DECADE"}),
    "iso": frozenset({"ISODATE"}),
    "slash": frozenset({"SLASHDATE"}),
    "clock": frozenset({"CLOCK"}),
    "quarter": frozenset({"QUARTERNAME"}),
    "holiday": frozenset({"HOLIDAY"}),
    "fraction": frozenset({"FRACTION"}),
    "comma": frozenset({"COMMA"}),
    "dash": frozenset({"DASH"}),
    "poss": frozenset({"POSS"}),
    "apos": frozenset({"APOS"}),
}
NO_CLASS = "."
_FIRST_CHARACTER = 0x100


class Rule(NamedTuple):
    """One line of the grammar: what to look for, the builder that gives it a sense, and fixed arguments for that."""

    pattern: Compiled
    build: str
    keys: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """`words[w][CLASS]` is the value of a word in a class; `mark[w]` its character, `shape[s]` that of a shape."""

    words: Mapping[str, Mapping[str, Any]]
    mark: Mapping[str, str]
    shape: Mapping[str, str]
    rules: tuple[Rule, ...]
    by_first: Mapping[str, tuple[int, ...]]
    runs: re.Pattern[str]
    holidays: Mapping[str, tuple[Any, ...]]
    recent: Mapping[str, int]
    few: tuple[int, int]
    parts: Mapping[str, tuple[float, float]]
    forward: frozenset[str]
    participles: frozenset[str]

    def value(self, word: str, class_: str) -> Any:
        """What a lower-case word stands for in a class; None when it is not of that class."""
        return self.words.get(word, {}).get(class_)


@cache
def load_lexicon() -> Lexicon:
    """The built-in grammar. Raises ConfigError when the file contradicts itself."""
    source = resources.files("dateline.when").joinpath("grammar.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    words: dict[str, dict[str, Any]] = {}
    for class_, listed in data["words"].items():
        for word, value in listed.items():
            words.setdefault(word, {})[class_] = value
    sets = sorted({frozenset(found) for found in words.values()} | set(SHAPES.values()), key=sorted)
    character = {classes: chr(_FIRST_CHARACTER + i) for i, classes in enumerate(sets)}
    classes: dict[str, str] = {}
    for members, mark in character.items():
        for class_ in members:
            classes[class_] = classes.get(class_, "") + mark
    rules = tuple(
        Rule(
            compile_pattern(entry["pattern"], classes, data["macros"]), entry["build"], entry.get("keys", {})
        )
        for entry in data["rule"]
    )
    core = "".join(sorted({mark for class_ in data["core"]["classes"] for mark in classes[class_]}))
    return Lexicon(
        words=words,
        mark={word: character[frozenset(found)] for word, found in words.items()},
        shape={name: character[found] for name, found in SHAPES.items()},
        rules=rules,
        by_first={
            mark: tuple(number for number, rule in enumerate(rules) if mark in rule.pattern.starts)
            for mark in character.values()
        },
        runs=re.compile(f"[^{NO_CLASS}]*[{core}][^{NO_CLASS}]*"),
        holidays={name: tuple(rule) for name, rule in data["holidays"].items()},
        recent=data["spans"]["recent"],
        few=(data["spans"]["few"][0], data["spans"]["few"][1]),
        parts={key: (float(low), float(high)) for key, (low, high) in data["parts"].items()},
        forward=frozenset(data["forward"]["words"]),
        participles=frozenset(data["forward"]["participles"]),
    )
