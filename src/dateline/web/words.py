"""Records -> the words that pages show: days, who did what to whom, counts, addresses that may be followed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from dateline.records import ActorRef, Article, DateRange, Place

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TYPE_WORDS = {
    "AGREE": "agree", "CONSULT": "consult", "SUPPORT": "support", "CONCEDE": "concede", "COOPERATE": "cooperate",
    "AID": "aid", "RETREAT": "retreat", "REQUEST": "request", "ACCUSE": "accuse", "REJECT": "reject",
    "THREATEN": "threaten", "PROTEST": "protest", "SANCTION": "sanction", "MOBILIZE": "mobilize",
    "COERCE": "coerce", "ASSAULT": "assault",
}  # fmt: skip
_SPACE = re.compile(r"\s+")


def day(value: dt.date | None) -> str:
    """`5 September 2016`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else "no day"


def weekday(value: dt.date) -> str:
    """`Monday 5 September 2016`."""
    return f"{DAYS[value.weekday()]} {day(value)}"


def days(when: DateRange) -> str:
    """An interval as briefly as it can be said: a day, a month, a year, two days, or an open side."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        return f"by {day(last)}" if last else f"from {day(first)}"
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and (last + dt.timedelta(1)).day == 1
        month = f"{MONTHS[first.month - 1]} {first.year}"
        return month if whole else f"{first.day} to {last.day} {month}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def count(number: int, noun: str) -> str:
    """`1 story`, `1,200 stories`."""
    if number != 1:
        if noun.endswith("y") and noun[-2] not in "aeiou":
            noun = f"{noun[:-1]}ies"
        else:
            noun += "es" if noun.endswith(("ch", "sh", "s", "x")) else "s"
    return f"{number:,} {noun}"


def place(where: Place | None, countries: Mapping[str, str] = MappingProxyType({})) -> str:
    """City and country, whichever is known; `countries`: codes -> names."""
    if where is None:
        return ""
    country = countries.get(where.country or "", where.country)
    return f"{where.name}, {country}" if country and country != where.name else where.name


def once(actors: Iterable[ActorRef]) -> list[ActorRef]:
    """Each actor once, in order."""
    return list({actor.actor_id or actor.name: actor for actor in actors}.values())


def heading(article: Article) -> str:
    """The title, or what stands for it."""
    return one_line(article.title) if article.title else "(no title)"


def told_by(article: Article) -> str:
    """The outlet, or what stands for it where none is known."""
    return one_line(article.teller or article.source)


def one_line(text: str, limit: int = 0) -> str:
    """White space evened out; cut at `limit` code points with an ellipsis when one is given."""
    flat = _SPACE.sub(" ", text).strip()
    return flat if not limit or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def outward(url: str | None) -> str | None:
    """The address when it may be followed: http or https with a host; None for everything else."""
    if not url or any(ord(c) <= 32 for c in url):
        return None
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if good else None
