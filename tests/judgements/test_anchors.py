"""An anchor finds its words again: where they moved, were set differently, or stand twice; and not where they are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.judgements import Passage, find, passage
from dateline.judgements.anchors import AROUND
from dateline.records import Article

Make = Callable[..., Article]
TEXT = (
    "The envoy of Vellan met her colleague of Kastria in the harbour town on Monday.\n\n"
    "Both sides said that they would meet again.\n\nA week earlier the minister met the mayor of the harbour town."
)


def anchored(article: Article, words: str, nth: int = 0) -> Passage:
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return passage(article, start, start + len(words), "mention", "men_1")


def test_an_anchor_has_32_code_points_on_either_side(make_article: Make) -> None:
    anchor = anchored(make_article(TEXT), "met")
    assert anchor.prefix == "The envoy of Vellan "[-AROUND:]
    assert anchor.suffix == TEXT[23 : 23 + AROUND]
    assert (anchor.exact, anchor.start, anchor.end) == ("met", 20, 23)


@pytest.mark.parametrize(
    ("words", "nth", "edit", "expected"),
    [
        pytest.param("met", 0, lambda t: t, "met her", id="nothing changed"),
        pytest.param("met", 0, lambda t: "An editor's note comes first now.\n\n" + t, "met her", id="moved"),
        pytest.param("met", 1, lambda t: "Note.\n\n" + t, "met the mayor", id="the second of two"),
        pytest.param(
            "met", 0, lambda t: t.replace("her colleague", "her old colleague"), "met her old", id="reworded beside it"
        ),
        pytest.param(
            "they would meet again", 0, lambda t: t.replace("would meet", "would\nmeet"), "they would\nmeet", id="a line break"
        ),
        pytest.param("met", 0, lambda t: t.replace("The envoy of Vellan met her colleague of Kastria", "Rain fell"), None, id="the sentence is gone"),
        pytest.param("met", 0, lambda t: t.replace(" met ", " metal "), None, id="only inside another word"),
    ],
)  # fmt: skip
def test_words_are_found_again(
    make_article: Make, words: str, nth: int, edit: Callable[[str], str], expected: str | None
) -> None:
    anchor = anchored(make_article(TEXT), words, nth)
    now = make_article(edit(TEXT))
    place = find(anchor, now)
    if expected is None:
        assert place is None
    else:
        assert place is not None
        assert now.text[place[0] :].startswith(expected)


def test_quotation_marks_and_dashes_may_be_set_differently(make_article: Make) -> None:
    words = "'No deal' - not now, she said"
    anchor = anchored(make_article(f"Asked, {words}."), words)
    now = make_article("Asked again, ‘No deal’ – not now, she said.")
    assert find(anchor, now) == (13, 13 + len(words))


@given(before=st.text(max_size=80), words=st.text(min_size=1, max_size=60), after=st.text(max_size=80))
def test_in_its_own_article_an_anchor_finds_its_own_place(before: str, words: str, after: str) -> None:
    text = before + words + after
    article = Article("art_1", "a.txt", "f" * 64, None, None, None, (), None, _undated(), None, text)
    anchor = passage(article, len(before), len(before) + len(words), "mention", "men_1")
    assert find(anchor, article) == (len(before), len(before) + len(words))


@given(before=st.text(max_size=40), after=st.text(max_size=40), moved=st.text("ab \n", max_size=30))
def test_a_moved_passage_is_found(before: str, after: str, moved: str) -> None:
    words = "the treaty of the seven harbours was signed at last"
    assume(words not in before + after)
    text = f"{before} {words} {after}"
    article = Article("art_1", "a.txt", "f" * 64, None, None, None, (), None, _undated(), None, text)
    anchor = passage(article, len(before) + 1, len(before) + 1 + len(words), "mention", "men_1")
    now = replace(article, sha256="e" * 64, text=f"{moved} {text}")
    place = find(anchor, now)
    assert place is not None
    assert now.text[slice(*place)] == words


def _undated():  # type: ignore[no-untyped-def]
    from dateline.records import UNDATED

    return UNDATED
