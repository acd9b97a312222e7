"""Records of a project -> under what later articles find them: words of articles, pieces of texts, quoted words, acts,
affairs (`dateline.corpus.Room` names the kinds)."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.articles.copies import load
from dateline.corpus import Indexed, Profile, Room, Told
from dateline.links import keys as links
from dateline.records import Article, Mention, Quotation
from dateline.stories import storylines, weights

TOP_WORDS = 24
PART = 200_000
SAMPLE = 16
"""One in so many shingles of a text is kept."""
LEAST_SHINGLES = 8
VAGUE = 45

Row = tuple[Room, str, int | None, str]


def keys_of(told: Told, digests: Iterable[tuple[str, bytes]]) -> Iterator[Indexed]:
    """Everything about a project that was told whole."""
    corpus = told.linked.corpus
    return indexed(corpus.articles, corpus.quotations, corpus.mentions, digests, profiles(told))


def profiles(told: Told) -> dict[str, Profile]:
    """What of each story is compared with others."""
    corpus = told.linked.corpus
    articles = {article.id: article for article in corpus.articles}
    events = {event.id: event for event in told.linked.events}
    counts = {article.id: weights.counted(article) for article in corpus.articles}
    vectors = dict(zip(counts, weights.vectors([*counts.values()]), strict=True))
    said: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in corpus.quotations:
        said[articles[quotation.article_id].story_id or ""].append(quotation)
    return {
        story.id: replace(
            storylines.profile(
                [articles[i] for i in story.articles],
                [vectors[i] for i in story.articles],
                [events[i] for i in story.events],
                said[story.id],
            ),
            storyline_id=story.storyline_id,
        )
        for story in told.stories
    }


def indexed(
    articles: Sequence[Article], quotations: Sequence[Quotation], mentions: Sequence[Mention],
    digests: Iterable[tuple[str, bytes]], profiles: Mapping[str, Profile],
) -> Iterator[Indexed]:  # fmt: skip
    """Everything about a whole project, in parts of `PART` records."""
    spread: Counter[str] = Counter()
    for article in articles:
        spread.update(weights.counted(article).keys())
    near: Counter[str] = Counter()
    for mention in mentions:
        near.update(links.words_of(mention))
    totals = counted(len(articles), spread, len(mentions), near)
    totals.update({(Room.LINES, key): n for key, n in storylines.spread(profiles.values()).items()})
    yield Indexed((), totals, dict(profiles))
    by_id = {article.id: article for article in articles}
    said: dict[str, set[str]] = defaultdict(set)
    for quotation in quotations:
        if quotation.same_as:
            said[quotation.article_id].add(quotation.same_as)
    rows = itertools.chain(
        (
            row
            for article in articles
            for row in of_article(article, weights.counted(article), len(articles), spread)
        ),
        (row for article_id, digest in digests for row in of_text(article_id, digest)),
        (row for quotation in quotations for row in of_quotation(quotation)),
        (
            row
            for mention in mentions
            for row in of_mention(
                mention, by_id[mention.article_id], frozenset(said[mention.article_id]), near
            )
        ),
        (row for id_, profile in profiles.items() for row in of_story(id_, profile)),
    )
    while part := tuple(itertools.islice(rows, PART)):
        yield Indexed(part)


def counted(
    articles: int, words: Mapping[str, int], mentions: int, near: Mapping[str, int]
) -> dict[tuple[Room, str], int]:
    """The counts of words of articles and of mentions."""
    totals = {(Room.WORDS, word): n for word, n in words.items()} | {
        (Room.ACTS, word): n for word, n in near.items()
    }
    totals[Room.WORDS, ""], totals[Room.ACTS, ""] = articles, mentions
    return totals


def of_article(
    article: Article, count: Mapping[str, int], articles: int, spread: Mapping[str, int]
) -> Iterator[Row]:
    """By its most telling words."""
    vector = weights.everything(count, articles, spread)
    for word in sorted(vector, key=lambda word: (-vector[word], word))[:TOP_WORDS]:
        yield Room.WORDS, word, day_of(article), article.id


def of_text(article_id: str, digest: bytes) -> Iterator[Row]:
    """By a sample of the shingles of its text."""
    shingles = load(article_id, digest).shingles
    if len(shingles) >= LEAST_SHINGLES:
        chosen = shingles[shingles % SAMPLE == 0].tolist() or shingles[:1].tolist()
        yield from ((Room.TEXTS, str(one), None, article_id) for one in chosen)


def of_quotation(quotation: Quotation) -> Iterator[Row]:
    """By runs of its words."""
    yield from ((Room.SAID, run, None, quotation.id) for run in links.of_quotation(quotation))


def of_mention(
    mention: Mention, article: Article, quoted: frozenset[str], near: Mapping[str, int]
) -> Iterator[Row]:
    """By type with sides and days, and with rare words."""
    when = mention.when if mention.when.days is not None and mention.when.days <= VAGUE else article.published
    day = when.earliest.toordinal() if when.earliest else None
    yield from ((Room.ACTS, key, day, mention.id) for key in links.of_mention(mention, article, quoted, near))


def of_story(story_id: str, profile: Profile) -> Iterator[Row]:
    """By its main words and actors."""
    yield from ((Room.LINES, key, profile.first, story_id) for key in storylines.keys(profile))


def day_of(article: Article) -> int | None:
    """The ordinal of its day, where that is known well."""
    published = article.published
    vague = published.days is None or published.days > VAGUE
    return None if vague or published.earliest is None else published.earliest.toordinal()
