"""Every screen's own work in Chromium: zoom, choose layers, compare wordings, tell actors apart, take tables away."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.chronicle.pages import Pages
from dateline.records import Article, DateRange, Mention, Quotation, Span
from dateline.store import Store

Open = Callable[[Path], str]
WORDS = 20_000
SMOOTH_MS = 100
"""What a frame may take in the median while 20,000 words are scrolled; the machine of the tests is shared."""
SCROLL = """async () => {
    const frames = [];
    let last = performance.now();
    for (let n = 0; n < 60; n += 1) {
        window.scrollBy(0, 600);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
    }
    return frames.sort((a, b) => a - b);
}"""


@pytest.fixture
def long_project(tmp_path: Path) -> tuple[Path, str]:
    """A project of one article of 20,000 words, a thousand quotations and a thousand reports in it; and its id."""
    sentence = "The council of the coast met in the old town hall and said: we agree on the river and its many mills. "
    text = (sentence * (WORDS // len(sentence.split()) + 1)).strip()
    day = dt.date(2021, 3, 1)
    article = Article(
        Article.make_id("long"), "long.txt", "long", "The Wire", None, "Long", (), "en", DateRange(day, day, None, "metadata"),
        None, text,
    )  # fmt: skip
    quotations, mentions = [], []
    for start in range(0, len(text) - len(sentence) + 1, len(sentence)):
        met, said = text.index("met", start), text.index("we agree", start)
        mentions.append(
            Mention(
                Mention.make_id(article.id, "CONSULT", met, met + 3), article.id, None, "CONSULT", None, "happened",
                "CONSULT", None, (), (), False, DateRange(), None, (), Span(met, met + 3, "met"),
                Span(start, met + 3, text[start : met + 3]), (), "test", 0.5,
            )
        )  # fmt: skip
        content = Span(said, said + 40, text[said : said + 40])
        quotations.append(
            Quotation(
                Quotation.make_id(article.id, "direct", content.start, content.end), article.id, "direct", content, None,
                None, None, (), "test", 0.5,
            )
        )  # fmt: skip
    path = tmp_path / "long.db"
    with Store(path) as store:
        store.add(article, quotations, mentions, [], b"digest", store.stamp("program 1", "model 1", "data 1"))
    return path, article.id


def test_twenty_thousand_words_stay_smooth(
    page: Any, open_site: Open, long_project: tuple[Path, str]
) -> None:
    path, article = long_project
    page.goto(f"{open_site(path)}/article/{article}")
    assert len(page.inner_text(".text").split()) >= WORDS
    assert page.locator(".text mark.l-said").count() >= 900
    frames = page.evaluate(SCROLL)
    assert frames[len(frames) // 2] < SMOOTH_MS, frames


def test_layers_are_switched_off_and_on_and_narrowed(page: Any, open_site: Open, told: Path) -> None:
    """Layers, one speaker, one type; the state is in the address; the margin leads to the words."""
    pages = Pages(told / "p.db")
    article = max(pages.find("article").all(), key=lambda one: len(one.text))
    pages.forget()
    page.goto(f"{open_site(told / 'p.db')}/article/{article.id}")
    said, done = page.locator(".text .l-said").count(), page.locator(".text .l-event").count()
    assert said > 3 and done > 1
    page.locator(".layer.s-quotations").click()
    page.wait_for_url("**layer=events**")
    assert page.locator(".text .l-said").count() == 0 and page.locator(".text .l-event").count() == done
    page.locator(".layer.s-people").click()
    page.wait_for_url("**layer=people**")
    assert page.locator(".text .l-people").count() >= 1
    page.goto(f"{open_site(told / 'p.db')}/article/{article.id}")
    page.locator(".voice").first.click()
    page.wait_for_url("**voice=*")
    assert 0 < page.locator(".text .l-said").count() < said
    assert page.locator(".voice.off").count() >= 1
    page.get_by_role("link", name="all", exact=True).click()
    page.wait_for_url(lambda url: "voice" not in url)
    assert page.locator(".text .l-said").count() == said
    target = page.locator(".margin a").first.get_attribute("href")
    page.locator(".margin a").first.click()
    assert page.evaluate("document.querySelector(':target').tagName") == "MARK" and page.url.endswith(
        str(target)
    )


def test_dragging_over_the_strip_zooms(page: Any, open_site: Open, plain_project: Path) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    assert page.locator(".ticks text").count() >= 2
    bars = page.locator(".strip a")
    first, last = bars.nth(2).bounding_box(), bars.nth(6).bounding_box()
    labels = [bars.nth(n).get_attribute("aria-label") for n in (2, 6)]
    page.mouse.move(first["x"] + 1, first["y"] + 30)
    page.mouse.down()
    page.mouse.move(last["x"] - 20, last["y"] + 30, steps=4)
    page.mouse.move(last["x"] + 1, last["y"] + 30)
    page.mouse.up()
    page.wait_for_url("**from=*to=*")
    asked = dict(re.findall(r"(from|to)=([\d-]+)", page.url))
    days = [re.findall(r"\d{4}-\d\d-\d\d", str(label)) for label in labels]
    assert asked == {"from": days[0][0], "to": days[1][-1]}
    page.get_by_role("link", name="the whole period").click()
    page.wait_for_url("**/chronicle")


def test_the_strip_is_one_stop_for_the_keyboard(page: Any, open_site: Open, plain_project: Path) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    assert page.locator(".strip a:not([tabindex='-1'])").count() == 1
    page.locator(".strip a").first.focus()
    page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=*")
    assert f"from={label[:10]}" in page.url


def test_wordings_of_the_same_words_are_compared(page: Any, open_site: Open, plain_project: Path) -> None:
    """From a quotation to its wordings elsewhere, differences marked, each with its outlet; then the table."""
    page.goto(open_site(plain_project) + "/quotations?size=200")
    page.get_by_role("link", name=re.compile("same words in")).first.click()
    page.wait_for_url("**same_as=*")
    assert page.locator(".variants .row").count() >= 1
    assert page.locator(".variants .row a").count() >= 2
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    table = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert len(table) >= 2 and len({row["same_as"] for row in table}) == 1


def test_two_actors_are_made_one_and_told_apart(
    page: Any, open_site: Open, plain_project: Path, tmp_path: Path
) -> None:
    """Merged by name, split by ticking a report, both by keyboard; taken back at the end."""
    path = tmp_path / "actors.db"
    shutil.copy(plain_project, path)
    pages = Pages(path)
    people = [one for one in pages.find("actor", {"kind": ["person"]}).page(1, 40) if one.mentions]
    one, other = people[0], next(p for p in people[1:] if pages.store.actor_ids(p.name) == (p.id,))
    pages.forget()
    base = open_site(path)
    page.goto(f"{base}/actor/{one.id}")
    before = page.locator("article > p.dim").first.inner_text()
    page.locator("#merge summary").focus()
    page.keyboard.press("Enter")
    page.locator("#merge input[placeholder]").first.focus()
    page.keyboard.type(other.name)
    page.keyboard.press("Enter")
    page.locator("section.judge li").first.wait_for()
    assert page.locator("article > p.dim").first.inner_text() != before
    assert other.name in page.inner_text("article")
    page.locator("#split summary").click()
    page.get_by_role("link", name="Choose among its reports and quotations").click()
    page.wait_for_url("**apart=1**")
    page.locator("#split input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    page.fill("#split input[name=name]", "Quite Another")
    page.keyboard.press("Enter")
    page.locator("section.judge li").nth(1).wait_for()
    page.goto(f"{base}/actors?name=Quite+Another")
    assert page.locator("h1").inner_text() == "Quite Another"


def test_an_actors_counterparts_lead_to_what_they_did(
    page: Any, open_site: Open, plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/actors")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/act_*")
    assert 2 <= page.locator(".net circle").count() <= 25
    row = page.locator("section[aria-labelledby=with] tbody tr").first
    count = row.locator("td").nth(1).inner_text()
    row.locator("td").nth(1).get_by_role("link").click()
    page.wait_for_url("**/chronicle?actor=*")
    assert page.inner_text(".head .dim").startswith(f"{count} event")


def test_a_page_prints_without_its_controls(page: Any, open_site: Open, plain_project: Path) -> None:
    for url in ("/chronicle", "/stories", "/world", "/search?q=said"):
        page.goto(open_site(plain_project) + url)
        page.emulate_media(media="print")
        for hidden in ("header nav", ".facets", ".foot", "form.asks"):
            if page.locator(hidden).count():
                assert not page.locator(hidden).first.is_visible(), f"{url}: {hidden}"
        assert page.locator("h1").is_visible()
        page.emulate_media(media="screen")


@pytest.mark.parametrize(
    "url",
    [
        "/chronicle",
        "/stories",
        "/quotations",
        "/actors",
        "/search",
        "/world",
        "/rejected",
        "/saved",
        "/health",
        "/import",
    ],
)
def test_an_empty_project_says_what_to_do(url: str, page: Any, open_site: Open, empty_project: Path) -> None:
    page.goto(open_site(empty_project) + url)
    said = page.inner_text("main")
    assert page.locator(".empty").count() >= 1, said
    assert page.locator(".empty a, .empty code").count() >= 1, "a next step"
