"""dating.toml -> Cues: the word lists and limits by which an undated article is dated, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, eq=False)
class Cues:
    """One pattern a list of dating.toml; `limits` in days (`lead` in code points)."""

    future: re.Pattern[str]
    scheduled: re.Pattern[str]
    ahead_of_weekday: re.Pattern[str]
    credits: re.Pattern[str]
    archive: re.Pattern[str]
    mended: re.Pattern[str]
    not_current: re.Pattern[str]
    hypothetical: re.Pattern[str]
    speaks_after: re.Pattern[str]
    speaks_before: re.Pattern[str]
    decided: re.Pattern[str]
    undecided: re.Pattern[str]
    past_verbs: re.Pattern[str]
    titled: re.Pattern[str]
    trailing: re.Pattern[str]
    deputies: re.Pattern[str]
    limits: Mapping[str, int]


@cache
def load_cues() -> Cues:
    """The built-in lists."""
    source = resources.files("dateline.when").joinpath("dating.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    cues, offices = data["cues"], data["offices"]
    name = r"(?P<name>[A-Z][\w'’-]+(?:[ ]+(?:[A-Z]\.[ ]+)?[A-Z][\w'’-]+){0,2})"
    return Cues(
        future=re.compile(r"(?<!\w)(?:" + _any(cues["future"]) + r")\b", re.IGNORECASE),
        scheduled=re.compile(r"\b(?:" + _any(cues["scheduled"]) + r")\b", re.IGNORECASE),
        ahead_of_weekday=re.compile(
            r"\b(?:(?:"
            + _any(cues["ahead_of_weekday"])
            + r")\b[^.!?\n]{0,40}|(?:"
            + _any(cues["named_weekday"])
            + r")[\s“\"-]+(?:[\w-]+\s)?)$",
            re.IGNORECASE,
        ),
        credits=re.compile(_any(cues["credits"])),
        archive=re.compile(r"\b(?:" + _any(cues["archive"]) + r")\b", re.IGNORECASE),
        mended=re.compile(r"(?:" + _any(cues["mended"]) + r")[^\n]{0,30}$"),
        not_current=re.compile(r"\b(?:" + _any(cues["not_current"]) + r")\b[-\w\s]{0,24}$", re.IGNORECASE),
        hypothetical=re.compile(r"\b(?:" + _any(cues["hypothetical"]) + r")[\s“\"‘-]+$", re.IGNORECASE),
        speaks_after=re.compile(r"[,\s]*(?:" + _any(cues["speaking"]) + r")\b"),
        speaks_before=re.compile(r"\b(?:said|says|told|according to)[,\s]*(?:the\s)?$"),
        decided=re.compile(r"\b(?:" + _any(cues["decided"]) + r")\b", re.IGNORECASE),
        undecided=re.compile(r"\b(?:" + _any(cues["undecided"]) + r")\b", re.IGNORECASE),
        past_verbs=re.compile(r"\b(?:" + _any(cues["past_verbs"]) + r"|[a-z]{3,}ed)\b"),
        titled=re.compile(
            r"(?<![\w-])(?P<pre>(?:[A-Z][\w.'’]*[ -]+){0,3})(?P<title>"
            + _any(offices["titles"])
            + r")[ ]+"
            + name
        ),
        trailing=re.compile(
            name
            + r",[ ]+(?:the[ ]+|a[ ]+)?(?P<pre>(?:[A-Z][\w.'’]*[ ]+){1,3})(?P<title>"
            + _any(offices["trailing"])
            + r")\b"
        ),
        deputies=re.compile(_any(offices["deputies"]), re.IGNORECASE),
        limits=data["limits"],
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
