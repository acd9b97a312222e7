"""A reader of plain words: parsed, named, resolved, as the text stage does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.config import Config
from dateline.records import UNDATED, Article, DateRange
from dateline.resolvers import Resolvers
from dateline.syntax import Text
from dateline.text.adapter import SpacyParser
from dateline.text.coreference import resolve
from dateline.text.gazetteer import Gazetteer
from dateline.text.lexicon import Lexicon
from dateline.text.mend import mend

Read = Callable[..., Text]


@pytest.fixture(scope="session")
def resolvers() -> Resolvers:
    return Resolvers.load(Config())


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="session")
def gazetteer(resolvers: Resolvers) -> Gazetteer:
    return Gazetteer(resolvers.who, resolvers.where)


@pytest.fixture(scope="session")
def read(
    parser: SpacyParser, gazetteer: Gazetteer, lexicon: Lexicon, make_article: Callable[..., Article]
) -> Read:
    known: dict[tuple[str, str | None, str | None], Text] = {}

    def read(words: str, on: str | None = None, outlet: str | None = None) -> Text:
        key = (words, on, outlet)
        if key not in known:
            day = dt.date.fromisoformat(on) if on else None
            published = DateRange(day, day, None, "metadata") if day else UNDATED
            bare = next(parser.parse([make_article(words, published=published, outlet=outlet)]))
            known[key] = resolve(mend(bare, lexicon), gazetteer, lexicon)
        return known[key]

    return read
