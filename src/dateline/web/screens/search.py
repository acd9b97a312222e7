"""Full text search: words, phrases, filters, more like one article; every hit, not the first thousand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dateline.chronicle.finding import END, START, Hit, Searched, find, keep, like
from dateline.chronicle.pages import Pages
from dateline.records import Article
from dateline.web.ask import Ask, address
from dateline.web.listing import asked_days, facets, turn
from dateline.web.marks import Mark, marked
from dateline.web.screen import Answer, Extra, Page, Redirect, Rows, Screen
from dateline.web.strips import strip

FILTERS = ("outlet", "story")
ORDERS = ("best", "newest", "oldest")
COLUMNS = ("article_id", "title", "outlet", "earliest", "latest", "snippet", "score")
KEPT = ("q", "like", "order", "from", "to", *FILTERS)


@dataclass(frozen=True, slots=True)
class Line:
    """One hit as the page shows it, found words marked."""

    hit: Hit
    snippet: Markup


def found(ask: Ask) -> tuple[Searched | None, Article | None]:
    """The articles that the address asks for, None where it asks nothing; and the article that they are to be like."""
    words, model = ask.one("q"), None
    if ask.one("like"):
        model = ask.pages.chronicle.article(ask.one("like"))
        words = words or like(ask.pages, model)
    if not words:
        return None, model
    order: Any = ask.choice("order", ORDERS)
    return find(
        ask.pages, words, ask.filters(FILTERS), ask.day("from"), ask.day("to", end=True), order
    ), model


def show(ask: Ask) -> Answer:
    """One page of hits, or the empty form."""
    hits, model = found(ask)
    values: dict[str, Any] = {
        "hits": hits, "model": model, "turn": None, "lines": [], "facets": (), "bars": (), "order": "best", "unranked": False,
        "asked_days": asked_days(ask),
        "question": question(ask), "orders": ORDERS, "saved": ask.pages.store.searches() if hits is None else [],
    }  # fmt: skip
    if hits is not None:
        page = turn(ask, hits)
        values |= {
            "turn": page,
            "lines": [Line(hit, snippet(hit.snippet)) for hit in page.records],
            "facets": facets(ask, hits, FILTERS),
            "bars": strip(ask, hits.density()),
            "order": hits.order,
            "unranked": hits.order != ask.choice("order", ORDERS),
        }
    heading = ask.one("q") or (f"like {model.title or model.id}" if model else "")
    return Page(f"Search: {heading}" if heading else "Search", values)


def snippet(text: str) -> Markup:
    """A passage with the found words marked; whatever else it holds is text."""
    plain, marks, opened = "", [], -1
    for piece in re.split(f"([{START}{END}])", text):
        if piece == START:
            opened = len(plain)
        elif piece == END and opened >= 0:
            marks.append(Mark(opened, len(plain), "hit"))
            opened = -1
        elif piece != END:
            plain += piece
    return marked(plain, marks)


def question(ask: Ask) -> str:
    """The search as its address has it, without the page: what is kept under a name."""
    kept = [(name, value) for name, value in ask.params if name in KEPT and value]
    return address("", kept).removeprefix("?")


def rows(ask: Ask) -> Rows:
    """Every hit."""
    hits, _ = found(ask)
    return Rows((_row(hit) for hit in hits.all()) if hits else (), COLUMNS)


def _row(hit: Hit) -> dict[str, Any]:
    return {
        "article_id": hit.article_id, "title": hit.title, "outlet": hit.outlet,
        "earliest": str(hit.published.earliest or ""), "latest": str(hit.published.latest or ""),
        "snippet": hit.snippet.replace(START, "").replace(END, ""), "score": hit.score,
    }  # fmt: skip


def save(ask: Ask) -> Redirect:
    """Keep the search under a name."""
    keep(ask.pages, ask.form.get("name", ""), ask.form.get("query", ""), dt.date.today())
    return Redirect("/saved")


def examples(pages: Pages) -> Sequence[str]:
    """Who is most active, a word of the first article, more like it, the form, one that nothing meets."""
    made = []
    for actor in pages.find("actor").page(1, 1):
        name = " ".join(re.findall(r"\w{2,}", actor.name))
        made += [address("/search", [("q", f'"{name}"')])] if name else []
    for article in pages.find("article").page(1, 1):
        word = max((article.title or article.text[:200]).split(), key=len, default="")
        plain = "".join(c for c in word if c.isalnum())
        if plain:
            made += [f"/search?q={plain}", f"/search?q={plain}&order=newest&size=10"]
        if like(pages, article):
            made.append(f"/search?like={article.id}")
    return [*made, "/search", "/search?q=xyzzyplugh"]


SCREEN = Screen(
    name="search",
    paths=("/search",),
    show=show,
    rows=rows,
    examples=examples,
    bar="Search",
    place=60,
    extra=(Extra("POST", "/judge/search", save),),
)
