"""Every screen of the registry, on a plain, a hostile and an empty project: what holds for each page."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.chronicle.pages import Pages
from dateline.web.render import STATIC
from dateline.web.screen import Screen, screens

SCREENS = {screen.name: screen for screen in screens()}
PROJECTS = ("plain_project", "hostile_project", "empty_project")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reader(HTMLParser):
    """Elements with their attributes; the stack must come out even."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.faults: list[str] = []
        self.titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if len({name for name, _ in attrs}) != len(attrs):
            self.faults.append(f"an attribute stands twice in {tag}: {attrs}")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1] != tag:
            self.faults.append(f"{tag} closes {self.stack[-1:]} in line {self.getpos()}")
        else:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.stack[-1:] == ["title"] and "svg" not in self.stack:
            self.titles.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def addresses(screen: Screen, path: Path) -> list[str]:
    """Fragments too: their addresses are made from the examples' ids."""
    pages = Pages(path)
    try:
        return list(screen.examples(pages))
    finally:
        pages.forget()


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("project", PROJECTS)
def test_a_page_is_whole_and_holds_nothing_that_runs(
    name: str, project: str, client, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(project)
    for url in addresses(SCREENS[name], path):
        answer = client(path).get(url)
        assert answer.status_code == 200, f"{url}: {answer.status_code}"
        if "html" not in answer.headers["content-type"]:
            continue
        reader = read(answer.text)
        assert not reader.faults, f"{url}: {reader.faults[:3]}"
        assert not reader.stack, url
        tags = [tag for tag, _ in reader.elements]
        assert tags.count("h1") == 1 and tags.count("main") == 1, url
        assert len(reader.titles) == 1 and reader.titles[0].endswith("Dateline"), url
        ids = [attrs["id"] for _, attrs in reader.elements if attrs.get("id")]
        assert len(ids) == len(set(ids)), f"{url}: ids stand twice {[i for i in ids if ids.count(i) > 1][:5]}"
        for tag, attrs in reader.elements:
            assert not any(key.startswith("on") or key == "style" for key in attrs), f"{url}: {tag} {attrs}"
            assert not any(key.startswith("hx-on") for key in attrs), f"{url}: {tag} {attrs}"
            assert tag not in ("iframe", "object", "embed", "base", "style"), f"{url}: {tag}"
            if tag == "script":
                assert (attrs.get("src") or "").startswith("/static/"), url
            for key in ("href", "src", "action", "formaction", "hx-get", "hx-post", "xlink:href"):
                target = attrs.get(key)
                if target is None:
                    continue
                inside = target.startswith(("/", "#", "?"))
                assert inside or re.match(r"https?://[^/]", target), f"{url}: {key}={target}"
                assert not target.startswith("//"), f"{url}: {target}"
                if not inside:
                    assert "noopener" in (attrs.get("rel") or ""), f"{url}: {target}"
            if tag == "form" and (attrs.get("method") or "get").lower() == "post":
                assert (attrs.get("action") or "").startswith(
                    ("/judge/", "/import", "/saved", "/search", "/logout")
                ), url
        posts = sum(
            1
            for tag, attrs in reader.elements
            if tag == "form" and (attrs.get("method") or "").lower() == "post"
        )
        tokens = sum(1 for tag, attrs in reader.elements if tag == "input" and attrs.get("name") == "token")
        assert tokens >= posts, f"{url}: a form carries no token"


@pytest.mark.parametrize("name", [name for name, screen in SCREENS.items() if screen.rows])
@pytest.mark.parametrize("project", ("plain_project", "hostile_project"))
def test_json_and_csv_are_complete_and_inert(
    name: str, project: str, client, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(project)
    for url in addresses(SCREENS[name], path)[:6]:
        place, _, query = url.partition("?")
        place = SCREENS[name].paths[0] if place == "/" else place
        if not _stands_beside(SCREENS[name], place):
            continue
        query = "&".join(p for p in query.split("&") if p and not p.startswith(("page=", "size=")))
        end = f"?{query}" if query else ""
        answer = client(path).get(f"{place}.json{end}")
        assert answer.status_code == 200, answer.text[:200]
        assert answer.headers["content-type"].startswith("application/json")
        data = json.loads(answer.text)
        table = client(path).get(f"{place}.csv{end}")
        assert table.status_code == 200
        assert "attachment" in table.headers["content-disposition"]
        rows = list(csv.reader(io.StringIO(table.text.removeprefix("\ufeff"))))
        assert rows and all(len(row) == len(rows[0]) for row in rows)
        if SCREENS[name].data is None:
            assert data["total"] == len(data["rows"]) == len(rows) - 1
        for row in rows[1:]:
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "@", "\t")), cell
                if cell.startswith("-"):
                    float(cell)


def _stands_beside(screen: Screen, place: str) -> bool:
    """Rows stand beside the first of a screen's paths."""
    first = next(path for path in screen.paths if path != "/")
    return re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", first), place) is not None


@pytest.mark.parametrize("name", SCREENS)
def test_links_inside_lead_somewhere(name: str, client, plain_project: Path) -> None:
    """Every address on a page is one that some screen of the plan has; those of screens that exist answer."""
    seen: set[str] = set()
    for url in addresses(SCREENS[name], plain_project)[:4]:
        reader = read(client(plain_project).get(url).text)
        for tag, attrs in reader.elements:
            target = attrs.get("href") or attrs.get("hx-get") or ""
            if tag in ("a", "link") and target.startswith(("/", "?")):
                seen.add(
                    target.partition("#")[0] if target.startswith("/") else url.partition("?")[0] + target
                )
    known = {path.split("/")[1] for screen in screens() for path in screen.paths}
    by_shape: dict[str, list[str]] = {}
    for target in sorted(seen):
        shape = re.sub(r"[a-z]{3}_[0-9a-f]{16}|=[^&]*", "*", target)
        by_shape.setdefault(shape, []).append(target)
    for targets in by_shape.values():
        for target in targets[:2]:
            if target.split("/")[1].partition("?")[0].partition(".")[0] in known | {"static"}:
                assert client(plain_project).get(target).status_code == 200, target


def test_the_bar_and_the_plan_agree() -> None:
    """No two screens share an address or a name, and every name has its template."""
    paths = [
        path
        for screen in screens()
        for path in (*screen.paths, *(f"{e.method} {e.path}" for e in screen.extra))
    ]
    assert len(paths) == len(set(paths))
    for screen in screens():
        assert (STATIC.parent / "templates" / f"{screen.name}.html").is_file() or screen.extra
        for name in screen.script:
            assert (STATIC / name).is_file()
        for extra in screen.extra:
            if extra.method == "POST":
                assert extra.path.startswith(("/judge/", "/import", "/saved", "/search"))
