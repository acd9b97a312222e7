"""The five touchstone articles -> the chronicle a careful desk officer would write: floors that may rise, never fall."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import dateline
from dateline import Article, Chronicle, Event, Quotation

QUOTES_FOUND = 44
SPEAKERS_RIGHT = 38
NOT_QUOTED = ["terrorist", "reset", "2+2"]


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chronicle]:
    with dateline.open(tmp_path_factory.mktemp("seeds") / "s.db") as chronicle:
        summary = chronicle.build([str(shared / "seeds")])
        assert summary.articles >= 5
        yield chronicle


def article(chronicle: Chronicle, number: str) -> Article:
    return next(a for a in chronicle.articles() if Path(a.source).name.startswith(number))


def expected() -> list[tuple[str, str, Sequence[str], Sequence[str]]]:
    table = tomllib.loads((Path(__file__).parent / "seeds.toml").read_text(encoding="utf-8"))
    return [
        (row["file"], words, row["speaker"], row.get("via", ()))
        for row in table["quote"]
        for words in row["words"]
    ]


def matching(quotations: Sequence[Quotation], words: str) -> list[Quotation]:
    return [
        q
        for q in quotations
        if q.kind != "indirect" and any(part in q.content.text for part in words.split("|"))
    ]


def bare(name: str) -> str:
    return (
        name.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ").removeprefix("unnamed ")
    )


def test_direct_quotations(seeds: Chronicle) -> None:
    found = right = via_right = via_all = 0
    missing, wrong = [], []
    for number, words, speakers, via in expected():
        own = matching(seeds.quotations(article=article(seeds, number).id), words)
        if not own:
            missing.append((number, words))
            continue
        found += 1
        names = {bare(name) for name in speakers}
        if any(q.speaker and bare(q.speaker.name) in names for q in own):
            right += 1
        else:
            wrong.append((number, words, [q.speaker.name if q.speaker else None for q in own]))
        if via:
            via_all += 1
            via_right += any(bare(v.name) in {bare(name) for name in via} for q in own for v in q.via)
    report = (
        f"found {found} of {len(expected())}, speaker {right}, via {via_right}/{via_all}; {missing=} {wrong=}"
    )
    print(report)
    assert found >= QUOTES_FOUND, report
    assert right >= SPEAKERS_RIGHT, report
    assert via_right >= 0.75 * via_all, report


@pytest.mark.parametrize("words", NOT_QUOTED)
def test_marks_that_quote_nobody(seeds: Chronicle, words: str) -> None:
    bad = [q for q in seeds.quotations() if q.kind == "direct" and q.content.text.strip("“”\"'s ") == words]
    assert not bad


def test_spans_slice_back(seeds: Chronicle) -> None:
    texts = {a.id: a.text for a in seeds.articles()}
    checked = 0
    for quotation in seeds.quotations():
        for span in (quotation.content, quotation.cue, *(quotation.pieces)):
            if span:
                assert texts[quotation.article_id][span.start : span.end] == span.text
                checked += 1
    for mention in seeds.mentions():
        refs = (*mention.source, *mention.target, *mention.reported_by)
        for span in (mention.trigger, mention.evidence, *(ref.span for ref in refs)):
            if span:
                assert texts[mention.article_id][span.start : span.end] == span.text
                checked += 1
    assert checked > 200


@pytest.mark.parametrize(
    ("number", "first", "last", "most_days"),
    [
        ("000", "2016-09-05", "2016-09-06", 7),
        ("001", "2013-08-07", "2013-08-08", 31),
        ("002", "2013-06-17", "2013-06-18", 7),
        ("003", "2016-09-05", "2016-09-05", 1),
    ],
)
def test_dates_of_publication(seeds: Chronicle, number: str, first: str, last: str, most_days: int) -> None:
    published = article(seeds, number).published
    assert published.days is not None and published.days <= most_days, published
    assert str(published.earliest) <= last and str(published.latest) >= first, published


def test_an_undated_article_is_bounded_by_who_held_office(seeds: Chronicle) -> None:
    published = article(seeds, "004").published
    assert published.earliest is not None and published.latest is not None
    assert "2014-01-01" <= str(published.earliest) <= "2015-10-15" <= str(published.latest) <= "2017-02-20", (
        published
    )


def events_of(chronicle: Chronicle, number: str, type_: str) -> list[Event]:
    return list(chronicle.events(article=article(chronicle, number).id, type=type_))


def people(event: Event) -> set[str]:
    return {a.name for a in (*event.source, *event.target)}


def test_the_meeting_of_september_2016_is_one_event(seeds: Chronicle) -> None:
    both = {article(seeds, "000").id, article(seeds, "003").id}
    shared = [
        e
        for e in seeds.events(type="CONSULT", status="happened")
        if both <= set(e.articles) and {"Barack Obama", "Vladimir Putin"} <= people(e)
    ]
    assert len(shared) == 1
    (event,) = shared
    assert (str(event.when.earliest), str(event.when.latest)) == ("2016-09-05", "2016-09-05")
    assert event.where is not None and event.where.name == "Hangzhou"


def test_the_meeting_of_june_2013(seeds: Chronicle) -> None:
    days = {
        (str(e.when.earliest), str(e.when.latest))
        for e in events_of(seeds, "002", "CONSULT")
        if e.status == "happened" and {"Barack Obama", "Vladimir Putin"} <= people(e)
    }
    assert ("2013-06-17", "2013-06-17") in days


def test_a_planned_meeting_and_its_cancellation_are_one_event(seeds: Chronicle) -> None:
    both = {article(seeds, "001").id, article(seeds, "002").id}
    shared = [e for e in seeds.events(type="CONSULT") if both <= set(e.articles)]
    histories = [[step.status for step in e.status_history] for e in shared]
    assert ["planned", "cancelled"] in histories
    event = shared[histories.index(["planned", "cancelled"])]
    assert event.status == "cancelled"
    assert str(event.when.earliest) == "2013-09-03"
    assert str(event.when.latest) == "2013-09-04"


def test_the_refused_delegation(seeds: Chronicle) -> None:
    refused = [e for e in events_of(seeds, "004", "REJECT") if e.status == "refused"]
    assert any(
        {a.country for a in e.source} == {"USA"} and {a.country for a in e.target} == {"RUS"} for e in refused
    )


def test_the_same_words_in_two_articles(seeds: Chronicle) -> None:
    found = {}
    for number in ("000", "003"):
        (quotation, *_) = matching(seeds.quotations(article=article(seeds, number).id), "clear now what our")
        found[number] = quotation
    assert found["000"].same_as is not None
    assert found["000"].same_as == found["003"].same_as
    assert [v.name for v in found["000"].via] == ["CNN"]
    assert not found["003"].via


def test_stories_and_the_storyline(seeds: Chronicle) -> None:
    story = {number: article(seeds, number).story_id for number in ("000", "001", "002", "003", "004")}
    assert story["000"] == story["003"]
    assert len(set(story.values())) == 4
    assert len({s.storyline_id for s in seeds.stories() if s.id in story.values()}) == 1


def test_boilerplate_is_out_and_the_body_is_whole(seeds: Chronicle, shared: Path) -> None:
    out = ["TOPSHOT", "Photo credit", "WATCH VIDEO", "Please send tips", "Follow us on", "Related:", "Share Update",
           "Sign up for", "Copyright ©", "comment policy", "CREDIT:", "Manage Newsletters", "Click to"]  # fmt: skip
    for number in ("000", "001", "002", "003", "004"):
        found = article(seeds, number)
        assert not [words for words in out if words in found.text], found.source
        raw = (shared / "seeds" / Path(found.source).name).read_text(encoding="utf-8")
        kept = found.text + " ".join(piece.text for piece in found.removed) + (found.title or "")
        for line in raw.splitlines():
            words = " ".join(line.split())
            if len(words) > 120:
                assert words[:40] in " ".join(kept.split()) or words[-40:] in " ".join(kept.split()), words
