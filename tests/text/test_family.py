"""A surname that several bear: who is meant by pronouns, by the sentence before, by who needs no first name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        # a pronoun after the name, where nobody else can be meant
        ("Mary Harrow met the board. John Harrow came too. On Monday Harrow lost her seat.", "Mary Harrow"),
        ("Mary Harrow met the board. John Harrow came too. On Monday Harrow lost his seat.", "John Harrow"),
        # .. and where somebody else can
        ("Mary Harrow met John Harrow. Tom Pell and Harrow lost his seat.", None),
        # the sentence before was about one of them
        ("Mary Harrow won. Mary Harrow left. John Harrow was ill when he came. Harrow thanked the crowd.", "John Harrow"),
        ("Mary Harrow met John Harrow when he came. Harrow thanked the crowd.", None),
    ],
)  # fmt: skip
def test_family(read: Read, words: str, name: str | None) -> None:
    text = read(words)
    heads = [
        t.i for t in text.tokens if t.text == "Harrow" and text.tokens[t.i - 1].text not in ("Mary", "John")
    ]
    assert [ref.name for ref in text.refer(heads[-1])] == ([name] if name else [])


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Trump praised the singer. The meeting was held by his daughter, Ivanka Trump.", ["Donald Trump"]),
        ("Ivanka Trump met the singer. Trump praised him.", ["Ivanka Trump"]),
    ],
)
def test_who_needs_no_first_name(read: Read, words: str, names: list[str]) -> None:
    text = read(words, "2018-10-11", "CNN")
    alone = [t.i for t in text.tokens if t.text == "Trump" and text.tokens[t.i - 1].text != "Ivanka"]
    assert [ref.name for ref in text.refer(alone[0])] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The protesters met the police. They arrested two men.", ["police"]),
        ("The protesters met the police. They left the town.", []),
    ],
)
def test_who_arrests(read: Read, words: str, names: list[str]) -> None:
    text = read(words)
    they = next(t.i for t in text.tokens if t.text == "They")
    assert [ref.name for ref in text.refer(they)] == names


def test_two_told_after_a_dash(read: Read) -> None:
    text = read(
        'Two senators from the "Band of Nine" -- Ann Marsh, R-Ohio, and Tom Pell, D-Utah -- met the mayor.'
    )
    senators = next(t.i for t in text.tokens if t.text == "senators")
    assert [ref.name for ref in text.refer(senators)] == ["Ann Marsh", "Tom Pell"]


def test_a_son_is_not_his_father(read: Read) -> None:
    text = read("Donald Trump Jr. met the lawyer. On Monday Trump spoke.", "2018-10-11", "CNN")
    assert [ref.name for ref in text.refer(max(t.i for t in text.tokens if t.text == "Trump"))] == [
        "Donald Trump"
    ]
    text = read("Carl Roe Jr. met the lawyer. On Monday Roe spoke.", "2018-10-11", "CNN")
    assert [ref.name for ref in text.refer(max(t.i for t in text.tokens if t.text == "Roe"))] == [
        "Carl Roe Jr."
    ]
