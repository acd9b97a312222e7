"""A parsed text in, its time expressions out: tokens, TIMEX3 type and value, and an interval of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dateline.records import UNDATED, DateRange, Span
from dateline.syntax import Text
from dateline.when import days
from dateline.when.lexicon import Lexicon
from dateline.when.scan import scan, sense
from dateline.when.sense import Found, Moment, Sense, TimexType, Unanchored, count
from dateline.when.tense import direction

Day = dt.date
Direction = Literal["past", "future", "none"]

_DIRECTIONS: dict[int, Direction] = {-1: "past", 0: "none", 1: "future"}
_RELATIONS = frozenset(
    [
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "through",
        "between",
        "during",
        "in",
        "on",
        "at",
        "within",
        "for",
        "over",
        "of",
        "around",
    ]
)
_LINKS = frozenset({"to", "until", "till", "through", "and", "-", "–"})
_REFERRED_KINDS = frozenset({"vague", "set", "length", "ahead", "recent", "offset", "beside", "nothing"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens `start` to `end` of a text that name a time.

    type, value: as TIMEX3 has them. days: the days the words themselves name; interval: the days at which something
    said of them lies ("since 2011" reaches to the article's day, "by Friday" from it), both with basis "text".
    relation: the preposition before, or "". kind: date, early (part of a period), weekday, month, unit, holiday, range,
    referred (from the day last spoken of), offset, beside ("two days after" what follows: ask `When.resolve` again with
    that day), length, recent, ahead, set, clock, vague. unit: what it is named by (day, week, month ..).
    """

    start: int
    end: int
    span: Span
    type: TimexType
    value: str
    interval: DateRange
    days: DateRange
    direction: Direction
    kind: str
    unit: str
    relation: str = ""


class _Read(NamedTuple):
    """One expression read at both ends of the anchor."""

    found: Found
    low: Sense
    high: Sense
    ahead: int


class _Reader:
    """Reads expressions in order at the two ends of the anchor and remembers the day last spoken of."""

    def __init__(self, anchor: DateRange) -> None:
        self.ends: tuple[Day | None, Day | None] = (anchor.earliest, anchor.latest)
        self.refs: list[tuple[Day | None, str | None]] = [(None, None), (None, None)]
        self.quarters: list[Day | None] = [None, None]

    def read(self, found: Found, ahead: int) -> _Read | None:
        senses: list[Sense] = []
        single = self.ends[0] == self.ends[1] and self.refs[0] == self.refs[1]
        for at, (ref, unit), quarter in zip(self.ends, self.refs, self.quarters, strict=True):
            moment = Moment(at, ref, unit, ahead, quarter)
            try:
                result = sense(found, moment)
            except Unanchored:
                result = sense_unanchored(found)
            if result is None:
                return None
            senses.append(result)
            if single:
                senses.append(result)
                break
        for i, result in enumerate(senses):
            if (
                result.type in ("DATE", "TIME")
                and result.kind not in _REFERRED_KINDS
                and result.days[0] is not None
            ):
                self.refs[i] = (result.days[0], result.unit)
                if result.unit == "quarter":
                    self.quarters[i] = result.days[0]
        return _Read(found, senses[0], senses[1], ahead)


def sense_unanchored(found: Found) -> Sense:
    """An expression that needs a day where there is none: its kind of value, no days."""
    return Sense("DATE", "XXXX-XX-XX", kind="unanchored")


def read_words(words: str, anchor: DateRange, ahead: int, lexicon: Lexicon) -> DateRange:
    """The first expression in plain words, at an anchor; open where the words or the anchor leave it open."""
    reader = _Reader(anchor)
    reads = [read for found in scan(words, lexicon) if (read := reader.read(found, ahead)) is not None]
    if not reads:
        return DateRange(text=words or None)
    first = reads[0]
    if first.low.kind == "beside":
        return _beside(first, anchor, words)
    named = _named(first)
    for second in reads[1:2]:
        if _joined(first.found, second.found):
            named = _joint(first, second, lexicon)
    return _ranged(_related(named, _relation_words(first.found), anchor), words)


