"""On whose word the reports of an event rest, and where accounts of it differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from dateline.corpus import Corpus
from dateline.links import link
from dateline.links.circles import rings
from dateline.links.origins import Basis, origins
from dateline.links.wordings import exchanged
from dateline.records import ActorRef, Article, Event, Mention, Quotation

Make = Callable[..., Mention]
DAY = "2020-03-04"


def said_by(name: str, kind: str = "media") -> tuple[ActorRef, ...]:
    return (ActorRef(f"act_{name.lower()}", name, kind=kind),)


@pytest.fixture
def papers(make_article: Callable[..., Article], days: Callable[..., object]) -> dict[str, Article]:
    return {
        name: make_article(f"text of {name}", outlet=name, published=days(f"2020-03-0{4 + number}"))
        for number, name in enumerate(("Wire", "Herald", "Globe"))
    }


@pytest.fixture
def report(make_mention: Make, papers: dict[str, Article]) -> Callable[..., Mention]:
    def make(paper: str, *, by: tuple[ActorRef, ...] = (), at: int = 0, **more: object) -> Mention:
        mention = make_mention(papers[paper], "Ana Brandt", "Piet Oss", DAY, at=at, **more)
        return dataclasses.replace(mention, reported_by=by)

    return make


def by_id(papers: dict[str, Article]) -> dict[str, Article]:
    return {article.id: article for article in papers.values()}


def test_reports_in_their_own_voice_are_origins(papers: dict, report: Callable[..., Mention]) -> None:
    found = origins([report("Wire"), report("Herald")], by_id(papers), {})
    assert found.count == 2
    assert {(kind, whom) for _, kind, whom in found.rows} == {("origin", "Wire"), ("origin", "Herald")}


@pytest.mark.parametrize("whom", ["Wire", "Spokesman"])
def test_reports_on_one_word_count_once(papers: dict, report: Callable[..., Mention], whom: str) -> None:
    word = said_by(whom, "media" if whom == "Wire" else "person")
    mentions = [
        report("Wire", by=() if whom == "Wire" else word),
        report("Herald", by=word),
        report("Globe", by=word),
    ]
    found = origins(mentions, by_id(papers), {})
    assert found.count == 1
    assert (papers["Globe"].id, "repeats", whom) in found.rows


def test_who_adds_to_what_it_repeats_is_an_origin(papers: dict, report: Callable[..., Mention]) -> None:
    mentions = [report("Wire"), report("Herald", by=said_by("Wire")), report("Herald", at=40)]
    found = origins(mentions, by_id(papers), {})
    assert found.count == 2
    assert (papers["Herald"].id, "adds to", "Wire") in found.rows


def test_words_of_one_unnamed_source_are_one_briefing(papers: dict, report: Callable[..., Mention]) -> None:
    shared = {papers[name].id: Basis(words=(("same_1", 9, "aide", None),)) for name in ("Wire", "Herald")}
    assert origins([report("Wire"), report("Herald"), report("Globe")], by_id(papers), shared).count == 2


def test_who_cites_in_a_circle_is_said(papers: dict, report: Callable[..., Mention]) -> None:
    mentions = [
        report("Wire", by=said_by("Globe")),
        report("Herald", by=said_by("Wire")),
        report("Globe", by=said_by("Herald")),
    ]
    found = origins(mentions, by_id(papers), {})
    assert found.count == 1
    assert {(row[0], row[2]) for row in found.rows if row[1] == "circular"} == {
        (papers["Wire"].id, "globe"),
        (papers["Herald"].id, "wire"),
        (papers["Globe"].id, "herald"),
    }
    straight = origins([*mentions[1:], report("Wire")], by_id(papers), {})
    assert not [row for row in straight.rows if row[1] == "circular"]


def test_what_was_taken_over_in_the_sentence_is_cited(papers: dict, report: Callable[..., Mention]) -> None:
    bases = {papers["Herald"].id: Basis(via=((5, "Wire"), (900, "Globe")))}
    mention = report("Herald", sentence="Ana Brandt met Piet Oss.")
    assert origins([mention], by_id(papers), bases).rows == ((papers["Herald"].id, "adds to", "Wire"),)


@pytest.mark.parametrize(
    ("start", "country", "count"), [(9, None, 1), (9, "XVE", 1), (9, "XMO", 2), (0, None, 2)]
)
def test_an_unnamed_source_vouches_for_what_was_told_before(
    papers: dict, report: Callable[..., Mention], start: int, country: str | None, count: int
) -> None:
    shared = {
        papers[name].id: Basis(words=(("same_1", start, "aide", country),)) for name in ("Wire", "Herald")
    }
    found = origins([report("Wire", at=5), report("Herald", at=5)], by_id(papers), shared)
    assert found.count == count == len(found.tree)


def test_the_tree_says_who_is_origin_who_repeats_who_adds(
    papers: dict, report: Callable[..., Mention]
) -> None:
    mentions = [
        report("Wire"),
        report("Herald", by=said_by("Wire")),
        report("Globe"),
        report("Globe", by=said_by("Wire"), at=40),
    ]
    found = origins(mentions, by_id(papers), {})
    told = {origin.name: {a.article_id: a.role for a in origin.articles} for origin in found.tree}
    wire, herald, globe = (papers[name].id for name in ("Wire", "Herald", "Globe"))
    assert told == {"Wire": {wire: "origin", herald: "repeats", globe: "adds"}, "Globe": {globe: "origin"}}
    assert {origin.kind for origin in found.tree} == {"agency", "outlet"}
    assert all(account.why for origin in found.tree for account in origin.articles)


def test_reports_on_one_officials_word_have_him_for_origin(
    papers: dict, report: Callable[..., Mention]
) -> None:
    aide = said_by("Ruta Holm", "person")
    (origin,) = origins([report("Herald", by=aide), report("Globe", by=aide)], by_id(papers), {}).tree
    assert (origin.name, origin.kind) == ("Ruta Holm", "official")
    assert {account.role for account in origin.articles} == {"repeats"}


def test_an_outlets_own_reporter_is_its_own_voice(papers: dict, report: Callable[..., Mention]) -> None:
    (origin,) = origins([report("Herald", by=said_by("REPORTER", "anonymous"))], by_id(papers), {}).tree
    assert (origin.name, origin.articles[0].role) == ("Herald", "origin")


def test_a_copy_rests_on_its_original(papers: dict, report: Callable[..., Mention]) -> None:
    known = by_id(papers)
    copy = dataclasses.replace(papers["Herald"], copy_of=papers["Wire"].id, copied_share=0.83)
    known[copy.id] = copy
    (origin,) = origins([report("Wire"), report("Herald")], known, {}).tree
    assert origin.name == "Wire"
    assert {a.article_id: a.role for a in origin.articles} == {
        papers["Wire"].id: "origin",
        copy.id: "repeats",
    }
    assert "83%" in next(a.why for a in origin.articles if a.article_id == copy.id)


@pytest.mark.parametrize(
    ("cites", "wanted"),
    [
        ({"a": ["b"], "b": ["a"]}, [("a", "b")]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [("a", "b", "c")]),
        ({"a": ["b"], "b": ["c"]}, []),
        ({"a": ["a"]}, []),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [("a", "b"), ("a", "c")]),
        ({"a": ["b"], "b": ["c", "a"], "c": ["b"]}, [("a", "b"), ("b", "c")]),
        ({}, []),
    ],
)
def test_rings(cites: dict[str, list[str]], wanted: list[tuple[str, ...]]) -> None:
    assert rings(cites) == tuple(wanted)


@pytest.mark.parametrize(
    ("outlet", "domain", "source", "wanted"),
    [
        ("The Globe", None, "a/b.txt", "The Globe"),
        (None, "globe.example", "a/b.txt", "globe.example"),
        (None, None, "folder/my.report.txt", "my.report"),
        (None, None, "news.zip!in/b.html", "b"),
        (None, None, "news.jsonl#ID", "news.jsonl#ID"),
        (None, None, "folder/README", "README"),
    ],
)
def test_an_unknown_outlet_is_called_by_its_input(
    papers: dict, outlet: str | None, domain: str | None, source: str, wanted: str
) -> None:
    article = dataclasses.replace(papers["Wire"], outlet=outlet, domain=domain, source=source)
    assert article.teller == wanted


def event_of(papers: dict, mentions: list[Mention], quotations: tuple[Quotation, ...] = ()) -> Event:
    (event,) = link(Corpus(tuple(papers.values()), quotations, tuple(mentions))).events
    return event


def test_who_called_it_off(papers: dict, make_mention: Make) -> None:
    mentions = [
        make_mention(papers["Wire"], "Ana Brandt", "Piet Oss", DAY, status="cancelled", trigger="cancelled"),
        make_mention(
            papers["Globe"], "Piet Oss", "Ana Brandt", DAY, status="cancelled", trigger="called_off"
        ),
    ]
    (gap,) = event_of(papers, mentions).discrepancies
    assert gap.field == "who called it off"
    assert [claim.value for claim in gap.values] == ["Ana Brandt", "Piet Oss"]


def test_statuses_at_odds(papers: dict, report: Callable[..., Mention]) -> None:
    event = event_of(papers, [report("Wire"), report("Globe", status="denied")])
    assert [gap.field for gap in event.discrepancies] == ["status"]
    assert event.status == "happened"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("We will never sign such a paper", "We will not sign such a paper", [("never", "not")]),
        ("We will never sign such a paper", "never sign such a paper", []),
        ("a two-in-three chance to win", "a two in three chance to win", []),
        ("The boats stay here", "Nobody spoke of it", []),
    ],
)
def test_words_exchanged(one: str, other: str, wanted: list[tuple[str, str]]) -> None:
    assert exchanged(one, other) == wanted


def test_a_quotation_worded_differently(
    papers: dict, report: Callable[..., Mention], make_quotation: Callable[..., Quotation]
) -> None:
    words = (
        "we will never sign a treaty that nobody can verify",
        "we will not sign a treaty that nobody can verify",
    )
    mentions = [
        report(paper, sentence=f"Ana Brandt met Piet Oss and said “{said}”.")
        for paper, said in zip(("Wire", "Globe"), words, strict=True)
    ]
    quotations = tuple(
        make_quotation(papers[paper], said, "Ana Brandt", at=34)
        for paper, said in zip(("Wire", "Globe"), words, strict=True)
    )
    (gap,) = event_of(papers, mentions, quotations).discrepancies
    assert gap.field == "wording"
    assert [claim.value for claim in gap.values] == sorted(words)
