"""Lines that are not the article go with their reason; lines of narration that look a little like them stay."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dateline.articles.boilerplate import load
from dateline.articles.bylines import byline_line
from dateline.articles.datelines import find_dateline
from dateline.articles.daylines import read_date_line
from dateline.errors import ConfigError

JUNK = [
    ("Related: Vessia claims a new sea route", "related"),
    ("SEE ALSO: Premier denies the talks took place", "related"),
    ("Read more: What the Orland accord says", "related"),
    ("PREMIER OF VESSIA WALKS OUT OF THE TRADE TALKS IN KESTER", "related"),
    ("Click here for the full text of the accord.", "related"),
    ("To read more editorials, go to the opinion page", "related"),
    ("Sign up for Daily Newsletters", "newsletter"),
    ("Manage Newsletters", "newsletter"),
    ("Subscribe to our morning briefing", "newsletter"),
    ("Want the best of our reporting straight to your inbox? Sign up here.", "newsletter"),
    ("Share Update", "share"),
    ("Share Tweet Post Email", "share"),
    ("Follow us on Twitter: @OrlandPost", "share"),
    ("Follow Ann Reed on Twitter @annreed", "share"),
    ("Please read our comment policy before commenting.", "comments"),
    ("Leave a comment", "comments"),
    ("Click to Read More and View Comments", "related"),
    ("Please send tips and comments to Ann Reed: areed@orlandpost.example", "contact"),
    ("Write to Ann Reed at areed@orlandpost.example", "contact"),
    ("Ann Reed can be reached at areed@orlandpost.example.", "contact"),
    ("Copyright © 2031 The Orland Post, LLC. Click here for reprint permission.", "copyright"),
    ("(c) 2031 Orland Wire. All rights reserved.", "copyright"),
    ("This material may not be published, broadcast, rewritten or redistributed.", "copyright"),
    ("Orland Wire contributed to this report.", "credits"),
    ("Reporting by Ann Reed in Kester; Editing by Bo Lind", "credits"),
    ("Reed reported from Kester. Bo Lind in Marr contributed.", "credits"),
    ("AP", "photo credit"),
    ("This article is based in part on wire service reports.", "credits"),
    ("ADVERTISEMENT", "advertisement"),
    ("Story Continued Below", "advertisement"),
    ("5 min read", "page furniture"),
    ("3 years ago", "page furniture"),
    ("* * *", "separator"),
    ("Photo: Bo Lind / Orland Wire", "photo credit"),
    ("CREDIT: Bo Lind / Reuters", "photo credit"),
    ("© Bo Lind / Reuters", "photo credit"),
    ("Bo Lind/Getty Images", "photo credit"),
    ("TOPSHOT - The envoy (L) greets the premier in Kester. / AFP / BO LIND (Photo credit should read BO LIND/AFP)", "caption"),
    ("FILE PHOTO: The premier arrives in Kester, May 3, 2031. REUTERS/Bo Lind/File Photo", "caption"),
    ("The premier speaks in Kester on May 3, 2031. (AP Photo/Bo Lind)", "caption"),
    ("The premier waves to supporters outside the chamber. Bo Lind/AFP/Getty Images", "caption"),
    ("Image copyright Getty Images Image caption The envoy has denied the claims", "caption"),
    ("Enlarge this image toggle caption Bo Lind/AP Bo Lind/AP", "caption"),
    ("Update: This post has been updated with a statement from the ministry.", "editor's note"),
    ("Updated at 6:30 p.m. ET", "editor's note"),
]  # fmt: skip

NARRATION = [
    "Related companies were told to stop shipping grain to Vessia, the ministry said.",
    "The virus can be found on metal surfaces for days, doctors in Kester said.",
    "A deal may be reached by Friday, officials on both sides said.",
    "The report may not be published until after the election, the court ruled.",
    "The report was written by a former spy and revised twice by the ministry.",
    "The transcript was edited to remove the names of two envoys, the paper said.",
    "Support for independent journalism has fallen across the region, the group said.",
    "Follow the money, the prosecutor told the court, and you will find the minister.",
    "To see the damage, the president will visit the region on Monday.",
    "Research by the Kester Centre found that two in three voters back the accord.",
    "Video from the scene showed police firing into the air.",
    "Published in 2013, the book sold three million copies.",
    "Contributing to the decline was a fall in exports to Vessia.",
    "The Orland Post reported from Kester that the envoy had left.",
    "Orland reported from its northern ports a fall in grain exports.",
    "With assistance from Orland, rebels took the town of Marr on Tuesday.",
    "Share prices fell after the premier announced the tariff.",
    "Subscribers to the state plan will pay more next year, the minister said.",
    "Photographs released on Monday show the bridge in ruins, according to officials.",
    "The opposition contributed to the defeat of the bill, he said in a report.",
    "Advertisement spending by both parties rose sharply in the last week.",
    "Copyright law was one of the issues the two delegations discussed on Monday.",
    "Right, and that is why the court took the case, the judge said.",
    "Sign-ups for the scheme rose in March, the ministry said on Monday.",
    "Comments by the premier on Sunday angered the delegation from Orland.",
    "Readers of the state paper learned of the arrest a week later.",
    "Read in full, the letter shows that the envoy knew of the plan.",
    "Watch groups counted forty violations of the cease-fire since May.",
    "Email messages seen by the Post show that the envoy knew of the plan.",
    "Contact between the two governments broke off in May.",
    "More than 40 people were killed in the attack, the ministry said.",
    "Editors at the state paper were told to drop the story, two of them said.",
    "Photo identification will be asked of every voter, the commission said.",
    "“We welcome the decision,” the envoy said.",
    "“Sign the accord now,” she told the crowd, “and save the peace.”",
    "The two met in Kester (the capital) and again in Marr (via a video link).",
    "He is the author of the bill, which the upper house will take up on Thursday.",
    "Asked about the photo, the minister said he had not seen it/heard of it.",
    "“Yes.”",
    "“What do you think will happen when the troops leave?” he asked.",
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), JUNK)
def test_junk_goes_with_its_reason(line: str, reason: str) -> None:
    assert load().reason(line) == reason


@pytest.mark.parametrize("line", NARRATION)
def test_narration_stays(line: str) -> None:
    assert load().reason(line) is None
    assert load().reason(line, "head", "tail") is None
    assert load().strip_inline(line) == (line, [])


@pytest.mark.parametrize(
    ("line", "rest", "cut"),
    [
        ("The talks failed. [WATCH VIDEO]", "The talks failed.", "[WATCH VIDEO]"),
        ("Both signed. (RELATED: Ten facts on Vessia)", "Both signed.", "(RELATED: Ten facts on Vessia)"),
        ("Both (PHOTOS: The summit in Kester) signed.", "Both signed.", "(PHOTOS: The summit in Kester)"),
        ("It is over. (Reporting by Ann Reed; Editing by Bo Lind)", "It is over.", "(Reporting by Ann Reed; Editing by Bo Lind)"),
        ("So he wrote. pic.twitter.com/aB3dE", "So he wrote.", "pic.twitter.com/aB3dE"),
    ],
)  # fmt: skip
def test_insertions_are_cut_out_of_their_line(line: str, rest: str, cut: str) -> None:
    found, removed = load().strip_inline(line)
    assert found == rest and [one.text for one in removed] == [cut]


def test_an_overlay_adds_rules(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.toml").write_text(
        "[[rule]]\nreason = 'house'\nscope = 'line'\npatterns = ['orland expects .{3,40}']\n"
    )
    line = "Orland expects every reader to pay"
    assert load().reason(line) is None and load((tmp_path,)).reason(line) == "house"


@pytest.mark.parametrize(
    "text", ["not toml [", "[[rule]]\nscope='line'\n", "[[rule]]\nreason='x'\nscope='line'\npatterns=['(']\n"]
)
def test_a_broken_overlay_says_where(tmp_path: Path, text: str) -> None:
    (tmp_path / "boilerplate.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"boilerplate\.toml"):
        load((tmp_path, Path(text[:1])))


@pytest.mark.parametrize(
    "unit",
    [
        "A",
        "a",
        "A.",
        "A-",
        "A ",
        "a ",
        "@a ",
        "( ",
        "/",
        "A/",
        "and ",
        "Photo ",
        "By A. ",
        "1:",
        "share ",
        "| ",
    ],
)
def test_no_line_takes_long(unit: str) -> None:
    """Patterns that could match one line in very many ways would stall a build on a line that fails to match."""
    for length in (350, 990):
        line = (unit * length)[:length]
        started = time.process_time()
        load().reason(line + "x~", "head", "tail")
        load().strip_inline(line)
        find_dateline(line)
        byline_line("By " + line[:150])
        read_date_line(line[:150] + " 2031-03-03")
        assert time.process_time() - started < 0.5
