"""Acts that are no public ones: of firms, of sport, of prisons, of floods; and the same words where they are public."""

from __future__ import annotations

import pytest

NONE = [
    ("Delcor Inc. chief executive Paul Renner resigned on Monday over a feud with an employee.", "RETREAT"),
    ("Maria Holt, the CEO of the carmaker Voltan, stepped down on Tuesday.", "RETREAT"),
    ("Paul Renner, who was CEO since 2013, would not talk. Mr. Renner resigned on Monday.", "RETREAT"),
    ("Chief Executive Brian Krill left the firm. His resignation came as a surprise.", "RETREAT"),
    ("Pedro Alva was incarcerated in a state prison near Dallas.", "COERCE"),
    ("Pedro Alva was incarcerated with his brother at a prison in Ohio.", "COERCE"),
    ("The owner of the club, Enzo Presti, was banned from soccer for four months in 2004.", "COERCE"),
    ("Enzo Presti was banned from football by Italy on Monday.", "COERCE"),
    ("Gov. Jane Brandt of Texas declared a state of emergency after the hurricane on Monday.", "COERCE"),
    ("A quake struck the town. Gov. Jane Brandt declared a state of emergency for three counties.", "COERCE"),
    ("From Norway to Slovakia, governments went into aggressive crisis mode on Monday.", "CONSULT"),
    ("The papers tell of a loan by Karl Harrow to his son, Donald Harrow.", "AID"),
    ("Should Kenya see the virus spread before a cure is found, Hughes said Ugandans could suffer.", "REQUEST"),
    ("Clara Duarte of Kenya announced a Uganda troop withdrawal on Wednesday.", "RETREAT"),
    ("Clara Duarte of Kenya held a briefing on Uganda on Monday.", "CONSULT"),
    ("Maria Benescu of Kenya hosted a meeting on Ghana on Monday.", "CONSULT"),
    ("Republicans renewed calls for Tom Pell to resign, with leaders including Nancy Pelosi.", "REQUEST"),
]  # fmt: skip
PUBLIC = [
    ("Ukraine's prime minister Olena Marsh resigned on Monday.", "RETREAT"),
    ("Labor Secretary Paul Renner resigned on Monday.", "RETREAT"),
    ("The Labor Party's executive director Paul Renner resigned on Monday.", "RETREAT"),
    ("Pedro Alva was incarcerated on Monday by Kenya.", "COERCE"),
    ("Kenya banned Pedro Alva from politics on Monday.", "COERCE"),
    ("Gov. Jane Brandt declared a state of emergency after the riots in Ferguson on Monday.", "COERCE"),
    ("Gov. Jane Brandt declared a state of emergency on Monday.", "COERCE"),
    ("Kenya gave Uganda a loan of three million dollars on Monday.", "AID"),
    ("Clara Duarte of Kenya said Uganda should leave Ghana.", "REQUEST"),
    ("Kenya held talks on Ghana with Uganda on Monday.", "CONSULT"),
    ("The Kenyan troop withdrawal from Uganda began on Wednesday.", "RETREAT"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_"), NONE)
def test_what_is_no_public_act_is_left_out(read, code, sentence, type_):
    (text,) = read([sentence])
    assert type_ not in {m.type for m in code(text)}


@pytest.mark.parametrize(("sentence", "type_"), PUBLIC)
def test_the_same_words_of_public_acts_are_kept(read, code, sentence, type_):
    (text,) = read([sentence])
    assert type_ in {m.type for m in code(text)}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Clara Duarte of Kenya broke from the summit on Tuesday for a meeting with leaders from Uganda.", "happened"),
        ("Clara Duarte of Kenya paused on Tuesday for talks with Uganda.", "happened"),
        ("Ministers from Kenya gathered on Tuesday for talks with Uganda.", "happened"),
        ("Kenya will break on Tuesday for talks with Uganda.", "planned"),
        ("Clara Duarte of Kenya prepared on Tuesday for talks with Uganda.", "planned"),
    ],
)  # fmt: skip
def test_who_paused_for_a_meeting_had_it(read, code, sentence, status):
    (text,) = read([sentence])
    assert {m.status for m in code(text) if m.type == "CONSULT"} == {status}
