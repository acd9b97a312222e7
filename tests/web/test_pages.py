"""What screens ask of a project: listings in the order of the command line, counts that a plain count confirms."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.chronicle.pages import FACETS, Pages
from dateline.errors import UsageError
from dateline.records import DateRange, Event
from dateline.store import Store
from dateline.store.columns import _edges


@pytest.fixture(scope="module")
def pages(plain_project: Path) -> Iterator[Pages]:
    held = Pages(plain_project)
    yield held
    held.forget()


@pytest.mark.parametrize(
    ("kind", "method"), [("event", "events"), ("article", "articles"), ("story", "stories")]
)
def test_the_order_is_that_of_the_command_line(kind: str, method: str, pages: Pages) -> None:
    listed = getattr(pages.chronicle, method)()
    if kind == "event":
        listed = sorted(
            listed,
            key=lambda one: (
                one.when.earliest or one.when.latest or dt.date.max,
                one.when.latest or dt.date.min,
                one.when.earliest is None,
                one.id,
            ),
        )
    expected = [one.id for one in listed]
    found = pages.find(kind)
    assert [one.id for one in found.all()] == expected
    assert found.total == len(expected)
    assert [one.id for number in range(1, 99) for one in found.page(number, 37)] == expected
    newest = [one.id for one in pages.find(kind, newest=True).all()]
    assert sorted(newest) == sorted(expected) and newest[0] == expected[-1]


def values(event: Event) -> dict[str, set[str]]:
    sides = (*event.source, *event.target)
    countries = {ref.country for ref in sides} | ({event.where.country} if event.where else set())
    return {
        "type": {event.type}, "status": {event.status}, "story": {event.story_id or ""},
        "actor": {ref.actor_id or "" for ref in sides}, "country": {one for one in countries if one},
        "outlet": {one.casefold() for one in event.outlets}, "issue": set(event.issues),
    }  # fmt: skip


@pytest.mark.parametrize("name", FACETS)
def test_counts_are_true(name: str, pages: Pages) -> None:
    counted = Counter(value for one in pages.chronicle.events() for value in values(one)[name])
    assert dict(pages.find("event").values(name)) == dict(counted)
    best = pages.find("event").facet(name, 3)
    assert [one.count for one in best] == sorted(counted.values(), reverse=True)[: len(best)]


def test_filters_narrow_together(pages: Pages) -> None:
    events = list(pages.chronicle.events())
    one = max(events, key=lambda event: len(event.outlets))
    asked = {name: sorted(found)[:2] for name, found in values(one).items() if found}
    first = one.when.earliest
    found = pages.find("event", asked, first=first, last=first)
    expected = [
        event.id
        for event in events
        if all(set(wanted) & values(event)[name] if name in ("type", "status", "story") else set(wanted) <= values(event)[name] for name, wanted in asked.items())
        and event.when.overlaps(DateRange(first, first))
    ]  # fmt: skip
    assert [event.id for event in found.all()] == expected and one.id in expected


def test_a_chosen_value_of_one_column_leaves_the_others_to_choose(pages: Pages) -> None:
    types = dict(pages.find("event").values("type"))
    first = next(iter(types))
    offered = pages.find("event", {"type": [first]}).facet("type", 50)
    assert {one.value: one.count for one in offered} == types
    assert [one.value for one in offered if one.chosen] == [first]


def test_actors_go_by_name_and_outlets_in_any_case(pages: Pages) -> None:
    event = next(iter(pages.chronicle.events()))
    ref, outlet = event.source[0], event.outlets[0]
    assert event.id in {
        one.id for one in pages.find("event", {"actor": [ref.name], "outlet": [outlet.upper()]}).all()
    }
    assert pages.find("event", {"actor": ["Nobody At All"]}).total == 0
    with pytest.raises(UsageError, match="Known"):
        pages.find("event", {"colour": ["red"]})


def test_the_density_holds_every_dated_event(pages: Pages) -> None:
    found = pages.find("event")
    bins = found.density()
    assert sum(one.count for one in bins) == sum(one.when.known for one in found.all())
    assert all(a.last + dt.timedelta(1) == b.first for a, b in itertools.pairwise(bins))
    by_type = found.density_by("type")
    for number, one in enumerate(bins):
        assert sum(row[number].count for row in by_type.values()) == one.count


@settings(max_examples=100, deadline=None)
@given(st.dates(), st.dates())
def test_runs_of_days_cover_any_period(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one.toordinal(), other.toordinal()))
    if last >= dt.date.max.toordinal() - 400:
        return
    edges = _edges(first, last, 120)
    assert edges[0] <= first and edges[-1] > last
    assert all(a < b for a, b in itertools.pairwise(edges))
    assert len(edges) <= 140


def test_what_is_held_follows_the_file(plain_project: Path, tmp_path: Path) -> None:
    path = tmp_path / "changing.db"
    path.write_bytes(plain_project.read_bytes())
    pages = Pages(path)
    before = pages.find("event").total
    event = next(iter(pages.chronicle.events()))
    with Store(path) as store, store.together():
        store.lay(*_one_more(event))
        store.settle(store.stamp("program 2", "model 1", "data 1"))
    assert pages.find("event").total == before + 1
    pages.forget()


def test_what_takes_long_to_read_serves_on_until_it_is_read_anew(
    plain_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.chronicle.holder.SLOW", -1.0)
    path = tmp_path / "slow.db"
    path.write_bytes(plain_project.read_bytes())
    pages = Pages(path)
    before = pages.find("event").total
    held = threading.Event()
    load = Store.columns

    def slow(store: Store, kind: str) -> object:
        held.wait(30)
        return load(store, kind)

    monkeypatch.setattr(Store, "columns", slow)
    event = next(iter(pages.chronicle.events()))
    with Store(path) as store, store.together():
        store.lay(*_one_more(event))
        store.settle(store.stamp("program 3", "model 1", "data 1"))
    assert [pages.find("event").total for _ in range(3)] == [before] * 3, "nobody waits"
    held.set()
    for _ in range(300):
        if pages.find("event").total == before + 1:
            break
        time.sleep(0.02)
    assert pages.find("event").total == before + 1
    pages.forget()


def _one_more(event: Event):  # type: ignore[no-untyped-def]
    from dateline.corpus import Corpus, Linked, Told

    more = replace(event, id="evt_00000000000000ff")
    return Corpus(), Told(Linked(Corpus(), (more,))), ()


def test_threads_do_not_disturb_each_other(plain_project: Path) -> None:
    pages = Pages(plain_project)
    totals: list[int] = []

    def ask() -> None:
        totals.extend(len(pages.find("event").page(1, 50)) for _ in range(3))
        pages.forget()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(totals) == 18 and len(set(totals)) == 1
