"""When: words and an anchor in, days out; the one handle on this room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from dateline.records import DateRange, Removed
from dateline.syntax import Text
from dateline.when.clues import Bounder
from dateline.when.companions import Companion, Weekdays, settled, weekdays
from dateline.when.cues import load_cues
from dateline.when.dating import published
from dateline.when.election_clues import Vote, load_votes
from dateline.when.expressions import TimeExpression, expressions, read_words
from dateline.when.lexicon import Lexicon, load_lexicon
from dateline.when.spoken import spoken
from dateline.when.summits import Summit, SummitTable, load_summits

Tense = Literal["past", "future", "none"]
_AHEAD: dict[Tense, int] = {"past": -1, "none": 0, "future": 1}


class When:
    """Time expressions, summits and the day of publication, from the tables beside this module."""

    def __init__(self, lexicon: Lexicon, table: SummitTable, votes: tuple[Vote, ...] = ()) -> None:
        self.lexicon = lexicon
        self.table = table
        self.votes = votes

    @classmethod
    def load(cls, overlay: tuple[Path, ...] = ()) -> When:
        """With the rows of `summits.tsv` and `elections.tsv` in the overlay folders. Raises ConfigError for a table that
        cannot be read."""
        return cls(load_lexicon(), SummitTable(load_summits(overlay)), load_votes(overlay))

    def expressions(self, text: Text) -> tuple[TimeExpression, ...]:
        """Every time expression of a parsed text, in order, seen from `text.published` and the verbs around it."""
        return expressions(text, self.lexicon)

    def resolve(self, words: str, anchor: DateRange, tense: Tense = "past") -> DateRange:
        """The days that plain words mean, counted from the anchor; open where words or anchor leave it open.

        "two days after" counts from the anchor itself, so that a caller can give the day of what stands beside it.
        """
        return read_words(words, anchor, _AHEAD[tense], self.lexicon)

    def places(self, words: str, anchor: DateRange) -> tuple[tuple[int, int, DateRange], ...]:
        """Where plain words speak of time: start and end in code points, and the days where these are the same whether
        the words look back or ahead (a weekday without its verb is not)."""
        return spoken(words, anchor, self.lexicon)

    def published(
        self, title: str | None, body: str, removed: tuple[Removed, ...], who: Bounder
    ) -> DateRange:
        """The days on which an article can have been published, from its own words; open where they do not tell."""
        return published(title, body, removed, who, self.lexicon, self.table, self.votes)

    def weekdays(self, title: str | None, body: str) -> Weekdays:
        """The weekdays that an article speaks of as just past, for `settled`."""
        return weekdays(title, body, self.lexicon, load_cues())

    def settled(self, known: DateRange, own: Weekdays, others: Sequence[Companion]) -> DateRange:
        """`known` narrowed by the days of articles that tell of the same happening, where the weekday that this one names
        can only be one day seen from them (basis "linked"); else `known` itself."""
        return settled(known, own, others, load_cues())

    def summits(self, words: str) -> tuple[Summit, ...]:
        """The summits that words may mean, by name, series, city or place, oldest first; empty when they name none."""
        return self.table.find(words)
