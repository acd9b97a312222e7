"""Marks: how stretches open, close, nest and run over paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.quotes.marks import find_marks
from dateline.syntax import Text

CASES = [
    ("straight", 'She said "no" twice.', ["no"]),
    ("curly", "She said “no” twice.", ["no"]),
    ("doubled single", "She said ''no'' twice.", ["no"]),
    ("back ticks", "She said ``no'' twice.", ["no"]),
    ("german", "She said „no“ twice.", ["no"]),
    ("angled", "She said «no» twice.", ["no"]),
    ("single", "‘No Way Out’ Says Minister", ["No Way Out"]),
    ("straight single", "Minister says 'no way out' of it", ["no way out"]),
    ("mojibake", "She said â€œnoâ€\x9d twice.", ["no"]),
    ("apostrophes", "It's the boys' and Mary's, rock 'n' roll of the '90s.", []),
    ("possessive inside", "‘The sailors’ boat is here,’ she said.", ["The sailors’ boat is here,"]),
    ("nested", "“He said ‘no’ again,” she said.", ["He said ‘no’ again,", "no"]),
    ("never closed", "She said, “It is over.", ["It is over."]),
    ("two", "“No,” she said. “Never.”", ["No,", "Never."]),
    ("inches", "A plank 6\" wide and no more.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "inner"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_stretches(read: Callable[[str], Text], words: str, inner: list[str]) -> None:
    marks = find_marks(read(words))
    assert [words[mark.inner_start : mark.inner_end] for mark in marks] == inner


def test_an_unclosed_stretch_ends_with_its_paragraph_and_reopens(read: Callable[[str], Text]) -> None:
    words = "She said, “It is over.\n\n“We go home now.”"
    first, second = find_marks(read(words))
    assert not first.closed and first.end <= words.index("\n")
    assert second.reopens and second.closed


def test_a_missing_closing_mark_does_not_swallow_the_next_quotation(read: Callable[[str], Text]) -> None:
    words = "“It is over, she said. “We go home now,” she added."
    marks = find_marks(read(words))
    assert words[marks[-1].inner_start : marks[-1].inner_end] == "We go home now,"
