"""Linked records -> stories with titles and comparisons, and the storylines they belong to."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.corpus import Corpus, Linked, Profile, Told
from dateline.records import Article, Event, Mention, Quotation, Story, Storyline, content_id
from dateline.stories import storylines, weights
from dateline.stories.cluster import cluster
from dateline.stories.colour import coloured
from dateline.stories.compare import Colour, compare, outlet_of
from dateline.wording import common_words, normal

MAIN_ACTORS = 8
LEAD = 700
"""Code points within which an article says what it is about: a headline's repetition, dateline and first paragraphs."""
TITLE_SHARE = 0.3
"""An event must be told by that share of a story's articles to give the story its name."""
WORDS = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"})


def tell(linked: Linked) -> Told:
    """Every article in one story, every event in the story of most of its articles, every story in one storyline."""
    corpus = linked.corpus
    groups = cluster(corpus.articles, linked.events, corpus.quotations)
    story_of = {article.id: content_id("sto", group[0].id) for group in groups for article in group}
    homes: dict[str, list[Event]] = defaultdict(list)
    for event in linked.events:
        homes[home(event, story_of)].append(event)
    mentions = {mention.id: mention for mention in corpus.mentions}
    quotations: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in corpus.quotations:
        quotations[story_of[quotation.article_id]].append(quotation)
    stories = [
        story_of_articles(story_of[group[0].id], group, homes[story_of[group[0].id]], quotations, mentions)
        for group in groups
    ]
    stories.sort(key=lambda story: story.id)
    articles = {article.id: article for article in corpus.articles}
    by_id = {event.id: event for event in linked.events}
    counts = {article.id: weights.counted(article) for article in corpus.articles}
    vectors = dict(zip(counts, weights.vectors([*counts.values()]), strict=True))
    profiles = {
        story.id: storylines.profile(
            [articles[i] for i in story.articles],
            [vectors[i] for i in story.articles],
            [by_id[i] for i in story.events],
            quotations.get(story.id, ()),
        )
        for story in stories
    }
    lines = lines_of(stories, by_id, profiles)
    of_line = {story_id: line.id for line in lines for story_id in line.stories}
    event_story = {event.id: story_id for story_id, events in homes.items() for event in events}
    return Told(
        linked=Linked(
            corpus=Corpus(
                articles=tuple(
                    replace(article, story_id=story_of[article.id]) for article in corpus.articles
                ),
                quotations=corpus.quotations,
                mentions=corpus.mentions,
                digests=corpus.digests,
            ),
            events=tuple(replace(event, story_id=event_story[event.id]) for event in linked.events),
        ),
        stories=tuple(replace(story, storyline_id=of_line[story.id]) for story in stories),
        storylines=lines,
    )


def home(event: Event, story_of: Mapping[str, str]) -> str:
    """The story that most of an event's articles are in. story_of: article id -> story id."""
    counts = Counter(story_of[article_id] for article_id in event.articles)
    return max(counts, key=lambda story_id: (counts[story_id], story_id))


def story_of_articles(
    story_id: str,
    articles: Sequence[Article],
    events: Sequence[Event],
    quotations: Mapping[str, Sequence[Quotation]],
    mentions: Mapping[str, Mention],
    colour: Colour = coloured,
) -> Story:
    """One story. colour: gives an article's coloured words, where they are known already."""
    days = [d for a in articles for d in (a.published.earliest, a.published.latest) if d and a.published.days]
    actors = Counter(
        actor.actor_id
        for event in events
        for actor in (*event.source, *event.target)
        if actor.actor_id
        for _ in event.articles
    )
    return Story(
        id=story_id,
        storyline_id=None,
        title=_title(articles, events, mentions),
        from_=min(days, default=None),
        to=max(days, default=None),
        articles=tuple(article.id for article in sorted(articles, key=_by_day)),
        events=tuple(event.id for event in sorted(events, key=_event_day)),
        actors=tuple(
            actor for actor, _ in sorted(actors.items(), key=lambda item: (-item[1], item[0]))[:MAIN_ACTORS]
        ),
        outlets=tuple(sorted({outlet_of(article) for article in articles})),
        comparison=compare(articles, events, quotations.get(story_id, ()), mentions, colour),
    )


