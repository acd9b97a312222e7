"""Relative clauses: whom "who" means after a list, a relative, a body; and what "not" leaves out of a coordination."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def who(text: Text) -> list[str]:
    """Names of whom the first "who" stands for."""
    head = next(t.i for t in text.tokens if t.lower == "who")
    return sorted(ref.name for ref in text.refer(head))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Senior aides, including Ann Roe and Carl Doe, who criticised him, left.", ["senior aides"]),
        ("Some aides, including Ann Roe, who were fired in May, left the city.", ["aides"]),
        ("Some aides, including Ann Roe, who was fired in May, left the city.", ["Ann Roe"]),
        ("Lawmakers, including Ann Roe, who represents Ohio, left the city.", ["Ann Roe"]),
        ("The mother of 12-year-old Tamir Doe, who was shot and killed by police, spoke.", ["Tamir Doe"]),
        ("A friend of Ann Roe, who died in May, wept.", ["Ann Roe"]),
        ("Ann Roe, a lawyer for the Harbour Rights Fund, who helped the family, spoke.", ["Ann Roe"]),
        ("Democrats, who lost the vote, left the hall.", ["Democratic Party"]),
        ("The police, who fired at the crowd, left the square.", ["police"]),
    ],
)
def test_whom_a_relative_pronoun_means(read: Read, words: str, names: list[str]) -> None:
    assert who(read(words)) == names


@pytest.mark.parametrize(
    ("words", "head", "joined"),
    [
        ("Ann Roe and not Carl Doe met the mayor.", "Roe", ["Roe"]),
        ("They met Peru and not the Brazilian envoys.", "Peru", ["Peru"]),
        ("Ann Roe and Carl Doe met the mayor.", "Roe", ["Roe", "Doe"]),
        ("The plan helps workers and banks, not farmers.", "workers", ["workers", "banks"]),
    ],
)
def test_what_not_stands_before_is_not_joined(read: Read, words: str, head: str, joined: list[str]) -> None:
    text = read(words)
    first = next(t.i for t in text.tokens if t.text == head)
    assert [t.text for t in text.conjuncts(first)] == joined


def test_the_mother_of_another_is_another_mother(read: Read) -> None:
    text = read(
        "Gwen Carr, the mother of Eric Roe, spoke. The mother of Tamir Doe, who was killed, left the hall."
    )
    mother = next(t.i for t in text.tokens if t.text == "mother" and t.sent == 1)
    assert [ref.name for ref in text.refer(mother)] == ["mother"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Rep. Jim Jordan spoke. Jordan's amendment failed. Jordan said no.", ["Jim Jordan"] * 3),
        ("Rep. Jim Jordan spoke. Talks in Jordan failed. Mr. Jordan said no.", ["Jim Jordan", "Jordan/state", "Jim Jordan"]),
        ("Rep. Jim Jordan spoke. Talks in Jordan failed. Jordan said no.", ["Jim Jordan", "Jordan/state", None]),
        ("Mike Madrid spoke. Madrid argues that the party lost.", ["Mike Madrid"] * 2),
        ("Jordan said no. Officials in Jordan left.", ["Jordan/state"] * 2),
        ("Mike Madrid spoke. Madrid, who once ran a campaign, flew to Madrid.", ["Mike Madrid", "Mike Madrid", None]),
    ],
)  # fmt: skip
def test_a_surname_that_is_a_state_or_capital_too(read: Read, words: str, names: list[str | None]) -> None:
    text = read(words)
    found = []
    for token in text.tokens:
        if token.text in ("Jordan", "Madrid"):
            refs = text.refer(token.i)
            found.append(
                None if not refs else f"{refs[0].name}/state" if refs[0].kind == "state" else refs[0].name
            )
    assert found == names
