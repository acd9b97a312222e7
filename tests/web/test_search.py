"""Search: found words marked, every hit in the export, searches kept, feeds that a reader can read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from dateline.chronicle.finding import END, START
from dateline.chronicle.pages import Pages
from dateline.web.app import application
from dateline.web.screens.search import snippet

ORIGIN = "http://127.0.0.1:8010"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def browser(plain_project: Path, tmp_path: Path) -> TestClient:
    path = tmp_path / "searched.db"
    shutil.copy(plain_project, path)
    return TestClient(application(Pages(path)), ORIGIN, follow_redirects=False)


def post(browser: TestClient, page: str, address: str, **form: str) -> int:
    token = re.search(r'name="token" value="([^"]+)"', browser.get(page).text)
    assert token
    return browser.post(address, data={"token": token[1], **form}, headers={"origin": ORIGIN}).status_code


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("plain", "plain"),
        (f"a {START}red{END} line", 'a <mark class="hit">red</mark> line'),
        (f"{START}a{END} {START}b{END}", '<mark class="hit">a</mark> <mark class="hit">b</mark>'),
        (f"<b>{START}<i>{END}", '&lt;b&gt;<mark class="hit">&lt;i&gt;</mark>'),
        ("", ""),
    ],
)
def test_found_words_are_marked_and_all_else_is_text(given: str, expected: str) -> None:
    assert str(snippet(given)) == expected


def word(browser: TestClient) -> str:
    """A word that some article's title holds."""
    (first, *_) = browser.get("/chronicle.json").json()["rows"]
    title = browser.get(f"/article/{first['articles'][0]}.json").json()["title"]
    return max(("".join(c for c in one if c.isalnum()) for one in title.split()), key=len)


def test_the_export_holds_every_hit(browser: TestClient) -> None:
    found = word(browser)
    whole = browser.get(f"/search.json?q={found}&size=10").json()
    assert whole["total"] == len(whole["rows"]) > 0
    noun = "article" if whole["total"] == 1 else "articles"
    assert f"{whole['total']:,} {noun}" in browser.get(f"/search?q={found}&size=10").text


def test_orders_hold_the_same_articles(browser: TestClient) -> None:
    found = word(browser)
    held = [
        [row["article_id"] for row in browser.get(f"/search.json?q={found}&order={order}").json()["rows"]]
        for order in ("best", "newest", "oldest")
    ]
    assert held[1] == held[2][::-1]
    assert sorted(held[0]) == sorted(held[1])


def test_more_like_this_begins_with_the_article_itself(browser: TestClient) -> None:
    (first, *_) = browser.get("/chronicle.json").json()["rows"]
    article = first["articles"][0]
    rows = browser.get(f"/search.json?like={article}").json()["rows"]
    assert rows[0]["article_id"] == article
    assert len(rows) > 1


@pytest.mark.parametrize("query", ['"open', "a OR", "(a", "NOT"])
def test_a_search_that_cannot_be_read_says_what_to_write(browser: TestClient, query: str) -> None:
    answer = browser.get("/search", params={"q": query})
    assert answer.status_code == 400
    assert "a phrase" in answer.text


def test_a_search_is_kept_followed_and_let_go(browser: TestClient) -> None:
    q = word(browser)
    page = f"/search?q={q}"
    assert post(browser, page, "/judge/search", name="Mine <b>", query=f"q={q}&order=newest") == 303
    assert "Mine &lt;b&gt;" in browser.get("/saved").text
    (one,) = browser.get("/saved.json").json()["rows"]
    feed = browser.get(f"/saved/{one['id']}.atom")
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(feed.text)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == min(50, browser.get(f"/search.json?q={q}").json()["total"]) > 0
    for entry in entries:
        assert {"id", "title", "updated", "link"} <= {child.tag.removeprefix(ATOM) for child in entry}
    assert post(browser, page, f"/judge/saved/{one['id']}") == 303
    assert browser.get("/saved.json").json()["rows"] == []
    assert browser.get(f"/saved/{one['id']}.atom").status_code == 404


def test_a_search_without_a_name_is_not_kept(browser: TestClient) -> None:
    assert post(browser, f"/search?q={word(browser)}", "/judge/search", name=" ", query="q=a") == 400


def test_what_too_many_articles_hold_comes_newest_first_and_says_so(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = word(browser)
    newest = [row["article_id"] for row in browser.get(f"/search.json?q={found}&order=newest").json()["rows"]]
    assert "Too many" not in browser.get(f"/search?q={found}").text
    monkeypatch.setattr("dateline.chronicle.finding.RANKED", 0)
    page = browser.get(f"/search?q={found}").text
    assert "Too many articles" in page
    assert [row["article_id"] for row in browser.get(f"/search.json?q={found}").json()["rows"]] == newest
    assert "Too many" not in browser.get(f"/search?q={found}&order=oldest").text
