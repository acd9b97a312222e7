"""A story's events -> its turning points, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.corpus import Corpus
from dateline.links import link
from dateline.records import Article, Event, Mention
from dateline.stories.turning import turning_points

Make = Callable[..., Mention]


@pytest.fixture
def paper(make_article: Callable[..., Article], days: Callable[..., object]) -> Article:
    return make_article("Vellan and Kastria, from insult to accord.", published=days("2020-03-01"))


def events(paper: Article, make_mention: Make, rows: list[tuple[str, str, str]]) -> list[Event]:
    mentions = tuple(
        make_mention(paper, "Vellan", "Kastria", day, type_=type_, status=status, at=number)
        for number, (type_, status, day) in enumerate(rows)
    )
    return list(link(Corpus((paper,), (), mentions)).events)


def test_turns_come_in_order_with_their_reasons(paper: Article, make_mention: Make) -> None:
    found = turning_points(
        events(
            paper,
            make_mention,
            [
                ("ACCUSE", "happened", "2020-03-01"),
                ("SANCTION", "happened", "2020-03-03"),
                ("AGREE", "happened", "2020-03-09"),
            ],
        ),
        [paper],
    )
    assert [str(point.day) for point in found] == sorted(str(point.day) for point in found)
    accord = found[-1]
    assert [name for name, _, _ in accord.reasons] == ["turn", "first", "deed"]
    assert accord.reasons[0][1] == "conflict gave way to cooperation"
    assert accord.weight == pytest.approx(sum(weight for _, _, weight in accord.reasons))


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("CONSULT", "hypothetical", "2020-03-02"), ("AGREE", "happened", "2020-03-03")], ["2020-03-03"]),
        ([("ASSAULT", "happened", "2011-03-02"), ("AGREE", "happened", "2020-03-03")], ["2020-03-03"]),
        ([("CONSULT", "cancelled", "2020-03-02")], ["2020-03-02"]),
        ([], []),
    ],
)
def test_background_and_ifs_are_no_turns(
    paper: Article, make_mention: Make, rows: list[tuple[str, str, str]], wanted: list[str]
) -> None:
    found = turning_points(events(paper, make_mention, rows), [paper])
    assert [str(point.day) for point in found] == wanted


def test_no_more_than_asked_for_and_the_weightiest(paper: Article, make_mention: Make) -> None:
    rows = [("ACCUSE", "happened", f"2020-03-{day:02}") for day in range(1, 20, 3)]
    rows.append(("SANCTION", "happened", "2020-03-28"))
    found = turning_points(events(paper, make_mention, rows), [paper], most=2)
    assert len(found) == 2
    assert str(found[-1].day) == "2020-03-28"


def test_what_most_articles_tell_weighs_most(paper: Article, make_mention: Make) -> None:
    (one,) = events(paper, make_mention, [("CONSULT", "happened", "2020-03-02")])
    others = [replace(paper, id=f"art_{n:016x}") for n in range(3)]
    told = replace(one, articles=tuple(a.id for a in others))
    assert turning_points([told], [paper, *others])[0].reasons[0][:2] == ("told", "3 of 4 articles tell it")
