"""Groups, owned persons and titles beside names: who the words are said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


def meant(text: Text, words: str) -> list[str]:
    """Names of who the first reference with those words means."""
    found = [r for r in text.references if text.span(r.start, r.end).text == words]
    return sorted(ref.name for ref in text.refer(found[0].head)) if found else []


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("Two senators from the coalition -- Ann Roe, R-Ohio, and Carl Doe, D-Utah -- discussed the bill.", "Two senators", ["Ann Roe", "Carl Doe"]),
        ("Only two Republicans, Nebraska's Mike Roe and Ohio's Thad Doe, have criticised the plan.", "Only two Republicans", ["Mike Roe", "Thad Doe"]),
        ("Two Democrats -- Rep. Mike Roe of Ohio and Sen. Thad Doe (D-Utah) -- met the mayor.", "Two Democrats", ["Mike Roe", "Thad Doe"]),
        ("Three aides, Ann Roe, Carl Doe and Piet Olde, were arrested.", "Three aides", ["Ann Roe", "Carl Doe", "Piet Olde"]),
        ("Two aides, Ann Roe said, were arrested.", "Two aides", ["aides"]),
        ("Two Republicans, including Thad Doe and Ann Roe, left.", "Two Republicans", ["Republicans"]),
        ("Two Republicans and Mike Roe met Thad Doe.", "Two Republicans", ["Republicans"]),
        ("Three Democrats, Mike Roe of Ohio and two others, left.", "Three Democrats", ["Democrats"]),
        ("Paul Roe and his protégé, Rick Doe, met voters.", "his protégé", ["Rick Doe"]),
        ("Paul Roe met his campaign manager, Rick Doe, in Ohio.", "his campaign manager", ["Rick Doe"]),
        ("After Paul Roe's interview, Sen. Rick Doe, R-Ohio, said he would go.", "Paul Roe's interview", []),
        ("The special counsel Robert Roe indicted the aide.", "The special counsel Robert Roe", ["Robert Roe"]),
        ("The actor Joe Doe accused the mayor.", "The actor Joe Doe", ["Joe Doe"]),
    ],
)  # fmt: skip
def test_who_a_description_beside_names_is(read: Read, words: str, phrase: str, names: list[str]) -> None:
    assert meant(read(words), phrase) == names


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Diplomats in Libya asked for help.", None),
        ("Soldiers in Mali attacked the village.", None),
        ("The journalists in Oslo met voters.", None),
        ("Security forces in Mali attacked the village.", "MLI"),
        ("Ministers in Peru met voters.", "PER"),
        ("Diplomats from Peru met voters.", "PER"),
        ("Peruvian diplomats in Mali met voters.", "PER"),
    ],
)
def test_where_somebody_serves_is_not_whose_he_is(read: Read, words: str, country: str | None) -> None:
    groups = [e for e in read(words).entities if e.kind != "state" and e.name != "voters"]
    assert [e.country for e in groups if e.plural][:1] == [country]
