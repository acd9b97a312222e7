"""The chronicle's main tasks in Chromium: to the sentence in two clicks, by keyboard alone, and a correction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_from_the_chronicle_to_the_sentence_in_two_clicks(
    page: Any, open_site: Callable[[Path], str], plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    page.locator("[data-more]").first.click()
    page.locator(".inside blockquote mark").first.wait_for()
    assert page.locator(".inside blockquote").first.inner_text()
    page.locator(".row [data-open]").first.click()
    page.wait_for_url("**/event/evt_*")
    assert page.locator("blockquote mark.m-act").count() >= 1


def test_a_row_closes_again(page: Any, open_site: Callable[[Path], str], plain_project: Path) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    more = page.locator("[data-more]").first
    more.click()
    page.locator(".inside blockquote").first.wait_for()
    more.click()
    assert page.locator(".inside blockquote").count() == 0
    assert page.url.endswith("/chronicle")


def test_by_keyboard_alone(page: Any, open_site: Callable[[Path], str], plain_project: Path) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    assert page.locator(".row.here").count() == 1
    assert page.evaluate("document.querySelector('[data-row]').classList.contains('here')")
    page.keyboard.press("o")
    page.locator(".inside blockquote").first.wait_for()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/evt_*")


def test_the_strip_zooms_and_the_back_button_undoes_it(
    page: Any, open_site: Callable[[Path], str], plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    before = page.locator(".head .dim").inner_text()
    page.locator(".strip a").first.click()
    page.wait_for_url("**from=*")
    assert page.locator(".head .dim").inner_text() != before
    page.go_back()
    assert page.locator(".head .dim").inner_text() == before


def test_a_facet_narrows_and_its_count_is_true(
    page: Any, open_site: Callable[[Path], str], plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/chronicle")
    choice = page.locator(".facet a").first
    count = choice.locator(".n").inner_text()
    choice.click()
    page.wait_for_url("**?type=*")
    assert page.locator(".head .dim").inner_text().startswith(f"{count} event")


def test_a_corrected_type_is_there_after_a_reload(
    page: Any, open_site: Callable[[Path], str], plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/chronicle?type=CONSULT")
    page.locator(".row [data-open]").first.click()
    page.locator("#correct summary").click()
    page.select_option("#correct select[name=type]", "AID")
    page.locator("#correct button").click()
    page.locator(".sum .t-aid").wait_for()
    page.reload()
    assert page.locator(".sum .type").inner_text().startswith("AID")
    page.locator(".judged-list button").first.click()
    page.locator(".sum .t-consult").wait_for()
