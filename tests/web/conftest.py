"""A client on a small project: a browser without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.chronicle.pages import Pages
from dateline.web.app import application

ORIGIN = "http://127.0.0.1:8010"
Client = Callable[[Path], TestClient]


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
