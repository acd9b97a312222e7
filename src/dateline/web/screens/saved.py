"""Saved searches, each with a feed of what is new."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl
from xml.etree import ElementTree

from dateline.chronicle.finding import END, START, Saved
from dateline.chronicle.pages import Pages
from dateline.errors import NotFound
from dateline.web import words
from dateline.web.ask import Ask
from dateline.web.screen import Answer, Body, Extra, Page, Redirect, Rows, Screen
from dateline.web.screens.search import found

ENTRIES = 50
ATOM = "http://www.w3.org/2005/Atom"
COLUMNS = ("id", "name", "query", "created")


def show(ask: Ask) -> Answer:
    """The list."""
    return Page("Saved searches", {"searches": ask.pages.store.searches()})


def rows(ask: Ask) -> Rows:
    """All of them."""
    return Rows(
        [{name: getattr(one, name) for name in COLUMNS} for one in ask.pages.store.searches()], COLUMNS
    )


def feed(ask: Ask) -> Answer:
    """The articles of a saved search as an Atom feed (RFC 4287), those added last first. Raises NotFound."""
    saved = _one(ask)
    asked = Ask(ask.pages, "/search", tuple(parse_qsl(saved.query)))
    hits, _ = found(asked)
    root = ElementTree.Element("feed", {"xmlns": ATOM})
    _add(root, "title", f"{saved.name}: {ask.pages.path.name}")
    _add(root, "id", f"urn:dateline:{saved.id}")
    ElementTree.SubElement(root, "link", {"href": f"/search?{saved.query}"})
    ElementTree.SubElement(root, "link", {"rel": "self", "href": f"/saved/{saved.id}.atom"})
    newest = sorted(hits.numbers, reverse=True)[:ENTRIES] if hits else []
    entries = hits.of(newest) if hits else []
    days = [str(hit.published.latest or hit.published.earliest or saved.created) for hit in entries]
    _add(root, "updated", f"{max(days, default=saved.created)}T00:00:00Z")
    for hit, day in zip(entries, days, strict=True):
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "title", words.one_line(hit.title or "(no title)"))
        _add(entry, "id", f"urn:dateline:{hit.article_id}")
        _add(entry, "updated", f"{day}T00:00:00Z")
        ElementTree.SubElement(entry, "link", {"href": f"/article/{hit.article_id}"})
        author = ElementTree.SubElement(entry, "author")
        _add(author, "name", hit.teller or "unknown outlet")
        _add(entry, "summary", hit.snippet.replace(START, "").replace(END, ""))
    text = ElementTree.tostring(root, encoding="unicode", xml_declaration=False)
    return Body(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', "application/atom+xml")


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    """Control characters have no place in XML."""
    clean = "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
    ElementTree.SubElement(parent, name).text = clean


def _one(ask: Ask) -> Saved:
    for saved in ask.pages.store.searches():
        if saved.id == ask.id:
            return saved
    raise NotFound("there is no such saved search", remedy="The list of them is at /saved")


def forget(ask: Ask) -> Redirect:
    """Let a saved search go. Raises NotFound."""
    ask.pages.store.forget_search(_one(ask).id)
    return Redirect("/saved")


def examples(pages: Pages) -> Sequence[str]:
    """The list."""
    return ["/saved"]


SCREEN = Screen(
    name="saved",
    paths=("/saved",),
    show=show,
    rows=rows,
    examples=examples,
    extra=(Extra("GET", "/saved/{id}.atom", feed), Extra("POST", "/judge/saved/{id}", forget)),
)
