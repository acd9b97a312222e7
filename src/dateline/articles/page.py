"""An HTML page -> the text of its article and what the page says about it, through trafilatura and htmldate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from dateline.articles.structured import Claims, claims_of

_LEAST_WORDS = 40
_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """text: paragraphs, one a line; claims: the page's own metadata."""

    text: str
    claims: Claims


def read_page(content: str, longest: int) -> Page | None:
    """The article of a page, or None when it holds none. A page with more than `longest` code points of text is not
    searched for its article: all its text is given, so that the caller can refuse it by its length.

    The tree is built with `huge_tree`: lxml otherwise answers
    a text node above 10 MB with an empty body and no error.
    """
    import trafilatura
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(_ENCODING.sub("", content).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    claims = claims_of(tree)
    if len(content) > longest:
        every = "".join(tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]"))
        if len(every) > longest:
            return Page(every, claims)
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, with_metadata=True, deduplicate=False
    )
    text = (getattr(document, "text", None) or "") if document is not None else ""
    if len(text.split()) < _LEAST_WORDS and not _has_article_mark(tree, text):
        return None
    return Page(text, _completed(claims, document))


def _has_article_mark(tree: Any, text: str) -> bool:
    """Whether a short text is one after all: the page marks an article, and a sentence stands in it."""
    marked = bool(
        tree.xpath(
            "//article | //*[@itemprop='articleBody'] | //meta[@property='og:type' and @content='article']"
        )
    )
    return marked and len(text.split()) >= 12 and re.search(r"[.!?][”\"’']?(?:\s|$)", text) is not None


def _completed(claims: Claims, document: Any) -> Claims:
    """What the page does not claim in so many words, as trafilatura and htmldate read it from its markup."""
    return replace(
        claims,
        title=claims.title or document.title,
        byline=claims.byline or document.author,
        published=claims.published or document.date,
        outlet=claims.outlet,
        url=claims.url or document.url,
    )
