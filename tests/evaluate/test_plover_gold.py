"""Event records of single sentences: types of two vintages agree, governments are their countries, faults cost."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.evaluate.plover_gold import predict, score
from dateline.records import UNDATED, ActorRef, Mention, Span
from dateline.who import Who

Data = dict[str, Any]


def actor(code: str, sector: str = "") -> Data:
    return {"text": code, "code": code, "sector": sector}


GOLD: list[Data] = [
    {"id": "1", "event": "DEMAND", "source": [actor("KAS", "GOV")], "target": [actor("VEL")]},
    {"id": "2", "event": "FIGHT", "source": [actor("KAS", "MIL")], "target": [actor("VEL", "CVL")], "location": {"name": "Veld"}},
]  # fmt: skip


def values(predicted: list[Data]) -> dict[str, float]:
    return {figure.label: round(figure.value, 3) for figure in score(GOLD, predicted)}


def test_the_same_in_the_names_of_today_is_right() -> None:
    found = values(
        [
            {**GOLD[0], "event": "REQUEST", "source": [actor("KAS")]},
            {**GOLD[1], "event": "ASSAULT"},
        ]
    )
    assert len(found) == 21 and set(found.values()) == {1.0}


@pytest.mark.parametrize(
    ("change", "label", "value"),
    [
        ({"event": "THREATEN"}, "type F1", 0.5),
        ({"event": "THREATEN"}, "record F1", 0.5),
        ({"source": [actor("KAS", "REB")]}, "source F1", 0.5),
        ({"source": [actor("KAS", "REB")]}, "source country F1", 1.0),
        ({"target": []}, "target recall", 0.5),
        ({"target": []}, "target precision", 1.0),
        ({"event": None, "source": [], "target": []}, "record recall", 0.5),
        ({"event": None, "source": [], "target": []}, "record precision", 1.0),
    ],
)
def test_faults_cost(change: Data, label: str, value: float) -> None:
    assert values([{**GOLD[0], **change}, GOLD[1]])[label] == value


@pytest.fixture(scope="module")
def who() -> Who:
    return Who.load()


def mention(confidence: float, start: int, source: ActorRef, target: ActorRef) -> Mention:
    trigger = Span(start, start + 1, "x")
    return Mention(
        id=f"men_{start}", article_id="a", event_id=None, type="REQUEST", mode=None, status="happened",
        plover_type="REQUEST", cameo=None, source=(source,), target=(target,), mutual=False, when=UNDATED, where=None,
        issues=(), trigger=trigger, evidence=trigger, reported_by=(), rule="test", confidence=confidence,
    )  # fmt: skip


def test_the_surest_mention_counts_then_the_first(who: Who) -> None:
    norway = who.state("Norway")
    assert norway is not None
    state = ActorRef(norway.id, "Norway", "NOR", kind="state")
    rebels = ActorRef(None, "rebels", "KAS", kind="armed_group", anonymous=True)
    found = predict({"id": "1"}, [mention(0.5, 0, rebels, rebels), mention(0.9, 7, state, rebels),
                                  mention(0.9, 5, rebels, state)], who)  # fmt: skip
    assert found["source"] == [{"text": "rebels", "code": "KAS", "sector": "REB"}]
    assert found["target"] == [{"text": "Norway", "code": "NOR", "sector": ""}]


def test_a_body_of_many_states_stands_in_the_place_of_a_country(who: Who) -> None:
    body = who.organisation("United Nations")
    assert body is not None
    ref = ActorRef(body.id, body.name, body.country, kind=body.kind)
    found = predict({"id": "1"}, [mention(0.9, 0, ref, ref)], who)
    assert found["source"] == [{"text": "United Nations", "code": "IGO", "sector": ""}]


def test_nothing_coded_is_no_event(who: Who) -> None:
    assert predict({"id": "1"}, [], who)["event"] is None
