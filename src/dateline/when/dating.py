"""An article's own words in, the days on which it can have been published out, and what decided that."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dateline.records import UNDATED, DateRange, Removed
from dateline.when import day_clues, election_clues, holder_clues, summit_clues
from dateline.when.clues import Bounder, Clue, material
from dateline.when.cues import Cues, load_cues
from dateline.when.datelines import DatedLine, dated_lines
from dateline.when.lexicon import Lexicon
from dateline.when.summits import SummitTable

Day = dt.date

_YEAR = re.compile(r"(?<![\w$€£.,-])(?:19[5-9]|20[0-4])\d(?![\w%]|[.,]\d)")


def published(
    title: str | None,
    body: str,
    removed: Sequence[Removed],
    who: Bounder,
    lexicon: Lexicon,
    table: SummitTable,
    votes: Sequence[election_clues.Vote],
) -> DateRange:
    """A date line decides; else what the text names bounds the day from both sides; else the interval is open.

    `text` of the result holds the words that decided, `basis` is "dateline", "text" or "reference".
    """
    lines = [*(title or "").split("\n"), *body.split("\n"), *(piece.text for piece in removed)]
    stated = dated_lines([line for line in lines if line.strip()], lexicon)
    exact = _stated(stated)
    if exact is not None:
        return exact
    return _inferred(title, body, removed, who, lexicon, table, votes, load_cues())


def _stated(lines: list[DatedLine]) -> DateRange | None:
    for kind in ("published", "bare", "dateline", "updated"):
        for line in lines:
            if line.kind == kind and line.day is not None:
                return DateRange(line.day, line.day, line.words, "dateline")
    return None


def _inferred(
    title: str | None,
    body: str,
    removed: Sequence[Removed],
    who: Bounder,
    lexicon: Lexicon,
    table: SummitTable,
    votes: Sequence[election_clues.Vote],
    cues: Cues,
) -> DateRange:
    words = material(title, body, removed, lexicon)
    holders = holder_clues.titled(words, who, cues)
    low = _newest([*holder_clues.lower(holders, cues), *day_clues.lower(words, cues)])
    high = _oldest([*holder_clues.upper(holders, cues), *day_clues.upper(words, cues)])
    if (
        high
        and high.high
        and ((low and low.low and low.low > high.high) or _newest_year(words.text) > high.high.year + 1)
    ):
        high = None
    first, last = (low.low if low else None), (high.high if high else None)
    months = day_clues.other_months(words)
    for clue in [
        *day_clues.narrow(words, cues),
        *summit_clues.narrow(words, table, cues, first, last),
        *election_clues.narrow(words, votes, cues, first, last),
    ]:
        start = max(first or Day.min, clue.low or Day.min)
        end = min(last or Day.max, clue.high or Day.max)
        if start <= end and not (clue.basis == "text" and day_clues.in_other_months(start, end, months)):
            return DateRange(start, end, clue.words, clue.basis)
    deciding = [clue for clue in (low, high) if clue is not None]
    if not deciding:
        return UNDATED
    basis = "reference" if any(clue.basis == "reference" for clue in deciding) else "text"
    return DateRange(first, last, "; ".join(dict.fromkeys(clue.words for clue in deciding)), basis)  # type: ignore[arg-type]


def _newest_year(text: str) -> int:
    """The newest year a text names, past or to come; few look further ahead than to the next."""
    return max((int(year) for year in _YEAR.findall(text)), default=0)


def _newest(clues: list[Clue]) -> Clue | None:
    return max((c for c in clues if c.low is not None), key=lambda c: c.low or Day.min, default=None)


def _oldest(clues: list[Clue]) -> Clue | None:
    return min((c for c in clues if c.high is not None), key=lambda c: c.high or Day.max, default=None)
