"""Stretches of a text: how much of one lies in others, found by bisection."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.stories.passages import merged, within

PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])))


@given(PLACES, st.integers(0, 70), st.integers(0, 20))
def test_within_counts_what_lies_in_any_of_them(
    places: list[tuple[int, int]], start: int, length: int
) -> None:
    held = {at for first, last in places for at in range(first, last)}
    wanted = len(held & set(range(start, start + length)))
    assert within(merged(sorted(places)), start, start + length) == wanted
