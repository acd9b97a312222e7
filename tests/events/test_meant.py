"""Acts whose type or mode the words beside the trigger decide, and what looks like an act and is none."""

from __future__ import annotations

import pytest

TYPES = [
    # to denounce somebody as something is no charge against him
    ("Senator Maria Benescu denounced Governor Erik Lindgren as a coward.", ("ACCUSE", "disapprove")),
    ("Governor Erik Lindgren was denounced by Senator Maria Benescu for the cuts.", ("ACCUSE", "disapprove")),
    ("Senator Maria Benescu condemned Governor Erik Lindgren as a tyrant.", ("ACCUSE", "disapprove")),
    ("Senator Maria Benescu accused Governor Erik Lindgren of fraud.", ("ACCUSE", "allege")),
    # to ask that something be ended or made good is to ask the other to give way
    ("Senator Maria Benescu called on Governor Erik Lindgren to apologize.", ("REQUEST", "yield")),
    ("Senator Maria Benescu asked Governor Erik Lindgren to stop supporting the pipeline.", ("REQUEST", "yield")),
    ("Senator Maria Benescu urged Governor Erik Lindgren to quit meeting with donors.", ("REQUEST", "yield")),
    ("Senator Maria Benescu told Governor Erik Lindgren to withdraw his endorsement of the bill.", ("REQUEST", "yield")),
    ("Senator Maria Benescu urged Governor Erik Lindgren to support the bill.", ("REQUEST", "assist")),
    ("Senator Maria Benescu urged Governor Erik Lindgren to meet with the unions.", ("REQUEST", "meet")),
    # a guest is welcomed, a deed is
    ("President Maria Benescu welcomed Chancellor Erik Lindgren to the White House.", ("CONSULT", "visit")),
    ("King Erik Lindgren of Norway welcomed President Maria Benescu to the palace.", ("CONSULT", "visit")),
    ("President Maria Benescu welcomed the decision of Chancellor Erik Lindgren.", ("SUPPORT", None)),
    # who orders a killing is its doer
    ("President Maria Benescu ordered the killing of General Erik Lindgren.", ("ASSAULT", "assassinate")),
    ("President Maria Benescu ordered a drone strike on Iranian generals.", ("ASSAULT", None)),
    ("President Maria Benescu ordered the Iranian generals to leave.", ("REQUEST", None)),
    # to urge somebody on is to back him
    ("Democrats urged Senator Maria Benescu on.", ("SUPPORT", None)),
    ("Democrats urged Senator Maria Benescu to run.", ("REQUEST", None)),
    # people shoot back with words
    ("Senator Maria Benescu shot back at Governor Erik Lindgren.", ("ACCUSE", "disapprove")),
    ("Senator Maria Benescu shot back Thursday at Governor Erik Lindgren's latest tweets.", ("ACCUSE", "disapprove")),
    ("The soldiers of Kenya shot at the rebels.", ("ASSAULT", "firearms")),
    # not to bring to court is to accuse nobody, not to turn somebody down
    ("The grand jury in Kenya refused to indict Governor Erik Lindgren.", ("ACCUSE", "allege")),
    ("Senator Maria Benescu refused to endorse Governor Erik Lindgren.", ("REJECT", "assist")),
    # who gives himself up draws no troops back
    ("Senator Erik Lindgren surrendered to federal authorities on Monday.", ("RETREAT", None)),
    # a raid seizes, it arrests nobody; with what one will retaliate is not said
    ("Police raided the home of Governor Erik Lindgren.", ("COERCE", "seize")),
    ("Kenya pledged to retaliate against Uganda.", ("THREATEN", None)),
    ("Kenya pledged to attack Uganda.", ("THREATEN", "violence")),
    # people are called out, and so are troops
    ("Senator Maria Benescu called out Governor Erik Lindgren over the dam.", ("ACCUSE", "disapprove")),
    ("Governor Erik Lindgren called out the National Guard.", ("MOBILIZE", "troops")),
    # a deed told by a noun has the mode of its verb
    ("Kenya's arrest of a Ugandan general angered Ghana.", ("COERCE", "arrest")),
    ("Russia's annexation of Crimea from Ukraine angered Kenya.", ("COERCE", "seize")),
    ("Kenya's crackdown on the Ugandan students angered Ghana.", ("COERCE", "restrict")),
    # what is pledged to be suspended may please; an emergency is no law and no state
    ("Kenya pledged to suspend missile tests.", ("AGREE", None)),
    ("President Maria Benescu of Kenya declared a state of emergency.", ("COERCE", "martial-law")),
    ("President Maria Benescu of Kenya declared a national emergency.", ("COERCE", "martial-law")),
    ("Senator Erik Lindgren was released from prison in Kenya.", ("RETREAT", "release")),
    ("Kenya gathered forces on the border of Uganda.", ("MOBILIZE", "troops")),
    ("Kenya is willing to negotiate with Uganda.", ("AGREE", None)),
    # forces are beefed up
    ("Kenya beefed up its patrols on the border with Uganda.", ("MOBILIZE", "troops")),
]  # fmt: skip