def _beside(read: _Read, anchor: DateRange, words: str) -> DateRange:
    sign = -1 if read.found.words("b")[0] == "before" else 1
    unit, number = read.found.unit(), 1.0
    if read.found.has("n"):
        counted = count(read.found.words("n"), read.found.lexicon)
        if counted is None:
            return DateRange(text=words)
        number = counted
    ends = [days.shift(unit, day, sign * number) if day else None for day in (anchor.earliest, anchor.latest)]
    return DateRange(ends[0], ends[1], words, "text")


def expressions(text: Text, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, seen from its day of publication, in order."""
    reader = _Reader(text.published)
    reads: list[tuple[_Read, int, int]] = []
    for found in scan(text.text, lexicon):
        first, last = _tokens(text, found)
        read = reader.read(found, direction(text, first, last, lexicon))
        if read is not None:
            reads.append((read, first, last))
    return _assembled(text, reads, lexicon)


def _tokens(text: Text, found: Found) -> tuple[int, int]:
    first = text.token_at(found.lexed.starts[found.start])
    last = text.token_at(found.lexed.ends[found.end - 1] - 1)
    first = 0 if first is None else first
    return first, max(first, len(text.tokens) - 1 if last is None else last) + 1


def _beside_end(text: Text, read: _Read, last: int) -> tuple[int, str]:
    """ "two days after" what follows: the preposition is no part of the expression, but its relation."""
    return (last - 1, text.tokens[last - 1].lower) if read.low.kind == "beside" else (last, "")


def _assembled(
    text: Text, reads: Sequence[tuple[_Read, int, int]], lexicon: Lexicon
) -> tuple[TimeExpression, ...]:
    made: list[TimeExpression] = []
    skip = False
    for i, (read, first, last) in enumerate(reads):
        if skip:
            skip = False
            continue
        following = reads[i + 1] if i + 1 < len(reads) else None
        named = _named(read)
        if following is not None and _clock_and_day(read, following[0]):
            made.append(_clocked(text, read, following[0], first, following[2]))
            skip = True
            continue
        if following is not None and _joined(read.found, following[0].found):
            named = _joint(read, following[0], lexicon)
        elif i and _joined(reads[i - 1][0].found, read.found):
            named = _joint(reads[i - 1][0], read, lexicon)
        last, relation = _beside_end(text, read, last)
        relation = relation or _relation(text, first, last)
        made.append(_expression(text, read, first, last, named, relation))
    return tuple(made)


def _expression(
    text: Text, read: _Read, first: int, last: int, named: tuple[Day | None, Day | None], relation: str
) -> TimeExpression:
    span = text.span(first, last)
    if _eve_before(text, first) and named[0] is not None:
        eve = days.add_days(named[0], -1)
        named = (eve, eve)
    value = read.low.value if read.low.value == read.high.value else _common(read.low.value, read.high.value)
    return TimeExpression(
        start=first,
        end=last,
        span=span,
        type=read.low.type,
        value=value,
        interval=_ranged(_related(named, relation, text.published), span.text),
        days=_ranged(named, span.text),
        direction=_DIRECTIONS[read.ahead],
        kind=read.low.kind,
        unit=read.low.unit,
        relation=relation,
    )


def _ranged(edges: tuple[Day | None, Day | None], words: str) -> DateRange:
    if edges == (None, None):
        return DateRange(text=words) if words else UNDATED
    return DateRange(edges[0], edges[1], words, "text")


def _named(read: _Read) -> tuple[Day | None, Day | None]:
    """From the first day at the anchor's first day to the last day at its last."""
    low, high = read.low.days[0], read.high.days[1]
    if low is not None and high is not None and low > high:
        low, high = high, low
    return low, high


def _common(low: str, high: str) -> str:
    """What two values share, X for the rest; the shorter of two kinds."""
    if len(low) != len(high) or "W" in low:
        return low if low[:4] == high[:4] and len(low) <= len(high) else "XXXX"
    return "".join(a if a == b else "X" for a, b in zip(low, high, strict=True))


def _relation(text: Text, first: int, last: int) -> str:
    """The preposition whose object the expression is."""
    head = next(
        (text.tokens[i] for i in range(last - 1, first - 1, -1) if not first <= text.tokens[i].head < last),
        None,
    )
    if head is None or head.dep not in ("pobj", "pcomp", "nsubj", "nummod", "npadvmod"):
        return ""
    above = text.tokens[head.head]
    if above.i < first and first - above.i <= 3 and above.lower in _RELATIONS:
        return above.lower
    return ""


def _relation_words(found: Found) -> str:
    return found.before if found.before in _RELATIONS else ""


def _related(
    named: tuple[Day | None, Day | None], relation: str, anchor: DateRange
) -> tuple[Day | None, Day | None]:
    """The days at which something lies that is said to be since, until, by, before or after the named days."""
    low, high = named
    if low is None or high is None:
        return named
    match relation:
        case "since":
            return low, max(anchor.latest, high) if anchor.latest else None
        case "until" | "till" | "by":
            reach = (
                high if anchor.days == 1 else low
            )  # a wide anchor must lie before all that the words may mean
            ahead = anchor.latest is not None and anchor.latest <= reach
            return (anchor.earliest if ahead else None), high
        case "before":
            ahead = anchor.latest is not None and anchor.latest < low
            return (anchor.earliest if ahead else None), days.add_days(low, -1)
        case "after":
            start = days.add_days(high, 1)
            ended = anchor.earliest is not None and anchor.earliest >= start
            return start, (anchor.latest if ended else None)
    return named


def _eve_before(text: Text, first: int) -> bool:
    before = [token.lower for token in text.tokens[max(0, first - 3) : first]]
    return before[-2:] == ["eve", "of"] or before[-3:] == ["eve", "of", "the"]


def _joined(first: Found, second: Found) -> bool:
    """ "from Monday to Wednesday", "between April and June 2015", "Aug. 30-Sept. 2"."""
    if second.start - first.end != 1:
        return False
    link = first.lexed.lower[first.end]
    if link in ("-", "–"):
        return True
    return link in _LINKS and first.before == ("between" if link == "and" else "from")


def _joint(first: _Read, second: _Read, lexicon: Lexicon) -> tuple[Day | None, Day | None]:
    """From the first day of one to the last of the other; the first is read looking back from the second."""
    start, end = _named(first), _named(second)
    if end[0] is None or start[0] is None:
        return _named(first)
    if not first.low.fixed and (start[0] > end[0] or (end[0] - start[0]).days > 270 or second.low.fixed):
        try:
            again = sense(first.found, Moment(end[0], None, None, -1))
        except Unanchored:
            again = None
        if again is not None and again.days[0] is not None:
            start = again.days
    if start[0] is None or end[1] is None or start[0] > end[1]:
        return _named(first)
    return start[0], end[1]


def _clock_and_day(first: _Read, second: _Read) -> bool:
    between = first.found.lexed.lower[first.found.end : second.found.start]
    pair = {first.low.kind == "clock", second.low.kind == "clock"}
    dated = second if first.low.kind == "clock" else first
    return (
        pair == {True, False}
        and dated.low.unit == "day"
        and dated.low.type == "DATE"
        and dated.low.kind in ("date", "weekday", "day", "holiday", "month_day")
        and between in ([], [","], ["on"])
    )


def _clocked(text: Text, one: _Read, other: _Read, first: int, last: int) -> TimeExpression:
    clock, dated = (one, other) if one.low.kind == "clock" else (other, one)
    merged = _expression(text, dated, first, last, _named(dated), _relation(text, first, last))
    time = clock.low.value[clock.low.value.index("T") :]
    span = text.span(first, last)
    days_ = DateRange(merged.days.earliest, merged.days.latest, span.text, merged.days.basis)
    return TimeExpression(
        first, last, span, "TIME", merged.value + time, merged.interval, days_, merged.direction, "clock", "day", merged.relation
    )  # fmt: skip
