"""Plain words in, the time expressions in them out: which words, by which rule. No day is needed for that."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dateline.when import calendar_rules as calendar
from dateline.when import length_rules as lengths
from dateline.when import relative_rules as relative
from dateline.when import season_rules as seasons
from dateline.when.lexer import Lexed, lex
from dateline.when.lexicon import Lexicon
from dateline.when.sense import Found, Moment, Sense, Unanchored

Builder = Callable[[Found, Moment], Sense | None]

BUILDERS: Mapping[str, Builder] = {
    "iso_date": calendar.iso_date,
    "slash_date": calendar.slash_date,
    "month_day": calendar.month_day,
    "month_day_range": calendar.month_day_range,
    "month": calendar.month,
    "year": calendar.year,
    "spelled_year": calendar.spelled,
    "year_pair": calendar.year_pair,
    "decade": calendar.decade,
    "ordinal_unit": calendar.ordinal_unit,
    "half": calendar.half,
    "quarter_name": calendar.quarter_name,
    "season": seasons.season,
    "holiday": seasons.holiday,
    "deictic": relative.deictic,
    "day_beside": relative.day_beside,
    "referred_part": relative.referred_part,
    "weekday": relative.weekday,
    "weekday_of_week": relative.weekday_of_week,
    "this_unit": relative.this_unit,
    "that_unit": relative.that_unit,
    "the_unit": relative.the_unit,
    "the_period": relative.the_period,
    "year_unit": relative.year_unit,
    "unit_of_day": relative.unit_of_day,
    "offset": relative.offset,
    "offset_from_reference": relative.offset_from_reference,
    "nothing": relative.nothing,
    "length": lengths.length,
    "recent_length": lengths.recent_length,
    "every": lengths.every,
    "clock": lengths.clock,
    "reference": lengths.reference,
    "vague_this": lengths.vague_this,
    "vague": lengths.vague,
}


def sense(found: Found, moment: Moment) -> Sense | None:
    """What an expression means at a moment; None when the words mean no time. Raises Unanchored."""
    try:
        return BUILDERS[found.lexicon.rules[found.rule].build](found, moment)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999 there are no days
        return None


def scan(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """All expressions, in order, without overlap: the longest at each place that a builder accepts."""
    lexed = lex(text, lexicon)
    found: list[Found] = []
    for run in lexicon.runs.finditer(lexed.marks):
        at, end = run.span()
        while at < end:
            best = _longest(lexed, lexicon, at, end)
            if best is None:
                at += 1
                continue
            if lexicon.rules[best.rule].build != "nothing":
                found.append(best)
            at = best.end
    return tuple(found)


def _longest(lexed: Lexed, lexicon: Lexicon, at: int, end: int) -> Found | None:
    matches: list[tuple[int, int, re.Match[str]]] = []
    for number in lexicon.by_first.get(lexed.marks[at], ()):
        match = lexicon.rules[number].pattern.regex.match(lexed.marks, at, end)
        if match is not None and match.end() > at:
            matches.append((match.end(), number, match))
    matches.sort(key=lambda found: -found[0])
    for reached, number, match in matches:
        groups = {
            name: match.span(group)
            for name, listed in lexicon.rules[number].pattern.names.items()
            for group in listed
            if match.start(group) >= 0
        }
        candidate = Found(lexed, lexicon, at, reached, number, groups)
        try:
            if sense(candidate, PROBE) is not None:
                return candidate
        except Unanchored:
            return candidate
    return None


PROBE = Moment()