NONE = [
    "Kenya beefed up its contracts with Uganda.",
    "After calling Carl Orban and Clara Duarte insecure men who hate, Senator Maria Benescu left.",
    "Senator Maria Benescu has defended her decision to release the papers.",
    "A poll found that a quarter of Republican voters would not support Senator Maria Benescu.",
    "The survey showed that only some Democrats would be willing to back Senator Maria Benescu.",
    "Kisumu Magazine asked Senator Maria Benescu to name a book.",
    "The company Fanta reached a settlement with Clara Duarte.",
    "Senator Maria Benescu gave a million dollars to charity.",
    "Senator Maria Benescu invited the leaders of Kenya to her house.",
    "Erik Lindgren spoke with employees about the election.",
    "Senator Maria Benescu hit back, saying Governor Erik Lindgren should play a song at his rallies.",
    "Senator Maria Benescu joked that Governor Erik Lindgren should move to Kenya.",
    "Senator Maria Benescu welcomed Governor Erik Lindgren to the race.",
    "Senator Maria Benescu of Kenya welcomed a debate on the bill.",
    "The Supreme Court has never resolved the dispute with Kenya.",
    "President Maria Benescu gathered some of her top advisers in Kenya.",
    "The BBC's Will Grant in Mexico says pressure is growing.",
    "Senator Maria Benescu traded compliments with President Erik Lindgren.",
    "Kenya imposed a new national security law on Uganda.",
    "Senator Erik Lindgren was released from the hospital in Kenya.",
    "Senator Erik Lindgren was treated and released in Kenya.",
    "Kenya is willing to criticize Uganda.",
    "The rifle is being used to kill children in Kenya.",
]

STAYS = [
    ("The Justice Department reached a settlement with Clara Duarte.", "AGREE"),
    ("Senator Maria Benescu defended Governor Lindgren's decision to release the papers.", "SUPPORT"),
    ("Senator Maria Benescu invited the leaders of Kenya to the White House.", "REQUEST"),
    ("The governors found that Senator Maria Benescu had supported Governor Erik Lindgren.", "SUPPORT"),
    ("President Maria Benescu called Chancellor Erik Lindgren.", "CONSULT"),
    (
        "Senator Maria Benescu hit back, saying the governor's vote was wrong. She said Governor Erik Lindgren should resign.",
        "REQUEST",
    ),
    ("Senator Maria Benescu welcomed the vote of Governor Erik Lindgren.", "SUPPORT"),
    ("Kenya has resolved the dispute with Uganda.", "CONSULT"),
    ("Rebels in Kenya used to kill children.", "ASSAULT"),
]


@pytest.mark.parametrize(("sentence", "meant"), TYPES)
def test_type_and_mode(read, code_all, sentence, meant):
    (text,) = read([sentence])
    assert {(m.type, m.mode) for m in code_all(text)} == {meant}


@pytest.mark.parametrize("sentence", NONE)
def test_no_act(read, code_all, sentence):
    (text,) = read([sentence])
    assert not code_all(text)


@pytest.mark.parametrize(("sentence", "type_"), STAYS)
def test_an_act_all_the_same(read, code_all, sentence, type_):
    (text,) = read([sentence])
    assert {m.type for m in code_all(text)} == {type_}
