"""The event coder over plain sentences: parsed once a session, with the built-in tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dateline.config import Config
from dateline.events.codebook import Codebook, load
from dateline.records import ActorRef, Article, DateRange, Mention
from dateline.resolvers import Resolvers
from dateline.syntax import Text

DAY = dt.date(2019, 5, 8)
Code = Callable[[Text], tuple[Mention, ...]]
Read = Callable[[Iterable[str]], list[Text]]


@pytest.fixture(scope="session")
def resolvers() -> Resolvers:
    return Resolvers.load(Config())


@pytest.fixture(scope="session")
def book() -> Codebook:
    return load()


@pytest.fixture(scope="session")
def read(resolvers: Resolvers) -> Read:
    """Sentences, each an article of Wednesday 8 May 2019, through the text stage."""
    from dateline import text

    stage = text.make(Config(), resolvers)
    published = DateRange(DAY, DAY, None, "metadata")

    def parse(sentences: Iterable[str]) -> list[Text]:
        return list(
            stage(
                Article(
                    id=Article.make_id(f"{n} {sentence}"), source="test", sha256=str(n), outlet=None, domain=None,
                    title=None, byline=(), language="en", published=published, dateline_place=None, text=sentence,
                )
                for n, sentence in enumerate(sentences)
            )
        )  # fmt: skip

    return parse


@pytest.fixture(scope="session")
def code(resolvers: Resolvers) -> Code:
    from dateline import events

    coder = events.make(Config(), resolvers)
    return lambda text: coder(text, ())


@pytest.fixture(scope="session")
def code_all(resolvers: Resolvers, tmp_path_factory: pytest.TempPathFactory) -> Code:
    """As `code`, for a project that wants to be told the most doubtful acts too."""
    from dateline import events

    overlay = tmp_path_factory.mktemp("doubts")
    (overlay / "doubts.tsv").write_text("of\tvalue\tpoints\nlimit\tmention\t99\n", encoding="utf-8")
    coder = events.make(Config(overlay=(overlay,)), resolvers)
    return lambda text: coder(text, ())


@pytest.fixture(scope="session")
def stands_for(resolvers: Resolvers) -> Callable[[str, tuple[ActorRef, ...]], bool]:
    """Whether the actors are those a gold cell names: parts of names or states joined by |, "" and "-" for nobody asked."""

    def same(wanted: str, found: tuple[ActorRef, ...]) -> bool:
        if wanted in ("", "-"):
            return wanted == "" or not found
        described = []
        for one in found:
            state = resolvers.who.country(one.country) if one.country else None
            words = [one.name, one.span.text if one.span else "", state.name if state else ""]
            described.append(" ".join(words).lower())
        return bool(found) and all(
            any(part.lower() in words for words in described) for part in wanted.split("|")
        )

    return same


@pytest.fixture(scope="session")
def status_rows() -> list[dict[str, str]]:
    lines = (Path(__file__).parent / "status.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(head, row, strict=True)) for row in rows]
