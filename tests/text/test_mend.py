"""Titles hang on the names they stand before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Article
from dateline.text.adapter import SpacyParser
from dateline.text.lexicon import Lexicon
from dateline.text.mend import mend

SENTENCES = [
    ("Tessarian Prime Minister Edmund Harrow and Velenian President Radomir Veskov met for 90 minutes on Friday.",
     "Veskov", "conj", "Harrow"),
    ("Republicans accused Barack Obama of hiding the report.", "Obama", "dobj", "accused"),
    ("On Friday President Radomir Veskov arrived in Lindholt.", "Veskov", "nsubj", "arrived"),
    ("Our correspondent in Lindholt, Radomir Veskov, was arrested on Friday.", "Veskov", "appos", "correspondent"),
    ("A spokesman for the harbour board, Radomir Veskov, refused.", "Veskov", "appos", "spokesman"),
    ("The special counsel Robert Roe indicted the aide.", "Roe", "nsubj", "indicted"),
    ("A pattern of men being killed by police and poor towns being robbed by officials enraged them.",
     "towns", "conj", "men"),
    ("A pattern of men being killed by police and soldiers enraged them.", "soldiers", "conj", "police"),
    ("Mr. Harrow met Ann Roe, Tom Lee, and Eve Pell.", "Lee", "conj", "Roe"),
    ("Ann Roe, the mayor, and Eve Pell left.", "mayor", "appos", "Roe"),
    ("A meeting between Mr. Harrow and Guatemalan President Jimmy Roe was canceled.", "Harrow", "pobj", "between"),
    ("A meeting between Mr. Harrow and Guatemalan President Jimmy Roe was canceled.", "Roe", "conj", "Harrow"),
    ("The organization Citizens for Clean Streets has filed a complaint.", "Citizens", "nsubj", "filed"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name", "dep", "head"), SENTENCES)
def test_a_title_hangs_on_its_name(
    parser: SpacyParser, make_article: Callable[..., Article], sentence: str, name: str, dep: str, head: str
) -> None:
    text = mend(next(parser.parse([make_article(sentence)])), Lexicon.load())
    token = next(t for t in text.tokens if t.text == name)
    assert (token.dep, text.tokens[token.head].text) == (dep, head)
    for word in text.tokens:
        assert word.head == word.i or word.i in text.children[word.head]
    assert text.span(*text.edges(text.sentences[0].root)).text == sentence


def test_a_comma_keeps_an_apposition(parser: SpacyParser, make_article: Callable[..., Article]) -> None:
    bare = next(parser.parse([make_article("The president, Radomir Veskov, arrived in Lindholt on Friday.")]))
    assert mend(bare, Lexicon.load()) is bare
