"""Coloured words and a story's articles -> the neutral wording that another outlet used for the same thing.

Two ways, both of which show the words themselves: the table `labels.toml` groups words for one thing or kind of people
by whether they take sides, and the neutral one must stand beside a name that stands beside the loaded one; and another
outlet's words for the same event, where the coloured word names that event.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import resources

from dateline.records import Article, Event, Loaded, Mention, Quotation, Span
from dateline.stories.coverage import outlet_of
from dateline.stories.passages import content_words, marked, within

AROUND = 60
"""Code points on either side in which a name makes two labels labels of one thing."""
_NAME = re.compile(r"(?<![.!?“\"]\s)\b[A-ZÀ-Ý][\w’'-]+")


@functools.cache
def groups() -> tuple[tuple[re.Pattern[str], frozenset[str], int], ...]:
    """For each group of labels: a pattern of its neutral words, its loaded words in lower case, and how many words of
    names two labels must share."""
    raw = resources.files("dateline.stories").joinpath("labels.toml").read_text(encoding="utf-8")
    found = []
    for group in tomllib.loads(raw)["group"]:
        neutral = sorted(group["neutral"], key=lambda word: (-len(word), word))
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, neutral)) + r")\b", re.IGNORECASE)
        found.append((pattern, frozenset(word.lower() for word in group["loaded"]), group.get("shared", 1)))
    return tuple(found)


@functools.cache
def _by_word() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, (_, loaded, _) in enumerate(groups()):
        for word in loaded:
            found[word].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def with_neutral(
    loaded: Sequence[Loaded],
    articles: Sequence[Article],
    events: Sequence[Event],
    mentions: Mapping[str, Mention],
    own: Mapping[str, Sequence[Quotation]],
) -> tuple[Loaded, ...]:
    """The same marks in the same order, those for which another outlet has neutral words with them."""
    by_id = {article.id: article for article in articles}
    seen: dict[int, list[tuple[Article, Span, frozenset[str]]]] = {}
    coloured: dict[str, list[Loaded]] = defaultdict(list)
    for mark in loaded:
        coloured[mark.article_id].append(mark)
    triggers = _triggers(events, mentions, by_id, coloured)
    found = []
    for mark in loaded:
        article = by_id[mark.article_id]
        other: tuple[str, Span] | None = None
        for number in _by_word().get(mark.span.text.lower(), ()):
            if number not in seen:
                seen[number] = _labelled(number, articles, own)
            other = other or _same_thing(mark, article, seen[number], groups()[number][2])
        other = other or _same_event(mark, article, triggers, by_id)
        if other:
            mark = replace(
                mark, neutral=other[1].text, neutral_article_id=other[0], neutral_start=other[1].start
            )
        found.append(mark)
    return tuple(found)


def _labelled(
    number: int, articles: Sequence[Article], own: Mapping[str, Sequence[Quotation]]
) -> list[tuple[Article, Span, frozenset[str]]]:
    """Every neutral label of a group in the narration of the articles, with the names around it."""
    pattern = groups()[number][0]
    found = []
    for article in articles:
        quoted = marked(own.get(article.id, ()))
        for match in pattern.finditer(article.text):
            if not within(quoted, match.start(), match.end()):
                span = Span(match.start(), match.end(), match.group())
                found.append((article, span, _names(article.text, span)))
    return found


def _names(text: str, span: Span) -> frozenset[str]:
    first, last = max(0, span.start - AROUND), span.end + AROUND
    around = " ".join(match.group() for match in _NAME.finditer(text, first, last))
    return frozenset(content_words(around))


def _same_thing(
    mark: Loaded, article: Article, labelled: Sequence[tuple[Article, Span, frozenset[str]]], least: int
) -> tuple[str, Span] | None:
    names = _names(article.text, mark.span)
    outlet = outlet_of(article)
    best: tuple[int, str, Span] | None = None
    for other, span, around in labelled:
        shared = len(names & around)
        if outlet_of(other) != outlet and shared >= least and (best is None or shared > best[0]):
            best = shared, other.id, span
    return (best[1], best[2]) if best else None


def _triggers(
    events: Sequence[Event],
    mentions: Mapping[str, Mention],
    by_id: Mapping[str, Article],
    coloured: Mapping[str, Sequence[Loaded]],
) -> dict[str, list[tuple[Span, tuple[Mention, ...]]]]:
    """Article -> its words for events that other articles report in words without colour."""
    found: dict[str, list[tuple[Span, tuple[Mention, ...]]]] = defaultdict(list)
    for event in events:
        told = [mentions[one] for one in event.mentions if mentions[one].article_id in by_id]
        plain = tuple(
            mention
            for mention in told
            if not any(_touch(mark.span, mention.trigger) for mark in coloured[mention.article_id])
        )
        for mention in told if plain else ():
            found[mention.article_id].append((mention.trigger, plain))
    return found


def _same_event(
    mark: Loaded,
    article: Article,
    triggers: Mapping[str, Sequence[tuple[Span, tuple[Mention, ...]]]],
    by_id: Mapping[str, Article],
) -> tuple[str, Span] | None:
    for trigger, plain in triggers.get(article.id, ()):
        if _touch(mark.span, trigger):
            for mention in plain:
                if outlet_of(by_id[mention.article_id]) != outlet_of(article):
                    return mention.article_id, mention.trigger
    return None


def _touch(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
