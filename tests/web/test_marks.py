"""Text and spans -> HTML: whatever the spans, taking the tags away and unescaping gives back the text."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.web.marks import Mark, marked

TAG = re.compile(r"<[^<>]*>")
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
marks = st.lists(
    st.builds(
        Mark,
        st.integers(-5, 70),
        st.integers(-5, 70),
        st.sampled_from(["m-quote", "m-act", "m-place"]),
        texts,
        texts,
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(texts, marks, st.integers(0, 10))
def test_the_text_comes_back(text: str, found: list[Mark], offset: int) -> None:
    assert html.unescape(TAG.sub("", str(marked(text, found, offset)))) == html.unescape(html.escape(text))
    assert html.unescape(TAG.sub("", str(marked(text, found, offset)))) == text


@settings(max_examples=60, deadline=None)
@given(texts, marks)
def test_only_marks_and_anchors_come_out(text: str, found: list[Mark]) -> None:
    for tag in TAG.findall(str(marked(text, found))):
        assert re.fullmatch(
            r'</(mark|span)>|<span id="[^"]*">|<mark class="[a-z -]+"( id="[^"]*")?( title="[^"]*")?>', tag
        ), tag


@settings(max_examples=60, deadline=None)
@given(texts.filter(bool), st.integers(0, 60), st.integers(0, 60))
def test_a_mark_covers_its_span(text: str, start: int, end: int) -> None:
    out = str(marked(text, [Mark(start, end, "m-act")]))
    inside = re.findall(r'<mark class="m-act">(.*?)</mark>', out, re.DOTALL)
    assert [html.unescape(one) for one in inside] == ([text[start:end]] if text[start:end] else [])


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3, "a")], '<mark class="a">abc</mark>def'),
        (
            [(0, 4, "a"), (2, 6, "b")],
            '<mark class="a">ab</mark><mark class="a b">cd</mark><mark class="b">ef</mark>',
        ),
        (
            [(0, 6, "a"), (2, 4, "b")],
            '<mark class="a">ab</mark><mark class="a b">cd</mark><mark class="a">ef</mark>',
        ),
        ([(1, 3, "a"), (1, 3, "a")], 'a<mark class="a">bc</mark>def'),
        ([(4, 2, "a"), (9, 12, "b")], "abcdef"),
    ],
)
def test_overlaps(spans: list[tuple[int, int, str]], expected: str) -> None:
    assert str(marked("abcdef", [Mark(*span) for span in spans])) == expected


def test_a_long_text_with_many_marks_takes_no_time() -> None:
    text = "word <b> & " * 8_000
    found = [Mark(i, i + 400, f"m-{'abcde'[i % 5]}", "a title") for i in range(0, len(text), 11)]
    began = time.process_time()
    marked(text, found)
    assert time.process_time() - began < 3
