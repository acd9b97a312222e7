"""A mention and its article -> a Report: what comparing two of them needs, taken apart once."""

from __future__ import annotations

import calendar
import functools
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.corpus import Known
from dateline.links.alike import Sides, sides_of
from dateline.links.families import kinds, light_verbs, root
from dateline.links.life import broken_off, stage
from dateline.records import Article, DateRange, Mention
from dateline.wording import common_words

REACH = 110
"""Code points on either side of the trigger whose words say what the act was about."""
PRIOR = 20
"""Mentions assumed beside those that are there, so that a small project does not take every word for rare."""
TIMES = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name) if name)
SHARP = 14
RAREST = 8
NAMES = 16
_NAME = re.compile(r"\s(?<![.!?]\s)(?<![.!?][”\"’]\s)(?<!\n)[“\"(]?([A-ZÀ-Þ][\w’'-]+)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A mention with what comparison needs of its article."""

    mention: Mention
    article: Article
    words: Mapping[str, float]
    """Roots of telling words around the trigger, with how telling each is."""
    weight: float
    rare: tuple[str, ...]
    """The rarest of the words that another mention has as well."""
    sides: Sides
    acts: frozenset[str]
    kinds: frozenset[int]
    quoted: frozenset[str] = frozenset()
    """`same_as` ids of the words that its article quotes."""

    names: frozenset[str] = frozenset()
    """The rarest names in its article that another article has as well."""
    status: str = ""
    """The mention's, but "planned" for what was only put off, which may still be held, and "broken off" for what was held and came to nothing."""

    days: int | None = None
    """How many days the interval of the act holds, None where a side is open."""
    told: int | None = None
    """The ordinal of the first day of its article, where that is known to `SHARP` days."""

    @property
    def postponed(self) -> bool:
        """Whether it tells that the act was put off."""
        return self.status == "planned" and self.mention.status == "cancelled"

    @property
    def when(self) -> DateRange:
        return self.mention.when


def reports(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article],
    quoted: Mapping[str, frozenset[str]],
    known: Known | None = None,
) -> list[Report]:
    """One a mention, in the order given. A word weighs the more the fewer mentions have it near their trigger.

    known: how common words are in the whole project, where these mentions are only a part of it.
    """
    near = [near_trigger(mention) for mention in mentions]
    frequency: Mapping[str, int] = known.near if known else Counter(word for words in near for word in words)
    if known:
        frequency = {word: frequency.get(word, 1) for words in near for word in words}
    total = (known.mentions if known else len(mentions)) + PRIOR
    lone = frozenset(word for word, count in frequency.items() if count == 1)
    weights = {word: math.log((total + 1) / (count + 0.5)) for word, count in frequency.items()}
    names = article_names({mention.article_id: articles[mention.article_id] for mention in mentions})
    return [
        _report(
            mention,
            articles[mention.article_id],
            words,
            weights,
            lone,
            quoted.get(mention.article_id, frozenset()),
            names[mention.article_id],
        )
        for mention, words in zip(mentions, near, strict=True)
    ]


def _report(
    mention: Mention,
    article: Article,
    words: frozenset[str],
    weights: Mapping[str, float],
    lone: frozenset[str],
    quoted: frozenset[str],
    names: frozenset[str],
) -> Report:
    own = {word: weights[word] for word in words}
    sides, acts, of_kinds, standing = _act(mention)
    return Report(
        mention,
        article,
        own,
        sum(own.values()),
        _rarest(own, lone),
        sides,
        acts,
        of_kinds,
        quoted,
        names,
        standing,
        mention.when.days,
        _told(article.published),
    )


def _told(published: DateRange) -> int | None:
    if published.earliest is None or published.latest is None:
        return None
    first, last = published.earliest.toordinal(), published.latest.toordinal()
    return first if last - first < SHARP else None


@functools.lru_cache(maxsize=20_000)
def _act(mention: Mention) -> tuple[Sides, frozenset[str], frozenset[int], str]:
    """What a mention tells by itself: its sides, the roots of its act, the kinds of those, how it stands."""
    trigger = [word for word in _words(mention.trigger.text) if word not in common_words()]
    acts = [word for word in trigger if word not in light_verbs()] or trigger
    return (
        sides_of(mention),
        frozenset(root(word) for word in acts),
        frozenset(number for word in acts for number in kinds(word)),
        _standing(mention),
    )


def _standing(mention: Mention) -> str:
    if stage(mention) == "postponed":
        return "planned"
    return "broken off" if broken_off(mention) else mention.status


def article_names(articles: Mapping[str, Article]) -> dict[str, frozenset[str]]:
    """Article id -> the `NAMES` rarest of its names that another of the articles has too: what its story is about."""
    own = {key: _capitals(article.text) for key, article in articles.items()}
    frequency = Counter(name for names in own.values() for name in names)
    return {
        key: frozenset(
            sorted((name for name in names if frequency[name] > 1), key=lambda name: (frequency[name], name))[
                :NAMES
            ]
        )
        for key, names in own.items()
    }


@functools.lru_cache(maxsize=2048)
def _capitals(text: str) -> frozenset[str]:
    """Words with a capital that start no sentence."""
    return frozenset(
        sys.intern(word.casefold().replace("’", "'").removesuffix("'s")) for word in set(_NAME.findall(text))
    )


def _rarest(words: Mapping[str, float], lone: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        sorted((word for word in words if word not in lone), key=lambda word: (-words[word], word))[:RAREST]
    )


@functools.lru_cache(maxsize=20_000)
def near_trigger(mention: Mention) -> frozenset[str]:
    """The words around the trigger, the trigger's, the actors' and those of the day left out: those are compared apart."""
    start = max(0, mention.trigger.start - mention.evidence.start - REACH)
    end = mention.trigger.end - mention.evidence.start + REACH
    own: set[str] = set()
    for ref in (*mention.source, *mention.target):
        own.update(_words(ref.name), _words(ref.role or ""), _words(ref.span.text if ref.span else ""))
    own |= {*_words(mention.trigger.text), *TIMES}
    return frozenset(
        root(word)
        for word in _words(mention.evidence.text[start:end])
        if word not in own and word not in common_words()
    )


def _words(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text)]
