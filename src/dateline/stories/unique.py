"""Articles of one story -> sentences whose particulars no other outlet has.

A sentence of the narration counts where hardly any of its content words, names left out, stand anywhere in what the other outlets
wrote in the same days: it tells of something else. Only outlets of the same days are compared (see coverage).
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.records import Article, DateRange, OnlyIn, Quotation
from dateline.stories.coverage import RUN, WEEK, outlet_of
from dateline.stories.passages import content_words, marked, particulars, sentences, within

FEW = 3
"""Content words a sentence must have to say anything of its own."""
KNOWN = 0.2
"""The share of them that others may have."""
QUOTED = 0.5
ANY = ""

Days = tuple[dt.date, dt.date]
Index = dict[str, dict[str, Days]]
"""Word -> outlet -> the days within which that outlet used it; ANY stands for any word."""


def passages_only_in(
    articles: Sequence[Article],
    own: Mapping[str, Sequence[Quotation]],
    shared: Mapping[str, Sequence[tuple[int, int]]],
) -> Iterator[OnlyIn]:
    """Such sentences in order of article and place; none where no other outlet wrote in the same days.

    shared: article id -> the stretches that report what other outlets report too; a sentence there is not one's own.
    """
    index = _index(articles)
    for article in articles:
        outlet = outlet_of(article)
        if article.copy_of or not _known(index, ANY, outlet, article.published):
            continue
        quoted = marked(own.get(article.id, ()))
        for sentence in sentences(article.text):
            if within(shared.get(article.id, ()), sentence.start, sentence.end):
                continue
            if within(quoted, sentence.start, sentence.end) > QUOTED * (sentence.end - sentence.start):
                continue
            said = particulars(sentence.text)
            if len(said) < FEW:
                continue
            known = (word for word in said if _known(index, word, outlet, article.published))
            if next(itertools.islice(known, int(KNOWN * len(said)), None), None) is None:
                yield OnlyIn(outlet, sentence, article.id)


def _index(articles: Sequence[Article]) -> Index:
    index: Index = defaultdict(dict)
    for article in articles:
        days, outlet = article.published, outlet_of(article)
        if days.earliest is None or days.latest is None or (days.days or 0) > WEEK:
            continue
        for word in {*content_words(f"{article.title or ''} {article.text}"), ANY}:
            first, last = index[word].get(outlet, (days.earliest, days.latest))
            index[word][outlet] = min(first, days.earliest), max(last, days.latest)
    return index


def _known(index: Index, word: str, outlet: str, told: DateRange) -> bool:
    if told.latest is None:
        return False
    first, last = told.earliest or told.latest, told.latest + dt.timedelta(days=RUN)
    return any(
        other != outlet and days[1] >= first and days[0] <= last
        for other, days in index.get(word, {}).items()
    )
