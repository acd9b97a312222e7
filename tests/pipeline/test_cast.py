"""The table of actors: names, kinds and counts from all articles, whatever their order."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from dateline_fakes import FakeWho

from dateline.corpus import Seen
from dateline.pipeline.cast import actors
from dateline.records import UNDATED, Actor, ActorRef, Mention, Office, Quotation, Span

ADA = ActorRef("act_ada", "Ada Berg", country="ARC", kind="person")
BODY = ActorRef("act_body", "Harbour Council", kind="organisation")
NOBODY = ActorRef(None, "officials", anonymous=True)
SPAN = Span(0, 1, "x")


def quotation(speaker: ActorRef | None) -> Quotation:
    return Quotation("q", "a", "direct", SPAN, speaker, None, BODY, (), "r", 1.0)


def mention(source: ActorRef, target: ActorRef) -> Mention:
    return Mention(
        "m", "a", None, "CONSULT", None, "happened", "CONSULT", None, (source,), (target,), True, UNDATED, None, (),
        SPAN, SPAN, (), "r", 1.0,
    )  # fmt: skip


def test_counts_and_names() -> None:
    seen = [Seen("act_ada", "Ada Berg", "person", "ARC", ("Berg", "Ada Berg"))]
    found = actors(
        seen, [quotation(ADA), quotation(NOBODY)], [mention(ADA, BODY), mention(ADA, ADA)], FakeWho()
    )
    assert [(a.name, a.kind, a.country, a.mentions, a.quotations) for a in found] == [
        ("Ada Berg", "person", "ARC", 2, 1),
        ("Harbour Council", "organisation", None, 1, 0),
    ]
    assert found[0].also_known_as == ("Berg",)


def test_each_member_of_a_group_that_speaks_is_counted() -> None:
    both = replace(quotation(NOBODY), speakers=(ADA, BODY))
    found = actors([], [both, quotation(ADA)], [], FakeWho())
    assert [(a.name, a.quotations) for a in found] == [("Ada Berg", 2), ("Harbour Council", 1)]


def test_reference_tables_outrank_what_articles_say() -> None:
    known = Actor(
        "act_ada",
        "Ada Berg-Lund",
        ("A. Berg",),
        "person",
        "ARC",
        (Office("President", dt.date(2010, 1, 1), None),),
    )
    (found, _) = actors([], [quotation(ADA)], [], FakeWho((known,)))
    assert found.name == "Ada Berg-Lund"
    assert found.also_known_as == ("A. Berg", "Ada Berg")
    assert found.offices == known.offices
    assert found.quotations == 1


def test_order_does_not_matter() -> None:
    seen = [
        Seen("act_1", name, kind, None, ()) for name in ("B", "A", "C") for kind in ("group", "organisation")
    ]
    wanted = actors(seen, [], [], FakeWho())
    for _ in range(5):
        random.Random(7).shuffle(seen)
        assert actors(seen, [], [], FakeWho()) == wanted
    assert wanted[0].name == "A"
