"""Which events of a story are its turning points, and why."""

from __future__ import annotations

import datetime as dt

from dateline.records import ActorRef, DateRange, Event, StatusChange
from dateline.stories.turning import turning_points

A = ActorRef("a", "Arden", "ARD")
B = ActorRef("b", "Borland", "BOR")


def event(
    name: str, day: int, type: str, status: str = "happened", outlets: int = 1, history: tuple[str, ...] = ()
) -> Event:
    when = DateRange(dt.date(2020, 3, day), dt.date(2020, 3, day), None, "text") if day else DateRange()
    return Event(
        id=name, story_id="s", type=type, title=name, status=status, when=when, where=None, source=(A,), target=(B,),
        status_history=tuple(StatusChange(one, None, name) for one in history or (status,)), mentions=(name,),
        articles=(name,), outlets=tuple(f"o{i}" for i in range(outlets)), independent_sources=1, discrepancies=(),
        confidence=0.9,
    )  # fmt: skip


def chosen(*events: Event) -> list[str]:
    return [point.event_id for point in turning_points(events)]


def test_many_outlets_a_changed_fate_and_a_change_of_course_make_turns() -> None:
    told = event("told", 1, "CONSULT", outlets=3)
    called_off = event("off", 5, "CONSULT", "cancelled", history=("planned", "cancelled"))
    plain = event("plain", 2, "SUPPORT")
    attack = event("attack", 9, "ASSAULT")
    assert chosen(plain, attack, told, called_off) == ["told", "off"]
    why = {point.event_id: point.why for point in turning_points([plain, attack, told, called_off])}
    assert "told by 3 outlets" in why["told"]
    assert "planned, then cancelled" in why["off"] and "from cooperation to conflict" in why["off"]
    assert "plain" not in why


def test_a_story_in_which_nothing_turns_has_its_most_told_event() -> None:
    assert chosen(event("x", 2, "SUPPORT"), event("y", 3, "CONSULT")) == ["x"]


def test_what_has_no_day_or_never_was_is_no_turn() -> None:
    assert (
        chosen(event("undated", 0, "ASSAULT", outlets=4), event("if", 3, "ASSAULT", "hypothetical", 4)) == []
    )


def test_a_day_has_at_most_two_and_the_order_given_does_not_matter() -> None:
    several = [event(f"e{i}", 4, "ASSAULT", outlets=2) for i in range(5)] + [
        event("later", 6, "AID", outlets=2)
    ]
    assert len(chosen(*several)) == 3
    assert chosen(*several) == chosen(*several[::-1])
