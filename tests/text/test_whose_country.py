"""The country of somebody: from grammar, never from a part of a body's name or a place that is merely near."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.syntax import Text

Read = Callable[..., Text]


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Ann Marsh, a lawyer for the Russian Harbour Fund, said no.", "Ann Marsh", "RUS"),
        ("Dr. Ann Marsh, director of care for the Sinai Health System, said no.", "Ann Marsh", None),
        ("Ann Marsh, a reporter for The Associated Press, said no.", "Ann Marsh", None),
        ("Ann Marsh, a professor at a university in Norway, said no.", "Ann Marsh", "NOR"),
        ("Ann Marsh, a former Norwegian envoy, said no.", "Ann Marsh", "NOR"),
        ("Talks between Harrow and Ukrainian President Olena Marsh ended.", "Olena Marsh", "UKR"),
    ],
)
def test_country_of_a_person(read: Read, words: str, name: str, country: str | None) -> None:
    assert {e.country for e in read(words, None, "CNN").entities if e.name == name} == {country}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway rejected the plan. The country left the talks.", True),
        ("Activists in Norway shook up the country.", True),
        ("Ann Marsh is in Norway, where Tom Pell met the nation's heirs.", False),
    ],
)
def test_the_country_is_no_place_of_a_visit(read: Read, words: str, found: bool) -> None:
    text = read(words, "2018-05-04", "CNN")
    rules = [reference.rule for reference in text.references]
    assert ("the same state" in rules) is found


@pytest.mark.parametrize(
    ("words", "phrase", "name"),
    [
        (
            "President Donald Trump spoke. If President Hillary Clinton had done so, all would weep. They asked the president.",
            "the president",
            "Donald Trump",
        ),
        (
            "President Donald Trump spoke. Ukrainian President Volodymyr Zelensky left. The president agreed.",
            "The president",
            "Donald Trump",
        ),
        ("President Donald Trump spoke. The former Trump aide Tom Marsh left. The president agreed.", "The president", "Donald Trump"),
        ("Sen. Tom Marsh faces critics. They blame the majority leader.", "the majority leader", None),
        ("Donald Trump spoke. The leader of a group called Bright Day resigned.", "The leader", None),
        ("Sen. Tom Marsh faces critics. They blame the American leader.", "the American leader", "Donald Trump"),
    ],
)  # fmt: skip
def test_who_holds_the_office(read: Read, words: str, phrase: str, name: str | None) -> None:
    text = read(words, "2020-03-04", "CNN")
    found = [r for r in text.references if text.span(r.start, r.end).text == phrase]
    assert [text.entities[n].name for r in found for n in r.entities] == ([name] if name else [])


@pytest.mark.parametrize(
    ("words", "head", "country"),
    [
        ("Norwegian officials protested.", "officials", "NOR"),
        ("Norwegian and other officials protested.", "officials", None),
        ("Leaders from Norway protested.", "Leaders", "NOR"),
        ("Leaders from Norway, Peru and Chile protested.", "Leaders", None),
        ("The envoys of Norway protested.", "envoys", "NOR"),
        ("The critics of Norway protested.", "critics", None),
        ("Norwegian critics protested.", "critics", "NOR"),
        ("The opponents of the Norway deal protested.", "opponents", None),
        ("American and Norwegian governments protested.", "governments", "both"),
        ("American governments protested.", "governments", "USA"),
        ("Democratic and Republican voters protested.", "voters", "USA"),
        ("The SWAT officers protested.", "officers", None),
    ],
)
def test_country_of_a_group(read: Read, words: str, head: str, country: str | None) -> None:
    text = read(words, "2018-05-04")
    at = next(token.i for token in text.tokens if token.text == head)
    found = [ref.country for ref in text.refer(at)]
    assert found == (["USA", "NOR"] if country == "both" else [country])


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("Vice President Mike Pence met Joe Biden. They praised the former vice president.", "the former vice president", ["Joe Biden"]),
        ("Vice President Mike Pence met the senator. They praised the former vice president.", "the former vice president", []),
        ("Vice President Mike Pence met Joe Biden. They praised the vice president.", "the vice president", ["Mike Pence"]),
        ("Others in the White House took aim at the author.", "Others in the White House", ["others in the White House"]),
        ("Others in the room wept.", "Others in the room", []),
    ],
)  # fmt: skip
def test_former_holders_and_others(read: Read, words: str, phrase: str, names: list[str]) -> None:
    text = read(words, "2020-04-17", "CNN")
    found = [r for r in text.references if text.span(r.start, r.end).text == phrase]
    assert [text.entities[n].name for r in found for n in r.entities] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The government in Nairobi expelled two envoys.", "Kenya"),
        ("The regime in Damascus attacked the town.", "Syria"),
        ("The government in exile condemned the vote.", None),
    ],
)
def test_a_government_is_that_of_its_seat(read: Read, words: str, name: str | None) -> None:
    text = read(words, None, "CNN")
    found = {
        e.name
        for r in text.references
        if r.rule == "government of a state"
        for e in [text.entities[n] for n in r.entities]
    }
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Mexico's police detained Central American migrants on Monday.", "Central American migrants", None),
        ("Tom Pell met South American leaders in Lima.", "South American leaders", None),
        ("Tom Pell met Latin-American ministers on Monday.", "Latin-American ministers", None),
        ("Tom Pell met African American pastors on Monday.", "African American pastors", "USA"),
        ("Tom Pell met Native American leaders on Monday.", "Native American leaders", "USA"),
        ("Dane County Clerk Scott Millar said no.", "Scott Millar", None),
        ("Lebanon County Sheriff Ann Marsh said no.", "Ann Marsh", None),
        ("Danish Minister Ann Marsh said no.", "Ann Marsh", "DNK"),
        ("Iraq War veteran Colin Marsh said no.", "Colin Marsh", None),
        ("Afghan War veterans said no.", "Afghan War veterans", None),
        ("Afghan veterans said no.", "Afghan veterans", "AFG"),
        ("The Lebanon County Board said no.", "Lebanon County Board", None),
        ("Iraqi veteran Colin Marsh said no.", "Colin Marsh", "IRQ"),
        ("Ann Marsh, executive director of Greenpeace, said no.", "Ann Marsh", None),
        ("Ann Marsh, the director of Gazprom, said no.", "Ann Marsh", "RUS"),
    ],
)
def test_names_that_only_contain_that_of_a_state_tell_no_country(
    read: Read, words: str, name: str, country: str | None
) -> None:
    text = read(words, "2018-05-04", "CNN")
    assert {e.country for e in text.entities if e.name == name} == {country}


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("New Jersey's Supreme Court rejected the plan.", "New Jersey Supreme Court", "USA"),
        ("Wisconsin's Supreme Court rejected the plan.", "Wisconsin Supreme Court", "USA"),
        ("In Ohio, the state's Supreme Court rejected the plan.", "state’s Supreme Court", "USA"),
        ("The Supreme Court rejected the plan.", "Supreme Court", "USA"),
        ("Brazil's Supreme Court rejected the plan.", "Brazilian Supreme Court", "BRA"),
    ],
)
def test_a_court_of_a_region_is_not_that_of_the_whole_state(
    read: Read, words: str, name: str, country: str
) -> None:
    text = read(words, "2018-05-04", "CNN")
    assert [e.country for e in text.entities if e.name.endswith("Supreme Court")] == [country]
    assert [e.name for e in text.entities if e.name.endswith("Supreme Court")] == [name]


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2020-10-14", "Johnson"),  # a senator of the name serves: nobody means the president of the sixties
        ("1966-10-14", "Lyndon B. Johnson"),
    ],
)
def test_a_bare_surname_of_somebody_long_out_of_office(read: Read, on: str, name: str) -> None:
    text = read("Democrats in the U.S. Senate have accused Johnson of abusing his power.", on, "CNN")
    assert [e.name for e in text.entities if "Johnson" in e.name] == [name]
