"""The life of an event over several articles: planned, confirmed, put off, called off, held, failed, denied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from dateline.corpus import Corpus
from dateline.links import link
from dateline.links.life import stage
from dateline.records import Article, Event, Mention, Span

Make = Callable[..., Mention]
Row = tuple[str, str, str, str]
"""Day of the article, status, day of the act, the sentence with the act in braces."""

LIVES: list[tuple[list[Row], list[tuple[str, str, str]]]] = [
    (
        [
            ("2020-03-01", "planned", "2020-03-20", "Vellan proposed {talks} with Kastria on 20 March."),
            ("2020-03-05", "planned", "2020-03-20", "Vellan and Kastria will hold {talks} on 20 March."),
            ("2020-03-10", "planned", "2020-03-20", "Kastria confirmed the {talks} with Vellan on 20 March."),
            ("2020-03-20", "happened", "2020-03-20", "Vellan and Kastria held {talks}."),
        ],
        [("planned", "proposed", "2020-03-01"), ("planned", "planned", "2020-03-05"), ("planned", "confirmed", "2020-03-10"), ("happened", "held", "2020-03-20")],
    ),
    (
        [
            ("2020-03-01", "planned", "2020-03-20", "Vellan and Kastria will hold {talks} on 20 March."),
            ("2020-03-12", "cancelled", "2020-03-12", "Vellan {called off} the talks with Kastria on Thursday."),
        ],
        [("planned", "planned", "2020-03-01"), ("cancelled", "cancelled", "2020-03-12")],
    ),
    (
        [
            ("2020-03-01", "planned", "2020-03-20", "Vellan and Kastria will hold {talks} on 20 March."),
            ("2020-03-18", "cancelled", "2020-03-20", "The {talks} of Vellan with Kastria were postponed."),
            ("2020-03-21", "happened", "2020-03-21", "Vellan and Kastria held the {talks} a day late."),
        ],
        [("planned", "planned", "2020-03-01"), ("cancelled", "postponed", "2020-03-18"), ("happened", "held", "2020-03-21")],
    ),
    (
        [
            ("2020-03-01", "planned", "2020-03-20", "Vellan and Kastria will hold {talks} on 20 March."),
            ("2020-03-02", "planned", "2020-03-20", "The {talks} of Vellan and Kastria open on 20 March."),
            ("2020-03-20", "failed", "2020-03-20", "The {talks} of Vellan and Kastria failed."),
        ],
        [("planned", "planned", "2020-03-01"), ("failed", "failed", "2020-03-20")],
    ),
    (
        [
            ("2020-03-20", "happened", "2020-03-20", "Vellan and Kastria held {talks}."),
            ("2020-03-21", "denied", "2020-03-20", "Kastria denied that there had been {talks} with Vellan."),
        ],
        [("denied", "denied", "2020-03-21"), ("happened", "held", "2020-03-20")],
    ),
    (
        [
            ("2020-03-20", "alleged", "2020-03-20", "Vellan and Kastria reportedly held {talks}."),
            ("2020-03-21", "happened", "2020-03-20", "Vellan and Kastria held {talks}."),
        ],
        [("alleged", "alleged", "2020-03-20"), ("happened", "held", "2020-03-21")],
    ),
    (
        [
            ("2020-03-18", "cancelled", "2020-03-20", "The {talks} of Vellan with Kastria were pushed back."),
            ("2020-03-19", "cancelled", "2020-03-20", "Vellan {cancelled} the talks with Kastria."),
        ],
        [("cancelled", "postponed", "2020-03-18"), ("cancelled", "cancelled", "2020-03-19")],
    ),
]  # fmt: skip

APART: list[list[Row]] = [
    [
        ("2020-03-20", "happened", "2020-03-20", "Vellan and Kastria held {talks}."),
        ("2020-03-20", "cancelled", "2020-03-20", "Vellan {cancelled} the talks with Kastria."),
    ],
    [
        ("2020-03-12", "cancelled", "2020-03-12", "Vellan {called off} the talks with Kastria on Thursday."),
        ("2020-03-30", "planned", "2020-04-20", "Vellan and Kastria will hold {talks} on 20 April."),
    ],
    [
        ("2020-03-01", "planned", "2020-03-20", "Vellan and Kastria will hold {talks} on 20 March."),
        ("2020-03-01", "planned", "2020-05-20", "Vellan and Kastria will hold {talks} on 20 May."),
    ],
    [
        ("2020-03-01", "planned", "2020-09-20", "Vellan and Kastria will hold {talks} on 20 September."),
        ("2020-03-03", "cancelled", "2020-03-03", "Vellan {called off} the talks with Kastria on Tuesday."),
    ],
]


@pytest.fixture
def lived(
    make_article: Callable[..., Article], make_mention: Make, days: Callable[..., object]
) -> Callable[[Sequence[Row]], list[Event]]:
    def build(rows: Sequence[Row]) -> list[Event]:
        articles, mentions = [], []
        for number, (on, status, day, sentence) in enumerate(rows):
            text = sentence.replace("{", "").replace("}", "")
            article = make_article(f"{text} ({number})", outlet=f"Paper {number}", published=days(on))
            start, end = sentence.index("{"), sentence.index("}") - 1
            articles.append(article)
            mentions.append(
                make_mention(
                    article, "Vellan", "Kastria", day, status=status, trigger=text[start:end], at=start,
                    mutual=True, sentence=text,
                )
            )  # fmt: skip
            mentions[-1] = _told(mentions[-1], text)
        return list(link(Corpus(tuple(articles), (), tuple(mentions))).events)

    return build


def _told(mention: Mention, text: str) -> Mention:
    import dataclasses

    return dataclasses.replace(mention, evidence=Span(0, len(text), text))


@pytest.mark.parametrize(("rows", "wanted"), LIVES)
def test_one_event_with_a_history(
    rows: list[Row], wanted: list[tuple[str, str, str]], lived: Callable[[Sequence[Row]], list[Event]]
) -> None:
    for order in (rows, rows[::-1]):
        (event,) = lived(order)
        assert [(step.status, step.step, str(step.as_of)) for step in event.status_history] == wanted
        assert event.status == wanted[-1][0]
        assert {step.article_id for step in event.status_history} <= set(event.articles)


@pytest.mark.parametrize("rows", APART)
def test_no_life_of_one_event(rows: list[Row], lived: Callable[[Sequence[Row]], list[Event]]) -> None:
    assert len(lived(rows)) == 2


def test_a_cancelled_plan_keeps_its_day(lived: Callable[[Sequence[Row]], list[Event]]) -> None:
    (event,) = lived(LIVES[1][0])
    assert (event.when.earliest, event.when.latest) == (dt.date(2020, 3, 20), dt.date(2020, 3, 20))
    assert not event.discrepancies


@pytest.mark.parametrize(
    ("type_", "status", "sentence", "wanted"),
    [
        ("CONSULT", "happened", "They {met}.", "held"),
        ("ASSAULT", "happened", "They {fired}.", "happened"),
        ("CONSULT", "planned", "The palace confirmed that they will {meet}.", "confirmed"),
        ("CONSULT", "planned", "He offered to {meet} her.", "proposed"),
        ("CONSULT", "cancelled", "They {put off} the talks.", "postponed"),
        ("CONSULT", "cancelled", "They {scrapped} the talks.", "cancelled"),
        ("REJECT", "refused", "She {refused} to see him.", "refused"),
        ("AGREE", "happened", "They {proposed talks}.", "proposed"),
        ("AGREE", "happened", "They {signed} a truce.", "held"),
    ],
)
def test_stages(
    type_: str,
    status: str,
    sentence: str,
    wanted: str,
    make_article: Callable[..., Article],
    make_mention: Make,
) -> None:
    text = sentence.replace("{", "").replace("}", "")
    start, end = sentence.index("{"), sentence.index("}") - 1
    mention = make_mention(
        make_article(text), "Vellan", "Kastria", status=status, type_=type_, trigger=text[start:end], at=start
    )
    assert stage(_told(mention, text)) == wanted
