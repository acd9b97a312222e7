"""Articles of one story -> sentences whose particulars no other outlet has.

A sentence of the narration counts where hardly any of its content words, names left out, stand anywhere in what the other outlets
wrote in the same days: it tells of something else. Only outlets of the same days are compared (see coverage).
"""

from __future__ import annotations

import datetime as dt
import itertools
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
"""Stands for any word."""

Days = tuple[dt.date, dt.date]


def passages_only_in(
    articles: Sequence[Article],
    own: Mapping[str, Sequence[Quotation]],
    shared: Mapping[str, Sequence[tuple[int, int]]],
) -> Iterator[OnlyIn]:
    """Such sentences in order of article and place; none where no other outlet wrote in the same days.

    shared: article id -> the stretches that report what other outlets report too; a sentence there is not one's own.
    """
    used = _Used(articles)
    for article in articles:
        outlet = outlet_of(article)
        if article.copy_of or not used.by_another(ANY, outlet, article.published):
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
            known = (word for word in said if used.by_another(word, outlet, article.published))
            if next(itertools.islice(known, int(KNOWN * len(said)), None), None) is None:
                yield OnlyIn(outlet, sentence, article.id)


class _Used:
    """Which outlets used a word, and in which days, found out when it is first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._read = [
            (
                outlet_of(article),
                article.published.earliest,
                article.published.latest,
                content_words(f"{article.title or ''} {article.text}"),
            )
            for article in articles
            if article.published.days is not None and article.published.days <= WEEK
        ]
        self._days: dict[str, dict[str, Days]] = {}

    def by_another(self, word: str, outlet: str, told: DateRange) -> bool:
        """Whether another outlet used it in the days of an article or in the `RUN` days after it."""
        if told.latest is None:
            return False
        first, last = told.earliest or told.latest, told.latest + dt.timedelta(days=RUN)
        return any(
            other != outlet and days[1] >= first and days[0] <= last for other, days in self._of(word).items()
        )

    def _of(self, word: str) -> dict[str, Days]:
        """Outlet -> the days from its first to its last article with the word."""
        held = self._days.get(word)
        if held is None:
            held = self._days[word] = {}
            for outlet, earliest, latest, words in self._read:
                if earliest and latest and (word == ANY or word in words):
                    first, last = held.get(outlet, (earliest, latest))
                    held[outlet] = min(first, earliest), max(last, latest)
        return held
