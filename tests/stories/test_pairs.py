"""Which vectors are alike: by words that few others have, the same as by comparing each with each."""

from __future__ import annotations

import random

import pytest

from dateline.stories import pairs
from dateline.stories.vectors import Vector, neighbours, unit

FLOOR = 0.3


@pytest.fixture(scope="module")
def found() -> list[Vector]:
    """400 vectors on 40 themes."""
    chance = random.Random(3)

    def words(theme: int) -> list[str]:
        common = [f"common{int(chance.expovariate(0.01))}" for _ in range(60)]
        return common + [f"theme{theme}-{chance.randrange(30)}" for _ in range(40)]

    return [unit({word: 1 + chance.random() for word in words(chance.randrange(40))}) for _ in range(400)]


def split(found: list[Vector]) -> tuple[list[int], list[int]]:
    return [n for n in range(len(found)) if n % 7 == 0], [n for n in range(len(found)) if n % 7]


def wanted(found: list[Vector]) -> dict[tuple[int, int], float]:
    return {
        (i, j): value for (i, j), value in neighbours(found, FLOOR).items() if (i % 7 == 0) != (j % 7 == 0)
    }


def test_between_finds_what_comparing_each_with_each_finds(found: list[Vector]) -> None:
    got = pairs.between(found, *split(found), FLOOR)
    assert len(got) > 100
    assert got.keys() == wanted(found).keys()
    assert got == pytest.approx(wanted(found))


def test_past_the_limit_few_are_missed_and_none_made_up(
    found: list[Vector], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "ALL", 10)
    got = pairs.between(found, *split(found), FLOOR)
    assert got.keys() <= wanted(found).keys()
    assert len(got) >= 0.9 * len(wanted(found))


def test_nothing_between_nobody(found: list[Vector]) -> None:
    assert pairs.between(found, [], range(len(found)), FLOOR) == {}
