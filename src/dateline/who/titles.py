"""Words before or after a name -> the offices they can mean, and a name without its titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from dateline.folding import fold
from dateline.tables import COUNTRY, Shape, alternatives, load_table

TITLES = Shape(
    "titles.tsv",
    ("phrase", "kind", "offices", "country"),
    required=("phrase", "kind"),
    key=("phrase",),
    patterns={
        "country": COUNTRY,
        "kind": ("office|rank|honorific|was|will|first", "a kind the file's header names"),
    },
)
Kind = Literal["office", "rank", "honorific", "was", "will", "first"]
_FOLDER = Path(__file__).parent
_SECOND = frozenset({"deputy", "assistant", "vice", "under", "associate", "sub", "former", "ex", "shadow"})
_PREFIXED = re.compile(r"\b(then|ex|former)[-–](?=\w)", re.IGNORECASE)
_LONGEST = 8
_NEW_STATES = frozenset({"new jersey", "new mexico", "new york", "new hampshire"})
"""States of the USA whose first word is no title word "new"; one of them ends in the name of a country."""
_GOVERNOR = ("other:governor",)
_SKIPPED = frozenset({"the", "a", "an", "his", "her", "their", "our", "its", "new", "newly", "elected", "current",
                      "acting", "interim", "caretaker", "outgoing", "incoming", "embattled", "veteran", "longtime",
                      "authoritarian", "democratic", "republican", "conservative", "liberal", "socialist", "populist",
                      "hard-line", "hardline", "reformist", "pro-western", "pro-russian"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Titled:
    """`bare` is the name without titles. `offices` are the keys the titles can mean, () when they name none.

    `country` is what a word such as "Russian" among them says. `former`: he held it before; `coming`: not yet.
    `rank`: a title whose holders the tables do not list; `by_first_name`: King, Pope, Prince.
    """

    bare: str
    offices: tuple[str, ...] = ()
    country: str | None = None
    former: bool = False
    coming: bool = False
    rank: bool = False
    honorific: bool = False
    by_first_name: bool = False

    @property
    def any(self) -> bool:
        """Whether anything was taken off."""
        return bool(self.offices) or self.rank or self.honorific or self.by_first_name


class Titles:
    """The table of titles; `country_of` tells whose a word such as "Russian" or "Russia's" is."""

    def __init__(self, overlay: Sequence[Path], country_of: Callable[[str], str | None]) -> None:
        self._overlay = overlay
        self._country_of = country_of

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], tuple[Kind, tuple[str, ...]]]:
        found: dict[tuple[str, ...], tuple[Kind, tuple[str, ...]]] = {}
        for text, kind, offices, _ in load_table(_FOLDER, TITLES, self._overlay):
            found[_key(text)] = (kind, tuple(alternatives(offices)))  # type: ignore[assignment]
        return found

    def offices(self, words: str) -> tuple[str, ...]:
        """The keys a title phrase can mean, the usual one first; () when it names no office of the tables."""
        titled = self.split(words, whole=True)
        parts = fold(words).replace("-", " ").split()
        if not titled.bare:
            return () if titled.rank and _SECOND.intersection(parts) else titled.offices
        if _SECOND.intersection(parts):
            return ()
        for at in range(1, len(parts)):
            kind, found = self._phrases.get(_key(" ".join(parts[at:])), ("rank", ()))
            if kind == "office":
                return found
        return ()

    def split(self, name: str, whole: bool = False) -> Titled:
        """Take titles, honorifics and "the Russian .." off the front; with `whole` nothing need be left over."""
        words = _PREFIXED.sub(r"\1 ", name.replace(",", " , ")).split()
        offices: tuple[str, ...] = ()
        country: str | None = None
        marks: set[str] = set()
        at = 0
        while at < len(words):
            step, kind, found = self._at(words, at, whole)
            if step:
                at += step
                marks.add(kind)
                if kind in {"office", "will", "first"}:
                    offices = _narrow(offices, found)
                continue
            if " ".join(map(fold, words[at : at + 2])) in _NEW_STATES and len(words) > at + 2:
                at, country = at + 2, "USA"
                continue
            if fold(words[at]) in _SKIPPED or words[at] == ",":
                at += 1
                continue
            taken = self._country(words, at, whole, bool(offices))
            if not taken:
                break
            at, country = at + taken[0], taken[1]
        rest = words[at:]
        if country == "GEO" and offices == _GOVERNOR:
            country = "USA"  # Georgia the country has no governor
        if offices and not whole:
            rest, country = self._without_tail(rest, country)
        if whole and rest and fold(rest[0]) in {"of", "for", "in"}:
            tail = " ".join(rest[1:])
            of = self._country_of(tail) or self._country_of(tail.removeprefix("the "))
            if of:
                rest, country = [], of
        if not marks and not whole:
            return Titled(" ".join(name.split()))
        return Titled(
            " ".join(rest).replace(" ,", ","), offices, country, "was" in marks, "will" in marks,
            "rank" in marks, "honorific" in marks, "first" in marks,
        )  # fmt: skip

    def _without_tail(self, rest: list[str], country: str | None) -> tuple[list[str], str | None]:
        """ "Mary N. Karua of Kenya" without the state, which is told apart."""
        for at in range(1, len(rest) - 1):
            if rest[at] == "of":
                code = self._country_of(" ".join(rest[at + 1 :]).removeprefix("the "))
                if code:
                    return rest[:at], code
        return rest, country

    def _at(self, words: list[str], at: int, whole: bool) -> tuple[int, Kind, tuple[str, ...]]:
        """The longest title phrase that starts here; it may use up all words only with `whole`."""
        last = len(words) if whole else len(words) - 1
        for end in range(min(last, at + _LONGEST), at, -1):
            found = self._phrases.get(_key(" ".join(words[at:end])))
            if found and (whole or words[at][:1].isupper() or found[0] != "rank"):
                return end - at, found[0], found[1]
        return 0, "rank", ()

    def _country(self, words: list[str], at: int, whole: bool, titled: bool) -> tuple[int, str] | None:
        """A country word here, if a title still follows it."""
        for end in range(min(len(words), at + 4), at, -1):
            country = self._country_of(" ".join(words[at:end]))
            if country is None:
                continue
            if whole and end == len(words) and titled:
                return end - at, country
            following = [i for i in range(end, min(len(words), end + 4)) if self._at(words, i, whole)[0]]
            if following and all(fold(word) in _SKIPPED for word in words[end : following[0]]):
                return end - at, country
        return None


def _narrow(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Two titles in a row: what both can mean, else what the first one said."""
    if not before:
        return now
    both = tuple(office for office in before if office in now)
    return both or before


def _key(text: str) -> tuple[str, ...]:
    return tuple(fold(text).replace(".", "").replace("-", " ").replace("'", "").split())
