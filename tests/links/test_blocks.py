"""Which mentions are compared at all: none that could be one event is left out, and the work does not explode."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from itertools import combinations

import pytest

from dateline.links.blocks import candidates
from dateline.links.events import THRESHOLD, cluster
from dateline.links.evidence import score
from dateline.links.report import Report, reports
from dateline.links.vetoes import contradiction, too_little
from dateline.records import Article, DateRange, Mention

Make = Callable[..., Mention]
NAMES = ("Ana Brandt", "Piet Oss", "Vellan", "Kastria", "Morran", "officials", "")
TRIGGERS = ("met", "talks", "summit")
WORDS = [
    "treaty",
    "harbour",
    "trawlers",
    "sanctions",
    "border",
    "election",
    "grain",
    "fuel",
    "strait",
    "fishing",
    "court",
    "embassy",
]


@pytest.fixture(scope="module")
def draw(make_article: Callable[..., Article], make_mention: Make) -> Callable[[int], list[Report]]:
    def drawn(count: int) -> list[Report]:
        chance = random.Random(7)
        mentions, articles = [], {}
        for number in range(count):
            day = dt.date(2020, 1, 1) + dt.timedelta(days=chance.randrange(count // 6))
            article = make_article(f"paper {number}", published=DateRange(day, day))
            articles[article.id] = article
            first = day - dt.timedelta(days=chance.choice((0, 1, 2, 9, 40)))
            said = chance.choice((f"{first}", f"{first}..{day}", ""))
            mentions.append(
                make_mention(
                    article,
                    chance.choice(NAMES[:-1]),
                    chance.choice(NAMES),
                    said,
                    trigger=chance.choice(TRIGGERS),
                    status=chance.choice(("happened", "happened", "planned", "cancelled")),
                    sentence=" ".join(["They", *chance.sample(WORDS, 5)]),
                    place=chance.choice(("", "", "Hest/XKA")),
                )
            )
        return reports(sorted(mentions, key=lambda m: m.id), articles, {})

    return drawn


def test_no_pair_that_would_be_linked_is_left_out_of_small_blocks(
    draw: Callable[[int], list[Report]],
) -> None:
    known = draw(60)
    compared = set(candidates(known))
    linked = {
        (i, j)
        for i, j in combinations(range(len(known)), 2)
        if contradiction(known[i], known[j]) is None
        and too_little(known[i], known[j]) is None
        and score(known[i], known[j]) >= THRESHOLD
    }
    assert len(linked) > 30
    assert not linked - compared


def test_twice_the_mentions_are_not_four_times_the_work(draw: Callable[[int], list[Report]]) -> None:
    once, twice = (sum(1 for _ in candidates(draw(count))) for count in (3000, 6000))
    assert once > 3000
    assert twice < 2.6 * once


def test_members_of_an_event_never_contradict_each_other(draw: Callable[[int], list[Report]]) -> None:
    known = draw(400)
    by_id = {report.mention.id: report for report in known}
    found = cluster([report.mention for report in known], {r.article.id: r.article for r in known}, {})
    assert sum(len(group.mentions) for group in found) == len(known)
    assert any(len(group.mentions) > 3 for group in found)
    for group in found:
        for one, other in combinations(group.mentions, 2):
            if len(group.mentions) <= 24:
                assert contradiction(by_id[one.id], by_id[other.id]) is None
