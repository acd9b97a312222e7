"""What a page says about itself in JSON-LD and meta tags -> title, outlet, writers, date and address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.articles.lines import even

_ARTICLE_TYPES = (
    "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Report", "SocialMediaPosting", "WebPage",
)  # fmt: skip
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher"),
    "byline": ("author", "article:author", "byl", "dc.creator", "sailthru.author", "parsely-author", "cxenseparse:author"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date", "article.published",
        "cxenseparse:recs:publishtime", "ptime", "og:pubdate", "originalpublicationdate",
    ),
    "url": ("og:url",),
}  # fmt: skip


_SITE = re.compile(r"\s+[|»·•–—-]\s+[^|»·•]{2,50}$")
_LEAST_HEADING = 3
_AGREES = 0.5


@dataclass(frozen=True, slots=True)
class Claims:
    """What the page claims, each None where it says nothing. `byline` is one string as for a metadata field."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None


def claims_of(tree: Any) -> Claims:
    """Claims of a parsed page (an lxml tree): JSON-LD first, then OpenGraph and other meta tags."""
    metas = _metas(tree)
    node = next(_article_nodes(tree), {})
    author = _names(node.get("author")) or _names(node.get("creator"))
    byline = author or next(
        (metas[key] for key in _META["byline"] if key in metas and "://" not in metas[key]), None
    )
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    outlet = next((metas[key] for key in _META["outlet"] if key in metas and "://" not in metas[key]), None)
    titles = (
        _string(node.get("headline")),
        *(metas.get(key) for key in _META["title"]),
        _string(tree.findtext(".//title")),
    )
    return Claims(
        title=_heading(tree, [title for title in titles if title]),
        outlet=_names(node.get("publisher")) or outlet,
        byline=byline,
        published=_string(node.get("datePublished"))
        or next((metas[key] for key in _META["published"] if key in metas), None),
        url=next((metas[key] for key in _META["url"] if key in metas), None)
        or (canonical[0] if canonical else None),
    )


def _heading(tree: Any, titles: list[str]) -> str | None:
    """The `h1` that most agrees with a title the page claims: titles for search engines and sharing are often reworded.

    The first claimed title where no heading of three words or more shares half its words with one.
    """
    headings = [" ".join(element.text_content().split()) for element in tree.xpath("//h1")]
    scored = [
        (max((_agreement(heading, title) for title in titles), default=0.0), heading)
        for heading in headings
        if len(heading.split()) >= _LEAST_HEADING
    ]
    best = max(scored, key=lambda pair: (pair[0], len(pair[1])), default=(0.0, ""))
    if best[0] < _AGREES:
        return next(iter(titles), None)
    # "Politics | Title": a heading that puts its section before a claimed title gives way to that title.
    whole_and_cut = (form for title in titles for form in (title, _SITE.sub("", title)))
    return next((form for form in whole_and_cut if even(best[1]).endswith(" " + even(form))), best[1])


def _agreement(heading: str, title: str) -> float:
    mine, theirs = set(even(heading).split()), set(even(title).split())
    shared = len(mine & theirs)
    return shared / min(len(mine), len(theirs)) if shared > 1 else 0.0


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = html.unescape(tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _article_nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects of the page that are articles, those that carry a date first."""
    nodes: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            value = json.loads(script.text_content() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(node for node in _walk(value, 0) if _is_article(node))
    yield from sorted(
        nodes, key=lambda node: (not node.get("datePublished"), "WebPage" in str(node.get("@type")))
    )


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value[:200]:
            yield from _walk(item, depth)
    elif isinstance(value, dict) and depth < 4:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(value: Any) -> str | None:
    if isinstance(value, list):
        return "; ".join(filter(None, map(_names, value))) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    return _string(value)


def _string(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None
