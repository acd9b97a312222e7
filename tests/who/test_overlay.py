"""Tables laid over the built-in ones: invented states and people, replaced rows, and what a bad row says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.records import Actor, DateRange
from dateline.who import Who

DAY = DateRange(dt.date(2031, 3, 4), dt.date(2031, 3, 4))


def lay(folder: Path, **tables: str) -> tuple[Path, ...]:
    for name, text in tables.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return (folder,)


@pytest.fixture
def overlay(tmp_path: Path) -> tuple[Path, ...]:
    return lay(
        tmp_path,
        states=(
            "# invented for a test\n"
            "country\tname\tshort_names\tdemonyms\tcapital\tcities\tmetonyms\tbodies\tforces\n"
            "XVA\tVeldany\tVeldany|Republic of Veldany|VLD\tVeldane\tOstrava Bay\tOstrava Bay\tLantern House\t"
            "Lantern House=The Lantern\tVeldane Guard\n"
            "XOR\tOrmuth\tOrmuth\tOrmuthi\tTarsil\tTarsil\tSalt Gate\n"
        ),
        offices=(
            "person\tcountry\toffice\ttitle\tstart\tend\talso_known_as\n"
            "Ilse Varn\tXVA\thead_of_state\tPresident\t2029-01-15\t\tIlse M. Varn\n"
            "Joren Kaal\tXVA\thead_of_state\tPresident\t2021-01-15\t2029-01-15\n"
            "Tavi al-Russan\tXOR\tforeign_minister\tForeign Minister\t2030\t\n"
            "Perra Lund\tXVA\tother:presidential_spokesperson\tPresidential spokeswoman\t2030-05\t2031-09\n"
        ),
        titles="phrase\tkind\toffices\nLantern House spokeswoman\toffice\tother:presidential_spokesperson\n",
        organisations="name\talso_known_as\tcountry\tkind\nGulf Compact\tGC\t\tigo\nFree Coast Army\tFCA\tXOR\tarmed_group\n",
        outlets="outlet\tdomains\tcountry\nThe Veldane Courier\tcourier.example\tXVA\n",
        sectors="word\tsector\tkind\tcode\nlamplighter\tlabour\tgroup\tLAB\n",
    )  # fmt: skip


def test_invented_states_and_people_just_work(overlay: tuple[Path, ...]) -> None:
    who = Who.load(overlay)
    state = who.state("Veldany")
    assert state is not None
    assert (state.country, state.kind) == ("XVA", "state")
    assert state.id == Actor.make_id("state", "Veldany", "XVA")
    assert (
        who.demonym("Veldanes")
        == who.stands_for("Ostrava Bay")
        == who.stands_for("the Varn government")
        == state
    )
    varn = who.person("Veldane President Ilse Varn", DAY)
    assert varn is not None
    assert who.role(varn.id, DAY) == "President"
    assert who.holder("XVA", "head_of_state", DAY) == varn
    assert who.person("President Kaal", DAY) is not None
    assert who.person("Tavi Russan", DAY) == who.person("Foreign Minister al-Russan", DAY)
    bounds = who.bounds("Perra Lund", "Lantern House spokeswoman")
    assert bounds is not None
    assert (bounds.earliest, bounds.latest) == (dt.date(2030, 5, 1), dt.date(2031, 9, 30))


def test_invented_bodies_and_words_just_work(overlay: tuple[Path, ...]) -> None:
    who = Who.load(overlay)
    house = who.stands_for("Lantern House")
    assert house is not None
    assert who.organisation("the Lantern House") is not None
    found = who.organisation("Veldane foreign ministry")
    assert found is not None
    assert (found.name, found.country) == ("Veldane Foreign Ministry", "XVA")
    army = who.organisation("FCA")
    assert army is not None
    assert (army.name, army.kind, army.country) == ("Free Coast Army", "armed_group", "XOR")
    courier = who.outlet("www.courier.example")
    assert courier is not None
    assert courier.name == "The Veldane Courier"
    assert who.sector("lamplighters") == ("labour", "group")


def test_built_in_rows_stay_and_the_same_key_is_replaced(tmp_path: Path) -> None:
    row = "country\tname\tshort_names\tdemonyms\nRUS\tRussia\tRussia|Great Northland\tRussian\n"
    who = Who.load(lay(tmp_path, states=row))
    assert who.state("Great Northland") == who.state("Russia")
    assert who.state("Russian Federation") is None
    assert who.state("France") is not None
    assert Who.load().state("Great Northland") is None


@pytest.mark.parametrize(
    ("table", "text", "line", "word"),
    [
        ("offices", "person\tcountry\toffice\ttitle\tstart\nA B\tVeldany\thead_of_state\tPresident\t2020\n", 2, "country"),
        ("offices", "person\tcountry\toffice\ttitle\tstart\nA B\tXVA\thead_of_state\tPresident\tMay 2020\n", 2, "start"),
        ("offices", "person\tcountry\toffice\ttitle\tstart\nA B\tXVA\thead_of_state\tPresident\t2020-13\n", 2, "month"),
        ("offices", "person\tcountry\toffice\ttitle\tstart\tend\nA B\tXVA\thead_of_state\tPresident\t2020\t2019\n", 2, "ends"),
        ("offices", "person\tcountry\toffice\ttitle\nA B\tXVA\t\tPresident\n", 2, "office"),
        ("offices", "# c\n\nperson\tcountry\toffice\n", 3, "title"),
        ("states", "country\tname\tmotto\nXVA\tVeldany\tx\n", 1, "motto"),
        ("states", "country\tname\nXVA\tVeldany\tmore\n", 2, "cells"),
        ("organisations", "name\tkind\nGulf Compact\tclub\n", 2, "kind"),
        ("outlets", "outlet\tcountry\nCourier\tVeldany\n", 2, "country"),
        ("sectors", "word\tsector\tkind\tcode\nlamplighter\tlabour\tguild\tLAB\n", 2, "kind"),
        ("titles", "phrase\tkind\nBaroness\tnoble\n", 2, "kind"),
    ],
)  # fmt: skip
def test_a_bad_row_names_file_line_and_remedy(
    tmp_path: Path, table: str, text: str, line: int, word: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        Who.load(lay(tmp_path, **{table: text}))
    assert f"{table}.tsv:{line}" in str(caught.value)
    assert word in caught.value.what
    assert caught.value.remedy


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "states.tsv").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(ConfigError, match=r"states\.tsv"):
        Who.load((tmp_path,))
