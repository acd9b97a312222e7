"""Small resolvers that stand in for the real ones, and the stage built on them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

import pytest

from dateline.articles import make
from dateline.config import Config
from dateline.records import UNDATED, Article, DateRange, RawDocument, Rejected, Removed
from dateline.resolvers import Resolvers


@dataclass(frozen=True)
class Outlet:
    name: str


class FakeWho:
    """Knows two invented outlets, by name, domain and handle."""

    known: ClassVar[dict[str, str]] = {
        "the orland post": "The Orland Post", "orland post": "The Orland Post", "orlandpost.example": "The Orland Post",
        "vessia today": "Vessia Today", "vessiatoday.example": "Vessia Today", "vessiatoday": "Vessia Today",
    }  # fmt: skip

    def outlet(self, name: str) -> Outlet | None:
        found = self.known.get(name.lower())
        return Outlet(found) if found else None


@dataclass
class FakeWhen:
    """Remembers what it was asked and answers with an open date."""

    asked: list[tuple[str | None, str, tuple[Removed, ...]]] = field(default_factory=list)

    def published(self, title: str | None, body: str, removed: tuple[Removed, ...], who: Any) -> DateRange:
        self.asked.append((title, body, removed))
        return UNDATED


@dataclass
class Fakes:
    who: FakeWho
    when: FakeWhen
    where: None = None


@pytest.fixture
def fakes() -> Fakes:
    return Fakes(FakeWho(), FakeWhen())


@pytest.fixture
def outcome_of(fakes: Fakes) -> Callable[..., Article | Rejected]:
    """Text or HTML and metadata fields -> what the stage makes of it."""

    def call(
        content: str, *, media: str = "text", config: Config | None = None, **fields: str
    ) -> Article | Rejected:
        sha256 = hashlib.sha256(content.encode()).hexdigest()
        raw = RawDocument("a.txt", sha256, cast(Any, media), content, tuple(sorted(fields.items())))
        return make(config or Config(), cast(Resolvers, fakes))(raw)

    return call


@pytest.fixture
def article_of(outcome_of: Callable[..., Article | Rejected]) -> Callable[..., Article]:
    """The same, where an article must come of it."""

    def call(content: str, **given: Any) -> Article:
        outcome = outcome_of(content, **given)
        assert isinstance(outcome, Article), outcome
        return outcome

    return call
