"""An article -> the news agency whose story it prints, by its dateline or its byline."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from dateline.records import Article

_CREDIT = re.compile(r"\(([A-ZÀ-Þ][\w.’'& -]{1,40})\)\s*(?:[-–—:]|$)")
_BY = re.compile(r"^(?:by\s+)?(?:the\s+)?", re.IGNORECASE)


@functools.cache
def table() -> dict[str, list[str]]:
    """The tables of origins.toml."""
    raw = resources.files("dateline.links").joinpath("origins.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def credited(article: Article) -> str | None:
    """The agency that a dateline names in brackets, "LENN (Corvane Wire) -", or that stands for the author; None where it
    is the outlet itself or nobody is named."""
    found = [
        match[1] for r in article.removed if r.reason == "dateline" for match in _CREDIT.finditer(r.text)
    ]
    found += [_BY.sub("", name) for name in article.byline]
    own = plain(article.teller)
    return next((name for name in found if agency(name) and plain(name) != own), None)


def agency(name: str) -> bool:
    """Whether an outlet of that name is a news agency."""
    words = f" {name.casefold()} "
    return any(f" {one} " in words for one in table()["agencies"])


@functools.lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """An outlet's name without the words that say what it is, an agency's letters spelled out: "the Corvane news agency"
    is Corvane."""
    words = name.casefold().replace(".", "").split()
    bare = " ".join(word for word in words if word not in table()["generic"]) or name.casefold()
    return _letters().get(bare, bare)


@functools.cache
def _letters() -> dict[str, str]:
    return dict(zip(table()["letters"], table()["spelled"], strict=True))
