"""Whom quoted words speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline.about import with_subjects
from dateline.records import Quotation, Span
from dateline.syntax import Text

Read = Callable[[str], Text]

TABLE = [
    ("“France will not wait for Germany,” Angela Merkel said.", ["France", "Germany"]),
    (
        "Vladimir Putin arrived late. “He has insulted France,” Angela Merkel said.",
        ["Vladimir Putin", "France"],
    ),
    ("“It rained all night,” Angela Merkel said.", []),
]


@pytest.fixture(scope="session")
def read() -> Read:
    from dateline.config import load_config
    from dateline.pipeline import Line
    from dateline.records import UNDATED, Article

    config, line = load_config(), Line()
    reader = line.part("text")(config, line.part("resolvers")(config))

    def of(words: str) -> Text:
        article = Article(
            id="a", source="a", sha256="a", outlet=None, domain=None, title=None, byline=(), language="en",
            published=UNDATED, dateline_place=None, text=words,
        )  # fmt: skip
        return next(iter(reader([article])))

    return of


@pytest.mark.parametrize(("words", "expected"), TABLE)
def test_whom_the_words_speak_of(read: Read, words: str, expected: list[str]) -> None:
    text = read(words)
    start = words.index("“") + 1
    end = words.index(",”", start)
    quotation = Quotation(
        id="q", article_id="a", kind="direct", content=Span(start, end, words[start:end]), speaker=None, cue=None,
        addressee=None, via=(), rule="test", confidence=1.0,
    )  # fmt: skip
    (found,) = with_subjects(text, [quotation])
    assert [one.name for one in found.about] == expected
    for one in found.about:
        assert one.span and words[one.span.start : one.span.end] == one.span.text
        assert start <= one.span.start and one.span.end <= end


def test_the_speaker_is_not_a_subject_of_their_own_words(read: Read) -> None:
    words = "“Angela Merkel keeps her word, and so does France,” Angela Merkel said."
    text = read(words)
    start, end = 1, words.index(",”")
    (speaker,) = {
        one.name: one for one in (text.entity_ref(e.i, None) for e in text.entities if "Merkel" in e.name)
    }.values()
    quotation = Quotation(
        id="q", article_id="a", kind="direct", content=Span(start, end, words[start:end]), speaker=speaker, cue=None,
        addressee=None, via=(), rule="test", confidence=1.0,
    )  # fmt: skip
    (found,) = with_subjects(text, [quotation])
    assert [one.name for one in found.about] == ["France"]
