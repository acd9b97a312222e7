"""What "tried to", "chose not to", "will not", "still" and "planned" make of the act beside them."""

from __future__ import annotations

import pytest

CASES = [
    ("Clara Duarte met Senator Maria Benescu, who said she’s ready to support Governor Erik Lindgren.", "SUPPORT", "planned"),
    # to try to say something is to say it; to have tried to do something is not to have done it
    ("Senator Maria Benescu attempted to defend Governor Erik Lindgren by blaming the storm.", "SUPPORT", "happened"),
    ("President Maria Benescu tried to persuade Governor Erik Lindgren to stay.", "REQUEST", "happened"),
    ("Senator Maria Benescu is trying to persuade Governor Erik Lindgren to stay.", "REQUEST", "ongoing"),
    ("Kenya attempted to seize the ship of Uganda.", "COERCE", "failed"),
    ("Kenya has tried to arrest the Ugandan general for years.", "COERCE", "failed"),
    ("Kenya tried to arrange a meeting between Uganda and Ghana.", "CONSULT", "failed"),
    ("Kenya is trying to arrest the Ugandan general.", "COERCE", "hypothetical"),
    ("Kenya will try to arrest the Ugandan general.", "COERCE", "hypothetical"),
    ("Senator Maria Benescu tried to impeach Governor Erik Lindgren.", "ACCUSE", "failed"),
    # what one chooses to say is said
    ("Senator Maria Benescu decided to endorse Governor Erik Lindgren.", "SUPPORT", "happened"),
    ("Kenya decided to expel the envoys of Uganda.", "SANCTION", "planned"),
    ("Kenya will decide whether to criticize Uganda.", "ACCUSE", set()),
    ("Senator Maria Benescu chose to meet with Governor Erik Lindgren.", "CONSULT", "happened"),
    # what one chooses not to do, or does not mean to do, is refused
    ("Senator Maria Benescu decided not to endorse Governor Erik Lindgren.", "REJECT", "refused"),
    ("Senator Maria Benescu decided against endorsing Governor Erik Lindgren.", "REJECT", "refused"),
    ("The prosecutors in Kenya opted not to indict Governor Erik Lindgren.", "ACCUSE", "refused"),
    ("Senator Maria Benescu does not plan to meet Governor Erik Lindgren.", "REJECT", "refused"),
    ("Senator Maria Benescu plans to meet Governor Erik Lindgren.", "CONSULT", "planned"),
    ("Kenya will not impose sanctions on Uganda.", "SANCTION", "refused"),
    ("Kenya said it would not impose tariffs on Uganda.", "SANCTION", "refused"),
    ("President Maria Benescu will not meet Prime Minister Erik Lindgren in September.", "CONSULT", "cancelled"),
    ("Governor Erik Lindgren said he will not meet Senator Maria Benescu until the wall is built.", "REJECT", "refused"),
    ("Kenya will not meet Uganda unless the pilots are freed.", "REJECT", "refused"),
    ("Kenya will attack Uganda if the pilots are not freed.", "ASSAULT", "hypothetical"),
    ("Kenya will meet Uganda after the vote.", "CONSULT", "planned"),
    # what another only hopes for
    ("Kenya hopes that Uganda will meet with Ghana.", "CONSULT", "hypothetical"),
    ("Kenya hopes that Uganda will open the border, work with Ghana and rest.", "COOPERATE", "hypothetical"),
    ("Kenya expects that Uganda will meet with Ghana.", "CONSULT", "planned"),
    ("Kenya expects Uganda to attack Ghana.", "ASSAULT", "hypothetical"),
    ("Uganda is expected to attack Ghana.", "ASSAULT", "planned"),
    ("Governor Erik Lindgren expects to resign.", "RETREAT", "planned"),
    # a progressive whose "be" stands apart, a "not" with a printer's apostrophe
    ("Kenya and Uganda are once again, for the first time in years, having honest discussions on the dam.", "CONSULT", "ongoing"),
    ("Kenya is, for the second time this year, attacking Uganda.", "ASSAULT", "ongoing"),
    ("Kenya closed the border, attacking Uganda.", "ASSAULT", set()),
    ("While he didn’t resign, Republicans stripped Senator Erik Lindgren of his seat.", "RETREAT", "failed"),
    ("Senator Erik Lindgren didn’t resign on Monday.", "RETREAT", "failed"),
    ("Senator Erik Lindgren did resign on Monday.", "RETREAT", "happened"),
    # an appositive behind the clause is no word over it
    ("President Maria Benescu resigned in May after accusations she hid the papers, charges she denied.", "RETREAT", "happened"),
    # what is planned beside another verb stays planned
    ("Senator Maria Benescu has yet to commit to a run despite planning to speak with Governor Erik Lindgren.", "CONSULT", "planned"),
    # what is called a fact is one; a complaint may concern a call that was made
    ("The statement made no mention of the fact that Kenya attacked Uganda.", "ASSAULT", "happened"),
    ("The fact that Kenya attacked Uganda in May does not diminish its aid.", "ASSAULT", "happened"),
    ("Kenya ignored the claim that Uganda attacked Ghana.", "ASSAULT", "alleged"),
    ("Some protesters blew whistles in reference to a complaint concerning President Maria Benescu's July 25 phone call with President Erik Lindgren.", "CONSULT", "happened"),
    ("Kenya is concerned about an attack on Uganda by Ghana.", "ASSAULT", "hypothetical"),
    # foretold, offered and supposed
    ("I think that Kenya will attack Uganda, said Clara Duarte.", "ASSAULT", "hypothetical"),
    ("“I would sanction Kenya,” said Senator Maria Benescu.", "SANCTION", "hypothetical"),
    ("Senator Maria Benescu said she would sanction Kenya.", "SANCTION", "planned"),
    ("If they had been armed, Kenya might have attacked Uganda.", "ASSAULT", "hypothetical"),
    ("Never attack Uganda, Senator Maria Benescu said.", "ASSAULT", set()),
    ("Senator Maria Benescu never attacked Uganda.", "ASSAULT", "failed"),
    # a meeting that no day is named for is refused
    ("Senator Maria Benescu won't meet with Governor Erik Lindgren.", "REJECT", "refused"),
    ("Senator Maria Benescu won't meet with Governor Erik Lindgren on Friday.", "CONSULT", "cancelled"),
    # who is held goes on being held
    ("Erik Lindgren is still detained by Kenya.", "COERCE", "ongoing"),
    ("Erik Lindgren is currently jailed in Kenya.", "COERCE", "ongoing"),
    ("Erik Lindgren was detained by Kenya.", "COERCE", "happened"),
    ("Erik Lindgren is no longer detained by Kenya.", "COERCE", "happened"),
    ("Erik Lindgren was not detained by Kenya.", "COERCE", "failed"),
    # still to come
    ("President Maria Benescu, who was meeting later with Governor Erik Lindgren, praised the bill.", "CONSULT", "planned"),
    ("President Maria Benescu was meeting with Governor Erik Lindgren.", "CONSULT", "happened"),
    ("President Maria Benescu is reportedly meeting with Governor Erik Lindgren on Thursday.", "CONSULT", "planned"),
    ("President Maria Benescu reportedly met with Governor Erik Lindgren on Monday.", "CONSULT", "alleged"),
    ("Kenya announced planned tariffs on Uganda.", "SANCTION", "planned"),
    ("Kenya announced tariffs on Uganda.", "SANCTION", "happened"),
    # only seemed to, only talked of, only a habit
    ("Senator Maria Benescu was criticized for appearing to mock Governor Erik Lindgren.", "ACCUSE", "alleged"),
    ("Senator Maria Benescu was criticized for mocking Governor Erik Lindgren.", "ACCUSE", "happened"),
    ("For all the talk about how Senator Maria Benescu would defy the Republican Party, nothing came.", "REJECT", set()),
    ("When she meets with donors in the morning, Senator Maria Benescu often orders tea.", "CONSULT", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_", "status"), CASES)
def test_how_the_act_stands(read, code_all, sentence, type_, status):
    (text,) = read([sentence])
    found = {m.status for m in code_all(text) if m.type == type_}
    assert found == (status if isinstance(status, set) else {status})


def test_a_printers_apostrophe_hides_no_negation(read, code_all):
    (text,) = read(
        [
            "Clara Duarte met Senator Maria Benescu, who said she’s not ready to support Governor Erik Lindgren."
        ]
    )
    assert not [m for m in code_all(text) if m.status == "planned"]
