"""What the terminal shows of links: same words with their differences; the table of features that explain a link."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from dateline.cli.same import print_same
from dateline.corpus import Corpus
from dateline.links import link
from dateline.links.evidence import FEATURES, features
from dateline.records import Article, Mention, Quotation


class Shelf:
    """Just the articles of a chronicle."""

    def __init__(self, articles: list[Article]) -> None:
        self._articles = {article.id: article for article in articles}

    def article(self, article_id: str) -> Article:
        return self._articles[article_id]


def test_the_differing_words_are_shown(
    make_article: Callable[..., Article],
    make_quotation: Callable[..., Quotation],
    days: Callable[..., object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("we will never sign such a paper", "we will not sign such a paper")
    articles = [
        make_article(w, outlet=f"Paper {n}", published=days("2020-03-04")) for n, w in enumerate(words)
    ]
    said = [
        dataclasses.replace(make_quotation(a, w, "Ana Brandt"), same_as="same_1")
        for a, w in zip(articles, words, strict=True)
    ]
    alone = make_quotation(articles[0], "nobody else has this", at=99)
    print_same(Shelf(articles), [*said, alone])  # type: ignore[arg-type]
    shown = capsys.readouterr().out
    assert "“we will never sign such a paper”" in shown
    assert "{-never-} {+not+}" in shown
    assert "Paper 0" in shown
    assert "Paper 1" in shown
    assert "nobody else" not in shown


def test_every_feature_is_documented_and_weighs() -> None:
    table = features()
    assert len(table) == len(FEATURES) == len({name for name, _, _ in table})
    for name, weight, text in table:
        assert "_" not in name
        assert weight > 0
        assert text.endswith(".")
        assert len(text) > 30


def test_reasons_name_features_values_and_weights(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles = [make_article(f"Paper {n}", outlet=f"P{n}", published=days("2020-03-04")) for n in range(2)]
    mentions = [make_mention(a, "Ana Brandt", "Piet Oss", "2020-03-04") for a in articles]
    (event,) = link(Corpus(tuple(articles), (), tuple(mentions))).events
    ((_, _, reason),) = event.links
    score, _, rows = reason.partition(": ")
    weights = {name: weight for name, weight, _ in features()}
    total = told = 0.0
    for row in rows.split(", "):
        words, value, _, weight = row.rsplit(" ", 3)
        assert weights[words] == float(weight)
        total += float(value) * float(weight)
        told += float(weight)
    assert float(score) == pytest.approx(total / told, abs=0.06)
