"""Outlets of a story -> who led with a fact, told it, told it late, omitted it, and when nothing may be said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.links import link
from dateline.records import Article, Comparison, Event, Loaded, Mention, Quotation, Span, to_json
from dateline.stories.compare import compare
from dateline.stories.coverage import Cell, Row, by_outlet, quotation_rows, row_of
from dateline.stories.neutral import with_neutral
from dateline.stories.passages import content_words, merged, sentences, within
from dateline.stories.presence import actor_rows, speaker_rows
from dateline.stories.report import report
from dateline.stories.telling import tell

LEAD = "Ana Brandt met Piet Oss in Aldmoor."
BODY = (
    f"{LEAD}\n\nThe two spoke of fishing rights for an hour. They shook hands before the cameras.\n\n"
    "Guards had locked the envoy's driver in a boathouse overnight. Nobody in the harbour office explained the padlock."
)
PLAIN = f"{LEAD}\n\nThe two spoke of fishing rights for an hour, and they shook hands."


def row(
    make: Callable[..., Article], days: Callable[..., object], told: str, silent: str, at: int = 0
) -> Row:
    articles = [
        make("Xxxxxxxx. " * 10, outlet="Ledger", published=days(told)),
        make("Yyyyyyyy. " * 10, outlet="Wire", published=days(silent)),
    ]
    passages = {articles[0].id: [Span(at, at + 10, articles[0].text[at : at + 10])]}
    found = row_of("evt_1", "a title", by_outlet(articles), passages)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("told", "silent", "wanted"),
    [
        ("2020-03-04", "2020-03-04", "omitted"),
        ("2020-03-04", "2020-03-06", "omitted"),
        ("2020-03-04", "2020-03-11", "omitted"),
        ("2020-03-04", "2020-03-03", "not comparable"),  # it could not know
        ("2020-03-04", "2020-03-20", "not comparable"),  # another day's news
        ("2020-03-04", "", "not comparable"),
        ("", "2020-03-04", "not comparable"),
        ("2020-03-04", "2020-03-01..2020-03-31", "not comparable"),
        ("2020-03-04..2020-03-06", "2020-03-05", "omitted"),
    ],
)
def test_when_silence_is_an_omission(
    told: str, silent: str, wanted: str, make_article: Callable[..., Article], days: Callable[..., object]
) -> None:
    cells = {cell.outlet: cell for cell in row(make_article, days, told, silent).cells}
    assert cells["Wire"].state == wanted
    assert bool(cells["Wire"].why) == (wanted == "not comparable")


@pytest.mark.parametrize(
    ("at", "wanted"), [(0, "led"), (40, "reported"), (66, "reported"), (67, "late"), (90, "late")]
)
def test_place_in_the_article(
    at: int, wanted: str, make_article: Callable[..., Article], days: Callable[..., object]
) -> None:
    cell = row(make_article, days, "2020-03-04", "2020-03-04", at).cells[0]
    assert (cell.state, cell.position, cell.share) == (wanted, at / 100, 0.1)


def test_only_in_needs_somebody_who_could_have_told() -> None:
    told, silent = Cell("A", "led"), Cell("B", "omitted")
    assert Row("k", "t", (told, silent)).only_in == "A"
    assert Row("k", "t", (told, Cell("B", "not comparable"))).only_in is None
    assert Row("k", "t", (told, Cell("B", "late"), Cell("C", "omitted"))).only_in is None


def story(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> tuple[list[Article], list[Event], dict[str, Mention]]:
    articles = [
        make_article(BODY, outlet="Ledger", published=days("2020-03-04")),
        make_article(PLAIN, outlet="Wire", published=days("2020-03-05")),
    ]
    lock = BODY.index("Guards")
    mentions = [
        make_mention(articles[0], "Ana Brandt", "Piet Oss", "2020-03-04", at=11, sentence=LEAD),
        make_mention(articles[1], "Ana Brandt", "Piet Oss", "2020-03-04", at=11, sentence=LEAD),
        make_mention(
            articles[0], "Kastria", "Vellan", "2020-03-03", type_="COERCE", trigger="locked", at=lock + 11
        ),
    ]
    linked = link(Corpus(tuple(articles), (), tuple(mentions)))
    return articles, list(linked.events), {mention.id: mention for mention in linked.corpus.mentions}


def nothing(article: Article, quotations: object) -> tuple[Loaded, ...]:
    return ()


def test_the_record_says_reported_or_omitted(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles, events, mentions = story(make_article, make_mention, days)
    found = compare(articles, events, (), mentions, nothing)
    rows = {event.type: dict(dict(found.events)[event.id]) for event in events}
    assert rows == {
        "CONSULT": {"Ledger": "reported", "Wire": "reported"},
        "COERCE": {"Ledger": "reported", "Wire": "omitted"},
    }


def test_a_passage_of_which_nobody_else_has_the_particulars(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles, events, mentions = story(make_article, make_mention, days)
    meeting = [event for event in events if event.type == "CONSULT"]
    found = compare(articles, meeting, (), mentions, nothing).only_in
    assert {item.outlet for item in found} == {"Ledger"}
    assert [item.span.text.split()[0] for item in found] == ["Guards", "Nobody"]
    assert all(BODY[item.span.start : item.span.end] == item.span.text for item in found)


def test_what_may_be_told_in_other_words_is_not_omitted(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    said = "Piet Oss accused Ana Brandt of hiding quotas in the treaty."
    other = f"{LEAD} Oss spoke of hidden quotas that Brandt put into the treaty."
    articles = [
        make_article(f"{LEAD} {said}", outlet="Ledger", published=days("2020-03-04")),
        make_article(other, outlet="Wire", published=days("2020-03-04")),
    ]
    at = articles[0].text.index("accused")
    mention = make_mention(
        articles[0], "Piet Oss", "Ana Brandt", "2020-03-04", type_="ACCUSE", trigger="accused", at=at
    )
    sentence = Span(len(LEAD) + 1, len(LEAD) + 1 + len(said), said)
    mention = replace(mention, evidence=sentence)
    linked = link(Corpus(tuple(articles), (), (mention,)))
    found = compare(articles, linked.events, (), {m.id: m for m in linked.corpus.mentions}, nothing)
    assert dict(dict(found.events)[linked.events[0].id]) == {"Ledger": "reported"}


def test_one_outlet_compares_nothing(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles, events, mentions = story(make_article, make_mention, days)
    assert compare(articles[:1], events, (), mentions, nothing) == Comparison()


def test_neutral_words_of_another_outlet(make_article: Callable[..., Article]) -> None:
    ours = make_article("The dictator Olan Brisk fled. A regime fell in Kastria.", outlet="Ledger")
    other = make_article("Shots were heard as President Olan Brisk left. Rain fell.", outlet="Wire")
    marks = [
        Loaded(ours.id, Span(4, 12, "dictator"), "label"),
        Loaded(ours.id, Span(32, 38, "regime"), "label"),
    ]
    found = with_neutral(marks, [ours, other], (), {}, {})
    assert (found[0].neutral, found[0].neutral_article_id) == ("President", other.id)
    assert other.text[found[0].neutral_start or 0 :].startswith("President")
    assert found[1] == marks[1], "no name stands beside both"


def test_neutral_words_in_a_quotation_are_nobodys(
    make_article: Callable[..., Article], make_quotation: Callable[..., Quotation]
) -> None:
    ours = make_article("The dictator Olan Brisk fled.", outlet="Ledger")
    words = "President Olan Brisk left"
    other = make_article(f"“{words}”, she said.", outlet="Wire")
    quotation = make_quotation(other, words, at=1)
    mark = Loaded(ours.id, Span(4, 12, "dictator"), "label")
    assert with_neutral([mark], [ours, other], (), {}, {other.id: [quotation]}) == (mark,)


def test_words_that_several_quote(
    make_article: Callable[..., Article],
    make_quotation: Callable[..., Quotation],
    days: Callable[..., object],
) -> None:
    words = "The boats will sail again in April"
    articles = [
        make_article(f"{'x' * 100}. {words}", outlet="Ledger", published=days("2020-03-04")),
        make_article(f"{words} {'y' * 100}", outlet="Wire", published=days("2020-03-04")),
        make_article("z" * 100, outlet="Mail", published=days("2020-03-05")),
        make_article("w" * 100, outlet="Post", published=days("2020-02-05")),
    ]
    quotations = [
        replace(make_quotation(articles[0], words, at=102), same_as="same_1"),
        replace(make_quotation(articles[1], words, at=0), same_as="same_1"),
        make_quotation(articles[2], "z" * 9),
    ]
    (found,) = quotation_rows(articles, quotations)
    states = {cell.outlet: cell.state for cell in found.cells}
    assert (found.key, found.title) == ("same_1", words)
    assert states == {"Ledger": "late", "Wire": "led", "Mail": "omitted", "Post": "not comparable"}


def test_who_is_quoted_and_who_only_paraphrased(
    make_article: Callable[..., Article], make_quotation: Callable[..., Quotation]
) -> None:
    first, second = make_article("a" * 40, outlet="Ledger"), make_article("b" * 40, outlet="Wire")
    quoted = make_quotation(first, "a" * 12, "Ana Brandt")
    told = make_quotation(second, "b" * 9, "Ana Brandt")
    told = replace(told, kind="indirect")
    (speaker,) = speaker_rows([first, second], [quoted, told])
    assert speaker.name == "Ana Brandt"
    assert [(c.outlet, c.voice, c.quoted, c.paraphrased, c.length) for c in speaker.cells] == [
        ("Ledger", "quoted", 1, 0, 12),
        ("Wire", "paraphrased", 0, 1, 0),
    ]


def test_an_actor_is_named_wherever_the_surname_stands(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles = [
        make_article("Ana Brandt met Piet Oss.", outlet="Ledger", published=days("2020-03-04")),
        make_article("Mr. Oss arrived late.", outlet="Wire", published=days("2020-03-04")),
    ]
    mention = make_mention(articles[0], "Ana Brandt", "Piet Oss", "2020-03-04", at=11)
    linked = link(Corpus(tuple(articles), (), (mention,)))
    rows = {
        r.title: [c.state for c in r.cells]
        for r in actor_rows(articles, linked.events, {m.id: m for m in linked.corpus.mentions}, ())
    }
    assert rows == {"Ana Brandt": ["led", "omitted"], "Piet Oss": ["led", "led"]}


def test_the_report_holds_what_the_record_says(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    articles, _, mentions = story(make_article, make_mention, days)
    told = tell(link(Corpus(tuple(articles), (), tuple(mentions.values()))))
    (one,) = told.stories
    found = report(one, told.linked.corpus.articles, told.linked.events, mentions, ())
    assert found.compares
    assert {r.key: {c.outlet: c.state for c in r.cells} for r in found.events}.keys() == dict(
        one.comparison.events
    ).keys()
    for line in found.events:
        record = dict(dict(one.comparison.events)[line.key])
        assert set(line.told_by) == {o for o, v in record.items() if v == "reported"}
        assert set(line.omitted_by) == {o for o, v in record.items() if v == "omitted"}
    assert found.only_in == one.comparison.only_in
    assert [space.outlet for space in found.outlets] == ["Ledger", "Wire"]
    assert found.outlets[0].from_ == dt.date(2020, 3, 4)
    states = {row["title"]: row["cells"][0]["state"] for row in to_json(found)["events"]}
    assert sorted(states.values()) == ["led", "reported"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Mr. Oss met the U.S. envoy. He left.", ["Mr. Oss met the U.S. envoy.", "He left."]),
        ("“Go!” she said. Then nothing.", ["“Go!” she said.", "Then nothing."]),
        ("A line\n\nAnother", ["A line", "Another"]),
        ("It cost 4.5 million. Good.", ["It cost 4.5 million.", "Good."]),
        ("", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [span.text for span in sentences(text)] == wanted


@given(st.text(alphabet="Ab .!?\n“”", max_size=80))
def test_sentences_slice_back_and_lose_nothing(text: str) -> None:
    found = sentences(text)
    assert all(text[span.start : span.end] == span.text for span in found)
    assert "".join("".join(span.text for span in found).split()) == "".join(text.split())


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=8),
    st.integers(0, 50),
    st.integers(0, 20),
)
def test_joined_stretches_cover_what_they_covered(
    places: list[tuple[int, int]], start: int, length: int
) -> None:
    stretches = sorted((a, a + b) for a, b in places)
    covered = {i for a, b in stretches for i in range(a, b)}
    assert within(merged(stretches), start, start + length) == len(
        covered & set(range(start, start + length))
    )


def test_content_words_of_one_family_are_one() -> None:
    assert content_words("The negotiators negotiated") == content_words("negotiation")
    assert content_words("the and of with") == set()
