"""A real Chromium on a real server: skipped with a reason where there is no Chromium or no Playwright."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import socket
import subprocess
import sys
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
TINY = (
    "torchline/santa-vela-surrender.txt",
    "velta/2019-06-14-santa-vela.html",
    "sentinel/two-versions-of-one-handshake.txt",
)
MANY = 1_203
"""More articles than any page holds, and than a thousand."""
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


@pytest.fixture(scope="session")
def build() -> Callable[..., str]:
    """A folder -> what the build says of what is in its `corpus`; the real one, in a process of its own."""
    return _build


def _build(home: Path, *more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "dateline.cli", "build", "corpus", "--into", "p.db", *more],
        cwd=home, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="session")
def told(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three articles of three outlets on one meeting, built into `p.db`."""
    home = tmp_path_factory.mktemp("told")
    shutil.copytree(sample_home / "overlay", home / "overlay")
    shutil.copy(sample_home / "dateline.toml", home)
    (home / "corpus").mkdir()
    for name in TINY:
        shutil.copy(sample_home / "corpus" / name, home / "corpus")
    _build(home)
    return home


@pytest.fixture
def own(told: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(told, tmp_path / "own"))


@pytest.fixture(scope="session")
def many_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles of one word than any page or thousand holds."""
    from dateline.evaluate.synthetic import pieces
    from dateline.evaluate.synthetic_store import fill

    path = tmp_path_factory.mktemp("many") / "many.db"
    for _ in fill(path, pieces(MANY, seed=3, mentions=1, quotations=1)):
        pass
    return path
