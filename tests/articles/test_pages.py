"""HTML pages -> articles: body, heading, and what a page says of itself in JSON-LD and meta tags."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import pytest

from dateline.records import Article, Rejected

PARAGRAPHS = [
    f"The envoy of Orland met the premier of Vessia in Kester for round {n} of the talks, officials on both sides said, "
    f"and the two governments agreed that a further meeting would follow in the {n}th month of the year."
    for n in range(3, 9)
]  # fmt: skip


def page(
    *,
    ld: object = None,
    meta: str = "",
    title: str = "Talks | Vessia Today",
    h1: str = "Envoy meets premier in Kester",
) -> str:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{meta}{script}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{h1}</h1>{body}</article>"
        "<footer>Copyright notice and <a href='/about'>about us</a></footer></body></html>"
    )  # fmt: skip


LD = {
    "@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Ignored"},
        {"@type": ["NewsArticle"], "headline": "Envoy meets premier in Kester: all you need to know",
         "datePublished": "2033-09-05T22:10:00-04:00", "author": [{"@type": "Person", "name": "Ann Reed"}, {"name": "Bo Lind"}],
         "publisher": {"@type": "Organization", "name": "Vessia Today"}},
    ],
}  # fmt: skip


def test_json_ld(outcome_of: Callable[..., Article | Rejected]) -> None:
    article = outcome_of(page(ld=LD), media="html")
    assert isinstance(article, Article)
    assert article.title == "Envoy meets premier in Kester"
    assert (article.outlet, article.byline) == ("Vessia Today", ("Ann Reed", "Bo Lind"))
    day = dt.date(2033, 9, 5)
    assert (article.published.earliest, article.published.latest, article.published.basis) == (
        day,
        day,
        "metadata",
    )
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_meta_tags(outcome_of: Callable[..., Article | Rejected]) -> None:
    meta = (
        "<meta property='og:site_name' content='Orland Post'><meta name='author' content='Ann Reed'>"
        "<meta property='article:published_time' content='2033-09-05'>"
        "<meta property='og:url' content='https://www.orlandpost.example/a/1'>"
    )
    article = outcome_of(page(meta=meta), media="html")
    assert isinstance(article, Article)
    assert (article.outlet, article.byline, article.domain) == (
        "The Orland Post",
        ("Ann Reed",),
        "orlandpost.example",
    )
    assert article.published.earliest == dt.date(2033, 9, 5)


@pytest.mark.parametrize(
    ("h1", "title", "expected"),
    [
        ("Politics | Envoy meets premier in Kester", "Envoy meets premier in Kester | Vessia Today", "Envoy meets premier in Kester"),
        ("Site name", "Envoy meets premier in Kester - Vessia Today", "Envoy meets premier in Kester"),
    ],
)  # fmt: skip
def test_title_of_a_page(
    outcome_of: Callable[..., Article | Rejected], h1: str, title: str, expected: str
) -> None:
    article = outcome_of(page(h1=h1, title=title), media="html", outlet="Vessia Today")
    assert isinstance(article, Article) and article.title == expected


@pytest.mark.parametrize(
    "content",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/a'>Home</a><a href='/b'>World</a></nav></body></html>",
        "<html><head><title>Sign in</title></head><body><form><input name='user'></form></body></html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_an_article(outcome_of: Callable[..., Article | Rejected], content: str) -> None:
    outcome = outcome_of(content, media="html")
    assert isinstance(outcome, Rejected) and outcome.code == "no-article"


def test_broken_json_ld_is_passed_over(outcome_of: Callable[..., Article | Rejected]) -> None:
    broken = page(meta="<script type='application/ld+json'>{\"@type\": </script>")
    assert isinstance(outcome_of(broken, media="html"), Article)


def test_a_huge_text_node_is_not_lost(outcome_of: Callable[..., Article | Rejected]) -> None:
    """lxml without `huge_tree` answers this page with an empty body and no error."""
    filler = "The talks in Kester went on, officials said. " * 250_000
    outcome = outcome_of(f"<html><body><article><p>{filler}</p></article></body></html>", media="html")
    assert isinstance(outcome, Rejected) and outcome.code == "too-large"
