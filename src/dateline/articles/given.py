"""A raw document -> its text and what came with it: metadata fields, and for a page what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.articles import outlets
from dateline.articles.lines import even
from dateline.articles.outlets import OutletFinder
from dateline.articles.page import read_page
from dateline.articles.structured import Claims
from dateline.records import RawDocument

_TITLE_END = re.compile(r"\s+(?:[|»·•]|[-–—])\s+(?P<end>[^|»·•]{2,50})$")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a document before its lines are read. `outlet` is canonical where it is known."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None


def given(raw: RawDocument, who: OutletFinder, longest: int) -> Given | None:
    """Fields first, then the page's own claims; None for a page without an article. longest: see `read_page`."""
    text, claims = raw.content, Claims()
    if raw.media == "html":
        page = read_page(raw.content, longest)
        if page is None:
            return None
        text, claims = page.text, page.claims
    outlet = raw.field("outlet") or claims.outlet
    outlet = outlets.canonical(outlet, who) if outlet else None
    title = raw.field("title") or claims.title
    return Given(
        text=text,
        title=_without_outlet(" ".join(title.split()), outlet, who) if title else None,
        outlet=outlet,
        byline=raw.field("byline") or claims.byline,
        published=raw.field("published") or claims.published,
        url=raw.field("url") or claims.url,
    )


def _without_outlet(title: str, outlet: str | None, who: OutletFinder) -> str:
    """The title without " | The Paper" or " - The Paper" at its end."""
    match = _TITLE_END.search(title)
    if match and ((outlet and even(match["end"]) == even(outlet)) or who.outlet(match["end"]) is not None):
        return _without_outlet(title[: match.start()], outlet, who)
    return title
