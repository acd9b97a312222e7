"""One title in the plural over several states stands for the holders of that office on the article's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline import text as stage
from dateline.config import Config
from dateline.records import Article, DateRange
from dateline.resolvers import Resolvers

DAY = dt.date(2019, 5, 8)
CASES = [
    ("The presidents of Finland and Estonia opened the ferry on Wednesday.", ["FIN", "EST"]),
    ("The foreign ministers of Norway, Sweden and Denmark opened the bridge.", ["NOR", "SWE", "DNK"]),
    ("The presidents of both clubs opened the match.", []),
]


@pytest.mark.parametrize(("sentence", "countries"), CASES)
def test_holders(make_article: Callable[..., Article], sentence: str, countries: list[str]) -> None:
    read = stage.make(Config(), Resolvers.load(Config()))
    (text,) = read([make_article(sentence, published=DateRange(DAY, DAY, None, "metadata"))])
    head = next(t.i for t in text.tokens if t.tag in ("NNS", "NNPS"))
    found = [ref.country for ref in text.refer(head) if ref.kind == "person" and ref.country]
    assert found == countries
