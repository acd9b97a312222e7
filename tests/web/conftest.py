"""Small projects to look at, made without parsing anything: a plain one, a hostile one, an empty one; and a client."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FOLDER = str(Path(__file__).resolve().parent)
if FOLDER not in sys.path:
    sys.path.insert(0, FOLDER)

import hostile  # noqa: E402 - the search path comes first
from starlette.testclient import TestClient  # noqa: E402

from dateline.chronicle.pages import Pages  # noqa: E402
from dateline.evaluate.synthetic import pieces  # noqa: E402
from dateline.evaluate.synthetic_store import fill  # noqa: E402
from dateline.store import Store  # noqa: E402
from dateline.web.app import application  # noqa: E402

ORIGIN = "http://127.0.0.1:8010"
Client = Callable[[Path], TestClient]


@pytest.fixture(scope="session")
def plain_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 invented articles with their events, quotations, stories and actors."""
    path = tmp_path_factory.mktemp("plain") / "plain.db"
    for _ in fill(path, pieces(60, seed=7, mentions=5, quotations=3)):
        pass
    return path


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text is an attack."""
    path = tmp_path_factory.mktemp("hostile") / "hostile<img src=x onerror=window.ran=1>.db"
    hostile.build(path)
    return path


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store(path).close()
    return path


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    """A browser without a window, on the project named; one an application."""
    made: dict[Path, TestClient] = {}

    def open_(path: Path) -> TestClient:
        if path not in made:
            made[path] = TestClient(application(Pages(path)), ORIGIN, follow_redirects=False)
        return made[path]

    yield open_
    for one in made.values():
        one.close()
