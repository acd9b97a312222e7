"""Acts of "he", "she" and "they": told of whoever grammar leaves no doubt about, and of nobody where two could bear them."""

from __future__ import annotations

import pytest


def sources(text, code) -> list[str]:
    return sorted(ref.name for mention in code(text) for ref in mention.source)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # a speaker that nobody knows stands between
        (
            "Erik Lindgren is ill. Tomas King and Piet King, Uganda said, left. “Men were there,” Mr. King said. He blasted Kenya.",
            [],
        ),
        ("Erik Lindgren left. “Men are coming,” Mr. Lindgren said. He blasted Uganda.", ["Erik Lindgren"]),
        # somebody else was named in the sentence before, as no subject
        ("Erik Lindgren left. Lindgren is ill. The flood helped Tomas Brandt. He blasted Uganda.", []),
        ("Erik Lindgren left. Lindgren is ill. The flood was bad. He blasted Uganda.", ["Erik Lindgren"]),
        # who is named beside a description is not the one described
        (
            "President Barack Obama left. The president sent more aid to Uganda than Obama's father, as he condemned "
            "Kenya.",
            [],
        ),
        (
            "Erik Lindgren is ill. Clara Duarte left. He blasted Uganda and Lindgren blasted Kenya.",
            ["Erik Lindgren"],
        ),
        ("Erik Lindgren is ill. He blasted Uganda and she praised Kenya.", ["Erik Lindgren"]),
        (
            "Erik Lindgren left. Lindgren is ill. The flood helped Tomas Brandt. His house fell and he blasted Uganda.",
            [],
        ),
        # a letter asks, not who gets it
        ("Erik Lindgren left after he received an email last week asking Uganda to wait.", []),
        ("Erik Lindgren left the hall, asking Uganda to wait.", ["Erik Lindgren"]),
        # successors
        ("Erik Lindgren of Kenya succeeded Tomas Brandt when he resigned.", ["Tomas Brandt"]),
        ("Songs that Erik Lindgren or Tomas Brandt sang were played. They accused Uganda of fraud.", []),
    ],
)
def test_who_acts(read, code, words: str, names: list[str]) -> None:
    (text,) = read([words])
    assert sources(text, code) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Erik Lindgren met rebels of Kenya and accused them of fraud.", ["rebels", "rebels"]),
        ("Clara Duarte met Erik Lindgren. Lindgren's neighbors accused him of fraud.", ["Erik Lindgren"]),
    ],
)
def test_who_is_accused(read, code, words: str, names: list[str]) -> None:
    (text,) = read([words])
    assert sorted(ref.name for mention in code(text) for ref in mention.target) == names
