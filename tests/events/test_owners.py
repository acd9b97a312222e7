"""Whose people are that nobody has named, and how far the words go that say so."""

from __future__ import annotations

import pytest

from dateline.events.actors import Actors


def actors_of(read, book, resolvers, words: str) -> tuple[Actors, dict[str, int]]:
    """Whoever looks actors up in those words, and the number of each word in small letters."""
    (text,) = read([words])
    return Actors(text, book, resolvers), {token.lower: token.i for token in text.tokens}


@pytest.mark.parametrize(
    ("words", "noun", "name"),
    [
        ("Supporters of Ann Marsh asked residents to rally.", "supporters", "supporters of Ann Marsh"),
        ("Operatives at the Harbour Committee urged Tom Lee to fire back.", "operatives",
         "operatives at the Harbour Committee"),
        ("Members of the Senate Judiciary Committee urged Tom Lee to resign.", "members",
         "members of the Senate Judiciary Committee"),
        ("The army fought forces loyal to General Tom Lee.", "forces", "forces loyal to General Tom Lee"),
        ("The police arrested protesters opposed to General Tom Lee.", "protesters", "protesters opposed to General Tom Lee"),
        ("Officials from the Transport Department and the Weather Service met Ann Marsh.", "officials",
         "officials from the Transport Department and the Weather Service"),
        ("He asked colleagues from the Texas Department of Public Safety to help.", "colleagues",
         "colleagues from the Texas Department of Public Safety"),
        ("He asked senators from the \"Gang of Eight\" to help.", "senators", "senators from the Gang of Eight"),
        ("Tom Lee asked his White House counsel to look into it.", "counsel", "White House counsel"),
        ("Tom Lee called on Silicon Valley companies to help.", "companies", "Silicon Valley companies"),
        # not where they only are, nor what they do
        ("A gunman killed people at the Harbour Hotel.", "people", "people"),
        ("The army fought rebels in the town.", "rebels", "rebels"),
        ("Supporters asked Ann Marsh to rally.", "supporters", "supporters"),
    ],
)  # fmt: skip
def test_owner(read, book, resolvers, words: str, noun: str, name: str) -> None:
    actors, at = actors_of(read, book, resolvers, words)
    assert [one.name for one in actors.at(at[noun], place=True).actors] == [name]


def test_forces_are_of_the_state_of_whom_they_follow(read, book, resolvers) -> None:
    actors, at = actors_of(
        read, book, resolvers, "The rebels fought forces loyal to Syrian President Bashar Assad."
    )
    assert [one.country for one in actors.at(at["forces"]).actors] == ["SYR"]


@pytest.mark.parametrize(
    ("words", "noun", "names"),
    [
        (
            "Mr. Harrow accused critics like Ann Marsh and Tom Lee of lying.",
            "critics",
            ["Ann Marsh", "Tom Lee"],
        ),
        ("Mr. Harrow praised senators such as Ann Marsh.", "senators", ["Ann Marsh"]),
        ("Mr. Harrow accused officials, including Ann Marsh, of lying.", "officials", ["Ann Marsh"]),
        ("Mr. Harrow accused critics in Lima of acting like Ann Marsh.", "critics", []),
        ("Mr. Harrow accused critics as Ann Marsh left.", "critics", []),
    ],
)
def test_some_of_them_named(read, book, resolvers, words: str, noun: str, names: list[str]) -> None:
    actors, at = actors_of(read, book, resolvers, words)
    assert [one.name for one in actors.included(at[noun])] == names


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("The panel asked whether he obstructed justice.", False),
        ("The committee demanded justice.", False),
        ("The governor criticized the justice.", True),
        ("The governor criticized a federal justice.", True),
    ],
)
def test_a_virtue_is_nobody(read, book, resolvers, words: str, known: bool) -> None:
    actors, at = actors_of(read, book, resolvers, words)
    assert bool(actors.at(at["justice"]).actors) is known
