"""A word for an act -> its root and the kinds of act it can tell of, so that "die" and "killing" can be compared.

An ending is taken off by rule; irregular pairs and words of one kind come from families.toml.
"""

from __future__ import annotations

import functools
import tomllib
from collections import defaultdict
from importlib import resources
from typing import Any

from dateline.groups import Groups

SHORTEST = 4
DOUBLED = frozenset("bdgmnprt")


@functools.cache
def _table() -> dict[str, Any]:
    raw = resources.files("dateline.links").joinpath("families.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@functools.cache
def light_verbs() -> frozenset[str]:
    """Verbs that leave the act to their object ("hold talks")."""
    return frozenset(_table()["light"])


@functools.lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """The root of a lemma in lower case: "announcement" and "announce" share one, "death" and "die" as well."""
    bare = _bare(word)
    return _families()[0].get(bare, bare)


@functools.lru_cache(maxsize=50_000)
def kinds(word: str) -> frozenset[int]:
    """Numbers of the kinds of act that the word can tell of; empty for a word that no line holds."""
    return kinds_of_root(root(word))


def kinds_of_root(own: str) -> frozenset[int]:
    """Numbers of the kinds of act that words of this root can tell of. A root taken for a word may lose another ending."""
    return _families()[1].get(own, frozenset())


def kin(one: str, other: str) -> float:
    """1.0 of one root, 0.5 of one kind of act, else 0."""
    if root(one) == root(other):
        return 1.0
    return 0.5 if kinds(one) & kinds(other) else 0.0


@functools.cache
def _families() -> tuple[dict[str, str], dict[str, frozenset[int]]]:
    groups = Groups()
    lines = [
        [[_bare(word) for word in group.split()] for group in line.split(";")] for line in _table()["kinds"]
    ]
    for line in lines:
        for group in line:
            for word in group:
                groups.join(group[0], word)
    roots = {word: groups.find(word) for line in lines for group in line for word in group}
    told: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for group in line:
            told[roots[group[0]]].add(number)
    return roots, {word: frozenset(numbers) for word, numbers in told.items()}


def _bare(word: str) -> str:
    verb, mark, particle = word.partition("_")
    if verb.endswith("s") and not verb.endswith(("ss", "us", "is")) and len(verb) > SHORTEST:
        verb = verb[:-1]
    for ending, own in _table()["endings"]:
        if verb.endswith(ending) and len(verb) - len(ending) + len(own) >= SHORTEST - (len(ending) < 3):
            verb = verb[: -len(ending)] + own
            break
    if len(verb) > SHORTEST and verb[-1] == verb[-2] and verb[-1] in DOUBLED:
        verb = verb[:-1]
    return verb.rstrip("e") + mark + particle
