"""A new article with its events -> the stories near it as they come out with it, and those that changed told again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.corpus import Corpus, Indexed, Joined, Known, Room
from dateline.pipeline import join_lines
from dateline.pipeline.around import MEMBERS, STORIES, Found, Near, nearest
from dateline.records import Article, Event, Loaded, Mention, Quotation, Story, content_id
from dateline.stories import storylines, weights
from dateline.stories.cluster import cluster
from dateline.stories.colour import coloured
from dateline.stories.colour import known as known_colour
from dateline.stories.compare import Colour
from dateline.stories.telling import home, story_of_articles


def groups_near(
    article: Article, found: Found, alike: Sequence[str], known: Known, near: Near
) -> dict[str, list[Article]]:
    """Stories near the article as they come out with it: story id -> articles."""
    votes: Counter[str] = Counter()
    rank = {id_: 1 / (n + 1) for n, id_ in enumerate(alike)}
    own = {q.same_as for q in found.quotations.values() if q.article_id == article.id and q.same_as}
    for event in found.events.values():
        if article.id in event.articles:
            rank.update((id_, rank.get(id_, 0.0) + 0.5) for id_ in event.articles)
    for quotation in found.quotations.values():
        if quotation.same_as in own:
            rank[quotation.article_id] = rank.get(quotation.article_id, 0.0) + 0.25
    rank.pop(article.id, None)
    home_of = near.story_of(rank)
    score: dict[str, float] = defaultdict(float)
    for id_, value in rank.items():
        if id_ in home_of:
            score[home_of[id_]] = max(score[home_of[id_]], value)
            votes[home_of[id_]] += 1
    chosen = sorted(score, key=lambda id_: (-score[id_], -votes[id_], id_))[:STORIES]
    members: dict[str, list[Article]] = defaultdict(list)
    for one in near.where(Article, "story_id", chosen):
        members[one.story_id or ""].append(one)
    speaking = [one for id_ in chosen for one in nearest(members[id_], article)]
    counts = near.counts(Room.WORDS, {word for one in speaking for word in weights.counted(one)})
    here = replace(known, words={**counts, **known.words})
    groups = cluster([article, *speaking], list(found.events.values()), list(found.quotations.values()), here)
    return _whole(groups, members, article)


def _whole(
    groups: Sequence[Sequence[Article]], members: Mapping[str, Sequence[Article]], article: Article
) -> dict[str, list[Article]]:
    """Groups with the members of large stories that did not speak; a large story goes where most of its speakers go."""
    large = {id_ for id_, all_ in members.items() if len(all_) > MEMBERS}
    place: dict[str, int] = {}
    for id_ in large:
        votes = Counter(n for n, group in enumerate(groups) for one in group if one.story_id == id_)
        place[id_] = max(sorted(votes), key=votes.__getitem__)
    found: dict[int, list[Article]] = defaultdict(list)
    for n, group in enumerate(groups):
        found[n].extend(one for one in group if one.story_id not in large)
    for id_, n in place.items():
        found[n].extend(members[id_])
    return {
        content_id("sto", min(one.id for one in group)): sorted(group, key=lambda one: one.id)
        for group in found.values()
        if group
    }


def told(
    article: Article, groups: Mapping[str, Sequence[Article]], found: Found, known: Known, near: Near
) -> Joined:
    """The stories that changed, told again, and the storylines they belong to."""
    story_of = {one.id: id_ for id_, group in groups.items() for one in group}
    before = {one.id: one.story_id for group in groups.values() for one in group}
    elsewhere = {id_ for event in found.events.values() for id_ in event.articles} - story_of.keys()
    story_of.update(near.story_of(elsewhere))
    touched = {id_ for one, id_ in story_of.items() if one in before and before[one] != id_}
    gone = {id_ for one, id_ in before.items() if id_ and story_of[one] != id_} - groups.keys()
    homes = {id_: home(found.events[id_], story_of) for id_ in sorted(found.changed)}
    touched |= set(homes.values())
    touched |= {e.story_id for e in found.gone_events.values() if e.story_id} - gone
    shifted = [q for q in found.quotations.values() if q.same_as and q.article_id == article.id]
    touched |= {story_of[q.article_id] for q in shifted}
    kept = [
        e
        for e in near.events_of(touched | gone)
        if e.id not in found.events and e.id not in found.gone_events
    ]
    events = {e.id: e for e in kept} | found.events
    story_of.update(near.story_of({a for e in events.values() for a in e.articles} - story_of.keys()))
    events = {id_: replace(event, story_id=home(event, story_of)) for id_, event in events.items()}
    papers = {one.id: one for group in groups.values() for one in group}
    papers.update((one.id, one) for one in near.where(Article, "story_id", touched - groups.keys()))
    papers.update((id_, one) for id_, one in found.articles.items() if id_ in papers)
    papers[article.id] = found.articles.get(article.id, article)
    colour = _coloured(papers.values(), near)
    papers = {id_: replace(one, story_id=story_of.get(id_, one.story_id)) for id_, one in papers.items()}
    mentions = {
        m.id: m for m in near.where(Mention, "event_id", [id_ for id_ in events if id_ not in found.changed])
    }
    mentions.update(found.mentions)
    of_story: dict[str, list[Article]] = defaultdict(list)
    for one in papers.values():
        of_story[one.story_id or ""].append(one)
    telling = {one.id for id_ in touched for one in of_story[id_]}
    quotations = {q.id: q for q in near.where(Quotation, "article_id", telling - {article.id})}
    quotations.update((id_, q) for id_, q in found.quotations.items() if q.article_id in telling)
    said: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in sorted(quotations.values(), key=lambda q: q.id):
        said[papers[quotation.article_id].story_id or ""].append(quotation)
    stories, profiles = [], {}
    for id_ in sorted(touched):
        own = [event for event in events.values() if event.story_id == id_]
        group = sorted(of_story[id_], key=lambda one: one.id)
        stories.append(story_of_articles(id_, group, own, said, mentions, colour))
        profiles[id_] = storylines.profile(group, _vectors(group, known, near), own, said[id_])
    stories, lines, profiles, gone_lines = join_lines.placed(stories, gone, profiles, events, near)
    changed = {id_ for id_ in events if id_ in found.changed or events[id_] != _stored(id_, kept, found)}
    return Joined(
        _changes(article, papers, before, quotations, found, near),
        tuple(events[id_] for id_ in sorted(changed)),
        tuple(stories),
        lines,
        (),
        Indexed(profiles=profiles, gone=tuple(sorted(gone))),
        tuple(sorted(found.gone_events)),
        tuple(sorted(gone)),
        gone_lines,
    )


def _coloured(papers: Iterable[Article], near: Near) -> Colour:
    """Coloured words of articles that are in a story stand there already: a join changes neither text nor quoted words."""
    held: dict[str, tuple[Loaded, ...]] = {}
    for story in near.records(Story, {one.story_id for one in papers if one.story_id}).values():
        held.update(dict.fromkeys(story.articles, ()))
        held.update(known_colour(story.comparison.loaded))

    def colour(article: Article, own: Sequence[Quotation]) -> Sequence[Loaded]:
        return held[article.id] if article.id in held else coloured(article, own)

    return colour


def _stored(id_: str, kept: Sequence[Event], found: Found) -> Event | None:
    return next((event for event in kept if event.id == id_), found.events.get(id_))


def _vectors(group: Sequence[Article], known: Known, near: Near) -> list[Any]:
    counts = [weights.counted(one) for one in group[:MEMBERS]]
    common = near.counts(Room.WORDS, {word for count in counts for word in count})
    return weights.vectors(counts, replace(known, words={**common, **known.words}))


def _changes(
    article: Article, papers: Mapping[str, Article], before: Mapping[str, str | None],
    quotations: Mapping[str, Quotation], found: Found, near: Near,
) -> Corpus:  # fmt: skip
    """The records of articles that are otherwise than they were."""
    moved = [
        one
        for id_, one in papers.items()
        if before.get(id_, one.story_id) != one.story_id or id_ == article.id
    ]
    old_mentions = near.records(Mention, found.mentions)
    old_quotations = near.records(Quotation, found.quotations)
    return Corpus(
        tuple(sorted(moved, key=lambda one: one.id)),
        tuple(q for id_, q in sorted(found.quotations.items()) if old_quotations.get(id_) != q),
        tuple(m for id_, m in sorted(found.mentions.items()) if old_mentions.get(id_) != m),
    )
