"""Arguments of a predicate through the constructions of English, on bare parses."""

from __future__ import annotations

import pytest

from dateline.events.grammar import doers, objects
from dateline.events.words import passive
from dateline.records import UNDATED, Article

CASES = [
    # sentence, verb, who does it, what it is done to
    ("Kenya attacked Uganda.", "attacked", ["Kenya"], ["Uganda"]),
    ("Uganda was attacked by Kenya.", "attacked", ["Kenya"], ["Uganda"]),
    ("Kenya, which attacked Uganda, fell silent.", "attacked", ["Kenya"], ["Uganda"]),
    ("The towns attacked by Kenya were empty.", "attacked", ["Kenya"], ["towns"]),
    ("Kenya refused to attack Uganda.", "attack", ["Kenya"], ["Uganda"]),
    ("Rwanda urged Kenya to attack Uganda.", "attack", ["Kenya"], ["Uganda"]),
    ("Rwanda persuaded Kenya to attack Uganda.", "attack", ["Kenya"], ["Uganda"]),
    ("Kenya was ordered to attack Uganda.", "attack", ["Kenya"], ["Uganda"]),
    ("Kenya crossed the lake and attacked Uganda.", "attacked", ["Kenya"], ["Uganda"]),
    ("Kenya fell silent after attacking Uganda.", "attacking", ["Kenya"], ["Uganda"]),
    ("Kenya's refusal to attack Uganda helped.", "attack", ["Kenya"], ["Uganda"]),
    ("Kenya and Rwanda attacked Uganda.", "attacked", ["Kenya", "Rwanda"], ["Uganda"]),
    ("Kenya attacked Uganda and Rwanda.", "attacked", ["Kenya"], ["Uganda", "Rwanda"]),
    ("Rwanda accused Kenya of attacking Uganda.", "attacking", ["Kenya"], ["Uganda"]),
]


@pytest.fixture(scope="module")
def parsed(parser):
    articles = [
        Article(
            id=str(n), source="t", sha256=str(n), outlet=None, domain=None, title=None, byline=(), language="en",
            published=UNDATED, dateline_place=None, text=case[0],
        )
        for n, case in enumerate(CASES)
    ]  # fmt: skip
    return list(parser.parse(articles))


@pytest.mark.parametrize("n", range(len(CASES)), ids=[case[0] for case in CASES])
def test_arguments(parsed, n):
    text = parsed[n]
    _, verb, who, what = CASES[n]
    i = next(token.i for token in text.tokens if token.text == verb)
    assert [text.tokens[k].text for k in doers(text, i)[0]] == who
    assert [text.tokens[k].text for k in objects(text, i)[0]] == what


def test_passive_is_told_from_perfect(parsed):
    assert not passive(parsed[0], 1)
    assert passive(parsed[1], 2)
