"""Regions and groups by common nouns: "the state of Ohio", "States must ..", "the Harrow movement", "the group", spokesmen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def meant(text: Text, words: str) -> list[str]:
    """Names of who the last phrase of those words means."""
    found = [r for r in text.references if text.span(r.start, r.end).text == words]
    return sorted(ref.name for ref in text.refer(found[-1].head)) if found else []


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("The firm sued the state of California.", "the state of California", ["California"]),
        ("The states of Ohio and Utah sued the firm.", "The states of Ohio and Utah", ["Ohio", "Utah"]),
        ("The firm sued the state of Israel.", "the state", ["Israel"]),
        ("They live in the state of Ohio.", "the state of Ohio", []),
        ("Peru declared a truce. The state of emergency ended.", "The state", []),
        ("The state of Ohio sued. The state won.", "The state", ["Ohio"]),
        ("The state of Ohio sued. Utah did not listen. The state lost.", "The state", ["Utah"]),
        ("Ohio Gov. Ann Roe said no. The state will sue.", "The state", ["Ohio"]),
        ("They met in Ohio and Utah. The state will sue.", "The state", []),
        (
            "The deputy attorney general, Ann Roe, asked the inspector general to help.",
            "the inspector general",
            [],
        ),
        ("States must replace the machines.", "States", ["states"]),
        ("The United States must replace the machines.", "The United States", ["United States"]),
        ("The Hamas movement met the envoy.", "The Hamas movement", ["Hamas"]),
        ("Hezbollah spoke. The group fired on the town.", "The group", ["Hezbollah"]),
        ("Hezbollah fought Hamas. The group fired on the town.", "The group", []),
        ("Hezbollah spoke. The group of teachers left.", "The group", []),
        ("A spokesman for Hezbollah in Syria said it had left.", "it", ["Hezbollah"]),
        ("Ann Roe, a spokeswoman for the Harbour Fund, said they had paid.", "they", ["Harbour Fund"]),
    ],
)
def test_regions_and_groups(read: Read, words: str, phrase: str, names: list[str]) -> None:
    assert meant(read(words, "2018-05-04", "CNN"), phrase) == names


def test_joined_titles_share_the_name(read: Read) -> None:
    text = read("Ohio senator and presidential hopeful Sherrod Brown filed a suit.", "2018-05-04")
    assert meant(text, "Ohio senator") == meant(text, "presidential hopeful") == ["Sherrod Brown"]
    two = read("The senator and the hopeful Sherrod Brown filed a suit.", "2018-05-04")
    assert meant(two, "The senator") == []
