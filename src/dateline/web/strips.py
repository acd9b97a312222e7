"""Counts by day -> a density strip: bars that lead to their days, with a scale, for a template to draw."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.chronicle.pages import Bin
from dateline.web.ask import Ask
from dateline.web.words import MONTHS, day


@dataclass(frozen=True, slots=True)
class Bar:
    """One run of days in a density strip, with its place in a picture `width` by `height`."""

    x: float
    y: float
    width: float
    height: float
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, month or day written under a strip, at `x` per cent of its width."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A density strip: a bar a `unit`, the highest of `most`; `whole` leads out of the days asked for, if any are."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    most: int
    whole: str | None


SPANS = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"))
YEARS = (1, 2, 5, 10, 20, 50, 100)
LABELS, WIDE_LABELS, LAST = 8, 5, 90.0
"""Years written under a strip, and months or days, at most; nothing is begun so near its right edge."""


def strip(ask: Ask, bins: Sequence[Bin], path: str | None = None, **also: str) -> Strip | None:
    """What `bars` gives, with its scale; None where there is nothing to zoom into."""
    if len(bins) < 2:
        return None
    asked = path is None and (ask.one("from") or ask.one("to"))
    return Strip(
        bars(ask, bins, 1000, 56, path, **also), _ticks(bins), span_word(bins), max(one.count for one in bins),
        ask.url(from_=None, to=None) if asked else None,
    )  # fmt: skip


def span_word(bins: Sequence[Bin]) -> str:
    """How long a bar is, in a word."""
    days = (bins[0].last - bins[0].first).days + 1
    return next((word for most, word in SPANS if days <= most), f"{round(days / 365.25)} years")


def _ticks(bins: Sequence[Bin]) -> tuple[Tick, ...]:
    """Where years begin; where that is nowhere or once, months; else days."""
    firsts = [one.first for one in bins]
    years = [i for i in range(1, len(bins)) if firsts[i].year != firsts[i - 1].year]
    if len(years) > 1:
        step = next((s for s in YEARS if len({firsts[i].year // s for i in years}) <= LABELS), YEARS[-1])
        chosen = [i for i in years if firsts[i].year // step != firsts[i - 1].year // step]
        labels = {i: str(firsts[i].year) for i in chosen}
    else:
        months = [i for i in range(1, len(bins)) if firsts[i].month != firsts[i - 1].month]
        chosen = months if len(months) > 1 else list(range(len(bins)))
        labels = {
            i: f"{MONTHS[firsts[i].month - 1][:3]} {firsts[i].year}" if len(months) > 1 else day(firsts[i])
            for i in chosen[:: math.ceil(len(chosen) / WIDE_LABELS)]
        }
    places = ((round(100 * i / len(bins), 2), label) for i, label in labels.items())
    return tuple(Tick(x, label) for x, label in places if x <= LAST)


def bars(
    ask: Ask, bins: Sequence[Bin], width: int = 1000, height: int = 56, path: str | None = None, **also: str
) -> tuple[Bar, ...]:
    """Bars by the square root of their counts; each leads to its own days, here or at `path` with the filters `also`."""
    if not bins:
        return ()
    most = max(one.count for one in bins) or 1
    step = width / len(bins)
    made = []
    for number, one in enumerate(bins):
        tall = max(2.0, (height - 2) * (one.count / most) ** 0.5) if one.count else 0.0
        span = str(one.first) if one.first == one.last else f"{one.first} to {one.last}"
        url = ask.url(path, **also, from_=one.first.isoformat(), to=one.last.isoformat())
        made.append(
            Bar(round(number * step, 2), round(height - tall, 2), round(max(step - 0.5, 0.5), 2), round(tall, 2),
                f"{span}: {one.count:,}", url)
        )  # fmt: skip
    return tuple(made)
