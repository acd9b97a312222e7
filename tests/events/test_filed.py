"""A meeting of that day in the first paragraph took place where the report was filed; other acts may have been elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from dateline.records import Mention
from dateline.syntax import Text

FILED = [
    ("Laos and Cambodia met on Wednesday.", "CONSULT", "Vienna"),
    ("Laos and Cambodia met in Hanoi on Wednesday.", "CONSULT", "Hanoi"),
    ("Laos and Cambodia met last year.", "CONSULT", None),
    ("Chad arrested two Libyan officers on Wednesday.", "COERCE", None),
]


@pytest.mark.parametrize(("sentence", "type_", "place"), FILED)
def test_where_a_report_was_filed(
    read: Callable[[Iterable[str]], list[Text]],
    code: Callable[[Text], tuple[Mention, ...]],
    sentence: str,
    type_: str,
    place: str | None,
) -> None:
    (text,) = read([sentence])
    mention = next(m for m in code(replace(text, dateline_place="Vienna")) if m.type == type_)
    assert (mention.where.name if mention.where else None) == place
    assert (dict(mention.why)["where"] == "dateline") is (place == "Vienna")