def _title(articles: Sequence[Article], events: Sequence[Event], mentions: Mapping[str, Mention]) -> str:
    """Of what was new in those days the event that most articles tell and most lead with, deeds and meetings before words;
    where no event of two sides is told by a fair share of the articles, the headline that says most of what all say."""
    enough = max(1.0, len(articles) * TITLE_SHARE)
    told = [
        e
        for e in events
        if e.source and e.target and e.status != "hypothetical" and len(e.articles) >= enough
    ]
    if told:
        days = [a.published.latest for a in articles if a.published.latest]
        news = max(days, default=None)
        best = max(
            told,
            key=lambda e: (
                _fresh(e, news),
                len(e.articles),
                _leads(e, mentions),
                e.type not in WORDS,
                len(e.mentions),
                e.confidence,
                e.id,
            ),
        )
        return best.title
    return _headline([a.title for a in sorted(articles, key=_by_day) if a.title]) or "Untitled"


def _leads(event: Event, mentions: Mapping[str, Mention]) -> int:
    """How many articles tell the event in their first lines."""
    told = (mentions[one] for one in event.mentions if one in mentions)
    return len({mention.article_id for mention in told if mention.trigger.start < LEAD})


def _headline(titles: Sequence[str]) -> str | None:
    """The one whose words the others share most; the first where they share nothing."""
    words = [frozenset(normal(title)) - common_words() for title in titles]
    frequency = Counter(word for one in words for word in one)
    shares = [sum(frequency[word] - 1 for word in one) / (len(one) + 2) for one in words]
    return titles[shares.index(max(shares))] if titles else None


def _fresh(event: Event, news: dt.date | None) -> bool:
    day = event.when.earliest
    return bool(
        day and news and event.when.days is not None and event.when.days <= 7 and abs((news - day).days) <= 7
    )


def lines_of(
    stories: Sequence[Story], events: Mapping[str, Event], profiles: Mapping[str, Profile]
) -> tuple[Storyline, ...]:
    """The storylines of a whole project, by id."""
    ordered = sorted(stories, key=lambda story: (story.from_ or dt.date.max, story.id))
    groups = storylines.chain([profiles[story.id] for story in ordered])
    found = [line_of([ordered[i] for i in group], events) for group in groups]
    return tuple(sorted(found, key=lambda line: line.id))


def line_of(members: Sequence[Story], events: Mapping[str, Event]) -> Storyline:
    """The storyline of these stories, in order of their days."""
    actors = Counter(actor for story in members for actor in story.actors)
    return Storyline(
        id=content_id("lin", min(story.id for story in members)),
        title=_line_title(members, events),
        from_=min((story.from_ for story in members if story.from_), default=None),
        to=max((story.to for story in members if story.to), default=None),
        stories=tuple(story.id for story in members),
        actors=tuple(
            a for a, _ in sorted(actors.items(), key=lambda item: (-item[1], item[0]))[:MAIN_ACTORS]
        ),
    )


def _line_title(stories: Sequence[Story], events: Mapping[str, Event]) -> str:
    """The two actors that act most across the stories; a single story lends its own title."""
    if len(stories) == 1:
        return stories[0].title
    counts: Counter[str] = Counter()
    for story in stories:
        for event_id in story.events:
            event = events[event_id]
            for actor in {
                a.name for a in (*event.source, *event.target) if a.actor_id and a.kind in ("person", "state")
            }:
                counts[actor] += len(event.articles)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    return " and ".join(name for name, _ in top) if top else stories[0].title


def _by_day(article: Article) -> tuple[dt.date, str]:
    return article.published.earliest or article.published.latest or dt.date.max, article.id


def _event_day(event: Event) -> tuple[dt.date, str]:
    return event.when.earliest or event.when.latest or dt.date.max, event.id
