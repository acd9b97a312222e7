"""Quotations and attributions of plain words, parsed once a sentence table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.config import Config
from dateline.quotes import make
from dateline.quotes.attributions import Found, attribute
from dateline.quotes.cues import Lexicon, load_lexicon
from dateline.records import Article, Quotation
from dateline.resolvers import Resolvers
from dateline.syntax import Text
from dateline.text.adapter import SpacyParser

Run = Callable[..., tuple[Quotation, ...]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def read(parser: SpacyParser, make_article: Callable[..., Article]) -> Callable[..., Text]:
    def run(words: str, **fields: str) -> Text:
        (text,) = parser.parse([make_article(words, **fields)])
        return text

    return run


@pytest.fixture(scope="session")
def quotations(read: Callable[..., Text]) -> Run:
    config = Config()
    find = make(config, Resolvers.load(config))

    def run(words: str, **fields: str) -> tuple[Quotation, ...]:
        return find(read(words, **fields))

    return run


@pytest.fixture(scope="session")
def found(read: Callable[..., Text], lexicon: Lexicon) -> Callable[[str], Found]:
    return lambda words: attribute(read(words), lexicon)
