"""Whole texts as scrapers leave them -> articles: title, outlet, byline, date, place, body, and all that was taken out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.articles.conftest import Fakes

from dateline.articles.codes import codes
from dateline.articles.mending import tidy_lines
from dateline.articles.published import narrowed
from dateline.config import Config
from dateline.records import Article, DateRange, Rejected

Make = Callable[..., Article]
P1 = "The envoy of Orland met the premier of Vessia in Kester on Monday, officials on both sides said."
P2 = "“We have made progress,” the premier told reporters after the talks, which lasted two hours."
P3 = "The two governments broke off contact in May after a dispute over the northern sea route."
BODY = f"{P1}\n\n{P2}\n\n{P3}"
CAPTION = "Premier Lund and envoy Reed meet on the sidelines of the Kester summit"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Envoy Meets Premier in Kester\n\n{BODY}", "Envoy Meets Premier in Kester"),
        (f"Envoy and premier meet in Kester for talks\n{P1}\n{P2}\n{P3}", "Envoy and premier meet in Kester for talks"),
        (f"Is the Kester Accord Dead?\n\n{BODY}", "Is the Kester Accord Dead?"),
        (BODY, None),
        (f"- The Orland Post - Monday, September 5, 2033\n\n{BODY}", None),
        (f"Envoy Meets Premier in Kester\n\n{CAPTION}\n\n{CAPTION}\n\nCREDIT: Bo Lind / Reuters\n\n{BODY}",
         "Envoy Meets Premier in Kester"),
        (f"Why the Envoy Is Refusing to Meet the Premier\nPolicy + Politics\n\nWhy the Envoy Is Refusing to Meet the "
         f"Premier\n\n© Bo Lind / Reuters\n\n{BODY}", "Why the Envoy Is Refusing to Meet the Premier"),
        (f"ENVOY OF ORLAND MEETS PREMIER OF VESSIA IN KESTER\n\n{BODY}", "ENVOY OF ORLAND MEETS PREMIER OF VESSIA IN KESTER"),
        (f"World News\n\nEnvoy says talks with Vessia are over\n\nBy Ann Reed\n\n{BODY}", "Envoy says talks with Vessia are over"),
        (f"Will the envoy of Orland and the premier of Vessia meet again in the spring?\n\n{BODY}",
         "Will the envoy of Orland and the premier of Vessia meet again in the spring?"),
        (f"Envoy: Vision of a peaceful sea route is threatened by Vessia's “open aggression”\n\n{BODY}",
         "Envoy: Vision of a peaceful sea route is threatened by Vessia's “open aggression”"),
        (f"Ann Reed\nVessia Today\n\n{BODY}", None),
        (f"(Bo Lind/Reuters)\n\n{BODY}", None),
        (f"Story highlights Envoy meets premier in Kester\n\nTalks last two hours\n\n{BODY}", None),
        (f"Envoy Meets Premier in Kester\nTalks last two hours but bring no accord on the sea route\n{P1}\n{P2}\n{P3}",
         "Envoy Meets Premier in Kester"),
    ],
)  # fmt: skip
def test_title_of_a_text_file(article_of: Make, text: str, title: str | None) -> None:
    article = article_of(text)
    assert article.title == title
    assert article.text.endswith(BODY) and article.text.count(P1) == 1
    assert title is None or title not in article.text


def test_captions_credits_and_prompts_go_and_the_body_stays(article_of: Make) -> None:
    article = article_of(
        f"Envoy Cancels Meeting With Premier\n\n\n{CAPTION}\n\n{CAPTION}\n\nCREDIT: Bo Lind / Reuters\n\n{P1} [WATCH VIDEO]\n\n"
        f"Related: Vessia Blasts Orland for Closing the Sea Route\n\n{P2}\n\n\n{P3}\n\nShare Update"
    )
    assert article.text == BODY
    assert [(one.reason, one.text) for one in article.removed] == [
        ("caption", CAPTION), ("caption", CAPTION), ("photo credit", "CREDIT: Bo Lind / Reuters"),
        ("related", "[WATCH VIDEO]"), ("related", "Related: Vessia Blasts Orland for Closing the Sea Route"),
        ("share", "Share Update"),
    ]  # fmt: skip


def test_tail_names_outlet_and_writer(article_of: Make) -> None:
    article = article_of(
        f"Envoy meets premier\n\n{BODY}\n\nPlease send tips and comments to Ann Reed: areed@orlandpost.example\n\n"
        "Follow us on Twitter: @OrlandPostWorld and @AnnReed"
    )
    assert (article.outlet, article.byline, article.text) == ("The Orland Post", ("Ann Reed",), BODY)


def test_date_line_gives_outlet_and_day(article_of: Make, fakes: Fakes) -> None:
    article = article_of(
        f"- The Marr Times - Monday, September 5, 2033\n\n{BODY}\n\nSign up for Daily Newsletters\n\nManage Newsletters\n\n"
        "Copyright © 2034 The Marr Times, LLC. Click here for reprint permission."
    )
    assert article.outlet == "The Marr Times" and article.text == BODY
    day = dt.date(2033, 9, 5)
    assert (article.published.earliest, article.published.latest, article.published.basis) == (
        day,
        day,
        "dateline",
    )
    assert fakes.when.asked == []


def test_metadata_outranks_what_the_text_says(article_of: Make) -> None:
    article = article_of(
        f"- The Marr Times - Monday, September 5, 2033\n\nBy Bo Lind\n\n{BODY}",
        title="Talks open | Vessia Today", outlet="Vessia Today", published="2033-09-06", byline="Ann Reed",
        url="https://www.vessiatoday.example/talks",
    )  # fmt: skip
    assert (article.title, article.outlet, article.byline) == ("Talks open", "Vessia Today", ("Ann Reed",))
    assert article.published.earliest == dt.date(2033, 9, 6) and article.published.basis == "metadata"
    assert (article.domain, article.url) == ("vessiatoday.example", "https://www.vessiatoday.example/talks")


def test_without_a_date_the_resolver_is_asked_with_all_that_was_removed(
    article_of: Make, fakes: Fakes
) -> None:
    article = article_of(
        f"Envoy meets premier\n\nFILE PHOTO: The premier in Kester, May 3, 2033\n\nKESTER, Sept. 4 -- {BODY}"
    )
    assert not article.published.known and article.dateline_place == "Kester"
    ((title, body, removed),) = fakes.when.asked
    assert (title, body) == ("Envoy meets premier", f"KESTER, Sept. 4 -- {BODY}")
    assert [(one.reason, one.text) for one in removed] == [
        ("caption", "FILE PHOTO: The premier in Kester, May 3, 2033"), ("dateline", "KESTER, Sept. 4 --"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "outlet", "title"),
    [
        ("ORLAND POST - THE EVENING REPORT - TRANSCRIPT", "The Orland Post", "Envoy Leaves Kester"),
        ("Vessia Today | World", "Vessia Today", "Envoy Leaves Kester"),
        (
            "Why the envoy is leaving Kester now | Vessia Today",
            "Vessia Today",
            "Why the envoy is leaving Kester now",
        ),
    ],
)
def test_mastheads(article_of: Make, line: str, outlet: str, title: str) -> None:
    first = f"{line}\n\n" if title in line else f"{line}\nAired March 3, 2033 - 19:00\n\n{title}\n\n"
    article = article_of(first + BODY)
    assert (article.outlet, article.title, article.text) == (outlet, title, BODY)


def test_the_agency_of_a_dateline_is_the_last_to_name_the_outlet(article_of: Make) -> None:
    text = f"KESTER, March 4, 2033 (Orland Post) - {BODY}"
    article = article_of(text)
    assert (article.outlet, article.dateline_place) == ("The Orland Post", "Kester")
    assert article.published.earliest == article.published.latest == dt.date(2033, 3, 4)
    assert article.published.basis == "dateline"
    assert article_of(text, outlet="Vessia Today").outlet == "Vessia Today"
    assert article_of(f"KESTER (Marr Wire) - {BODY}").outlet is None


@pytest.mark.parametrize(
    ("earliest", "latest", "lead", "day"),
    [
        (dt.date(2019, 1, 1), dt.date(2019, 12, 31), "They met.", dt.date(2019, 3, 4)),
        (dt.date(2018, 10, 2), dt.date(2020, 11, 16), "They met on Monday.", dt.date(2019, 3, 4)),
        (dt.date(2018, 10, 2), dt.date(2020, 11, 16), "They met on Sunday.", dt.date(2019, 3, 4)),
        (dt.date(2018, 10, 2), dt.date(2020, 11, 16), "They met.", None),
        (dt.date(2018, 10, 2), dt.date(2019, 2, 1), "They met.", None),
        (dt.date(2018, 10, 2), None, "They met on Monday.", None),
    ],
)
def test_a_dateline_without_a_year_narrows_what_else_is_known(
    earliest: dt.date, latest: dt.date | None, lead: str, day: dt.date | None
) -> None:
    told = DateRange(earliest, latest, "the premier", "reference")
    found = narrowed(told, "March 4", lead)
    assert (
        found == told
        if day is None
        else (found.earliest, found.latest, found.basis) == (day, day, "dateline")
    )


def test_a_malformed_date_does_no_harm(article_of: Make) -> None:
    assert not article_of(BODY, published="sometime last spring").published.known


def test_headline_glued_to_the_first_lines_is_told_by_the_metadata(article_of: Make) -> None:
    article = article_of(
        f"Envoy meets premier in Kester for talks The two spoke for two hours behind closed doors, aides said.\n\n{BODY}",
        title="Envoy meets premier in Kester for talks",
    )
    assert article.text.startswith("The two spoke for two hours")


def test_a_first_sentence_that_begins_like_the_title_is_kept_whole(article_of: Make) -> None:
    first = "Envoy meets premier in Kester for talks that both sides had called off twice since the spring."
    assert article_of(f"{first}\n\n{BODY}", title="Envoy meets premier in Kester").text.startswith(first)


def test_paragraphs_that_stand_twice_and_lifted_quotations_are_kept_once(article_of: Make) -> None:
    lifted = "“We have made progress on grain and on the sea route, and there is more to come in May.”"
    held = f"{lifted} the premier told reporters as he left the chamber in Kester late on Monday."
    article = article_of(f"{P1}\n\n{lifted} — Premier Lund\n\n{held}\n\n{P3}\n\n{P1}")
    assert article.text == f"{P1}\n\n{held}\n\n{P3}"
    assert Counter(one.reason for one in article.removed) == {"pull quote": 1, "repeated": 1}


def test_summary_points_in_front_are_set_aside(article_of: Make) -> None:
    article = article_of(
        f"Story highlights Envoy meets premier in Kester\n\nTalks last two hours\n\nKester (CNN) {BODY}"
    )
    assert article.text == BODY and article.dateline_place == "Kester"


def test_subheadings_and_short_quotations_in_the_body_stay(article_of: Make) -> None:
    text = f"{P1}\n\nA long quarrel\n\n{P2}\n\n“No.”\n\nWho gains:\n\n{P3}"
    assert article_of(text).text == text


def test_a_list_after_a_colon_at_the_end_stays(article_of: Make) -> None:
    text = f"{P1}\n\nThe towns that will be handed over are these, the accord says:\n\nMarr\n\nKester"
    assert article_of(text).text == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Envoy Meets Premier\n\nShare Tweet\n\n© Bo Lind / Reuters", "too-short"),
        (" ".join(["L’ambassadeur a rencontré le premier ministre lundi pour parler de la paix, ont dit les deux pays."] * 3),
         "language"),
        ("word " * 60_000, "too-large"),
    ],
)  # fmt: skip
def test_what_gives_no_article(outcome_of: Callable[..., Article | Rejected], text: str, code: str) -> None:
    outcome = outcome_of(text, config=Config(max_chars=100_000))
    assert isinstance(outcome, Rejected) and (outcome.code, outcome.stage) == (code, "articles")
    assert outcome.detail.startswith("a.txt: ") and codes()[code][1] in outcome.detail


PIECES = [
    P1, P2, P3, CAPTION, "Share Update", "Related: Something else", "CREDIT: Bo Lind / Reuters", "Policy + Politics",
    "Sign up for our newsletter", "A long quarrel", "By Ann Reed", "March 3, 2031", "___", "Envoy Meets Premier",
    "© 2031 The Orland Post", "“No.”", "Who gains:", "(PHOTOS: The summit)", "KESTER — The envoy has left the country again.",
]  # fmt: skip


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_nothing_is_ever_lost(outcome_of: Callable[..., Article | Rejected], pieces: list[str]) -> None:
    """Body, title and removed words together hold every word of the input, as often as it stands there."""
    text = "\n\n".join(pieces)
    outcome = outcome_of(f"{text}\n\n{P1}")
    assert isinstance(outcome, Article)
    assert P1 in outcome.text
    kept = [outcome.text, outcome.title or "", *(one.text for one in outcome.removed)]
    given_words = Counter(" ".join(tidy_lines(f"{text}\n\n{P1}")).split())
    assert Counter(" ".join(kept).split()) == given_words


def test_same_input_same_article(article_of: Make) -> None:
    text = f"Envoy meets premier\n\n{CAPTION}\n\n{CAPTION}\n\n{BODY}\n\nShare"
    assert article_of(text) == article_of(text)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.sampled_from(["text", "html"]))
def test_anything_gives_an_article_or_a_rejection(
    outcome_of: Callable[..., Article | Rejected], text: str, media: str
) -> None:
    outcome = outcome_of(text, media=media)
    assert isinstance(outcome, Article) or outcome.code in codes()
