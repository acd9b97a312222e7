"""Strips of links inside a sentence are not parsed, and everything else still slices back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Article
from dateline.syntax import Text
from dateline.text.adapter import SpacyParser
from dateline.text.strips import without_strips

Read = Callable[..., Text]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            "Chairman Piet Aldern Pieter (Piet) Jan AldernSenate waits for the bill Five takeaways MORE (D-Ohio) left.",
            "Chairman Piet Aldern (D-Ohio) left.",
        ),
        ("Joan Pell Joan Mary Pell2020 hopefuls head north 'No' to the tax MORE's plan fell.", "Joan Pell's plan fell."),
        ("Speaker Ann Olde Ann Rose Olde Voters should say no Mayor and family on stage MORE said.", "Speaker Ann Olde said."),
        ("Piet Aldern Jr. Pieter (Piet) AldernThe Memo: who leads now MORE spoke.", "Piet Aldern Jr. spoke."),
        ("What John Marsh John Neely MarshMORE asks for is more.", "What John Marsh asks for is more."),
        (
            "Piet Aldern Pieter Jan AldernHouse votes MORE and Joan Pell Joan Mary PellSenate votes MORE met.",
            "Piet Aldern and Joan Pell met.",
        ),
    ],
)  # fmt: skip
def test_a_strip_is_left_out(words: str, kept: str) -> None:
    assert without_strips(words, 0).words == kept


@pytest.mark.parametrize(
    "words",
    [
        "Joan Pell and Piet Aldern want MORE money.",
        "Joan Pell met Tom Pell before the vote and asked for MORE.",
        "Your solution, Mr. Pell, Mr. Pell's friends said, is MORE POWER for them.",
        "Joan Pell spoke. LEARN MORE",
    ],
)
def test_what_is_no_strip_stays(words: str) -> None:
    assert without_strips(words, 0).words == words


def test_the_sentence_is_whole_and_names_are_clean(read: Read) -> None:
    text = read(
        "Chairman Piet Aldern Pieter (Piet) Jan AldernSenate waits. Pell: 'No way' MORE (D-Ohio) has left the hall. "
        "Joan Pell Joan Mary PellHouse votes MORE's aides stayed."
    )
    assert [text.sentence_span(s.start).text[:8] for s in text.sentences] == ["Chairman", "Joan Pel"]
    assert [text.words(n.start, n.end) for n in text.names if n.label == "PERSON"] == [
        "Piet Aldern",
        "Joan Pell",
    ]
    aides = [e.name for e in text.entities if e.kind == "group"]
    assert aides == ["Joan Pell's aides"]


_PARTS = st.lists(
    st.sampled_from(
        [
            "Joan Pell ",
            "Joan Pell Joan Mary PellHouse votes MORE ",
            "Ann Olde Ann OldeThe 'Memo' | MORE's ",
            "spoke. ",
            "MORE ",
            "(D-Ohio), ",
            "\n",
            "Marsh Tom MarshMORE",
            "U.S.",
        ]
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(_PARTS)
def test_every_token_slices_back(
    parser: SpacyParser, make_article: Callable[..., Article], parts: list[str]
) -> None:
    words = "".join(parts)
    text = next(parser.parse([make_article(words)]))
    assert all(token.text == words[token.start : token.end] for token in text.tokens)
    assert all(a.end <= b.start for a, b in zip(text.tokens, text.tokens[1:], strict=False))
    inside = [t for t in text.tokens for low, high in text.left_out if t.start < high and low < t.end]
    assert all(
        t.start < low and high < t.end
        for t in inside
        for low, high in text.left_out
        if t.start < high and low < t.end
    )


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("ALDERN, Ill.—The driver appeared in court.", "Ill."),
        ("PELL, Fla.–Two men were held.", "Fla."),
    ],
)
def test_a_dash_glued_to_an_abbreviation_parts_the_two(read: Read, words: str, token: str) -> None:
    found = [t.text for t in read(words).tokens]
    assert found[2] == token and found[3] in "—–" and found[4] in ("The", "Two")
