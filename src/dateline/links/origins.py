"""The reports of one event -> how many separate origins stand behind them.

Copies of one text, and reports that rest on the same outlet, agency, official or quoted words, count once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.groups import Groups
from dateline.records import ActorRef, Article, Mention


def independent(
    mentions: Sequence[Mention], articles: Mapping[str, Article], shared_words: Mapping[str, frozenset[str]]
) -> int:
    """How many groups remain when articles with a common origin are joined.

    shared_words: article id -> the `same_as` ids of unnamed or institutional sources it quotes; two articles that
    give the same words of one unnamed source rest on one briefing.
    """
    groups = Groups()
    ids = sorted({mention.article_id for mention in mentions})
    for article_id in ids:
        article = articles[article_id]
        groups.join(article_id, article_id)
        if article.copy_of in articles and article.copy_of in ids:
            groups.join(article_id, article.copy_of)
        if article.copy_of:
            groups.join(article_id, f"origin {article.copy_of}")
        if article.outlet:
            groups.join(article_id, f"outlet {article.outlet.casefold()}")
        for words in shared_words.get(article_id, frozenset()):
            groups.join(article_id, f"words {words}")
    for article_id in ids:
        own = [mention for mention in mentions if mention.article_id == article_id]
        if all(mention.reported_by for mention in own):
            for mention in own:
                groups.join(article_id, _origin(mention.reported_by[-1]))
    return len({groups.find(article_id) for article_id in ids})


def _origin(actor: ActorRef) -> str:
    if actor.kind == "media":
        return f"outlet {actor.name.casefold()}"
    return f"source {actor.actor_id or actor.name.casefold()}"
