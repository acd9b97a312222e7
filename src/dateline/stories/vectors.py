"""Articles -> unit vectors of weighted words: TF-IDF over the title, counted double, and the first words of the body."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.records import Article
from dateline.wording import common_words

LEAD_WORDS, LEAD_CHARS = 300, 6000
TITLE_WEIGHT = 2
PRIOR_ARTICLES = 20
_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d[\d,.]*")

Vector = Mapping[str, float]


def words(article: Article, title: int = TITLE_WEIGHT) -> Mapping[str, int]:
    """Telling words of the title (each counted `title` times) and the lead, in lower case, without possessive endings; not
    to be changed, for the next who asks is given the same."""
    return _words(article.title or "", article.text[:LEAD_CHARS], title)


@functools.lru_cache(maxsize=4096)
def _words(headline: str, text: str, title: int) -> Mapping[str, int]:
    counts = {word: n * title for word, n in _told(headline).items()}
    for word, n in _lead(text).items():
        counts[word] = counts.get(word, 0) + n
    return counts


@functools.lru_cache(maxsize=2048)
def _lead(text: str) -> Mapping[str, int]:
    return _told(" ".join(text.split()[:LEAD_WORDS]))


def _told(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for form, n in Counter(_WORD.findall(text)).items():
        word = _plain(form)
        if word:
            counts[word] = counts.get(word, 0) + n
    return counts


@functools.lru_cache(maxsize=100_000)
def _plain(form: str) -> str:
    """The word as it is counted; "" where it tells nothing."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    return word if len(word) > 1 and word not in common_words() else ""


def vectors(articles: Sequence[Article]) -> list[Vector]:
    """One unit vector an article. A prior of `PRIOR_ARTICLES` keeps the weights sane in a small project."""
    counts = [words(article) for article in articles]
    frequency = Counter(word for count in counts for word in count)
    total = len(articles) + PRIOR_ARTICLES
    lonely = len(articles) >= 2 * PRIOR_ARTICLES
    found = []
    for count in counts:
        weighted = {
            word: (1 + math.log(n)) * math.log((total + 1) / (frequency[word] + 0.5))
            for word, n in count.items()
            if not (lonely and frequency[word] == 1)
        }
        found.append(unit(weighted))
    return found


def unit(vector: Vector) -> Vector:
    """The vector at length 1; the empty vector stays empty."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """Cosine of two unit vectors."""
    if len(right) < len(left):
        left, right = right, left
    return sum(value * right[key] for key, value in left.items() if key in right)


def centroid(parts: Sequence[Vector]) -> Vector:
    """The unit vector in the middle of several."""
    total: dict[str, float] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value
    return unit(total)


def neighbours(found: Sequence[Vector], floor: float) -> dict[tuple[int, int], float]:
    """Pairs (i < j) whose cosine is at least `floor`."""
    index: dict[str, list[tuple[int, float]]] = {}
    pairs: dict[tuple[int, int], float] = {}
    for j, vector in enumerate(found):
        sums: dict[int, float] = {}
        for key, value in vector.items():
            for i, other in index.get(key, ()):
                sums[i] = sums.get(i, 0.0) + value * other
        pairs.update(((i, j), total) for i, total in sums.items() if total >= floor)
        for key, value in vector.items():
            index.setdefault(key, []).append((j, value))
    return pairs
