"""Any text at all -> the line from input to events gives records that hold together, or says why there are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import dateline.articles
import dateline.events
import dateline.quotes
import dateline.text
from dateline.config import Config
from dateline.records import (
    EVENT_TYPES,
    STATUSES,
    Article,
    Mention,
    Quotation,
    RawDocument,
    Rejected,
    content_id,
    from_json,
    to_json,
)
from dateline.resolvers import Resolvers

Line = Callable[[RawDocument], tuple[Article, tuple[Quotation, ...], tuple[Mention, ...]] | None]


@pytest.fixture(scope="session")
def line() -> Line:
    """One raw document through the stages, as a build does it; None where it is rejected."""
    config = Config()
    resolvers = Resolvers.load(config)
    read = dateline.articles.make(config, resolvers)
    parse = dateline.text.make(config, resolvers)
    quotations_of = dateline.quotes.make(config, resolvers)
    events_of = dateline.events.make(config, resolvers)

    def run(raw: RawDocument) -> tuple[Article, tuple[Quotation, ...], tuple[Mention, ...]] | None:
        article = read(raw)
        if isinstance(article, Rejected):
            assert article.code and article.detail
            return None
        (text,) = parse([article])
        quotations = quotations_of(text)
        return article, quotations, events_of(text, quotations)

    return run


NAMES = [
    "Ada Brandt",
    "Mr. Oss",
    "Moscow",
    "the two leaders",
    "President Brandt",
    "a senior official",
    "The Kremlin",
]
VERBS = [
    "said",
    "met",
    "told",
    "refused to meet",
    "will attack",
    "accused",
    "called off",
    "according to",
    "who",
    "and",
]
DAYS = [
    "Monday",
    "on September 5, 2016",
    "last year",
    "WASHINGTON, March 4 (Wire) -",
    "tomorrow",
    "99 January",
]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[",
    "--",
    "—",
    "…",
    ",",
    ".",
    "?!",
    ":",
    ";",
    "\n",
    "\n\n",
]
words = st.sampled_from([*NAMES, *VERBS, *DAYS, *MARKS, *MARKS])
prose = st.lists(st.one_of(words, st.text(max_size=6)), max_size=60).map(" ".join)
wild = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


def raw(content: str, media: Any = "text") -> RawDocument:
    return RawDocument("any.txt", content_id("raw", content), media, content)


def holds(article: Article, quotations: tuple[Quotation, ...], mentions: tuple[Mention, ...]) -> None:
    """Spans slice back, types and statuses are known, records survive JSON, ids are single."""
    for quotation in quotations:
        found = [quotation.content, quotation.cue, quotation.source, *quotation.pieces]
        found += [ref.span for ref in (quotation.speaker, quotation.addressee, *quotation.via) if ref]
        for span in found:
            assert span is None or article.text[span.start : span.end] == span.text
        assert from_json(Quotation, to_json(quotation)) == quotation
    for mention in mentions:
        refs = (*mention.source, *mention.target, *mention.reported_by)
        for span in (mention.trigger, mention.evidence, *(ref.span for ref in refs)):
            assert span is None or article.text[span.start : span.end] == span.text
        assert mention.type in EVENT_TYPES and mention.status in STATUSES
        assert from_json(Mention, to_json(mention)) == mention
    for group in (quotations, mentions):
        ids = [record.id for record in group]
        assert len(set(ids)) == len(ids)


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(prose, prose, wild))
@example("“")
@example("President Brandt said “he met ‘Oss’ on Monday, \n\n“and then” he left, Mr. Oss told the BBC.")
def test_any_text_gives_records_that_hold_together(line: Line, content: str) -> None:
    found = line(raw(content))
    if found is not None:
        holds(*found)


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(prose)
def test_words_after_a_sound_article_do_not_break_it(line: Line, content: str) -> None:
    sound = (
        "The foreign ministers of two neighbouring states met on Monday in the capital to discuss their border. "
        "“We agreed on nothing,” one of them said after the talks, which lasted for more than three hours. "
        "A second meeting is planned for the spring, and the ministry has asked the other side for a list of names.\n\n"
    )
    found = line(raw(f"Ministers meet\n\n{sound}{content}\n"))
    assert found is not None
    holds(*found)
    article, quotations, _ = found
    assert "“We agreed on nothing,”" in article.text
    assert any("We agreed on nothing" in quotation.content.text for quotation in quotations)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    prose,
    st.sampled_from(["<p>{}</p>", "<html><body><article><h1>{}</h1><p>{}", "<!--{}", "<title>{}</title>"]),
)
def test_any_page_gives_records_that_hold_together(line: Line, content: str, page: str) -> None:
    found = line(raw(page.replace("{}", content), "html"))
    if found is not None:
        holds(*found)
