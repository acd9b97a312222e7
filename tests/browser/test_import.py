"""Files in, in Chromium: chosen or dropped, progress without a reload, reasons at the end; the world by arrow keys."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from dateline.chronicle.pages import Pages
from dateline.config import Config
from dateline.store import Store
from dateline.web.app import application

FAKES_FOLDER = str(Path(__file__).resolve().parent.parent / "pipeline")
if FAKES_FOLDER not in sys.path:
    sys.path.insert(0, FAKES_FOLDER)

from dateline_fakes import FAKES, PACE  # noqa: E402 - the search path comes first

DROP = """([names, bodies]) => {
    const given = new DataTransfer();
    names.forEach((name, n) => given.items.add(new File([bodies[n]], name)));
    document.getElementById("drop").dispatchEvent(
        new DragEvent("drop", {dataTransfer: given, bubbles: true, cancelable: true}));
}"""


def article(number: int) -> str:
    return (
        f'Wire|2016-09-05|Title {number}\nAda met Bert{number}. "We talk {number}," said Ada. Number{number}.'
    )


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """A server over an empty project whose stages are quick."""
    path = tmp_path / "p.db"
    Store(path).close()
    pages = Pages(path, Config(), replace(FAKES, sources="dateline.sources:read"))
    with contextlib.closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(pages), log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        pages.imports.stop()
        server.should_exit = True
        thread.join(5)


def test_a_folder_is_imported_while_one_watches(
    page: Any, base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PACE, "0.15")
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for number in range(20):
        (folder / "sub" / f"{number}.txt").write_text(article(number))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    page.goto(f"{base}/import")
    page.set_input_files("input[webkitdirectory]", str(folder))
    page.click("#drop button")
    page.locator("#progress progress").wait_for()
    page.get_by_text("reading the articles: 8 of 20").wait_for()  # nobody reloaded the page
    page.locator("#progress .done").wait_for()
    said = page.inner_text("main")
    assert "20 new articles" in said and "1 unsupported" in said and "no reader for this kind of file" in said
    page.locator(".reasons a").first.click()
    page.wait_for_url("**/rejected?**")
    assert "in/picture.png" in page.inner_text("main")


def test_dropped_files_are_imported(page: Any, base: str) -> None:
    page.goto(f"{base}/import")
    page.evaluate(DROP, [["a.txt", "b.txt"], [article(1), article(2)]])
    page.locator("#progress .done").wait_for()
    assert "2 new articles" in page.inner_text("#progress")


def test_files_are_imported_without_javascript(chromium: Any, base: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(1))
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/import")
    page.set_input_files("input[multiple]:not([webkitdirectory])", str(tmp_path / "a.txt"))
    page.click("#drop button")
    for _ in range(200):
        if not page.get_by_role("link", name="refresh").count():
            break
        time.sleep(0.2)
        page.get_by_role("link", name="refresh").click()
    assert "1 new article," in page.inner_text("main")
    context.close()


def test_nothing_chosen_is_said_in_place(page: Any, base: str) -> None:
    page.goto(f"{base}/import")
    page.click("#drop button")
    page.get_by_text("There is no file in that.").wait_for()


def test_the_matrix_is_walked_by_arrow_keys(
    page: Any, open_site: Callable[[Path], str], plain_project: Path
) -> None:
    page.goto(open_site(plain_project) + "/world")
    assert page.locator("table.pairs a:not([tabindex='-1'])").count() == 1
    page.locator("table.pairs a").first.focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label != first and label.partition(" to ")[0] == first.partition(" to ")[0]
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert below.partition(" to ")[2].partition(":")[0] == label.partition(" to ")[2].partition(":")[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/chronicle?pair=*")
    count = below.rpartition(": ")[2]
    assert page.inner_text(".head .dim").startswith(count)
