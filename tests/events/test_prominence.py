"""What the rest of an article says for a mention: told again, or of somebody spoken of often."""

from __future__ import annotations

import pytest

from dateline.events.prominence import around, spoken_of, tellings_of

CASES = [
    ("Kenya condemned Uganda on Monday. Farmers waited. On Tuesday Kenya condemned Uganda.", {"told again"}),
    ("Kenya condemned Uganda. Later Uganda accused Kenya of lying.", {"told again"}),
    ("Kenya condemned Uganda on Monday. On Tuesday Kenya condemned Rwanda.", set()),
    ("Kenya condemned Uganda. Uganda is poor. Rain fell on Uganda.", {"target spoken of often"}),
    ("Kenya condemned Uganda. Kenya is large. Rain fell on Kenya.", set()),
]


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_what_the_article_says_for_its_first_mention(words, wanted, read, code_all):
    (text,) = read([words])
    mentions = code_all(text)
    assert set(around(mentions[0], tellings_of(mentions), spoken_of(text))) == wanted
