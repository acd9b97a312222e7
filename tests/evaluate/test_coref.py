"""Measures of coreference against small cases worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluate.coref import b_cubed, ceaf_e, conll, muc, without_singletons


def chains(words: str) -> dict[str, int]:
    """`abc de` -> two chains."""
    return {item: number for number, word in enumerate(words.split()) for item in word}


CASES = [
    # gold, found, MUC P R, B-cubed P R, CEAF-e P R
    ("abc de", "abc de", (1, 1), (1, 1), (1, 1)),
    # One chain too many. Links: 2 of 3 kept, 2 of 2 right. Dice: abc-ab 4/5, de-de 1, c left over: 9/5.
    ("abc de", "ab c de", (1, 2 / 3), (1, (4 / 3 + 1 / 3 + 2) / 5), (9 / 15, 9 / 10)),
    # Everything in one. Found links 4, of which 3 right. Precision of B-cubed (9 + 4) / 5 / 5; Dice abc-abcde 6/8.
    ("abc de", "abcde", (3 / 4, 1), (13 / 25, 1), (3 / 4, 3 / 8)),
    # Nothing together: no link to be right; each mention alone. Dice: abc-a 2/4, de-d 2/3.
    ("abc de", "a b c d e", (0, 0), (1, 2 / 5), (7 / 30, 7 / 12)),
    # The worked example of the B-cubed paper: 1 to 5, 6 and 7, 8 to 12; the last two chains thrown together.
    ("12345 67 89ABC", "12345 6789ABC", (9 / 10, 1), ((5 + (4 + 25) / 7) / 12, 1), (0.5 * (1 + 10 / 12), (1 + 10 / 12) / 3)),
    # Two chains cut across: no link kept, half of each mention's chain with it, each chain half of one.
    ("ab cd", "bc ad", (0, 0), (1 / 2, 1 / 2), (1 / 2, 1 / 2)),
    # Mentions on one side only: c missed, x made up.
    ("abc", "abx", (1 / 2, 1 / 2), (4 / 9, 4 / 9), (2 / 3, 2 / 3)),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "found", "links", "mentions", "matched"), CASES)
def test_by_hand(gold: str, found: str, links: tuple, mentions: tuple, matched: tuple) -> None:
    for measure, wanted in ((muc, links), (b_cubed, mentions), (ceaf_e, matched)):
        score = measure(chains(gold), chains(found))
        assert (score.precision, score.recall) == pytest.approx(wanted), measure.__name__


def test_the_best_matching_is_not_the_greedy_one() -> None:
    # abcd-abef (4/8) is the best single pair but leaves nothing for efghi; apart, 4/9 and 2/7 go together.
    score = ceaf_e(chains("abcd efghi"), chains("abef cjk"))
    assert score.recall == pytest.approx((4 / 9 + 2 / 7) / 2)


def test_conll_is_the_mean() -> None:
    found = conll(chains("abc de"), chains("ab c de"))
    assert found.f1 == pytest.approx((0.8 + found.b_cubed.f1 + 0.72) / 3)
    assert found.b_cubed.f1 == pytest.approx(2 * (11 / 15) / (1 + 11 / 15))


def test_singletons_left_out_on_both_sides() -> None:
    assert without_singletons(chains("ab c")) == {"a": 0, "b": 0}
    with_them = conll(chains("ab c d"), chains("ab c d"))
    assert with_them.f1 == 1.0
    assert conll(chains("ab c d"), chains("ab cd"), singletons=False).b_cubed.precision == pytest.approx(0.5)
    assert conll(chains("a b"), chains("a b"), singletons=False).f1 == 0.0


clusterings = st.dictionaries(st.integers(0, 30), st.integers(0, 8), min_size=1)


@given(clusterings, clusterings)
def test_measures_are_shares_and_change_sides_together(gold: dict[int, int], found: dict[int, int]) -> None:
    for measure in (muc, b_cubed, ceaf_e):
        one, other = measure(gold, found), measure(found, gold)
        assert 0 <= one.precision <= 1 + 1e-9
        assert one.precision == pytest.approx(other.recall)


@given(clusterings)
def test_the_same_clusters_are_right(gold: dict[int, int]) -> None:
    renamed = {item: f"chain {name}" for item, name in gold.items()}
    assert b_cubed(gold, renamed).f1 == pytest.approx(1)
    assert ceaf_e(gold, renamed).f1 == pytest.approx(1)
