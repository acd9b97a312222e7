"""How far what is expressed reaches: fragments right behind it, lists of fragments, the writer's asides, headlines, transcripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.quotes.attributions import attribute
from dateline.quotes.cues import Lexicon
from dateline.syntax import Text

CONTENT = [
    ("list", "Odell called the mayor a “liar,” a “thief” and a “coward.”", "the mayor a “liar,” a “thief” and a “coward.”"),
    ("participle", "Odell said the port was “shut for good,” referring to the old docks.", "the port was “shut for good,”"),
    ("which", "Odell described the plan as “daft,” which pleased nobody.", "the plan as “daft,”"),
    ("dash", "Odell said the port was “shut for good” - although boats still came.", "the port was “shut for good”"),
    ("runs on", "Odell condemned a “brazen breach” of the harbour rules.", "a “brazen breach” of the harbour rules"),
    ("set off", "“We had fish with him,” Mara Odell, then working for the port, wrote in a letter.", "“We had fish with him,”"),
    ("headline", "Mara Odell Speaks ‘Plainly And Loudly’ To Crews After Storm\n\nThe mayor spoke on Monday.", "‘Plainly And Loudly’ To Crews After Storm"),
    ("relative", "The board praised Mara Odell, who called her crew “plain heroes.”", "her crew “plain heroes.”"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "content"), [row[1:] for row in CONTENT], ids=[row[0] for row in CONTENT])
def test_content_reaches_its_end_and_no_further(
    read: Callable[[str], Text], lexicon: Lexicon, words: str, content: str
) -> None:
    text = read(words)
    marked = [one for one in attribute(text, lexicon).attributions if one.spoken]
    assert content in [text.span(low, high).text for one in marked for low, high in one.content]


def test_each_speaker_of_a_quoted_transcript_has_a_turn(
    read: Callable[[str], Text], lexicon: Lexicon
) -> None:
    text = read(
        'Two spoke.\n\n"ODELL: We shut it.\n\n"BRANDT: We open it.\n\n"ODELL: Never.\n\n"BRANDT: They will.'
    )
    turns = [one for one in attribute(text, lexicon).attributions if one.rule == "turn of a transcript"]
    who = [text.span(*one.frame.source_words).text for one in turns if one.frame.source_words]
    assert who[:2] == ["ODELL", "BRANDT"]


def test_inches_open_no_quotation(read: Callable[[str], Text], lexicon: Lexicon) -> None:
    found = attribute(read("The mayor is 6'3\" tall and Odell said the port is closed."), lexicon)
    assert all(one.kind == "indirect" for one in found.attributions)


def test_a_bare_conjunction_is_nothing_said(read: Callable[[str], Text], lexicon: Lexicon) -> None:
    text = read("But, Mara Odell said, the harbour would stay closed.")
    pieces = [text.span(a, b).text for one in attribute(text, lexicon).attributions for a, b in one.content]
    assert pieces and "But" not in pieces
