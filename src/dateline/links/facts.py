"""A sentence -> the durations, shares, sums, amounts and counts it states, normalised, so that "90 minutes" is "an hour and a half".

Patterns over words, no parse: a number with a unit of time that says how long something lasted, a share in percent, a
sum of money, or a number with the plural noun that it counts or with what befell those counted ("12 were killed"). A
fact is a range [least, most]; two facts contradict each other only when their ranges have nothing in common: "dozens"
leaves room for 40, "more than 100" for 120.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dateline.links.stated import Stated, counts, lexicon, lowered, stated
from dateline.wording import common_words

ABOUT = 0.125
NEARLY = 0.2
DOZEN = 12
MARCH = "March"
"""The month is no march."""
NEAR = 3
"""Words on either side of a count that can say what befell those counted."""
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """One quantity: `kind` is "duration" or "term" (in minutes), "percent", "sum in <currency>", "amount of <stuff>" (in
    its unit of measure) or "number of <noun>". A term is how long somebody is to sit in prison.

    The true value lies in [least, most]. `start`, `end`: code points in the sentence. `fate`: what is said to have
    befallen those counted, or None; `whose`: the names right before a share, or None.
    """

    kind: str
    least: float
    most: float
    words: str
    start: int = 0
    end: int = 0
    fate: str | None = None
    whose: str | None = None

    def contradicts(self, other: Fact) -> bool:
        """Whether both speak of one quantity and no value satisfies both."""
        return self.comparable(other) and (self.least > other.most or other.least > self.most)

    def comparable(self, other: Fact) -> bool:
        """Whether they can speak of one quantity: one kind, one fate as far as both say, one holder of a share."""
        if self.fate and other.fate and self.fate != other.fate:
            return False
        if self.kind == "percent" == other.kind:
            mine, theirs = (set((one.whose or "").split()) for one in (self, other))
            return bool(mine & theirs) or mine == theirs
        if self.kind == other.kind:
            return True
        groups = self._groups & other._groups
        return self.fate is not None and self.fate == other.fate and bool(groups)

    @property
    def _groups(self) -> frozenset[str]:
        """Which groups of nouns, any of which may stand for another, hold the one counted; people of a nation are in each."""
        noun = self.kind.removeprefix("number of ")
        last = self.words.split()[-1:]
        if noun != self.kind and last and last[0][:1].isupper():
            return frozenset(lexicon()["crowd"])
        return frozenset(name for name, nouns in lexicon()["crowd"].items() if noun in nouns)


@functools.lru_cache(maxsize=20_000)
def facts(sentence: str) -> tuple[Fact, ...]:
    """Durations, shares, sums, counts, each kind in order of position."""
    lower = lowered(sentence)
    if not counts(lower):
        return ()
    found: list[Fact] = []
    taken: list[tuple[int, int]] = []
    for match in stated("duration", sentence, lower):
        taken.append(match.span())
        if (kind := _length(sentence, match)) is not None:
            found.append(_ranged(kind, match, _minutes(match)))
    last = 0
    for match in stated("percent", sentence, lower):
        taken.append(match.span())
        whose = _holder(sentence[last : match.start()])
        found.append(_ranged("percent", match, _between(match, _value(match["number"])), whose=whose))
        last = match.end()
    for match in stated("sum", sentence, lower):
        if _free(match, taken):
            taken.append(match.span())
            found.append(_sum(match))
    for match in stated("amount", sentence, lower):
        if _free(match, taken):
            taken.append(match.span())
            kind = f"amount of {match['stuff'].lower()}"
            scale = lexicon()["measures"][match["measure"].lower()]
            value = _value(match["number"]) * scale
            found.append(_ranged(kind, match, (value * (1 - ABOUT), value * (1 + ABOUT))))
    for match in stated("count", sentence, lower):
        if _free(match, taken) and _counts(match) and (noun := _noun(match["counted"])):
            taken.append(match.span())
            found.append(_ranged(f"number of {noun}", match, _count(match), fate=_fate(sentence, match)))
    for name in ("fate", "after"):
        for match in stated(name, sentence, lower):
            if (
                _free(match, taken)
                and match["number"].lower() not in ("a", "an", "one")
                and match["fate"] != MARCH
            ):
                taken.append(match.span())
                fate = fate_of(match["fate"])
                found.append(_ranged("number of people", match, _count(match), fate=fate))
    return tuple(found)


def fate_of(word: str) -> str | None:
    """The group of facts.toml that holds the word."""
    return next((name for name, words in lexicon()["fates"].items() if word.lower() in words), None)


def _free(match: Stated, taken: list[tuple[int, int]]) -> bool:
    return not any(start < match.end() and match.start() < end for start, end in taken)


def _noun(counted: str) -> str | None:
    words = [word.strip('“”"‘’') for word in counted.lower().split()]
    if any(word in common_words() for word in words) or words[-1] in lexicon()["uncounted"]["nouns"]:
        return None
    return words[-1]


def _fate(sentence: str, match: Stated) -> str | None:
    """What befell those counted: said by one of the words right after, else right before."""
    after = re.findall(r"[\w’'-]+", re.split(r"[,;:]", sentence[match.end() :])[0])[:NEAR]
    before = re.findall(r"[\w’'-]+", re.split(r"[,;:]", sentence[: match.start()])[-1])[-NEAR:]
    inside = match["counted"].split()
    for word in (*after, *before[::-1], *inside[::-1]):
        if fate := fate_of(word):
            return fate
    return None


def _holder(before: str) -> str | None:
    """The last two names before a share: whose share it is stands among them."""
    names = [
        name
        for name in _NAME.findall(before)
        if name.lower() not in common_words() and name.lower() not in lexicon()["uncounted"]["days"]
    ]
    return " ".join(name.lower() for name in names[-2:]) or None


def _counts(match: Stated) -> bool:
    """Whether a number stands there: "a" counts only before "dozen" and its like."""
    number = match["number"].lower()
    return number not in ("a", "an")


def _length(sentence: str, match: Stated) -> str | None:
    """What a length of time measures: "duration" of what is told, "term" in prison, or None for when it was or how much is left."""
    words = lexicon()["lasting"]
    before = sentence[: match.start()].split()[-2:]
    if before and before[-1].lower() in words["slight"]:
        before.pop()
    before = before[-1:]
    after = [word.strip(".,;:’'").lower() for word in sentence[match.end() :].split()[:3]]
    if set(after) & set(words["term"]):
        return "term"
    if match["unit"].lower() == "year" or (after and after[0] in words["not_before"]):
        return None
    if after and after[0] == "of" and not set(after) & set(words["kept"]):
        return "duration"
    if "-" in match.group() and not match["half"] and not match["from"]:
        return "duration"
    return "duration" if before and before[0].strip('“"‘(').lower() in words["after"] else None


def _minutes(match: Stated) -> tuple[float, float]:
    table = lexicon()["units"]
    unit = table[match["unit"].lower()]
    words = match["number"].lower()
    parts = {"half": 0.5, "quarter of": 0.25, "quarters of": 0.25, "three-quarters of": 0.75}
    value = parts[words] if words in parts else _value(words)
    value += 0.5 if match["half"] or match["and"] else 0.0
    minutes = value * unit
    if match["more"]:
        minutes += _value(match["more"]) * table[match["small"].lower()]
    low = match["from"] or match["low"]
    return (_value(low) * unit if low else minutes), minutes


def _sum(match: Stated) -> Fact:
    if match["sign"]:
        value = float(match["figure"].replace(",", ""))
        scale = match["scale"].lower()
        value *= {"t": 1e3, "m": 1e6, "b": 1e9}.get(scale[:1], 1.0)
        money = {"$": "dollars", "€": "euros", "£": "pounds"}[match["sign"]]
    else:
        value, money = _value(match["number"]), match["money"].lower()
    return _ranged(f"sum in {money}", match, (value, value))


def _count(match: Stated) -> tuple[float, float]:
    if vague := match["vague"]:
        least, most = lexicon()["ranges"][vague.lower()]
        return least, most
    value = _value(match["number"])
    part = match["part"]
    if part:
        least, most = lexicon()["parts"].get(part.lower(), (None, None))
        if least is None:
            return _value(part), _value(part)
        return least * value, most * value
    if match["number"].lower().endswith("dozen"):
        return value - value / DOZEN, value + value / DOZEN
    return _between(match, value)


def _between(match: Stated, value: float) -> tuple[float, float]:
    low = match["from"] or match["low"]
    least = _value(low) if low else value
    return min(least, value), value


def _ranged(
    kind: str,
    match: Stated,
    limits: tuple[float, float],
    fate: str | None = None,
    whose: str | None = None,
) -> Fact:
    least, most = limits
    hedge = match["hedge"].lower()
    hedges = lexicon()["hedges"]
    if hedge in hedges["least"]:
        most = float("inf")
    elif hedge in hedges["most"]:
        least = 0.0
    elif hedge in hedges["about"]:
        least, most = least * (1 - ABOUT), most * (1 + ABOUT)
    elif hedge in hedges["nearly"]:
        least = least * (1 - NEARLY)
    return Fact(kind, least, most, " ".join(match.group().split()), match.start(), match.end(), fate, whose)


def _value(words: str) -> float:
    table = lexicon()
    head, *rest = (word for word in words.lower().split() if word not in ("and", "half"))
    if head[0].isdigit():
        value = float(head.replace(",", ""))
    else:
        value = float(sum(table["numbers"][part] for part in head.split("-")))
    if " and a half " in f" {words.lower()} ":
        value += 0.5
    for multiple in rest:
        value *= table["multiples"].get(multiple, 1)
    return value
