"""Copies: whole, cut, embedded and edited; the same answer whatever the order; nothing found between strangers."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.articles.copies import containment, copies, digest, load
from dateline.records import Article, DateRange

WORDS = [
    "envoy",
    "premier",
    "talks",
    "sea",
    "route",
    "grain",
    "accord",
    "border",
    "troops",
    "minister",
    "paper",
    "vote",
    "bill",
    "town",
    "river",
    "bridge",
    "court",
]


def prose(seed: int, length: int = 400) -> str:
    source = random.Random(seed)
    return " ".join(source.choice(WORDS) + str(source.randrange(60)) for _ in range(length))


def made(make_article: Callable[..., Article], text: str, day: int | None = None) -> Article:
    date = dt.date(2033, 1, day) if day else None
    return make_article(text, published=DateRange(date, date))


def found(*articles: Article) -> dict[str, tuple[str, float]]:
    return copies([(article.id, digest(article)) for article in articles])


@pytest.mark.parametrize(
    ("change", "least"),
    [
        (lambda text: text, 1.0),
        (lambda text: text.upper().replace(" ", ", "), 1.0),
        (lambda text: " ".join(text.split()[:130]), 1.0),
        (lambda text: text + "\n\n" + prose(77, 200), 0.6),
        (lambda text: prose(78, 120) + "\n\n" + text + "\n\n" + prose(79, 120), 0.55),
        (lambda text: " ".join(word for n, word in enumerate(text.split()) if n % 40), 0.8),
    ],
)
def test_a_later_copy_is_found_with_its_share(
    make_article: Callable[..., Article], change: Callable[[str], str], least: float
) -> None:
    original = made(make_article, prose(1), 3)
    copy = dataclasses.replace(made(make_article, change(prose(1)), 4), id="art_copy")
    strangers = [made(make_article, prose(seed), 2) for seed in range(10, 16)]
    answer = found(copy, *strangers, original)
    assert set(answer) == {copy.id}
    source, share = answer[copy.id]
    assert source == original.id and share >= least
    exact = containment(load("", digest(copy)), load("", digest(original)))
    assert share == pytest.approx(exact, abs=1e-4)


def test_without_days_the_longer_text_is_the_original(make_article: Callable[..., Article]) -> None:
    whole = made(make_article, prose(1))
    part = made(make_article, " ".join(prose(1).split()[:200]))
    assert found(part, whole) == {part.id: (whole.id, 1.0)}


def test_all_copies_name_one_original(make_article: Callable[..., Article]) -> None:
    articles = [
        dataclasses.replace(made(make_article, prose(1), day), id=f"art_{day}") for day in range(1, 9)
    ]
    assert set(found(*articles).values()) == {("art_1", 1.0)}


def test_a_shared_quotation_makes_no_copy(make_article: Callable[..., Article]) -> None:
    speech = prose(5, 120)
    one = made(make_article, f"{prose(6, 300)} {speech}", 1)
    other = made(make_article, f"{speech} {prose(7, 300)}", 2)
    assert found(one, other) == {}


def test_empty_and_tiny_texts_are_no_copies_of_one_another(make_article: Callable[..., Article]) -> None:
    tiny = [dataclasses.replace(made(make_article, "Talks are over."), id=f"art_{n}") for n in range(3)]
    assert found(*tiny) == {} and found() == {}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(make_article: Callable[..., Article], shuffler: random.Random) -> None:
    texts = [prose(seed) for seed in range(4)]
    texts += [" ".join(text.split()[:250]) for text in texts[:3]] + [texts[0] + " " + texts[1]]
    articles = [made(make_article, text, 1 + number % 3) for number, text in enumerate(texts)]
    expected = found(*articles)
    shuffled = articles[:]
    shuffler.shuffle(shuffled)
    assert found(*shuffled) == expected and expected


def test_a_foreign_digest_is_refused() -> None:
    with pytest.raises(ValueError, match="not a digest"):
        load("art_1", b"\x00" * 400)
