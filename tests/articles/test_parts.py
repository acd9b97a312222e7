"""The small readers: dates, date lines, datelines, bylines, outlets, mended text, single lines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.conftest import FakeWho

from dateline.articles import bylines, outlets
from dateline.articles.datelines import find_dateline
from dateline.articles.daylines import read_date_line
from dateline.articles.days import parse_metadata
from dateline.articles.lines import is_prose, looks_like_headline
from dateline.articles.mending import tidy_lines, unmangle

DAY = dt.date


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2016-09-05", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("2016-09-05T23:30:00-04:00", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("20160905", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("Mon, 05 Sep 2016 10:00:00 GMT", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("September 5, 2016", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("5th Sept. 2016, 10:30 am", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("12/31/18", DAY(2018, 12, 31), DAY(2018, 12, 31)),
        ("13/04/2016", DAY(2016, 4, 13), DAY(2016, 4, 13)),
        ("3/4/2016", DAY(2016, 3, 4), DAY(2016, 4, 3)),
        ("1473116400", DAY(2016, 9, 5), DAY(2016, 9, 5)),
        ("2016-09", DAY(2016, 9, 1), DAY(2016, 9, 30)),
        ("2016", DAY(2016, 1, 1), DAY(2016, 12, 31)),
    ],
)
def test_metadata_dates(value: str, earliest: dt.date, latest: dt.date) -> None:
    found = parse_metadata(value)
    assert found is not None
    assert (found.earliest, found.latest, found.basis, found.text) == (earliest, latest, "metadata", value)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "Sept. 5", "Monday", "soon", "2016-13-45", "90-minute", "n/a"]
)
def test_what_names_no_year_is_no_date(value: str) -> None:
    assert parse_metadata(value) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_iso_days_are_read_back(day: dt.date) -> None:
    found = parse_metadata(day.isoformat())
    assert found is not None and found.earliest == found.latest == day


@pytest.mark.parametrize(
    ("line", "day", "outlet", "names"),
    [
        ("- The Orland Post - Monday, September 5, 2016", DAY(2016, 9, 5), "The Orland Post", ()),
        ("Published 3:15 PM ET, Fri May 4, 2018", DAY(2018, 5, 4), None, ()),
        ("Orland Wire | Updated: 2017-09-15 17:52", DAY(2017, 9, 15), "Orland Wire", ()),
        ("By Ann Reed | March 3, 2031", DAY(2031, 3, 3), None, ("Ann Reed",)),
        ("5 September 2016", DAY(2016, 9, 5), None, ()),
    ],
)
def test_date_lines(line: str, day: dt.date, outlet: str | None, names: tuple[str, ...]) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.days.earliest, found.days.latest, found.days.basis) == (day, day, "dateline")
    assert (found.outlet, found.byline) == (outlet, names)


@pytest.mark.parametrize(
    "line",
    [
        "The accord of September 5, 2016 was signed in Kester.",
        "The envoy met the premier on May 4, 2018",
        "Monday",
        "The premier speaks in Kester, May 3, 2031",
    ],
)
def test_narration_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "place", "agency", "words"),
    [
        ("LONDON (Reuters) - The envoy left.", "London", "Reuters", "LONDON (Reuters) -"),
        ("MOSCOW, Sept. 4 -- The envoy left.", "Moscow", None, "MOSCOW, Sept. 4 --"),
        ("MOSCOW — The envoy left.", "Moscow", None, "MOSCOW —"),
        ("DES MOINES, Iowa (AP) — The envoy left.", "Des Moines, Iowa", "AP", "DES MOINES, Iowa (AP) —"),
        ("WASHINGTON, D.C. -- The envoy left.", "Washington, D.C.", None, "WASHINGTON, D.C. --"),
        ("TOKYO/SEOUL (Reuters) - The envoy left.", "Tokyo/Seoul", "Reuters", "TOKYO/SEOUL (Reuters) -"),
        ("Washington (CNN) The envoy left.", "Washington", "CNN", "Washington (CNN)"),
        ("BEIJING, Sept. 4 (Xinhua) -- The envoy left.", "Beijing", "Xinhua", "BEIJING, Sept. 4 (Xinhua) --"),
        ("MARR, 5 March. The envoy left.", "Marr", None, "MARR, 5 March."),
        ("(Reuters) - The envoy left.", None, "Reuters", "(Reuters) -"),
    ],
)
def test_datelines(line: str, place: str | None, agency: str | None, words: str) -> None:
    found = find_dateline(line)
    assert found is not None and (found.place, found.agency, found.words) == (place, agency, words)


@pytest.mark.parametrize(
    "line",
    ["The envoy left — at last.", "UPDATE - The envoy left.", "NATO said it would go.", "EXCLUSIVE: The envoy left.",
     "Mr. Reed (R) - who left - came back.", "The group (ISIS) and others fled."],
)  # fmt: skip
def test_openings_that_are_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("By Ann Reed", ("Ann Reed",)),
        ("By ANN REED and BO LIND", ("Ann Reed", "Bo Lind")),
        ("Ann Reed; Bo Lind", ("Ann Reed", "Bo Lind")),
        ("Ann Reed, Bo J. Lind & Cy O'Hara", ("Ann Reed", "Bo J. Lind", "Cy O'Hara")),
        ("Ann Reed, Staff Writer", ("Ann Reed",)),
        ("Ann Reed, Orland News Polling Director", ("Ann Reed",)),
        ("By Ann Reed, The Orland Post", ("Ann Reed",)),
        ("Staff", ()),
        ("The Associated Press", ()),
        ("https://orlandpost.example/ann", ()),
    ],
)
def test_byline_names(value: str, names: tuple[str, ...]) -> None:
    assert bylines.names_in(value) == names


@pytest.mark.parametrize(
    "line", ["By Monday the envoy had left the capital.", "By then, it was over.", "Bystanders fled"]
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert bylines.byline_line(line) == ()


@pytest.mark.parametrize(
    ("reason", "line", "outlet"),
    [
        ("contact", "Please send tips to Ann Reed: areed@orlandpost.example", "The Orland Post"),
        ("contact", "Please send tips to Ann Reed: areed@mailbox.example", None),
        ("share", "Follow us: @VessiaToday", "Vessia Today"),
        (
            "copyright",
            "Copyright © 2021 The Marr Times, LLC. Click here for reprint permission.",
            "The Marr Times",
        ),
        ("copyright", "Copyright (c) 2021 The Orland Post. All rights reserved.", "The Orland Post"),
        ("copyright", "© 2019 Orland Content Agency LLC", None),
        ("related", "Copyright © 2021 The Marr Times, LLC.", None),
    ],
)
def test_outlet_from_what_was_removed(reason: str, line: str, outlet: str | None) -> None:
    assert outlets.from_removed([(reason, line)], FakeWho()) == outlet


def test_outlet_by_domain_and_name() -> None:
    assert (
        outlets.by_domain(outlets.domain_of("https://www.uk.orlandpost.example/a"), FakeWho())
        == "The Orland Post"
    )
    assert outlets.canonical("Orland Post (Online)", FakeWho()) == "The Orland Post"
    assert outlets.canonical("www.vessiatoday.example", FakeWho()) == "Vessia Today"
    assert outlets.canonical("Marr Weekly", FakeWho()) == "Marr Weekly"
    assert outlets.domain_of("not a url") is None and outlets.domain_of(None) is None


@pytest.mark.parametrize("word", ["“no”", "café", "the envoy’s", "5 €", "naïve — so"])
def test_mangled_text_is_mended(word: str) -> None:
    mangled = word.encode("utf-8").decode("cp1252", errors="replace")
    if "\ufffd" not in mangled:
        assert unmangle(mangled) == word
    assert unmangle(word) == word


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F)))
def test_ascii_words_survive_mending(text: str) -> None:
    kept = "".join(char for char in unmangle(text) if char.isascii())
    assert kept == "".join(char for char in text if char.isascii())


def test_hard_wrapped_paragraphs_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The envoy of Orland met the premier of Vessia on Monday in the town\n"
        "of Kester, where both had gone to talk about grain and the sea route,\n"
        "officials said.\n\nThe talks will go on next week in the capital, a spokesman for the\n"
        "ministry said, although no day had been set for the second of them.\n"
    )
    assert [line.count(" ") > 20 for line in tidy_lines(wrapped) if line] == [True, True]
    single = "One short line here.\nAnother short line there.\nA third one, to be sure.\nAnd a fourth one."
    assert len([line for line in tidy_lines(single) if line]) == 4


def test_entities_and_odd_spaces_are_evened_out() -> None:
    assert tidy_lines("A&nbsp;&ldquo;word&rdquo;\u200b \u00a0 here ") == ["A “word” here"]


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Envoy of Orland Walks Out of Talks", True),
        ("Envoy says talks with Vessia 'went well'", True),
        ("Will the Talks Fail?", True),
        ("Premier Heads Back to the U.S.", True),
        ("The envoy met the premier on Monday.", False),
        ("Talks", False),
        ("lower case start of something", False),
    ],
)
def test_headlines(line: str, headline: bool) -> None:
    assert looks_like_headline(line) is headline


def test_prose() -> None:
    assert is_prose("The envoy of Orland met the premier of Vessia on Monday.")
    assert not is_prose("The envoy and the premier meet in Kester")
