"""What a pattern of grammar.toml finds holds one of its hints: else a sentence would be passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.stories.colour import Turn, turns

TURNS = (*turns("turn"), *turns("reported"))


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.pattern.pattern[:30])
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_whatever_is_found_holds_a_hint(turn: Turn, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(turn.pattern))
    assert any(hint in text for hint in turn.hints)
