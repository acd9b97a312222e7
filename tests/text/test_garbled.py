"""Words that a tagger or a parser makes part of a name, or a name of its own, and that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def names(text: Text) -> set[str]:
    """Names of all entities."""
    return {entity.name for entity in text.entities}


@pytest.mark.parametrize(
    ("words", "there", "not_there"),
    [
        ("Embed Donald Trump praised the mayor. Trump left.", {"Donald Trump"}, {"Embed Donald Trump"}),
        ("Hillary Clinton spoke. Crooked Hillary lost, he said.", {"Hillary Clinton"}, {"Crooked Hillary"}),
        ("Mary Ann Marsh praised the mayor. Ann Marsh left.", {"Mary Ann Marsh"}, set()),
        ("Kim Davis spoke. Rowan County Clerk Kim Davis left.", {"Kim Davis"}, {"Clerk Kim Davis"}),
        ("A[n] unusual coalition has refused to accept the plan.", {"unusual coalition"}, {"An"}),
        ("Trump backed the senator last time #NoLoyalty", {"Trump"}, {"NoLoyalty"}),
        ("The Harbor Fair Supreme Court ruling lifted the limits.", set(), {"Harbor Fair Supreme Court"}),
        ("The Grand Democratic Party lifted the limits.", {"Grand Democratic Party"}, {"Democratic Party"}),
        ("The South Carolina Supreme Court lifted the limits.", {"South Carolina Supreme Court"}, set()),
        ("Ann Marsh backed Pell's 2008 and 2016 presidential campaigns.", {"presidential campaigns"}, {"and 2016 presidential campaigns"}),
        ("Lawyers said 50 or more workers had left.", {"workers"}, {"or more workers"}),
        ("Ohio Republican Tom Marsh filed a suit. Virginia Democrat Ann Pell agreed.", {"Tom Marsh", "Ann Pell"}, {"Ohio Republican Tom Marsh"}),
    ],
)  # fmt: skip
def test_names(read: Read, words: str, there: set[str], not_there: set[str]) -> None:
    found = names(read(words, "2018-05-04", "CNN"))
    assert there <= {"Trump" if name == "Donald Trump" and "Trump" in there else name for name in found}
    assert not not_there & found


@pytest.mark.parametrize(
    ("words", "phrase", "name", "so"),
    [
        ("The Campaign Finance Board met. Tom Marsh gave his campaign all he had.", "his campaign", "Campaign Finance Board", False),
        ("The Harbour Safety Board met. The board left.", "The board", "Harbour Safety Board", True),
    ],
)  # fmt: skip
def test_a_body_is_what_the_head_of_its_name_says(
    read: Read, words: str, phrase: str, name: str, so: bool
) -> None:
    text = read(words)
    spans = [r for r in text.references if text.span(r.start, r.end).text == phrase]
    meant = {text.entities[n].name for r in spans for n in r.entities}
    assert (name in meant) is so
