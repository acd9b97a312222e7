"""A new article -> how common its words are, what it copies, which articles share its telling words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.articles.copies import copies
from dateline.corpus import Corpus, Known, Room
from dateline.links.keys import words_of
from dateline.pipeline import keys
from dateline.pipeline.around import A_KEY, ARTICLES, TEXTS, Near
from dateline.records import Article, Mention
from dateline.stories import weights


def commonness(article: Article, mentions: Sequence[Mention], near: Near) -> Known:
    """How common the article's words are, the article counted in."""
    own = weights.counted(article)
    around: Counter[str] = Counter()
    for mention in mentions:
        around.update(words_of(mention))
    articles, acts = near.counts(Room.WORDS, own), near.counts(Room.ACTS, around)
    return Known(
        articles.get("", 0) + 1,
        {word: articles.get(word, 0) + 1 for word in own},
        acts.get("", 0) + len(mentions),
        {word: acts.get(word, 0) + n for word, n in around.items()},
    )


def copied(article: Article, fresh: Corpus, near: Near) -> tuple[Article, list[str]]:
    """The article with what it copies, and the texts that share pieces with it."""
    wanted = {key for _, key, _, _ in keys.of_text(*fresh.digests[0])}
    hits = near.find(Room.TEXTS, wanted, None, A_KEY)
    likely = sorted(hits, key=lambda id_: (-len(hits[id_]), id_))[:TEXTS]
    found = copies([*fresh.digests, *near.digests(likely)])
    if article.id in found:
        article = replace(article, copy_of=found[article.id][0], copied_share=found[article.id][1])
    copied = [id_ for id_ in likely if found.get(id_, ("",))[0] == article.id]
    return article, sorted({*copied, *((article.copy_of,) if article.copy_of else ())})


def alike(article: Article, known: Known, near: Near) -> list[str]:
    """Articles that share its telling words, the most alike first."""
    vector = weights.everything(weights.counted(article), known.articles, known.words)
    worth = {word: value**2 for word, value in vector.items()}
    rows = list(keys.of_article(article, weights.counted(article), known.articles, known.words))
    hits = near.find(Room.WORDS, {key for _, key, _, _ in rows}, keys.day_of(article), 2 * A_KEY)
    value = {id_: sum(map(worth.__getitem__, shared)) for id_, shared in hits.items()}
    return sorted(value, key=lambda id_: (-value[id_], id_))[:ARTICLES]
