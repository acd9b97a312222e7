"""Articles -> unit vectors of weighted words, the same whatever the size of the project they are read in.

TF-IDF over the title, counted three times, and the first words of the body (words as in vectors.py). How rare a word is
goes by the project and by news at large together (background.py), so that a small project does not take "said" for telling, and
an affair's own names weigh in a large one; the weight of rarity is sharpened by `SHARP`.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.corpus import Known
from dateline.records import Article
from dateline.stories.background import background
from dateline.stories.vectors import Vector, unit, words

TITLE = 3
SHARP = 1.25
PRIOR = 60
"""Articles assumed beside those of the project, so that in a small one no word is taken for rare."""
LONELY = 40
"""From so many articles on, a word that only one of them has says nothing about which belong together."""


def counted(article: Article) -> Mapping[str, int]:
    """The article's telling words, how often each."""
    return words(article, TITLE)


def spread(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """In how many articles each word stands."""
    return Counter(word for count in counts for word in count)


def vectors(counts: Sequence[Mapping[str, int]], known: Known | None = None) -> list[Vector]:
    """One unit vector an article. known: the whole project, where these articles are only a part of it."""
    known = known or Known(len(counts), spread(counts))
    rare = rarities({word for count in counts for word in count}, known)
    return [_vector(count, rare) for count in counts]


def vector(count: Mapping[str, int], known: Known) -> Vector:
    """The unit vector of one article's words."""
    return _vector(count, rarities(count, known))


def rarities(words: Iterable[str], known: Known) -> dict[str, float]:
    """How rare each word is that counts: the lesser of two inverse document frequencies, never below 0, sharpened: in the
    project, and in it and news at large together."""
    news, here = background(), known.words
    own, large = known.articles + PRIOR + 1, known.articles + news.articles + 1
    if known.articles >= LONELY:
        words = [word for word in words if here.get(word, 0) > 1]
    weights = {}
    for word in words:
        n = here.get(word, 0)
        least = min(own / (n + 0.5), large / (n + news.counts.get(word, 0) + 0.5))
        weights[word] = math.log(least) ** SHARP if least > 1 else 0.0
    return weights


def _vector(count: Mapping[str, int], rare: Mapping[str, float]) -> Vector:
    return unit({word: _often(n) * rare[word] for word, n in count.items() if word in rare})


@functools.cache
def _often(n: int) -> float:
    return 1 + math.log(n)


def everything(count: Mapping[str, int], articles: int, spread: Mapping[str, int]) -> Vector:
    """The same with words that only this article has, as by them a later one may find it."""
    return vector(count, Known(articles, {word: max(2, spread.get(word, 0)) for word in count}))
