"""Articles and events -> stories, storylines and comparisons."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from dateline.corpus import Corpus
from dateline.linkage import average_linkage
from dateline.links import link
from dateline.records import Article, Mention, Quotation, to_json
from dateline.stories.colour import coloured
from dateline.stories.telling import tell

STRAIT = "The Vellan president and the Kastrian premier met over fishing rights in the Orrin strait at Aldmoor harbour."
STRAIT_2 = (
    "At Aldmoor harbour the leaders of Vellan and Kastria discussed fishing rights in the Orrin strait."
)
SPIES = (
    "Morran expelled four diplomats for espionage at the shipyards, its interior ministry said in Dunmere."
)


@pytest.fixture
def papers(make_article: Callable[..., Article], days: Callable[..., object]) -> list[Article]:
    rows = [
        ("Ledger", "Leaders meet over Orrin strait fishing", STRAIT, "2020-03-04"),
        ("Wire", "Vellan and Kastria talk about the Orrin strait", STRAIT_2, "2020-03-05"),
        ("Ledger", "Morran expels diplomats over shipyard espionage", SPIES, "2020-03-05"),
        (
            "Wire",
            "Orrin strait: fishing rights again at Aldmoor harbour",
            STRAIT_2 + " It is a year later.",
            "2021-03-05",
        ),
    ]
    return [make_article(text, outlet=o, title=t, published=days(d)) for o, t, text, d in rows]


def corpus(papers: list[Article], make_mention: Callable[..., Mention]) -> Corpus:
    mentions = (
        make_mention(papers[0], "Ana Brandt", "Piet Oss", "2020-03-04", place="Aldmoor/XVE", sentence=STRAIT),
        make_mention(papers[1], "Vellan", "Kastria", "2020-03-04", place="Aldmoor/XVE", sentence=STRAIT_2),
        make_mention(
            papers[2], "Morran", "Vellan", "2020-03-05", type_="SANCTION", trigger="expelled", sentence=SPIES
        ),
        make_mention(
            papers[3], "Ana Brandt", "Piet Oss", "2021-03-04", place="Aldmoor/XVE", sentence=STRAIT_2
        ),
    )
    return Corpus(tuple(papers), (), mentions)


def test_one_happening_one_story_one_affair_one_line(
    papers: list[Article], make_mention: Callable[..., Mention]
) -> None:
    told = tell(link(corpus(papers, make_mention)))
    story = {a.outlet + str(a.published.earliest): a.story_id for a in told.linked.corpus.articles}
    assert story["Ledger2020-03-04"] == story["Wire2020-03-05"]
    assert len({*story.values()}) == 3
    line = {s.id: s.storyline_id for s in told.stories}
    assert line[story["Ledger2020-03-04"]] == line[story["Wire2021-03-05"]]
    assert line[story["Ledger2020-03-05"]] != line[story["Wire2021-03-05"]]
    assert all(event.story_id for event in told.linked.events)


def test_the_order_of_articles_does_not_matter(
    papers: list[Article], make_mention: Callable[..., Mention]
) -> None:
    whole = corpus(papers, make_mention)
    wanted = to_json(tell(link(whole)).stories)
    for seed in range(5):
        articles, mentions = list(whole.articles), list(whole.mentions)
        random.Random(seed).shuffle(articles)
        random.Random(seed + 1).shuffle(mentions)
        assert to_json(tell(link(Corpus(tuple(articles), (), tuple(mentions)))).stories) == wanted


def test_what_only_one_outlet_has(papers: list[Article], make_mention: Callable[..., Mention]) -> None:
    whole = corpus(papers, make_mention)
    extra = make_mention(
        papers[0], "Ana Brandt", "Morran", "2020-03-03", type_="ACCUSE", trigger="accused", at=5
    )
    told = tell(link(Corpus(whole.articles, (), (*whole.mentions, extra))))
    story = next(s for s in told.stories if len(s.articles) == 2)
    assert [item.outlet for item in story.comparison.only_in] == ["Ledger"]
    rows = dict(story.comparison.events)
    accused = next(e for e in told.linked.events if e.type == "ACCUSE")
    assert dict(rows[accused.id]) == {"Ledger": "reported", "Wire": "omitted"}


def test_colour_is_never_found_in_a_quotation(
    make_article: Callable[..., Article], make_quotation: Callable[..., Quotation]
) -> None:
    text = "The humiliating deal was “a shameful farce and a disgrace”, she said of the regime."
    article = make_article(text)
    at = text.index("a shameful")
    quotation = make_quotation(article, "a shameful farce and a disgrace", at=at)
    marks = coloured(article, [quotation])
    assert [(m.span.text, m.kind) for m in marks] == [("humiliating", "evaluative"), ("regime", "label")]
    assert all(text[m.span.start : m.span.end] == m.span.text for m in marks)


@pytest.mark.parametrize(
    ("size", "pairs", "threshold", "wanted"),
    [
        (3, {}, 0.5, [[0], [1], [2]]),
        (3, {(0, 1): 0.9}, 0.5, [[0, 1], [2]]),
        (3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5, [[0, 1], [2]]),
        (3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.4}, 0.5, [[0, 1, 2]]),
        (4, {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6}, 0.5, [[0, 1], [2, 3]]),
    ],
)
def test_average_linkage(size: int, pairs: dict, threshold: float, wanted: list) -> None:
    assert average_linkage(size, pairs, threshold) == wanted
