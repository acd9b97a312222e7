"""Names: what the tagger gives is cut clean, completed from the tables, and settled by a vote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def named(text: Text) -> list[tuple[str, str]]:
    return [(text.span(n.start, n.end).text, n.label) for n in text.names]


@pytest.mark.parametrize(
    ("words", "name", "label"),
    [
        ("The minister thanked President Joan Harkness's team.", "Joan Harkness", "PERSON"),
        ("White House Press Secretary Jay Carney spoke.", "Jay Carney", "PERSON"),
        ("White House Press Secretary Jay Carney spoke.", "White House", "ORG"),
        ("The United States signed the accord.", "United States", "GPE"),
        ("Talks between Russia and the U.S. Russia hopes for more.", "Russia", "GPE"),
        ("The Obama administration refused.", "Obama administration", "ORG"),
        ("Ministers from the European Union met.", "European Union", "ORG"),
        ("Mr. Pellworth arrived. Later Pellworth left the hall.", "Pellworth", "PERSON"),
        ("Dr. Martin Luther King Jr. gave a speech.", "Martin Luther King Jr.", "PERSON"),
        ("Northern Ireland voted on Thursday.", "Northern Ireland", "GPE"),
    ],
)
def test_a_name_is_found_with_its_label(read: Read, words: str, name: str, label: str) -> None:
    assert (name, label) in named(read(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Harkness Cancels Meeting With Pellworth Over Spy Claims", "Harkness Cancels Meeting"),
        ("The former secretary of State declined to comment.", "State"),
    ],
)
def test_what_is_no_name_is_left_out(read: Read, words: str, name: str) -> None:
    assert name not in [found for found, _ in named(read(words))]


def test_surnames_are_persons_wherever_the_document_says_so(read: Read) -> None:
    text = read("Senator Dana Carney opposed the bill. The cancellation is downplayed in Carney's statement.")
    assert ("Carney", "PERSON") in named(text)


def test_names_never_overlap_and_labels_are_on_the_tokens(read: Read) -> None:
    text = read("Russian President Vladimir Putin met UN officials and Reuters reporters in Hangzhou, China.")
    taken: set[int] = set()
    for name in text.names:
        assert not taken & set(range(name.start, name.end))
        taken |= set(range(name.start, name.end))
        assert all(text.tokens[i].ent == name.label for i in range(name.start, name.end))
    assert all(token.ent == "" for token in text.tokens if token.i not in taken)
