"""A vague article beside dated ones in nearly the same words -> its week, and its mentions' days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dateline.config import Config
from dateline.pipeline.companions import narrowed
from dateline.records import Article, Mention
from dateline.resolvers import Resolvers

TEXT = (
    "The Orrin trawlers returned to Aldmoor harbour on Wednesday after the Kastrian navy released their crews, and "
    "the fishing families of Aldmoor met them on the quay with flags, bread and a brass band from the cannery."
)


def test_a_vague_article_takes_the_week_of_its_companions(
    make_article: Callable[..., Article], make_mention: Callable[..., Mention], days: Callable[..., object]
) -> None:
    dated = make_article(
        TEXT + " It rained.", title="Orrin trawlers return to Aldmoor", published=days("2020-03-05")
    )
    vague = make_article(TEXT, title="Orrin trawlers return to Aldmoor")
    far = make_article(
        "Quite another matter was decided in the provincial assembly on Monday.", title="Assembly"
    )
    told = make_mention(vague, "Kastria", "Vellan", "", type_="RETREAT", said="on Wednesday")
    articles, (mention,) = narrowed((dated, vague, far), (told,), Resolvers.load(Config()))
    found = {article.id: article.published for article in articles}
    assert found[vague.id].basis == "linked"
    assert found[vague.id].earliest == dt.date(2020, 3, 4)
    assert found[dated.id] == dated.published
    assert found[far.id] == far.published
    assert (mention.when.earliest, mention.when.latest) == (dt.date(2020, 3, 4), dt.date(2020, 3, 4))
