"""Pronouns that several could bear: (text, pronoun, which occurrence, who is meant)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def at(text: Text, word: str, occurrence: int = 0) -> list[str]:
    """Names of who the token means; empty for nobody."""
    heads = [t.i for t in text.tokens if t.text == word]
    return sorted(ref.name for ref in text.refer(heads[occurrence]))


@pytest.mark.parametrize(
    ("words", "token", "names"),
    [
        # a successor comes when his predecessor goes
        ("Tom Hale succeeded Jim Ford when he retired.", "he", ["Jim Ford"]),
        ("Tom Hale, replacing Jim Ford after he quit, spoke.", "he", ["Jim Ford"]),
        ("Tom Hale succeeded Jim Ford when he won the vote.", "he", ["Tom Hale"]),
        ("Tom Hale thanked Jim Ford when he retired.", "he", ["Tom Hale"]),
        # an owner of the subject is acted on
        ("Tom Hale met Jim Ford. Hale's neighbors suspected him of fraud.", "him", ["Tom Hale"]),
        ("Jim Ford is ill. Ford has met voters. Tom Hale's lawyers defended him.", "him", ["Tom Hale"]),
        (
            "Tom Hale fought Jim Ford. Ford left, and Ford was praised. Hale's critics shot him.",
            "him",
            ["Tom Hale"],
        ),
        ("Tom Hale met Ellen Marsh. Hale's lawyers blamed her.", "her", ["Ellen Marsh"]),
        # the credit below a quotation is not spoken of in the next
        ("“Tom Hale is odd.”\n\nMax Orrin, Harbour Post\n\n“When he left, the town was glad.”", "he", []),
        # one or the other are not both
        ("Songs that Tom Hale or Jim Ford sang were played. They accuse Russia.", "They", []),
        ("Neither Tom Hale nor Jim Ford made progress on their trips.", "their", ["Jim Ford", "Tom Hale"]),
        ("Songs that Tom Hale and Jim Ford sang were played. They left.", "They", ["Jim Ford", "Tom Hale"]),
        # a letter asks whoever gets it
        ("Tom Hale met Jim Ford. Ford received a letter on Monday asking him to leave.", "him", ["Jim Ford"]),
        ("Tom Hale met Jim Ford. Ford spoke on Monday, asking him to leave.", "him", ["Tom Hale"]),
    ],
)
def test_whom_a_pronoun_means(read: Read, words: str, token: str, names: list[str]) -> None:
    assert at(read(words), token) == names
