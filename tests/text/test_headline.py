"""Headlines: only what the article or the tables know is a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.resolvers import Resolvers
from dateline.syntax import Text
from dateline.text.headline import headline_names

Read = Callable[..., Text]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Marsh Cancels Meeting With Hale", ["Ellen Marsh", "Tom Hale"]),
        ("Marsh’s Envoy Snubs Moscow, Marsh Says", ["Ellen Marsh", "Russia"]),
        ("Why Talks Fail", []),
        ("European Union Warns Russia", ["European Union", "Russia"]),
    ],
)
def test_a_headline_names_whom_its_article_names(
    read: Read, resolvers: Resolvers, title: str, names: list[str]
) -> None:
    text = read("Ellen Marsh met Tom Hale. Russia was silent.")
    assert [e.name for e in headline_names(title, resolvers.who, text.entities)] == names
