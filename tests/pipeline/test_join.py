"""One more article in a project: it joins as a rebuild would have it, and leaves the rest alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.chronicle.joining import may_join
from dateline.config import Config
from dateline.corpus import Corpus, Room
from dateline.evaluate.growth import agreement
from dateline.evaluate.synthetic import corpus
from dateline.pipeline import Line, tell
from dateline.pipeline.join import Join, joiner
from dateline.pipeline.keys import keys_of
from dateline.records import Article, Event, Story
from dateline.store import Store
from dateline.stories.colour import coloured
from dateline.stories.weights import counted

COLOUR = "The ludicrous plan was slammed by the union."


@pytest.fixture(scope="module")
def given() -> Corpus:
    """Each article ends with words that colour it."""
    made = corpus(60, seed=4, mentions=3, quotations=3)
    return replace(made, articles=tuple(replace(a, text=f"{a.text} {COLOUR}") for a in made.articles))


@pytest.fixture(scope="module")
def join() -> Join:
    return joiner(Config(), Line())


@pytest.fixture
def project(given: Corpus, tmp_path: Path) -> Iterator[Store]:
    """All but the last article, told whole and with its keys."""
    with Store(tmp_path / "project.db") as store:
        stamp = store.stamp("", "", "")
        for article in given.articles[:-1]:
            part = of(given, article.id)
            store.add(article, part.quotations, part.mentions, (), part.digests[0][1], stamp)
        first, generation = store.corpus()
        whole = tell(first, Config(), Line())
        store.put(first, whole.told, whole.actors, generation, stamp)
        with store.near() as near:
            near.index(keys_of(whole.told, first.digests), len(first.articles))
        yield store


def of(given: Corpus, id_: str) -> Corpus:
    return Corpus(
        tuple(a for a in given.articles if a.id == id_),
        tuple(q for q in given.quotations if q.article_id == id_),
        tuple(m for m in given.mentions if m.article_id == id_),
        tuple(d for d in given.digests if d[0] == id_),
    )


def let_in(store: Store, part: Corpus, join: Join) -> None:
    store.add(part.articles[0], part.quotations, part.mentions, (), part.digests[0][1], 1)
    with store.near() as near:
        for id_ in near.fresh():
            near.write(join(near.bare(id_), near))
    store.settle(1)


def test_joined_one_by_one_is_told_anew_up_to_the_stated_tolerance() -> None:
    found = agreement(corpus(120, seed=2, mentions=2, quotations=3), 0.25)
    assert found["stories"] >= 0.98
    assert found["events"] >= 0.98
    assert found["storylines"] >= 0.85


def test_every_record_has_its_place(given: Corpus, project: Store, join: Join) -> None:
    let_in(project, of(given, given.articles[-1].id), join)
    stories, events = project.everything("stories"), project.everything("events")
    assert sorted(a for story in stories for a in story.articles) == [a.id for a in given.articles]
    assert sorted(m for event in events for m in event.mentions) == [m.id for m in given.mentions]
    assert {a.story_id for a in project.everything("articles")} == {story.id for story in stories}
    assert {e.story_id for e in events} <= {story.id for story in stories}
    lines = project.everything("storylines")
    assert sorted(s for line in lines for s in line.stories) == sorted(story.id for story in stories)
    assert {story.storyline_id for story in stories} == {line.id for line in lines}
    assert sorted(e for story in stories for e in story.events) == sorted(event.id for event in events)
    for mention in project.everything("mentions"):
        assert mention.id in project.one(Event, mention.event_id).mentions
    assert project.examine().faults == ()


def test_stories_far_away_are_left_alone(given: Corpus, project: Store, join: Join) -> None:
    before = {story.id: story for story in project.everything("stories")}
    fresh = given.articles[-1]
    let_in(project, of(given, fresh.id), join)
    home = project.one(Story, project.one(Article, fresh.id).story_id or "")
    changed = {s.id for s in project.everything("stories") if before.get(s.id) != s} - {home.id}
    assert len(changed) <= 2


def test_coloured_words_that_stand_in_a_story_are_those_of_its_articles(
    given: Corpus, project: Store, join: Join
) -> None:
    fresh = given.articles[-1]
    let_in(project, of(given, fresh.id), join)
    home = project.one(Story, project.one(Article, fresh.id).story_id or "")
    wanted = [
        mark
        for article in sorted((project.one(Article, id_) for id_ in home.articles), key=lambda a: a.id)
        for mark in coloured(article, project.quotations(article=article.id))
    ]
    assert len(home.articles) > 1 and wanted
    assert [(m.article_id, m.span, m.kind) for m in home.comparison.loaded] == [
        (m.article_id, m.span, m.kind) for m in wanted
    ]


def test_counts_are_kept_up_with_what_is_added(given: Corpus, project: Store, join: Join) -> None:
    part = of(given, given.articles[-1].id)
    words = set(counted(part.articles[0]))
    project.add(part.articles[0], part.quotations, part.mentions, (), part.digests[0][1], 1)
    with project.near() as near:
        (id_,) = near.fresh()
        before = near.counts(Room.WORDS, words)
        near.write(join(near.bare(id_), near))
        after = near.counts(Room.WORDS, words)
    with project.near() as near:
        assert after == near.counts(Room.WORDS, words)
    assert all(after[word] == before.get(word, 0) + 1 for word in words)


def test_a_copy_is_found_and_joins_its_original(given: Corpus, project: Store, join: Join) -> None:
    original = given.articles[0]
    part = of(given, original.id)
    copy = replace(original, id=Article.make_id("copy"), sha256="copy", source="copy.txt", outlet="Copyist")
    let_in(project, Corpus((copy,), (), (), ((copy.id, part.digests[0][1]),)), join)
    pair = [project.one(Article, id_) for id_ in (original.id, copy.id)]
    assert pair[0].story_id == pair[1].story_id
    assert {article.copy_of for article in pair} in ({None, original.id}, {None, copy.id})


def test_an_article_like_no_other_is_a_story_of_its_own(given: Corpus, project: Store, join: Join) -> None:
    from dateline.articles.copies import digest

    text = "Quince marmalade wins first prize at a village fair, beekeepers applaud."
    alone = replace(
        given.articles[0], id=Article.make_id("alone"), sha256="alone", title=text[:16], text=text
    )
    let_in(project, Corpus((alone,), (), (), ((alone.id, digest(alone)),)), join)
    assert project.one(Story, project.one(Article, alone.id).story_id or "").articles == (alone.id,)


@pytest.mark.parametrize(("smallest", "stamp", "wanted"), [(50, 1, True), (500, 1, False), (50, 2, False)])
def test_when_articles_join(given: Corpus, project: Store, smallest: int, stamp: int, wanted: bool) -> None:
    part = of(given, given.articles[-1].id)
    project.add(part.articles[0], part.quotations, part.mentions, (), part.digests[0][1], 1)
    with project.near() as near:
        assert may_join(project, near, stamp, smallest) is wanted
