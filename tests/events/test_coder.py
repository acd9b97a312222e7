"""Mentions of whole articles: spans, ids, days, places, reporters, and what the touchstone articles must give."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dateline.config import Config
from dateline.records import UNDATED, ActorRef, Quotation, RawDocument

ARTICLE = """Kenya met Uganda in Nairobi on Tuesday to discuss fishing on the lake.

After the two-hour meeting with Uganda, Kenya praised its neighbor. Kenya will meet Uganda again next month.

Uganda accused Kenya of seizing three boats last year. Kenya denied seizing the boats."""


@pytest.fixture(scope="module")
def mentions(read, code):
    (text,) = read([ARTICLE])
    return text, code(text)


def test_spans_slice_back(mentions):
    text, found = mentions
    assert found
    for mention in found:
        for span in (mention.trigger, mention.evidence):
            assert text.text[span.start : span.end] == span.text
        assert mention.evidence.start <= mention.trigger.start < mention.evidence.end
        for actor in (*mention.source, *mention.target):
            assert actor.span is None or text.text[actor.span.start : actor.span.end] == actor.span.text


def test_ids_are_unique_and_stable(mentions, code):
    text, found = mentions
    assert len({mention.id for mention in found}) == len(found)
    assert [m.id for m in code(text)] == [m.id for m in found]


def test_every_mention_says_why(mentions):
    for mention in mentions[1]:
        keys = [key for key, _ in mention.why]
        assert keys[:8] == ["entry", "construction", "type", "source", "target", "status", "when", "where"]
        assert dict(mention.why)["entry"].split(":")[0]
        assert 0 < mention.confidence < 1
        assert mention.rule


def test_a_meeting_named_again_shares_its_day(mentions):
    days = [m.when for m in mentions[1] if m.type == "CONSULT" and m.status == "happened"]
    assert len(days) >= 2
    assert {(d.earliest, d.latest) for d in days} == {(dt.date(2019, 5, 7), dt.date(2019, 5, 7))}


def test_issues_come_from_the_sentence_and_its_neighbours(read, code):
    (text,) = read(["Kenya imposed sanctions on Uganda. The dispute is about chemical weapons."])
    assert "chemical_weapons" in code(text)[0].issues


def test_nothing_comes_of_nothing(read, code):
    for text in read(["", "Yes.", "!!!"]):
        assert code(text) == ()


DAYS = [
    ("Kenya attacked Uganda on Sunday.", "2019-05-05", "2019-05-05"),
    ("Kenya attacked Uganda in March.", "2019-03-01", "2019-03-31"),
    ("Kenya attacked Uganda last year.", "2018-01-01", "2018-12-31"),
    ("Kenya attacked Uganda on 3 April 2015.", "2015-04-03", "2015-04-03"),
    ("Kenya attacked Uganda.", None, "2019-05-08"),
    ("Kenya will attack Uganda on Sunday.", "2019-05-12", "2019-05-12"),
    ("Kenya will attack Uganda.", "2019-05-08", None),
    ("Kenya said on Monday that Uganda had attacked Rwanda in March.", "2019-03-01", "2019-03-31"),
    ("Kenya condemned Uganda on Monday for its attack in March.", "2019-05-06", "2019-05-06"),
    ("Kenya, which met Uganda in March, attacked Rwanda on Sunday.", "2019-05-05", "2019-05-05"),
    ("Kenya failed on Monday to resolve its differences with Uganda.", "2019-05-06", "2019-05-06"),
    ("Kenya meets Uganda tomorrow.", "2019-05-09", "2019-05-09"),
]


@pytest.mark.parametrize(("sentence", "earliest", "latest"), DAYS, ids=[row[0] for row in DAYS])
def test_the_parse_chooses_the_day(read, code, sentence, earliest, latest):
    (text,) = read([sentence])
    days = [(m.when.earliest, m.when.latest) for m in code(text)]
    wanted = tuple(dt.date.fromisoformat(day) if day else None for day in (earliest, latest))
    assert wanted in days, days


PLACES = [
    ("Kenya met Uganda in Geneva on Monday.", "Geneva"),
    ("Kenya met Uganda on Monday.", None),
    ("President Maria Benescu of Romania travelled to Warsaw on Monday.", "Warsaw"),
    ("Kenya attacked Uganda, officials said in Paris.", None),
]


@pytest.mark.parametrize(("sentence", "place"), PLACES, ids=[row[0] for row in PLACES])
def test_the_place_is_the_acts_own(read, code, sentence, place):
    (text,) = read([sentence])
    found = code(text)
    assert found
    assert (found[0].where.name if found[0].where else None) == place


def test_who_says_so(read, resolvers):
    from dateline import events
    from dateline.records import Span

    words = "“Rwanda attacked Burundi on Sunday,” the minister said."
    (text,) = read([words])
    speaker = ActorRef(None, "minister", anonymous=True)
    content = Span(1, 34, words[1:34])
    quotation = Quotation(
        id="q", article_id=text.article_id, kind="direct", content=content, speaker=speaker, cue=None, addressee=None,
        via=(), rule="marks", confidence=0.9,
    )  # fmt: skip
    coder = events.make(Config(), resolvers)
    (mention,) = [m for m in coder(text, (quotation,)) if m.type == "ASSAULT"]
    assert [one.name for one in mention.reported_by] == ["minister"]
    assert not [m for m in coder(text, ()) if m.reported_by]


@pytest.mark.parametrize("name", ["000_f9130d29b9cee2cb.txt", "002_84577a7d05e6fd3b.txt"])
def test_touchstones(name, shared, resolvers):
    from dateline import articles, events, quotes, text

    config = Config()
    expected = json.loads((shared / "seeds" / "expected_two.json").read_text(encoding="utf-8"))[name]
    body = (shared / "seeds" / name).read_text(encoding="utf-8")
    article = articles.make(config, resolvers)(
        RawDocument(source=name, sha256=name, media="text", content=body)
    )
    (parsed,) = text.make(config, resolvers)([article])
    mentions = events.make(config, resolvers)(parsed, quotes.make(config, resolvers)(parsed))
    must = [event for event in expected["events"] if event["must"]]
    found = sum(any(_is(event, mention) for mention in mentions) for event in must)
    assert found >= len(must) - 1, [event["evidence"] for event in must]


def _is(event, mention):
    source = {one.name for one in mention.source}
    target = {one.name for one in mention.target}
    straight = source & set(event["source"]) and target & set(event["target"])
    turned = event["mutual"] and source & set(event["target"]) and target & set(event["source"])
    low, high = (dt.date.fromisoformat(event[k]) if event[k] else None for k in ("earliest", "latest"))
    in_time = (mention.when or UNDATED).overlaps(type(UNDATED)(low, high))
    return (
        mention.type in event["types"] and mention.status in event["status"] and (straight or turned) and in_time
        and event["evidence"] in mention.evidence.text
    )  # fmt: skip
