"""The analyst's word by form: kept, shown, taken back; and still there after a rebuild's laying anew."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.chronicle.pages import Pages
from dateline.records import Event
from dateline.web.app import application

ORIGIN = "http://127.0.0.1:8010"


@pytest.fixture
def project(plain_project: Path, tmp_path: Path) -> Path:
    path = tmp_path / "judged.db"
    shutil.copy(plain_project, path)
    return path


@pytest.fixture
def browser(project: Path) -> TestClient:
    return TestClient(application(Pages(project)), ORIGIN, follow_redirects=False)


def several(project: Path) -> list[Event]:
    """Events with the most reports first."""
    pages = Pages(project)
    found = sorted(pages.find("event").all(), key=lambda one: (-len(one.mentions), one.id))
    pages.forget()
    return found


def token(browser: TestClient, url: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', browser.get(url).text)
    assert found
    return found[1]


def post(browser: TestClient, event: str, **form: object):  # type: ignore[no-untyped-def]
    given = {"token": token(browser, f"/event/{event}"), "by": "Ana", **form}
    return browser.post(f"/judge/event/{event}", data=given, headers={"origin": ORIGIN})


def test_a_form_without_its_token_changes_nothing(browser: TestClient, project: Path) -> None:
    event = several(project)[0]
    for given in ({}, {"token": ""}, {"token": "0" * 64}):
        answer = browser.post(
            f"/judge/event/{event.id}", data={**given, "do": "confirm"}, headers={"origin": ORIGIN}
        )
        assert answer.status_code == 403
    assert "confirmed" not in browser.get(f"/event/{event.id}").text


def test_a_corrected_type_is_shown_and_counted_and_can_be_taken_back(
    browser: TestClient, project: Path
) -> None:
    event = several(project)[0]
    new = "RETREAT" if event.type != "RETREAT" else "AID"
    counted = browser.get(f"/chronicle.json?type={new}").json()["total"]
    form = {"type": new, "status": event.status, "why": "read again"}
    answer = post(browser, event.id, do="correct", **form)
    assert answer.status_code == 303, answer.text
    page = browser.get(answer.headers["location"]).text
    assert new in page and "read again" in page and "Ana" in page
    assert browser.get(f"/chronicle.json?type={new}").json()["total"] == counted + 1
    judgement = re.search(r'name="judgement" value="(jud_[0-9a-f]+)"', page)
    assert judgement
    moved = answer.headers["location"].rpartition("/")[2]
    assert post(browser, moved, do="undo", judgement=judgement[1]).status_code == 303
    assert browser.get(f"/chronicle.json?type={new}").json()["total"] == counted


def test_unchanged_fields_are_not_judged(browser: TestClient, project: Path) -> None:
    event = several(project)[0]
    answer = post(browser, event.id, do="correct", type=event.type, status=event.status)
    assert answer.status_code == 400 and "nothing was changed" in answer.text.lower()


def test_a_rejected_event_is_gone_until_taken_back(browser: TestClient, project: Path) -> None:
    event = several(project)[0]
    total = browser.get("/chronicle.json").json()["total"]
    answer = post(browser, event.id, do="reject", why="misread")
    page = browser.get(answer.headers["location"])
    assert page.status_code == 200 and "Rejected" in page.text
    assert browser.get("/chronicle.json").json()["total"] == total - 1
    assert post(browser, event.id, do="undo").status_code == 303
    assert browser.get("/chronicle.json").json()["total"] == total


def test_merge_and_split(browser: TestClient, project: Path) -> None:
    first, second = several(project)[:2]
    total = browser.get("/chronicle.json").json()["total"]
    answer = post(browser, first.id, do="merge", others=["", second.id])
    assert answer.status_code == 303, answer.text
    assert browser.get("/chronicle.json").json()["total"] == total - 1
    joined = browser.get(answer.headers["location"] + ".json").json()
    assert set(joined["mentions"]) == {*first.mentions, *second.mentions}
    answer = post(browser, joined["id"], do="split", others=list(second.mentions))
    assert answer.status_code == 303, answer.text
    assert browser.get("/chronicle.json").json()["total"] == total


@pytest.mark.parametrize(
    "form",
    [
        {"do": "burn"},
        {"do": "merge"},
        {"do": "merge", "others": "evt_nothing"},
        {"do": "split", "others": "men_x"},
        {"do": "correct", "when": "never", "type": "AID"},
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(
    form: dict[str, str], browser: TestClient, project: Path
) -> None:
    event = several(project)[0]
    answer = post(browser, event.id, **form)
    assert answer.status_code in (400, 404)
    assert "<h1>" in answer.text
