"""Mentions and quotations of several articles -> the events and shared words they make."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Callable, Sequence

import pytest

from dateline.corpus import Corpus, Linked
from dateline.links import link
from dateline.records import Article, Event, Mention, Quotation, to_json

Make = Callable[..., Mention]
Day = Callable[..., object]


def linked(
    articles: Sequence[Article], mentions: Sequence[Mention] = (), quotations: Sequence[Quotation] = ()
) -> Linked:
    return link(Corpus(tuple(articles), tuple(quotations), tuple(mentions)))


def groups(result: Linked) -> set[frozenset[str]]:
    return {frozenset(event.mentions) for event in result.events}


@pytest.fixture
def papers(make_article: Callable[..., Article], days: Day) -> list[Article]:
    return [
        make_article(
            f"Paper number {n}", outlet=f"Paper {n}", title=f"Title {n}", published=days(f"2020-03-0{n}")
        )
        for n in range(1, 6)
    ]


PAIRS = [
    # first mention, second mention, one event?
    (("Ana Brandt", "Piet Oss", "2020-03-04"), ("Piet Oss", "Ana Brandt", "2020-03-04"), {}, {}, True),
    (("Ana Brandt", "Piet Oss", "2020-03-04"), ("Vellan", "Kastria", "2020-03-04"), {}, {}, True),
    (("Ana Brandt", "Piet Oss", "2020-03-04"), ("Ana Brandt", "Piet Oss", "2020-05-04"), {}, {}, False),
    (("Ana Brandt", "Piet Oss", "2020-03-04"), ("Ana Brandt", "Morran", "2020-03-04"), {}, {}, False),
    (
        ("Ana Brandt", "Piet Oss", "2020-03-04"),
        ("Ana Brandt", "Piet Oss", "2020-03-01..2020-03-31"),
        {},
        {},
        True,
    ),
    (
        ("Ana Brandt", "Piet Oss", "2020-03-20..2020-03-21"),
        ("Ana Brandt", "Piet Oss", "2020-03-01..2020-03-31"),
        {"status": "planned"},
        {"status": "cancelled"},
        True,
    ),
    (
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        {"status": "happened"},
        {"status": "cancelled"},
        False,
    ),
    (
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        {"type_": "CONSULT"},
        {"type_": "REJECT", "status": "refused"},
        False,
    ),
    (
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        ("Ana Brandt", "Piet Oss", "2020-03-20"),
        {"place": "Aldmoor/XVE"},
        {"place": "Hest/XKA"},
        False,
    ),
    (
        ("Vellan", "Kastria", "2020-03-04"),
        ("Kastria", "Vellan", "2020-03-04"),
        {"type_": "ACCUSE"},
        {"type_": "ACCUSE"},
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "more_one", "more_other", "same"), PAIRS)
def test_two_reports_are_one_event(
    papers: list[Article],
    make_mention: Make,
    one: tuple,
    other: tuple,
    more_one: dict,
    more_other: dict,
    same: bool,
) -> None:
    mentions = [make_mention(papers[0], *one, **more_one), make_mention(papers[1], *other, **more_other)]
    assert (len(linked(papers, mentions).events) == 1) is same


def test_a_chain_of_links_cannot_join_what_excludes_each_other(
    papers: list[Article], make_mention: Make
) -> None:
    first = make_mention(papers[0], "Ana Brandt", "Piet Oss", "2020-03-04")
    vague = make_mention(papers[1], "Ana Brandt", "Piet Oss", "2020-03-01..2020-03-31")
    later = make_mention(papers[2], "Ana Brandt", "Piet Oss", "2020-03-25")
    result = linked(papers, [first, vague, later])
    assert not any({first.id, later.id} <= set(event.mentions) for event in result.events)
    assert sum(len(event.mentions) for event in result.events) == 3


def test_planned_then_cancelled_is_one_event_with_a_history(
    papers: list[Article], make_mention: Make
) -> None:
    planned = make_mention(
        papers[0], "Ana Brandt", "Piet Oss", "2020-03-20", status="planned", trigger="to meet"
    )
    called_off = make_mention(
        papers[3], "Ana Brandt", "Piet Oss", "2020-03-01..2020-03-31", status="cancelled"
    )
    (event,) = linked(papers, [planned, called_off]).events
    assert [(step.status, step.as_of) for step in event.status_history] == [
        ("planned", dt.date(2020, 3, 1)),
        ("cancelled", dt.date(2020, 3, 4)),
    ]
    assert event.status == "cancelled"
    assert (event.when.earliest, event.when.latest) == (dt.date(2020, 3, 20), dt.date(2020, 3, 20))
    assert event.outlets == ("Paper 1", "Paper 4")


def test_links_explain_themselves(papers: list[Article], make_mention: Make) -> None:
    mentions = [make_mention(p, "Ana Brandt", "Piet Oss", "2020-03-04") for p in papers[:2]]
    (event,) = linked(papers, mentions).events
    ((left, right, reason),) = event.links
    assert {left, right} == {m.id for m in mentions}
    assert "same sides 1.0 x 4" in reason


def test_copies_count_once(make_article: Callable[..., Article], make_mention: Make, days: Day) -> None:
    wire = make_article("wire", outlet="Wire", published=days("2020-03-04"))
    copy = dataclasses.replace(
        make_article("copy", outlet="Copyist", published=days("2020-03-04")), copy_of=wire.id
    )
    own = make_article("own", outlet="Own", published=days("2020-03-05"))
    mentions = [make_mention(a, "Ana Brandt", "Piet Oss", "2020-03-04") for a in (wire, copy, own)]
    (event,) = linked([wire, copy, own], mentions).events
    assert len(event.outlets) == 3
    assert event.independent_sources == 2


def test_where_accounts_differ(papers: list[Article], make_mention: Make) -> None:
    mentions = [
        make_mention(
            papers[0], "Ana Brandt", "Piet Oss", "2020-03-04", place="Aldmoor/XVE", said="Wednesday"
        ),
        make_mention(papers[1], "Ana Brandt", "Piet Oss", "2020-03-05", place="Lenn/XVE", said="Thursday"),
    ]
    assert mentions[1].where is not None
    mentions[1] = dataclasses.replace(mentions[1], where=dataclasses.replace(mentions[1].where, lat=3.0))
    (event,) = linked(papers, mentions).events
    assert [gap.field for gap in event.discrepancies] == ["when", "where"]
    assert {claim.value for claim in event.discrepancies[1].values} == {"Aldmoor", "Lenn"}
    near = dataclasses.replace(mentions[1], where=dataclasses.replace(mentions[1].where, lat=1.1))
    (event,) = linked(papers, [mentions[0], near]).events
    assert [gap.field for gap in event.discrepancies] == ["when"]


def test_any_order_gives_the_same(
    papers: list[Article], make_mention: Make, make_quotation: Callable[..., Quotation]
) -> None:
    mentions = [
        make_mention(papers[0], "Ana Brandt", "Piet Oss", "2020-03-04"),
        make_mention(papers[1], "Vellan", "Kastria", "2020-03-04"),
        make_mention(papers[2], "Ana Brandt", "Piet Oss", "2020-03-01..2020-03-31"),
        make_mention(papers[3], "Ana Brandt", "Piet Oss", "2020-03-25"),
    ]
    quotations = [
        make_quotation(p, "we will not sign a treaty that nobody can verify", "Ana Brandt")
        for p in papers[:3]
    ]
    wanted = None
    for order in itertools.permutations(range(4)):
        result = linked(papers, [mentions[i] for i in order], [quotations[i] for i in order if i < 3])
        told: tuple[Event, ...] = result.events
        found = (to_json(told), {q.id: q.same_as for q in result.corpus.quotations})
        wanted = wanted or found
        assert found == wanted


SAME = [
    (
        "We will not sign a treaty that nobody can verify",
        "We will not sign a treaty that nobody can verify",
        True,
    ),
    ("We will not sign a treaty that nobody can verify", "not sign a treaty that nobody can verify", True),
    (
        "The faster we provide some relief, the better off we are",
        "The faster we provide some [medical] relief, the better off we are",
        True,
    ),
    (
        "We will sign it. The treaty protects every fisherman on this coast",
        "The treaty protects every fisherman on this coast. We will sign it",
        True,
    ),
    (
        "We will not sign a treaty that nobody can verify",
        "The treaty will be signed when it can be verified by us",
        False,
    ),
    ("at the end of the day it is what it is", "at the end of the day it is what we have", False),
    ("gaps in the ledger", "There are gaps in the ledger that trouble us deeply", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_same_words(
    papers: list[Article], make_quotation: Callable[..., Quotation], one: str, other: str, same: bool
) -> None:
    quotations = [
        make_quotation(papers[0], one, "Ana Brandt"),
        make_quotation(papers[1], other, "Ana Brandt"),
    ]
    ids = [q.same_as for q in linked(papers, (), quotations).corpus.quotations]
    assert (ids[0] is not None and ids[0] == ids[1]) is same


def test_two_known_speakers_do_not_share_words(
    papers: list[Article], make_quotation: Callable[..., Quotation]
) -> None:
    words = "we will not sign a treaty that nobody can verify"
    quotations = [
        make_quotation(papers[0], words, "Ana Brandt"),
        make_quotation(papers[1], words, "Piet Oss"),
    ]
    assert all(q.same_as is None for q in linked(papers, (), quotations).corpus.quotations)


def test_an_undated_article_takes_the_week_of_a_dated_event(
    make_article: Callable[..., Article], make_mention: Make, days: Day
) -> None:
    dated = make_article("dated", outlet="Dated", published=days("2020-03-04"))
    undated = make_article("undated", outlet="Undated")
    mentions = [
        make_mention(
            dated,
            "Ana Brandt",
            "Piet Oss",
            "2020-03-04",
            place="Aldmoor/XVE",
            sentence="Brandt met Oss in Aldmoor",
        ),
        make_mention(
            undated,
            "Ana Brandt",
            "Piet Oss",
            "",
            said="on Wednesday",
            place="Aldmoor/XVE",
            sentence="Brandt met Oss in Aldmoor",
        ),
    ]
    result = linked([dated, undated], mentions)
    assert len(result.events) == 1
    published = {a.outlet: a.published for a in result.corpus.articles}["Undated"]
    assert (published.earliest, published.latest) == (dt.date(2020, 3, 4), dt.date(2020, 3, 10))
    assert published.basis == "linked"


def test_sides_alone_do_not_date_an_article(
    make_article: Callable[..., Article], make_mention: Make, days: Day
) -> None:
    dated = make_article("dated", outlet="Dated", published=days("2020-03-04"))
    undated = make_article("undated", outlet="Undated")
    mentions = [
        make_mention(dated, "Ana Brandt", "Piet Oss", "2020-03-04", sentence="Brandt met Oss about fish"),
        make_mention(
            undated, "Ana Brandt", "Piet Oss", "", said="on Wednesday", sentence="Oss saw Brandt over tariffs"
        ),
    ]
    result = linked([dated, undated], mentions)
    assert len(result.events) == 2
    assert not {a.outlet: a.published for a in result.corpus.articles}["Undated"].known
