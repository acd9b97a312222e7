"""A sentence -> the durations and counts it states, normalised, so that "90 minutes" is "an hour and a half".

Patterns over words, no parse: a number with a unit of time that says how long something lasted, a share in percent, or a
number with the plural noun that it counts. A fact is a range
[least, most]; two facts contradict each other only when their ranges have nothing in common: "dozens" leaves room for 40.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from dateline.wording import common_words

ABOUT = 0.25
MARK = '[“”"‘]'
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """`kind` is "duration" (in minutes), "percent" or "number of <noun>"; the true value lies in [least, most]."""

    kind: str
    least: float
    most: float
    words: str

    def contradicts(self, other: Fact) -> bool:
        """Whether no value satisfies both."""
        return self.kind == other.kind and (self.least > other.most or other.least > self.most)


@functools.cache
def _lexicon() -> dict[str, Any]:
    raw = resources.files("dateline.links").joinpath("facts.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = _lexicon()
    spelled = "|".join(sorted(lexicon["numbers"], key=len, reverse=True))
    multiples = "|".join(lexicon["multiples"])
    number = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{spelled})(?:-(?:{spelled}))?)(?:\s(?:{multiples}))?"
    vague = "|".join(sorted(lexicon["ranges"], key=len, reverse=True))
    hedge = "|".join(
        sorted((w for group in lexicon["hedges"].values() for w in group), key=len, reverse=True)
    )
    units = "|".join(lexicon["units"])
    duration = re.compile(
        rf"\b(?:(?P<hedge>{hedge})\s)?(?P<number>{number}|half)(?:\s|-)(?:an\s)?(?P<unit>{units})s?\b"
        rf"(?P<half>\sand\s(?:a\shalf|half))?",
        re.IGNORECASE,
    )
    count = re.compile(
        rf"\b(?:(?P<hedge>{hedge})\s)?(?:(?P<number>{number})|(?P<vague>{vague})(?:\sof)?)"
        rf"\s(?P<counted>(?:{MARK}?[^\W\d_][\w’'-]*{MARK}?\s){{0,{LONGEST - 1}}}?{MARK}?(?:[^\W\d_][\w’'-]*s|people|men|women|children))\b",
        re.IGNORECASE,
    )
    percent = re.compile(
        rf"\b(?:(?P<hedge>{hedge})\s)?(?P<number>{number})\s?(?:percent|per\scent|%)", re.IGNORECASE
    )
    return duration, percent, count


def facts(sentence: str) -> tuple[Fact, ...]:
    """Durations, shares and counts, each kind in order of position."""
    duration, percent, count = _patterns()
    found: list[Fact] = []
    taken: list[tuple[int, int]] = []
    for match in duration.finditer(sentence):
        taken.append(match.span())
        if _lasting(sentence, match):
            found.append(_duration(match))
    for match in percent.finditer(sentence):
        taken.append(match.span())
        value = _value(match["number"])
        found.append(_ranged("percent", match, (value, value)))
    for match in count.finditer(sentence):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        noun = [word.strip('“”"‘') for word in match["counted"].lower().split()]
        if any(word in common_words() for word in noun):
            continue
        found.append(_ranged(f"number of {noun[-1]}", match, _count(match)))
    return tuple(found)


def _lasting(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is said how long something lasted, not when it was or how much time is left."""
    lexicon = _lexicon()["lasting"]
    if "-" in match.group() and not match["half"]:
        return True
    before = sentence[: match.start()].split()[-1:]
    after = sentence[match.end() :].split()[:1]
    if after and after[0].strip(".,;:").lower() in lexicon["not_before"]:
        return False
    return bool(before) and before[0].strip('“"‘(').lower() in lexicon["after"]


def _duration(match: re.Match[str]) -> Fact:
    unit = _lexicon()["units"][match["unit"].lower()]
    value = 0.5 if match["number"].lower() == "half" else _value(match["number"])
    minutes = (value + (0.5 if match["half"] else 0.0)) * unit
    return _ranged("duration", match, (minutes, minutes))


def _count(match: re.Match[str]) -> tuple[float, float]:
    if match["vague"]:
        least, most = _lexicon()["ranges"][match["vague"].lower()]
        return least, most
    value = _value(match["number"])
    return value, value


def _ranged(kind: str, match: re.Match[str], limits: tuple[float, float]) -> Fact:
    least, most = limits
    hedge = (match["hedge"] or "").lower()
    hedges = _lexicon()["hedges"]
    if hedge in hedges["least"]:
        most = float("inf")
    elif hedge in hedges["most"]:
        least = 0.0
    elif hedge in hedges["about"]:
        least, most = least * (1 - ABOUT), most * (1 + ABOUT)
    return Fact(kind, least, most, " ".join(match.group().split()))


def _value(words: str) -> float:
    lexicon = _lexicon()
    head, *rest = words.lower().split()
    if head[0].isdigit():
        value = float(head.replace(",", ""))
    else:
        value = float(sum(lexicon["numbers"][part] for part in head.split("-")))
    for multiple in rest:
        value *= lexicon["multiples"][multiple]
    return value
