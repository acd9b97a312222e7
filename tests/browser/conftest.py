"""A real Chromium on a real server: skipped with a reason where there is no Chromium or no Playwright."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.chronicle.pages import Pages
from dateline.web.app import application

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
PATIENCE_MS = 60_000
Open = Callable[[Path], str]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium is installed here")
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("Playwright is not installed here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """An empty tab that remembers what went wrong in it: `page.faults`."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def open_site() -> Iterator[Open]:
    """A project file -> the address of a server over it, one a project."""
    import uvicorn

    running: dict[Path, tuple[Any, threading.Thread, str]] = {}

    def serve(path: Path) -> str:
        if path not in running:
            listener = socket.socket()
            listener.bind(("127.0.0.1", 0))
            config = uvicorn.Config(application(Pages(path)), log_level="error", lifespan="off")
            server = uvicorn.Server(config)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
            thread.start()
            for _ in range(600):
                if server.started:
                    break
                time.sleep(0.05)
            running[path] = server, thread, f"http://127.0.0.1:{listener.getsockname()[1]}"
        return running[path][2]

    yield serve
    for server, thread, _ in running.values():
        server.should_exit = True
        with contextlib.suppress(RuntimeError):
            thread.join(5)


@pytest.fixture(scope="session")
def addresses() -> Callable[[Path], list[tuple[str, str]]]:
    """Every example of every screen: its name and address."""
    from dateline.web.screen import screens

    def of(path: Path) -> list[tuple[str, str]]:
        pages = Pages(path)
        found = [(screen.name, url) for screen in screens() for url in screen.examples(pages)]
        pages.forget()
        return found

    return of
