"""The fast forms say exactly what the plain ones say, for any record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.corpus import Seen
from dateline.records import (
    Actor,
    Article,
    Comparison,
    DateRange,
    Event,
    Mention,
    Quotation,
    Rejected,
    Story,
    Storyline,
    from_json,
    to_json,
)  # fmt: skip
from dateline.store.codec import changes, decode, encode
from dateline.store.forms import reader, writer

CLASSES = (Article, Quotation, Mention, Event, Story, Storyline, Actor, Rejected, Seen)
pairs = st.lists(
    st.tuples(st.text(max_size=3), st.lists(st.tuples(st.text(max_size=3), st.just("omitted")), max_size=2, unique_by=lambda p: p[0]).map(tuple)),
    max_size=2, unique_by=lambda pair: pair[0],
).map(tuple)  # fmt: skip
st.register_type_strategy(DateRange, st.builds(DateRange, earliest=st.none() | st.dates(), latest=st.none()))
st.register_type_strategy(
    Comparison, st.builds(Comparison, events=pairs, quotations=pairs, only_in=st.just(()), loaded=st.just(()))
)
RECORDS = st.sampled_from(CLASSES).flatmap(lambda cls: st.builds(cls, **_finite(cls)))


def _finite(cls: type) -> dict[str, Any]:
    names = {"confidence", "copied_share"} & set(cls.__dataclass_fields__)  # type: ignore[attr-defined]
    return dict.fromkeys(names, st.floats(0, 1))


@settings(deadline=None, max_examples=150)
@given(RECORDS)
def test_forms_agree_with_the_contract(record: Any) -> None:
    plain = to_json(record)
    assert writer(type(record))(record) == plain
    assert list(writer(type(record))(record)) == list(plain)
    assert reader(type(record))(json.loads(json.dumps(plain))) == from_json(type(record), plain) == record
    assert decode(type(record), encode(record)) == record


def test_changes_are_only_what_differs() -> None:
    one = Rejected("a", "b", "c", "d", "e")
    assert changes(one, one) is None
    assert changes(one, Rejected("a", "b", "c", "d", "e")) is None
    assert changes(one, Rejected("a", "b", "c", "d", "f")) == '{"detail":"f"}'


def test_a_record_without_a_needed_field_is_refused() -> None:
    with pytest.raises(KeyError, match="detail"):
        reader(Rejected)({"source": "a", "sha256": "b", "stage": "c", "code": "d"})
