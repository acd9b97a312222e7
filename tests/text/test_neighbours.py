"""Names and the words beside them: what a tagger swallowed, what belongs to the name, and namesakes of office holders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def persons(text: Text) -> list[str]:
    return [text.words(n.start, n.end) for n in text.names if n.label == "PERSON"]


def meant(text: Text, words: str, occurrence: int = 0) -> list[str]:
    found = [r for r in text.references if text.span(r.start, r.end).text == words]
    return [ref.name for ref in text.refer(found[occurrence].head)] if len(found) > occurrence else []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Organizer Joe Pellworth told the paper. Pellworth left.", ["Joe Pellworth", "Pellworth"]),
        ("Meanwhile, Democrat Alison Harkness Grimes may win the race.", ["Alison Harkness Grimes"]),
        ("Boris Pell spoke. Can Boris Beat Boris? Pell was asked.", ["Boris Pell", "Boris", "Pell"]),
        ("Ann Harrow met the press. The memo was signed by Mr. Harrow Stonewalling. Harrow left.", ["Ann Harrow", "Harrow", "Harrow"]),
        ("Ann Harrow Pell spoke. Tom Harrow left. Later Harrow Pell came back.", ["Ann Harrow Pell", "Tom Harrow", "Harrow Pell"]),
        ("Dean Martin Pell spoke in Ohio.", ["Dean Martin Pell"]),
    ],
)  # fmt: skip
def test_a_name_holds_no_neighbour(read: Read, words: str, names: list[str]) -> None:
    assert persons(read(words)) == names


@pytest.mark.parametrize(
    ("words", "phrase", "name"),
    [
        ("The organization Citizens for Clean Streets sued. The organization wants money.", "The organization", "Citizens for Clean Streets"),
        ("The consulting firm Aldern Partners sued. The firm wants money.", "The firm", "Aldern Partners"),
        ("The group Open Water Alliance accused the firm Aldern Partners of fraud. The group wants money.", "The group", "Open Water Alliance"),
        ("The Harrow campaign spoke. The Pell campaign left. The Harrow campaign won.", "The Pell campaign", "Pell campaign"),
    ],
)  # fmt: skip
def test_a_noun_before_a_name_is_the_name(read: Read, words: str, phrase: str, name: str) -> None:
    assert meant(read(words), phrase) == [name]


def test_his_campaign_is_no_campaign_named_after_another(read: Read) -> None:
    text = read(
        "Tom Pell praised the Harrow campaign after Ann Harrow spoke. Tom Pell said his campaign would go on."
    )
    assert meant(text, "his campaign") != ["Harrow campaign"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Deputy Foreign Minister Mohammed Abdel Aziz spoke in Tripoli, Libya. Aziz left.", ["Mohammed Abdel Aziz", None]),
        ("Mohammed Abdel Aziz spoke in Tripoli, Libya. Aziz left.", ["Mohammed Abdel Aziz", None]),
        ("Mauritania's president Mohammed Abdel Aziz spoke. Aziz left.", ["Mohamed Ould Abdel Aziz", "MRT"]),
    ],
)  # fmt: skip
def test_a_namesake_is_not_the_office_holder(read: Read, words: str, names: list[str | None]) -> None:
    text = read(words, "2012-10-02")
    one = next(e for e in text.entities if e.kind == "person")
    assert [one.name, one.country] == names
    assert meant(text, "Aziz") == [one.name]
