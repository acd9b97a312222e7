"""The tables of coloured words -> every form of every entry, and where such words stand in a text.

An entry has a kind, a part of speech by which it inflects, and a weight: 3 colours nearly wherever it stands, 2 mostly,
1 is a weak sign. Matching goes word by word through one dictionary, so that it is linear in the text whatever the
number of entries; the longest entry at a place wins.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from dateline.stories.passages import plain

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
VOWELS = "aeiou"


class Entry(NamedTuple):
    """What a coloured form is: its kind, weight (1 to 3) and part of speech."""

    kind: str
    weight: int
    pos: str


class Hit(NamedTuple):
    """An entry found at code points `start` to `end`."""

    start: int
    end: int
    entry: Entry


Seconds = dict[str, list[tuple[tuple[str, ...], Entry]]]
Lexicon = dict[str, Seconds]
"""First word -> second word, "" where there is none -> (the words after the first, what the whole is), longest first."""


@functools.cache
def lexicon() -> Lexicon:
    """All tables, forms spelled out; of two entries for one form the heavier holds, then the one that lists it."""
    forms: dict[tuple[str, ...], Entry] = {}
    ranks: dict[tuple[str, ...], tuple[int, bool]] = {}
    weak, none = set[tuple[str, ...]](), set[tuple[str, ...]]()
    folder = resources.files("dateline.stories").joinpath("lexicon")
    for table in sorted(folder.iterdir(), key=lambda item: item.name):
        held = tomllib.loads(table.read_text(encoding="utf-8"))
        weak.update(_keys(held.get("topics", {}).get("weak", "")))
        none.update(_keys(held.get("topics", {}).get("none", "")))
        for group in held.get("entries", ()):
            entry = Entry(group["kind"], group["weight"], group["pos"])
            for word in _words(group["words"]):
                for form in inflected(word, entry.pos, group.get("adverbs", False)):
                    key, rank = _key(form), (entry.weight, form == word)
                    if key and (key not in forms or ranks[key] < rank):
                        forms[key], ranks[key] = entry, rank
    found: Lexicon = {}
    for key, entry in forms.items():
        if key in none:
            continue
        if key in weak:
            entry = entry._replace(weight=1)
        found.setdefault(key[0], {}).setdefault((*key[1:], "")[0], []).append((key[1:], entry))
    for seconds in found.values():
        for choices in seconds.values():
            choices.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


def _words(cell: str) -> list[str]:
    return [
        word.strip().lower() for word in cell.replace("\n", " ").replace("’", "'").split(",") if word.strip()
    ]


def _key(form: str) -> tuple[str, ...]:
    return tuple(match.group() for match in WORD.finditer(form))


def _keys(cell: str) -> Iterator[tuple[str, ...]]:
    return (_key(word) for word in _words(cell))


def inflected(entry: str, pos: str, adverbs: bool = False) -> Iterator[str]:
    """The forms of an entry: those that stand after "/" and the regular ones of its part of speech."""
    base, *irregular = entry.split("/")
    if not base:
        return
    yield base
    yield from irregular
    head, space, rest = base.partition(" ")
    if pos == "noun" and not irregular and not base.endswith("s"):
        yield base + "es" if re.search(r"(x|ch|sh)$", base) else re.sub(r"([^aeiou])y$", r"\1ie", base) + "s"
    elif pos == "verb":
        for form in _verb(head, bool(irregular)):
            yield form + space + rest
    elif adverbs and not space:
        yield _adverb(base)


def _verb(base: str, irregular: bool) -> tuple[str, ...]:
    third = (
        base + "es" if re.search(r"(x|ch|sh|ss|z|o)$", base) else re.sub(r"([^aeiou])y$", r"\1ie", base) + "s"
    )
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", base) and not re.search(r"[aeiou]{2}.$", base):
        base += base[-1]
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    past = stem + "ed" if not re.search(r"[^aeiou]y$", base) else base[:-1] + "ied"
    return (third, stem + "ing") if irregular else (third, stem + "ing", past)


def _adverb(base: str) -> str:
    if base.endswith("ic"):
        return base + "ally"
    if re.search(r"[^aeiou]le$", base):
        return base[:-1] + "y"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ily"
    return base + ("y" if base.endswith("ll") else "ly")


def hits(text: str) -> list[Hit]:
    """Every entry in a text, in order, none over another; names in mid-sentence are not read as words."""
    table = lexicon()
    words = list(WORD.finditer(text))
    folded = list(map(_folded, WORD.findall(text)))
    found: list[Hit] = []
    at = 0
    while at < len(words):
        seconds = table.get(folded[at])
        if seconds is None or not ("" in seconds or (at + 1 < len(words) and folded[at + 1] in seconds)):
            at += 1
            continue
        held = _best(seconds, folded, at)
        if held is None or _name(text, words, at):
            at += 1
            continue
        length, entry = held
        found.append(Hit(words[at].start(), words[at + length - 1].end(), entry))
        at += length
    return found


@functools.lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def _best(seconds: Seconds, folded: Sequence[str], at: int) -> tuple[int, Entry] | None:
    if at + 1 < len(folded):
        for rest, entry in seconds.get(folded[at + 1], ()):
            if tuple(folded[at + 1 : at + 1 + len(rest)]) == rest:
                return len(rest) + 1, entry
    alone = seconds.get("")
    return (1, alone[0][1]) if alone else None


def _name(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """A capital where no sentence begins, or before another capital, makes a name."""
    start, end, word = words[at].start(), words[at].end(), words[at].group()
    if not word[0].isupper() or word.isupper():
        return False
    before = text[:start].rstrip(" \t\"“‘'(") if start < 40 else text[start - 40 : start].rstrip(" \t\"“‘'(")
    if before and before[-1] not in ".!?\n:—–":
        return True
    if before.endswith(".") and at and words[at - 1].group().lower() in plain("abbreviations"):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return bool(after and after.group()[0].isupper() and text[end : after.start()].isspace())
