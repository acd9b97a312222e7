"""Undated articles in, the days on which they can have been published out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.records import DateRange, Removed
from dateline.when import When

WHEN = When.load()
TERMS = {
    ("Ada Roth", "President"): (dt.date(2010, 1, 20), dt.date(2014, 1, 20)),
    ("Ben Ode", "President"): (dt.date(2014, 1, 20), dt.date(2018, 1, 20)),
    ("Cy Vale", "White House spokesman"): (dt.date(2012, 5, 1), dt.date(2013, 2, 1)),
}


class FakeWho:
    """Knows three holders."""

    def bounds(self, name: str, title_words: str = "") -> DateRange | None:
        term = TERMS.get((name, title_words.removeprefix("Former ").removeprefix("former ")))
        return DateRange(*term, None, "reference") if term else None


def published(body: str, title: str | None = None, removed: tuple[Removed, ...] = ()) -> DateRange:
    return WHEN.published(title, body, removed, FakeWho())


@pytest.mark.parametrize(
    "line",
    [
        "- The Arvian Courier - Monday, September 5, 2016",
        "Published: 5 Sep 2016",
        "Updated 3:45 PM ET, Mon September 5, 2016",
        "Monday, September 5, 2016",
        "2016-09-05",
        "Posted on 2016-09-05 at 10:12 GMT by staff",
        "LAKE TOWN, Sept. 5, 2016 (AFP) - The envoys left.",
    ],
)
def test_a_date_line_decides(line: str) -> None:
    found = published(f"{line}\n\nThe two sides met again on Monday and parted without a deal.")
    assert (found.earliest, found.latest, found.basis) == (
        dt.date(2016, 9, 5),
        dt.date(2016, 9, 5),
        "dateline",
    )


def test_a_date_inside_a_sentence_is_no_date_line() -> None:
    found = published(
        "The treaty of September 5, 2016 was praised by all who had signed it in the old town hall."
    )
    assert found.basis == "text"
    assert (found.earliest, found.latest) == (dt.date(2016, 9, 4), None)


def test_a_dated_picture_and_its_weekday_fix_the_days() -> None:
    caption = Removed("caption", "The two leaders shake hands on September 5, 2016. (Photo: A. Smith)")
    found = published("The leaders met on Monday and agreed on little.", removed=(caption,))
    assert (found.earliest, found.latest, found.basis) == (dt.date(2016, 9, 5), dt.date(2016, 9, 9), "text")


def test_an_archive_picture_fixes_nothing() -> None:
    caption = Removed("caption", "File photo: the two leaders shake hands on September 5, 2016.")
    found = published("The leaders met on Monday and agreed on little.", removed=(caption,))
    assert found.latest is None


def test_a_summit_and_a_weekday_fix_the_day() -> None:
    found = published("The leaders quarrelled on Monday.\n\nThe G8 summit in Northern Ireland goes on.")
    assert (found.earliest, found.latest, found.basis) == (
        dt.date(2013, 6, 17),
        dt.date(2013, 6, 21),
        "reference",
    )


def test_next_months_summit_fixes_the_month() -> None:
    found = published("The visit was called off. An aide named next month's G20 meeting in St. Petersburg.")
    assert (found.earliest, found.latest) == (dt.date(2013, 8, 1), dt.date(2013, 8, 31))


def test_a_series_without_a_place_fixes_nothing() -> None:
    assert not published("The leaders quarrelled on Monday at the G20 summit.").known


def test_a_speaking_holder_bounds_both_sides() -> None:
    found = published("A deal is near, President Ben Ode said.\n\nPresident Ben Ode left at noon.")
    assert found.basis == "reference"
    assert found.earliest is not None and found.latest is not None
    assert dt.date(2013, 12, 1) <= found.earliest <= dt.date(2014, 1, 20)
    assert dt.date(2018, 1, 20) <= found.latest <= dt.date(2018, 2, 20)


def test_of_two_holders_only_the_later_bounds() -> None:
    found = published("President Ben Ode said that President Ada Roth had erred.")
    assert found.earliest is not None and found.earliest.year >= 2013
    assert found.latest is not None and found.latest.year == 2018


def test_a_former_holder_is_no_upper_bound() -> None:
    assert published("The former President Ben Ode said so. Former President Ben Ode left.").latest is None


def test_a_title_after_the_name_counts() -> None:
    found = published('"No," said Cy Vale, White House spokesman. Cy Vale, White House spokesman, left.')
    assert found.latest is not None and found.latest.year == 2013


def test_a_correction_is_an_upper_bound() -> None:
    found = published("The bridge fell.\n\nThis article was amended on 10 November 2016 to mend a name.")
    assert found.latest == dt.date(2016, 11, 10)


def test_nothing_to_go_by_stays_open() -> None:
    found = published("The bridge fell and nobody was hurt, the police said on Tuesday.")
    assert (found.known, found.basis) == (False, "unknown")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the G8 summit in Northern Ireland", "39th G8 summit"),
        ("the Group of 20 nations summit in Hangzhou, China", "2016 G20 Hangzhou summit"),
        ("the 2013 G-20 summit", "2013 G20 Saint Petersburg summit"),
        ("Minsk II", "Minsk II"),
    ],
)
def test_summits_are_found_by_series_and_place(words: str, name: str) -> None:
    assert [summit.name for summit in WHEN.summits(words)] == [name]


def test_an_overlay_adds_summits_and_says_what_is_wrong(tmp_path: Path) -> None:
    table = tmp_path / "summits.tsv"
    table.write_text(
        "series\tname\tstart\tend\tcity\nLake Forum\t3rd Lake Forum\t2031-04-02\t2031-04-03\tArvia\n"
    )
    found = When.load((tmp_path,)).summits("the Lake Forum in Arvia")
    assert [(s.start, s.city) for s in found] == [(dt.date(2031, 4, 2), "Arvia")]
    table.write_text("series\tname\tstart\tend\nLake Forum\t3rd Lake Forum\t2031-04-05\t2031-04-03\n")
    with pytest.raises(ConfigError, match="ends"):
        When.load((tmp_path,))


def test_touchstone_articles(shared: Path) -> None:
    from dateline.who import Who

    who = Who.load()
    wanted = {
        "000": "2016-09-05",
        "001": "2013-08-07",
        "002": "2013-06-17",
        "003": "2016-09-05",
        "004": "2016-10-13",
    }
    for path in sorted((shared / "seeds").glob("*.txt")):
        found = WHEN.published(None, path.read_text(encoding="utf-8"), (), who)
        day = dt.date.fromisoformat(wanted[path.name[:3]])
        assert found.earliest is not None and found.latest is not None
        assert found.earliest <= day <= found.latest, path.name


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a caption that writes the weekday of its day, and the weekday in the text
        (
            "Rescuers dig in Aldmoor on Sunday, Dec. 31, 2017.\n\nThe flood came on Saturday and went on Sunday.",
            (dt.date(2017, 12, 31), dt.date(2018, 1, 4)),
        ),
        # the weekday beside it is near enough
        (
            "Rescuers dig in Aldmoor on Sunday, Dec. 31, 2017.\n\nThe town counted its dead on Monday.",
            (dt.date(2017, 12, 31), dt.date(2018, 1, 4)),
        ),
        # 31 December 2017 was a Sunday
        (
            "Rescuers dig in Aldmoor on Friday, Dec. 31, 2017.\n\nThe town counted its dead on Friday.",
            (dt.date(2017, 12, 30), None),
        ),
        # "in November": the article is of another month
        (
            "The board met on Monday.\n\nThe works, seen on November 6, 2017. (Photo: A. Smith)\n\nThe offer was made in November.",
            (dt.date(2017, 11, 5), None),
        ),
        ("In this Dec. 28, 2017, photo a girl stands in the court.", (dt.date(2017, 12, 27), None)),
        ("The ferry sank at noon on a crowded Saturday.", (None, None)),
    ],
)
def test_days_and_weekdays_together(body: str, expected: tuple[dt.date | None, dt.date | None]) -> None:
    found = published(body)
    assert (found.earliest, found.latest) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Roth wins 2020 Nevada caucuses",
            "On Saturday, Ada Roth won the Nevada caucuses of her party by a wide margin.",
            (dt.date(2020, 2, 22), dt.date(2020, 2, 26)),
        ),
        (
            "Roth wins 2020 Nevada caucuses",
            "Yesterday, Ada Roth won the Nevada caucuses of her party by a wide margin.",
            (dt.date(2020, 2, 22), dt.date(2020, 2, 23)),
        ),
        # another weekday, no year, and a vote that lies ahead
        ("Roth wins 2020 Nevada caucuses", "On Tuesday, Ada Roth thanked her voters.", (None, None)),
        ("Roth wins Nevada caucuses", "Ada Roth won the vote in Elko, her aides said.", (None, None)),
        ("Roth heads for the 2020 Nevada caucuses", "Ada Roth spoke on Saturday.", (None, None)),
    ],
)
def test_a_vote_and_its_weekday_fix_the_day(
    title: str, body: str, expected: tuple[dt.date | None, dt.date | None]
) -> None:
    found = published(body, title)
    assert (found.earliest, found.latest) == expected


def test_a_term_that_ended_long_before_a_year_named_is_no_upper_bound() -> None:
    body = "A deal is near, President Ben Ode said.\n\nPresident Ben Ode left at noon."
    assert published(body).latest is not None
    assert published(body + " It is to be signed in 2023.").latest is None
