"""Names the parser set apart or ran together are joined as they are meant; what it read right stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Article
from dateline.syntax import Text
from dateline.text.adapter import SpacyParser
from dateline.text.lexicon import Lexicon
from dateline.text.mend import mend

MOVED = [
    # an owner in s before a bare apostrophe
    ("He attacked Democrats’ plan and Roberts’ record.", "Roberts", "poss", "record"),
    ("Reporters asked about Matthews’ call for an inquiry.", "Matthews", "poss", "call"),
    ("Reporters asked about Matthews’ call for an inquiry.", "call", "pobj", "about"),
    ("The governor rejected Collins’ demand for a recount.", "Collins", "poss", "demand"),
    ("They quoted Ellis’ former aide, a lawyer from Lindholt.", "Ellis", "poss", "aide"),
    ("They quoted Ellis’ former aide, a lawyer from Lindholt.", "aide", "dobj", "quoted"),
    ("Voters in Adams’ district want a recount.", "Adams", "poss", "district"),
    # people in a list, each taken for an apposition
    ("Republican Sens. Tom Lee, Eve Pell and Ann Roe sent a letter to President Harrow.", "Pell", "conj", "Lee"),
    ("Sens. Mark Harrow, Olga Marsh and Peter Lund wrote to the governor.", "Marsh", "conj", "Harrow"),
    ("Reps. Ann Roe of Ohio, Tom Lee of Iowa and Eve Pell of Texas voted no.", "Lee", "conj", "Roe"),
    # the place and agency that open a report
    ("Washington (CNN) - House Speaker Tom Lee said he was worried.", "Lee", "nsubj", "said"),
    ("Washington (CNN) Dr. Anthony Roe, the top adviser, told senators to wait.", "Roe", "nsubj", "told"),
    # what is joined to a group, not to the one named of it
    ("The government accused nationalist leaders, including Ann Roe, and cultural activists of treason.",
     "activists", "conj", "leaders"),
    ("Police arrested union organizers, including Tom Lee, and foreign reporters in Lima.",
     "reporters", "conj", "organizers"),
    ("The army freed hostages, including Ann Marsh, and several aid workers.", "workers", "conj", "hostages"),
]  # fmt: skip
KEPT = [
    "He called it a 'plan for the Saints' on Monday.",
    "Tom Lee, a senator, and Eve Pell left.",
    "The mayor's brother, Tom Lee, praised him.",
    "He met officials including Ann Roe and foreign envoys.",
    "Lima (Peru) said it would vote.",
]


def _text(parser: SpacyParser, make_article: Callable[..., Article], sentence: str) -> tuple[Text, Text]:
    bare = next(parser.parse([make_article(sentence)]))
    return bare, mend(bare, Lexicon.load())


@pytest.mark.parametrize(("sentence", "name", "dep", "head"), MOVED)
def test_joined(
    parser: SpacyParser, make_article: Callable[..., Article], sentence: str, name: str, dep: str, head: str
) -> None:
    bare, text = _text(parser, make_article, sentence)
    token = next(t for t in text.tokens if t.text == name)
    assert (token.dep, text.tokens[token.head].text) == (dep, head)
    assert bare is not text
    for word in text.tokens:
        assert word.head == word.i or word.i in text.children[word.head]
    assert text.span(*text.edges(text.sentences[0].root)).text == sentence


@pytest.mark.parametrize("sentence", KEPT)
def test_kept(parser: SpacyParser, make_article: Callable[..., Article], sentence: str) -> None:
    bare, text = _text(parser, make_article, sentence)
    assert text is bare
