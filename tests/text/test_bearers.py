"""Who bears a surname or an office: by initials, age, a shared surname, a region, the day of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def meant(text: Text, word: str, nth: int = -1) -> list[str]:
    """Names of those whom one occurrence of a word means, the last one unless told otherwise."""
    heads = [t.i for t in text.tokens if t.text == word]
    return [one.name for one in text.refer(heads[nth])]


@pytest.mark.parametrize(
    ("words", "word", "names"),
    [
        # initials that differ are another's
        ("President George W. Bush spoke. President George H.W. Bush left.", "Bush", ["George H. W. Bush"]),
        ("Ann B. Harrow spoke. Ann B. Harrow left.", "Harrow", ["Ann B. Harrow"]),
        ("Ann Beth Harrow spoke. Ann B. Harrow left.", "Harrow", ["Ann Beth Harrow"]),
        ("Ann Beth Harrow spoke. Ann Harrow left.", "Harrow", ["Ann Beth Harrow"]),
        # age
        ("George W. Bush praised George H.W. Bush. The elder Bush sent troops.", "Bush", ["George H. W. Bush"]),
        ("George H.W. Bush praised George W. Bush. The younger Bush sent troops.", "Bush", ["George W. Bush"]),
        ("Tom Harrow met Tom Harrow Jr. on Monday. The younger Harrow left.", "Harrow", ["Tom Harrow Jr."]),
        ("Ann Harrow met Tom Harrow on Monday. The elder Harrow left.", "Harrow", []),
        # a surname shared with the next name
        ("Tom and Mary Harrow gave money.", "Tom", ["Tom Harrow"]),
        ("Presidents George H.W. and George W. Bush sent troops.", "H.W.", ["George H. W. Bush"]),
        ("Rand Paul spoke. Paul and Mary Harrow left.", "Paul", ["Rand Paul"]),
        # a nickname between given name and surname
        ("He pardoned Lewis “Scooter” Marsh on Monday.", "Marsh", ["Lewis Marsh"]),
        ("They asked Bernard \"Jack\" Marsh to leave.", "Marsh", ["Bernard Marsh"]),
        ("Thomas “Tip” Harrow left.", "Harrow", ["Thomas Harrow"]),
    ],
)  # fmt: skip
def test_surname(read: Read, words: str, word: str, names: list[str]) -> None:
    assert meant(read(words), word) == names


@pytest.mark.parametrize(
    ("words", "on", "word", "names"),
    [
        ("Mr. Sessions criticized the panel.", "2018-05-05", "Sessions", ["Jeff Sessions"]),
        ("Ms. Pelosi telephoned the envoy.", "2019-06-25", "Pelosi", ["Nancy Pelosi"]),
        ("Mr. Romney lost the debate.", "2012-09-05", "Romney", ["Mitt Romney"]),
        ("Mr. Romney lost the debate.", "2017-09-05", "Romney", ["Romney"]),
        ("Tom Sessions spoke. Mr. Sessions criticized the panel.", "2018-05-05", "Sessions", ["Tom Sessions"]),
        ("Mr. Marsh criticized the panel.", "2018-05-05", "Marsh", ["Marsh"]),
    ],
)  # fmt: skip
def test_who_is_prominent(read: Read, words: str, on: str, word: str, names: list[str]) -> None:
    assert meant(read(words, on, "CNN"), word) == names


_TWO = "Gov. Tom Lee of Wisconsin and Virginia Gov. Ann Marsh met on Friday. "


@pytest.mark.parametrize(
    ("words", "word", "names"),
    [
        (_TWO + "The Wisconsin governor urged a veto.", "governor", ["Tom Lee"]),
        (_TWO + "The Virginia governor urged a veto.", "governor", ["Ann Marsh"]),
        (_TWO + "The Ohio governor urged a veto.", "governor", ["Ohio governor"]),
        ("Ohio Gov. Ann Roe vetoed the bill. The governor left.", "governor", ["Ann Roe"]),
        ("Jeff Sessions spoke. South Carolina's attorney general sued the board.", "general",
         ["South Carolina's attorney general"]),
        ("Jeff Sessions spoke. The attorney general sued the board.", "general", ["Jeff Sessions"]),
        ("House Speaker Paul Ryan spoke. The Ohio House speaker urged a veto.", "speaker", ["Ohio House speaker"]),
        ("House Speaker Paul Ryan spoke. The House speaker urged a veto.", "speaker", ["Paul Ryan"]),
    ],
)  # fmt: skip
def test_office_of_a_region(read: Read, words: str, word: str, names: list[str]) -> None:
    assert meant(read(words, "2018-05-05", "CNN"), word) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("President Barack Obama left office. Trump took the oath. Trump went home. The president took aim at a reporter.",
         ["Donald Trump"]),
        ("Trump spoke. The tax was new. In 2014, President Barack Obama met the envoys. The president praised them.",
         ["Barack Obama"]),
    ],
)  # fmt: skip
def test_the_president_of_the_day(read: Read, words: str, names: list[str]) -> None:
    assert meant(read(words, "2018-05-05", "CNN"), "president") == names


@pytest.mark.parametrize(
    ("words", "word", "names"),
    [
        ("The Supreme Court blocked an order by District Court Judge Ann Roe. Instead, the court told her to wait.",
         "court", ["Supreme Court"]),
        ("The senator who led the inquiry was Ann Roe. She accused the mayor.", "senator", ["Ann Roe"]),
        ("The worst general of the war was Thomas Lee. He also killed farmers.", "He", ["Thomas Lee"]),
        ("The senator was not Ann Roe.", "senator", []),
        ("Ann Marsh met Tom Lee. One teacher complained that she was told to leave.", "she", ["teacher"]),
        ("Our government supports the regime in Egypt.", "government", ["United States"]),
        ("“Our government supports peace,” said Vladimir Putin of Russia.", "government", ["Russia"]),
        ("Our allies support the regime in Egypt.", "allies", ["allies"]),
    ],
)  # fmt: skip
def test_what_a_noun_goes_back_to(read: Read, words: str, word: str, names: list[str]) -> None:
    assert meant(read(words, "2018-05-05", "CNN"), word) == names
