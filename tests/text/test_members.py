"""Members of a party: the party itself, some of them, one of them, and who that one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def kinds(text: Text, words: str) -> list[tuple[str, str | None]]:
    """(name, kind) of whom the last reference with those words means; empty for nobody."""
    found = [r for r in text.references if text.span(r.start, r.end).text == words]
    return [(ref.name, ref.kind) for ref in text.refer(found[-1].head)] if found else []


@pytest.mark.parametrize(
    ("words", "phrase", "kind"),
    [
        ("Those Democrats who will not vote for him left the hall.", "Those Democrats", "group"),
        ("Democrats who oppose the bill met in Ohio.", "Democrats", "group"),
        ("The vote was blocked by Republicans demanding more money.", "Republicans", "group"),
        ("Several Democrats criticised the bill.", "Several Democrats", "group"),
        ("Democrats, who lost the vote, criticised the bill.", "Democrats", "organisation"),
        ("It was Republicans who blocked the bill.", "Republicans", "organisation"),
        ("Democrats criticised the bill.", "Democrats", "organisation"),
        ("The Democrats blocked the bill in the United States.", "The Democrats", "organisation"),
        ("Republicans in Congress blocked the bill.", "Republicans", "organisation"),
        ("The Republican Party blocked the bill.", "The Republican Party", "organisation"),
        ("A Democrat accused the governor of Ohio.", "A Democrat", "anonymous"),
        ("A top Democrat in the legislature accused the governor.", "A top Democrat in the legislature", "anonymous"),
        ("The Utah Republican accused the governor.", "The Utah Republican", "anonymous"),
    ],
)  # fmt: skip
def test_a_party_or_members_of_it(read: Read, words: str, phrase: str, kind: str) -> None:
    assert [k for _, k in kinds(read(words), phrase)] == [kind]


@pytest.mark.parametrize(
    ("words", "phrase", "name"),
    [
        ("Sen. Ann Roe (D-Calif.) met voters. The California Democrat left.", "The California Democrat", "Ann Roe"),
        ("Rep. Carl Doe, R-Ohio, met voters. The Ohio Republican left.", "The Ohio Republican", "Carl Doe"),
        ("Rep. Carl Doe, New York Democrat, left. The New York Democrat spoke.", "The New York Democrat", "Carl Doe"),
        ("Texas Republican Ted Roe spoke. The Texas Republican left.", "The Texas Republican", "Ted Roe"),
        ("Democratic Sen. Ann Roe of Utah spoke. The Utah Democrat left.", "The Utah Democrat", "Ann Roe"),
        ("Sen. Ann Roe (R) of Ohio spoke. The Ohio Republican left.", "The Ohio Republican", "Ann Roe"),
        ("New York Sen. Ann Roe (D) spoke. The New York Democrat left.", "The New York Democrat", "Ann Roe"),
        ("Sen. Ann Roe (D) spoke. The Ohio Democrat left.", "The Ohio Democrat", "Ann Roe"),
        ("Sen. Ann Roe, the top Republican on the panel, spoke.", "the top Republican", "Ann Roe"),
        ("Ann Roe is a Democrat.", "a Democrat", "Ann Roe"),
        ("Ann Roe, a Democrat, spoke. The Democrat left.", "The Democrat", "Ann Roe"),
        ("Sen. Ann Roe (D-N.Y.) met Rep. Carl Doe (D-N.Y.). The New York Democrat left.", "The New York Democrat", "New York Democrat"),
        ("Sen. Ann Roe (R-Ohio) met voters. The Ohio Democrat left.", "The Ohio Democrat", "Ohio Democrat"),
        ("Sen. Ann Roe (D-Ohio) met voters. The Utah Democrat left.", "The Utah Democrat", "Utah Democrat"),
        ("Ann Roe met voters. The Utah Democrat left.", "The Utah Democrat", "Utah Democrat"),
    ],
)  # fmt: skip
def test_one_member_is_named_where_party_and_state_tell_or_one_lawmaker_is_near(
    read: Read, words: str, phrase: str, name: str
) -> None:
    assert [n for n, _ in kinds(read(words), phrase)] == [name]


def test_one_unnamed_member_belongs_to_the_state_of_the_party(read: Read) -> None:
    text = read("A Democrat accused the governor.")
    one = next(e for e in text.entities if e.kind == "anonymous")
    assert (one.country, one.sector) == ("USA", "party")


def test_a_state_of_the_union_before_a_member_is_no_state_abroad(read: Read) -> None:
    text = read("The Georgia Republican accused the mayor.")
    assert [(e.name, e.country) for e in text.entities][:1] == [("Georgia Republican", "USA")]
    assert not any(e.country == "GEO" for e in text.entities)


@pytest.mark.parametrize(
    "words", ["Ministers of the New Jersey legislature left.", "New Jersey officials left."]
)
def test_new_jersey_is_not_jersey(read: Read, words: str) -> None:
    assert {e.country for e in read(words).entities} <= {"USA", None}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Rep. Ann Marsh (D-CA) and Rep. Tom Pell (R-TX) spoke. The California Democrat left.",
            ["Ann Marsh"],
        ),
        ("Rep. Ann Marsh spoke. Judge Tom Pell left. The California Democrat agreed.", ["Ann Marsh"]),
        ("Rep. Ann Marsh and Rep. Tom Pell spoke. The California Democrat left.", ["California Democrat"]),
        ("Rep. Ann Marsh (R-TX) spoke. The California Democrat left.", ["California Democrat"]),
        ("Judge Ann Marsh spoke. The California Democrat left.", ["California Democrat"]),
    ],
)
def test_the_one_lawmaker_spoken_of(read: Read, words: str, names: list[str]) -> None:
    text = read(words, "2018-05-04", "CNN")
    democrat = [t.i for t in text.tokens if t.text == "Democrat"][-1]
    assert [ref.name for ref in text.refer(democrat)] == names
