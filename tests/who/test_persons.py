"""Persons: names as written, offices by day, days by office."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import UNDATED, Actor, DateRange
from dateline.who import Who
from dateline.who.names import split_name


def on(text: str | None) -> DateRange:
    """ "2013", "2013-06", "2013-06-17" or None as days."""
    from dateline.who.terms import days_of

    return days_of(text) if text else UNDATED


@pytest.fixture(scope="module")
def who() -> Who:
    return Who.load()


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("President Obama", "2013-06-17", "Barack Obama"),
        ("President Obama", "2018-01-01", "Barack Obama"),
        ("Mr. Obama", None, "Barack Obama"),
        ("Barack Hussein Obama", None, "Barack Obama"),
        ("Secretary of State John F. Kerry", "2013-06-17", "John Kerry"),
        ("U.S. Secretary of State John Kerry", "2013-06-17", "John Kerry"),
        ("Sen. John Kerry", "2005-06-17", "John Kerry"),
        ("Sergei Lavrov", "2013-06-17", "Sergey Lavrov"),
        ("Russian Foreign Minister Sergey V. Lavrov", "2013-06-17", "Sergey Lavrov"),
        ("Bashar Assad", "2013-06-17", "Bashar al-Assad"),
        ("Bashar Al-Assad", "2013-06-17", "Bashar al-Assad"),
        ("Syrian dictator Bashar al-Assad", "2013-06-17", "Bashar al-Assad"),
        ("Assad’s", "2013-06-17", "Bashar al-Assad"),
        ("Abdel-Fattah el-Sissi", "2015", "Abdel Fattah el-Sisi"),
        ("Abdul Fattah al-Sisi", "2015", "Abdel Fattah el-Sisi"),
        ("Bibi Netanyahu", "2013-06-17", "Benjamin Netanyahu"),
        ("Binyamin Netanyahu", "2013-06-17", "Benjamin Netanyahu"),
        ("Dmitri A. Medvedev", "2010", "Dmitry Medvedev"),
        ("Prime Minister Dmitry Medvedev", "2013", "Dmitry Medvedev"),
        ("Viktor Yanukovich", "2012", "Viktor Yanukovych"),
        ("Mohammed Mursi", "2013-01", "Mohamed Morsi"),
        ("Moammar Gadhafi", "2010", "Muammar Gaddafi"),
        ("Hassan Ruhani", "2014", "Hassan Rouhani"),
        ("Recep Tayyip Erdogan", "2016", "Recep Tayyip Erdoğan"),
        ("Francois Hollande", "2014", "François Hollande"),
        ("Ban Ki Moon", "2013", "Ban Ki-moon"),
        ("Ban", "2013", "Ban Ki-moon"),
        ("Xi", "2016-09", "Xi Jinping"),
        ("President Park", "2014", "Park Geun-hye"),
        ("Kim Jong Un", "2014", "Kim Jong-un"),
        ("Abe Shinzo", "2014", "Shinzo Abe"),
        ("Jordan's King Abdullah", "2010", "Abdullah II"),
        ("Saudi King Abdullah", "2010", "Abdullah bin Abdulaziz"),
        ("Pope Francis", "2015", "Francis"),
        ("George H.W. Bush", "1990", "George H. W. Bush"),
        ("Joseph R. Biden Jr.", "2013", "Joe Biden"),
        ("Donald Trump Jr.", "2018", "Donald Trump Jr."),
        ("Donald Trump", "2018", "Donald Trump"),
        ("Robert Dole", "1996", "Bob Dole"),
        ("George H.W. Bush", "2015", "George H. W. Bush"),
        ("George Bush", "2004", "George W. Bush"),
        ("President Bush", "2003", "George W. Bush"),
        ("former President Bush", "2005", "George H. W. Bush"),
        ("President Clinton", "2016", "Bill Clinton"),
        ("Secretary Rice", "2007", "Condoleezza Rice"),
        ("Prime Minister Johnson", "2020", "Boris Johnson"),
        ("Dmitry Peskov", "2016", "Dmitry Peskov"),
        ("Zelensky", "2021", "Volodymyr Zelenskyy"),
        ("Theresa May", "2017", "Theresa May"),
        ("then-Secretary of State Hillary Clinton", "2014", "Hillary Clinton"),
        ("President Vladimir V. Putin of Russia", "2013", "Vladimir Putin"),
        ("the Russian president", "2013", "Vladimir Putin"),
        ("the president of Russia", "2010", "Dmitry Medvedev"),
    ],
)  # fmt: skip
def test_a_name_means_one_person(who: Who, name: str, day: str | None, expected: str) -> None:
    found = who.person(name, on(day))
    assert found is not None
    assert found.name == expected
    assert found.kind == "person"
    assert found.id == Actor.make_id("person", found.name, found.country)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("President Bush", None),  # two presidents
        ("President Bush", "2016"),  # neither in office
        ("King Abdullah", "2010"),  # of Jordan, of Saudi Arabia
        ("Johnson", "2020"),  # anybody
        ("May", "2017"),
        ("Smith", None),
        ("John Smith", "2016"),  # the one in the tables died in 1994
        ("President Johnson", "2013"),
        ("Gov. Brown", "2009"),
        ("Stephen King", "2017"),  # a representative of that surname is never called so
        ("Michael J. Moore", "2020"),
        ("the former Russian president", "2013"),
        ("the president", "2013"),
        ("Nick", "2019"),  # a first name, and short for a surname
        ("Persson", "2019"),  # in office long before
        ("Nobody Inparticular", None),
        ("", None),
        ("the", None),
        ("Jr.", None),
        ("...", None),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_none(who: Who, name: str, day: str | None) -> None:
    assert who.person(name, on(day)) is None


def test_country_narrows(who: Who) -> None:
    found = who.person("King Abdullah", on("2010"), country="JOR")
    assert found is not None
    assert found.name == "Abdullah II"
    assert who.person("Vladimir Putin", country="USA") is None


def test_surname_gives_all_those_in_office_first(who: Who) -> None:
    assert next(a.name for a in who.surname("Bush", on("2003"))) == "George W. Bush"
    assert {a.name for a in who.surname("Clinton")} == {"Bill Clinton", "Hillary Clinton"}
    assert who.surname("Xyzzyq") == ()


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Barack Obama", "2013-06-17", "President"),
        ("Barack Obama", "2018-01-01", None),
        ("Barack Obama", "2007-01-01", "Senator"),
        ("Vladimir Putin", "2010-01-01", "Prime Minister"),
        ("Vladimir Putin", "2016-09-05", "President"),
        ("Hillary Clinton", "2012-01-01", "Secretary of State"),
        ("Kim Jong-un", "2014", "Supreme Leader"),
        ("Xi Jinping", "2016", "President"),
        ("Barack Obama", "2017", None),  # not on every day of it
        ("Barack Obama", None, None),
        ("Vladimir Putin", "2077", None),  # the table ends before
    ],
)  # fmt: skip
def test_role_is_as_of_those_days(who: Who, name: str, day: str | None, expected: str | None) -> None:
    found = who.person(name)
    assert found is not None
    assert who.role(found.id, on(day)) == expected


@pytest.mark.parametrize(
    ("country", "office", "day", "expected"),
    [
        ("USA", "head_of_state", "2013-06-17", "Barack Obama"),
        ("USA", "head_of_state", "2017-01-20", None),  # both
        ("USA", "head_of_state", "2009-01-21", "Barack Obama"),
        ("RUS", "head_of_state", "2016", "Vladimir Putin"),
        ("RUS", "foreign_minister", "2013-08", "Sergey Lavrov"),
        ("SYR", "head_of_state", "2013", "Bashar al-Assad"),
        ("USA", "defence_minister", "2013-08-07", "Chuck Hagel"),
        ("XQX", "head_of_state", "2013", None),
        ("USA", "head_of_state", None, None),
    ],
)  # fmt: skip
def test_holder(who: Who, country: str, office: str, day: str | None, expected: str | None) -> None:
    found = who.holder(country, office, on(day))
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("secretary of state", "foreign_minister"),
        ("U.S. Secretary of State", "foreign_minister"),
        ("foreign minister", "foreign_minister"),
        ("top diplomat", "foreign_minister"),
        ("president", "head_of_state"),
        ("the Russian president", "head_of_state"),
        ("president of Russia", "head_of_state"),
        ("president of the United States", "head_of_state"),
        ("premier", "head_of_government"),
        ("Chancellor", "head_of_government"),
        ("White House spokesman", "other:white_house_press_secretary"),
        ("longtime White House spokesman", "other:white_house_press_secretary"),
        ("defense secretary", "defence_minister"),
        ("deputy foreign minister", "other:deputy_foreign_minister"),
        ("spokesman", None),  # of anybody
        ("deputy White House spokesman", None),
        ("plumber", None),
        ("", None),
    ],
)  # fmt: skip
def test_office_of_a_title(who: Who, words: str, expected: str | None) -> None:
    assert who.office(words) == expected


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Josh Earnest", "White House spokesman", ("2014-06-20", "2017-01-20")),
        ("Josh Earnest", "spokesman", ("2014-06-20", "2017-01-20")),
        ("Jay Carney", "White House Press Secretary", ("2011-02-11", "2014-06-20")),
        ("Obama", "President", ("2009-01-20", "2017-01-20")),
        ("Obama", "Sen.", ("2005-01-03", "2008-11-16")),
        ("Obama", "former President", ("2017-01-20", None)),
        ("Obama", "President-elect", (None, "2009-01-20")),
        ("Bush", "President", ("1989-01-20", "2009-01-20")),
        ("Medvedev", "Russian Prime Minister", ("2012-05-08", "2020-01-16")),
        ("Dmitry Peskov", "Putin spokesman", ("2012-05-01", None)),
        ("Michael McFaul", "Ambassador to Russia", ("2012-01-01", "2014-02-28")),
        ("Smith", "President", None),
        ("Josh Earnest", "", None),
        ("Josh Earnest", "gardener", None),
    ],
)  # fmt: skip
def test_a_name_with_its_title_bounds_the_day(
    who: Who, name: str, title: str, expected: tuple[str | None, str | None] | None
) -> None:
    found = who.bounds(name, title)
    sides = (
        tuple(side.isoformat() if side else None for side in (found.earliest, found.latest))
        if found
        else None
    )
    assert sides == expected
    assert found is None or found.basis == "reference"


def test_every_term_of_the_table_makes_sense(who: Who) -> None:
    for person in who._persons.people.persons:
        assert split_name(person.name), person
        for term in person.terms:
            if term.sure is not None and term.sure.earliest and term.possible.earliest:
                assert term.possible.earliest <= term.sure.earliest
            if term.sure is not None and term.sure.latest and term.possible.latest:
                assert term.sure.latest <= term.possible.latest


def test_everybody_is_found_by_the_own_name_or_shares_it(who: Who) -> None:
    people = who._persons.people
    for person in people.persons:
        found = people.named(person.name)
        assert person in found, person.name


@settings(deadline=None)  # the first call builds the indexes
@given(st.text(max_size=40), st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
def test_no_text_breaks_the_resolver(text: str, day: dt.date) -> None:
    who = _shared()
    days = DateRange(day, day)
    for found in (who.person(text, days), who.find(text, days), who.stands_for(text, days)):
        assert found is None or who.actor(found.id) == found
    who.bounds(text, text)
    who.office(text)
    who.sector(text)


_SHARED: list[Who] = []


def _shared() -> Who:
    if not _SHARED:
        _SHARED.append(Who.load())
    return _SHARED[0]
