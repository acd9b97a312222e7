"""What can be marked in a stored text: every passage slices back and says what it means."""

from __future__ import annotations

import datetime as dt

from dateline.chronicle.layers import _copied, _names, _places
from dateline.config import load_config
from dateline.corpus import Seen
from dateline.records import DateRange
from dateline.resolvers import Resolvers

RESOLVERS = Resolvers.load(load_config(environ={}))
MONDAY = DateRange(dt.date(2016, 9, 5), dt.date(2016, 9, 5), None, "metadata")


def test_longer_names_hide_the_shorter_ones_inside_them() -> None:
    text = "Anna Berg met Berg and the Berg Council."
    seen = [
        Seen("p", "Anna Berg", "person", None, ("Anna Berg", "Berg")),
        Seen("c", "Berg Council", "organisation", None, ("Berg Council",)),
    ]
    found = [(text[one.start : one.end], one.actor_id) for one, _ in _names(text, seen)]
    assert found == [("Anna Berg", "p"), ("Berg", "p"), ("Berg Council", "c")]


def test_a_form_of_two_actors_stands_for_neither() -> None:
    seen = [
        Seen("a", "Anna Berg", "person", None, ("Berg",)),
        Seen("b", "Otto Berg", "person", None, ("Berg",)),
    ]
    assert _names("Berg spoke.", seen) == []


def test_places_are_found_outside_of_longer_names() -> None:
    text = "Talks in Paris went on. Paris Hilton was not there, nor in New York."
    seen = [Seen("h", "Paris Hilton", "person", None, ("Paris Hilton",))]
    names = [one for one, _ in _names(text, seen)]
    found = [text[one.start : one.end] for one in _places(text, names, RESOLVERS)]
    assert found == ["Paris", "New York"]


def test_days_are_said_only_where_looking_back_and_ahead_agree() -> None:
    text = "They met on 3 September 2016 and on Friday."
    found = {text[start:end]: days for start, end, days in RESOLVERS.when.places(text, MONDAY)}
    assert found["3 September 2016"].earliest == found["3 September 2016"].latest == dt.date(2016, 9, 3)
    assert found["Friday"].earliest is None


def test_copied_runs_are_eight_words_or_more() -> None:
    original = "one two three four five six seven eight nine ten eleven twelve"
    text = "Zero. Two three four five six seven eight nine, then others. Ten eleven twelve."
    found = [text[one.start : one.end] for one in _copied(text, original)]
    assert found == ["Two three four five six seven eight nine"]
