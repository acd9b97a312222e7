"""The reports of one event -> on whose word each rests, how many separate origins that leaves, and who cites in a circle.

Copies of one text, articles of one outlet, and reports that rest on the same outlet, agency, official or quoted words
count once. An article that tells the event in its own voice as well adds to what it repeats, and stays an origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.groups import Groups
from dateline.records import ActorRef, Article, Mention

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Basis:
    """What an article quotes that shows whom it rests on.

    words: `same_as` ids of unnamed or institutional sources; via: (code point, outlet) of quotations taken over.
    """

    words: frozenset[str] = frozenset()
    via: tuple[tuple[int, str], ...] = ()


NOTHING = Basis()


@dataclass(frozen=True, slots=True)
class Origins:
    """`count` separate origins; rows of (article id, "origin" | "repeats" | "adds to" | "circular", whom), by article."""

    count: int
    rows: tuple[Row, ...]


def origins(
    mentions: Sequence[Mention], articles: Mapping[str, Article], bases: Mapping[str, Basis]
) -> Origins:
    """The tree behind an event. Two articles that give the same words of one unnamed source rest on one briefing."""
    groups = Groups()
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.article_id].append(mention)
    rows: list[Row] = []
    cites: dict[str, set[str]] = defaultdict(set)
    for article_id in sorted(own):
        article, basis = articles[article_id], bases.get(article_id, NOTHING)
        groups.join(article_id, _outlet(article))
        for words in basis.words:
            groups.join(article_id, f"words {words}")
        cited = list(dict.fromkeys(_cited(own[article_id], basis)))
        cites[_outlet(article)].update(key for key, _ in cited)
        if article.copy_of:
            copied = article.copy_of if article.copy_of in own else f"text {article.copy_of}"
            groups.join(article_id, copied)
            rows.append((article_id, "repeats", article.copy_of))
        elif all(mention.reported_by for mention in own[article_id]):
            for mention in own[article_id]:
                groups.join(article_id, _key(mention.reported_by[-1]))
            rows += [(article_id, "repeats", name) for _, name in cited]
        elif cited:
            rows += [(article_id, "adds to", name) for _, name in cited]
        else:
            rows.append((article_id, "origin", article.outlet or article.source))
    rows += _circular(own, articles, cites)
    return Origins(len({groups.find(article_id) for article_id in own}), tuple(rows))


def _cited(mentions: Sequence[Mention], basis: Basis) -> Iterator[tuple[str, str]]:
    """Key and name of everybody on whose word the reports of one article rest."""
    for mention in mentions:
        for ref in mention.reported_by[-1:]:
            yield _key(ref), ref.name
        for start, outlet in basis.via:
            if mention.evidence.start <= start < mention.evidence.end:
                yield f"outlet {outlet.casefold()}", outlet


def _circular(
    own: Mapping[str, list[Mention]], articles: Mapping[str, Article], cites: Mapping[str, set[str]]
) -> list[Row]:
    """Articles whose outlet cites one that, over whatever steps, cites it."""
    found = []
    for article_id in sorted(own):
        start = _outlet(articles[article_id])
        reached: set[str] = set()
        ahead = sorted(cites.get(start, ()))
        while ahead:
            key = ahead.pop()
            if key not in reached:
                reached.add(key)
                ahead += sorted(cites.get(key, ()))
        if start in reached and cites.get(start, set()) - {start}:
            whom = ", ".join(sorted(key.removeprefix("outlet ") for key in cites[start] if key != start))
            found.append((article_id, "circular", whom))
    return found


def _outlet(article: Article) -> str:
    return f"outlet {(article.outlet or article.source).casefold()}"


def _key(actor: ActorRef) -> str:
    if actor.kind == "media":
        return f"outlet {actor.name.casefold()}"
    return f"source {actor.actor_id or actor.name.casefold()}"
