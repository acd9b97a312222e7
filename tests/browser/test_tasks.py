"""The main task of each screen in Chromium, as somebody who came to do it: correct, compare, find, take away."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.chronicle.pages import Pages

Open = Callable[[Path], str]
LATER = "wire/corvane-wire.jsonl"
Build = Callable[..., str]


def counted(page: Any, selector: str, number: int) -> None:
    """Wait until there are so many."""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_have_count(number, timeout=60_000)


def test_a_corrected_type_survives_a_rebuild(
    page: Any, open_site: Open, own: Path, sample_home: Path, build: Build
) -> None:
    """Corrected in the browser, built again over the same project with an article more and everything told anew."""
    base = open_site(own / "p.db")
    page.goto(f"{base}/chronicle?type=CONSULT&status=happened")
    page.locator(".row [data-open]").first.click()
    page.locator("#correct summary").click()
    page.select_option("#correct select[name=type]", "AID")
    page.fill("#correct input[name=why]", "the talks were a delivery")
    page.locator("#correct button").click()
    page.locator(".sum .t-aid").wait_for()
    evidence = page.locator("blockquote").first.inner_text()

    shutil.copy(sample_home / "corpus" / LATER, own / "corpus")
    said = build(own, "--relink")
    assert "(3 already known; 0 rejected)" in said

    page.goto(f"{base}/chronicle?type=AID")
    opened = page.locator(".row [data-open]")
    for number in range(opened.count()):
        opened.nth(number).click()
        page.wait_for_url("**/event/evt_*")
        if evidence in page.locator("#reports + ol").inner_text():
            break
        page.go_back()
    assert page.locator(".sum .type").inner_text().startswith("AID")
    assert page.locator(".sum .judged").inner_text().startswith("corrected")
    assert "the talks were a delivery" in page.locator(".judged-list").inner_text()
    page.locator(".judged-list button").first.click()
    page.locator(".sum .t-consult").wait_for()


def test_what_an_outlet_omitted_is_found(page: Any, open_site: Open, told: Path) -> None:
    """From the stories to the story, to what one of its outlets left out, to that event and its sentence."""
    page.goto(open_site(told / "p.db") + "/stories")
    page.locator(".row [data-open]").first.click()
    page.wait_for_url("**/story/sto_*")
    lacks = page.locator(".matrix thead a.lacks").first
    count, outlet = int(lacks.inner_text().split()[0]), lacks.get_attribute("data-outlet")
    lacks.click()
    page.wait_for_url("**?lacks=*")
    rows = page.locator("#matrix ~ .scroll .matrix tbody tr")
    assert rows.count() == count > 0
    column = page.locator("#matrix ~ .scroll .matrix thead th").all_inner_texts()
    number = next(n for n, text in enumerate(column) if text.startswith(str(outlet)))
    assert {row.locator("th, td").nth(number).inner_text() for row in rows.all()} == {"omitted"}
    assert page.locator("#matrix ~ .scroll .matrix td summary").count() >= count, "each was told by another"
    rows.first.locator("[data-open]").click()
    page.wait_for_url("**/event/evt_*")
    assert outlet not in page.locator("#reports + ol .told").all_inner_texts()
    assert page.locator("blockquote mark.m-act").count() >= 1


def test_every_hit_of_a_search_is_taken_away(page: Any, open_site: Open, many_project: Path) -> None:
    """More than a page, more than a thousand: JSON and CSV hold what the page counts."""
    base, every = open_site(many_project), Pages(many_project).find("article").total
    assert every > 1_000
    page.goto(base)
    page.keyboard.press("/")
    page.keyboard.type("said")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=said")
    assert page.locator(".head .dim").inner_text() == f"{every:,} articles"
    assert page.locator("li.hit").count() == 50
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    table = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert waiting.value.suggested_filename == "dateline-search.csv"
    page.get_by_role("link", name="JSON", exact=True).click()
    page.wait_for_url("**/search.json?q=said")
    found = json.loads(page.inner_text("body"))
    assert found["total"] == len(found["rows"]) == len(table) == every
    assert {row["article_id"] for row in table} == {row["article_id"] for row in found["rows"]}
    assert len({row["article_id"] for row in table}) == every


def test_a_search_is_narrowed_kept_and_followed(page: Any, open_site: Open, told: Path, own: Path) -> None:
    """A phrase, an outlet, more like one of them; then a name for it, and its feed."""
    page.goto(open_site(own / "p.db") + "/search")
    page.fill("main input[name=q]", '"Santa Vela"')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    every = page.locator("li.hit").count()
    assert every >= 2 and page.locator("li.hit mark").count() >= every
    page.locator(".facet a").first.click()
    page.wait_for_url("**outlet=*")
    assert 0 < page.locator("li.hit").count() < every
    page.get_by_text("Keep this search").click()
    page.fill("aside input[name=name]", "the meeting")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/saved")
    feed = page.request.get(
        open_site(own / "p.db") + page.get_by_role("link", name="Atom").get_attribute("href")
    )
    assert feed.status == 200 and feed.text().count("<entry>") == 1
    page.get_by_role("link", name="the meeting").click()
    page.get_by_role("link", name="more like this").first.click()
    page.wait_for_url("**like=art_*")
    assert page.locator("li.hit").count() >= 2
    assert " like " in page.locator(".head .dim").inner_text()


def test_two_reports_are_split_and_merged_again(page: Any, open_site: Open, own: Path) -> None:
    """An event of several reports: one split off, found as an event of its own, merged again, by keyboard."""
    pages = Pages(own / "p.db")
    event = max(pages.find("event").all(), key=lambda one: (len(one.mentions), one.id))
    pages.forget()
    base = open_site(own / "p.db")
    page.goto(f"{base}/event/{event.id}")
    before = page.locator(".report").count()
    assert before >= 2
    page.locator("#split summary").focus()
    page.keyboard.press("Enter")
    page.locator("#split input[type=checkbox]").last.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    counted(page, ".report", before - 1)
    page.locator("#merge summary").focus()
    page.keyboard.press("Enter")
    page.locator("#merge input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    counted(page, ".report", before)
    assert page.locator(".judged-list li").count() >= 1
