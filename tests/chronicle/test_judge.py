"""An analyst's word on a built project: what each kind does at once, that it outlives rebuilds, and that undo is exact."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dateline_fakes import FAKES
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import dateline
from dateline import Chronicle, UsageError

LINE = replace(FAKES, resolvers="dateline.resolvers:Resolvers.load")
TEXTS = {
    "a.txt": 'Wire|2016-09-05|Talks on fish\nAda met Bert at the summit. "We agree on fish," said Ada.\n\nCarl refused Bert.',
    "b.txt": 'Herald|2016-09-06|A cold answer\nOn Monday Ada met Bert again. Carl refused Dora. "It is over," said Carl.',
    "c.txt": 'Globe|2016-09-07|Dora speaks\nDora met Emil. "We agree on fish," said Emil. Later Dora met Finn in the harbour.',
}
TABLES = ("articles", "quotations", "mentions", "events", "stories", "storylines", "actors")
Dump = dict[str, list[dict[str, Any]]]


def write(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in texts.items():
        (folder / name).write_text(content)
    return folder


def build(path: Path, texts: dict[str, str] = TEXTS, line: Any = LINE) -> Chronicle:
    folder = write(path.with_suffix(".in"), texts)
    chronicle = dateline.open(path, line=line)
    chronicle.build([folder])
    return chronicle


@pytest.fixture
def chronicle(tmp_path: Path) -> Iterator[Chronicle]:
    with build(tmp_path / "p.db") as built:
        yield built


def dump(chronicle: Chronicle) -> Dump:
    return {table: list(chronicle._store.plain(table)) for table in TABLES}


def meeting(chronicle: Chronicle, *names: str) -> dateline.Event:
    """The one event between these."""
    found = [e for e in chronicle.events() if {r.name for r in (*e.source, *e.target)} == set(names)]
    assert len(found) == 1, [e.title for e in chronicle.events()]
    return found[0]


def names(refs: tuple[dateline.ActorRef, ...]) -> list[str]:
    return [ref.name for ref in refs]


# -------------------------------------------------------------------- each kind


def confirm_event(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    one = c.judge("confirm", event.id[:9], why="seen", by="Eve")
    assert (one.state, one.targets, one.judgement.by, one.judgement.why) == (
        "in force",
        (event.id,),
        "Eve",
        "seen",
    )
    now = c.event(event.id)
    assert (now.confidence, now.judgement, now.judged_by) == (1.0, "confirmed", "Eve")


def reject_mention(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    gone = event.mentions[0]
    c.judge("reject", gone)
    assert gone not in {m.id for m in c.mentions()}
    assert gone not in c.event(event.id).mentions
    assert [m.id for m in c.withdrawn("mention")] == [gone]


def reject_event(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    c.judge("reject", event.id)
    with pytest.raises(dateline.NotFound):
        c.event(event.id)
    assert [e.id for e in c.withdrawn("event")] == [event.id]
    assert not {m.id for m in c.mentions()} & set(event.mentions)
    assert event.id not in c.stories()[0].events
    assert c.actor("Ada").mentions == 0


def reject_quotation(c: Chronicle) -> None:
    quotation = c.quotations(speaker="Carl")[0]
    c.judge("reject", quotation.id)
    assert not c.quotations(speaker="Carl")
    assert c.actor("Carl").quotations == 0


def correct_mention(c: Chronicle) -> None:
    mention = c.mentions(actor="Dora", type="CONSULT")[0]
    fields = {"type": "ASSAULT", "status": "alleged", "source": "Carl", "target": ["Dora", "Kurt Weiss"],
              "when": "2013-08-07..2013-08-09", "where": "Geneva"}  # fmt: skip
    c.judge("correct", mention.id, fields=fields)
    now = c.mention(mention.id)
    assert (now.type, now.status, names(now.source), names(now.target)) == ("ASSAULT", "alleged", ["Carl"], ["Dora", "Kurt Weiss"])  # fmt: skip
    assert (now.when.earliest, now.when.latest, now.when.basis) == (
        date(2013, 8, 7),
        date(2013, 8, 9),
        "analyst",
    )
    assert now.where is not None
    assert (now.where.name, now.confidence, now.judgement) == ("Geneva", 1.0, "corrected")
    event = c.event(now.event_id or "")
    assert (event.type, event.when.earliest, event.status) == ("ASSAULT", date(2013, 8, 7), "alleged")
    assert "Kurt Weiss" in event.title
    assert c.actor("Kurt Weiss").mentions == 1
    assert c.events(actor="Kurt Weiss", from_="2013-08-08", to="2013-08-08") == [event]


def correct_event(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    c.judge("correct", event.id, fields={"status": "cancelled", "target": "Dora", "when": "2016-09-01"})
    now = c.event(event.id)
    assert (now.status, names(now.target), now.when.earliest) == ("cancelled", ["Dora"], date(2016, 9, 1))
    assert now.status_history[-1].status == "cancelled"
    assert now.plover_type == "REJECT"
    assert "Dora" in now.title
    assert c.events(status="cancelled") == [now]


def correct_quotation(c: Chronicle) -> None:
    quotation = c.quotations(speaker="Emil")[0]
    c.judge("correct", quotation.id, fields={"speaker": "Finn", "kind": "mixed"})
    assert [q.id for q in c.quotations(speaker="Finn", kind="mixed")] == [quotation.id]
    assert (c.actor("Finn").quotations, c.actor("Emil").quotations) == (1, 0)


def correct_article(c: Chronicle) -> None:
    article = next(a for a in c.articles() if a.outlet == "Herald")
    c.judge("correct", article.id, fields={"published": "2016-09-01", "outlet": "The Echo", "title": "No"})
    assert [a.id for a in c.articles(outlet="the echo", to="2016-09-02")] == [article.id]
    assert "The Echo" in c.stories()[0].outlets
    assert "Herald" not in c.stories()[0].outlets
    assert "The Echo" in meeting(c, "Ada", "Bert").outlets
    assert c.search("No")[0].article_id == article.id


def merge_events(c: Chronicle) -> None:
    left, right = meeting(c, "Dora", "Emil"), meeting(c, "Dora", "Finn")
    one = c.judge("merge", left.id, right.id, why="one day")
    (merged,) = one.targets
    now = c.event(merged)
    assert set(now.mentions) == {*left.mentions, *right.mentions}
    assert any("one day" in reason for _, _, reason in now.links)
    assert {m.event_id for m in c.mentions(event=merged)} == {merged}
    assert len(c.stories()[0].events) == len(c.events())


def split_event(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    out = event.mentions[1]
    one = c.judge("split", event.id, out)
    assert set(one.targets) == {event.id, c.mention(out).event_id}
    assert out not in c.event(event.id).mentions
    assert set(one.targets) <= set(c.stories()[0].events)


def rename_event(c: Chronicle) -> None:
    event = meeting(c, "Ada", "Bert")
    c.judge("rename", event.id, name="  The fish  talks ")
    assert c.event(event.id).title == "The fish talks"


def rename_story(c: Chronicle) -> None:
    story = c.stories()[0]
    c.judge("rename", story.id, name="The fish war")
    assert (c.story(story.id).title, c.story(story.id).judgement) == ("The fish war", "renamed")


def rename_actor(c: Chronicle) -> None:
    c.judge("rename", "Dora", name="Dora Lind")
    actor = c.actor("Dora Lind")
    assert "Dora" in actor.also_known_as
    assert "Dora" not in {r.name for m in c.mentions() for r in (*m.source, *m.target)}
    assert any("Dora Lind" in e.title for e in c.events())


def merge_actors(c: Chronicle) -> None:
    before = c.actor("Emil")
    one = c.judge("merge", "Finn", before.id)
    finn = c.actor("Finn")
    assert one.targets == (finn.id,)
    assert before.id not in {a.id for a in c.actors()}
    assert "Emil" in finn.also_known_as
    assert (finn.mentions, finn.quotations) == (2, 1)
    assert len(c.mentions(actor="Finn")) == 2


def split_actor(c: Chronicle) -> None:
    mention = c.mentions(actor="Carl")[1]
    c.judge("split", c.actor("Carl").id, mention.id, name="Carl the Younger")
    assert [m.id for m in c.mentions(actor="Carl the Younger")] == [mention.id]
    assert c.actor("Carl").mentions == 1


KINDS: list[Callable[[Chronicle], None]] = [
    confirm_event, reject_mention, reject_event, reject_quotation, correct_mention, correct_event, correct_quotation,
    correct_article, merge_events, split_event, rename_event, rename_story, rename_actor, merge_actors, split_actor,
]  # fmt: skip
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@every_kind
def test_it_counts_at_once_and_undo_restores_exactly_what_was_there(
    chronicle: Chronicle, kind: Callable[[Chronicle], None]
) -> None:
    before = dump(chronicle)
    kind(chronicle)
    assert dump(chronicle) != before
    assert not chronicle.doctor().problems
    undone = chronicle.undo()
    assert undone.state == "undone"
    assert dump(chronicle) == before
    assert len(chronicle.judgements()) == 2
    assert not chronicle.withdrawn("event")


@every_kind
def test_an_undone_undo_brings_it_back(chronicle: Chronicle, kind: Callable[[Chronicle], None]) -> None:
    kind(chronicle)
    judged = dump(chronicle)
    chronicle.undo()
    undo = chronicle.judgements()[-1].judgement
    chronicle.undo(undo.id)
    assert dump(chronicle) == judged


@every_kind
def test_it_outlives_a_rebuild_into_a_new_project(
    chronicle: Chronicle, kind: Callable[[Chronicle], None], tmp_path: Path
) -> None:
    kind(chronicle)
    chronicle.export_judgements(tmp_path / "j.jsonl")
    with dateline.open(tmp_path / "new.db", line=LINE) as new:
        first = new.import_judgements(tmp_path / "j.jsonl")  # before there is any article
        assert (first.new, first.orphaned) == (1, 1)
        new.build([tmp_path / "p.in"])
        assert dump(new) == dump(chronicle)
        assert new.import_judgements(tmp_path / "j.jsonl").known == 1
        assert dump(new) == dump(chronicle)
        assert [s.state for s in new.judgements()] == ["in force"]


@every_kind
def test_it_outlives_a_build_that_adds_articles(
    chronicle: Chronicle, kind: Callable[[Chronicle], None], tmp_path: Path
) -> None:
    kind(chronicle)
    more = {"d.txt": "Post|2016-09-08|More\nGus met Hal. Ada met Bert."}
    chronicle.build([write(tmp_path / "more", more)])
    with build(tmp_path / "whole.db", {**TEXTS, **more}) as unjudged:
        whole = dump(unjudged)
    assert meeting(chronicle, "Gus", "Hal")
    assert not chronicle.doctor().problems
    assert [s.state for s in chronicle.judgements()] == ["in force"]
    assert dump(chronicle) != whole
    chronicle.undo()
    strip = ("source",)
    now = dump(chronicle)
    for table in TABLES:
        assert [_without(r, strip) for r in now[table]] == [_without(r, strip) for r in whole[table]], table


def _without(row: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys or not isinstance(value, str)}


# -------------------------------------------------------------------- sequences


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_any_sequence_undone_gives_the_unjudged_export_and_imports_in_any_order(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("s")
    with build(folder / "p.db") as chronicle:
        before = dump(chronicle)
        for _ in range(data.draw(st.integers(1, 5))):
            _random(chronicle, data)
        judged = dump(chronicle)
        assert not chronicle.doctor().problems
        chronicle.export_judgements(folder / "j.jsonl")
        lines = (folder / "j.jsonl").read_text().splitlines()
        (folder / "k.jsonl").write_text("\n".join(data.draw(st.permutations(lines))))
        with build(folder / "q.db", TEXTS) as other:
            half = folder / "h.jsonl"
            half.write_text("\n".join(lines[-1:]))
            other.import_judgements(half)
            other.import_judgements(folder / "k.jsonl")
            assert _sources(dump(other)) == _sources(judged)
        while any(one.state != "undone" and one.judgement.kind != "undo" for one in chronicle.judgements()):
            chronicle.undo()
        assert dump(chronicle) == before


def _sources(found: Dump) -> Dump:
    return {table: [_without(row, ("source",)) for row in rows] for table, rows in found.items()}


def _random(c: Chronicle, data: st.DataObject) -> None:
    kind = data.draw(
        st.sampled_from(["confirm", "reject", "correct", "merge", "split", "rename", "undo", "actors"])
    )
    events, mentions = list(c.events()), list(c.mentions())
    pick = data.draw
    if kind == "undo" and any(s.state == "in force" and s.judgement.kind != "undo" for s in c.judgements()):
        c.undo()
    elif kind in ("confirm", "reject") and events:
        c.judge(kind, pick(st.sampled_from([*events, *mentions])).id)
    elif kind == "correct" and mentions:
        fields = pick(
            st.sampled_from([{"type": "AID"}, {"status": "denied", "source": "Nils Orr"}, {"when": "2015"}])
        )
        c.judge(kind, pick(st.sampled_from([*mentions, *events])).id, fields=fields)
    elif kind == "merge" and len(events) > 1:
        one, other = pick(st.lists(st.sampled_from(events), min_size=2, max_size=2, unique_by=lambda e: e.id))
        c.judge(kind, one.id, other.id)
    elif kind == "split" and (large := [e for e in events if len(e.mentions) > 1]):
        event = pick(st.sampled_from(large))
        c.judge(kind, event.id, pick(st.sampled_from(event.mentions)))
    elif kind == "rename" and events:
        c.judge(kind, pick(st.sampled_from(events)).id, name=pick(st.sampled_from(["One", "Two"])))
    elif kind == "actors":
        one_, other_ = pick(st.lists(st.sampled_from(list(c.actors())), min_size=2, max_size=2, unique_by=lambda a: a.id))  # fmt: skip
        c.judge("merge", one_.id, other_.id)


@pytest.mark.parametrize(
    ("first", "second", "expected"), [("confirm", "reject", True), ("reject", "confirm", False)]
)
def test_the_later_word_counts(chronicle: Chronicle, first: str, second: str, expected: bool) -> None:
    mention = chronicle.mentions()[0].id
    chronicle.judge(first, mention)
    chronicle.judge(second, mention)
    assert bool(chronicle.withdrawn("mention")) is expected


def test_fields_are_judged_one_by_one(chronicle: Chronicle) -> None:
    mention = chronicle.mentions()[0].id
    chronicle.judge("correct", mention, fields={"type": "AID", "status": "planned"})
    chronicle.judge("correct", mention, fields={"type": "THREATEN"}, by="Eve")
    now = chronicle.mention(mention)
    assert (now.type, now.status) == ("THREATEN", "planned")
    chronicle.undo()
    assert chronicle.mention(mention).type == "AID"


# -------------------------------------------------------------------- other words, other coders


def code_longer(config: Any, resolvers: Any) -> Any:
    """The fake coder with triggers one word longer, so that every mention has another id and span."""
    import dateline_fakes

    from dateline.records import Mention, Span

    inner = dateline_fakes.events(config, resolvers)

    def code(text: Any, quotations: Any) -> Any:
        found = []
        for m in inner(text, quotations):  # type: ignore[operator]
            end = m.evidence.end
            trigger = Span(m.trigger.start, end, text.text[m.trigger.start : end])
            found.append(
                replace(m, id=Mention.make_id(m.article_id, m.type, trigger.start, end), trigger=trigger)
            )
        return tuple(found)

    return code


def code_nothing(config: Any, resolvers: Any) -> Any:
    return lambda text, quotations: ()


def rebuilt(chronicle: Chronicle, tmp_path: Path, coder: str, texts: dict[str, str] = TEXTS) -> Chronicle:
    chronicle.export_judgements(tmp_path / "j.jsonl")
    line = LINE if not coder else replace(LINE, events=f"dateline_coders:{coder}")
    new = build(tmp_path / "new.db", texts, line)
    new.import_judgements(tmp_path / "j.jsonl")
    return new


@pytest.fixture
def coders(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    import types

    module = types.ModuleType("dateline_coders")
    module.code_longer, module.code_nothing = code_longer, code_nothing  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dateline_coders", module)


def test_it_outlives_a_coder_that_gives_other_ids(chronicle: Chronicle, tmp_path: Path, coders: None) -> None:
    event = meeting(chronicle, "Ada", "Bert")
    chronicle.judge("split", event.id, event.mentions[1])
    mention = chronicle.mentions(actor="Finn")[0]
    chronicle.judge("correct", mention.id, fields={"status": "cancelled"})
    chronicle.judge("merge", meeting(chronicle, "Dora", "Emil").id, mention.event_id or "")
    with rebuilt(chronicle, tmp_path, "code_longer") as new:
        assert not {m.id for m in new.mentions()} & {m.id for m in chronicle.mentions()}
        assert [m.status for m in new.mentions(actor="Finn")] == ["cancelled"]
        assert [s.state for s in new.judgements()] == ["in force"] * 3
        shape = sorted(sorted(new.mention(m).evidence.text for m in e.mentions) for e in new.events())
        assert shape == sorted(
            sorted(chronicle.mention(m).evidence.text for m in e.mentions) for e in chronicle.events()
        )


def test_what_the_coder_loses_the_analyst_keeps(chronicle: Chronicle, tmp_path: Path, coders: None) -> None:
    mention = chronicle.mentions(actor="Finn")[0]
    chronicle.judge("confirm", mention.id)
    event = meeting(chronicle, "Ada", "Bert")
    chronicle.judge("rename", event.id, name="Lost")
    chronicle.judge("correct", event.id, fields={"type": "AGREE"})
    texts = {**TEXTS, "c.txt": TEXTS["c.txt"].replace("Dora met Emil.", "A few words were put here.")}
    with rebuilt(chronicle, tmp_path, "code_nothing", texts) as new:
        again = next(m for m in new.mentions() if "Finn" in m.evidence.text)
        article = new.article(again.article_id)
        assert (again.rule, again.confidence, again.judgement) == ("analyst", 1.0, "confirmed")
        for span in (again.trigger, again.evidence, again.source[0].span, again.target[0].span):
            assert span is not None
            assert article.text[span.start : span.end] == span.text
        assert {e.type for e in new.events()} == {"AGREE", "CONSULT"}
        assert any(e.title == "Lost" for e in new.events())
        assert not new.doctor().problems
        new.build([write(tmp_path / "more", {"d.txt": "Post|2016-09-08|More\nNobody came."})])
        assert len(new.mentions()) == 3
        new.undo()
        new.undo()
        new.undo()
        assert not new.mentions()
        assert not new.events()


def test_edited_text_keeps_what_is_said_of_words_that_stand(chronicle: Chronicle, tmp_path: Path) -> None:
    texts = {
        "a.txt": "Wire|2016-09-05|T\nThe night was long when Ada met Bert. Much later and far away Ada met Bert."
    }
    with build(tmp_path / "one.db", texts) as one:
        second = max(one.mentions(), key=lambda m: m.trigger.start)
        one.judge("correct", second.id, fields={"status": "denied"})
        edited = {
            "a.txt": texts["a.txt"].replace("The night was long", "Nobody slept that night, not one soul")
        }
        with rebuilt(one, tmp_path, "", edited) as new:
            by_place = sorted(new.mentions(), key=lambda m: m.trigger.start)
            assert [m.status for m in by_place] == ["happened", "denied"]


def test_orphans_are_told_and_never_dropped(chronicle: Chronicle, tmp_path: Path) -> None:
    mention = chronicle.mentions(actor="Finn")[0]
    chronicle.judge("confirm", mention.id, why="kept")
    texts = {**TEXTS, "c.txt": "Globe|2016-09-07|Dora speaks\nEverything here is new."}
    with rebuilt(chronicle, tmp_path, "", texts) as new:
        (one,) = new.judgements(state="orphaned")
        assert one.judgement.why == "kept"
        assert one.note
        assert any("no longer find the words" in problem for problem in new.doctor().problems)
        new.export_judgements(tmp_path / "again.jsonl")
        assert (tmp_path / "again.jsonl").read_text() == (tmp_path / "j.jsonl").read_text()


# -------------------------------------------------------------------- files, faults, company


def test_exports_hold_the_judgements(chronicle: Chronicle, tmp_path: Path) -> None:
    event = meeting(chronicle, "Ada", "Bert")
    chronicle.judge("confirm", event.id, by="Eve", why="seen")
    chronicle.judge("reject", meeting(chronicle, "Dora", "Emil").id)
    chronicle.undo()
    chronicle.export("jsonl", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "judgements.jsonl").read_text().splitlines()]
    assert [row["body"][0]["value"] for row in rows] == ["confirm", "reject", "undo"]
    assert rows[0]["creator"]["name"] == "Eve"
    events = [json.loads(line) for line in (tmp_path / "out" / "events.jsonl").read_text().splitlines()]
    assert [e["judged_by"] for e in events if e["id"] == event.id] == ["Eve"]
    chronicle.export("csv", tmp_path / "csv")
    assert "confirmed,Eve" in (tmp_path / "csv" / "events.csv").read_text()


@pytest.mark.parametrize(
    ("kind", "about", "others", "more", "words"),
    [
        ("praise", "event", (), {}, "nothing is judged by"),
        ("correct", "event", (), {}, "needs a value"),
        ("correct", "event", (), {"fields": {"speaker": "Ada"}}, "'speaker' of an event"),
        ("correct", "event", (), {"fields": {"type": "MEETING"}}, "no type is called"),
        ("correct", "event", (), {"fields": {"status": "done"}}, "no status is called"),
        ("correct", "event", (), {"fields": {"when": "Monday"}}, "are no days"),
        ("correct", "event", (), {"fields": {"when": "2016-09-05..2016-09-01"}}, "are no days"),
        ("correct", "actor", (), {"fields": {"title": "x"}}, "cannot be correct"),
        ("confirm", "story", (), {}, "cannot be confirm"),
        ("merge", "event", (), {}, "at least one more"),
        ("merge", "event", ("actor",), {}, "Merge events with events"),
        ("merge", "event", ("event",), {}, "merged with itself"),
        ("split", "event", ("event",), {}, "is split out of"),
        ("rename", "event", (), {"name": "  "}, "a name is missing"),
        ("confirm", "event", (), {"fields": {"type": "AID"}}, "no corrected fields"),
        ("confirm", "nothing", (), {}, "no record has the id"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_kept(
    chronicle: Chronicle, kind: str, about: str, others: tuple[str, ...], more: dict[str, Any], words: str
) -> None:
    ids = {
        "event": meeting(chronicle, "Dora", "Emil").id,
        "actor": chronicle.actor("Ada").id,
        "story": chronicle.stories()[0].id,
        "nothing": "evt_0000ffff",
    }
    with pytest.raises((UsageError, dateline.NotFound)) as caught:
        chronicle.judge(kind, ids[about], *(ids[other] for other in others), **more)
    assert words in str(caught.value)
    assert not chronicle.judgements()


def test_an_import_with_one_bad_line_takes_none(chronicle: Chronicle, tmp_path: Path) -> None:
    chronicle.judge("confirm", meeting(chronicle, "Ada", "Bert").id)
    path = tmp_path / "j.jsonl"
    chronicle.export_judgements(path)
    chronicle.undo()
    line = json.loads(path.read_text())
    bad = {**line, "body": [{"type": "Judgement", "value": "correct", "fields": {"status": "done"}}]}
    path.write_text(json.dumps({**line, "created": "2026-02-01T00:00:00Z"}) + "\n" + json.dumps(bad))
    with pytest.raises(UsageError, match="no status is called 'done'"):
        chronicle.import_judgements(path)
    assert len(chronicle.judgements()) == 2
    with pytest.raises(UsageError, match="cannot be read"):
        chronicle.import_judgements(tmp_path / "none.jsonl")


def test_two_may_judge_at_the_same_time(chronicle: Chronicle) -> None:
    events = [event.id for event in chronicle.events()]
    faults: list[Exception] = []

    def work(who: str) -> None:
        try:
            with dateline.open(chronicle.path, line=LINE) as mine:
                for event in events:
                    mine.judge("confirm", event, by=who)
        except dateline.DatelineError as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(who,)) for who in ("Eve", "Mallory")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    found = chronicle.judgements()
    assert len(found) == 2 * len(events)
    assert len({one.judgement.at for one in found}) == len(found)
    assert {e.judged_by for e in chronicle.events()} <= {"Eve; Mallory", "Mallory; Eve"}


def test_judgements_are_only_ever_added(chronicle: Chronicle) -> None:
    import sqlite3

    chronicle.judge("confirm", chronicle.events()[0].id)
    with (
        sqlite3.connect(chronicle.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only ever added"),
    ):
        connection.execute("DELETE FROM judgements")


def test_the_analyst_is_named_by_setting(tmp_path: Path) -> None:
    folder = write(tmp_path / "in")
    config = dateline.Config(analyst="Eve Moor")
    with dateline.open(tmp_path / "p.db", line=LINE, config=config) as chronicle:
        chronicle.build([folder])
        assert chronicle.judge("confirm", chronicle.events()[0].id).judgement.by == "Eve Moor"
