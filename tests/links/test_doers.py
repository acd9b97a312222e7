"""Who is said to have done what: in a whole text as in its sentences one by one."""

from __future__ import annotations

from dateline.links.doers import doings, doings_in
from dateline.links.sentences import bounds

TEXT = (
    "Velenia called off the talks on Monday. Nothing else happened in Tessar.\n\n"
    "The meeting was proposed by the Kastrian side, which the Velenian delegation accepted. It rained. "
    "Kastria refused to\nattend."
)


def test_a_text_gives_the_doings_of_its_sentences() -> None:
    wanted = [(a, b, doing) for a, b in bounds(TEXT) for doing in doings(TEXT[a:b])]
    assert list(doings_in(TEXT)) == wanted
    assert [(doing.act, doing.doer) for _, _, doing in wanted] == [
        ("called it off", "Velenia"),
        ("proposed", "the Kastrian side"),
        ("refused", "Kastria"),
    ]


def test_a_text_without_a_word_for_an_act_tells_of_none() -> None:
    assert doings_in("The harbour was quiet. Rain fell on Tessar.") == ()
