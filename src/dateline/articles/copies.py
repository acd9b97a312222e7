"""Digests of articles -> which text is a copy, whole or in part, of which: shingles, MinHash LSH and containment.

Method: word 5-shingles and resemblance after A. Broder, "On the resemblance and containment of documents" (1997);
candidates from MinHash with locality-sensitive hashing (datasketch) for whole copies, and from shared shingles whose
hash is a multiple of a small number (Broder's "mod p" sketch) for partial ones; every candidate is then counted exactly.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dateline.articles.lines import even
from dateline.records import Article

SHINGLE = 5
"""Words in a shingle."""
LEAST_SHARE = 0.5
"""How much of a text must stand in another for it to be called a copy of that one."""

_VERSION = 1
_HEADER = struct.Struct("<BiiI")
_PERMUTATIONS = 64
_SCHEME: Literal["affine32"] = "affine32"
_JACCARD = 0.5
_SAMPLE = 8
_LEAST_SHARED = 3
_COMMON = 64
_LEAST_SHINGLES = 8


@dataclass(frozen=True, slots=True)
class ArticleDigest:
    """What the search needs of one article. latest: the last day it can be of, as an ordinal, None when open;
    length: code points of its text; signature: MinHash values; shingles: sorted hashes (numpy uint32 arrays).
    """

    article_id: str
    latest: int | None
    length: int
    signature: Any
    shingles: Any

    @property
    def rank(self) -> tuple[int, int, str]:
        """Originals sort first: the earliest, then the longest, then by id."""
        return (self.latest if self.latest is not None else 10**9, -self.length, self.article_id)


def digest(article: Article) -> bytes:
    """The digest of an article's text and date as bytes, about 4 bytes a word; the same on any machine."""
    import numpy as np
    from datasketch import MinHash

    hashes = _hashes(article.text)
    values = np.unique(np.fromiter(hashes, dtype="<u4", count=len(hashes)))
    minhash = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int, scheme=_SCHEME)
    if len(values):
        minhash.update_batch(values.tolist())
    latest = article.published.latest.toordinal() if article.published.latest else 0
    header = _HEADER.pack(_VERSION, latest, len(article.text), len(values))
    return b"".join((header, minhash.hashvalues.astype("<u4").tobytes(), values.tobytes()))


def load(article_id: str, data: bytes) -> ArticleDigest:
    """A stored digest. Raises ValueError for bytes that `digest` of this version did not make."""
    import numpy as np

    signature_end = _HEADER.size + 4 * _PERMUTATIONS
    if len(data) < signature_end or data[0] != _VERSION:
        raise ValueError("not a digest of this version")
    _, latest, length, count = _HEADER.unpack_from(data)
    signature = np.frombuffer(data, dtype="<u4", count=_PERMUTATIONS, offset=_HEADER.size)
    shingles = np.frombuffer(data, dtype="<u4", count=count, offset=signature_end)
    return ArticleDigest(article_id, latest or None, length, signature, shingles)


def copies(digests: Iterable[tuple[str, bytes]]) -> dict[str, tuple[str, float]]:
    """Article id -> (id of the original, share of its shingles that stand in the original, 0.5 to 1).

    digests: (article id, bytes of `digest`) in any order. An original is never later than its copy, and where days
    do not tell, never shorter; of several, one that is no copy itself is taken, then the one that holds most.
    """
    articles = sorted((load(article_id, data) for article_id, data in digests), key=lambda one: one.rank)
    found: dict[str, tuple[str, float]] = {}
    candidates = _candidates(articles)
    for number, article in enumerate(articles):
        best: tuple[bool, float, int] | None = None
        for earlier in sorted(candidates.get(number, ())):
            share = containment(article, articles[earlier])
            key = (articles[earlier].article_id not in found, share, -earlier)
            if share >= LEAST_SHARE and (best is None or key > best):
                best = key
        if best is not None:
            found[article.article_id] = (articles[-best[2]].article_id, round(best[1], 4))
    return found


def containment(part: ArticleDigest, whole: ArticleDigest) -> float:
    """The share of `part`'s shingles that `whole` holds too, 0 to 1."""
    import numpy as np

    if not len(part.shingles):
        return 0.0
    return len(np.intersect1d(part.shingles, whole.shingles, assume_unique=True)) / len(part.shingles)


def _hashes(text: str) -> list[int]:
    """One hash a shingle of five words, case and punctuation evened out; a shorter text is one shingle."""
    tokens = [token for paragraph in text.split("\n\n") for token in even(paragraph).split()]
    if not tokens:
        return []
    last = max(1, len(tokens) - SHINGLE + 1)
    return [zlib.crc32(" ".join(tokens[at : at + SHINGLE]).encode("utf-8")) for at in range(last)]


def _candidates(articles: list[ArticleDigest]) -> dict[int, set[int]]:
    """Number of an article -> numbers of articles of lower rank that may hold it."""
    pairs: dict[int, set[int]] = defaultdict(set)
    for later, earlier in (*_alike(articles), *_overlapping(articles)):
        if earlier < later:
            pairs[later].add(earlier)
    return pairs


def _alike(articles: list[ArticleDigest]) -> Iterator[tuple[int, int]]:
    """Whole copies, by locality-sensitive hashing. Equal signatures are looked up once, however many there are."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_bands())
    first: dict[bytes, int] = {}
    for number, article in enumerate(articles):
        if len(article.shingles) < _LEAST_SHINGLES:
            continue
        same = article.signature.tobytes()
        if same in first:
            yield number, first[same]
            continue
        first[same] = number
        minhash = MinHash(
            num_perm=_PERMUTATIONS,
            seed=1,
            hashvalues=article.signature,
            scheme=_SCHEME,
            permutations=_permutations(),
        )
        yield from ((number, earlier) for earlier in index.query(minhash))
        index.insert(number, minhash)


@functools.cache
def _permutations() -> Any:
    """Those of every signature; drawing them anew for each takes longer than a search."""
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=1, scheme=_SCHEME).permutations


@functools.cache
def _bands() -> tuple[int, int]:
    """Bands and rows of the index; finding the best for the threshold takes longer than a small search."""
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=_JACCARD, num_perm=_PERMUTATIONS)
    return index.b, index.r


def _overlapping(articles: list[ArticleDigest]) -> Iterator[tuple[int, int]]:
    """Partial copies: pairs that share several sampled shingles, where a shingle of many articles tells nothing."""
    postings: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        sampled = article.shingles[article.shingles % _SAMPLE == 0].tolist()
        if len(article.shingles) >= _LEAST_SHINGLES:
            shared = Counter(n for value in sampled for n in postings.get(value, ()))
            needed = min(_LEAST_SHARED, max(1, len(sampled) // 3))
            yield from ((number, earlier) for earlier, times in shared.items() if times >= needed)
        for value in sampled:
            if len(postings[value]) < _COMMON:
                postings[value].append(number)
