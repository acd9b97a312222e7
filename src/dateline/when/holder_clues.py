"""Office holders an undated article names -> clues: not before the newest term began, not after a present holder's ended."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dateline.records import DateRange
from dateline.when import days
from dateline.when.clues import Bounder, Clue, Material
from dateline.when.cues import Cues

Day = dt.date

_POSSESSIVE = re.compile(r"['’]s?$")
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "but",
        "or",
        "as",
        "at",
        "in",
        "on",
        "of",
        "for",
        "with",
        "when",
        "while",
        "after",
        "before",
        "since",
        "if",
        "by",
        "to",
        "from",
        "under",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "this",
        "that",
        "when",
        "what",
        "why",
        "how",
        "yesterday",
        "today",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "new",
        "watch",
        "photos",
        "video",
        "related",
        "read",
        "more",
    ]
)


class Titled(NamedTuple):
    """One naming of an office holder: where, the days of the term, and whether the words put it in the past."""

    start: int
    words: str
    low: Day | None
    high: Day | None
    current: bool
    speaks: bool


def lower(named: list[Titled], cues: Cues) -> list[Clue]:
    """Nobody bears a title (long) before the term starts."""
    early, deputy = cues.limits["start_early"], cues.limits["deputy_early"]
    return [
        Clue(
            days.add_days(t.low, -(deputy if cues.deputies.search(t.words) else early)),
            None,
            t.words,
            "reference",
        )
        for t in named
        if t.low is not None
    ]


def upper(named: list[Titled], cues: Cues) -> list[Clue]:
    """The end of a term, where nobody of a later term is named and the holder is spoken of as present: named twice,
    named in the lead, or speaking."""
    late, lead = cues.limits["end_late"], cues.limits["lead"]
    groups: dict[tuple[Day | None, Day], list[Titled]] = {}
    for titled in named:
        if titled.high is not None:
            groups.setdefault((titled.low, titled.high), []).append(titled)
    clues = []
    newest = max((t.low for t in named if t.low is not None), default=None)
    for (_, high), group in groups.items():
        if not all(t.current for t in group) or (newest is not None and newest >= high):
            continue
        if len(group) >= 2 or any(t.speaks or t.start < lead for t in group):
            clues.append(Clue(None, days.add_days(high, late), group[0].words, "reference"))
    return clues


def titled(material: Material, who: Bounder, cues: Cues) -> list[Titled]:
    """All namings of persons with a title whose terms are known."""
    text = material.text
    found = []
    for pattern in (cues.titled, cues.trailing):
        for match in pattern.finditer(text):
            before, after = (
                text[max(0, match.start() - 40) : match.start()],
                text[match.end() : match.end() + 30],
            )
            lead_in = before + match["pre"] if pattern is cues.titled else before
            if cues.hypothetical.search(before) or re.search(r"\belect\b", match.group()):
                continue
            bounds = _bounds(match, who)
            if bounds is None:
                continue
            former = cues.not_current.search(lead_in) is not None
            speaks = (
                cues.speaks_after.match(after) is not None or cues.speaks_before.search(before) is not None
            )
            low = bounds.earliest
            found.append(
                Titled(
                    match.start(), match.group(), low, None if former else bounds.latest, not former, speaks
                )
            )
    return found


def _bounds(match: re.Match[str], who: Bounder) -> DateRange | None:
    """The term, by as much of the name as is known. Words that stand capitalised before the title belong to it, for an
    Interior Minister is no Prime Minister; the first word of a sentence and "the" do not."""
    pre = match["pre"].replace("-", " - ").split()
    while pre and (pre[0].lower() in _FUNCTION_WORDS or pre[0] == "-"):
        pre = pre[1:]
    title = " ".join([*pre, match["title"]]).replace(" - ", "-")
    name = _POSSESSIVE.sub("", match["name"]).split()
    for length in range(len(name), 0, -1):
        bounds = who.bounds(" ".join(name[:length]), title)
        if bounds is not None and bounds.known:
            return bounds
    return None
